import { inTime, type Mark } from './mark.ts';

/**
 * The marks of one cell in order of time, column by column, as they lie in the file.
 *
 * Layout: sizes as four 32-bit numbers (marks; bytes of the ids, the origins, the conditions), eight columns of 32-bit numbers, then ids,
 * origins and conditions as UTF-8, the last two each ended by a line break. Every column has `size` entries; the last one says where each id
 * ends.
 */
export interface Lane {
  readonly size: number;
  readonly keys: Int32Array;
  /** Days since 1970, or `NO_DAY`. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly start: Int32Array;
  readonly weight: Int32Array;
  /** Index among the origins of this lane. */
  readonly origin: Int32Array;
  /** 0 for none, else one more than the index among the conditions of this lane. */
  readonly condition: Int32Array;
  /** The id of the statement at an index. */
  readonly id: (index: number) => string;
  readonly origins: () => readonly string[];
  readonly conditions: () => readonly string[];
}

const SIZES = 4;
const COLUMNS = 8;

/** Texts that end with a line break, cut when they are asked for. */
const texts = (bytes: Buffer): (() => readonly string[]) => {
  let known: readonly string[] | undefined;
  return () => {
    known ??= bytes.length === 0 ? [] : bytes.toString('utf8', 0, bytes.length - 1).split('\n');
    return known;
  };
};

/** @param bytes beginning at a multiple of four in their buffer */
export const readLane = ({ buffer, byteOffset, length }: Uint8Array): Lane => {
  const [size = 0, ids = 0, origins = 0, conditions = 0] = new Int32Array(buffer, byteOffset, SIZES);
  const column = (at: number): Int32Array => new Int32Array(buffer, byteOffset + (SIZES + at * size) * 4, size);
  const at = (SIZES + COLUMNS * size) * 4;
  const words = Buffer.from(buffer, byteOffset + at, length - at);
  const ends = column(7);
  return {
    size,
    ...{ keys: column(0), first: column(1), last: column(2), start: column(3), weight: column(4) },
    ...{ origin: column(5), condition: column(6) },
    id: (index) => words.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]),
    origins: texts(words.subarray(ids, ids + origins)),
    conditions: texts(words.subarray(ids + origins, ids + origins + conditions)),
  };
};

const joined = (values: readonly string[]): Buffer => Buffer.from(values.map((value) => `${value}\n`).join(''));

/** Numbers texts in the order in which they come. */
const numbering = () => {
  const known = new Map<string, number>();
  const of = (value: string): number => {
    const number = known.get(value) ?? known.size;
    if (number === known.size) known.set(value, number);
    return number;
  };
  return { of, all: () => [...known.keys()] };
};

export const writeLane = (marks: readonly Mark[]): Uint8Array => {
  const sorted = marks.toSorted(inTime);
  const [origins, conditions] = [numbering(), numbering()];
  const numbers = new Int32Array(SIZES + COLUMNS * sorted.length);
  let end = 0;
  for (const [at, { key, id, first, last, start, weight, origin, condition }] of sorted.entries()) {
    end += Buffer.byteLength(id);
    const row = [key, first, last, start, weight, origins.of(origin), condition && 1 + conditions.of(condition), end];
    for (const [column, value] of row.entries()) numbers[SIZES + column * sorted.length + at] = Number(value);
  }
  const words = [Buffer.from(sorted.map(({ id }) => id).join('')), joined(origins.all()), joined(conditions.all())];
  numbers.set([sorted.length, ...words.map(({ length }) => length)]);
  return new Uint8Array(Buffer.concat([new Uint8Array(numbers.buffer), ...words]));
};

/** The marks of a lane, one by one. */
export const marksIn = (lane: Lane): Mark[] => {
  const { size, keys, first, last, start, weight, origin, condition } = lane;
  const [origins, conditions] = [lane.origins(), lane.conditions()];
  return Array.from({ length: size }, (_, at) => ({
    ...{ key: keys[at] ?? 0, first: first[at] ?? 0, last: last[at] ?? 0, start: start[at] ?? 0 },
    ...{ id: lane.id(at), weight: weight[at] ?? 0, origin: origins[origin[at] ?? 0] ?? '' },
    condition: condition[at] ? (conditions[(condition[at] ?? 0) - 1] ?? '') : '',
  }));
};
