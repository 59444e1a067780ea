// Trains tagger, parser and mention finder. How and on what: README.md beside this file.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Sizes } from '../src/syntax/network.ts';
import { BATCH_ROWS, LONGEST_ROWS } from '../src/syntax/parse.ts';
import { type Tagger, tagWords } from '../src/syntax/tagger.ts';
import { SHAPE_ROWS } from '../src/syntax/vocabulary.ts';
import { readNetwork } from '../src/syntax/weights.ts';
import { type GoldDocument, type GoldSentence, readConllu } from './conllu.ts';
import { type Attachment, attachment } from './evaluate.ts';
import { readGlove } from './glove.ts';
import { headlines } from './headline.ts';
import { type Inventory, inventoryOf, lessonOf, vocabularyOf } from './lesson.ts';
import { madeSentences } from './made.ts';
import { traineeOf, trainNetwork } from './network.ts';
import { packNetwork } from './pack.ts';
import { randomFrom } from './random.ts';
import { goldTag, trainTagger } from './tagger.ts';

const { values: options } = parseArgs({
  options: {
    treebank: { type: 'string', default: '../shared/treebank' },
    glove: { type: 'string' },
    out: { type: 'string' },
    cycles: { type: 'string', default: '24x.002' },
    batch: { type: 'string', default: '500' },
    hidden: { type: 'string', default: '128' },
    dropout: { type: 'string', default: '0.3' },
    words: { type: 'string', default: '40000' },
    seed: { type: 'string', default: '1' },
    part: { type: 'string', default: '1' },
    made: { type: 'string', default: '0' },
    from: { type: 'string' },
    'no-pud': { type: 'boolean', default: false },
  },
});
if (!options.glove || !options.out) {
  console.error(
    'Usage: node --import ./scripts/typescript.mjs reading/train/main.ts --glove FILE.json --out FOLDER [--treebank FOLDER] …',
  );
  process.exit(2);
}
const out = options.out;
mkdirSync(out, { recursive: true });
const seed = Number(options.seed);
const began = performance.now();
const say = (text: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}`);

const read = (file: string): GoldDocument[] => readConllu(readFileSync(join(options.treebank, file), 'utf8'));
const short = (sentence: GoldSentence) => sentence.words.length < LONGEST_ROWS;

const dev = read('dev.conllu');
const documents = read('train.conllu');
const devIds = new Set(dev.map((document) => document.id));
const shared = documents.filter((document) => devIds.has(document.id));
if (shared.length > 0)
  throw new RangeError(`Documents of dev stand in train: ${shared.map(({ id }) => id).join(', ')}`);
const used = documents.filter((_, at) => (at * 7919) % 100 < Number(options.part) * 100);
const pud = options['no-pud'] ? [] : read('pud-half.conllu');
const gum = used.flatMap((document) => document.sentences).filter(short);
const gumSet = new Set(gum);
const extra = pud.flatMap((document) => document.sentences).filter(short);
const all = [...gum, ...extra];
const inventory: Inventory = inventoryOf(documents.flatMap((document) => document.sentences));
say(
  `${used.length} documents, ${all.length} sentences, ${all.reduce((sum, { words }) => sum + words.length, 0)} words, ${inventory.tags.length} tags, ${inventory.labels.length} relations`,
);

const PASSES = 6;
const FOLDS = 5;
const tagger = trainTagger([...all, ...headlines(all)], inventory.tags, PASSES, seed);
say(`tagger trained`);

/** Tags of the training data by taggers that have not seen the document: the parser must learn to live with their mistakes. */
const guessed = new Map<GoldSentence, Int32Array>();
const rewritten: GoldSentence[] = [];
const groups = [...used, ...pud];
for (let fold = 0; fold < FOLDS; fold++) {
  const others = groups
    .filter((_, at) => at % FOLDS !== fold)
    .flatMap(({ sentences }) => sentences)
    .filter(short);
  const held = groups
    .filter((_, at) => at % FOLDS === fold)
    .flatMap(({ sentences }) => sentences)
    .filter(short);
  const other: Tagger = trainTagger([...others, ...headlines(others)], inventory.tags, PASSES, seed + fold + 1);
  const altered = headlines(held);
  rewritten.push(...altered);
  for (const sentence of [...held, ...altered])
    guessed.set(
      sentence,
      tagWords(
        other,
        sentence.words.map(({ form }) => form),
      ),
    );
}
say('training data tagged in five folds');

const glove = readGlove(options.glove, Number(options.words));
const vocabulary = vocabularyOf(all, glove.words);
const hidden = Number(options.hidden);
const sizes: Sizes = {
  glove: 100,
  word: 32,
  prefix: 16,
  suffix: 24,
  tag: 24,
  shape: 8,
  hidden,
  arc: 96,
  label: 96,
  words: vocabulary.words.size + 1,
  prefixes: vocabulary.prefixes.size + 1,
  suffixes: vocabulary.suffixes.size + 1,
  tags: inventory.tags.length,
  shapes: SHAPE_ROWS,
  labels: inventory.labels.length,
  kinds: inventory.kinds.length,
};
const random = randomFrom(seed * 1000 + 17);
const trainee = traineeOf(sizes, glove, random);
say(
  `${glove.words.length} vectors, ${trainee.count} weights, ${trainee.network.kernel.compiled ? 'compiled' : 'plain'} kernel`,
);
if (options.from !== undefined) {
  const before = new Float32Array(new Uint8Array(readFileSync(join(options.from, 'network.f32'))).buffer);
  if (before.length !== trainee.count)
    throw new RangeError(
      `${options.from} holds ${before.length} weights, not ${trainee.count}: give the options it was made with`,
    );
  trainee.network.kernel.numbers.set(before, trainee.at[0]);
}
const made = madeSentences(Number(options.made), seed);
for (const { words } of made)
  for (const word of words)
    if (!inventory.tags.includes(goldTag(word)) || !inventory.labels.includes(word.deprel))
      throw new RangeError(
        `${word.form} ${goldTag(word)} ${word.deprel}: a made sentence has what the treebank has not`,
      );
for (const sentence of made)
  guessed.set(
    sentence,
    tagWords(
      tagger,
      sentence.words.map(({ form }) => form),
    ),
  );
const lessons = [...all, ...rewritten, ...made].map((sentence) =>
  lessonOf(
    sentence,
    guessed.get(sentence) ?? new Int32Array(sentence.words.length),
    vocabulary,
    inventory,
    gumSet.has(sentence),
  ),
);
/** Scores of the network on dev as it would be used: with its weights as bytes. */
const lookAt = (parameters: Float32Array): Attachment => {
  const packed = packNetwork(parameters, sizes);
  const network = readNetwork(packed, sizes, glove.vectors, glove.scale, BATCH_ROWS, LONGEST_ROWS, 0);
  return attachment({ network, vocabulary, tagger, labels: inventory.labels, kinds: inventory.kinds }, dev);
};
const percent = (share: number) => (100 * share).toFixed(1);
const line = (name: string, { upos, uas, las }: Attachment) =>
  `${name} UPOS ${percent(upos)} UAS ${percent(uas)} LAS ${percent(las)}`;
const cycles = options.cycles.split(',').map((cycle) => {
  const [count, rate] = cycle.split('x').map(Number);
  if (!(count !== undefined && rate !== undefined && count > 0 && rate > 0))
    throw new RangeError(`“${cycle}” is no cycle; write epochs x rate, as 24x.002`);
  return { epochs: count, rate };
});
const epochs = cycles.reduce((sum, cycle) => sum + cycle.epochs, 0);
const meta = {
  sizes,
  inventory,
  gloveWords: glove.words,
  gloveScale: glove.scale,
  words: [...vocabulary.words.keys()],
  prefixes: [...vocabulary.prefixes.keys()],
  suffixes: [...vocabulary.suffixes.keys()],
  sure: [...tagger.sure],
  rows: tagger.rows,
};
writeFileSync(join(out, 'meta.json'), JSON.stringify(meta));
writeFileSync(join(out, 'glove.i8'), glove.vectors);
writeFileSync(join(out, 'tagger.f32'), new Uint8Array(tagger.weights.buffer));
const schedule = { cycles, dropout: Number(options.dropout), batchRows: Number(options.batch) };
trainNetwork(trainee, lessons, schedule, random, (epoch, loss) => {
  const parameters = trainee.network.kernel.numbers.slice(trainee.at[0], trainee.at[0] + trainee.count);
  writeFileSync(join(out, 'network.f32'), new Uint8Array(parameters.buffer));
  const look = epoch <= 2 || epoch % 4 === 0 || epoch === epochs;
  const scores = look ? line('dev', lookAt(parameters)) : '';
  say(`epoch ${epoch}: loss ${loss.toFixed(3)} ${scores}`);
});
