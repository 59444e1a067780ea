import type { Outcome, Problem } from '@entente/core/vocabulary';
import { z } from '@hono/zod-openapi';

/**
 * What a route answers with, as its type is told to the browser: hono's own reading of a type as JSON loses what is optional exactly, so
 * the type travels inside a text that it leaves alone.
 */
export type Told<Value> = string & { readonly told?: Value };

/** Marks a value as the answer of a route. It goes out as JSON. */
export const told = <Value>(value: Value): Told<Value> => value as unknown as Told<Value>;

/** The answer of a route in its OpenAPI description, by name; its fields are those of the type of that name. */
export const answer = <Value>(name: string, description: string) => ({
  description,
  content: {
    'application/json': {
      schema: z.custom<Told<Value>>(() => true).openapi(name, { type: 'object', description }),
    },
  },
});

/** A request's body as JSON. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});

/** A request that cannot be carried out, with what is wrong: answered with the problems, under the codes they have inside. */
export class Refused extends Error {
  readonly problems: readonly Problem[];
  readonly status: 404 | 409 | 422;

  constructor(problems: readonly Problem[], status: 404 | 409 | 422 = 422) {
    super(problems.map(({ says }) => says).join(' '));
    this.problems = problems;
    this.status = status;
  }
}

/** The value of an outcome. @throws Refused with its problems; what somebody else changed meanwhile is a conflict */
export const only = <Value>(outcome: Outcome<Value>): Value => {
  if (outcome.ok) return outcome.value;
  throw new Refused(outcome.problems, outcome.problems.some(({ code }) => code === 'store/conflict') ? 409 : 422);
};

/** What is there. @throws Refused when it is not */
export const found = <Value>(value: Value | undefined, at: string, says: string): Value => {
  if (value !== undefined) return value;
  throw new Refused([{ code: 'http/absent', at: [at], says }], 404);
};
