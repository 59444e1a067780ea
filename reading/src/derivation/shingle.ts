import type { Word } from './run.ts';

/** Words in a run that leaves a trace in the index: the least that two sentences must share to be taken from one another. */
export const SHINGLE = 4;

/** Runs of a document's own words, by hash, with the sentence that each stands in. */
export interface Shingles {
  readonly keys: Int32Array;
  readonly sentences: Uint16Array;
}

/** The runs of four words of some sentences: none of them quoted, and two of them at least no names. */
export const shinglesOf = (sentences: readonly (readonly Word[])[]): Shingles => {
  const [keys, at]: [number[], number[]] = [[], []];
  sentences.forEach((words, sentence) => {
    for (let i = 0; i + SHINGLE <= words.length; i++) {
      let [key, telling, quoted] = [0x811c9dc5, 0, false];
      for (let j = i; j < i + SHINGLE; j++) {
        const word = words[j];
        if (word === undefined || word.quoted) {
          quoted = true;
          break;
        }
        if (word.telling) telling++;
        for (let k = 0; k < word.text.length; k++) key = Math.imul(key ^ word.text.charCodeAt(k), 0x01000193);
        key = Math.imul(key ^ 32, 0x01000193);
      }
      if (quoted || telling < 2) continue;
      keys.push(key);
      at.push(sentence);
    }
  });
  return { keys: Int32Array.from(keys), sentences: Uint16Array.from(at) };
};
