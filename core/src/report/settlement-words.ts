import type { Conflict } from '../conflict/conflict.ts';
import type { Formula, PreferenceStatement } from '../preference/preference.ts';
import { type Change, isCommitment } from '../settlement/change.ts';
import type { Access } from '../settlement/effect.ts';
import { optionId, type StatementId } from '../vocabulary.ts';
import { withArticle } from './words.ts';

const optionNames = (conflict: Conflict): ReadonlyMap<string, { readonly name: string; readonly maker: string }> =>
  new Map(
    conflict.makers.flatMap(({ name: maker, options }) =>
      options.map(({ id, name }) => [id, { name, maker: withArticle(maker) }]),
    ),
  );

/** A name in quotation marks; marks inside it become single ones. */
const quoted = (name: string): string => `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;

const BINDS = { iff: 0, if: 1, or: 2, and: 3, not: 4, option: 4 } as const;

/** A formula with the names of its options: `“Withdraw the policy” if “Accept”`. */
export const formulaWords = (conflict: Conflict, formula: Formula): string => {
  const names = optionNames(conflict);
  const words = (part: Formula): string => {
    const inner = (of: Formula, least: number) => (BINDS[of.kind] < least ? `(${words(of)})` : words(of));
    switch (part.kind) {
      case 'option':
        return quoted(names.get(part.option)?.name ?? part.option);
      case 'not':
        return `not ${inner(part.of, BINDS.not)}`;
      case 'and':
      case 'or':
        return part.of.map((of) => inner(of, BINDS[part.kind] + 1)).join(` ${part.kind} `);
      case 'if':
        return `${inner(part.that, BINDS.or)} if ${inner(part.when, BINDS.or)}`;
      case 'iff':
        return `${inner(part.left, BINDS.or)} exactly when ${inner(part.right, BINDS.or)}`;
    }
  };
  return words(formula);
};

/** The aim that a change speaks of: the preference statement at its place, counted through the groups. */
export const aimOf = (conflict: Conflict, change: Change): PreferenceStatement | undefined => {
  if (isCommitment(change)) return undefined;
  if (change.kind === 'add') return change.statement;
  const preference = conflict.makers[change.maker]?.prefers;
  return preference?.kind === 'statements' ? preference.groups.flat()[change.aim] : undefined;
};

/** The statements that bear what a change touches. */
export const evidenceOf = (conflict: Conflict, change: Change): readonly StatementId[] => {
  if (change.kind === 'one-way')
    return conflict.makers.flatMap(({ options }) => options.find(({ id }) => id === change.option)?.because ?? []);
  return aimOf(conflict, change)?.because ?? [];
};

const ordinal = (at: number): string => {
  const place = at + 1;
  const last = place % 100 > 10 && place % 100 < 14 ? 0 : place % 10;
  return `${place}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
};

const placeWords = (at: number): string => (at === 0 ? 'first' : `in ${ordinal(at)} place`);

/** An aim as what somebody is after: `“Accept”`, `avoiding “Accept”`, `“Withdraw” if “Accept”`. */
const aimWords = (conflict: Conflict, formula: Formula): string =>
  formula.kind === 'not' && formula.of.kind === 'option'
    ? `avoiding ${formulaWords(conflict, formula.of)}`
    : formulaWords(conflict, formula);

/** A condition as a clause: `while “Test” goes on`. */
const whileWords = (conflict: Conflict, formula: Formula): string => {
  if (formula.kind === 'option') return `only where ${formulaWords(conflict, formula)} is so`;
  if (formula.kind === 'not' && formula.of.kind === 'option')
    return `only where ${formulaWords(conflict, formula.of)} is not so`;
  return `only where ${formulaWords(conflict, formula)}`;
};

const subjectOf = (conflict: Conflict, change: Exclude<Change, { kind: 'one-way' | 'rule-out' | 'add' }>): string => {
  const { prefers } = conflict.makers[change.maker] ?? {};
  if (prefers?.kind === 'statements') {
    const statement = aimOf(conflict, change);
    return statement === undefined ? 'its aim' : `its aim of ${aimWords(conflict, statement.that)}`;
  }
  if (prefers?.kind === 'weights')
    return `its weight on ${formulaWords(conflict, { kind: 'option', option: [...prefers.weights.keys()][change.aim] ?? optionId('') })}`;
  return `its ${ordinal(change.aim)} tier of states`;
};

/**
 * One change as what would have to become of it: “dropped its aim of …”. Who changes stands before it. The parties' own words stand
 * behind it as evidence (`evidenceOf`); what is assumed is said to be.
 */
export const changeInWords = (conflict: Conflict, change: Change): string => {
  if (change.kind === 'one-way') {
    const { name = change.option, maker = 'its maker' } = optionNames(conflict).get(change.option) ?? {};
    return change.moves === 'forward'
      ? `${maker} could not undo ${quoted(name)}`
      : `${maker} could not take up ${quoted(name)} any more`;
  }
  if (change.kind === 'rule-out') return `there could not be ${formulaWords(conflict, change.when)}`;
  if (change.kind === 'add') return `wanted ${aimWords(conflict, change.statement.that)}, ${placeWords(change.to)}`;
  const subject = `${subjectOf(conflict, change)}${aimOf(conflict, change)?.assumed ? ' (assumed)' : ''}`;
  if (change.kind === 'drop') return `dropped ${subject}`;
  if (change.kind === 'reverse') return `reversed ${subject}`;
  if (change.kind === 'condition') return `held to ${subject} ${whileWords(conflict, change.when)}`;
  return `put ${subject} ${placeWords(change.to)}`;
};

const ACCESS: Readonly<Record<Access, string>> = {
  'status-quo': 'It is the status quo.',
  'by-improvements': 'It could then be reached from the status quo by steps that each party gains from.',
  'by-moves': 'It could be reached from the status quo, though not by steps that each party gains from.',
  'not-reachable': 'It could not be reached from the status quo.',
  'status-quo-unknown': 'The conflict file names no status quo, so it is not said whether it could be reached.',
};

export const accessWords = (access: Access): string => ACCESS[access];

/** Who a change is of: the maker whose aim it is, or nobody for a commitment, which names its own. */
const whose = (conflict: Conflict, change: Change): string =>
  isCommitment(change) ? '' : `${withArticle(conflict.makers[change.maker]?.name ?? '')} `;

/** A set of changes in one clause: `North Korea dropped …; and Japan reversed …`. */
export const changesInWords = (conflict: Conflict, changes: readonly Change[]): string => {
  const parts = changes.map((change) => `${whose(conflict, change)}${changeInWords(conflict, change)}`);
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1)}`;
};
