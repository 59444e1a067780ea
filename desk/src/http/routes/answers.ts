import { positionsOver } from '@entente/core/position/position';
import type { AnswerParagraph } from '@entente/core/report/answer';
import { type Question, type QuestionKind, readQuestion } from '@entente/core/report/question';
import { replyTo, standsOf } from '@entente/core/report/reply';
import { whatIf } from '@entente/core/report/what-if';
import type { Actor, Issue } from '@entente/core/statement/codebook';
import { createRoute, z } from '@hono/zod-openapi';
import { alsoCalled } from '../../cli/called.ts';
import { readConflictText } from '../../store/conflict-file.ts';
import { asOfIn, asOfQuery } from '../as-of.ts';
import type { Desk } from '../desk.ts';
import { answer, told } from '../wire.ts';
import { routes } from './routes.ts';

/** Where a conflict shows what follows from an act. */
export interface WhatIfLink {
  readonly conflict: string;
  readonly title: string;
  readonly state: string;
  readonly says: string;
}

/** How a question was read, and the answer from evidence; nothing of it where it fits no actor or issue well. */
export interface Answered {
  readonly question: string;
  readonly kind: QuestionKind;
  readonly actor?: Actor;
  /** The one named, who speaks for `actor`. */
  readonly named?: Actor;
  /** A name that nobody in the codebook has. */
  readonly unknown?: string;
  readonly issue?: Issue;
  /** What else it could mean, nearest first. */
  readonly others: readonly Issue[];
  /** It asks of no issue at all. */
  readonly open: boolean;
  readonly paragraphs: readonly AnswerParagraph[];
  /** For what happens if somebody acts: the states where conflicts show it. */
  readonly models: readonly WhatIfLink[];
}

const ask = createRoute({
  method: 'get',
  path: '/api/answer',
  request: {
    query: asOfQuery.extend({
      question: z.string().max(500).optional(),
      actor: z.string().optional(),
      issue: z.string().optional(),
    }),
  },
  responses: { 200: answer<Answered>('Answered', 'A question answered from statements alone') },
});

const modelsFor = async ({ store }: Desk, question: Question): Promise<readonly WhatIfLink[]> => {
  if (question.kind !== 'if') return [];
  const records = await store.conflicts();
  return records.flatMap(({ id, file, text }) => {
    const read = readConflictText(text, file);
    const found = read.ok ? whatIf(read.value, question) : undefined;
    return read.ok && found !== undefined ? [{ conflict: id, title: read.value.title, ...found }] : [];
  });
};

export const answers = (desk: Desk) =>
  routes().openapi(ask, async (context) => {
    const query = context.req.valid('query');
    const { question: text = '', actor: who, issue: which } = query;
    const [whole, given] = [await desk.dossier(), asOfIn(query)];
    const dossier = given === undefined ? whole : { ...whole, asOf: given };
    const { actors, issues } = dossier.codebook;
    const positions = positionsOver(dossier, dossier.asOf === undefined ? {} : { asOf: dossier.asOf });
    const read = readQuestion(dossier.codebook, standsOf(positions), text, alsoCalled);
    const actor = actors.find(({ id }) => id === who) ?? read.actor;
    const issue = issues.find(({ id }) => id === which) ?? read.issue;
    const others = [...(read.issue === undefined ? [] : [read.issue]), ...read.others].filter((one) => one !== issue);
    const question: Question = {
      ...read,
      ...(actor !== undefined && { actor }),
      ...(issue !== undefined && { issue }),
      others,
    };
    const { kind, named, unknown, open } = question;
    return context.json(
      told<Answered>({
        ...{ question: text, kind, others, open },
        ...(actor !== undefined && { actor }),
        ...(named !== undefined && { named }),
        ...(unknown !== undefined && { unknown }),
        ...(issue !== undefined && { issue }),
        paragraphs: replyTo(dossier, question).paragraphs,
        models: await modelsFor(desk, question),
      }),
      200,
    );
  });
