import { shortSource } from '@entente/core/document/citation';
import { origins } from '@entente/core/document/origin';
import { libraryOf } from '@entente/core/report/sentence';
import { type DerivationEntry, derivationEntries } from '@entente/core/report/sources';
import { documentId } from '@entente/core/vocabulary';
import { changes } from '@entente/reading/derivation/change';
import { createRoute, z } from '@hono/zod-openapi';
import type { Desk } from '../desk.ts';
import { answer, found, told } from '../wire.ts';
import { routes } from './routes.ts';

/** Two documents beside each other: what the second took from the first, or, where it took nothing, the first from the second. */
export interface PairPage {
  readonly source: { readonly id: string; readonly name: string };
  readonly derived: { readonly id: string; readonly name: string };
  readonly entry?: DerivationEntry;
}

const pair = createRoute({
  method: 'get',
  path: '/api/pairs/{a}/{b}',
  request: { params: z.object({ a: z.string(), b: z.string() }) },
  responses: { 200: answer<PairPage>('PairPage', 'Two documents with their aligned passages') },
});

export const pairs = (desk: Desk) =>
  routes().openapi(pair, async (context) => {
    const { a, b } = context.req.valid('param');
    const [one, two] = await Promise.all([desk.store.document(documentId(a)), desk.store.document(documentId(b))]);
    const documents = [found(one, a, 'There is no such document.'), found(two, b, 'There is no such document.')];
    const ids = documents.map(({ id }) => id);
    const derivations = (await desk.store.derivations({ document: documentId(a) })).filter(
      ({ source, derived }) =>
        source.document !== derived.document && ids.includes(source.document) && ids.includes(derived.document),
    );
    const head = await desk.store.head();
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
        source: named(entry?.source === undefined ? documents[0] : documents.find((x) => x.id === entry.source.id), a),
        derived: named(
          entry?.derived === undefined ? documents[1] : documents.find((x) => x.id === entry.derived.id),
          b,
        ),
        ...(entry !== undefined && { entry }),
      }),
      200,
    );
  });
