import { OpenAPIHono } from '@hono/zod-openapi';
import { Refused } from '../wire.ts';

/** A part of the application's routes; a request of the wrong shape is refused with every fault in it. */
export const routes = () =>
  new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      throw new Refused(
        result.error.issues.map(({ path, message }) => ({
          code: 'http/request',
          at: path.map((part) => (typeof part === 'symbol' ? part.toString() : part)),
          says: `${message}.`,
        })),
      );
    },
  });
