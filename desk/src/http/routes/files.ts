import { documentId } from '@entente/core/vocabulary';
import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { Desk } from '../desk.ts';
import { type Dropped, suggestFor, type Taking, takeIn } from '../take-in.ts';
import { answer, Refused, told } from '../wire.ts';
import { routes } from './routes.ts';

export type { Taking };

const MOST_BYTES = 400 * 2 ** 20;
const MOST_FILES = 2000;

const add = createRoute({
  method: 'post',
  path: '/api/files',
  request: {
    query: z.object({ work: z.string().max(60) }),
    body: {
      required: true,
      content: { 'multipart/form-data': { schema: z.object({ file: z.any() }) } },
    },
  },
  responses: {
    200: answer<Taking>('Taking', 'Files taken in, and what became of each; progress under the name of the work'),
  },
});

const again = createRoute({
  method: 'post',
  path: '/api/documents/{id}/suggestions',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: answer<{ readonly suggested: number }>('ReadAgain', 'A document read anew for suggestions') },
});

const dropped = async (form: FormData): Promise<readonly Dropped[]> => {
  const found: Dropped[] = [];
  for (const value of form.getAll('file')) {
    if (typeof value === 'string') continue;
    found.push({ name: value.name.split(/[\\/]/).at(-1) || 'file', bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return found;
};

const refused = (code: string, says: string): Refused => new Refused([{ code, at: ['files'], says }]);

export const files = (desk: Desk) => {
  const own = routes();
  own.use(
    '/api/files',
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: () => {
        throw refused('files/too-large', 'That is more than 400 MB at once. Drop the files in several goes.');
      },
    }),
  );
  return own
    .openapi(add, async (context) => {
      const all = await dropped(await context.req.formData());
      if (all.length === 0) throw refused('files/none', 'No file came with the request. Drop a file, or choose one.');
      if (all.length > MOST_FILES)
        throw refused('files/too-many', `${all.length} files at once are too many. Drop at most ${MOST_FILES}.`);
      return context.json(told<Taking>(await takeIn(desk, context.req.valid('query').work, all)), 200);
    })
    .openapi(again, async (context) => {
      const id = documentId(context.req.valid('param').id);
      const problems = await suggestFor(desk, [id]);
      if (problems.length > 0) throw new Refused(problems);
      const { total } = await desk.store.statements({ document: id, status: 'suggested', limit: 0 });
      return context.json(told({ suggested: total }), 200);
    });
};
