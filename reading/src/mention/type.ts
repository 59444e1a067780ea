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

/** Marks of the openings of features. */
const OPENINGS = {
  always: hashOf('always'),
  lemma: hashOf('lemma '),
  form: hashOf('form '),
  end: hashOf('end '),
  tag: hashOf('tag '),
  as: hashOf('as '),
  under: hashOf('under '),
  capital: hashOf('capital '),
  with: hashOf('with '),
  name: hashOf('name '),
  nameTag: hashOf('name tag '),
  before: hashOf('before '),
  after: hashOf('after '),
};

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
  const lemma = token.lemma.toLowerCase();
  const features: number[] = [];
  const add = (opening: number, text: string) => {
    features.push(hashOf(text, 0, text.length, opening) & mask);
  };
  /** Two texts with a blank between them. */
  const add2 = (opening: number, one: string, other: string) => {
    add(hashOf(' ', 0, 1, hashOf(one, 0, one.length, opening)), other);
  };
  add(OPENINGS.always, '');
  add(OPENINGS.lemma, lemma);
  add(OPENINGS.form, form);
  add(OPENINGS.end, form.slice(-3));
  add(OPENINGS.end, form.slice(-4));
  add(OPENINGS.tag, token.xpos);
  add(OPENINGS.as, token.deprel);
  add2(OPENINGS.as, token.deprel, token.xpos);
  add(OPENINGS.under, over?.lemma ?? '');
  add2(OPENINGS.under, over?.lemma ?? '', token.deprel);
  add2(OPENINGS.capital, /^\p{Lu}/u.test(token.text) ? 'true' : 'false', token.upos);
  for (const at of dependents[head] ?? []) {
    const below = tokens[at];
    if (!below) continue;
    const name = below.lemma.toLowerCase();
    add2(OPENINGS.with, below.deprel, name);
    add(OPENINGS.with, below.deprel);
    if (!/flat|compound/.test(below.deprel)) continue;
    add(OPENINGS.name, name);
    add(OPENINGS.nameTag, below.xpos);
  }
  add(OPENINGS.before, tokens[head - 1]?.lemma.toLowerCase() ?? '');
  add(OPENINGS.after, tokens[head + 1]?.lemma.toLowerCase() ?? '');
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
  const count = TYPES.length;
  const scores = new Float64Array(count);
  const { weights, scale, dense, vectors } = typer;
  for (const feature of features)
    for (let type = 0; type < count; type++)
      scores[type] = (scores[type] ?? 0) + (weights[feature * count + type] ?? 0) * scale;
  for (let which = 0; which < rows.length; which++) {
    const row = rows[which] ?? -1;
    if (row < 0) continue;
    for (let column = 0; column < VECTOR; column++) {
      const value = (vectors.table[row * VECTOR + column] ?? 0) * VECTOR_SCALE;
      const at = (which * VECTOR + column) * count;
      for (let type = 0; type < count; type++) scores[type] = (scores[type] ?? 0) + value * (dense[at + type] ?? 0);
    }
  }
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
