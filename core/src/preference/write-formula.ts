import type { Formula } from './preference.ts';

/** How tightly a connective binds; a part that binds less tightly needs brackets. */
const BINDS = { iff: 0, if: 1, or: 2, and: 3, not: 4, option: 4 } as const;

const part = (formula: Formula, least: number): string => {
  const text = writeFormula(formula);
  return BINDS[formula.kind] < least ? `(${text})` : text;
};

const row = (of: readonly Formula[], kind: 'and' | 'or'): string =>
  of.map((each) => part(each, BINDS[kind] + 1)).join(` ${kind} `);

/**
 * Writes a formula as a conflict file has it, with the brackets that it needs and no more.
 *
 * @throws RangeError when an `and` or `or` joins nothing: no formula says that
 */
export const writeFormula = (formula: Formula): string => {
  switch (formula.kind) {
    case 'option':
      return formula.option;
    case 'not':
      return `not ${part(formula.of, BINDS.not)}`;
    case 'and':
    case 'or':
      if (formula.of.length === 0) throw new RangeError(`“${formula.kind}” joins nothing`);
      return row(formula.of, formula.kind);
    case 'if':
      return `${part(formula.that, BINDS.or)} if ${part(formula.when, BINDS.or)}`;
    case 'iff':
      return `${part(formula.left, BINDS.iff)} iff ${part(formula.right, BINDS.if)}`;
  }
};
