import type { Change, ChangeKind } from '@entente/core/document/change';
import type { Derivation } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import { type Passage, passageOf } from '@entente/core/document/passage';
import { alike } from '@entente/core/document/quote';
import type { DocumentId, Span } from '@entente/core/vocabulary';
import { ATTRIBUTIONS, HEDGES, NUMBER_WORDS, SCALES } from './lexicon/weight.ts';

/** A passage in lower case with quotes, dashes and spaces alike, letter for letter. */
const plain = (passage: Passage): string => {
  const text = alike(passage.quote);
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
};

/** Words between quotation marks are their speaker's; they are blanked, letter for letter. */
const unquoted = (text: string) => text.replace(/"[^"]*"/g, (quote) => ' '.repeat(quote.length));

type Documents = ReadonlyMap<DocumentId, Document>;

/** Some words inside a passage, as a passage. */
const inside = (documents: Documents, passage: Passage, { start, end }: Span): Passage => {
  const document = documents.get(passage.document);
  if (!document) throw new RangeError(`Passage of document ${passage.document}, which is not at hand`);
  return passageOf(document, passage.start + start, passage.start + end);
};

const trimmed = (text: string, span: Span): Span => {
  const words = text.slice(span.start, span.end);
  const lead = /^[\s,]*/.exec(words)?.[0].length ?? 0;
  return { start: span.start + lead, end: span.start + words.trimEnd().length };
};

const firstOf = (text: string, patterns: readonly RegExp[]): Span | undefined => {
  const found = patterns.map((pattern) => pattern.exec(text)).filter((match) => match !== null);
  const first = found.toSorted((a, b) => a.index - b.index)[0];
  return first && trimmed(text, { start: first.index, end: first.index + first[0].length });
};

const attributionIn = (text: string) => firstOf(unquoted(text), ATTRIBUTIONS);

interface Step extends Span {
  readonly scale: string;
  readonly step: number;
}

/** The strongest word of each scale. */
const steps = (text: string): Step[] =>
  SCALES.flatMap(({ name, steps: patterns }): Step[] => {
    for (let step = patterns.length - 1; step >= 0; step--) {
      const found = patterns[step]?.exec(text);
      if (found) return [{ scale: name, step, start: found.index, end: found.index + found[0].length }];
    }
    return [];
  });

interface Quantity extends Span {
  readonly value: number;
  /** The word that it counts or the month that it dates. */
  readonly of: string;
}

const stem = (word: string) =>
  word
    .replace(/[^\p{L}]/gu, '')
    .replace(/(?:ies|es|s)$/, '')
    .slice(0, 6);

const NUMBER =
  /(?<![\p{L}\d.,-])(?:(?<before>\p{L}+\.?) )?(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+)(?: (?<scale>hundred|thousand|million|billion|dozen))?(?: (?:or so |more |other |percent of |per cent of )?(?<after>\p{L}[\p{L}-]*))?/gu;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

const quantities = (text: string): Quantity[] => {
  const found: Quantity[] = [];
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    const { before = '', number = '', scale, after = '' } = match.groups ?? {};
    const base = NUMBER_WORDS.get(number) ?? (/^\d/.test(number) ? Number(number.replaceAll(',', '')) : undefined);
    const at = match.index + (before ? before.length + 1 : 0);
    // the word that was no number may stand before one, and the word after one may itself be a number
    NUMBER.lastIndex = base === undefined && before ? match.index + before.length : at + number.length;
    if (base === undefined) continue;
    const value = base * (scale ? (NUMBER_WORDS.get(scale) ?? 1) : 1);
    const of = MONTH.test(before) ? before.slice(0, 3) : stem(after);
    if (of !== '') found.push({ value, of, start: at, end: at + number.length + (scale ? scale.length + 1 : 0) });
  }
  return found;
};

/** The same thing counted, with another number. */
const changedNumbers = (source: string, derived: string): (readonly [Span, Span])[] => {
  const [before, after] = [quantities(source), quantities(derived)];
  return after.flatMap((now): (readonly [Span, Span])[] => {
    if (before.some((then) => then.value === now.value)) return [];
    const then = before.find((one) => one.of === now.of && !after.some((same) => same.value === one.value));
    return then ? [[then, now]] : [];
  });
};

