import { readEdtf } from '@entente/core/chronicle/edtf';
import type { Edtf } from '@entente/core/vocabulary';
import { z } from '@hono/zod-openapi';

const WAYS = 'Give 2021, 2021-11 or 2021-11-22, or nothing for all';

/** The day as of which something is asked; a text that is no date is refused. */
export const asOfQuery = z.object({
  'as-of': z
    .string()
    .max(60)
    .refine((text) => text === '' || readEdtf(text) !== undefined, {
      error: ({ input }) => `“${String(input)}” is no date. ${WAYS}`,
    })
    .optional(),
});

/** The day that was given; an empty one is none. */
export const asOfIn = (query: z.infer<typeof asOfQuery>): Edtf | undefined =>
  query['as-of'] === '' ? undefined : query['as-of'];
