import type { Span } from '@entente/core/vocabulary';
import { enter, extensible } from '../lexicon/extension.ts';
import { HAPPENINGS } from '../lexicon/generated/time.ts';
import type { Token } from '../sentence/token.ts';
import { AUXILIARIES, PREPOSITIONS } from '../sentence/words.ts';
import { isPast } from './tense.ts';

const NOUNS = new Set(HAPPENINGS);
extensible(({ happenings }) => enter(NOUNS, happenings));
export const HAPPENING_WORDS: ReadonlySet<string> = NOUNS;

const BREAK = /^[;:()—]$/;

/** A dash between spaces parts clauses; one between figures joins them. */
const breaks = (token: Token, next: Token | undefined): boolean =>
  BREAK.test(token.text) || (/^[–-]$/.test(token.text) && token.spaced && next?.spaced === true);

const isVerb = (tokens: readonly Token[], index: number): boolean =>
  AUXILIARIES.has(tokens[index]?.lower ?? '') ||
  /'(?:ll|d|ve|re|m)$/.test(tokens[index]?.lower ?? '') ||
  isPast(tokens, index);

const holdsVerb = (tokens: readonly Token[], first: number, last: number): boolean => {
  for (let index = first; index <= last; index += 1) if (isVerb(tokens, index)) return true;
  return false;
};

/** The first token of the clause in which a token stands. */
const leftOf = (tokens: readonly Token[], from: number, others: readonly Span[] = []): number => {
  let first = from;
  while (first > 0) {
    const before = tokens[first - 1];
    if (!before || breaks(before, tokens[first])) break;
    // “left in 2018 and began talks in 2021”: each verb has its own date.
    if (before.lower === 'and' && isPast(tokens, first) && others.some(({ end }) => end <= before.start)) break;
    if (before.text === ',' && tokens[first]?.kind !== 'number') break;
    first -= 1;
    if (/^(which|when|where|that|who)$/.test(before.lower)) break;
  }
  return first;
};

/** The last token of the clause in which a token stands; `commas` may be passed: a date at the head of a clause goes with what follows its comma. */
const rightOf = (
  tokens: readonly Token[],
  from: number,
  end: number,
  passing: number,
  others: readonly Span[] = [],
): number => {
  let last = from;
  let commas = passing;
  while (last + 1 < tokens.length) {
    const after = tokens[last + 1];
    const next = tokens[last + 2];
    if (!after || breaks(after, next)) break;
    if (after.text === '.' && last + 2 >= tokens.length) break;
    if (after.text === ',' && after.start >= end && next?.kind !== 'number') {
      if (commas === 0) break;
      commas -= 1;
    }
    if (/^(which|while|whereas|although|though)$/.test(after.lower) && after.start >= end) break;
    if (after.lower === 'and' && AUXILIARIES.has(next?.lower ?? '')) break;
    if (after.lower === 'and' && isPast(tokens, last + 2) && others.some(({ start }) => start >= after.end)) break;
    // “the founding of two states in 1948 and the withdrawal of …”: another happening begins.
    if (after.lower === 'and' && next?.lower === 'the' && HAPPENING_WORDS.has(tokens[last + 3]?.lower ?? '')) break;
    last += 1;
  }
  return last;
};

