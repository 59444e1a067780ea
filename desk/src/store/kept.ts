import { createHash } from 'node:crypto';
import type { IsoDay } from '@entente/core/vocabulary';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';

/** What is kept: the cells of the matrix, and the origins of the words of each document. */
export type Part = 'cell' | 'print';

/** By which rules it was counted. Raise it whenever these change: what was counted otherwise is counted again. */
const COUNTING = 3;
const NAME = 'kept';
const HASH = 32;

/** What holds for all that is kept together. */
export interface KeptState {
  /** The entry of the log at which it holds. */
  readonly version: number;
  /** For each part the sum of the hashes of its rows: it tells that none is missing and none was changed. */
  readonly sums: Readonly<Record<Part, Uint8Array>>;
  /** The last day on which a document can have been published. */
  readonly newest?: IsoDay;
}

/** Something kept, under its name. */
export interface Kept {
  readonly key: number;
  readonly name: string;
  /** The hash that stands before it in the file. */
  readonly hash: Uint8Array;
  readonly body: Uint8Array;
}

export const NOTHING: Uint8Array = new Uint8Array(HASH);

/** The sum without one row and with another: in whatever order rows change, it is that of the rows that are there. */
export const summed = (sum: Uint8Array, without: Uint8Array, and: Uint8Array): Uint8Array =>
  sum.map((byte, at) => byte ^ (without[at] ?? 0) ^ (and[at] ?? 0));

const hashOf = (part: Part, name: string, seq: number, body: Uint8Array): Buffer =>
  createHash('sha256').update(`${part}\n${name}\n${seq}\n`).update(body).digest();

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(b);

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const stateIn = (value: unknown): KeptState | undefined => {
  try {
    const { counting, version, cell, print, newest } = Object(JSON.parse(String(value)));
    if (counting !== COUNTING || !Number.isSafeInteger(version)) return undefined;
    const sums = { cell: Buffer.from(cell, 'hex'), print: Buffer.from(print, 'hex') };
    return { version, sums, ...(typeof newest === 'string' && { newest }) };
  } catch {
    return undefined;
  }
};

/** What all that is kept says of itself, and the last entry; no state where nothing is kept, or it was counted by other rules. */
export const keptState = (db: Database): { readonly present: number; readonly state?: KeptState } => {
  const [row] = db.ask(
    `SELECT coalesce(max(seq), 0) AS seq, (SELECT value FROM fact WHERE name = '${NAME}') AS value FROM entry`,
  );
  const state = stateIn(row?.['value'] ?? '');
  return { present: Number(row?.['seq']), ...(state !== undefined && { state }) };
};

export const putState = (db: Database, { version, sums, newest }: KeptState): void => {
  const [cell, print] = [hex(sums.cell), hex(sums.print)];
  const value = JSON.stringify({ counting: COUNTING, version, cell, print, ...(newest !== undefined && { newest }) });
  db.run(
    sqlFor
      .insertInto('fact')
      .values({ name: NAME, value })
      .onConflict((same) => same.column('name').doUpdateSet({ value })),
  );
};

interface Row {
  readonly key: number;
  readonly name: string;
  readonly seq: number;
  readonly body: ArrayBuffer;
}

/** A row as it was written; nothing where a byte of it is another. */
const wholeRow = (part: Part, { key, name, seq, body }: Row): Kept | undefined => {
  if (body.byteLength < HASH) return undefined;
  const [hash, content] = [new Uint8Array(body, 0, HASH), new Uint8Array(body, HASH)];
  return hashOf(part, name, seq, content).equals(hash) ? { key, name, hash, body: content } : undefined;
};

const rowsOf = (part: Part) =>
  sqlFor.selectFrom('kept').select(['key', 'name', 'seq', 'body']).where('part', '=', part);

