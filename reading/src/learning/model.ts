import { type Decision, entriesOf, type Tally, type Traits } from './suggestion.ts';

/** One thing that suggestions have in common: an entry of the lexicon, a kind of rule, an actor, an issue, a stance. */
export interface Feature {
  readonly name: string;
  readonly words: string;
}

/** What decisions have taught: how far each feature moves the log-odds of being right, and how often it was accepted and rejected. */
export interface Learned {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly decisions: number;
}

const EDGE = 1e-3;
const logit = (share: number): number => {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, share));
  return Math.log(inside / (1 - inside));
};
const share = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** How firmly weights are held at zero: as if each feature had been seen a few times to change nothing. */
const HOLD = { bias: 2, feature: 1.5 };
const SWEEPS = 40;

export const featuresOf = ({ rule, actor, issue, stance }: Traits): Feature[] => {
  const [kind = ''] = rule.split(': ');
  return [
    ...entriesOf(rule).map((entry) => ({ name: `rule ${entry}`, words: `with “${entry}”` })),
    { name: `kind ${kind}`, words: `by rules of the kind “${kind}”` },
    { name: `actor ${actor}`, words: `of ${actor}` },
    { name: `issue ${issue}`, words: `on ${issue}` },
    { name: `stance ${stance}`, words: `that say “${stance}”` },
  ];
};

/**
 * Fits what decisions say beyond the sureness as shipped.
 *
 *   P(right) = 1 / (1 + exp(-(logit(shipped sureness) + bias + sum of the weights of its features)))
 *
 * The weights are the most likely ones under normal priors around zero, found by Newton steps on one weight at a time; the likelihood has one peak,
 * so the order of decisions does not matter. Without decisions every weight is zero.
 *
 * Cost: O(decisions * features) a sweep.
 */
export const learn = (decisions: readonly Decision[]): Learned => {
  const weights = new Map<string, number>();
  const tallies = new Map<string, { accepted: number; rejected: number }>();
  const rows = decisions.map((decision) => {
    const names = featuresOf(decision).map(({ name }) => name);
    for (const name of new Set(names)) {
      const tally = tallies.get(name) ?? { accepted: 0, rejected: 0 };
      tally[decision.accepted ? 'accepted' : 'rejected'] += 1;
      tallies.set(name, tally);
    }
    return { names: [...new Set(names)], odds: logit(decision.confidence), right: decision.accepted ? 1 : 0 };
  });
  const holding = new Map<string, number[]>();
  rows.forEach(({ names }, row) => {
    for (const name of names) {
      const places = holding.get(name);
      if (places) places.push(row);
      else holding.set(name, [row]);
    }
  });
  const odds = rows.map((row) => row.odds);
  const step = (places: readonly number[], weight: number, hold: number): number => {
    let slope = -hold * weight;
    let bend = hold;
    for (const place of places) {
      const chance = share(odds[place] ?? 0);
      slope += (rows[place]?.right ?? 0) - chance;
      bend += chance * (1 - chance);
    }
    const change = Math.max(-1, Math.min(1, slope / bend));
    for (const place of places) odds[place] = (odds[place] ?? 0) + change;
    return weight + change;
  };
  const all = rows.map((_, place) => place);
  let bias = 0;
  for (let sweep = 0; sweep < SWEEPS && rows.length > 0; sweep += 1) {
    bias = step(all, bias, HOLD.bias);
    for (const [name, places] of holding) weights.set(name, step(places, weights.get(name) ?? 0, HOLD.feature));
  }
  return { bias, weights, tallies, decisions: decisions.length };
};

/** How sure a suggestion is after what was learnt; the sureness as shipped where nothing was. */
export const sureness = (traits: Traits, learned: Learned): number => {
  if (learned.decisions === 0) return traits.confidence;
  const moved = new Set(featuresOf(traits).map(({ name }) => name));
  let odds = logit(traits.confidence) + learned.bias;
  for (const name of moved) odds += learned.weights.get(name) ?? 0;
  return share(odds);
};

/** Why a sureness moved, in words: “because you rejected 4 of 5 with “verb: reject””. */
export const because = (traits: Traits, learned: Learned): string | undefined => {
  let most: { words: string; tally: Tally; weight: number } | undefined;
  for (const { name, words } of featuresOf(traits)) {
    const [weight = 0, tally] = [learned.weights.get(name), learned.tallies.get(name)];
    if (!tally || tally.accepted + tally.rejected < 2) continue;
    if (Math.abs(weight) > Math.abs(most?.weight ?? TELLING)) most = { words, tally, weight };
  }
  if (!most) return undefined;
  const { accepted, rejected } = most.tally;
  const [did, count] = most.weight < 0 ? ['rejected', rejected] : ['accepted', accepted];
  return count === 0 ? undefined : `because you ${did} ${count} of ${accepted + rejected} ${most.words}`;
};

/** A weight below this moves a sureness by less than two points of a hundred, and is not worth telling. */
const TELLING = 0.08;
