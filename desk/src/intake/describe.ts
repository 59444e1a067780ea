import type { Block, Boilerplate, BoilerplateKind, Document, Read } from '@entente/core/document/document';
import { alike } from '@entente/core/document/quote';
import type { Span } from '@entente/core/vocabulary';
import { type Dateline, datelineOf } from '@entente/reading/time/dateline';
import { markBoilerplate, phraseKind, without, zonesOf } from './boilerplate.ts';
import { type Credit, creditIn, datelineIn, endingIn, isBiography, withoutPlace } from './credits.ts';
import { SECTION_HEADING } from './lexicon/phrases.ts';
import { endsSentence, isProse, type Part, wordsIn } from './lines.ts';
import { partsOf } from './parts.ts';

/** What can be known of a document from its text. */
export type Described = Pick<
  Document,
  'blocks' | 'boilerplate' | 'title' | 'publisher' | 'author' | 'published' | 'kind'
>;

/** What the format of a file says of stretches of its text. */
export interface Hints {
  readonly headings: readonly Span[];
  readonly boilerplate: readonly Boilerplate[];
  /** Short stretches that belong to the report: rows of tables, entries of lists. */
  readonly own: readonly Span[];
  /** The title, where the format gives it, so that none is looked for. */
  readonly title?: string;
}

export const NO_HINTS: Hints = { headings: [], boilerplate: [], own: [] };

