import { readConflict } from '@entente/core/conflict/read-conflict';
import { actorsById, spokenFor } from '@entente/core/position/organ';
import { additionsFrom } from '@entente/core/settlement/dossier-addition';
import type { Statement } from '@entente/core/statement/statement';
import { type ActorId, actorId, issueId } from '@entente/core/vocabulary';
import { createRoute, z } from '@hono/zod-openapi';
import type { Desk } from '../desk.ts';
import { libraryFor, type Quoted, quoted } from '../quoted.ts';
import { answer, body, only, told } from '../wire.ts';
import { routes } from './routes.ts';

/** Statements that could bear an aim, accepted ones first. */
export interface EvidencePage {
  readonly rows: readonly Quoted[];
  readonly total: number;
}

/** An aim that a condition in the dossier bears and a conflict does not have. */
export interface AdditionRow {
  readonly maker: number;
  readonly text: string;
  readonly because: readonly string[];
}

const SHOWN = 60;
const LOOKED_AT = 1000;

const find = createRoute({
  method: 'get',
  path: '/api/evidence',
  request: {
    query: z.object({
      words: z.string().max(300).optional(),
      actor: z.string().max(200).optional(),
      issue: z.string().max(200).optional(),
    }),
  },
  responses: { 200: answer<EvidencePage>('EvidencePage', 'Statements by their words, actor and issue') },
});

const additions = createRoute({
  method: 'post',
  path: '/api/additions',
  request: { body: body(z.object({ data: z.unknown() })) },
  responses: { 200: answer<readonly AdditionRow[]>('Additions', 'Aims that the dossier’s conditions would bear') },
});

/** The statements of an actor and of those who speak for it; of everybody where none is named. */
const spoken = async ({ store }: Desk, actor: ActorId | undefined): Promise<(id: ActorId) => boolean> => {
  if (actor === undefined) return () => true;
  const actors = actorsById(await store.codebook());
  return (id) => id === actor || spokenFor(actors, id) === actor;
};

const looked = async (desk: Desk, words: string, issue: string | undefined): Promise<readonly Statement[]> => {
  const { store } = desk;
  if (words === '')
    return (await store.statements({ ...(issue !== undefined && { issue: issueId(issue) }), limit: LOOKED_AT })).rows;
  const { rows } = await store.search(words, { in: 'statements', typing: true, limit: LOOKED_AT });
  const ids = rows.flatMap(({ statement }) => statement ?? []);
  const found = ids.length === 0 ? [] : (await store.statements({ ids, limit: ids.length })).rows;
  return found.filter((one) => issue === undefined || one.issue === issue);
};

export const evidence = (desk: Desk) =>
  routes()
    .openapi(find, async (context) => {
      const { words = '', actor = '', issue = '' } = context.req.valid('query');
      const isTheirs = await spoken(desk, actor === '' ? undefined : actorId(actor));
      const all = await looked(desk, words.trim(), issue === '' ? undefined : issue);
      const fit = all
        .filter(({ status, actor: who, speaker }) => status !== 'rejected' && (isTheirs(who) || speaker === actor))
        .sort((a, b) => Number(b.status === 'accepted') - Number(a.status === 'accepted'));
      const shown = fit.slice(0, SHOWN);
      const library = await libraryFor(
        desk.store,
        shown.map(({ passage }) => passage.document),
      );
      return context.json(told<EvidencePage>({ rows: quoted(library, shown), total: fit.length }), 200);
    })
    .openapi(additions, async (context) => {
      const conflict = only(readConflict(context.req.valid('json').data));
      const { statements, codebook, asOf } = await desk.dossier();
      const actors = actorsById(codebook);
      const found = additionsFrom(conflict, statements, (actor) => {
        const whole = spokenFor(actors, actor, asOf);
        const maker = conflict.makers.findIndex(({ actor: own }) => own === whole);
        return maker < 0 ? undefined : maker;
      });
      const rows = found.map(({ maker, statement: { text, because } }) => ({ maker, text, because }));
      return context.json(told<readonly AdditionRow[]>(rows), 200);
    });
