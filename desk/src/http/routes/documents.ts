import type { Document } from '@entente/core/document/document';
import type { Statement } from '@entente/core/statement/statement';
import { type DocumentId, documentId } from '@entente/core/vocabulary';
import { createRoute, z } from '@hono/zod-openapi';
import { corrected } from '../../store/correct.ts';
import type { DocumentRecord } from '../../store/record.ts';
import type { DocumentRow, SearchHit } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import { answer, body, found, only, told } from '../wire.ts';
import { type Done, doneOf } from './head.ts';
import { routes } from './routes.ts';

export type { DocumentRow, SearchHit };

/** All documents of the dossier in a list. */
export interface DocumentList {
  readonly version: number;
  readonly rows: readonly DocumentRow[];
}

/** A document with its frozen text and everything coded in it, as of a version. */
export interface DocumentPage {
  readonly version: number;
  readonly document: DocumentRecord & Document;
  readonly statements: readonly Statement[];
  /** The other documents of the same origin. */
  readonly sameOrigin: readonly DocumentRow[];
  readonly takesFrom: readonly { readonly document: DocumentId; readonly passages: number }[];
  readonly givesTo: readonly { readonly document: DocumentId; readonly passages: number }[];
}

export interface Hits {
  readonly hits: readonly SearchHit[];
  readonly total: number;
}

const MOST_ROWS = 100_000;
const MOST_HITS = 60;

const list = createRoute({
  method: 'get',
  path: '/api/documents',
  responses: { 200: answer<DocumentList>('DocumentList', 'Every document without its text, newest first') },
});

const one = createRoute({
  method: 'get',
  path: '/api/documents/{id}',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: answer<DocumentPage>('DocumentPage', 'A document with its text and what is coded in it') },
});

/** What a person corrected of what was read off a document; an empty text takes the field away. */
const Correction = z.object({
  title: z.string().max(500).optional(),
  publisher: z.string().max(200).optional(),
  author: z.string().max(200).optional(),
  published: z.string().max(40).optional(),
  language: z.string().max(20).optional(),
  kind: z.enum(['wire', 'article', 'brief', 'encyclopedia', 'analysis', 'official', 'other', '']).optional(),
  grade: z.enum(['A', 'B', 'C', 'D', 'E', 'F', '']).optional(),
  expect: z.number().int().optional(),
});

const correct = createRoute({
  method: 'post',
  path: '/api/documents/{id}',
  request: { params: z.object({ id: z.string() }), body: body(Correction) },
  responses: { 200: answer<Done>('Corrected', 'Title, date and the like as a person sets them') },
});

const search = createRoute({
  method: 'get',
  path: '/api/search',
  request: { query: z.object({ words: z.string().max(400), in: z.enum(['documents', 'statements']).optional() }) },
  responses: { 200: answer<Hits>('Hits', 'Where words stand in documents and statements') },
});

const counted = (ids: readonly DocumentId[]): DocumentPage['takesFrom'] => {
  const count = new Map<DocumentId, number>();
  for (const id of ids) count.set(id, (count.get(id) ?? 0) + 1);
  return [...count].map(([document, passages]) => ({ document, passages }));
};

const pageOf = async ({ store }: Desk, id: DocumentId): Promise<DocumentPage> => {
  const version = store.version();
  const document = found(await store.document(id), id, 'There is no such document in the dossier.');
  const [statements, derivations, origins] = await Promise.all([
    store.statements({ document: id, limit: MOST_ROWS }),
    store.derivations({ document: id }),
    store.origins(),
  ]);
  const own = origins.find(({ documents }) => documents.includes(id));
  const group = own === undefined ? [] : (await store.documents({ origin: own.id, limit: 100 })).rows;
  const across = derivations.filter(({ source, derived }) => source.document !== derived.document);
  return {
    version,
    document,
    statements: statements.rows,
    sameOrigin: group.filter((row) => row.document.id !== id),
    takesFrom: counted(across.filter(({ derived }) => derived.document === id).map(({ source }) => source.document)),
    givesTo: counted(across.filter(({ source }) => source.document === id).map(({ derived }) => derived.document)),
  };
};

type Corrected = z.infer<typeof Correction>;

const TEXTS = ['title', 'publisher', 'author', 'published', 'language'] as const;

const emptied = <Value extends string>(value: Value | ''): Value | undefined => (value === '' ? undefined : value);

/** A document as it is recorded, with the fields that a person changed; what was read there stays beside. */
const correctedBy = (document: DocumentRecord, wish: Corrected): DocumentRecord => {
  let record = document;
  for (const field of TEXTS) {
    const value = wish[field];
    if (value !== undefined) record = corrected(record, field, emptied(value));
  }
  if (wish.kind !== undefined) record = corrected(record, 'kind', emptied(wish.kind));
  if (wish.grade === undefined) return record;
  const { grade: _, ...rest } = record;
  return wish.grade === '' ? rest : { ...rest, grade: wish.grade };
};

export const documents = (desk: Desk) =>
  routes()
    .openapi(list, async (context) => {
      const version = desk.store.version();
      const { rows } = await desk.store.documents({ order: 'published', limit: MOST_ROWS });
      return context.json(told<DocumentList>({ version, rows }), 200);
    })
    .openapi(one, async (context) =>
      context.json(told<DocumentPage>(await pageOf(desk, documentId(context.req.valid('param').id))), 200),
    )
    .openapi(correct, async (context) => {
      const { id } = context.req.valid('param');
      const wish = context.req.valid('json');
      const known = found(await desk.store.record('document', id), id, 'There is no such document in the dossier.');
      const entry = await desk.store.write(
        desk.by,
        'correct',
        [{ kind: 'document', id, after: correctedBy(known, wish) }],
        wish.expect === undefined ? {} : { expect: wish.expect },
      );
      return context.json(told<Done>(doneOf(only(entry))), 200);
    })
    .openapi(search, async (context) => {
      const { words, in: where } = context.req.valid('query');
      const { rows, total } = await desk.store.search(words, {
        limit: MOST_HITS,
        typing: true,
        ...(where !== undefined && { in: where }),
      });
      return context.json(
        told<Hits>({ hits: rows.map((hit) => ({ ...hit, spans: hit.spans.slice(0, 1) })), total }),
        200,
      );
    });
