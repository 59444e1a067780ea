import type { Outcome, Problem } from '@entente/core/vocabulary';
import type { Api, Told } from 'entente/http/app';
import { type ClientResponse, hc } from 'hono/client';
import { cell } from './cell.ts';
import { Fetching, UNREACHED } from './fetched.ts';

const tokenIn = (page: Document): string =>
  page.querySelector<HTMLMetaElement>('meta[name="entente-token"]')?.content ?? '';

/** The desk's routes, with their types: `desk.api.documents[':id'].$get({ param: { id } })`. */
export const desk = hc<Api>('/', { headers: () => ({ 'x-entente-token': tokenIn(document) }) });

/** What is fetched and kept. A room makes its own kinds with `fetching.of([...records], key => asked(desk.api…))`. */
export const fetching = new Fetching();

/** Whether the program on this machine answers. */
export const reached = cell(true);

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'says' in value;

/** The problems in an answer that is not fine. */
const problemsIn = async (response: {
  readonly status: number;
  text(): Promise<string>;
}): Promise<readonly Problem[]> => {
  const text = await response.text().catch(() => '');
  const other: Problem = {
    code: `http/${response.status}`,
    at: [],
    says: text.slice(0, 400) || 'The request was refused.',
  };
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null || !('problems' in data) || !Array.isArray(data.problems))
      return [other];
    const problems = data.problems.filter(isProblem);
    return problems.length > 0 ? problems : [other];
  } catch {
    return [other];
  }
};

/** What a route answers: its value, or the problems. @throws TypeError when the desk is not reached */
export const asked = async <Value>(
  request: Promise<ClientResponse<Told<Value>, number, 'json'>>,
): Promise<Outcome<Value>> => {
  const response = await request.catch((fault: unknown) => {
    reached.set(false);
    throw fault;
  });
  reached.set(true);
  if (!response.ok) return { ok: false, problems: await problemsIn(response) };
  return { ok: true, value: (await response.json()) as unknown as Value };
};

/** How the last change fared: what the line at the foot says. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly open: number }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

export const saving = cell<Saving>({ kind: 'saved' });

let open = 0;

/** Carries out a change and keeps the line at the foot right. What the desk refuses, or that it is not reached, comes back as problems. */
export const changing = async <Value>(
  request: () => Promise<ClientResponse<Told<Value>, number, 'json'>>,
): Promise<Outcome<Value>> => {
  open += 1;
  saving.set({ kind: 'saving', open });
  const outcome = await asked(request()).catch(() => ({ ok: false, problems: [UNREACHED] }) as const);
  open -= 1;
  saving.set(
    !outcome.ok
      ? { kind: 'failed', problems: outcome.problems }
      : open > 0
        ? { kind: 'saving', open }
        : { kind: 'saved' },
  );
  return outcome;
};
