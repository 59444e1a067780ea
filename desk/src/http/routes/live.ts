import { createRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { Desk } from '../desk.ts';
import { answer, body, told } from '../wire.ts';
import { routes } from './routes.ts';

const BEAT_MS = 20_000;

const stop = createRoute({
  method: 'post',
  path: '/api/works/stop',
  request: { body: body(z.object({ id: z.string() })) },
  responses: { 200: answer<{ readonly stopping: boolean }>('Stopping', 'Work asked to stop after what is in hand') },
});

/** Server-sent events: `change` when the dossier changed, `work` as work goes on; a beat keeps the line open. */
export const live = (desk: Desk) => {
  const own = routes();
  own.get('/api/live', (context) =>
    streamSSE(context, async (stream) => {
      await stream.writeSSE({ event: 'version', data: String(desk.store.version()) });
      const end = desk.hub.listen((happening) => {
        void stream.writeSSE({ event: happening.kind, data: JSON.stringify(happening) });
      });
      let open = true;
      stream.onAbort(() => {
        open = false;
        end();
      });
      while (open) {
        await stream.sleep(BEAT_MS);
        if (open) await stream.writeSSE({ event: 'beat', data: '' });
      }
    }),
  );
  return own.openapi(stop, async (context) =>
    context.json(told({ stopping: desk.hub.stop(context.req.valid('json').id) }), 200),
  );
};
