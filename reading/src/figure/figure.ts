import type { Figure } from '@entente/core/chronicle/event';
import type { Span } from '@entente/core/vocabulary';
import { extensible } from '../lexicon/extension.ts';
import { QUALIFIERS } from '../lexicon/generated/time.ts';
import { PhraseTable } from '../sentence/phrases.ts';
import type { Sentence } from '../sentence/sentence.ts';
import type { Token } from '../sentence/token.ts';
import { isFunctionWord, MONTHS, table } from '../sentence/words.ts';
import { numberAt } from './number.ts';

/** A quantity as the words give it. */
export interface Quantity extends Span {
  readonly value?: number | readonly [number, number];
  readonly unit: string;
  readonly of?: string;
  readonly qualifier?: NonNullable<Figure['qualifier']>;
}

const APPROXIMATIONS = new PhraseTable(QUALIFIERS.map(({ words, qualifier }) => [words, qualifier] as const));
extensible(({ qualifiers, without }) =>
  APPROXIMATIONS.extend(
    qualifiers.map(({ words, qualifier }) => [words, qualifier]),
    without,
  ),
);
const LONGEST_QUALIFIER = 4;

const CURRENCIES: Readonly<Record<string, string>> = table({
  $: 'dollars',
  '€': 'euros',
  '£': 'pounds',
  '¥': 'yen',
  '₩': 'won',
});
const MONEY = /^(dollars?|euros?|pounds?|yen|won|yuan|roubles?|rubles?|francs?|rupees?|cents?)$/;
const MEASURE =
  /^(kilomet(?:er|re)s?|km|met(?:er|re)s?|miles?|feet|tons?|tonnes?|kilograms?|kg|barrels?|hectares?|acres?|percent|per|%|degrees?|megawatts?|kilotons?|litres?|liters?|days?|weeks?|months?|years?|decades?|hours?|minutes?|centuries)$/;
const PERSONS =
  /(people|persons|personnel|troops|soldiers|civilians|advisers|advisors|refugees|residents|workers|men|women|children|casualties|deaths|victims|officials|prisoners|hostages|detainees|fighters|members|citizens|nationals|staff|observers|peacekeepers|abductees|dead|wounded|killed|lives)$/;

/** Nouns that an ordinal counts so far (“its sixth nuclear test”), not names or places in an order. */
const COUNTED_SO_FAR =
  /^(tests?|summits?|meetings?|rounds?|offers?|drafts?|requests?|targets?|packages?|visits?|launch(es)?|attempts?|talks|attacks?|strikes?|terms?|rockets?|missiles?|elections?|referendums?|ceasefires?|truces?|times?|wars?|explosions?|detonations?|trips?|conferences?|extensions?|mandates?)$/;

/** A number after one of these names something: “Resolution 1718”, “Article 9”, “No. 5”. */
const NAMING =
  /^(resolution|episode|season|article|chapter|section|no|nos|number|paragraph|figure|table|page|pp?|flight|route|highway|group|type|phase|annex|protocol|line|note|footnote|vol|volume|issue|room|unit|area)$/;

const nounsAfter = (list: readonly Token[], from: number): number => {
  let end = from;
  for (let count = 0; count < 6; end += 1, count += 1) {
    const token = list[end];
    if (!token || token.kind === 'number') break;
    const hyphen = token.text === '-' && !token.spaced && list[end + 1]?.spaced === false;
    if (token.kind === 'mark' ? token.text !== '%' && !hyphen : isFunctionWord(token.lower)) break;
    if (/(ed|ing)$/.test(token.lower) && count > 0 && !PERSONS.test(token.lower)) break;
    // A plural is the head: what follows is the verb.
    if (/[^sui]s$/.test(token.lower) || PERSONS.test(token.lower)) return end + 1;
  }
  return end;
};

const inside = (spans: readonly Span[], start: number, end: number): boolean =>
  spans.some((span) => start < span.end && span.start < end);

/** “two decades” are 20 years. */
const scaled = (value: number | readonly [number, number], unit: string): number | readonly [number, number] =>
  unit !== 'decade' && unit !== 'decades'
    ? value
    : typeof value === 'number'
      ? value * 10
      : [value[0] * 10, value[1] * 10];