/** “tests carried out on 4 May”, “sanctions in force since 2016”: the words from the noun on that a date within a longer clause goes with. */
const reduced = (tokens: readonly Token[], first: number, from: number): number | undefined => {
  let participle = -1;
  for (let index = from - 1; index > Math.max(first, from - 7); index -= 1) {
    const lower = tokens[index]?.lower ?? '';
    if (AUXILIARIES.has(lower) && !tokens[index]?.capital) return undefined;
    if (/^[a-z]{2,}ed$/.test(lower) || PARTICIPLES.test(lower)) {
      participle = index;
      break;
    }
  }
  const noun = tokens[participle - 1];
  if (
    participle < 0 ||
    !noun ||
    noun.kind !== 'word' ||
    AUXILIARIES.has(noun.lower) ||
    !/^[\p{L}'-]+$/u.test(noun.text)
  )
    return undefined;
  if (/^(it|he|she|they|who|which|that|and|to|not|has|had|then|also)$/.test(noun.lower) || /ly$/.test(noun.lower))
    return undefined;
  // Only where the clause has a verb of its own before the noun.
  let start = participle - 1;
  while (
    start > first &&
    !isVerb(tokens, start - 1) &&
    !PREPOSITIONS.has(tokens[start - 1]?.lower ?? '') &&
    tokens[start - 1]?.lower !== 'to'
  )
    start -= 1;
  for (let index = first; index < start; index += 1) if (isVerb(tokens, index)) return start;
  return undefined;
};
const PARTICIPLES = /^(held|made|built|led|begun|taken|given|signed|struck|drawn|sent|won|lost)$/;

/** The noun phrase that a date belongs to: “the 1974 war”, “the accords of 3 May and 5 June”. */
export const nounAround = (tokens: readonly Token[], start: number, end: number, of: boolean): Span => {
  const from = tokens.findIndex((token) => token.end > start);
  if (from < 0) return { start, end };
  let first = from;
  if (of) {
    while (first > 0 && from - first < 14) {
      const before = tokens[first - 1];
      if (!before || (before.kind === 'mark' && !/^['"-]$/.test(before.text)) || isVerb(tokens, first - 1)) break;
      if (
        before.lower !== 'of' &&
        (PREPOSITIONS.has(before.lower) || /^(to|that|which|who|when|where|while|as|than|if)$/.test(before.lower))
      )
        break;
      first -= 1;
    }
    return { start: tokens[first]?.start ?? start, end };
  }
  while (
    first > 0 &&
    from - first < 3 &&
    /^(the|a|an|its|their|this|that|his|her|our)$/.test(tokens[first - 1]?.lower ?? '')
  )
    first -= 1;
  let last = tokens.findLastIndex((token) => token.start < end);
  for (let count = 0; count < 8 && last + 1 < tokens.length; count += 1) {
    const next = tokens[last + 1];
    if (!next || (next.kind === 'mark' && !/^(-|–|'s?)$/.test(next.text))) break;
    if (
      PREPOSITIONS.has(next.lower) ||
      isVerb(tokens, last + 1) ||
      /^(and|or|but|to|that|which|who|when|where|while|as|than)$/.test(next.lower)
    )
      break;
    last += 1;
  }
  return { start: tokens[first]?.start ?? start, end: tokens[last]?.end ?? end };
};

/** The subject that an apposition parts from its verb: “China, the biggest buyer, said on Friday”. */
const beforeApposition = (tokens: readonly Token[], first: number): number => {
  if (tokens[first - 1]?.text !== ',' || !isVerb(tokens, first)) return first;
  for (let index = first - 2; index > 0 && first - index < 22; index -= 1)
    if (tokens[index]?.text === ',') return leftOf(tokens, index - 1);
  return first;
};

/** The clause around a span: from the break before it to the break after it. A date in brackets or behind a dash belongs to what stands before. */
export const clauseAround = (
  tokens: readonly Token[],
  start: number,
  end: number,
  others: readonly Span[] = [],
): Span => {
  let first = tokens.findIndex((token) => token.end > start);
  let last = first;
  if (first < 0) return { start, end };
  while (last + 1 < tokens.length && (tokens[last + 1]?.start ?? end) < end) last += 1;
  const from = first;
  first = leftOf(tokens, from, others);
  // “in 1945, when …” is told by the clause with “when”.
  const told = tokens[last + 1]?.text === ',' && /^(when|where)$/.test(tokens[last + 2]?.lower ?? '');
  if (told) first = Math.max(first, from - 3);
  let opener = tokens[first]?.lower ?? '';
  const before = tokens[first - 1]?.text ?? '';
  const passing = first === from || PREPOSITIONS.has(opener) || /^(just|only)$/.test(opener) ? 1 : 0;
  const verb = holdsVerb(tokens, first, last) || holdsVerb(tokens, last, rightOf(tokens, last, end, passing));
  // “the dissolution of the council (3 May 1999)”, “two rounds took place – in April and May”
  if (!verb && first > 1 && /^[(–—-]$/.test(before) && !told) {
    first = leftOf(tokens, first - 2);
    if (!/^\($/.test(before) && !holdsVerb(tokens, first, from) && first > 1) first = leftOf(tokens, first - 2);
    const closes = tokens[last + 1]?.text === ')' ? last + 1 : rightOf(tokens, last, end, 0);
    return { start: tokens[first]?.start ?? start, end: tokens[closes]?.end ?? end };
  }
  // “the summit, held on 12 June, …”: a participle after a comma tells of what stands before it.
  if (
    before === ',' &&
    first > 1 &&
    /^(held|signed|adopted|concluded|reached|launched|convened|hosted|brokered|made|struck)$/.test(opener)
  ) {
    first = leftOf(tokens, first - 2);
    opener = tokens[first]?.lower ?? '';
    if (PREPOSITIONS.has(opener))
      return { start: tokens[first]?.start ?? start, end: tokens[rightOf(tokens, last, end, 1)]?.end ?? end };
  }
  const leads =
    from - first < 4 &&
    (from === first || PREPOSITIONS.has(opener) || /^(just|only|a|the|early|late|earlier|later)$/.test(opener));
  // “… could choose, from 2014, between …”: a date between commas belongs to the clause that it interrupts.
  const wedged =
    before === ',' &&
    leads &&
    !holdsVerb(tokens, first, rightOf(tokens, last, end, 0)) &&
    tokens[last + 1]?.text === ',';
  const host = wedged ? leftOf(tokens, first - 2) : first;
  if (wedged && holdsVerb(tokens, host, first - 2))
    return { start: tokens[host]?.start ?? start, end: tokens[last]?.end ?? end };
  last = rightOf(tokens, last, end, leads || told ? 1 : 0, others);
  first = (leads || told ? undefined : reduced(tokens, first, from)) ?? beforeApposition(tokens, first);
  return { start: tokens[first]?.start ?? start, end: tokens[last]?.end ?? end };
};
