import { asked, desk, fetching } from '../shared/desk.ts';

/** Documents in whose text words stand, best first. */
export const documentHits = fetching.of(['document'], (words) =>
  asked(desk.api.search.$get({ query: { words, in: 'documents' } })),
);

/** Two documents, by `a/b`. */
export const pairOf = fetching.of(['document', 'derivation'], (key) => {
  const [a = '', b = ''] = key.split('/').map(decodeURIComponent);
  return asked(desk.api.pairs[':a'][':b'].$get({ param: { a, b } }));
});
