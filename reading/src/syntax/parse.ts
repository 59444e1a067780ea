import { batchOf } from './batch.ts';
import { rowsOfForms } from './form.ts';
import { arcScores, encode, labelScores } from './forward.ts';
import { widths } from './network.ts';
import { familiesOf, relationsOf } from './relation.ts';
import { type Tagger, tagWords } from './tagger.ts';
import { treeOf } from './tree.ts';
import { ROOT_ROWS, rowsOfForm, type Vocabulary } from './vocabulary.ts';
import type { Network } from './whole.ts';

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

/** A power of e, to a thousandth or so; `Math.exp` may differ from one machine to another. */
const power = (exponent: number): number => {
  let value = Math.max(0, 1 + exponent / 4096);
  for (let time = 0; time < 12; time++) value *= value;
  return value;
};

/** The likeliest kind of entity, or 0 where heading none is likelier than all kinds together. */
const kindAt = (numbers: Float32Array, at: number, count: number): number => {
  const kind = best(numbers, at, count, 0);
  const none = numbers[at] ?? 0;
  let odds = 0;
  for (let other = 1; other < count; other++) odds += power((numbers[at + other] ?? 0) - none);
  return odds > 1 ? kind : 0;
};

/** Stands for the root among forms; no word is like it. */
const ROOT = '\u0000root';

const parseBatch = (parser: Parser, sentences: readonly (readonly string[])[]): Parse[] => {
  const { network, vocabulary, tagger } = parser;
  const { sizes, places } = network;
  const { floatNumbers: numbers } = network.kernel;
  const batch = batchOf(sentences.map((words) => words.length + 1));
  const forms: string[] = [];
  const tags = new Uint32Array(batch.rows);
  for (const index of batch.order) {
    const words = sentences[index] ?? [];
    tags[forms.length] = sizes.tags;
    tags.set(tagWords(tagger, words), forms.length + 1);
    forms.push(ROOT);
    for (const word of words) forms.push(word);
  }
  const rows = rowsOfForms(network, forms, (form) => (form === ROOT ? ROOT_ROWS : rowsOfForm(vocabulary, form)));
  encode(network, batch, rows, tags);
  const heads = new Uint32Array(batch.rows);
  batch.lengths.forEach((length, sentence) => {
    const wide = arcScores(network, batch, sentence);
    const start = batch.starts[sentence] ?? 0;
    const tree = treeOf({ numbers, at: places.scores >> 2, wide, length });
    tree.forEach((head, row) => {
      heads[start + row] = start + head;
    });
  });
  labelScores(network, batch, heads);
  const { labels, out } = widths(sizes);
  const [labelAt, outAt] = [places.labels >> 2, places.ends >> 2];
  const root = parser.labels.indexOf('root');
  const families = familiesOf(parser.labels);
  const parses: Parse[] = [];
  batch.order.forEach((index, sentence) => {
    const start = batch.starts[sentence] ?? 0;
    const count = (batch.lengths[sentence] ?? 1) - 1;
    const each = (value: (row: number) => number) =>
      Int32Array.from({ length: count }, (_, word) => value(start + word + 1));
    parses[index] = {
      heads: each((row) => (heads[row] ?? 0) - start - 1),
      labels: relationsOf({ numbers, at: labelAt, wide: labels }, heads, start, count + 1, families, root).slice(1),
      tags: each((row) => best(numbers, outAt + row * out, sizes.tags)),
      kinds: each((row) => kindAt(numbers, outAt + row * out + sizes.tags, sizes.kinds)),
    };
  });
  return parses;
};

/**
 * The tree of each sentence, a sentence being its words. Sentences of like length are run together in batches;
 * what a sentence gives does not depend on its batch.
 *
 * @throws RangeError for a sentence of more than LONGEST_ROWS - 1 words: split it before
 */
export const parseSentences = (parser: Parser, sentences: readonly (readonly string[])[]): Parse[] => {
  const parses: Parse[] = new Array<Parse>(sentences.length);
  const size = (index: number) => sentences[index]?.length ?? 0;
  const order = sentences.map((_, index) => index).sort((a, b) => size(a) - size(b) || a - b);
  const longest = size(order.at(-1) ?? -1);
  if (longest >= LONGEST_ROWS) throw new RangeError(`${longest} words in a sentence; at most ${LONGEST_ROWS - 1}`);
  let held: number[] = [];
  let rows = 0;
  const run = () => {
    const found = parseBatch(
      parser,
      held.map((index) => sentences[index] ?? []),
    );
    held.forEach((index, at) => {
      const parse = found[at];
      if (parse) parses[index] = parse;
    });
    held = [];
    rows = 0;
  };
  for (const index of order) {
    if (rows + size(index) + 1 > BATCH_ROWS) run();
    held.push(index);
    rows += size(index) + 1;
  }
  if (held.length > 0) run();
  return parses;
};
