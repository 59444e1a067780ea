import type { Kernel } from './kernel.ts';

/** How large the network is: columns of its tables and layers, and what it tells apart. */
export interface Sizes {
  readonly glove: number;
  readonly word: number;
  readonly prefix: number;
  readonly suffix: number;
  readonly tag: number;
  readonly shape: number;
  readonly hidden: number;
  readonly arc: number;
  readonly label: number;
  /** Rows of the tables. */
  readonly words: number;
  readonly prefixes: number;
  readonly suffixes: number;
  readonly tags: number;
  readonly shapes: number;
  /** Relations, and the kinds of entity a word can head (the first: none). */
  readonly labels: number;
  readonly kinds: number;
}

/** The features of one row of input: where each table is read. `glove` is -1 for a word without a vector. */
export const FEATURES = ['glove', 'word', 'prefix', 'suffix', 'tag', 'shape'] as const;
export const FEATURE_COUNT = FEATURES.length;

const eights = (count: number) => Math.ceil(count / 8) * 8;

/** Columns derived from the sizes; counts that end a matrix are rounded up to eight, which the kernel likes. */
export const widths = (sizes: Sizes) => ({
  input: sizes.glove + sizes.word + sizes.prefix + sizes.suffix + sizes.tag + sizes.shape,
  mlp: 2 * sizes.arc + 2 * sizes.label,
  labels: eights(sizes.labels),
  out: eights(sizes.tags + sizes.kinds),
});

const MATRICES = [
  'w0',
  'u0f',
  'u0b',
  'b0',
  'w1',
  'u1f',
  'u1b',
  'b1',
  'mlp',
  'mlpB',
  'arc',
  'arcB',
  'label',
  'labelB',
] as const;
const TABLES = ['word', 'prefix', 'suffix', 'tag', 'shape'] as const;
export type MatrixName = (typeof MATRICES)[number] | 'out' | 'outB' | `table-${(typeof TABLES)[number]}`;

export interface Matrix {
  readonly name: MatrixName;
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
}

/** The matrices in the order in which they are stored. `at` is counted from the first parameter. */
export const matricesOf = (sizes: Sizes): readonly Matrix[] => {
  const { input, mlp, labels, out } = widths(sizes);
  const { hidden, arc, label } = sizes;
  const shapes: readonly (readonly [MatrixName, number, number])[] = [
    ['w0', input, 8 * hidden],
    ['u0f', hidden, 4 * hidden],
    ['u0b', hidden, 4 * hidden],
    ['b0', 1, 8 * hidden],
    ['w1', 2 * hidden, 8 * hidden],
    ['u1f', hidden, 4 * hidden],
    ['u1b', hidden, 4 * hidden],
    ['b1', 1, 8 * hidden],
    ['mlp', 2 * hidden, mlp],
    ['mlpB', 1, mlp],
    ['arc', arc, arc],
    ['arcB', 1, arc],
    ['label', 3 * label, labels],
    ['labelB', 1, labels],
    ['out', 2 * hidden, out],
    ['outB', 1, out],
    ['table-word', sizes.words, sizes.word],
    ['table-prefix', sizes.prefixes, sizes.prefix],
    ['table-suffix', sizes.suffixes, sizes.suffix],
    ['table-tag', sizes.tags + 1, sizes.tag],
    ['table-shape', sizes.shapes, sizes.shape],
  ];
  let at = 0;
  return shapes.map(([name, rows, columns]) => {
    const matrix = { name, at, rows, columns };
    at += eights(rows * columns);
    return matrix;
  });
};

export const parameterCount = (sizes: Sizes): number => {
  const last = matricesOf(sizes).at(-1);
  return last ? last.at + eights(last.rows * last.columns) : 0;
};

/** The intermediate results of one batch, as places in the kernel's memory. One layer's arrays hold both directions, forwards first. */
export interface Workspace {
  readonly x: number;
  readonly sums: number;
  readonly gates: readonly [readonly [number, number], readonly [number, number]];
  readonly states: readonly [readonly [number, number], readonly [number, number]];
  readonly outs: readonly [readonly [number, number], readonly [number, number]];
  readonly y: readonly [number, number];
  readonly z: number;
  readonly m: number;
  readonly t: number;
  readonly turned: number;
  readonly scores: number;
  readonly pairs: number;
  readonly labels: number;
  readonly out: number;
  readonly end: number;
}

/** Room for batches of up to `rows` rows with sentences of up to `longest` rows, beginning at `from`. */
export const workspaceOf = (sizes: Sizes, rows: number, longest: number, from: number): Workspace => {
  const { input, mlp, labels, out } = widths(sizes);
  const { hidden } = sizes;
  let end = from;
  const room = (floats: number) => {
    const at = end;
    end += eights(floats);
    return at;
  };
  const both = (columns: number) => [room(rows * columns), room(rows * columns)] as const;
  const layers = (columns: number) => [both(columns), both(columns)] as const;
  const places = {
    x: room(rows * input),
    sums: room(rows * 8 * hidden),
    gates: layers(4 * hidden),
    states: layers(hidden),
    outs: layers(hidden),
    y: both(2 * hidden),
    z: room(rows * 2 * hidden),
    m: room(rows * mlp),
    t: room(rows * sizes.arc),
    turned: room(sizes.arc * eights(longest)),
    scores: room(longest * eights(longest)),
    pairs: room(rows * 3 * sizes.label),
    labels: room(rows * labels),
    out: room(rows * out),
  };
  return { ...places, end };
};

/** A network in a kernel's memory: its parameters from `at`, its GloVe vectors (whole rows) as bytes times a scale. */
export interface Network {
  readonly kernel: Kernel;
  readonly sizes: Sizes;
  readonly places: Readonly<Record<MatrixName, number>>;
  readonly work: Workspace;
  readonly glove: Int8Array;
  readonly gloveScale: number;
}

export const placesOf = (sizes: Sizes, at: number): Readonly<Record<MatrixName, number>> => {
  const places: Partial<Record<MatrixName, number>> = {};
  for (const matrix of matricesOf(sizes)) places[matrix.name] = at + matrix.at;
  return places as Readonly<Record<MatrixName, number>>;
};
