import type { Conflict } from '../conflict/conflict.ts';
import type { Formula, PreferenceStatement } from '../preference/preference.ts';
import { type Change, isCommitment } from '../settlement/change.ts';
import type { Access } from '../settlement/effect.ts';
import type { StatementId } from '../vocabulary.ts';

const optionNames = (conflict: Conflict): ReadonlyMap<string, { readonly name: string; readonly maker: string }> =>
  new Map(conflict.makers.flatMap(({ name: maker, options }) => options.map(({ id, name }) => [id, { name, maker }])));

const BINDS = { iff: 0, if: 1, or: 2, and: 3, not: 4, option: 4 } as const;

/** A formula with the names of its options: `“Withdraw the policy” if “Accept”`. */
export const formulaWords = (conflict: Conflict, formula: Formula): string => {
  const names = optionNames(conflict);
  const words = (part: Formula): string => {
    const inner = (of: Formula, least: number) => (BINDS[of.kind] < least ? `(${words(of)})` : words(of));
    switch (part.kind) {
      case 'option':
        return `“${names.get(part.option)?.name ?? part.option}”`;
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

const placeWords = (at: number): string => (at === 0 ? 'before all others' : `to ${ordinal(at)} place`);

const subjectOf = (conflict: Conflict, change: Exclude<Change, { kind: 'one-way' | 'rule-out' | 'add' }>): string => {
  const maker = conflict.makers[change.maker];
  const { prefers } = maker ?? {};
  if (prefers?.kind === 'statements') {
    const statement = aimOf(conflict, change);
    return statement === undefined ? '' : formulaWords(conflict, statement.that);
  }
  if (prefers?.kind === 'weights') return `“${[...prefers.weights.keys()][change.aim] ?? ''}”`;
  return `its ${ordinal(change.aim)} tier of states`;
};

/**
 * One change in words, as something that would have to be so: “North Korea no longer wants …”. The parties' own words stand behind it
 * as evidence (`evidenceOf`); what is assumed is said to be.
 */
export const changeInWords = (conflict: Conflict, change: Change): string => {
  if (change.kind === 'one-way') {
    const owner = optionNames(conflict).get(change.option);
    const [name, maker] = [owner?.name ?? change.option, owner?.maker ?? ''];
    return change.moves === 'forward'
      ? `${maker} could not take back “${name}” once it is done`
      : `${maker} could not take up “${name}” again once it has stopped`;
  }
  if (change.kind === 'rule-out') return `it became impossible to have ${formulaWords(conflict, change.when)}`;
  const maker = conflict.makers[change.maker]?.name ?? '';
  if (change.kind === 'add')
    return `${maker} wanted ${formulaWords(conflict, change.statement.that)}, ${change.to === 0 ? 'before all else' : `in ${ordinal(change.to)} place`}`;
  const subject = subjectOf(conflict, change);
  const assumed = aimOf(conflict, change)?.assumed ? ' (assumed)' : '';
  if (change.kind === 'drop') return `${maker} no longer minded ${subject}${assumed}`;
  if (change.kind === 'reverse') return `${maker} wanted the reverse of ${subject}${assumed}`;
  if (change.kind === 'condition')
    return `${maker} held to ${subject}${assumed} only where ${formulaWords(conflict, change.when)}`;
  return `${maker} put ${subject}${assumed} ${placeWords(change.to)}`;
};

const ACCESS: Readonly<Record<Access, string>> = {
  'status-quo': 'It is the status quo.',
  'by-improvements': 'It could then be reached from the status quo by steps that each party gains from.',
  'by-moves': 'It could be reached from the status quo, though not by steps that each party gains from.',
  'not-reachable': 'It could not be reached from the status quo.',
  'status-quo-unknown': 'The conflict file names no status quo, so it is not said whether it could be reached.',
};

export const accessWords = (access: Access): string => ACCESS[access];

/** A set of changes in one sentence: `If A and B, …`. */
export const changesInWords = (conflict: Conflict, changes: readonly Change[]): string => {
  const parts = changes.map((change) => changeInWords(conflict, change));
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1)}`;
};
