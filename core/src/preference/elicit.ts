import type { Statement } from '../statement/statement.ts';
import type { OptionId, StatementId } from '../vocabulary.ts';
import type { Formula, PreferenceStatement } from './preference.ts';

/** The parts that an actor can play in the question that a conflict turns on, as options. */
export interface FocalOptions {
  /** The option of the one who proposes. */
  readonly press: OptionId;
  /** The options of those who would have to agree, by maker; `undecided` are those of makers who take no position. */
  readonly accept: readonly OptionId[];
  readonly undecided: readonly OptionId[];
}

const option = (id: OptionId): Formula => ({ kind: 'option', option: id });
const not = (of: Formula): Formula => ({ kind: 'not', of });
const given = (that: Formula, when: Formula): Formula => ({ kind: 'if', that, when });
const all = (ids: readonly OptionId[]): Formula => {
  const [first, ...rest] = ids.map(option);
  if (first === undefined) throw new RangeError('Nothing to join');
  return rest.length === 0 ? first : { kind: 'and', of: [first, ...rest] };
};

/** A wish read off statements, before the same wish from other statements is joined to it. */
export interface Wish {
  readonly that: Formula;
  readonly because: readonly StatementId[];
  /** How far the words bear it: all of it, or a part with the rest being our reading. */
  readonly bears: 'all' | 'part';
  readonly note?: string;
}

const ids = (statements: readonly Statement[]) => statements.map(({ id }) => id);

/**
 * A stance that holds on a condition: the actor would rather that the condition is met if it goes along. “Will reject unless the
 * United States withdraws” gives `withdraw if accept`; a bargain (“in exchange for”) gives `accept if withdraw` as well.
 */
export const conditionWishes = (own: OptionId, condition: OptionId, statement: Statement): readonly Wish[] => {
  const demanded = option(condition);
  const wish: Wish = { that: given(demanded, option(own)), because: [statement.id], bears: 'all' };
  if (statement.condition?.kind !== 'in-exchange') return [wish];
  return [wish, { that: given(option(own), demanded), because: [statement.id], bears: 'all' }];
};

/** What the one who proposes wants: to press its proposal, and that those who are asked accept. */
export const proposerWishes = (focal: FocalOptions, statements: readonly Statement[]): readonly Wish[] => [
  { that: option(focal.press), because: ids(statements), bears: 'all' },
  ...(focal.accept.length > 0
    ? [
        {
          that: all(focal.accept),
          because: ids(statements),
          bears: 'all' as const,
          note: 'What it proposes needs those whom it asks.',
        },
      ]
    : []),
];

/**
 * What an opponent of the proposal wants: that it is not pressed, that those who are undecided do not accept it, and to object as long
 * as it is pressed. A reason that names what another does makes the second depend on it.
 */
export const opponentWishes = (
  focal: FocalOptions,
  own: OptionId,
  statements: readonly Statement[],
  reasons: readonly { readonly option: OptionId; readonly statement: Statement }[],
): readonly Wish[] => {
  const because = ids(statements);
  const open = focal.undecided.length > 0 ? focal.undecided : focal.accept;
  return [
    ...reasons.flatMap(({ option: reason, statement }): Wish[] =>
      open.map((accept) => ({
        that: given(not(option(accept)), option(reason)),
        because: [statement.id],
        bears: 'all',
        note: 'From the reason that it gives.',
      })),
    ),
    ...open.map((accept): Wish => ({ that: not(option(accept)), because, bears: 'all' })),
    { that: not(option(focal.press)), because, bears: 'all' },
    { that: { kind: 'iff', left: option(own), right: option(focal.press) }, because, bears: 'all' },
  ];
};

/** A plain stance on what somebody can do: for it, or against it. */
export const plainWish = (id: OptionId, stance: 'support' | 'oppose', statements: readonly Statement[]): Wish => ({
  that: stance === 'support' ? option(id) : not(option(id)),
  because: ids(statements),
  bears: statements.some(({ level }) => level === 'explicit') ? 'all' : 'part',
  ...(statements.every(({ level }) => level === 'implied') && {
    note: 'Read from conduct or presupposition, not said.',
  }),
});

/** Wishes as preference statements, the same formula once with all that bears it. */
export const preferenceStatements = (
  wishes: readonly Wish[],
  write: (formula: Formula) => string,
): readonly PreferenceStatement[] => {
  const byText = new Map<string, Wish>();
  for (const wish of wishes) {
    const text = write(wish.that);
    const known = byText.get(text);
    const note = known?.note ?? wish.note;
    byText.set(text, {
      that: wish.that,
      because: [...new Set([...(known?.because ?? []), ...wish.because])],
      bears: known?.bears === 'all' || wish.bears === 'all' ? 'all' : 'part',
      ...(note !== undefined && { note }),
    });
  }
  return [...byText].map(([text, { that, because, bears, note }]) => {
    const words = [...(bears === 'part' ? ['In part.'] : []), ...(note ? [note] : [])].join(' ');
    return { that, text, because, assumed: false, ...(words && { note: words }) };
  });
};
