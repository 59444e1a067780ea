import type { Formula } from '../preference/preference.ts';
import { readFormula } from '../preference/read-formula.ts';
import { type OptionId, statementId } from '../vocabulary.ts';
import type { Infeasible, InfeasibleKind } from './conflict.ts';
import { FIELDS, type Fields, type Intake, type Path } from './fields.ts';

/** What the options are when a rule is read. */
export interface Known {
  readonly ids: ReadonlySet<OptionId>;
  /** In file order. */
  readonly order: readonly OptionId[];
}

const not = (of: Formula): Formula => ({ kind: 'not', of });

const both = (of: readonly Formula[], kind: 'and' | 'or'): Formula => {
  const [first] = of;
  return of.length === 1 && first ? first : { kind, of };
};

/** Two or more of them hold. */
const twoOf = (parts: readonly Formula[]): Formula =>
  both(
    parts.flatMap((one, at) => parts.slice(at + 1).map((other): Formula => ({ kind: 'and', of: [one, other] }))),
    'or',
  );

/** The most that such a rule lists: it is written out in pairs. */
const MOST_LISTED = 64;

const LISTS = ['mutually-exclusive', 'at-least-one-of', 'exactly-one-of'] as const;

const WORDS = {
  'mutually-exclusive': 'at most one of',
  'at-least-one-of': 'at least one of',
  'exactly-one-of': 'exactly one of',
} as const;

type Rule = Pick<Infeasible, 'when' | 'text' | 'written'>;

const formulaAt = (raw: unknown, at: Path, known: Known, intake: Intake, what: string) => {
  const text = intake.text(raw, at, what);
  if (text === undefined) return undefined;
  const read = readFormula(text, known.ids, at);
  if (read.ok) return { formula: read.value, text };
  intake.problems.push(...read.problems);
  return undefined;
};

const listRule = (
  kind: (typeof LISTS)[number],
  raw: unknown,
  at: Path,
  known: Known,
  intake: Intake,
): Rule | undefined => {
  const list = intake.list(raw, at, `“${kind}”`);
  if (list && (list.length > MOST_LISTED || new Set(list).size < list.length))
    return intake.problem(
      'conflict/infeasible',
      at,
      `“${kind}” has an option twice, or more than ${MOST_LISTED}. Name each once.`,
    );
  const parts = (list ?? []).flatMap(
    (each, place) => formulaAt(each, [...at, place], known, intake, 'An option') ?? [],
  );
  if (!list || parts.length < list.length) return undefined;
  const least = kind === 'mutually-exclusive' ? 2 : 1;
  if (parts.length < least)
    return intake.problem('conflict/infeasible', at, `“${kind}” needs at least ${least} options.`);
  const formulas = parts.map(({ formula }) => formula);
  const of = parts.map(({ text }) => text);
  const none = both(formulas.map(not), 'and');
  const when =
    kind === 'at-least-one-of'
      ? none
      : kind === 'mutually-exclusive' || of.length === 1
        ? twoOf(formulas)
        : both([none, twoOf(formulas)], 'or');
  return { when: of.length === 1 ? none : when, text: `${WORDS[kind]} ${of.join(', ')}`, written: { kind, of } };
};

const patternFormula = (pattern: string, { order }: Known): Formula | undefined => {
  if (pattern.length !== order.length || !/^[YN-]+$/.test(pattern) || /^-+$/.test(pattern)) return undefined;
  const literals = order.flatMap((option, at): Formula[] => {
    const is: Formula = { kind: 'option', option };
    return pattern[at] === 'Y' ? [is] : pattern[at] === 'N' ? [not(is)] : [];
  });
  return both(literals, 'and');
};

const statesRule = (raw: unknown, at: Path, known: Known, intake: Intake): Rule | undefined => {
  const patterns = intake.texts(raw, at, 'A state');
  const formulas = patterns.flatMap((pattern, place) => {
    const formula = patternFormula(pattern, known);
    if (formula) return [formula];
    const says = `“${pattern}” is no pattern: one letter an option, ${known.order.length} in all, Y taken, N not, - either; not all of them -.`;
    intake.problem('conflict/pattern', Array.isArray(raw) ? [...at, place] : at, says);
    return [];
  });
  if (formulas.length === 0) return undefined;
  const written: InfeasibleKind = { kind: 'states', patterns };
  return { when: both(formulas, 'or'), text: patterns.join(', '), written };
};

const requiresRule = (fields: Fields, at: Path, known: Known, intake: Intake): Rule | undefined => {
  const option = formulaAt(fields.get('option'), [...at, 'option'], known, intake, '“option”, what requires another,');
  const needed = formulaAt(fields.get('requires'), [...at, 'requires'], known, intake, '“requires”, what it requires,');
  if (!option || !needed) return undefined;
  return {
    when: { kind: 'and', of: [option.formula, not(needed.formula)] },
    text: `${option.text} requires ${needed.text}`,
    written: { kind: 'requires', option: option.text, requires: needed.text },
  };
};

const KINDS = ['when', ...LISTS, 'requires', 'states'] as const;

/** Reads one rule that makes combinations infeasible: a formula, or one of the textbook kinds. */
export const readInfeasible = (raw: unknown, at: Path, known: Known, intake: Intake): Infeasible | undefined => {
  if (typeof raw === 'string') {
    const rule = formulaAt(raw, at, known, intake, 'An infeasible combination');
    return rule && { when: rule.formula, text: rule.text, because: [] };
  }
  const fields = intake.fields(raw, at, FIELDS.infeasible, 'An infeasible combination');
  if (!fields) return undefined;
  const kinds = KINDS.filter((kind) => fields.has(kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const says =
      kind === undefined
        ? `An infeasible combination needs one of ${KINDS.join(', ')}.`
        : `An infeasible combination is one of ${kinds.join(', ')}: make two entries of it.`;
    return intake.problem('conflict/infeasible', at, says);
  }
  const place = [...at, kind];
  const read = (): Rule | undefined => {
    if (kind === 'when') {
      const rule = formulaAt(fields.get('when'), place, known, intake, '“when”');
      return rule && { when: rule.formula, text: rule.text };
    }
    if (kind === 'requires') return requiresRule(fields, at, known, intake);
    if (kind === 'states') return statesRule(fields.get('states'), place, known, intake);
    return listRule(kind, fields.get(kind), place, known, intake);
  };
  const rule = read();
  const why = intake.optionalText(fields, 'why', at, '“why”');
  const note = intake.optionalText(fields, 'note', at, '“note”');
  const because = intake.texts(fields.get('because'), [...at, 'because'], 'The id of a statement').map(statementId);
  return rule && { ...rule, ...(why !== undefined && { why }), because, ...(note !== undefined && { note }) };
};
