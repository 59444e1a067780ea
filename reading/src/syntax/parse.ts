import { batchOf } from './batch.ts';
import { arcScores, encode, labelScores } from './forward.ts';
import { FEATURE_COUNT, type Network, widths } from './network.ts';
import { type Tagger, tagWords } from './tagger.ts';
import { treeOf } from './tree.ts';
import { type Vocabulary, writeFeatureRows } from './vocabulary.ts';

/** Everything learned that a parse needs. Tags, labels and kinds are in the order of the network's outputs. */
export interface Parser {
  readonly network: Network;
  readonly vocabulary: Vocabulary;
  readonly tagger: Tagger;
  readonly labels: readonly string[];
  /** Kinds of entity a word can head; the first is none. */
  readonly kinds: readonly string[];
}

/** What is found for the words of one sentence. Heads are indices of words, -1 for the root; the rest index the parser's lists. */
export interface Parse {
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly kinds: Int32Array;
}

/** Rows in one batch, and rows of the longest sentence, that the workspace must hold. */
export const BATCH_ROWS = 768;
export const LONGEST_ROWS = 256;

const best = (numbers: Float32Array, at: number, count: number, not = -1): number => {
  let top = not === 0 ? 1 : 0;
  for (let index = top + 1; index < count; index++)
    if (index !== not && (numbers[at + index] ?? 0) > (numbers[at + top] ?? 0)) top = index;
  return top;
};

/** The likeliest kind of entity, or 0 where heading none is likelier than all kinds together. */
const kindAt = (numbers: Float32Array, at: number, count: number): number => {
  const kind = best(numbers, at, count, 0);
  const none = numbers[at] ?? 0;
  let odds = 0;
  for (let other = 1; other < count; other++) odds += Math.exp((numbers[at + other] ?? 0) - none);
  return odds > 1 ? kind : 0;
};

const parseBatch = (parser: Parser, sentences: readonly (readonly string[])[]): Parse[] => {
  const { network, vocabulary, tagger } = parser;
  const { kernel, sizes, work } = network;
  const { numbers } = kernel;
  const batch = batchOf(sentences.map((words) => words.length + 1));
  const features = new Int32Array(batch.rows * FEATURE_COUNT);
  batch.order.forEach((index, sentence) => {
    const words = sentences[index] ?? [];
    writeFeatureRows(vocabulary, words, tagWords(tagger, words), sizes.tags, features, batch.starts[sentence] ?? 0);
  });
  encode(network, batch, features);
  const heads = new Int32Array(batch.rows);
  batch.lengths.forEach((length, sentence) => {
    const wide = arcScores(network, batch, sentence);
    const start = batch.starts[sentence] ?? 0;
    const tree = treeOf({ numbers, at: work.scores, wide, length });
    tree.forEach((head, row) => {
      heads[start + row] = start + head;
    });
  });
  labelScores(network, batch, heads);
  const { labels, out } = widths(sizes);
  const root = parser.labels.indexOf('root');
  const parses: Parse[] = [];
  batch.order.forEach((index, sentence) => {
    const start = batch.starts[sentence] ?? 0;
    const count = (batch.lengths[sentence] ?? 1) - 1;
    const each = (value: (row: number) => number) =>
      Int32Array.from({ length: count }, (_, word) => value(start + word + 1));
    parses[index] = {
      heads: each((row) => (heads[row] ?? 0) - start - 1),
      labels: each((row) =>
        heads[row] === start ? root : best(numbers, work.labels + row * labels, sizes.labels, root),
      ),
      tags: each((row) => best(numbers, work.out + row * out, sizes.tags)),
      kinds: each((row) => kindAt(numbers, work.out + row * out + sizes.tags, sizes.kinds)),
    };
  });
  return parses;
};

/**
 * The tree of each sentence, a sentence being its words. Sentences are run together in batches; what a sentence gives does not depend on its batch.
 *
 * @throws RangeError for a sentence of more than LONGEST_ROWS - 1 words: split it before
 */
export const parseSentences = (parser: Parser, sentences: readonly (readonly string[])[]): Parse[] => {
  const parses: Parse[] = [];
  let held: (readonly string[])[] = [];
  let rows = 0;
  for (const words of sentences) {
    if (words.length >= LONGEST_ROWS)
      throw new RangeError(`${words.length} words in a sentence; at most ${LONGEST_ROWS - 1}`);
    if (rows + words.length + 1 > BATCH_ROWS) {
      for (const parse of parseBatch(parser, held)) parses.push(parse);
      held = [];
      rows = 0;
    }
    held.push(words);
    rows += words.length + 1;
  }
  if (held.length > 0) for (const parse of parseBatch(parser, held)) parses.push(parse);
  return parses;
};
