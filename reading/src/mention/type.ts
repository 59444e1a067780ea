import type { MentionType, Token } from '../syntax/syntax.ts';
import { hashOf, lookupForm } from '../syntax/word.ts';

/** Types in the order of the typer's columns. */
export const TYPES = [
  'person',
  'organization',
  'place',
  'event',
  'time',
  'object',
  'abstract',
  'substance',
  'animal',
  'plant',
] as const satisfies readonly MentionType[];

export const TYPER_ROWS = 2 ** 15;
export const VECTOR = 100;

/** Vectors of words: row of a word in the table, and the table. */
export interface Vectors {
  readonly rows: ReadonlyMap<string, number>;
  readonly table: Int8Array;
}

/** Says of what type the thing is that a word stands for: weights of features and of the vectors of the word and of its head. */
export interface Typer {
  /** Weights in units of `scale`, TYPER_ROWS rows of one column a type. */
  readonly weights: Int8Array | Float32Array;
  readonly scale: number;
  /** Two times VECTOR rows of one column a type. */
  readonly dense: Float32Array;
  readonly vectors: Vectors;
}

const mask = TYPER_ROWS - 1;

/** Features of a word as the head of a mention: what it is, what hangs on it, what it hangs on. */
export const typeFeatures = (
  tokens: readonly Token[],
  dependents: readonly (readonly number[])[],
  head: number,
): number[] => {
  const token = tokens[head];
  if (!token) return [];
  const over = tokens[token.head];
  const form = lookupForm(token.text);
  const features: number[] = [];
  const add = (text: string) => {
    features.push(hashOf(text) & mask);
  };
  add('always');
  add(`lemma ${token.lemma.toLowerCase()}`);
  add(`form ${form}`);
  add(`end ${form.slice(-3)}`);
  add(`end ${form.slice(-4)}`);
  add(`tag ${token.xpos}`);
  add(`as ${token.deprel}`);
  add(`as ${token.deprel} ${token.xpos}`);
  add(`under ${over?.lemma ?? ''}`);
  add(`under ${over?.lemma ?? ''} ${token.deprel}`);
  add(`capital ${/^\p{Lu}/u.test(token.text)} ${token.upos}`);
  for (const at of dependents[head] ?? []) {
    const below = tokens[at];
    if (!below) continue;
    const lemma = below.lemma.toLowerCase();
    add(`with ${below.deprel} ${lemma}`);
    add(`with ${below.deprel}`);
    if (!/flat|compound/.test(below.deprel)) continue;
    add(`name ${lemma}`);
    add(`name tag ${below.xpos}`);
  }
  add(`before ${tokens[head - 1]?.lemma.toLowerCase() ?? ''}`);
  add(`after ${tokens[head + 1]?.lemma.toLowerCase() ?? ''}`);
  return features;
};

/** Rows of the vectors of the word and of what it hangs on; -1 where there is none. */
export const vectorRows = ({ rows }: Vectors, tokens: readonly Token[], head: number): readonly [number, number] => {
  const token = tokens[head];
  const over = tokens[token?.head ?? -1];
  const own = rows.get(lookupForm(token?.text ?? '')) ?? rows.get((token?.lemma ?? '').toLowerCase()) ?? -1;
  return [own, over ? (rows.get(lookupForm(over.text)) ?? -1) : -1];
};

/** Vectors are bytes; this brings them to about one. */
export const VECTOR_SCALE = 2.5 / 127;

/** A score for each type; the largest is the likeliest, and their powers of e stand to each other as their chances. */
export const typeScores = (
  typer: Typer,
  features: readonly number[],
  rows: readonly [number, number],
): Float64Array => {
  const scores = new Float64Array(TYPES.length);
  const add = (column: number, value: number) => {
    scores[column] = (scores[column] ?? 0) + value;
  };
  for (const feature of features)
    for (let type = 0; type < TYPES.length; type++)
      add(type, (typer.weights[feature * TYPES.length + type] ?? 0) * typer.scale);
  rows.forEach((row, which) => {
    if (row < 0) return;
    for (let column = 0; column < VECTOR; column++) {
      const value = (typer.vectors.table[row * VECTOR + column] ?? 0) * VECTOR_SCALE;
      const weights = (which * VECTOR + column) * TYPES.length;
      for (let type = 0; type < TYPES.length; type++) add(type, value * (typer.dense[weights + type] ?? 0));
    }
  });
  return scores;
};

/** What the network's own guess is worth beside the typer's scores. */
const GUESS = 1;

/** The type of the thing that a word stands for, given the network's guess. */
export const typeOf = (
  typer: Typer,
  tokens: readonly Token[],
  dependents: readonly (readonly number[])[],
  head: number,
  guess: string,
): MentionType => {
  const scores = typeScores(typer, typeFeatures(tokens, dependents, head), vectorRows(typer.vectors, tokens, head));
  let best: MentionType = 'abstract';
  let top = -Infinity;
  TYPES.forEach((type, column) => {
    const score = (scores[column] ?? 0) + (type === guess ? GUESS : 0);
    if (score > top) [best, top] = [type, score];
  });
  return best;
};
