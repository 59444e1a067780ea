/** A change of place, as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A stretch of a page, edges along its sides. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export const SAME: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export const both = (outer: Matrix, inner: Matrix): Matrix => {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};

/** Where the corners of a box come to lie. */
export const boxOn = ([a, b, c, d, e, f]: Matrix, { left, bottom, right, top }: Box): Box => {
  const corners = [left, right].flatMap((x) =>
    [bottom, top].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
};

export const common = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.min(a.right, b.right),
  top: Math.min(a.top, b.top),
});

export const areaOf = ({ left, bottom, right, top }: Box): number =>
  Math.max(0, right - left) * Math.max(0, top - bottom);

/** What is in force while a page is painted. */
export interface State {
  readonly ctm: Matrix;
  readonly clip: Box;
  /** `#rrggbb`; nothing for patterns. */
  readonly ink: string | undefined;
  readonly outline: string | undefined;
  /** 0 is see-through, 1 is not. */
  readonly cover: number;
  readonly outlineCover: number;
  readonly masked: boolean;
  readonly mode: number;
  readonly font: string;
  readonly size: number;
  readonly letterSpace: number;
  readonly wordSpace: number;
  /** 1 is the width of the font. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  /** Moved since it was saved, and nothing was painted yet: a picture that is left out leaves this behind. */
  readonly bare: boolean;
}

export const beginning = (page: Box): State => ({
  ...{ ctm: SAME, clip: page, ink: '#000000', outline: '#000000', cover: 1, outlineCover: 1, masked: false, mode: 0 },
  ...{ font: '', size: 0, letterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0, bare: false },
});
