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

/**
 * What an attribution attributes: the words, in its own sentence, of the unit it points to and of all that depends on that unit.
 *
 * Reading: trees of units do not say how far a relation reaches. What stands before an attribution whose content follows (`When asked, he said …`,
 * `She said he thinks …` for `he thinks`) depends on the same unit but is not what is said; it is left out.
 */
export const contentOf = (units: readonly Unit[], attribution: Unit): number[] => {
  const target = units.find(({ number }) => number === attribution.to);
  if (!target) return [];
  const behind = attribution.number < target.number;
  const numbers = new Set([target.number]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { number, to } of units) {
      const out = number === attribution.number || (behind && number < attribution.number);
      if (!out && numbers.has(to) && !numbers.has(number)) {
        numbers.add(number);
        grown = true;
      }
    }
  }
  return units
    .filter((unit) => unit.sentence === attribution.sentence && numbers.has(unit.number))
    .flatMap(({ words }) => words)
    .sort((a, b) => a - b);
};
