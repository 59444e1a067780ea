import type { Codebook } from '@entente/core/statement/codebook';
import { ACTOR_KINDS } from '@entente/core/statement/read-codebook';
import { actorId, issueId } from '@entente/core/vocabulary';
import { createRoute, z } from '@hono/zod-openapi';
import type { Desk } from '../desk.ts';
import { answer, body, only, told } from '../wire.ts';
import { type Done, doneOf } from './head.ts';
import { routes } from './routes.ts';

/** The codebook as of a version. */
export interface CodebookPage extends Codebook {
  readonly version: number;
}

/** How much is coded under each name of the codebook, rejected statements aside. */
export type CodedUnder = Readonly<Record<'actors' | 'issues', Readonly<Record<string, number>>>>;

const read = createRoute({
  method: 'get',
  path: '/api/codebook',
  responses: { 200: answer<CodebookPage>('CodebookPage', 'Actors and issues') },
});

const readCounts = createRoute({
  method: 'get',
  path: '/api/codebook/coded',
  responses: { 200: answer<CodedUnder>('CodedUnder', 'How many statements are coded under each actor and issue') },
});

const name = z.string().trim().min(1).max(200);

const Actor = z.object({
  id: z.string().optional(),
  name,
  kind: z.enum(ACTOR_KINDS),
  aliases: z.array(name).max(200),
  partOf: z.array(z.object({ actor: z.string(), from: z.string().optional(), to: z.string().optional() })).max(50),
});
const Issue = z.object({ id: z.string().optional(), label: name, proposal: z.string().trim().max(2000) });

export interface Named {
  readonly id: string;
  readonly entry: Done;
}

const expect = z.number().int().optional();

const putActor = createRoute({
  method: 'post',
  path: '/api/actors',
  request: { body: body(z.object({ actor: Actor, expect })) },
  responses: { 200: answer<Named>('ActorPut', 'An actor entered or changed') },
});

const putIssue = createRoute({
  method: 'post',
  path: '/api/issues',
  request: { body: body(z.object({ issue: Issue, expect })) },
  responses: { 200: answer<Named>('IssuePut', 'An issue entered or changed') },
});

const merge = createRoute({
  method: 'post',
  path: '/api/merge',
  request: {
    body: body(
      z.object({
        kind: z.enum(['actor', 'issue']),
        from: z.string(),
        into: z.string(),
        why: z.string().max(2000).optional(),
      }),
    ),
  },
  responses: { 200: answer<Done>('Merged', 'One actor or issue made a name of another') },
});

/** A name as an id: letters of any script, small, with strokes between words. */
const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'unnamed';

const freeId = async ({ store }: Desk, kind: 'actor' | 'issue', text: string): Promise<string> => {
  const first = slug(text);
  for (let count = 1; ; count++) {
    const id = count === 1 ? first : `${first}-${count}`;
    if ((await store.record(kind, id)) === undefined) return id;
  }
};

/** More names than this are not counted one by one. */
const MOST_COUNTED = 3000;

const countedOf = async ({ store }: Desk, { actors, issues }: Codebook): Promise<CodedUnder> => {
  const coded = { actors: {} as Record<string, number>, issues: {} as Record<string, number> };
  const of = async (query: Parameters<typeof store.statements>[0]): Promise<number> => {
    const [all, rejected] = await Promise.all([
      store.statements({ ...query, limit: 0 }),
      store.statements({ ...query, status: 'rejected', limit: 0 }),
    ]);
    return all.total - rejected.total;
  };
  for (const { id } of actors.slice(0, MOST_COUNTED)) coded.actors[id] = await of({ actor: id });
  for (const { id } of issues.slice(0, MOST_COUNTED)) coded.issues[id] = await of({ issue: id });
  return coded;
};

const seen = (version: number | undefined) => (version === undefined ? {} : { expect: version });

export const codebook = (desk: Desk) =>
  routes()
    .openapi(read, async (context) => {
      const version = desk.store.version();
      const own = await desk.store.codebook();
      return context.json(told<CodebookPage>({ version, ...own }), 200);
    })
    .openapi(readCounts, async (context) =>
      context.json(told<CodedUnder>(await countedOf(desk, await desk.store.codebook())), 200),
    )
    .openapi(putActor, async (context) => {
      const { actor, expect: version } = context.req.valid('json');
      const id = actor.id ?? (await freeId(desk, 'actor', actor.name));
      const known = actor.id === undefined ? undefined : await desk.store.record('actor', id);
      const after = { ...known, ...actor, id: actorId(id) };
      const what = known === undefined ? 'enter actor' : 'change actor';
      const entry = only(await desk.store.write(desk.by, what, [{ kind: 'actor', id, after }], seen(version)));
      return context.json(told<Named>({ id, entry: doneOf(entry) }), 200);
    })
    .openapi(putIssue, async (context) => {
      const { issue, expect: version } = context.req.valid('json');
      const id = issue.id ?? (await freeId(desk, 'issue', issue.label));
      const known = issue.id === undefined ? undefined : await desk.store.record('issue', id);
      const after = { ...known, ...issue, id: issueId(id) };
      const what = known === undefined ? 'enter issue' : 'change issue';
      const entry = only(await desk.store.write(desk.by, what, [{ kind: 'issue', id, after }], seen(version)));
      return context.json(told<Named>({ id, entry: doneOf(entry) }), 200);
    })
    .openapi(merge, async (context) => {
      const { kind, from, into, why } = context.req.valid('json');
      const entry = only(await desk.store.merge(desk.by, kind, from, into, why));
      return context.json(told<Done>(doneOf(entry)), 200);
    });
