import type { Boilerplate, BoilerplateKind } from '@entente/core/document/document';
import type { Span } from '@entente/core/vocabulary';
import { PHRASES, REFERENCE_HEADING, SECTION_HEADING } from './lexicon/phrases.ts';
import { isProse, type Part, wordsIn } from './lines.ts';

/** What a part is by its words alone. */
export const phraseKind = ({ text }: Part): BoilerplateKind | undefined => {
  if (text.length > 320) return undefined;
  if (/^#[\p{L}\p{N}_]+(?:\s+#[\p{L}\p{N}_]+)+$/u.test(text)) return 'navigation'; // hashtags
  if (/^[^>›»|]{1,30}(?:\s*[>›»]\s*[^>›»|]{1,40}){2,}$/.test(text) && wordsIn(text) <= 16) return 'navigation'; // breadcrumbs
  if (/^[^|]{1,24}(?:\s*\|\s*[^|]{1,24}){3,}$/.test(text)) return 'navigation';
  const short = wordsIn(text) <= 12;
  return PHRASES.find(({ whole, part }) => (short && whole?.test(text)) || part?.test(text))?.kind;
};

const isShort = (part: Part) => wordsIn(part.text) <= 12 && part.text.length <= 120 && !isProse(part);

/** An entry of a list of works cited. */
const isReference = ({ text }: Part): boolean =>
  /^(?:\d{1,3}\.?\s*)?(?:\^|\[\d{1,3}\]|jump up)/i.test(text) ||
  /\b(?:retrieved|accessed|archived from|ISBN|ISSN|doi:|pp?\. \d|vol\. \d|https?:\/\/|www\.)/i.test(text) ||
  /\((?:19|20)\d\d[a-z]?\)|"[^"]{8,}"[.,]/.test(text.slice(0, 300));

/** Where the list of works cited begins; a heading of that kind counts only if what follows looks like such a list. */
const referencesFrom = (parts: readonly Part[]): number => {
  let tried = 0;
  for (let i = Math.floor(parts.length * 0.3); i < parts.length; i++) {
    const part = parts[i];
    if (!part || part.text.length > 60 || !REFERENCE_HEADING.test(part.text)) continue;
    const rest = parts.slice(i + 1);
    if (rest.length === 0) continue;
    if (++tried > 20) break;
    const listed = rest.filter((one) => isReference(one) || isShort(one)).length;
    if (listed * 10 >= rest.length * 7) return i;
  }
  let i = parts.length;
  while (i > 0 && /^(?:\^|\[\d{1,3}\]|\d{1,3}\.?\s*\^)/.test(parts[i - 1]?.text ?? '')) i--;
  return parts.length - i >= 2 ? i : parts.length;
};

/** `[12]`, `[a]`, `[note 3]`, `[edit]` after a word: marks, not words of the report. `[h]e` and `[the minister]` are words. */
const footnoteMarks = (text: string): Boilerplate[] =>
  [
    ...text.matchAll(
      /(?<=\S)\[(?:\d{1,3}|[a-z]|note \d{1,2}|nb \d{1,2})\](?![\p{L}\p{N}])|\[(?:edit|citation needed|clarification needed|who\?|when\?|dubious[^\]]{0,20})\]/giu,
    ),
  ].map((mark) => ({ kind: 'footnote-mark', start: mark.index, end: mark.index + mark[0].length }));

/** Stretches of a line that holds more: `Hits 1691`. */
const counters = (part: Part): Boilerplate[] =>
  part.text.length > 320
    ? []
    : [...part.text.matchAll(/\b(?:hits|views|visits)\s*:?\s*[\d,]+|조회수?\s*:?\s*[\d,]+/gi)].map((found) => ({
        kind: 'navigation',
        start: part.start + found.index,
        end: part.start + found.index + found[0].length,
      }));

export interface Zones {
  /** Index of the first part that is running text. */
  readonly first: number;
  /** Index of the last one. */
  readonly last: number;
}

/** The head of a page stands before its first running text, the foot after its last. */
export const zonesOf = (parts: readonly Part[], kinds: readonly (BoilerplateKind | undefined)[]): Zones => {
  const prose = (part: Part, index: number) => kinds[index] === undefined && isProse(part);
  const first = parts.findIndex(prose);
  if (first < 0) return { first: parts.length, last: parts.length };
  let last = parts.length - 1;
  for (let part = parts[last]; part && !prose(part, last); part = parts[last]) last--;
  return { first, last };
};

