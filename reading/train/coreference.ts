import {
  type Draft,
  type Features,
  newFeatures,
  noFeatures,
  scoreOf,
  WEIGHT_COUNT,
} from '../src/mention/antecedent.ts';
import { candidatesFor, emptyTrace, enter, featuresOfLink } from '../src/mention/coreference.ts';
import { draftsOf } from '../src/mention/mention.ts';
import { type Sentence, type Token, UPOS, type Upos } from '../src/syntax/syntax.ts';
import type { GoldDocument, GoldSentence } from './conllu.ts';
import { headOf, kindsOf, mentionsOf } from './entity.ts';
import { randomFrom, shuffled } from './random.ts';

const uposOf = (tag: string): Upos => UPOS.find((one) => one === tag) ?? 'X';

/** A gold sentence in the product's form. */
export const sentenceOf = ({ words }: GoldSentence): Sentence => {
  let at = 0;
  const tokens = words.map(({ form, lemma, upos, xpos, head, deprel }): Token => {
    const start = at;
    at += form.length + 1;
    return { start, end: start + form.length, text: form, lemma, upos: uposOf(upos), xpos, head, deprel };
  });
  return { start: 0, end: at, tokens };
};

/** For each word that heads a mention, the entity of the shortest one. */
const entitiesOf = (sentence: GoldSentence): Map<number, string> => {
  const longestFirst = mentionsOf(sentence).sort((a, b) => b.last - b.first - (a.last - a.first));
  return new Map(longestFirst.map(({ first, last, entity }) => [headOf(sentence, first, last), entity]));
};

const PASSES = 6;

/** Learns which antecedent to choose: a perceptron over gold trees and gold mentions, its weights averaged over time. */
export const trainCoreference = (documents: readonly GoldDocument[], seed: number): (readonly [number, number])[] => {
  const lessons = documents.map(({ sentences }) => {
    const drafts: Draft[] = draftsOf(sentences.map(sentenceOf), sentences.map(kindsOf));
    const entities = sentences.map(entitiesOf);
    return { drafts, gold: drafts.map(({ sentence, head }) => entities[sentence]?.get(head) ?? '') };
  });
  const weights = new Float32Array(WEIGHT_COUNT);
  const totals = new Float64Array(WEIGHT_COUNT);
  const random = randomFrom(seed);
  let time = 0;
  const move = ({ numbers, count }: Features, by: number) => {
    for (const feature of numbers.subarray(0, count)) {
      weights[feature] = (weights[feature] ?? 0) + by;
      totals[feature] = (totals[feature] ?? 0) + by * time;
    }
  };
  for (let pass = 0; pass < PASSES; pass++)
    for (const { drafts, gold } of shuffled(lessons, random)) {
      const trace = emptyTrace();
      const numbers = new Map<string, number>();
      drafts.forEach((mention, at) => {
        time++;
        const entity = gold[at] ?? '';
        const options = candidatesFor(drafts, at, trace).map((earlier) => ({
          right: gold[earlier] === entity,
          features: featuresOfLink(drafts, at, earlier, trace, noFeatures()),
        }));
        const anew = { right: !options.some(({ right }) => right), features: newFeatures(mention, noFeatures()) };
        let [best, bestRight] = [anew, anew];
        let [top, topRight] = [
          scoreOf(weights, anew.features),
          anew.right ? scoreOf(weights, anew.features) : -Infinity,
        ];
        for (const option of options) {
          const score = scoreOf(weights, option.features);
          if (score > top) [best, top] = [option, score];
          if (option.right && score > topRight) [bestRight, topRight] = [option, score];
        }
        if (!best.right) {
          move(bestRight.features, 1);
          move(best.features, -1);
        }
        enter(drafts, at, numbers.get(entity) ?? -1, trace);
        numbers.set(entity, trace.entities[at] ?? 0);
      });
    }
  const mean: [number, number][] = [];
  weights.forEach((weight, feature) => {
    const value = weight - (totals[feature] ?? 0) / (time + 1);
    if (Math.abs(value) > 0.05) mean.push([feature, Math.round(value * 100) / 100]);
  });
  return mean;
};
