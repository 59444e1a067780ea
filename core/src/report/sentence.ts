import { edtfWords } from '../chronicle/edtf-words.ts';
import { paragraphOf, shortSource } from '../document/citation.ts';
import type { Document } from '../document/document.ts';
import type { Passage } from '../document/passage.ts';
import { type Standing, standingOf } from '../position/voice.ts';
import type { AttributionLink, Statement } from '../statement/statement.ts';
import type { DocumentId, StatementId } from '../vocabulary.ts';
import { quoted, shortened, unique } from './words.ts';

/** Where a sentence comes from: the passage, as one says it, and how it is known. */
export interface Citation {
  readonly passage: Passage;
  /** `Kyodo ¶7`, `Kyodo, headline`. */
  readonly label: string;
  readonly voice: Standing;
  readonly suggested: boolean;
  readonly statement?: StatementId;
}

/** A stretch of a sentence: our words, or a source's. */
export type Run =
  | { readonly kind: 'ours'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly passage: Passage };

/**
 * A sentence of a report or an answer with the passages it stands on.
 *
 * `evidence` says what sources say and carries its “according to” in `lead`; `count` says how many and of what the evidence is; `model`
 * says what follows from assumed or inferred preferences.
 */
export interface Sentence {
  readonly kind: 'evidence' | 'count' | 'model';
  /** “Kyodo, citing diplomatic sources (anonymous)”: never empty in a sentence of evidence. */
  readonly lead: string;
  /** When it was said, in words, where that belongs to the lead. */
  readonly when?: string;
  /** What ties the lead to the rest: a colon before a quotation, “ reports that ” before our own summary. */
  readonly joint: string;
  readonly runs: readonly Run[];
  readonly citations: readonly Citation[];
}

/** What sentences need of a dossier to name their sources. */
export type Library = ReadonlyMap<DocumentId, Document>;

export const libraryOf = (documents: readonly Document[]): Library => new Map(documents.map((one) => [one.id, one]));

const documentIn = (library: Library, id: DocumentId): Document => {
  const document = library.get(id);
  if (document === undefined) throw new RangeError(`Document ${id} is not in the dossier`);
  return document;
};

/** A place as one cites it: `Kyodo ¶7`, `Frontier India, headline`. */
export const placeLabel = (library: Library, passage: Passage): string => {
  const document = documentIn(library, passage.document);
  const block = document.blocks.find(({ start, end }) => passage.start < end && start < passage.end);
  const source = shortSource(document);
  if (block?.kind === 'heading')
    return `${source}, ${block.start === (document.blocks.find(({ kind }) => kind === 'heading')?.start ?? -1) && paragraphOf(document, passage.start) === 1 ? 'headline' : 'heading'}`;
  return `${source} ¶${paragraphOf(document, passage.start)}`;
};

export const cite = (library: Library, statement: Statement, passage: Passage = statement.passage): Citation => ({
  passage,
  label: placeLabel(library, passage),
  voice: standingOf(statement),
  suggested: statement.status === 'suggested',
  statement: statement.id,
});

const UNNAMED = /anonym|unnamed|not (?:be )?named|unidentified/i;

const linkName = ({ name, voice }: AttributionLink): string =>
  voice === 'anonymous' && !UNNAMED.test(name) ? `${quoted(name)} (anonymous)` : quoted(name);

const sameName = (a: string, b: string): boolean => {
  const plain = (text: string) => text.toLowerCase().replace(/\b(?:the|news|agency)\b|[^\p{L}\p{N}]/gu, '');
  return plain(a) === plain(b);
};

/**
 * Who reports whom, from the document inwards: “Kyodo, citing diplomatic sources (anonymous), on Takehiro Funakoshi”. The document's
 * own name always leads, so no sentence can lose its “according to”.
 */
export const leadOf = (library: Library, statement: Pick<Statement, 'passage' | 'attribution'>): string => {
  const source = shortSource(documentIn(library, statement.passage.document));
  const links = statement.attribution.filter(({ name }, at) => !(at === 0 && sameName(name, source)));
  const parts = links.map((link, at) => {
    if (link.voice === 'author') return ', the writer’s reading';
    const person = link.voice === 'named' || link.voice === 'office';
    return at > 0 && person ? `, on ${linkName(link)}` : `, citing ${linkName(link)}`;
  });
  return `${source}${parts.join('')}`;
};

/** A sentence on what sources say. @throws RangeError without a statement */
export const evidenceSentence = (
  library: Library,
  statements: readonly Statement[],
  runs: readonly Run[],
  { joint = ': ', passages }: { readonly joint?: string; readonly passages?: readonly Passage[] } = {},
): Sentence => {
  const [first] = statements;
  if (first === undefined) throw new RangeError('A sentence of evidence needs at least one statement, got 0');
  const leads = [...new Set(statements.map((one) => leadOf(library, one)))];
  return {
    kind: 'evidence',
    lead: leads.length > 3 ? `${leads.slice(0, 2).join('; ')} and ${leads.length - 2} more` : leads.join('; '),
    joint,
    runs,
    citations: distinctCitations(statements.map((one, at) => cite(library, one, passages?.[at]))),
  };
};

/** One citation a label, so that two clauses of one paragraph do not cite it twice. */
export const distinctCitations = (citations: readonly Citation[]): readonly Citation[] =>
  unique(citations, ({ label, suggested }) => `${label} ${suggested}`);

/** A sentence on the evidence itself. */
export const countSentence = (words: string | readonly Run[], citations: readonly Citation[] = []): Sentence => ({
  kind: 'count',
  lead: '',
  joint: '',
  runs: typeof words === 'string' ? [{ kind: 'ours', text: words }] : words,
  citations: distinctCitations(citations),
});

/** What a statement says, in its own words: “Kyodo, citing diplomatic sources (anonymous), November 2021: “…””. */
export const inItsWords = (
  library: Library,
  statement: Statement,
  passage: Passage = statement.passage,
  before = '',
): Sentence => {
  const said = evidenceSentence(library, [statement], [], { passages: [passage] });
  return {
    ...said,
    ...(statement.date !== undefined && { when: edtfWords(statement.date) }),
    runs: [
      ...(before === '' ? [] : [{ kind: 'ours' as const, text: before }]),
      { kind: 'quote', text: shortened(passage.quote), passage },
    ],
  };
};

/**
 * The “according to” of a sentence in full: who, and when. After a sentence of the same source it may be said in short, never left out:
 * “The same, 19 October 2021”.
 */
export const leadText = ({ lead, when, joint }: Sentence, before?: Sentence): string => {
  if (lead === '') return joint;
  const who = before !== undefined && before.lead === lead && joint === ': ' ? 'The same' : lead;
  return `${who}${when === undefined ? '' : `, ${when}`}${joint}`;
};

/** A sentence as plain text, with its lead and without its citations. */
export const sentenceText = (sentence: Sentence, before?: Sentence): string =>
  `${leadText(sentence, before)}${sentence.runs.map((run) => (run.kind === 'quote' ? `“${run.text}”` : run.text)).join('')}`;
