import type { Conflict, DecisionMaker, Infeasible, Option } from '../conflict/conflict.ts';
import type { Formula, Preference, PreferenceStatement } from '../preference/preference.ts';
import type { OptionId } from '../vocabulary.ts';

/** A maker, by its place in the conflict. */
type Maker = number;

/**
 * One change to what a maker is taken to want. `aim` is the place of an aim in the maker's preference as it stands: preference
 * statements counted through the groups, tiers of a ranking, or weights in their order.
 */
export type PreferenceChange =
  | { readonly kind: 'drop'; readonly maker: Maker; readonly aim: number }
  | { readonly kind: 'reverse'; readonly maker: Maker; readonly aim: number }
  | { readonly kind: 'condition'; readonly maker: Maker; readonly aim: number; readonly when: Formula }
  | { readonly kind: 'move'; readonly maker: Maker; readonly aim: number; readonly to: number }
  | { readonly kind: 'add'; readonly maker: Maker; readonly statement: PreferenceStatement; readonly to: number };

/** A commitment: something that the parties could make so, whatever they want. */
export type Commitment =
  /** An option can no longer be undone (`forward`) or no longer be taken (`backward`). */
  | { readonly kind: 'one-way'; readonly option: OptionId; readonly moves: 'forward' | 'backward' }
  /** A combination is no longer possible. */
  | { readonly kind: 'rule-out'; readonly when: Formula; readonly text: string };

/** One change of cost 1. */
export type Change = PreferenceChange | Commitment;

export const isCommitment = (change: Change): change is Commitment =>
  change.kind === 'one-way' || change.kind === 'rule-out';

/** A change of form, which says how an aim could be held otherwise; no source speaks of it. Giving an aim up, or turning it round, is none. */
export const isFormal = ({ kind }: Change): boolean => kind === 'condition' || kind === 'move';

interface Aim {
  /** Its place in the preference as it stood; undefined when added. */
  readonly aim?: number;
  readonly statement: PreferenceStatement;
}

const negated = (statement: PreferenceStatement): PreferenceStatement => ({
  ...statement,
  that: statement.that.kind === 'not' ? statement.that.of : { kind: 'not', of: statement.that },
  text: statement.that.kind === 'not' ? formulaText(statement.that.of) : `not ${bracketed(statement.that)}`,
});

const conditioned = (statement: PreferenceStatement, when: Formula): PreferenceStatement => ({
  ...statement,
  that: { kind: 'if', that: statement.that, when },
  text: `${bracketed(statement.that)} if ${bracketed(when)}`,
});

const bracketed = (formula: Formula): string =>
  formula.kind === 'option' || formula.kind === 'not' ? formulaText(formula) : `(${formulaText(formula)})`;

/** A formula as one would type it. */
const formulaText = (formula: Formula): string => {
  switch (formula.kind) {
    case 'option':
      return formula.option;
    case 'not':
      return `not ${bracketed(formula.of)}`;
    case 'and':
    case 'or':
      return formula.of.map(bracketed).join(` ${formula.kind} `);
    case 'if':
      return `${bracketed(formula.that)} if ${bracketed(formula.when)}`;
    case 'iff':
      return `${bracketed(formula.left)} iff ${bracketed(formula.right)}`;
  }
};

/** First what alters an aim where it stands, then moves in order of aims, then additions: so a set of changes has one meaning. */
const ORDER = ['drop', 'reverse', 'condition', 'move', 'add'];
const inOrder = (changes: readonly PreferenceChange[]) =>
  [...changes].sort(
    (one, other) =>
      ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) || ('aim' in one && 'aim' in other ? one.aim - other.aim : 0),
  );

const insert = <Item>(items: readonly Item[], at: number, item: Item): Item[] => [
  ...items.slice(0, at),
  item,
  ...items.slice(at),
];

const changedStatements = (
  groups: readonly (readonly PreferenceStatement[])[],
  changes: readonly PreferenceChange[],
): Preference => {
  let aim = 0;
  let now: Aim[][] = groups.map((group) => group.map((statement) => ({ aim: aim++, statement })));
  const without = (which: number) =>
    now.map((group) => group.filter((entry) => entry.aim !== which)).filter(({ length }) => length > 0);
  const altered = (which: number, change: (statement: PreferenceStatement) => PreferenceStatement) =>
    now.map((group) =>
      group.map((entry) => (entry.aim === which ? { ...entry, statement: change(entry.statement) } : entry)),
    );
  for (const change of inOrder(changes)) {
    if (change.kind === 'drop') now = without(change.aim);
    else if (change.kind === 'reverse') now = altered(change.aim, negated);
    else if (change.kind === 'condition') now = altered(change.aim, (statement) => conditioned(statement, change.when));
    else if (change.kind === 'add') now = insert(now, change.to, [{ statement: change.statement }]);
    else {
      const moved = now.flat().find((entry) => entry.aim === change.aim);
      if (moved) now = insert(without(change.aim), change.to, [moved]);
    }
  }
  return { kind: 'statements', groups: now.map((group) => group.map(({ statement }) => statement)) };
};

/**
 * A preference after some changes to it. Changes that do not fit its method (dropping a tier of a ranking, say) alter nothing.
 */
export const changedPreference = (preference: Preference, changes: readonly PreferenceChange[]): Preference => {
  if (changes.length === 0) return preference;
  if (preference.kind === 'unknown') return changedStatements([], changes);
  if (preference.kind === 'statements') return changedStatements(preference.groups, changes);
  if (preference.kind === 'ranking') {
    let tiers = preference.tiers.map((tier, aim) => ({ aim, tier }));
    for (const change of inOrder(changes)) {
      const moved = change.kind === 'move' ? tiers.find(({ aim }) => aim === change.aim) : undefined;
      if (moved && change.kind === 'move')
        tiers = insert(
          tiers.filter((entry) => entry !== moved),
          change.to,
          moved,
        );
    }
    return { kind: 'ranking', tiers: tiers.map(({ tier }) => tier) };
  }
  const weights = [...preference.weights].map(([option, weight], aim) => {
    const factor = (change: PreferenceChange) =>
      'aim' in change && change.aim === aim ? (change.kind === 'drop' ? 0 : change.kind === 'reverse' ? -1 : 1) : 1;
    return [option, changes.reduce((now, change) => now * factor(change), weight)] as const;
  });
  return { kind: 'weights', weights: new Map(weights) };
};

const committedOption = (option: Option, commitments: readonly Commitment[]): Option => {
  const commitment = commitments.find((one) => one.kind === 'one-way' && one.option === option.id);
  return commitment?.kind === 'one-way' ? { ...option, moves: commitment.moves } : option;
};

/** A conflict after some changes to it. The conflict given stays as it is. */
export const changedConflict = (conflict: Conflict, changes: readonly Change[]): Conflict => {
  const commitments = changes.filter(isCommitment);
  const makers = conflict.makers.map(
    (maker, at): DecisionMaker => ({
      ...maker,
      options: maker.options.map((option) => committedOption(option, commitments)),
      prefers: changedPreference(
        maker.prefers,
        changes.filter((change): change is PreferenceChange => !isCommitment(change) && change.maker === at),
      ),
    }),
  );
  const ruledOut = commitments.flatMap((commitment): Infeasible[] =>
    commitment.kind === 'rule-out' ? [{ when: commitment.when, text: commitment.text, because: [] }] : [],
  );
  return { ...conflict, makers, infeasible: [...conflict.infeasible, ...ruledOut] };
};