const quantityAt = (
  list: readonly Token[],
  index: number,
  dates: readonly Span[],
): { quantity: Quantity; end: number } | undefined => {
  const token = list[index];
  if (!token || token.text === "'") return undefined;
  const currency = token.kind === 'mark' ? CURRENCIES[token.text] : undefined;
  if (token.kind === 'mark' && currency === undefined) return undefined;
  const first = currency ? index + 1 : index;
  const number = numberAt(list, first);
  const head = list[first];
  const before = list[index - 1];
  if (!number || !head) return undefined;
  const lastOfNumber = list[number.end - 1] ?? head;
  if (inside(dates, token.start, lastOfNumber.end)) return undefined;
  // “3.06 p.m.”, “two o'clock”, “4 min read”
  if (
    /^(a\.?m|p\.?m|o'clock|min|GMT|UTC)\b/i.test(list[number.end]?.text ?? '') ||
    (/^[ap]$/.test(list[number.end]?.lower ?? '') && list[number.end + 1]?.text === '.')
  )
    return undefined;
  if (!currency && before && NAMING.test(before.lower.replace('.', ''))) return undefined;
  if (before && (/^[B-HJ-Z]$/.test(before.text) || before.text === '#' || MONTHS.has(before.lower))) return undefined;
  const indefinite = number.value === undefined;
  let end = nounsAfter(list, number.end);
  const nouns = list.slice(number.end, end);
  const next = list[number.end];
  const noun = nouns[nouns.length - 1];

  if (number.ordinal) {
    const counted = nouns.findIndex((one) => COUNTED_SO_FAR.test(one.lower));
    if (counted < 0) return undefined;
    end = number.end + counted + 1;
    if (
      nouns.slice(0, counted).some((one) => one.capital && !/(an|ese|ish)$/.test(one.lower)) &&
      head.lower !== 'first-ever'
    )
      return undefined;
    if (head.lower === 'first' && before?.lower !== 'the' && before?.lower !== 'its' && before?.lower !== 'their')
      return undefined;
  } else if (indefinite) {
    if (/^(decades|centuries)$/.test(head.lower)) {
      if (!before || !/^(for|over|after|many|few)$/.test(before.lower)) return undefined;
      end = number.end;
    } else if (number.round === undefined && /s$/.test(head.lower) && head.lower.length > 4) return undefined;
    else if (number.round !== undefined) {
      // “hundreds of millions of people”, “several hundred were registered”
      if (list[end]?.lower === 'of') end = Math.max(end, nounsAfter(list, end + 1));
    } else if (!noun || (!/s$/.test(nouns[0]?.lower ?? '') && !/s$/.test(noun.lower))) return undefined;
    else if (head.lower === 'few' && before?.lower !== 'a') return undefined;
    else if (head.lower === 'many' || head.lower === 'numerous') return undefined;
  } else if (!currency) {
    if (head.lower === 'one' && number.end === first + 1) return undefined;
    if (typeof number.value === 'number' && head.kind === 'number' && !noun && next?.text !== '%') {
      // A bare number counts only where its place says so: “estimated at 15 thousand”, “admitted 13”.
      const percent = next?.lower === 'per' && list[number.end + 1]?.lower === 'cent';
      if (percent) end = number.end + 2;
      else if (index === 0 || number.value < 10 || /^(1[5-9]|20)\d\d$/.test(head.text)) return undefined;
      if (!percent && (!before || before.kind === 'mark')) return undefined;
    }
    if (next?.capital && nouns.length === 1 && head.kind === 'number' && /^(th|st|nd|rd)$/.test(next.lower))
      return undefined;
  }

  // Words of approximation before the number.
  let start = index;
  let qualifier: Quantity['qualifier'];
  for (let back = Math.max(0, index - LONGEST_QUALIFIER); back < index; back += 1) {
    const phrase = APPROXIMATIONS.at(list, back);
    const gap = phrase ? list.slice(phrase.end, index) : [];
    if (phrase && gap.every((one) => /^(an?|the|at|some)$/.test(one.lower))) {
      start = back;
      qualifier = phrase.value;
      break;
    }
  }
  if (start === index && /^an?$/.test(before?.lower ?? '') && (indefinite || number.ordinal)) start = index - 1;
  const unitWord = nouns.find((one) => MONEY.test(one.lower) || MEASURE.test(one.lower) || one.text === '%');
  const last = list[end - 1] ?? lastOfNumber;
  const of = nouns
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(' %', '%');
  const unit =
    currency ??
    (number.ordinal
      ? 'ordinal'
      : number.percent || unitWord?.text === '%' || unitWord?.lower === 'per' || next?.lower === 'per'
        ? 'percent'
        : unitWord
          ? unitWord.lower
          : PERSONS.test(noun?.lower ?? '')
            ? 'persons'
            : (noun?.lower ?? 'number'));
  return {
    quantity: {
      start: list[start]?.start ?? token.start,
      end: last.end,
      ...(number.value === undefined ? {} : { value: scaled(number.value, unit) }),
      unit: unit === 'decade' || unit === 'decades' ? 'years' : unit,
      ...(of ? { of } : {}),
      ...(qualifier ? { qualifier } : {}),
    },
    end,
  };
};

/** The quantities of a sentence. `dates` are the spans of its time expressions, in which nothing is counted. */
export const quantities = (sentence: Sentence, dates: readonly Span[]): Quantity[] => {
  const found: Quantity[] = [];
  for (let index = 0; index < sentence.tokens.length; index += 1) {
    const read = quantityAt(sentence.tokens, index, dates);
    if (!read) continue;
    found.push(read.quantity);
    index = Math.max(index, read.end - 1);
  }
  return found;
};
