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
