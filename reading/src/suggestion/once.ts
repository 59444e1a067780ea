import type { Statement } from '@entente/core/statement/statement';

const sameCoding = (a: Statement, b: Statement): boolean =>
  a.actor === b.actor &&
  a.issue === b.issue &&
  a.stance === b.stance &&
  a.passage.start < b.passage.end &&
  b.passage.start < a.passage.end;

/** Overlapping codings of one actor, issue and stance are one statement: the surer, with the reason and condition of either. */
export const once = (all: readonly Statement[]): Statement[] => {
  const kept: Statement[] = [];
  for (const one of all) {
    const index = kept.findIndex((other) => sameCoding(one, other));
    const other = kept[index];
    if (!other) kept.push(one);
    else if ((one.confidence ?? 0) > (other.confidence ?? 0)) kept[index] = { ...other, ...one };
    else kept[index] = { ...one, ...other };
  }
  return kept;
};

/** A reason given in the next sentence for the same position counts for this one too. */
export const withReasons = (all: readonly Statement[]): Statement[] =>
  all.map((one, index) => {
    if (one.reason) return one;
    const near = all
      .slice(index + 1, index + 4)
      .find(
        (other) =>
          other.reason &&
          other.actor === one.actor &&
          other.issue === one.issue &&
          other.stance === one.stance &&
          other.passage.start - one.passage.end < 400,
      );
    return near?.reason ? { ...one, reason: near.reason } : one;
  });
