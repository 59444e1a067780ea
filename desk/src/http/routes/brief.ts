import { createRoute } from '@hono/zod-openapi';
import { asOfIn, asOfQuery } from '../as-of.ts';
import { type BriefPage, briefPage } from '../brief-of.ts';
import type { Desk } from '../desk.ts';
import { answer, told } from '../wire.ts';
import { routes } from './routes.ts';

export type { BriefPage, Holding } from '../brief-of.ts';

const read = createRoute({
  method: 'get',
  path: '/api/brief',
  request: { query: asOfQuery },
  responses: { 200: answer<BriefPage>('BriefPage', 'The state of things as of a day, on one page') },
});

export const brief = (desk: Desk) =>
  routes().openapi(read, async (context) =>
    context.json(told<BriefPage>(await briefPage(desk, asOfIn(context.req.valid('query')))), 200),
  );
