import type { OptionId } from '../vocabulary.ts';
import type { Formula } from './preference.ts';

/** An option taken (true) or not. */
export type Literals = ReadonlyMap<OptionId, boolean>;

/** Above so many terms a formula is not worth writing out. */
const MOST_TERMS = 64;

const both = (one: Literals, other: Literals): Literals | undefined => {
  const joined = new Map(one);
  for (const [option, taken] of other) {
    if ((joined.get(option) ?? taken) !== taken) return undefined;
    joined.set(option, taken);
  }
  return joined;
};

const covers = (wide: Literals, narrow: Literals): boolean =>
  [...wide].every(([option, taken]) => narrow.get(option) === taken);

/** Terms without those that another one covers. */
const shortest = (terms: readonly Literals[]): readonly Literals[] =>
  terms.filter(
    (term, at) =>
      !terms.some((other, place) => place !== at && covers(other, term) && (!covers(term, other) || place < at)),
  );

const terms = (formula: Formula, holds: boolean): readonly Literals[] | undefined => {
  const any = (parts: readonly (readonly [Formula, boolean])[]): readonly Literals[] | undefined => {
    const found: Literals[] = [];
    for (const [part, truth] of parts) {
      const own = terms(part, truth);
      if (own === undefined) return undefined;
      found.push(...own);
    }
    const kept = shortest(found);
    return kept.length > MOST_TERMS ? undefined : kept;
  };
  const all = (parts: readonly (readonly [Formula, boolean])[]): readonly Literals[] | undefined => {
    let found: readonly Literals[] = [new Map()];
    for (const [part, truth] of parts) {
      const own = terms(part, truth);
      if (own === undefined) return undefined;
      found = shortest(found.flatMap((term) => own.flatMap((other) => both(term, other) ?? [])));
      if (found.length > MOST_TERMS) return undefined;
    }
    return found;
  };
  switch (formula.kind) {
    case 'option':
      return [new Map([[formula.option, holds]])];
    case 'not':
      return terms(formula.of, !holds);
    case 'and':
    case 'or': {
      const parts = formula.of.map((part) => [part, holds] as const);
      return (formula.kind === 'and') === holds ? all(parts) : any(parts);
    }
    case 'if':
      return holds
        ? any([
            [formula.that, true],
            [formula.when, false],
          ])
        : all([
            [formula.that, false],
            [formula.when, true],
          ]);
    case 'iff': {
      const { left, right } = formula;
      const same = all([
        [left, true],
        [right, holds],
      ]);
      const neither = all([
        [left, false],
        [right, !holds],
      ]);
      if (same === undefined || neither === undefined) return undefined;
      const kept = shortest([...same, ...neither]);
      return kept.length > MOST_TERMS ? undefined : kept;
    }
  }
};

/**
 * A formula as alternatives, each of them options taken and not taken: what programs of the field can hold.
 *
 * @returns the alternatives (none: never true; one that is empty: always true), or undefined when there would be too many
 */
export const disjunctiveForm = (formula: Formula): readonly Literals[] | undefined => terms(formula, true);
