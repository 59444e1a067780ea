import { type Maker, patternOf, type State } from '../conflict/state-space.ts';
import { verdictOn } from '../stability/analysis.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import { prefers } from '../stability/legal-move.ts';
import type { Analysis, Answer, Step, Verdict } from '../stability/verdict.ts';
import type { Concept } from '../vocabulary.ts';
import { changeWords, nameOf, placeOf } from './verdict-words.ts';
import { capital } from './words.ts';

/** One move of a witness: who moves where, what that changes, and what it brings the mover. */
export interface WitnessStep {
  readonly maker: Maker;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** “taking up “Accept””. */
  readonly says: string;
  readonly improvement: boolean;
  readonly before: number;
  readonly after: number;
  readonly of: number;
}

/** What shows a verdict: an improvement of the maker, what the others answer and, where it has one, its way out; and what comes of it. */
export interface Witness {
  readonly steps: readonly WitnessStep[];
  /** The others do not answer but move at the same moment, each from where the maker stands. */
  readonly atOnce: boolean;
  readonly ends: string;
}

/** Witnesses under the concepts that share them. */
export interface WitnessedVerdict {
  readonly concepts: readonly Concept[];
  readonly stable: boolean;
  readonly witnesses: readonly Witness[];
  /** Improvements that are answered likewise and are not spelt out. */
  readonly more: number;
}

/** How many improvements are spelt out before the rest is counted. */
const SPELT = 3;
const CREDIBLE: readonly Concept[] = ['seq', 'symmetric-sequential', 'simultaneous'];
const FOR_GOOD: readonly Concept[] = ['smr', 'symmetric-sequential'];

const stepOf = (model: GraphModel, maker: Maker, from: State, to: State): WitnessStep => {
  const [before, after] = [placeOf(model, maker, from), placeOf(model, maker, to)];
  return {
    maker,
    name: capital(nameOf(model, maker)),
    from: patternOf(model, from),
    to: patternOf(model, to),
    says: changeWords(model, from, to),
    improvement: prefers(model, maker, to, from),
    before: before.place,
    after: after.place,
    of: after.of,
  };
};

const along = (model: GraphModel, from: State, path: readonly Step[], atOnce: boolean): readonly WitnessStep[] => {
  let here = from;
  return path.map(({ maker, to }) => {
    const step = stepOf(model, maker, here, to);
    if (!atOnce) here = to;
    return step;
  });
};

const comparison = (model: GraphModel, maker: Maker, state: State, then: State): string => {
  const [now, after] = [placeOf(model, maker, state), placeOf(model, maker, then)];
  const where = `rank ${after.place} of ${after.of}`;
  if (then === state) return 'is back where it stood';
  if (now.place === after.place) return `is no better off than where it stood (${where}, as before)`;
  return after.place < now.place
    ? `is better off than where it stood (${where} instead of ${now.place})`
    : `is worse off than where it stood (${where} instead of ${now.place})`;
};

const answered = (model: GraphModel, concept: Concept, maker: Maker, state: State, answer: Answer): Witness => {
  const out = FOR_GOOD.includes(concept) ? ' and finds no way from there to anything better' : '';
  const crossed = answer.atOnce === true ? 'The moves cross: ' : '';
  const ends = `${crossed}${nameOf(model, maker)} ${comparison(model, maker, state, answer.sanction)}${out}. So it stays.`;
  return {
    steps: [
      stepOf(model, maker, state, answer.improvement),
      ...along(model, answer.atOnce ? state : answer.improvement, answer.path, answer.atOnce === true),
    ],
    atOnce: answer.atOnce === true,
    ends: capital(ends),
  };
};

const escaped = (
  model: GraphModel,
  concept: Concept,
  maker: Maker,
  state: State,
  verdict: Extract<Verdict, { stable: false }>,
): Witness => {
  const name = nameOf(model, maker);
  const { evaded } = verdict;
  if (evaded !== undefined)
    return {
      steps: [
        stepOf(model, maker, state, evaded.improvement),
        ...along(model, evaded.improvement, evaded.path, false),
        stepOf(model, maker, evaded.sanction, evaded.counter),
      ],
      atOnce: false,
      ends: capital(`${name} finds a way out and ${comparison(model, maker, state, evaded.counter)}. So it leaves.`),
    };
  const nobody =
    concept === 'nash'
      ? 'Answers are not looked at'
      : CREDIBLE.includes(concept)
        ? `No answer that the others gain from leaves ${name} worse off`
        : `No answer of the others leaves ${name} worse off`;
  return { steps: [stepOf(model, maker, state, verdict.escape)], atOnce: false, ends: `${nobody}. So it leaves.` };
};

/** The witnesses of one verdict, move by move; none where a maker stays because nothing in its reach is better. */
export const witnessesOf = (
  model: GraphModel,
  concept: Concept,
  maker: Maker,
  state: State,
  verdict: Verdict,
): readonly Witness[] =>
  verdict.stable
    ? verdict.because.slice(0, SPELT).map((answer) => answered(model, concept, maker, state, answer))
    : [escaped(model, concept, maker, state, verdict)];

interface Mutable {
  readonly concepts: Concept[];
  readonly stable: boolean;
  witnesses: readonly Witness[];
  readonly more: number;
  strength: number;
}

/** How much it says that nobody answers: nothing where answers are not looked at, most where any answer would count. */
const strength = (concept: Concept): number => (concept === 'nash' ? 0 : CREDIBLE.includes(concept) ? 1 : 2);

/** What shows each maker's verdicts on a state: concepts with the same moves and the same end are put together. */
export const stateWitnesses = (
  { model, concepts, rule }: Analysis,
  state: State,
): readonly (readonly WitnessedVerdict[])[] =>
  model.makers.map((_, maker) => {
    const found = new Map<string, Mutable>();
    for (const concept of concepts) {
      const verdict = verdictOn(model, concept, maker, state, rule);
      const witnesses = witnessesOf(model, concept, maker, state, verdict);
      // One improvement that nobody answers is one witness, whatever answers a concept looks at: the end that says most stays.
      const alone = !verdict.stable && verdict.evaded === undefined;
      const key = JSON.stringify([verdict.stable, alone ? witnesses.map(({ steps }) => steps) : witnesses]);
      const known = found.get(key);
      if (known !== undefined) {
        known.concepts.push(concept);
        if (alone && strength(concept) > known.strength) {
          known.witnesses = witnesses;
          known.strength = strength(concept);
        }
        continue;
      }
      const more = verdict.stable ? Math.max(0, verdict.because.length - SPELT) : 0;
      found.set(key, {
        concepts: [concept],
        stable: verdict.stable,
        witnesses,
        more,
        strength: strength(concept),
      });
    }
    return [...found.values()].map(({ strength: _, ...verdict }) => verdict);
  });
