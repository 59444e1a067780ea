import type { GoldDocument } from '../conllu.ts';

/** A discourse unit: its number, its words in one sentence, and what it is to which other unit. */
export interface Unit {
  readonly number: number;
  readonly sentence: number;
  readonly words: readonly number[];
  readonly relation: string;
  /** Number of the unit that it depends on; -1 for the root of the document. */
  readonly to: number;
}

/** Reads the `Discourse=relation:from->to:…` marks: a unit goes from its mark to the next one or to the end of the sentence. */
export const unitsOf = (document: GoldDocument): Unit[] =>
  document.sentences.flatMap(({ words }, sentence) => {
    const marks = words.flatMap(({ misc }, at) => {
      const mark = /(?:^|\|)Discourse=([A-Za-z-]+)(?:_[mr])?:(\d+)(?:->(\d+))?/.exec(misc);
      return mark
        ? [{ at, relation: mark[1] ?? '', number: Number(mark[2]), to: mark[3] === undefined ? -1 : Number(mark[3]) }]
        : [];
    });
    return marks.map(({ at, relation, number, to }, index) => {
      const end = marks[index + 1]?.at ?? words.length;
      return { number, sentence, words: Array.from({ length: end - at }, (_, offset) => at + offset), relation, to };
    });
  });

/** A unit with all in the same sentence that depends on it, the unit `without` and its dependents left out. */
export const unitBranch = (units: readonly Unit[], top: Unit, without: number): number[] => {
  const numbers = new Set([top.number]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { number, to, sentence } of units)
      if (sentence === top.sentence && number !== without && numbers.has(to) && !numbers.has(number)) {
        numbers.add(number);
        grown = true;
      }
  }
  return units
    .filter((unit) => unit.sentence === top.sentence && numbers.has(unit.number))
    .flatMap(({ words }) => words)
    .sort((a, b) => a - b);
};
