import type { Statement } from '@entente/core/statement/statement';

/** What is learnt from a suggestion: what made it, and what it says. */
export interface Traits {
  /** The rule or entry of the lexicon behind it: “verb: reject”. */
  readonly rule: string;
  readonly actor: string;
  readonly issue: string;
  readonly stance: string;
  /** Sureness as shipped, in (0, 1). */
  readonly confidence: number;
}

/** What a person made of a suggestion. */
export interface Decision extends Traits {
  readonly accepted: boolean;
}

/** A statement says less of itself once a person has taken it over: this sureness stands in. */
const UNKNOWN = 0.7;

export const traitsOf = ({ coder, actor, issue, stance, confidence }: Statement): Traits => ({
  rule: coder.name,
  actor,
  issue,
  stance,
  confidence: confidence ?? UNKNOWN,
});

/** The decisions in statements: suggestions of a rule or model that a person has accepted or rejected. */
export const decisionsIn = (statements: readonly Statement[]): Decision[] =>
  statements.flatMap((one) =>
    one.coder.kind === 'person' || one.status === 'suggested'
      ? []
      : [{ ...traitsOf(one), accepted: one.status === 'accepted' }],
  );

/** How often suggestions were accepted and rejected. */
export interface Tally {
  readonly accepted: number;
  readonly rejected: number;
}

/** The entries of a rule: “verb: refuse + accept” rests on “verb: refuse” and “verb: accept”. */
export const entriesOf = (rule: string): string[] => {
  const [kind = '', ...rest] = rule.split(': ');
  const words = rest.join(': ');
  return words === '' ? [rule] : words.split(' + ').map((word) => `${kind}: ${word}`);
};

/** How often suggestions of each entry of the lexicon were accepted and rejected. */
export const entryTallies = (decisions: readonly Decision[]): ReadonlyMap<string, Tally> => {
  const tallies = new Map<string, { accepted: number; rejected: number }>();
  for (const { rule, accepted } of decisions)
    for (const entry of entriesOf(rule)) {
      const tally = tallies.get(entry) ?? { accepted: 0, rejected: 0 };
      tally[accepted ? 'accepted' : 'rejected'] += 1;
      tallies.set(entry, tally);
    }
  return tallies;
};
