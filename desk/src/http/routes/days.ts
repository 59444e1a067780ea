import { dateOf } from '@entente/core/position/position';
import type { Edtf } from '@entente/core/vocabulary';
import { createRoute } from '@hono/zod-openapi';
import type { Desk } from '../desk.ts';
import { answer, told } from '../wire.ts';
import { routes } from './routes.ts';

/** When positions were taken: how many statements on each date, in EDTF. */
export interface DaysPage {
  readonly days: readonly { readonly date: Edtf; readonly accepted: number; readonly suggested: number }[];
  /** Statements that nothing dates. */
  readonly undated: number;
  /** The dossier's own day. */
  readonly asOf?: Edtf;
}

const days = createRoute({
  method: 'get',
  path: '/api/days',
  responses: { 200: answer<DaysPage>('DaysPage', 'When positions were taken') },
});

/** The dates on which something is said, for the line below which one picks a day. */
export const dayRoutes = (desk: Desk) =>
  routes().openapi(days, async (context) => {
    const { statements, documents, asOf } = await desk.dossier();
    const published = new Map(documents.map((one) => [one.id, one.published?.value]));
    const found = new Map<Edtf, { accepted: number; suggested: number }>();
    let undated = 0;
    for (const statement of statements) {
      if (statement.status === 'rejected') continue;
      const date = dateOf(statement, published.get(statement.passage.document));
      if (date === undefined) undated += 1;
      else {
        const known = found.get(date) ?? { accepted: 0, suggested: 0 };
        known[statement.status] += 1;
        found.set(date, known);
      }
    }
    const page: DaysPage = {
      days: [...found].map(([date, counts]) => ({ date, ...counts })),
      undated,
      ...(asOf !== undefined && { asOf }),
    };
    return context.json(told<DaysPage>(page), 200);
  });
