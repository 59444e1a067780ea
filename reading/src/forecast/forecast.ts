import type { Edtf, Span } from '@entente/core/vocabulary';
import type { Reference } from '../actor/mention.ts';
import { type Frame, framesAround } from '../attribution/frame.ts';
import { FORECASTS } from '../lexicon/generated/time.ts';
import { PhraseTable } from '../sentence/phrases.ts';
import { clauseEnd, type Sighted, subjectBefore, verbGroupStart } from '../stance/clause.ts';
import type { Position } from '../stance/position.ts';

/** What a sentence says will, would or might happen. */
export interface Expectation extends Span {
  readonly likelihood: string;
  readonly by: readonly Reference[];
  /** Place of the cue, as a token index. */
  readonly cue: number;
  readonly due?: Edtf;
}

const TABLE = new PhraseTable(FORECASTS.map((words) => [words, words] as const));

/** The beginning of the clause in which a verb group stands: past its subject to the nearest break. */
const clauseStart = ({ tokens }: Sighted, group: number): number => {
  let first = group;
  while (first > 0) {
    const before = tokens[first - 1];
    if (
      !before ||
      /^[,;:(—"]$/.test(before.text) ||
      /^(that|but|because|which|who|while|if|unless|when)$/.test(before.lower)
    )
      break;
    first -= 1;
  }
  return first;
};

/**
 * The forecasts of a sentence: who holds each is whoever reports or fears it, else whoever announces an act of his own.
 */
export const expectations = (
  sighted: Sighted,
  all: readonly Frame[],
  held: readonly Position[],
  dates: readonly { start: number; date?: Edtf }[],
): Expectation[] => {
  const { tokens } = sighted;
  const found: Expectation[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const hit = TABLE.at(tokens, index);
    if (!hit || tokens[index]?.capital) continue;
    const words = hit.value;
    const before = tokens[index - 1]?.lower ?? '';
    if (words === 'may' && tokens[hit.end]?.kind === 'number') continue;
    if (before === 'the' || before === 'a' || before === 'of' || before === "'s") continue; // “the will”
    const group = verbGroupStart(tokens, index);
    const first = clauseStart(sighted, group);
    const after = clauseEnd(tokens, hit.end);
    let end = hit.end;
    while (end < after && !(tokens[end]?.text === ',' && !/^(however|too)$/.test(tokens[end + 1]?.lower ?? '')))
      end += 1;
    const report = framesAround(all, index)
      .filter(({ place, contentFirst }) => place !== 'before' || contentFirst <= index)
      .at(-1);
    const fear = held.find(
      ({ contentFirst, contentAfter, cueFirst }) => cueFirst < index && contentFirst <= index && index < contentAfter,
    );
    const subjects = subjectBefore(sighted, group);
    const by = fear?.of ?? report?.of ?? [];
    // In the writer's own voice “could” and “would” rather weigh than foretell.
    if (by.length === 0 && /^(could|would)$/.test(words)) continue;
    const start = tokens[first]?.start;
    const stop = tokens[end - 1]?.end;
    if (start === undefined || stop === undefined || stop <= start) continue;
    const due = dates.find((date) => date.start >= start && date.start < stop)?.date;
    found.push({
      start,
      end: stop,
      likelihood: words,
      by: by.length > 0 ? by : /^(will|won't)$/.test(words) ? subjects.flatMap(({ of }) => of) : [],
      cue: index,
      ...(due ? { due } : {}),
    });
    index = Math.max(index, hit.end - 1);
  }
  return found;
};
