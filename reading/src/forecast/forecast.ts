import type { Edtf, Span } from '@entente/core/vocabulary';
import type { Reference } from '../actor/mention.ts';
import { type Frame, framesAround } from '../attribution/frame.ts';
import { extensible } from '../lexicon/extension.ts';
import { FORECASTS } from '../lexicon/generated/time.ts';
import { type Found, PhraseTable } from '../sentence/phrases.ts';
import type { Token } from '../sentence/token.ts';
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
extensible(({ forecasts, without }) =>
  TABLE.extend(
    forecasts.map((words) => [words, words]),
    without,
  ),
);

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

/** Who speaks where no report in the sentence says so. */
export interface Voice {
  /** The writer, where a person signs. */
  readonly author?: Reference;
  /** The newsroom, where nobody signs: it foretells in its own voice, but takes no part in what it tells. */
  readonly outlet?: Reference;
  /** Whoever is quoted at a place of the text. */
  readonly quoted?: (place: number) => readonly Reference[];
}

const nonEmpty = <Item>(list: readonly Item[] | undefined): readonly Item[] | undefined =>
  list && list.length > 0 ? list : undefined;

/** Words by which somebody announces an act of his own. */
const announces = (words: string): boolean => /^(will|won't|plans? to|intends? to|is to|are to)$/.test(words);

/** “we'll”, “they'd”: the verb is part of the word. */
const contracted = (
  token: Token | undefined,
  index: number,
): { readonly value: string; readonly end: number; readonly short?: true } | undefined =>
  token?.lower.endsWith("'ll") ? { value: 'will', end: index + 1, short: true } : undefined;

/**
 * The forecasts of a sentence: who holds each is whoever reports or fears it, else whoever announces an act of his own.
 */
export const expectations = (
  sighted: Sighted,
  all: readonly Frame[],
  held: readonly Position[],
  dates: readonly { start: number; date?: Edtf }[],
  voice?: Voice,
): Expectation[] => {
  const { tokens } = sighted;
  const found: Expectation[] = [];
  const asks = tokens.at(-1)?.text === '?';
  for (let index = 0; index < tokens.length; index += 1) {
    const hit: (Found<string> & { readonly short?: true }) | undefined =
      TABLE.at(tokens, index) ?? contracted(tokens[index], index);
    if (!hit || asks || (tokens[index]?.capital && index > 0 && !hit.short)) continue;
    const words = hit.value;
    // “is to say”, “are to the north”: only a verb follows.
    if (/^(is|are) to$/.test(words) && !/^[a-z]{2,}$/.test(tokens[hit.end]?.text ?? '')) continue;
    if (
      /^(is|are) to$/.test(words) &&
      /^(say|the|a|an|this|that|be)$/.test(tokens[hit.end]?.lower ?? '') &&
      !/(ed|en)$/.test(tokens[hit.end + 1]?.lower ?? '')
    )
      continue;
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
    const quoted = voice?.quoted?.(tokens[index]?.start ?? 0) ?? [];
    const own = voice?.author ? [voice.author] : [];
    const by = nonEmpty(fear?.of) ?? nonEmpty(report?.of) ?? quoted;
    // In the writer's own voice “could” and “would” rather weigh than foretell.
    const weighs = /^(could|would|might|may)$/.test(words);
    if (by.length === 0 && /^(could|would)$/.test(words) && (own.length === 0 || report !== undefined)) continue;
    if (words === 'is possible' && tokens[hit.end]?.lower === 'to') continue;
    // “could have”, “might say” about what is past foretells nothing.
    if (weighs && tokens[hit.end]?.lower === 'have') continue;
    if (words === 'would' && by.length === 0) continue;
    const start = tokens[first]?.start;
    const stop = tokens[end - 1]?.end;
    if (start === undefined || stop === undefined || stop <= start) continue;
    const due = dates.find((date) => date.start >= start && date.start < stop)?.date;
    found.push({
      start,
      end: stop,
      likelihood: words,
      by:
        by.length > 0
          ? by
          : report !== undefined
            ? []
            : announces(words) && own.length === 0
              ? subjects.flatMap(({ of }) => of)
              : own,
      cue: index,
      ...(due ? { due } : {}),
    });
    index = Math.max(index, hit.end - 1);
  }
  return found;
};