/** Rows of a part that changed after an entry; nothing where one of them is not what was written. */
export const keptRows = (db: Database, part: Part, after = -1): readonly Kept[] | undefined => {
  const rows: Kept[] = [];
  for (const row of db.all(after < 0 ? rowsOf(part) : rowsOf(part).where('seq', '>', after))) {
    const whole = wholeRow(part, row);
    if (whole === undefined) return undefined;
    rows.push(whole);
  }
  return rows;
};

/** Thrown where something kept is not what was written, so that all is counted again. */
export class Spoilt extends Error {}

/** Some row of a part. @throws Spoilt */
const one = (part: Part, row: Row | undefined): Kept | undefined => {
  if (row === undefined) return undefined;
  const whole = wholeRow(part, row);
  if (whole === undefined) throw new Spoilt(`${part} ${row.name}`);
  return whole;
};

export const keptNamed = (db: Database, part: Part, name: string): Kept | undefined =>
  one(part, db.first(rowsOf(part).where('name', '=', name)));

export const keptAt = (db: Database, part: Part, key: number): Kept | undefined =>
  one(part, db.first(rowsOf(part).where('key', '=', key)));

/** Writes a row of what is kept in the place of the one before. @returns its key, and the sum with it */
export type Keeper = (
  seq: number,
  [part, name]: readonly [Part, string],
  body: Uint8Array,
  before: Kept | undefined,
  sum: Uint8Array,
) => { readonly key: number; readonly sum: Uint8Array };

export const keeperOn = (db: Database): Keeper => {
  const empty = new ArrayBuffer(0);
  const insert = db.repeated(sqlFor.insertInto('kept').values({ part: '', name: '', seq: 0, body: empty }));
  const update = db.repeated(sqlFor.updateTable('kept').set({ seq: 0, body: empty }).where('key', '=', 0));
  return (seq, [part, name], body, before, sum) => {
    const hash = hashOf(part, name, seq, body);
    const whole = Buffer.concat([hash, body]);
    const key = before?.key ?? insert(part, name, seq, whole).key;
    if (before !== undefined) update(seq, whole, key);
    return { key, sum: summed(sum, before?.hash ?? NOTHING, hash) };
  };
};

/** A part of what is kept, read once and then followed by what changed. */
export class KeptPart<Value> {
  private readonly db: Database;
  private readonly part: Part;
  private readonly read: (row: Kept) => Value;
  private values = new Map<string, { readonly hash: Uint8Array; readonly value: Value }>();
  private version = -1;
  private sum = NOTHING;

  constructor(db: Database, part: Part, read: (row: Kept) => Value) {
    this.db = db;
    this.part = part;
    this.read = read;
  }

  /** @returns how many rows were read; nothing where one of them is not what was written */
  private takeIn(after: number): number | undefined {
    const rows = keptRows(this.db, this.part, after);
    for (const row of rows ?? []) {
      this.sum = summed(this.sum, this.values.get(row.name)?.hash ?? NOTHING, row.hash);
      this.values.set(row.name, { hash: row.hash, value: this.read(row) });
    }
    return rows?.length;
  }

  /** What is kept at a state; nothing where it is not what was written. `changed` tells whether it is other than when it was asked for last. */
  at({
    version,
    sums,
  }: KeptState):
    | { readonly values: Iterable<readonly [string, { readonly value: Value }]>; readonly changed: boolean }
    | undefined {
    if (this.version === version && same(this.sum, sums[this.part])) return { values: this.values, changed: false };
    const near = this.version >= 0 && this.version < version ? this.takeIn(this.version) : undefined;
    const followed = near !== undefined && same(this.sum, sums[this.part]);
    if (!followed) {
      this.values = new Map();
      this.sum = NOTHING;
      this.version = -1;
      if (this.takeIn(-1) === undefined || !same(this.sum, sums[this.part])) return undefined;
    }
    this.version = version;
    return { values: this.values, changed: !followed || near > 0 };
  }
}

/** Forgets all that is kept; it is counted again when it is asked for. */
export const forget = (db: Database): void =>
  db.script(`DELETE FROM fact WHERE name = '${NAME}'; DELETE FROM kept; DELETE FROM mark;`);
