import type { Document } from '../document/document.ts';
import type { Passage } from '../document/passage.ts';
import { quoteOf } from '../document/quote.ts';
import type { DocumentId } from '../vocabulary.ts';
import type { Actor, Codebook } from './codebook.ts';
import type { AttributionLink, Coder, Statement, Status } from './statement.ts';

type Data = Record<string, unknown>;

interface CodedItem {
  readonly id: string;
  readonly passage: Passage;
  readonly attribution: readonly AttributionLink[];
  readonly coder: Coder;
  readonly status: Status;
  readonly confidence?: number;
}

export type Documents = ReadonlyMap<DocumentId, Document>;

/** @throws RangeError when the passage belongs to no document at hand */
export const documentOf = (documents: Documents, passage: Passage): Document => {
  const document = documents.get(passage.document);
  if (!document) throw new RangeError(`Passage of document ${passage.document}, which is not at hand`);
  return document;
};

/** Only what is there: fields that are undefined are left out. */
export const present = (fields: Data): Data =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const writeLink = (document: Document, near: Passage, link: AttributionLink): Data => ({
  name: link.name,
  voice: link.voice,
  ...(link.passage ? quoteOf(document, link.passage, near) : {}),
});

/** The fields that everything coded has: those that open the record, and those that close it. */
export const writeCoded = (documents: Documents, item: CodedItem): readonly [Data, Data] => {
  const document = documentOf(documents, item.passage);
  const opening = { id: item.id, document: document.id, ...quoteOf(document, item.passage) };
  const closing = present({
    attribution: item.attribution.map((link) => writeLink(document, item.passage, link)),
    status: item.status === 'accepted' ? undefined : item.status,
    coder: item.coder.kind === 'person' ? item.coder.name : { ...item.coder },
    confidence: item.confidence,
  });
  return [opening, closing];
};

const writeStatement = (documents: Documents, statement: Statement): Data => {
  const [opening, closing] = writeCoded(documents, statement);
  const document = documentOf(documents, statement.passage);
  const { condition, reason, passage } = statement;
  const why = reason && quoteOf(document, reason, passage);
  return {
    ...opening,
    ...present({
      actor: statement.actor,
      speaker: statement.speaker,
      issue: statement.issue,
      stance: statement.stance,
      condition: condition && {
        kind: condition.kind,
        ...quoteOf(document, condition.passage, passage),
        ...present({ actor: condition.actor }),
      },
      reason: why && (why.occurrence === undefined ? why.quote : why),
      date: statement.date,
      tense: statement.tense,
      level: statement.level,
      note: statement.note,
    }),
    ...closing,
  };
};

/** Statements as plain data that `readStatements` reads back to the same. */
export const writeStatements = (statements: readonly Statement[], documents: readonly Document[]): Data[] => {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return statements.map((statement) => writeStatement(byId, statement));
};

const writeActor = ({ id, name, kind, aliases, partOf }: Actor): Data =>
  present({
    id,
    name,
    kind,
    aliases: aliases.length > 0 ? [...aliases] : undefined,
    'part-of': partOf.length > 0 ? partOf.map((part) => ({ ...part })) : undefined,
  });

/** A codebook as plain data that `readCodebook` reads back to the same. */
export const writeCodebook = ({ actors, issues }: Codebook): Data => ({
  actors: actors.map(writeActor),
  issues: issues.map((issue) => ({ ...issue })),
});
