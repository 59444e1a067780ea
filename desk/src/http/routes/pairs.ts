import { shortSource } from '@entente/core/document/citation';
import { origins } from '@entente/core/document/origin';
import { libraryOf } from '@entente/core/report/sentence';
import { type DerivationEntry, derivationEntries } from '@entente/core/report/sources';
import { documentId } from '@entente/core/vocabulary';
import { changes } from '@entente/reading/derivation/change';
import { createRoute, z } from '@hono/zod-openapi';
import type { Wish } from '../../store/record.ts';
import type { Desk } from '../desk.ts';
import { answer, body, found, only, Refused, told } from '../wire.ts';
import { type Done, doneOf } from './head.ts';
import { routes } from './routes.ts';

/** Two documents beside each other: what the second took from the first, or, where it took nothing, the first from the second. */
export interface PairPage {
  readonly source: { readonly id: string; readonly name: string };
  readonly derived: { readonly id: string; readonly name: string };
  readonly entry?: DerivationEntry;
  /** What a person decided on the two. */
  readonly judged?: 'joined' | 'apart' | undefined;
}

const pair = createRoute({
  method: 'get',
  path: '/api/pairs/{a}/{b}',
  request: { params: z.object({ a: z.string(), b: z.string() }) },
  responses: { 200: answer<PairPage>('PairPage', 'Two documents with their aligned passages') },
});

/** What a person decides on two documents; `as computed` takes the decision back. */
const judge = createRoute({
  method: 'post',
  path: '/api/pairs/{a}/{b}',
  request: {
    params: z.object({ a: z.string(), b: z.string() }),
    body: body(z.object({ origin: z.enum(['joined', 'apart', 'as computed']) })),
  },
  responses: {
    200: answer<Done>('Judged', 'Two documents joined to one origin, kept apart, or left to what is computed'),
  },
});

const DECISIONS = ['joined', 'apart'] as const;

/** Whether a person joined two documents or put them apart. */
const decisionOn = async ({ store }: Desk, a: string, b: string): Promise<PairPage['judged']> => {
  const { apart, joined } = await store.originsByHand();
  const here = (list: readonly (readonly [string, string])[]): boolean =>
    list.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
  return here(joined) ? 'joined' : here(apart) ? 'apart' : undefined;
};

export const pairs = (desk: Desk) =>
  routes()
    .openapi(judge, async (context) => {
      const { a, b } = context.req.valid('param');
      const { origin } = context.req.valid('json');
      const { store } = desk;
      for (const id of [a, b]) found(await store.record('document', id), id, 'There is no such document.');
      const wishes: Wish[] = [];
      for (const kind of DECISIONS)
        for (const [x, y] of [
          [a, b],
          [b, a],
        ] as const) {
          const id = `${kind}-${x}-${y}`;
          const there = (await store.record('derivation', id)) !== undefined;
          if (kind === origin && x === a) {
            if (!there) wishes.push({ kind: 'derivation', id, after: { kind, id, documents: [x, y] } });
          } else if (there) wishes.push({ kind: 'derivation', id, after: undefined });
        }
      if (wishes.length === 0)
        throw new Refused([{ code: 'pair/as-it-is', at: [a, b], says: 'That is how it stands already.' }]);
      const what =
        origin === 'joined' ? 'join origins' : origin === 'apart' ? 'part origins' : 'leave origins as computed';
      return context.json(told<Done>(doneOf(only(await store.write(desk.by, what, wishes)))), 200);
    })
    .openapi(pair, async (context) => {
      const { a, b } = context.req.valid('param');
      const [one, two] = await Promise.all([desk.store.document(documentId(a)), desk.store.document(documentId(b))]);
      const documents = [found(one, a, 'There is no such document.'), found(two, b, 'There is no such document.')];
      const ids = documents.map(({ id }) => id);
      const derivations = (await desk.store.derivations({ document: documentId(a) })).filter(
        ({ source, derived }) =>
          source.document !== derived.document && ids.includes(source.document) && ids.includes(derived.document),
      );
      const [head, judged] = await Promise.all([desk.store.head(), decisionOn(desk, a, b)]);
      const entries = derivationEntries(
        {
          ...{ title: head.title, documents, derivations, origins: origins(documents, derivations) },
          ...{ codebook: { actors: [], issues: [] }, statements: [], events: [], figures: [], forecasts: [] },
        },
        libraryOf(documents),
        changes(derivations, documents),
      );
      const entry = entries.toSorted((x, y) => y.pairs.length - x.pairs.length)[0];
      const named = (document: (typeof documents)[number] | undefined, id: string) => ({
        id: document?.id ?? id,
        name: document === undefined ? id : shortSource(document),
      });
      return context.json(
        told<PairPage>({
          source: named(
            entry?.source === undefined ? documents[0] : documents.find((x) => x.id === entry.source.id),
            a,
          ),
          derived: named(
            entry?.derived === undefined ? documents[1] : documents.find((x) => x.id === entry.derived.id),
            b,
          ),
          ...(entry !== undefined && { entry }),
          ...(judged !== undefined && { judged }),
        }),
        200,
      );
    });
