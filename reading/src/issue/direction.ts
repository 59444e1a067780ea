import { DIRECTIONS } from '../lexicon/generated/stance.ts';
import type { Direction } from '../lexicon/types.ts';
import { PhraseTable } from '../sentence/phrases.ts';
import type { Token } from '../sentence/token.ts';

const TABLE = new PhraseTable(DIRECTIONS.map(({ words, way }) => [words, way] as const));

/** Whether words ask to end something or to keep it: by the first verb or noun that says so within `reach` tokens. */
export const directionOf = (list: readonly Token[], from: number, reach: number): Direction['way'] | undefined => {
  for (let index = from; index < list.length && index - from < reach; index += 1) {
    const hit = TABLE.at(list, index);
    if (hit) return hit.value;
  }
  return undefined;
};
