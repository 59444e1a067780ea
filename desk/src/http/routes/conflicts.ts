import { edtfWords } from '@entente/core/chronicle/edtf-words';
import type { Conflict } from '@entente/core/conflict/conflict';
import { draftConflict } from '@entente/core/conflict/draft';
import { uniqueIds } from '@entente/core/conflict/ids';
import { readConflict } from '@entente/core/conflict/read-conflict';
import { conflictData } from '@entente/core/conflict/write-conflict';
import { shortSource } from '@entente/core/document/citation';
import { originAt } from '@entente/core/document/origin';
import type { Citation } from '@entente/core/report/sentence';
import { issueId, type Problem, type StatementId, statementId } from '@entente/core/vocabulary';
import { createRoute, z } from '@hono/zod-openapi';
import { readConflictText } from '../../store/conflict-file.ts';
import { isPatchable, patchedConflictText } from '../../store/patch-conflict.ts';
import { conflictText } from '../../store/write-conflict-file.ts';
import type { Desk } from '../desk.ts';
import { libraryFor, quoted } from '../quoted.ts';
import { answer, body, found, only, Refused, told } from '../wire.ts';
import { type Done, doneOf } from './head.ts';
import { routes } from './routes.ts';

/** A conflict in a list. */
export interface ConflictRow {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** Names of its makers; none where the file has faults. */
  readonly makers: readonly string[];
}

/** The words behind a part of a conflict. */
export interface CitedWords {
  readonly citation: Citation;
  readonly quote: string;
  /** The origin of the words, and what it is called: counting is by origin. */
  readonly origin: string;
  readonly originName: string;
}

/** One conflict in the form of a conflict file, with the statements that it stands on. */
export interface ConflictPage {
  readonly version: number;
  readonly id: string;
  readonly file: string;
  /** What `readConflict` reads; left out where the file has faults. */
  readonly data?: unknown;
  readonly problems: readonly Problem[];
  readonly cited: Readonly<Record<string, CitedWords>>;
}

/** A conflict put forward from what the parties say, not saved yet. */
export interface DraftPage {
  readonly data: unknown;
  /** The issue that it turns on. */
  readonly focal: string;
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
  readonly cited: Readonly<Record<string, CitedWords>>;
}

export interface ConflictSaved {
  readonly id: string;
  readonly version: number;
  readonly entry: Done;
}

const oneId = z.object({ id: z.string() });

const list = createRoute({
  method: 'get',
  path: '/api/conflicts',
  responses: { 200: answer<readonly ConflictRow[]>('Conflicts', 'The conflicts of the dossier') },
});

const one = createRoute({
  method: 'get',
  path: '/api/conflicts/{id}',
  request: { params: oneId },
  responses: { 200: answer<ConflictPage>('ConflictPage', 'One conflict with the words that it stands on') },
});

const draft = createRoute({
  method: 'get',
  path: '/api/conflict-draft',
  request: { query: z.object({ issue: z.string().optional() }) },
  responses: { 200: answer<DraftPage>('DraftPage', 'A conflict drafted from positions and conditions') },
});

const add = createRoute({
  method: 'post',
  path: '/api/conflicts',
  request: { body: body(z.object({ data: z.unknown() })) },
  responses: { 200: answer<ConflictSaved>('ConflictAdded', 'A new conflict') },
});

const save = createRoute({
  method: 'put',
  path: '/api/conflicts/{id}',
  request: {
    params: oneId,
    body: body(z.object({ data: z.unknown(), what: z.string().max(200), expect: z.number().int().optional() })),
  },
  responses: { 200: answer<ConflictSaved>('ConflictSaved', 'A conflict changed') },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/conflicts/{id}',
  request: { params: oneId },
  responses: { 200: answer<Done>('ConflictRemoved', 'A conflict taken out of the dossier') },
});

const statementsIn = ({ makers, infeasible }: Conflict): ReadonlySet<StatementId> =>
  new Set([
    ...makers.flatMap(({ options, prefers }) => [
      ...options.flatMap(({ because }) => because),
      ...(prefers.kind === 'statements' ? prefers.groups.flat().flatMap(({ because }) => because) : []),
    ]),
    ...infeasible.flatMap(({ because }) => because),
  ]);

const citedIn = async ({ store }: Desk, conflict: Conflict): Promise<ConflictPage['cited']> => {
  const ids = [...statementsIn(conflict)];
  if (ids.length === 0) return {};
  const { rows } = await store.statements({ ids: ids.map(statementId), limit: ids.length });
  const library = await libraryFor(
    store,
    rows.map(({ passage }) => passage.document),
  );
  const origins = await store.origins();
  const originOf = originAt(origins);
  const placed = quoted(library, rows).map((one) => ({ ...one, origin: originOf(one.statement.passage) }));
  const rootOf = new Map(origins.map(({ id, documents: [root] }) => [id, root]));
  const roots = await libraryFor(
    store,
    placed.flatMap(({ origin }) => rootOf.get(origin) ?? []),
  );
  return Object.fromEntries(
    placed.map(({ statement, citation, origin }) => {
      const document = roots.get(rootOf.get(origin) ?? statement.passage.document);
      const quote = statement.passage.quote.replace(/\s+/g, ' ');
      const originName = `the one origin ${document === undefined ? origin : shortSource(document)}`;
      return [statement.id, { citation, quote, origin, originName }];
    }),
  );
};

