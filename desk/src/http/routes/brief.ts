import { createRoute, z } from '@hono/zod-openapi';
import { type BriefPage, briefPage } from '../brief-of.ts';
import type { Desk } from '../desk.ts';
import { answer, told } from '../wire.ts';
import { routes } from './routes.ts';

export type { BriefPage, Holding } from '../brief-of.ts';

const read = createRoute({
  method: 'get',
  path: '/api/brief',
  request: { query: z.object({ 'as-of': z.string().max(60).optional() }) },
  responses: { 200: answer<BriefPage>('BriefPage', 'The state of things as of a day, on one page') },
});

export const brief = (desk: Desk) =>
  routes().openapi(read, async (context) => {
    const asOf = context.req.valid('query')['as-of'];
    return context.json(told<BriefPage>(await briefPage(desk, asOf === '' ? undefined : asOf)), 200);
  });
