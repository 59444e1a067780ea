import type { Sentence } from './sentence.ts';

const WORDS = 3;
/** A run of words that more documents share than this is no trace of copying by itself; each is then compared with the first alone. */
const common = (documents: number) => Math.max(8, documents / 125);
/** One that this share of many documents has is a turn of the language. */
const IDIOM = 0.2;

/** The distinct runs of three words in some sentences, by hash; words between quotation marks are anybody's to quote and left out. */
export const shingles = (sentences: readonly Sentence[]): Set<number> => {
  const found = new Set<number>();
  for (const { plain } of sentences) {
    const words = plain.replace(/"[^"]{0,600}"/g, ' " ').match(/[\p{L}\p{N}]+|"/gu) ?? [];
    for (let i = 0; i + WORDS <= words.length; i++) {
      let key = 0x811c9dc5;
      let quoted = false;
      for (let j = i; j < i + WORDS; j++) {
        const word = words[j] ?? '';
        if (word === '"') quoted = true;
        for (let k = 0; k < word.length; k++) key = Math.imul(key ^ word.charCodeAt(k), 0x01000193);
        key = Math.imul(key ^ 32, 0x01000193);
      }
      if (!quoted) found.add(key);
    }
  }
  return found;
};

/** Two documents, by number, that share enough runs of words to be worth a look. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly shared: number;
}

const LEAST_SHARED = 4;
const LEAST_SHARE = 0.03;

/**
 * Pairs of documents that share runs of words, found over an index of the runs, so that not every pair is looked at.
 *
 * @param sets the runs of each document
 */
export const candidates = (sets: readonly ReadonlySet<number>[]): Candidate[] => {
  const holders = new Map<number, number[]>();
  sets.forEach((set, document) => {
    for (const key of set) {
      const list = holders.get(key);
      if (list) list.push(document);
      else holders.set(key, [document]);
    }
  });
  const shared = new Map<number, number>();
  const add = (a: number, b: number) => shared.set(a * sets.length + b, (shared.get(a * sets.length + b) ?? 0) + 1);
  const most = common(sets.length);
  for (const list of holders.values()) {
    if (sets.length >= 20 && list.length > sets.length * IDIOM) continue;
    const firsts = list.length > most ? 1 : list.length - 1;
    for (let i = 0; i < firsts; i++) for (let j = i + 1; j < list.length; j++) add(list[i] ?? 0, list[j] ?? 0);
  }
  const out: Candidate[] = [];
  for (const [pair, count] of shared) {
    const [a, b] = [Math.floor(pair / sets.length), pair % sets.length];
    const least = Math.min(sets[a]?.size ?? 0, sets[b]?.size ?? 0);
    if (count >= LEAST_SHARED && count >= least * LEAST_SHARE) out.push({ a, b, shared: count });
  }
  return out;
};