/** A conflict as the page edits it must be one that can be read again. */
const conflictOf = (data: unknown): Conflict => only(readConflict(data));

/** The whole file is saved at once, so also one’s own change from another tab must not be written over unseen. */
const unchangedSince = async ({ store }: Desk, id: string, seen: number | undefined): Promise<void> => {
  const last = (await store.history('conflict', id)).at(-1)?.seq ?? 0;
  if (seen === undefined || last <= seen) return;
  const says = 'This conflict was changed since, perhaps in another tab. Nothing was written over.';
  throw new Refused([{ code: 'store/conflict', at: ['conflict', id], says }], 409);
};

export const conflicts = (desk: Desk) =>
  routes()
    .openapi(list, async (context) => {
      const records = await desk.store.conflicts();
      const rows = records.map(({ id, file, text }): ConflictRow => {
        const read = readConflictText(text, file);
        return read.ok
          ? { id, file, title: read.value.title, makers: read.value.makers.map(({ name }) => name) }
          : { id, file, title: file, makers: [] };
      });
      return context.json(told<readonly ConflictRow[]>(rows), 200);
    })
    .openapi(one, async (context) => {
      const { id } = context.req.valid('param');
      const version = desk.store.version();
      const { file, text } = found(await desk.store.record('conflict', id), id, 'There is no such conflict here.');
      const read = readConflictText(text, file);
      const page: ConflictPage = read.ok
        ? { version, id, file, data: conflictData(read.value), problems: [], cited: await citedIn(desk, read.value) }
        : { version, id, file, problems: read.problems, cited: {} };
      return context.json(told<ConflictPage>(page), 200);
    })
    .openapi(draft, async (context) => {
      const { issue } = context.req.valid('query');
      const dossier = await desk.dossier();
      const { title, asOf } = dossier;
      const label = dossier.codebook.issues.find(({ id }) => id === issue)?.label;
      const drafted = only(
        draftConflict(dossier, {
          title: `${label ?? title}${asOf === undefined ? '' : `, ${edtfWords(asOf)}`}`,
          ...(asOf !== undefined && { asOf }),
          ...(issue !== undefined && { focal: issueId(issue) }),
        }),
      );
      const { conflict, focal, leftOut } = drafted;
      const cited = await citedIn(desk, conflict);
      return context.json(told<DraftPage>({ data: conflictData(conflict), focal, leftOut, cited }), 200);
    })
    .openapi(add, async (context) => {
      const conflict = conflictOf(context.req.valid('json').data);
      const taken = (await desk.store.conflicts()).map(({ id }) => id);
      const id = uniqueIds([...taken, conflict.title.slice(0, 60)]).at(-1) ?? 'conflict';
      const file = `${id}.yaml`;
      const { text } = only(conflictText(conflict, file));
      const entry = only(
        await desk.store.write(desk.by, 'new conflict', [{ kind: 'conflict', id, after: { id, file, text } }]),
      );
      return context.json(told<ConflictSaved>({ id, version: entry.seq, entry: doneOf(entry) }), 200);
    })
    .openapi(save, async (context) => {
      const { id } = context.req.valid('param');
      const { data, what, expect } = context.req.valid('json');
      const conflict = conflictOf(data);
      const record = found(await desk.store.record('conflict', id), id, 'There is no such conflict here.');
      await unchangedSince(desk, id, expect);
      const { file } = record;
      const before = readConflictText(record.text, file);
      const text =
        before.ok && isPatchable(record.text, file)
          ? patchedConflictText(record.text, conflictData(before.value), conflictData(conflict))
          : only(conflictText(conflict, file)).text;
      const entry = only(
        await desk.store.write(
          desk.by,
          what,
          [{ kind: 'conflict', id, after: { ...record, text } }],
          expect === undefined ? {} : { expect },
        ),
      );
      return context.json(told<ConflictSaved>({ id, version: entry.seq, entry: doneOf(entry) }), 200);
    })
    .openapi(remove, async (context) => {
      const { id } = context.req.valid('param');
      found(await desk.store.record('conflict', id), id, 'There is no such conflict here.');
      const entry = only(
        await desk.store.write(desk.by, 'remove conflict', [{ kind: 'conflict', id, after: undefined }]),
      );
      return context.json(told<Done>(doneOf(entry)), 200);
    });
