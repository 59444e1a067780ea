import type { Edtf } from '@entente/core/vocabulary';
import { createRoute } from '@hono/zod-openapi';
import type { Days } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import { answer, told } from '../wire.ts';
import { routes } from './routes.ts';

/** When positions were taken: how many statements on each date, in EDTF. */
export interface DaysPage extends Days {
  /** The dossier's own day. */
  readonly asOf?: Edtf;
}

const days = createRoute({
  method: 'get',
  path: '/api/days',
  responses: { 200: answer<DaysPage>('DaysPage', 'When positions were taken') },
});

/** The dates on which something is said, for the line below which one picks a day. */
export const dayRoutes = ({ store }: Desk) =>
  routes().openapi(days, async (context) => {
    const [found, { asOf }] = await Promise.all([store.days(), store.head()]);
    return context.json(told<DaysPage>({ ...found, ...(asOf !== undefined && { asOf }) }), 200);
  });
