import { type OptionId, type Outcome, optionId, type Problem } from '../vocabulary.ts';
import { nearest } from './nearest.ts';
import type { Formula } from './preference.ts';

/** Words that cannot be the id of an option. */
export const KEYWORDS: readonly string[] = ['not', 'and', 'or', 'if', 'iff', 'then'];

/** What an id looks like: letters, digits, `_`, `-` and `.`, no sign first. */
export const ID = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u;

const DEEPEST = 200;

interface Token {
  readonly text: string;
  readonly at: number;
}

/** Thrown inside the reader at the first fault of syntax, and caught by it. */
class Fault {
  readonly at: number;
  readonly says: string;
  constructor(at: number, says: string) {
    this.at = at;
    this.says = says;
  }
}

const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/\s+|[()]|[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*|./gsu)) {
    const [word] = match;
    if (/^\s/u.test(word)) continue;
    if (word !== '(' && word !== ')' && !ID.test(word))
      throw new Fault(match.index, `“${word}” has no meaning in a formula`);
    const lower = word.toLowerCase();
    tokens.push({ text: KEYWORDS.includes(lower) ? lower : word, at: match.index });
  }
  return tokens;
};

const several = (kind: 'and' | 'or', of: readonly Formula[]): Formula => {
  const [first] = of;
  return of.length === 1 && first ? first : { kind, of };
};

const parsed = (text: string, known: ReadonlySet<OptionId>, unknown: Token[]): Formula => {
  const tokens = tokensOf(text);
  let place = 0;
  let depth = 0;
  const next = (word: string): boolean => tokens[place]?.text === word;
  const taken = (word: string): boolean => {
    if (!next(word)) return false;
    place++;
    return true;
  };
  const here = (): string => {
    const token = tokens[place];
    return token ? `before “${token.text}”` : 'at the end';
  };
  const fault = (says: string) => new Fault(tokens[place]?.at ?? text.length, says);
  const deeper = <Value>(inner: () => Value): Value => {
    if (++depth > DEEPEST) throw fault(`brackets and nots stand more than ${DEEPEST} deep`);
    const value = inner();
    depth--;
    return value;
  };

  const atom = (): Formula => {
    if (taken('not')) return deeper(() => ({ kind: 'not', of: atom() }));
    if (taken('(')) {
      const opened = tokens[place - 1]?.at ?? 0;
      const inner = deeper(equivalence);
      if (!taken(')'))
        throw place < tokens.length
          ? fault(`“and”, “or”, “if”, “iff” or “)” is missing ${here()}`)
          : new Fault(opened, 'the bracket that opens here is never closed');
      return inner;
    }
    const token = tokens[place];
    if (token === undefined || token.text === ')' || KEYWORDS.includes(token.text))
      throw fault(`an option, “not” or “(” is missing ${here()}`);
    place++;
    const option = optionId(token.text);
    if (!known.has(option)) unknown.push(token);
    return { kind: 'option', option };
  };
  const row = (kind: 'and' | 'or', part: () => Formula): Formula => {
    const parts = [part()];
    while (taken(kind)) parts.push(part());
    return several(kind, parts);
  };
  const conjunction = () => row('and', atom);
  const disjunction = () => row('or', conjunction);
  const implication = (): Formula => {
    if (taken('if')) {
      const when = disjunction();
      if (!taken('then')) throw fault(`“then” is missing ${here()}: write “Q if P” or “if P then Q”`);
      return { kind: 'if', that: disjunction(), when };
    }
    const that = disjunction();
    if (!taken('if')) return that;
    const when = disjunction();
    if (next('if')) throw fault('two “if” in a row can be read in two ways: set brackets');
    return { kind: 'if', that, when };
  };
  const equivalence = (): Formula => {
    let left = implication();
    while (taken('iff')) left = { kind: 'iff', left, right: implication() };
    return left;
  };

  const formula = equivalence();
  if (next(')')) throw fault('this “)” closes no bracket');
  if (place < tokens.length) throw fault(`“and”, “or”, “if” or “iff” is missing ${here()}`);
  return formula;
};

/** The problem of an option that nobody has, with the one that was likely meant. */
export const unknownOption = (
  id: string,
  known: Iterable<string>,
  at: readonly (string | number)[],
  where = '',
): Problem => {
  const ids = [...known];
  const near = nearest(id, ids);
  const remedy = near
    ? `Did you mean “${near}”?`
    : ids.length > 0
      ? `Known: ${ids.slice(0, 12).join(', ')}${ids.length > 12 ? ', …' : ''}. Add it under the options of its maker, or correct it.`
      : 'Add it under the options of its maker.';
  return {
    code: 'conflict/unknown-option',
    at,
    says: `No decision maker has an option “${id}”${where}. ${remedy}`,
  };
};

/** What is wrong with a formula, and the letters of it that are. */
export interface FormulaFault {
  readonly start: number;
  readonly end: number;
  readonly says: string;
}

/** Where a formula goes wrong: the first fault of syntax, else every option that is not known; none where it can be read. */
export const formulaFaults = (text: string, known: ReadonlySet<OptionId>): readonly FormulaFault[] => {
  const unknown: Token[] = [];
  try {
    parsed(text, known, unknown);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const [word = ''] = /^(?:[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*|.)/su.exec(text.slice(fault.at)) ?? [];
    return [{ start: fault.at, end: fault.at + word.length, says: fault.says }];
  }
  return unknown.map(({ text: word, at }) => ({
    start: at,
    end: at + word.length,
    says: unknownOption(word, known, []).says,
  }));
};

/**
 * Reads a formula: option ids with `not`, `and`, `or`, `if`, `iff` and brackets, binding in that order. `Q if P` and
 * `if P then Q` are the implication, true when P is false.
 *
 * @returns the formula, or the first fault of syntax with its place and every option that is not known
 * @example readFormula('drop if accept', new Set([optionId('drop'), optionId('accept')]), [])
 */
export const readFormula = (
  text: string,
  known: ReadonlySet<OptionId>,
  at: readonly (string | number)[],
): Outcome<Formula> => {
  const unknown: Token[] = [];
  const problems: Problem[] = [];
  let value: Formula | undefined;
  try {
    value = parsed(text, known, unknown);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const shown = text.length > 80 ? `${text.slice(0, 77)}…` : text;
    problems.push({
      code: 'conflict/formula',
      at,
      says: `The formula “${shown}” does not parse: at character ${fault.at + 1}, ${fault.says}. Use option ids with not, and, or, if, iff and brackets.`,
    });
  }
  const said = new Set<string>();
  for (const token of unknown) {
    if (said.has(token.text)) continue;
    said.add(token.text);
    problems.push(unknownOption(token.text, known, at, `, at character ${token.at + 1} of “${text.slice(0, 80)}”`));
  }
  return value && problems.length === 0 ? { ok: true, value } : { ok: false, problems };
};
