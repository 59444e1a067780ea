import { createHash } from 'node:crypto';
import type { Document } from '@entente/core/document/document';
import { documentId, type Problem } from '@entente/core/vocabulary';
import { binaryKind } from './binary.ts';
import { without } from './boilerplate.ts';
import { agency } from './credits.ts';
import { describe, type Hints, NO_HINTS } from './describe.ts';
import { decode } from './encoding.ts';
import { type Frozen, fault, type Place } from './frozen.ts';
import { pageOf } from './html.ts';
import { Invisible } from './invisible.ts';
import { languageOf } from './language.ts';
import { LARGEST_FILE, tooLarge } from './limits.ts';
import { type Facts, frontMatter, plainMarkdown } from './markdown.ts';

export { tooLarge } from './limits.ts';

/** Texts of more lines than this are tables or logs, and no reports. */
const MOST_LINES = 100_000;

/** A file captured: its document, if there is one, what was wrong, and what a person should know though nothing is wrong. */
export interface Capture {
  readonly document?: Document;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  /** The address under which the document itself says that it is published. */
  readonly address?: string;
}

export const sha256 = (words: string | Uint8Array): string => createHash('sha256').update(words).digest('hex');

const freeze = (text: string, name: string, place: Place): Frozen => {
  const page = /\.(?:x?html?|xht)$/i.test(name) || /^\s{0,200}<(?:!doctype html|html)\b/i.test(text.slice(0, 500));
  if (page) return pageOf(text, place);
  const invisible = new Invisible();
  if (!/\.(?:md|markdown|mdown)$/i.test(name)) {
    const seen = invisible.without(text, true);
    return { hints: NO_HINTS, text: seen, facts: {}, problems: [], notes: invisible.notes(place) };
  }
  const { facts, problems, body } = frontMatter(text, place);
  const { text: plain, headings } = plainMarkdown(invisible.without(body));
  const hints = { headings, boilerplate: [], own: [], ...(facts.title ? { title: facts.title.value } : {}) };
  return { text: plain, facts, problems, notes: invisible.notes(place), hints };
};

/** A document from a text that is frozen as it stands. */
export const documentFrom = (
  text: string,
  id: string,
  file: string,
  hints: Hints = NO_HINTS,
  facts: Facts = {},
): Document => {
  const described = describe(text, hints);
  const language = languageOf(without(text, described.boilerplate));
  const credited = facts.author && agency(facts.author.value) !== undefined ? facts.author : undefined;
  return {
    ...{ id: documentId(id), file, text, sha256: sha256(text) },
    ...described,
    ...(credited && !described.kind ? { kind: { value: 'wire', from: credited.from } } : {}),
    ...(language ? { language } : {}),
    ...facts,
  };
};

const linesIn = (text: string): number => {
  let count = 1;
  for (const _ of text.matchAll(/[\n\r\u2028\u2029]/g)) if (++count > MOST_LINES) break;
  return count;
};

/** Half a pair of code units is no letter and has no bytes; one sign stands for it, so that no offset moves. */
const wholeLetters = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** A document from words that a format gave up, unless there are none. */
export const captureFrozen = (frozen: Frozen, id: string, file: string, place: Place): Capture => {
  const text = wholeLetters(frozen.text);
  const { notes, problems, hints, facts, address } = frozen;
  if (text.trim() === '') {
    const says = 'No words are left once marks and hidden text are taken away. Save the page again, or as .txt.';
    return { problems: problems.length > 0 ? problems : [fault('empty', place, says)], notes };
  }
  if (linesIn(text) > MOST_LINES) {
    const says = `It has more than ${MOST_LINES} lines. Split it, or save only the report.`;
    return { problems: [...problems, fault('too-many-lines', place, says)], notes };
  }
  const document = documentFrom(text, id, file, hints, facts);
  return { document, problems, notes, ...(address ? { address } : {}) };
};

/**
 * A document from the bytes of a text, a Markdown file or a page: decoded, frozen, hashed, described.
 *
 * @param place how the file is named in problems
 */
export const captureBytes = (bytes: Uint8Array, id: string, file: string, place: Place = file): Capture => {
  const refused = (code: string, says: string): Capture => ({ problems: [fault(code, place, says)], notes: [] });
  if (bytes.length > LARGEST_FILE) return refused('too-large', tooLarge(bytes.length));
  if (bytes.length === 0) return refused('empty', 'The file is empty. Save the report again.');
  const binary = binaryKind(bytes);
  if (binary)
    return refused('binary', `It is ${binary}, which is not read. Save the report as .pdf, .docx, .html or .txt.`);
  const decoded = decode(bytes);
  if (!decoded.ok) return { problems: decoded.problems.map((problem) => ({ ...problem, at: [place] })), notes: [] };
  const { text, encoding, guessed, misfits = 0 } = decoded.value;
  if (text.trim() === '') return refused('empty', 'The file holds no words. Save the report again.');
  const captured = captureFrozen(freeze(text, file, place), id, file, place);
  const guess = `Nothing says how it is encoded; it was read as ${encoding.toUpperCase()}. If letters look wrong, save it again as UTF-8.`;
  const odd = `${misfits} ${misfits === 1 ? 'place does' : 'places do'} not fit the rest of it, which is ${encoding.toUpperCase()}: two encodings are mixed, or the file is damaged. Look at the accents and quotes.`;
  const notes = [
    ...(guessed ? [fault('encoding-guessed', place, guess)] : []),
    ...(misfits > 0 ? [fault('encoding-mixed', place, odd)] : []),
  ];
  return { ...captured, notes: [...captured.notes, ...notes] };
};