const isTitle = (part: Part, first: boolean): boolean => {
  const { text } = part;
  const words = wordsIn(text);
  if (text.length < 12 || text.length > 320 || /^[*•©]|https?:\/\/|[,:;]$/.test(text) || SECTION_HEADING.test(text))
    return false;
  const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{6}/u.test(text);
  return (
    (words >= (first ? 2 : 3) || cjk) &&
    words <= 32 &&
    (!endsSentence(text) || /[?!]["')]*$/.test(text)) &&
    !phraseKind(part)
  );
};

/** The headline among the short lines at the head: long rather than short, first rather than later, followed by a byline or a day. */
const titleAt = (parts: readonly Part[], credits: readonly (Credit | undefined)[], head: number): number => {
  let best = { at: -1, score: 0 };
  for (let i = 0; i < head; i++) {
    const part = parts[i];
    if (!part || credits[i]?.whole || !(credits[i]?.title || isTitle(part, i === 0))) continue;
    const score =
      Math.min(wordsIn(part.text), 12) +
      (i === 0 ? 4 : 0) +
      (part.heading ? 8 : 0) +
      (credits[i]?.title ? 6 : 0) +
      (credits[i + 1]?.whole ? 3 : 0);
    if (score > best.score) best = { at: i, score };
  }
  return best.at;
};

/** Where a title that is known stands in the text: at a part that holds it and little else. */
const printedTitle = (parts: readonly Part[], title: string): number => {
  const plain = (words: string) => alike(words).toLowerCase().replace(/\s+/g, ' ').trim();
  const wanted = plain(title);
  return parts.slice(0, 400).findIndex(({ text }) => text.length <= title.length + 40 && plain(text) === wanted);
};

/** A label for a document without a headline: its first words, at most eight of them. */
const label = (parts: readonly Part[]): Read<string> | undefined => {
  const first = parts.find(isProse) ?? parts[0];
  const words = first ? withoutPlace(first).slice(0, 200).replace(/\s+/g, ' ').split(' ') : [];
  if (words.length === 0 || words[0] === '') return undefined;
  const short = words
    .slice(0, 8)
    .join(' ')
    .slice(0, 70)
    .replace(/[,;:.-]+$/, '');
  return { value: words.length > 8 || short.length === 70 ? `${short}…` : short, from: 'first words' };
};

const firstOf = <Field extends keyof Credit>(credits: readonly (Credit | undefined)[], field: Field) =>
  credits.find((credit) => credit?.[field] !== undefined)?.[field];

const isHeading = (part: Part, next: Part | undefined): boolean =>
  part.heading === true ||
  (part.text.length <= 160 && /\S\[edit\]$/.test(part.text)) ||
  (wordsIn(part.text) <= 16 &&
    part.text.length <= 160 &&
    !isProse(part) &&
    !/[.;,:]$/.test(part.text) &&
    next !== undefined &&
    isProse(next));

/** The kind that the format gives to most of a part. */
const hinted = (part: Part, hints: readonly Boilerplate[]): BoilerplateKind | undefined =>
  hints.find((hint) => (Math.min(hint.end, part.end) - Math.max(hint.start, part.start)) * 2 > part.end - part.start)
    ?.kind;

/** Which of some spans touch a part; to be asked for parts in reading order. */
const byPosition = <One extends Span>(spans: readonly One[]): ((part: Span) => readonly One[]) => {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let at = 0;
  return (part) => {
    while (at < sorted.length && (sorted[at]?.end ?? 0) <= part.start) at++;
    const found: One[] = [];
    for (let i = at; i < sorted.length; i++) {
      const span = sorted[i];
      if (!span || span.start >= part.end) break;
      found.push(span);
    }
    return found;
  };
};

/** What a headline says of another text, as in “the declaration issued on 27 April 2018”, is no day of this one. */
const OF_ANOTHER = /\p{L} (?:issued|released|published|posted|recorded|signed|adopted|filed|aired)(?: on)? *$/u;

const dayOfText = (text: string): Dateline | undefined => {
  const found = datelineOf(text);
  return found && OF_ANOTHER.test(text.slice(found.line.start, found.start)) ? undefined : found;
};

/**
 * Blocks, boilerplate and what the text says about itself: headline, outlet, author, agency, day of publication. Each value carries its
 * ground; what the text does not say is left out.
 */
export const describe = (text: string, hints: Hints = NO_HINTS): Described => {
  const headingsAt = byPosition(hints.headings);
  const marks = hints.boilerplate.filter(
    ({ kind, start, end }) => kind === 'footnote-mark' && end - start <= 12 && text[start] !== '[',
  );
  // a sentence ends before the number of its footnote
  const parts = partsOf(marks.length > 0 ? without(text, marks) : text).map((part) =>
    headingsAt(part).length > 0 ? { ...part, heading: true } : part,
  );
  const [boilerplateAt, ownAt] = [byPosition(hints.boilerplate), byPosition(hints.own)];
  const given = parts.map((part) => hinted(part, boilerplateAt(part)));
  const own = parts.map((part) => ownAt(part).length > 0);
  const first = parts.map((part, index) => given[index] ?? phraseKind(part));
  const rough = zonesOf(parts, first);
  const credits = parts.map((part, index) => {
    if (index >= rough.first && index <= rough.last && rough.first < parts.length) return undefined;
    return given[index] && given[index] !== 'credit' ? undefined : creditIn(part);
  });
  const head = Math.min(rough.first, parts.length);
  const found =
    hints.title !== undefined
      ? printedTitle(parts, hints.title)
      : titleAt(parts, credits, head === parts.length ? Math.min(3, head) : head);
  const inside = [parts[rough.first], parts[rough.last]];
  const around = [inside[0] && datelineIn(inside[0]), inside[1] && endingIn(inside[1])];
  const all = [...credits, ...around];
  // an agency's credit goes before the name of its reporter
  const author =
    all.find((credit) => credit?.kind?.value === 'wire' && credit.author)?.author ?? firstOf(all, 'author');
  const publisher = firstOf(all, 'publisher');
  const names = [author?.value, publisher?.value].filter((name) => name !== undefined);
  const known = (part: Part, index: number): BoilerplateKind | undefined => {
    const outside = index < rough.first || index > rough.last;
    if (given[index] !== undefined) return given[index];
    if (credits[index]?.whole) return 'credit';
    return (outside || index <= rough.first + 2 || index >= rough.last - 1) && isBiography(part, names)
      ? 'credit'
      : undefined;
  };
  const { kinds, boilerplate } = markBoilerplate(text, parts, known, found, own, marks);
  const blocks: Block[] = [];
  let next: Part | undefined;
  for (const [index, part] of [...parts.entries()].toReversed()) {
    const counts = kinds[index] === undefined;
    const heading = index === found || (counts && (part.heading === true || !own[index]) && isHeading(part, next));
    blocks.push({ kind: heading ? 'heading' : 'paragraph', start: part.start, end: part.end });
    if (counts) next = part;
  }
  blocks.reverse();
  const headline = parts[found];
  const whole = headline && text.slice(headline.start, headline.end).replace(/\s+/g, ' ');
  const title =
    credits[found]?.title ??
    (hints.title === undefined && whole ? { value: whole, from: found === 0 ? 'first line' : 'headline' } : undefined);
  const line = dayOfText(text);
  const dated = line && { value: line.date, from: `“${text.slice(line.line.start, line.line.end).trim()}”` };
  const [published, kind] = [firstOf(all, 'published') ?? dated, firstOf(all, 'kind')];
  const named =
    title ?? (hints.title !== undefined ? undefined : label(parts.filter((_, index) => kinds[index] === undefined)));
  return {
    blocks,
    boilerplate,
    ...(named ? { title: named } : {}),
    ...(publisher ? { publisher } : {}),
    ...(author ? { author } : {}),
    ...(published ? { published } : {}),
    ...(kind ? { kind } : {}),
  };
};
