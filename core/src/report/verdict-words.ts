import { codeOf, type Maker, patternOf, type State } from '../conflict/state-space.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import { moves } from '../stability/legal-move.ts';
import type { Answer, Step, Verdict } from '../stability/verdict.ts';
import type { Concept } from '../vocabulary.ts';
import { withArticle } from './words.ts';

/** What each concept is called in a sentence. */
export const CONCEPT_NAMES: Readonly<Record<Concept, string>> = {
  nash: 'Nash',
  gmr: 'GMR',
  smr: 'SMR',
  seq: 'SEQ',
  'symmetric-sequential': 'symmetric sequential',
  simultaneous: 'simultaneous sanctioning',
};

/** How many improvements are spelt out before the rest is counted. */
const SPELT = 3;

/** A maker as it stands in a sentence: “the United States”, “Japan”. */
export const nameOf = (model: GraphModel, maker: Maker): string => withArticle(model.makers[maker]?.name ?? '');

/** A sentence may begin with “the”; a name that is written small stays so. */
const sentence = (text: string): string => (text.startsWith('the ') ? `T${text.slice(1)}` : text);

export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** An option's name in quotes; quotes inside become single ones. */
const quoted = (name: string): string => `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** What changes between two states: `taking up “accept” and giving up “test”`. */
export const changeWords = (model: GraphModel, from: State, to: State): string => {
  const [before, after] = [codeOf(model, from), codeOf(model, to)];
  const changed = model.options.map(({ name }, at) => ({
    name: quoted(name),
    was: (before >>> at) & 1,
    is: (after >>> at) & 1,
  }));
  const taken = changed.filter(({ was, is }) => is > was).map(({ name }) => name);
  const dropped = changed.filter(({ was, is }) => is < was).map(({ name }) => name);
  return [
    ...(taken.length > 0 ? [`taking up ${listed(taken)}`] : []),
    ...(dropped.length > 0 ? [`giving up ${listed(dropped)}`] : []),
  ].join(' and ');
};

/** How many ranks a maker tells apart. */
const best = (model: GraphModel, maker: Maker): number => {
  const ranks = model.ranks[maker];
  if (ranks === undefined) return 0;
  let most = bestRanks.get(ranks) ?? 0;
  if (most === 0) for (const rank of ranks) if (rank > most) most = rank;
  bestRanks.set(ranks, most);
  return most;
};

/** Found once for each array of ranks: there may be millions. */
const bestRanks = new WeakMap<Uint32Array, number>();

/** The place of a state in a maker's ranking: 1 is best. */
export const placeOf = (
  model: GraphModel,
  maker: Maker,
  state: State,
): { readonly place: number; readonly of: number } => {
  const of = best(model, maker);
  return { place: of - (model.ranks[maker]?.[state] ?? 0) + 1, of };
};

const fate = (model: GraphModel, maker: Maker, state: State, sanction: State): string => {
  if (sanction === state) return `which brings ${nameOf(model, maker)} back to where it stood`;
  const [now, then] = [placeOf(model, maker, state), placeOf(model, maker, sanction)];
  return now.place === then.place
    ? `which leaves ${nameOf(model, maker)} no better off (rank ${then.place} of ${then.of}, as before)`
    : `which leaves ${nameOf(model, maker)} worse off (rank ${then.place} of ${then.of} instead of ${now.place})`;
};

const pathWords = (model: GraphModel, from: State, path: readonly Step[], gains: boolean): string => {
  let here = from;
  const steps = path.map(({ maker, to }, at) => {
    const change = changeWords(model, here, to);
    here = to;
    const verb = at > 0 ? '' : gains ? ' would answer, to its own gain,' : ' can answer';
    return `${at > 0 ? 'then ' : ''}${nameOf(model, maker)}${verb} by ${change || `moving to ${patternOf(model, to)}`}`;
  });
  return steps.join(', ');
};

const atOnceWords = (model: GraphModel, state: State, path: readonly Step[]): string => {
  const moved = path.map(
    ({ maker, to }) =>
      `${nameOf(model, maker)}, ${changeWords(model, state, to) || `moving to ${patternOf(model, to)}`}`,
  );
  return `if ${listed(moved)}, would do so at the same moment, the moves cross`;
};

const CREDIBLE: readonly Concept[] = ['seq', 'symmetric-sequential', 'simultaneous'];
const FOR_GOOD: readonly Concept[] = ['smr', 'symmetric-sequential'];

const moveWords = (model: GraphModel, maker: Maker, state: State, to: State): string => {
  const change = changeWords(model, state, to);
  return `${nameOf(model, maker)} would move to ${patternOf(model, to)}${change ? `, ${change}` : ''}`;
};

const answerWords = (model: GraphModel, concept: Concept, maker: Maker, state: State, answer: Answer): string => {
  const gains = CREDIBLE.includes(concept);
  const answered = answer.atOnce
    ? atOnceWords(model, state, answer.path)
    : pathWords(model, answer.improvement, answer.path, gains);
  const out = FOR_GOOD.includes(concept) ? '; from there it finds no way to anything better than where it stood' : '';
  return `${moveWords(model, maker, state, answer.improvement)}; ${answered}, ${fate(model, maker, state, answer.sanction)}${out}; so it stays.`;
};

const escapeWords = (model: GraphModel, concept: Concept, maker: Maker, state: State, verdict: Verdict): string => {
  if (verdict.stable) return '';
  const [now, then] = [placeOf(model, maker, state), placeOf(model, maker, verdict.escape)];
  const gain = `${moveWords(model, maker, state, verdict.escape)} (rank ${then.place} of ${then.of} instead of ${now.place})`;
  const { evaded } = verdict;
  if (concept === 'nash') return `${gain}; so it does not stay.`;
  if (evaded) {
    const answered = pathWords(model, evaded.improvement, evaded.path, CREDIBLE.includes(concept));
    const counter = changeWords(model, evaded.sanction, evaded.counter);
    return `${gain}; ${answered}, but from there ${nameOf(model, maker)} can go on to ${patternOf(model, evaded.counter)}${counter ? `, ${counter}` : ''}, better than where it stood; so it does not stay.`;
  }
  const nobody = CREDIBLE.includes(concept)
    ? 'no answer that the others gain from leaves it worse off'
    : 'no answer of the others leaves it worse off';
  return `${gain}, and ${nobody}; so it does not stay.`;
};

/** Why a maker without improvements stays: what its best move would bring. */
const contentWords = (model: GraphModel, maker: Maker, state: State): string => {
  const name = nameOf(model, maker);
  const ranks = model.ranks[maker];
  let bestMove: State | undefined;
  for (const to of moves(model, maker, state))
    if (bestMove === undefined || (ranks?.[to] ?? 0) > (ranks?.[bestMove] ?? 0)) bestMove = to;
  if (bestMove === undefined) return `${name} cannot move from here; so it stays.`;
  const [now, then] = [placeOf(model, maker, state), placeOf(model, maker, bestMove)];
  const change = changeWords(model, state, bestMove) || `going to ${patternOf(model, bestMove)}`;
  return now.place === then.place
    ? `${name} has nothing better within its reach: its best move, ${change}, leaves it at rank ${then.place} of ${then.of}, as before; so it stays.`
    : `${name} has nothing better within its reach: its best move, ${change}, leads to rank ${then.place} of ${then.of} instead of ${now.place}; so it stays.`;
};

/**
 * A verdict in words, made from its witness: what the maker would do, what the others answer, and why it stays or goes.
 *
 * @returns one sentence for each improvement that is answered, or one for the improvement that is not
 */
export const verdictWords = (
  model: GraphModel,
  concept: Concept,
  maker: Maker,
  state: State,
  verdict: Verdict,
): readonly string[] => {
  if (!verdict.stable) return [sentence(escapeWords(model, concept, maker, state, verdict))];
  if (verdict.because.length > 0) {
    const spelt = verdict.because
      .slice(0, SPELT)
      .map((answer) => sentence(answerWords(model, concept, maker, state, answer)));
    const rest = verdict.because.length - spelt.length;
    return rest > 0
      ? [
          ...spelt,
          `${rest} more improvement${rest > 1 ? 's' : ''} of ${nameOf(model, maker)} can be answered likewise.`,
        ]
      : spelt;
  }
  return [sentence(contentWords(model, maker, state))];
};
