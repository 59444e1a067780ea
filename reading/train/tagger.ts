import { bestColumn, type Tagger, TEMPLATES, tagWords } from '../src/syntax/tagger.ts';
import type { GoldSentence } from './conllu.ts';
import { randomFrom, shuffled } from './random.ts';

export const goldTag = (word: { upos: string; xpos: string }) => `${word.upos}|${word.xpos}`;

const ROWS = 2 ** 16;

/** Words that occur at least so often, always with the same tag, are tagged without looking. */
const SURE = 20;

const sureWords = (sentences: readonly GoldSentence[], tags: readonly string[]): Map<string, number> => {
  const seen = new Map<string, Map<string, number>>();
  for (const { words } of sentences)
    for (const word of words) {
      const counts = seen.get(word.form) ?? new Map<string, number>();
      counts.set(goldTag(word), (counts.get(goldTag(word)) ?? 0) + 1);
      seen.set(word.form, counts);
    }
  const sure = new Map<string, number>();
  for (const [form, counts] of seen) {
    const [only, ...others] = [...counts];
    if (only && others.length === 0 && only[1] >= SURE) sure.set(form, tags.indexOf(only[0]));
  }
  return sure;
};

/** Trains an averaged perceptron: wrong guesses move weights, and the mean of all weights over time is kept. */
export const trainTagger = (
  sentences: readonly GoldSentence[],
  tags: readonly string[],
  passes: number,
  seed: number,
): Tagger & { readonly weights: Float32Array } => {
  const random = randomFrom(seed);
  const index = new Map(tags.map((tag, at) => [tag, at]));
  const weights = new Float32Array(ROWS * tags.length);
  const totals = new Float32Array(weights.length);
  const sums = new Float64Array(tags.length);
  const features = new Int32Array(TEMPLATES);
  const withWeights = (table: Float32Array, sure: ReadonlyMap<string, number>): Tagger => ({
    tags,
    rows: ROWS,
    sure,
    features,
    best: () => bestColumn(table, tags.length, features, sums),
  });
  const tagger = withWeights(weights, new Map());
  let time = 1;
  for (let pass = 0; pass < passes; pass++)
    for (const sentence of shuffled(sentences, random)) {
      const forms = sentence.words.map((word) => word.form);
      tagWords(tagger, forms, (at, features, best) => {
        time++;
        const word = sentence.words[at];
        const right = word ? (index.get(goldTag(word)) ?? -1) : -1;
        if (right < 0 || right === best) return;
        for (const feature of features) {
          const row = feature * tags.length;
          weights[row + right] = (weights[row + right] ?? 0) + 1;
          weights[row + best] = (weights[row + best] ?? 0) - 1;
          totals[row + right] = (totals[row + right] ?? 0) + time;
          totals[row + best] = (totals[row + best] ?? 0) - time;
        }
      });
    }
  const mean = weights.map((weight, at) => weight - (totals[at] ?? 0) / time);
  return { ...withWeights(mean, sureWords(sentences, tags)), weights: mean };
};

export const taggerAccuracy = (tagger: Tagger, sentences: readonly GoldSentence[]): { upos: number; xpos: number } => {
  let [right, rightX, all] = [0, 0, 0];
  for (const { words } of sentences)
    tagWords(
      tagger,
      words.map((word) => word.form),
    ).forEach((tag, at) => {
      const [upos = '', xpos = ''] = (tagger.tags[tag] ?? '').split('|');
      all++;
      if (upos === words[at]?.upos) right++;
      if (xpos === words[at]?.xpos) rightX++;
    });
  return { upos: right / all, xpos: rightX / all };
};
