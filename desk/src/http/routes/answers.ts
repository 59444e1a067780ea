import { type Answer, answerOn } from '@entente/core/report/answer';
import { actorAsked, issueMeant, type Taken } from '@entente/core/report/subject';
import type { Actor, Issue } from '@entente/core/statement/codebook';
import { createRoute, z } from '@hono/zod-openapi';
import type { Desk } from '../desk.ts';
import { answer, told } from '../wire.ts';
import { routes } from './routes.ts';

/** What a question was taken to ask, and the answer from evidence, where it asks of an actor and an issue of the codebook. */
export interface Answered {
  readonly question: string;
  readonly actor?: Actor;
  readonly issue?: Issue;
  /** Other issues that the words could mean. */
  readonly others: readonly Issue[];
  readonly answer?: Answer;
}

const ask = createRoute({
  method: 'get',
  path: '/api/answer',
  request: {
    query: z.object({
      question: z.string().max(500).optional(),
      actor: z.string().optional(),
      issue: z.string().optional(),
    }),
  },
  responses: { 200: answer<Answered>('Answered', 'A question answered from statements alone') },
});

export const answers = (desk: Desk) =>
  routes().openapi(ask, async (context) => {
    const { question = '', actor: who, issue: which } = context.req.valid('query');
    const { codebook } = await desk.dossier();
    const dossier = await desk.dossier();
    const actor = codebook.actors.find(({ id }) => id === who) ?? actorAsked(codebook, question);
    const meant: Taken<Issue> = issueMeant(codebook.issues, question);
    const issue = codebook.issues.find(({ id }) => id === which) ?? meant.took;
    return context.json(
      told<Answered>({
        question,
        ...(actor !== undefined && { actor }),
        ...(issue !== undefined && { issue }),
        others: meant.others,
        ...(actor !== undefined &&
          issue !== undefined && { answer: answerOn(dossier, actor, issue, question === '' ? {} : { question }) }),
      }),
      200,
    );
  });
