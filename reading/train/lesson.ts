import { TYPES } from '../src/mention/type.ts';
import { FEATURE_COUNT } from '../src/syntax/network.ts';
import { prefixOf, suffixOf, type Vocabulary, writeFeatureRows } from '../src/syntax/vocabulary.ts';
import { lookupForm } from '../src/syntax/word.ts';
import type { GoldSentence } from './conllu.ts';
import { kindsOf } from './entity.ts';
import type { Lesson } from './network.ts';
import { goldTag } from './tagger.ts';

/** Types of entity in GUM, after `none`. */
export const KINDS = ['none', ...TYPES] as const;

/** What the training data hold, in a fixed order. */
export interface Inventory {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly kinds: readonly string[];
}

export const inventoryOf = (sentences: readonly GoldSentence[]): Inventory => {
  const words = sentences.flatMap((sentence) => sentence.words);
  return {
    tags: [...new Set(words.map(goldTag))].sort(),
    labels: [...new Set(words.map((word) => word.deprel))].sort(),
    kinds: KINDS,
  };
};

/** Rows for everything that occurs at least so often; row 0 is for the rest. */
const rowsOf = (things: readonly string[], least: number): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= least).map(([thing]) => thing);
  return new Map(kept.sort().map((thing, at) => [thing, at + 1]));
};

const LEAST = 3;

export const vocabularyOf = (sentences: readonly GoldSentence[], gloveWords: readonly string[]): Vocabulary => {
  const forms = sentences.flatMap((sentence) => sentence.words.map((word) => lookupForm(word.form)));
  return {
    glove: new Map(gloveWords.map((word, row) => [word, row])),
    words: rowsOf(forms, LEAST),
    prefixes: rowsOf(forms.map(prefixOf), LEAST),
    suffixes: rowsOf(forms.map(suffixOf), LEAST),
  };
};

/** What a sentence teaches, given the tags that a tagger guessed for it. */
export const lessonOf = (
  sentence: GoldSentence,
  guessed: Int32Array,
  vocabulary: Vocabulary,
  inventory: Inventory,
  entities: boolean,
): Lesson => {
  const rows = sentence.words.length + 1;
  const features = new Int32Array(rows * FEATURE_COUNT);
  const forms = sentence.words.map((word) => word.form);
  writeFeatureRows(vocabulary, forms, guessed, inventory.tags.length, features, 0);
  const each = (value: (word: GoldSentence['words'][number], at: number) => number) =>
    Int32Array.from([-1, ...sentence.words.map(value)]);
  const kinds = entities ? kindsOf(sentence) : [];
  return {
    rows,
    features,
    gold: {
      heads: each((word) => word.head + 1),
      labels: each((word) => inventory.labels.indexOf(word.deprel)),
      tags: each((word) => inventory.tags.indexOf(goldTag(word))),
      kinds: each((_, at) => (entities ? inventory.kinds.indexOf(kinds[at] ?? 'none') : -1)),
    },
  };
};
