import type { Derivation } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import { nearest } from '@entente/core/document/nearest';
import type { Pair } from './align.ts';
import { ATTRIBUTIONS } from './lexicon/weight.ts';
import { unquoted } from './plain.ts';
import type { Prepared } from './prepared.ts';

const NAMED_AFTER =
  /\b(?:[Aa]s per|[Aa]ccording to|[Rr]eported by|[Cc]iting|[Cc]ited by|[Qq]uoting|[Qq]uoted by|[Tt]old|[Vv]ia|[Ss]ource:)\s+(?:the\s+|a\s+report (?:by|of|in) (?:the )?)?((?:\p{Lu}[\p{L}\p{N}'.-]*\s?){1,5})|((?:\p{Lu}[\p{L}\p{N}'.-]*\s?){1,5})(?:\s?,)? (?:reported|reports|wrote|writes|has reported|quoted|cited|citing|said in a report)\b/gu;

const words = (name: string) => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const GENERAL = new Set(
  'the of and news agency press times post daily network service media network example report reports'.split(' '),
);

/** Whether a name in a text means an outlet: one telling word of it is the same, or misspelt by a letter. */
const means = (name: string, outlet: string): boolean => {
  const known = words(outlet).filter((word) => word.length >= 3 && !GENERAL.has(word));
  return words(name).some(
    (word) =>
      word.length >= 3 && !GENERAL.has(word) && (known.includes(word) || (word.length >= 5 && misspelt(word, known))),
  );
};

const misspelt = (word: string, known: readonly string[]): boolean => {
  const meant = nearest(
    word,
    known.filter((one) => one.length >= 5 && Math.abs(one.length - word.length) <= 1),
  );
  return meant !== undefined && meant[0] === word[0];
};

/** Whether a document names another as its source: “as per Kyodo”, or in what it says that it summarises. */
const names = (document: Document, other: Document): boolean => {
  const outlet = other.summarises?.value.split(',')[0]; // a summary stands for what it summarises
  const outlets = [other.author?.value, other.publisher?.value, outlet].filter((name) => name !== undefined);
  const { summarises, text } = document;
  const title = other.title && other.title.from !== 'first words' ? other.title.value : undefined;
  if (summarises && title && title.length >= 12 && summarises.value.includes(title)) return true;
  for (const found of text.slice(0, 60_000).matchAll(NAMED_AFTER))
    if (outlets.some((one) => means(found[1] ?? found[2] ?? '', one))) return true;
  return false;
};

/** The day, in full, that a document was published on; coarse and uncertain dates order nothing. */
const day = ({ published }: Document) =>
  published && /^\d{4}-\d{2}-\d{2}$/.test(published.value) ? published.value : undefined;

const isWire = (document: Document) => document.kind?.value === 'wire';

/** One ground for a direction: positive when the first document is the source. */
interface Ground {
  readonly by: string;
  readonly weight: number;
}

const sign = (a: number, b: number) => (a > b ? 1 : a < b ? -1 : 0);

/** How many of some sentences say who says so; a copy tends to lose that. */
const attributions = (document: Prepared, sentences: ReadonlySet<number>): number =>
  [...sentences].filter((at) => {
    const words = unquoted(document.sentences[at]?.plain ?? '');
    return ATTRIBUTIONS.some((pattern) => pattern.test(words));
  }).length;

const lengths = (document: Prepared, sentences: ReadonlySet<number>): number =>
  [...sentences].reduce((sum, at) => sum + (document.words[at]?.length ?? 0), 0);

/** Sentences that are told again lose words rather than win some: by this share it shows. */
const SHORTER = 1.06;

const groundsOf = (x: Prepared, y: Prepared, pairs: readonly Pair[]): Ground[] => {
  const [a, b] = [x.document, y.document];
  const grounds: Ground[] = [];
  const add = (by: string, weight: number) => {
    if (weight !== 0) grounds.push({ by, weight });
  };
  const [dayA, dayB] = [day(a), day(b)];
  if (dayA && dayB && dayA !== dayB) add('date', dayA < dayB ? 4 : -4);
  add('named', 3 * sign(Number(names(b, a)), Number(names(a, b))));
  add('credit', 2 * sign(Number(isWire(a)), Number(isWire(b))));
  const [inA, inB] = [new Set(pairs.map((pair) => pair.a)), new Set(pairs.map((pair) => pair.b))];
  const lost = attributions(x, inA) - attributions(y, inB);
  add('lost', Math.max(-2, Math.min(2, lost)) * 0.75);
  const [wordsA, wordsB] = [lengths(x, inA), lengths(y, inB)];
  const shorter = wordsA >= wordsB * SHORTER ? 1 : wordsB >= wordsA * SHORTER ? -1 : 0;
  add('shortened', shorter * 1.25);
  const [shareA, shareB] = [inA.size / Math.max(1, x.sentences.length), inB.size / Math.max(1, y.sentences.length)];
  if (shorter === 0 && Math.abs(shareA - shareB) > 0.2) add('length', sign(shareA, shareB) * 0.5);
  return grounds;
};

/** Which of two documents is the source, by what grounds, and whether these leave no doubt. */
export interface Direction {
  readonly source: 'a' | 'b';
  readonly direction: Derivation['direction'];
}

const FALLBACK = 'order';

/**
 * Which of two alike documents the other took from: by dates, by who names whom, by agency credits, by attributions and other words that a
 * copy lost, and, where no sentence was shortened, by share (a source is used up, a copy adds matter of its own). Without any ground the first by id is taken and said to be unsure.
 */
export const directionOf = (x: Prepared, y: Prepared, pairs: readonly Pair[]): Direction => {
  const [a, b] = [x.document, y.document];
  const grounds = groundsOf(x, y, pairs);
  const sum = grounds.reduce((total, { weight }) => total + weight, 0);
  const source = sum > 0 || (sum === 0 && a.id <= b.id) ? 'a' : 'b';
  const towards = source === 'a' ? 1 : -1;
  const by = grounds.filter(({ weight }) => Math.sign(weight) === towards).map(({ by: name }) => name);
  const against = grounds
    .filter(({ weight }) => Math.sign(weight) === -towards)
    .reduce((total, { weight }) => total + Math.abs(weight), 0);
  return { source, direction: { by: by.length > 0 ? by : [FALLBACK], sure: Math.abs(sum) >= 3 && against < 2 } };
};