/** Short lines beside lines that are known for boilerplate are of the same kind: menus, forms, lists of other articles. */
const spread = (
  parts: readonly Part[],
  kinds: (BoilerplateKind | undefined)[],
  from: number,
  to: number,
  spared: (part: Part, index: number) => boolean,
): void => {
  const loose: number[] = [];
  let known = 0;
  for (let i = from; i < to; i++) {
    const part = parts[i];
    if (!part) continue;
    if (kinds[i] !== undefined && kinds[i] !== 'credit') known++;
    else if (kinds[i] === undefined && !spared(part, i)) loose.push(i);
  }
  if (known === 0 && loose.length < 3) return;
  for (const i of loose) {
    const part = parts[i];
    if (!part || (known === 0 && wordsIn(part.text) > 6)) continue;
    const near = kinds.slice(Math.max(from, i - 6), i).findLast((kind) => kind === 'form' || kind === 'share');
    kinds[i] = part.text.startsWith('*') && near ? 'form' : 'navigation';
  }
};

/** The entries of a table of contents: numbered lines after its heading. */
const markContents = (parts: readonly Part[], kinds: (BoilerplateKind | undefined)[]): void => {
  for (let i = 0; i < parts.length; i++) {
    if (!/^contents(?:\s*\[(?:hide|show)\])?$/i.test(parts[i]?.text ?? '')) continue;
    for (let j = i; j < parts.length; j++) {
      const text = parts[j]?.text ?? '';
      if (j > i && !(/^\d+(?:\.\d+)*\.?\s+\S/.test(text) && text.length <= 120) && !/^\[(?:hide|show)\]$/i.test(text))
        break;
      kinds[j] = 'navigation';
    }
  }
};

/** Runs of short lines in the middle of a report that a known line gives away. */
const spreadMiddle = (parts: readonly Part[], kinds: (BoilerplateKind | undefined)[], zones: Zones): void => {
  let from = zones.first + 1;
  for (let i = from; i <= zones.last; i++) {
    const part = parts[i];
    if (part && isShort(part)) continue;
    const run = kinds.slice(from, i).filter((kind) => kind !== undefined).length;
    // the last short line before running text may be its heading
    if (run >= 2 && i - from >= 4) spread(parts, kinds, from, i - 1, ({ text }) => /\S\[edit\]$/.test(text));
    from = i + 1;
  }
};

export interface Marked {
  /** The kind of each part that is boilerplate as a whole. */
  readonly kinds: readonly (BoilerplateKind | undefined)[];
  readonly zones: Zones;
  /** Whole parts and stretches of parts, in reading order, not overlapping. */
  readonly boilerplate: readonly Boilerplate[];
}

const merged = (spans: readonly Boilerplate[]): Boilerplate[] => {
  const out: Boilerplate[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (!last || span.start >= last.end) out.push(span);
  }
  return out;
};

/**
 * What of a text is boilerplate: lines known by their words, short lines beside them at the head and the foot, lists of works cited,
 * footnote marks. Marked, never deleted.
 *
 * @param known kinds that the format gave (`<nav>`, `<form>`) or that are credits
 * @param title the index of the part that holds the title, which is none
 * @param own whether the format says that a short part belongs to the report
 * @param marks footnote marks that the format shows: raised numbers
 */
export const markBoilerplate = (
  text: string,
  parts: readonly Part[],
  known: (part: Part, index: number) => BoilerplateKind | undefined,
  title: number,
  own: readonly boolean[],
  marks: readonly Boilerplate[] = [],
): Marked => {
  const kinds = parts.map((part, index) => (index === title ? undefined : (known(part, index) ?? phraseKind(part))));
  const references = referencesFrom(parts);
  for (let i = references; i < parts.length; i++) kinds[i] ??= 'references';
  markContents(parts, kinds);
  const zones = zonesOf(parts, kinds);
  for (let i = 0; i < Math.min(title, zones.first); i++) {
    const part = parts[i];
    // what stands above the headline belongs to the page
    if (part && !own[i] && wordsIn(part.text) <= 5) kinds[i] ??= 'navigation';
  }
  if (zones.first < parts.length) {
    const spared = (part: Part, index: number) =>
      index === title ||
      own[index] === true ||
      part.heading === true ||
      SECTION_HEADING.test(part.text) ||
      (index < zones.first && (wordsIn(part.text) > 12 || (index === title + 1 && wordsIn(part.text) >= 6)));
    spread(parts, kinds, 0, zones.first, spared);
    spread(parts, kinds, zones.last + 1, parts.length, (_, index) => own[index] === true);
    spreadMiddle(parts, kinds, zones);
  }
  const whole = parts.flatMap((part, index): Boilerplate[] => {
    const kind = kinds[index];
    return kind ? [{ kind, start: part.start, end: part.end }] : [];
  });
  const partial = parts.flatMap((part, index) => (index < zones.first || index > zones.last ? counters(part) : []));
  return { kinds, zones, boilerplate: merged([...whole, ...partial, ...footnoteMarks(text), ...marks]) };
};

/** A text of the same length in which boilerplate is spaces: for what looks at words alone. */
export const without = (text: string, spans: readonly Span[]): string => {
  let out = '';
  let at = 0;
  for (const { start, end } of spans) {
    out += text.slice(at, start) + ' '.repeat(Math.max(0, end - Math.max(at, start)));
    at = Math.max(at, end);
  }
  return out + text.slice(at);
};
