import { FURNITURE } from './lexicon/furniture.ts';
import { PUBLIC } from './lexicon/public.ts';
import type { Prepared } from './prepared.ts';
import { ownWords, sharedRuns, type Word } from './run.ts';
import { SHINGLE } from './shingle.ts';

/** What two sentences share word by word: a trace of copying, if it is the writer's own words. */
export interface Trace {
  readonly a: number;
  readonly b: number;
  /** The longest shared run of own words, and all of them. */
  readonly run: number;
  readonly own: number;
  /** How much of the shorter sentence these are, in [0, 1]. */
  readonly cover: number;
  /** Some of the shared runs of words, by which the index can tell how common the rarest of them is. */
  readonly keys: readonly number[];
}

const unquoted = (words: readonly Word[]): number => words.filter(({ quoted }) => !quoted).length;

const isFurniture = (plain: string): boolean => FURNITURE.some((pattern) => pattern.test(plain));

/** Whether a sentence hands on what anybody could have heard or read: two that do need not have it from each other. */
const isPublic = (plain: string): boolean => PUBLIC.some((pattern) => pattern.test(plain));

/** Sentences with fewer words of their writer's own than this tell nothing: the rest belongs to whoever is quoted. */
const LEAST_OWN = 5;

const KEPT = 6;

/** Some of many, evenly. */
const spread = (keys: readonly number[]): readonly number[] =>
  keys.length <= KEPT ? keys : keys.filter((_, at) => at % Math.ceil(keys.length / KEPT) === 0);

/** Traces between two documents: pairs of sentences that share runs of own words, each sentence once, the longest first. */
export const tracesOf = (x: Prepared, y: Prepared): Trace[] => {
  const shared = new Map<number, number[]>();
  y.shingles.keys.forEach((key, index) => {
    const b = y.shingles.sentences[index] ?? 0;
    for (const a of x.places.get(key) ?? []) {
      const pair = a * 65536 + b;
      const keys = shared.get(pair);
      if (keys === undefined) shared.set(pair, [key]);
      else keys.push(key);
    }
  });
  const all: Trace[] = [];
  for (const [pair, keys] of shared) {
    const [a, b] = [Math.floor(pair / 65536), pair % 65536];
    const [one = [], two = []] = [x.words[a], y.words[b]];
    if (unquoted(one) < LEAST_OWN || unquoted(two) < LEAST_OWN) continue;
    const [told, retold] = [x.sentences[a]?.plain ?? '', y.sentences[b]?.plain ?? ''];
    if (isFurniture(told) || isFurniture(retold) || (isPublic(told) && isPublic(retold))) continue;
    const runs = sharedRuns(one, two, SHINGLE).map((run) => ownWords(one, two, run));
    const run = Math.max(0, ...runs);
    if (run < SHINGLE) continue;
    const own = runs.reduce((sum, words) => sum + words, 0);
    all.push({ a, b, run, own, cover: own / Math.min(one.length, two.length), keys: spread(keys) });
  }
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  return all
    .sort((one, two) => two.own - one.own || two.run - one.run || one.a - two.a || one.b - two.b)
    .filter(({ a, b }) => {
      if (rows.has(a) || columns.has(b)) return false;
      rows.add(a);
      columns.add(b);
      return true;
    });
};
