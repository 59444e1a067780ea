import { expect, test } from 'vitest';
import { matricesOf } from '../src/syntax/network.ts';
import { SHAPE_ROWS } from '../src/syntax/vocabulary.ts';
import { learn } from './backward.ts';
import { readConllu } from './conllu.ts';
import { inventoryOf, lessonOf, vocabularyOf } from './lesson.ts';
import { batchOfLessons, traineeOf, turnWeights } from './network.ts';
import { randomFrom } from './random.ts';

const sentence = (rows: string) =>
  rows
    .split(' ')
    .map((item, at) => {
      const [form = '', upos = '', head = '', deprel = '', misc = '_'] = item.split('/');
      return [at + 1, form, form, upos, upos, '_', head, deprel, '_', misc].join('\t');
    })
    .join('\n');

const TREES = [
  'Oslo/PROPN/2/nsubj/Entity=(1-place) said/VERB/0/root that/SCONJ/5/mark it/PRON/5/nsubj/Entity=(1-place) left/VERB/2/ccomp ./PUNCT/2/punct',
  'They/PRON/2/nsubj/Entity=(2-person) refused/VERB/0/root ./PUNCT/2/punct',
  'the/DET/2/det/Entity=(3-event talks/NOUN/3/nsubj/Entity=3) failed/VERB/0/root',
]
  .map(sentence)
  .join('\n\n');

/** The slope of the loss, measured by moving one weight a little both ways, against the gradient worked out by hand. */
test('every matrix has the gradient that its loss has', () => {
  const sentences = readConllu(`# newdoc id = T_news_one\n${TREES}\n`).flatMap((document) => document.sentences);
  const inventory = inventoryOf(sentences);
  const glove = {
    words: ['the', 'said'],
    vectors: Int8Array.from({ length: 200 }, (_, at) => ((at * 37) % 100) - 50),
    scale: 0.02,
  };
  const vocabulary = vocabularyOf(sentences, glove.words);
  const sizes = {
    ...{
      glove: 100,
      word: 8,
      prefix: 8,
      suffix: 8,
      tag: 8,
      shape: 8,
      hidden: 16,
      arc: 16,
      label: 16,
      shapes: SHAPE_ROWS,
    },
    words: vocabulary.words.size + 1,
    prefixes: vocabulary.prefixes.size + 1,
    suffixes: vocabulary.suffixes.size + 1,
    tags: inventory.tags.length,
    labels: inventory.labels.length,
    kinds: inventory.kinds.length,
  };
  const trainee = traineeOf(sizes, glove, randomFrom(3));
  const { numbers } = trainee.network.kernel;
  const lessons = sentences.map((one) => lessonOf(one, new Int32Array(one.words.length), vocabulary, inventory, true));
  const { batch, features, gold } = batchOfLessons(lessons, sizes);
  const [parameters, gradients] = trainee.at;
  const nothing = () => {};
  const loss = () => {
    turnWeights(trainee);
    return learn(trainee.network, trainee.gradients, batch, features, gold, nothing, nothing, nothing);
  };
  loss();
  const worked = numbers.slice(gradients, gradients + trainee.count);
  for (const { name, at, rows, columns } of matricesOf(sizes)) {
    const own = worked.subarray(at, at + rows * columns);
    let steepest = 0;
    own.forEach((slope, index) => {
      if (Math.abs(slope) > Math.abs(own[steepest] ?? 0)) steepest = index;
    });
    const place = parameters + at + steepest;
    const before = numbers[place] ?? 0;
    const STEP = 0.004;
    numbers[place] = before + STEP;
    const above = loss();
    numbers[place] = before - STEP;
    const below = loss();
    numbers[place] = before;
    const measured = (above - below) / (2 * STEP);
    expect(Math.abs(measured), name).toBeGreaterThan(0.001);
    expect(Math.abs(measured - (own[steepest] ?? 0)) / Math.abs(measured), name).toBeLessThan(0.05);
  }
});
