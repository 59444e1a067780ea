import type { Problem } from '@entente/core/vocabulary';
import { createRoute, z } from '@hono/zod-openapi';
import type { Entry, Head, RecordKind } from '../../store/record.ts';
import type { Store } from '../../store/store.ts';
import type { Counts } from '../counts.ts';
import type { Desk } from '../desk.ts';
import { type Subject, subjectOf } from '../named-step.ts';
import { answer, body, only, told } from '../wire.ts';
import { routes } from './routes.ts';

/** An entry of the log without what it changed, for lists and for “undo” to say what it would undo. */
export type Done = Omit<Entry, 'changes' | 'hash' | 'previous'> & {
  readonly records: number;
  /** The first of the records that it changed. */
  readonly touched: readonly { readonly kind: RecordKind; readonly id: string }[];
};

const TOUCHED = 20;

export const doneOf = ({ changes, hash: _, previous: __, ...entry }: Entry): Done => ({
  ...entry,
  records: changes.length,
  touched: changes.slice(0, TOUCHED).map(({ kind, id }) => ({ kind, id })),
});

/** A step that can be taken back or done again, with what it was done to. */
export interface Step extends Done {
  readonly subject?: Subject;
}

const stepOf = async (store: Store, entry: Entry): Promise<Step> => {
  const subject = await subjectOf(store, entry);
  return { ...doneOf(entry), ...(subject !== undefined && { subject }) };
};

/** What every page shows of a dossier. */
export interface DossierHead extends Head {
  readonly version: number;
  readonly readOnly: boolean;
  /** The folder's own name, never its path. */
  readonly folder: string;
  readonly person: string;
  readonly counts: Counts;
  readonly undo?: Step;
  readonly redo?: Step;
  /** What a person should know about the opening. */
  readonly notes: readonly Problem[];
}

const read = createRoute({
  method: 'get',
  path: '/api/head',
  responses: { 200: answer<DossierHead>('DossierHead', 'Title, question, counts and version of the dossier') },
});

const log = createRoute({
  method: 'get',
  path: '/api/log',
  request: {
    query: z.object({ before: z.coerce.number().int().optional(), limit: z.coerce.number().int().max(500).optional() }),
  },
  responses: { 200: answer<readonly Done[]>('Log', 'What was done, the last first') },
});

const undo = createRoute({
  method: 'post',
  path: '/api/undo',
  request: { body: body(z.object({ which: z.enum(['undo', 'redo']) })) },
  responses: {
    200: answer<Done>(
      'Undone',
      'The entry that took the last one back, or did it again, with the words of that last one',
    ),
  },
});

const name = (folder: string): string => folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder;

export const head = (desk: Desk) =>
  routes()
    .openapi(read, async (context) => {
      const { store } = desk;
      const version = store.version();
      const [own, counts, able] = await Promise.all([store.head(), desk.counts(), store.undoable()]);
      return context.json(
        told<DossierHead>({
          ...own,
          version,
          counts,
          readOnly: store.readOnly,
          folder: name(store.folder),
          person: desk.by.name,
          notes: store.notes,
          ...(able.undo !== undefined && { undo: await stepOf(store, able.undo) }),
          ...(able.redo !== undefined && { redo: await stepOf(store, able.redo) }),
        }),
        200,
      );
    })
    .openapi(log, async (context) => {
      const { before, limit = 100 } = context.req.valid('query');
      const entries = await desk.store.log({ limit, ...(before !== undefined && { before }) });
      return context.json(told<readonly Done[]>(entries.map(doneOf)), 200);
    })
    .openapi(undo, async (context) => {
      const { which } = context.req.valid('json');
      const step = (await desk.store.undoable())[which]; // before it is taken back: afterwards another is the next
      const entry = only(await desk.store[which](desk.by));
      return context.json(told<Done>({ ...doneOf(entry), ...(step !== undefined && { what: step.what }) }), 200);
    });
