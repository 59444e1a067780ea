/** A stretch of words as a page of a PDF places it; the origin is the lower left corner. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of its letters. */
  readonly size: number;
  readonly font: string;
  readonly rightToLeft: boolean;
  /** Written upwards or downwards. */
  readonly turned: boolean;
}

/** A line of print. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
  readonly font: string;
  readonly turned: boolean;
  /** Places of raised numbers in `text`: marks of footnotes. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

const most = <Key>(weights: ReadonlyMap<Key, number>): Key | undefined =>
  [...weights].reduce<readonly [Key | undefined, number]>(
    (best, [key, weight]) => (weight > best[1] ? [key, weight] : best),
    [undefined, 0],
  )[0];

/** The value that carries the most letters. */
export const commonest = <Value, Key>(
  values: readonly Value[],
  key: (value: Value) => Key,
  weight: (value: Value) => number,
) => {
  const weights = new Map<Key, number>();
  for (const value of values) weights.set(key(value), (weights.get(key(value)) ?? 0) + weight(value));
  return most(weights);
};

const isRaised = (part: Placed, line: Line): boolean =>
  /^\s*(?:\d{1,3}|[*†‡])(?:\s*,\s*\d{1,3})*\s*$/.test(part.text) &&
  part.size < line.size * 0.8 &&
  part.y > line.y + line.size * 0.1;

const lineOf = (parts: readonly Placed[]): Line => {
  const backwards = parts.filter(({ rightToLeft }) => rightToLeft).length * 2 > parts.length;
  const ordered = backwards ? parts.toSorted((a, b) => b.x - a.x) : parts;
  const letters = ({ text }: Placed) => text.trim().length;
  const size = commonest(parts, (part) => part.size, letters) ?? parts[0]?.size ?? 0;
  const font = commonest(parts, (part) => part.font, letters) ?? '';
  const base = parts.find((part) => part.size === size) ?? parts[0];
  const [x, right] = [Math.min(...parts.map((part) => part.x)), Math.max(...parts.map((part) => part.x + part.width))];
  const line = { x, right, y: base?.y ?? 0, size, font, turned: base?.turned ?? false };
  let text = '';
  const marks: { start: number; end: number }[] = [];
  let before: Placed | undefined;
  for (const part of ordered) {
    const gap = before ? (backwards ? before.x - part.x - part.width : part.x - before.x - before.width) : 0;
    if (gap > size * 0.14 && !/\s$/.test(text) && !/^\s/.test(part.text)) text += ' ';
    if (/[\p{L}\p{N}.,;:!?"'”’)\]]$/u.test(text) && isRaised(part, { ...line, text, marks }))
      marks.push({ start: text.length, end: text.length + part.text.trimEnd().length });
    text += part.text;
    before = part;
  }
  const lead = text.length - text.trimStart().length;
  const shifted = marks.map(({ start, end }) => ({ start: start - lead, end: end - lead }));
  return { ...line, text: text.trim(), marks: shifted };
};

/** Whether a stretch goes on with the line that the last one ended. */
const goesOn = (line: readonly Placed[], next: Placed): boolean => {
  const last = line.at(-1);
  if (!last || last.turned || next.turned) return false;
  const size = Math.max(...line.map((part) => part.size), next.size);
  if (Math.abs(next.y - last.y) > size * 0.5) return false;
  const onwards = next.x >= last.x + last.width - size * 0.6;
  return onwards || ((last.rightToLeft || next.rightToLeft) && next.x + next.width <= last.x + size * 0.6);
};

/** The lines of a page in the order in which it was written. */
export const linesOf = (page: readonly Placed[]): readonly Line[] => {
  const lines: Line[] = [];
  let open: Placed[] = [];
  const close = () => {
    if (open.length > 0) lines.push(lineOf(open));
    open = [];
  };
  let spaced = false; // the width of what is written for a space says little
  for (const part of page) {
    if (part.text.trim() === '') {
      spaced ||= part.text !== '';
      continue;
    }
    if (open.length > 0 && !goesOn(open, part)) close();
    open.push(spaced && open.length > 0 ? { ...part, text: ` ${part.text}` } : part);
    spaced = false;
  }
  close();
  return lines;
};
