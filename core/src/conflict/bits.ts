/** How many bits of a word are set. */
export const population = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** The place of the lowest bit that is set; the word must not be 0. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);
