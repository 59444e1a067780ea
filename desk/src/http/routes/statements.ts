import type { Document } from '@entente/core/document/document';
import { passageOf } from '@entente/core/document/passage';
import { VOICES } from '@entente/core/statement/read-coded';
import { CONDITION_KINDS } from '@entente/core/statement/read-statements';
import type { Condition, Statement } from '@entente/core/statement/statement';
import { actorId, documentId, issueId, STANCES, statementId } from '@entente/core/vocabulary';
import { createRoute, z } from '@hono/zod-openapi';
import type { Desk } from '../desk.ts';
import { answer, body, found, only, Refused, told } from '../wire.ts';
import { type Done, doneOf } from './head.ts';
import { routes } from './routes.ts';

const Span = z.object({ start: z.number().int().min(0), end: z.number().int().min(1) });

/** A statement as a person codes it: words are given by their place, the text itself is taken from the document. */
const Coding = z.object({
  id: z.string().optional(),
  document: z.string(),
  ...Span.shape,
  actor: z.string().min(1),
  speaker: z.string().optional(),
  issue: z.string().min(1),
  stance: z.enum(STANCES),
  condition: Span.extend({ kind: z.enum(CONDITION_KINDS), actor: z.string().optional() }).optional(),
  reason: Span.optional(),
  attribution: z.array(z.object({ name: z.string().min(1).max(300), voice: z.enum(VOICES) })).max(12),
  date: z.string().max(60).optional(),
  tense: z.enum(['current', 'past', 'future']).optional(),
  level: z.enum(['explicit', 'implied']),
  status: z.enum(['suggested', 'accepted', 'rejected']),
  note: z.string().max(4000).optional(),
});
export type Coding = z.infer<typeof Coding>;

const code = createRoute({
  method: 'post',
  path: '/api/statements',
  request: { body: body(z.object({ coding: Coding, expect: z.number().int().optional() })) },
  responses: { 200: answer<Coded>('Coded', 'A statement coded or changed by a person') },
});

export interface Coded {
  readonly statement: Statement;
  readonly entry: Done;
}

const KINDS = ['statement', 'event', 'figure', 'forecast'] as const;

const decide = createRoute({
  method: 'post',
  path: '/api/decisions',
  request: {
    body: body(
      z.object({
        kind: z.enum(KINDS),
        ids: z.array(z.string()).min(1).max(1000),
        status: z.enum(['suggested', 'accepted', 'rejected']),
        expect: z.number().int().optional(),
      }),
    ),
  },
  responses: { 200: answer<Done>('Decided', 'Suggestions accepted, rejected or put back') },
});

const passage = (document: Document, { start, end }: z.infer<typeof Span>) => {
  if (start >= end || end > document.text.length)
    throw new Refused([
      {
        code: 'statement/place',
        at: [document.id, start, end],
        says: `The words from ${start} to ${end} do not lie in the text, which has ${document.text.length} characters.`,
      },
    ]);
  return passageOf(document, start, end);
};

const conditionOf = (document: Document, one: Coding['condition']): Condition | undefined =>
  one && {
    kind: one.kind,
    passage: passage(document, one),
    ...(one.actor !== undefined && { actor: actorId(one.actor) }),
  };

/** What of a statement a person can change; only when one of these differs is the coding the person's own. */
const sameCoding = (a: Statement, b: Statement): boolean =>
  JSON.stringify([a.passage.start, a.passage.end, a.actor, a.speaker, a.issue, a.stance, a.condition, a.reason]) ===
    JSON.stringify([b.passage.start, b.passage.end, b.actor, b.speaker, b.issue, b.stance, b.condition, b.reason]) &&
  JSON.stringify([a.attribution.map(({ name, voice }) => [name, voice]), a.date, a.tense, a.level]) ===
    JSON.stringify([b.attribution.map(({ name, voice }) => [name, voice]), b.date, b.tense, b.level]);

const statementOf = (desk: Desk, document: Document, coding: Coding, known: Statement | undefined): Statement => {
  const condition = conditionOf(document, coding.condition);
  const made: Statement = {
    id: statementId(coding.id ?? `s-${crypto.randomUUID().slice(0, 13)}`),
    passage: passage(document, coding),
    actor: actorId(coding.actor),
    ...(coding.speaker !== undefined && { speaker: actorId(coding.speaker) }),
    issue: issueId(coding.issue),
    stance: coding.stance,
    ...(condition !== undefined && { condition }),
    ...(coding.reason !== undefined && { reason: passage(document, coding.reason) }),
    attribution: coding.attribution.map(
      (link) => known?.attribution.find(({ name, voice }) => name === link.name && voice === link.voice) ?? link,
    ),
    ...(coding.date !== undefined && coding.date !== '' && { date: coding.date }),
    ...(coding.tense !== undefined && { tense: coding.tense }),
    level: coding.level,
    coder: desk.by,
    status: coding.status,
    ...(coding.note !== undefined && coding.note !== '' && { note: coding.note }),
  };
  if (known === undefined || !sameCoding(known, made)) return made;
  return {
    ...made,
    coder: known.coder,
    ...(known.confidence !== undefined && { confidence: known.confidence }),
  };
};

/**
 * Refuses what was changed after the version that the page saw, by whomever: two tabs of one person are two who do not know of each other.
 */
const unchanged = async (
  { store }: Desk,
  kind: (typeof KINDS)[number],
  ids: readonly string[],
  expect: number | undefined,
): Promise<void> => {
  if (expect === undefined || store.version() === expect) return;
  for (const id of ids) {
    const last = (await store.history(kind, id)).at(-1);
    if (last === undefined || last.seq <= expect) continue;
    const says = `It was changed meanwhile (${last.what}, by ${last.by.name}). Look at it again; nothing was written.`;
    throw new Refused([{ code: 'store/conflict', at: [kind, id], says }], 409);
  }
};

const SAYS = { accepted: 'accept', rejected: 'reject', suggested: 'put back' } as const;

export const statements = (desk: Desk) =>
  routes()
    .openapi(code, async (context) => {
      const { coding, expect } = context.req.valid('json');
      const { store } = desk;
      const id = documentId(coding.document);
      const document = found(await store.document(id), id, 'There is no such document in the dossier.');
      const known = coding.id === undefined ? undefined : await store.record('statement', coding.id);
      if (coding.id !== undefined) await unchanged(desk, 'statement', [coding.id], expect);
      const statement = statementOf(desk, document, coding, known);
      const entry = await store.write(
        desk.by,
        known === undefined ? 'code' : 'edit',
        [{ kind: 'statement', id: statement.id, after: statement }],
        expect === undefined ? {} : { expect },
      );
      return context.json(told<Coded>({ statement, entry: doneOf(only(entry)) }), 200);
    })
    .openapi(decide, async (context) => {
      const { kind, ids, status, expect } = context.req.valid('json');
      await unchanged(desk, kind, ids, expect);
      const records = await Promise.all(
        ids.map(async (id) => found(await desk.store.record(kind, id), id, `There is no such ${kind}.`)),
      );
      const wishes = records.map((record) => ({ kind, id: record.id, after: { ...record, status } }));
      const entry = await desk.store.write(desk.by, SAYS[status], wishes, expect === undefined ? {} : { expect });
      return context.json(told<Done>(doneOf(only(entry))), 200);
    });
