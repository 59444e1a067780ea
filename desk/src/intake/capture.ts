import { createHash } from 'node:crypto';
import type { Document } from '@entente/core/document/document';
import { documentId, type Problem } from '@entente/core/vocabulary';
import { binaryKind } from './binary.ts';
import { without } from './boilerplate.ts';
import { describe, type Hints, NO_HINTS } from './describe.ts';
import { decode } from './encoding.ts';
import { pageOf } from './html.ts';
import { languageOf } from './language.ts';
import { type Facts, frontMatter, plainMarkdown } from './markdown.ts';

/** Files above this are refused before they are read. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** Texts of more lines than this are tables or logs, and no reports. */
const MOST_LINES = 100_000;

export type Format = 'text' | 'markdown' | 'html';

/** A file captured: its document, if there is one, what was wrong, and what a person should know though nothing is wrong. */
export interface Capture {
  readonly document?: Document;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

export const formatOf = (name: string): Format =>
  /\.(?:md|markdown|mdown)$/i.test(name) ? 'markdown' : /\.(?:x?html?|xht)$/i.test(name) ? 'html' : 'text';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

interface Frozen {
  readonly text: string;
  readonly hints: Hints;
  /** What the format says, which goes before what the words say. */
  readonly facts: Facts;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

const freeze = (text: string, format: Format, file: string): Frozen => {
  if (format === 'html' || /^\s{0,200}<(?:!doctype html|html)\b/i.test(text.slice(0, 500))) return pageOf(text, file);
  const none = { notes: [], hints: NO_HINTS };
  if (format === 'text') return { ...none, text, facts: {}, problems: [] };
  const { facts, problems, body } = frontMatter(text, file);
  const { text: plain, headings } = plainMarkdown(body);
  const hints = { headings, boilerplate: [], own: [], ...(facts.title ? { title: facts.title.value } : {}) };
  return { text: plain, facts, problems, notes: [], hints };
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
  return {
    ...{ id: documentId(id), file, text, sha256: sha256(text) },
    ...described,
    ...(language ? { language } : {}),
    ...facts,
  };
};

const named = (file: string, code: string, says: string): Problem => ({ code: `intake/${code}`, at: [file], says });

/**
 * A document from the bytes of a file: recognised, decoded, frozen, hashed, described.
 *
 * @param place how the file is named in problems
 */
export const captureBytes = (bytes: Uint8Array, id: string, file: string, place: string = file): Capture => {
  const fault = (code: string, says: string): Capture => ({ problems: [named(place, code, says)], notes: [] });
  if (bytes.length > LARGEST_FILE) return fault('too-large', tooLarge(bytes.length));
  if (bytes.length === 0) return fault('empty', 'The file is empty. Save the report again.');
  const binary = binaryKind(bytes);
  if (binary) return fault('binary', `It is ${binary}, which is not read yet. Save the report as .txt, .md or .html.`);
  const decoded = decode(bytes);
  if (!decoded.ok) return { problems: decoded.problems.map((problem) => ({ ...problem, at: [place] })), notes: [] };
  const { text, encoding, guessed } = decoded.value;
  if (text.trim() === '') return fault('empty', 'The file holds no words. Save the report again.');
  const frozen = freeze(text, formatOf(file), place);
  if (frozen.text.trim() === '' && frozen.problems.length > 0)
    return { problems: frozen.problems, notes: frozen.notes };
  if (frozen.text.trim() === '') {
    const says = 'No words are left once marks and hidden text are taken away. Save the page again, or as .txt.';
    return { problems: [...frozen.problems, named(place, 'empty', says)], notes: frozen.notes };
  }
  if (linesIn(frozen.text) > MOST_LINES)
    return fault('too-many-lines', `It has more than ${MOST_LINES} lines. Split it, or save only the report.`);
  const guess = `Nothing says how it is encoded; it was read as ${encoding.toUpperCase()}. If letters look wrong, save it again as UTF-8.`;
  return {
    document: documentFrom(frozen.text, id, file, frozen.hints, frozen.facts),
    problems: frozen.problems,
    notes: [...frozen.notes, ...(guessed ? [named(place, 'encoding-guessed', guess)] : [])],
  };
};

const linesIn = (text: string): number => {
  let count = 1;
  for (const _ of text.matchAll(/[\n\r\u2028\u2029]/g)) if (++count > MOST_LINES) break;
  return count;
};

export const tooLarge = (bytes: number): string =>
  `The file has ${Math.round(bytes / 1024 / 1024)} MB; the most that is read is ${LARGEST_FILE / 1024 / 1024} MB. Split it, or save only the report.`;
