import type { Document } from '../document/document.ts';
import { Fields, type Path } from '../document/fields.ts';
import { notKnown } from '../document/nearest.ts';
import type { Passage } from '../document/passage.ts';
import { locate, type Where } from '../document/quote.ts';
import type { ActorId, IssueId } from '../vocabulary.ts';
import type { Codebook } from './codebook.ts';
import { actorIds, issueIds } from './read-codebook.ts';
import type { AttributionLink, Coder, Status, Voice } from './statement.ts';

/** What statements, events, figures and forecasts are read against. */
export interface Context {
  /** By id, by file name, and by file name without its ending. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly actors: ReadonlyMap<string, ActorId>;
  readonly issues: ReadonlyMap<string, IssueId>;
}

export const contextOf = (documents: readonly Document[], codebook: Codebook): Context => {
  const named = new Map<string, Document>();
  const add = (name: string, document: Document) => {
    if (!named.has(name)) named.set(name, document);
  };
  for (const document of documents) add(document.id, document);
  for (const document of documents) add(document.file, document);
  for (const document of documents) add(document.file.replace(/\.[^.]+$/, ''), document);
  return { documents: named, actors: actorIds(codebook), issues: issueIds(codebook) };
};

export const VOICES = [
  'named',
  'office',
  'anonymous',
  'document',
  'agency',
  'outlet',
  'media',
  'author',
] as const satisfies readonly Voice[];

const STATUSES = ['suggested', 'accepted', 'rejected'] as const satisfies readonly Status[];
const CODERS = ['person', 'rule', 'model'] as const satisfies readonly Coder['kind'][];

/** Fields that everything coded has. */
export const CODED_FIELDS = ['id', 'document', 'quote', 'occurrence', 'attribution', 'status', 'coder', 'confidence'];

export interface Coded {
  readonly id: string;
  readonly document: Document;
  readonly passage: Passage;
  readonly attribution: readonly AttributionLink[];
  readonly coder: Coder;
  readonly status: Status;
  readonly confidence?: number;
}

const passageAt = (fields: Fields, document: Document, where: Where, at: Path, words: string): Passage | undefined => {
  const found = locate(document, words, where);
  if (found.ok) return found.value;
  fields.sound = false;
  for (const problem of found.problems) fields.problems.push({ ...problem, at });
  return undefined;
};

/** The passage that the fields `quote` and `occurrence` of a record name. */
export const quoted = (fields: Fields, document: Document, near?: Passage): Passage | undefined => {
  const words = fields.text('quote');
  const occurrence = fields.optionalNumber('occurrence');
  if (words === '') return undefined;
  const where = { ...(occurrence === undefined ? {} : { occurrence }), ...(near ? { near } : {}) };
  return passageAt(fields, document, where, [...fields.at, 'quote'], words);
};

/** A passage given as words alone or as `{ quote, occurrence }`, near another. */
export const optionalQuoted = (
  fields: Fields,
  name: string,
  document: Document,
  near: Passage,
): Passage | undefined => {
  if (!fields.has(name)) return undefined;
  const entry = fields.entry(name);
  if (typeof entry.value === 'string') return passageAt(fields, document, { near }, entry.at, entry.value);
  const inner = new Fields(entry, 'quote', ['quote', 'occurrence'], fields.problems);
  const passage = quoted(inner, document, near);
  if (!inner.sound) fields.sound = false;
  return passage;
};

const readLinks = (fields: Fields, topic: string, document: Document, near: Passage): AttributionLink[] => {
  if (!fields.has('attribution')) {
    const says =
      '“attribution” is missing. Name who reports it, outermost first, or write “attribution: []” if the document itself says so.';
    fields.fault('missing-field', undefined, says);
  }
  return fields.list('attribution').flatMap((entry) => {
    const link = new Fields(entry, topic, ['name', 'voice', 'quote', 'occurrence'], fields.problems);
    const [name, voice] = [link.text('name'), link.oneOf('voice', VOICES)];
    const passage = link.has('quote') ? quoted(link, document, near) : undefined;
    if (!link.sound) fields.sound = false;
    return voice ? [{ name, voice, ...(passage ? { passage } : {}) }] : [];
  });
};

const readCoder = (fields: Fields, topic: string): Coder => {
  if (!fields.has('coder')) return { kind: 'person', name: 'unnamed' };
  const entry = fields.entry('coder');
  if (typeof entry.value === 'string') return { kind: 'person', name: entry.value };
  const inner = new Fields(entry, topic, ['kind', 'name'], fields.problems);
  const [kind, name] = [inner.oneOf('kind', CODERS), inner.text('name')];
  if (!inner.sound) fields.sound = false;
  return { kind: kind ?? 'person', name };
};

/** The fields that everything coded has; nothing when its document or its words cannot be found. */
export const readCoded = (fields: Fields, topic: string, context: Context): Coded | undefined => {
  const id = fields.text('id');
  const name = fields.text('document');
  const document = context.documents.get(name);
  if (name !== '' && !document)
    fields.fault('unknown-document', 'document', notKnown('The document', name, documentNames(context)));
  const status = fields.optionalOneOf('status', STATUSES) ?? 'accepted';
  const coder = readCoder(fields, topic);
  const confidence = fields.optionalNumber('confidence');
  if (confidence !== undefined && !(confidence >= 0 && confidence <= 1))
    fields.fault('confidence', 'confidence', `“confidence” must be from 0 to 1, found ${confidence}.`);
  if (!document) return undefined;
  const passage = quoted(fields, document);
  if (!passage) return undefined;
  const attribution = readLinks(fields, topic, document, passage);
  return { id, document, passage, attribution, coder, status, ...(confidence === undefined ? {} : { confidence }) };
};

const documentNames = (context: Context): string[] => [
  ...new Set([...context.documents.values()].map(({ id }) => id as string)),
];
