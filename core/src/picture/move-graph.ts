/** A place in a picture, in pixels from its upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Sizes that a picture of moves is laid out with. */
export interface GraphMeasure {
  /** Where each layer begins: where it starts, the moves, the answers. */
  readonly columns: readonly [number, number, number];
  /** How wide a state is drawn. */
  readonly state: number;
  readonly row: number;
}

/** A line from one place to another, level at both ends. */
export interface Line {
  readonly from: Place;
  readonly to: Place;
  readonly path: string;
}

/** Where everything of a tree of moves stands, in its order. */
export interface MoveGraph {
  readonly height: number;
  readonly start: Place;
  readonly branches: readonly {
    readonly at: Place;
    readonly line: Line;
    readonly replies: readonly { readonly at: Place; readonly line: Line }[];
  }[];
}

const GAP = 6;
/** Where it starts stands no lower than so many rows, so that it is seen first. */
const IN_VIEW = 4;

const line = (from: Place, to: Place): Line => {
  const middle = (from.x + to.x) / 2;
  const path =
    from.y === to.y
      ? `M${from.x} ${from.y}H${to.x}`
      : `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
  return { from, to, path };
};

/**
 * Lays a tree of moves out in layers from left to right: a row for each answer, at least one for each move, the start half way
 * down or where it is still in view.
 * Nothing crosses, and the same tree always looks the same.
 *
 * @param replies how many answers each move has
 */
export const moveGraph = (replies: readonly number[], measure: GraphMeasure): MoveGraph => {
  const { columns, state, row } = measure;
  const [first, second, third] = columns;
  let rows = 0;
  const placed = replies.map((count) => {
    const y = rows * row + row / 2;
    rows += Math.max(1, count);
    return { y, answers: Array.from({ length: count }, (_, at) => y + at * row) };
  });
  const height = Math.max(1, rows) * row;
  const start = { x: first, y: Math.min(height / 2, IN_VIEW * row) };
  return {
    height,
    start,
    branches: placed.map(({ y, answers }) => ({
      at: { x: second, y },
      line: line({ x: first + state + GAP, y: start.y }, { x: second - GAP, y }),
      replies: answers.map((answer) => ({
        at: { x: third, y: answer },
        line: line({ x: third - 78, y: answer }, { x: third - GAP, y: answer }),
      })),
    })),
  };
};