const hedges = (text: string): (Span & { word: string })[] =>
  [...unquoted(text).matchAll(HEDGES)].map((found) => ({
    word: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));

/** Changes between one passage of a source and all that was made of it. */
const changesIn = (group: readonly Derivation[], documents: Documents): Change[] => {
  const [first] = group;
  if (!first || group.some(({ kind }) => kind === 'verbatim')) return [];
  const source = plain(first.source);
  const derived = group.map((one) => plain(one.derived));
  const out: Change[] = [];
  const add = (kind: ChangeKind, lost: Span | undefined, gained: Span | undefined, at: number) => {
    const derivation = group[at] ?? first;
    out.push({
      kind,
      ...(lost ? { lost: inside(documents, derivation.source, lost) } : {}),
      ...(gained ? { gained: inside(documents, derivation.derived, gained) } : {}),
      derivation,
    });
  };
  const said = attributionIn(source);
  const now = derived.map(attributionIn);
  const credited = now.findIndex((one) => one !== undefined);
  if (said && credited < 0) add('attribution-lost', said, undefined, 0);
  const holder = /\b(?:source|official|diplomat|people|person|insider|aide)/.exec(
    now[credited] ? (derived[credited] ?? '').slice(now[credited]?.start, now[credited]?.end) : '',
  );
  if (!said && credited >= 0 && !(holder && source.includes(holder[0])))
    add('attribution-gained', undefined, now[credited], credited);
  const [doubts, left] = [hedges(source), derived.map(hedges)];
  const [doubt] = doubts;
  const doubtful = left.findIndex((words) => words.length > 0);
  if (doubt && doubtful < 0) add('hedge-lost', doubt, undefined, 0);
  if (!doubt && doubtful >= 0) add('hedge-gained', undefined, left[doubtful]?.[0], doubtful);
  derived.forEach((text, at) => {
    for (const [then, counted] of changedNumbers(source, text)) add('number-changed', then, counted, at);
  });
  const before = steps(unquoted(source));
  derived.forEach((text, at) => {
    for (const word of steps(unquoted(text))) {
      const then = before.find(({ scale }) => scale === word.scale);
      if (!then || then.step === word.step) continue;
      // a sentence that says both the weak and the strong word has not changed it
      if (SCALES.find(({ name }) => name === word.scale)?.steps[word.step]?.test(source)) continue;
      add(word.step > then.step ? 'stronger' : 'weaker', then, word, at);
    }
  });
  return out;
};

/** A headline that uses a stronger word than any passage that the document took from its source. */
const headlineChange = (document: Document, taken: readonly Derivation[], documents: Documents): Change[] => {
  const heading = document.blocks.find(({ kind }) => kind === 'heading');
  const [first] = taken;
  if (!heading || !first || !document.title || document.title.from === 'first words') return [];
  const title = passageOf(document, heading.start, heading.end);
  const inSources = taken.flatMap((one) => steps(unquoted(plain(one.source))).map((step) => ({ ...step, one })));
  return steps(unquoted(plain(title))).flatMap((word): Change[] => {
    if (word.scale === 'saying' || word.scale === 'plan') return [];
    // the source's lead says what its report is about
    const lead = inSources.find(({ scale }) => scale === word.scale);
    if (!lead || lead.step >= word.step) return [];
    return [
      {
        kind: 'stronger',
        lost: inside(documents, lead.one.source, lead),
        gained: inside(documents, title, word),
        derivation: lead.one,
        headline: true,
      },
    ];
  });
};

const grouped = (all: readonly Derivation[], key: (one: Derivation) => string): ReadonlyMap<string, Derivation[]> => {
  const groups = new Map<string, Derivation[]>();
  for (const one of all) {
    const known = groups.get(key(one));
    if (known) known.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
};

/**
 * What was lost or gained where one document was made of another: attributions and hedges dropped or added, numbers changed, words
 * exchanged for stronger or weaker ones, in passages and in the headline. Suggestions: the words are given, a person judges.
 */
export const changes = (derivations: readonly Derivation[], documents: readonly Document[]): Change[] => {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const groups = grouped(
    derivations,
    ({ source, derived }) => `${source.document} ${source.start} ${derived.document}`,
  );
  const byDerived = grouped(derivations, ({ derived }) => derived.document);
  const headlines = documents.flatMap((document) => {
    const taken = byDerived.get(document.id) ?? [];
    const inSourceOrder = taken.toSorted((a, b) => a.source.start - b.source.start);
    return headlineChange(document, inSourceOrder, byId);
  });
  return [...headlines, ...[...groups.values()].flatMap((group) => changesIn(group, byId))];
};
