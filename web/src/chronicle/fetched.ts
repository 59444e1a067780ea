import { asked, desk, fetching } from '../shared/desk.ts';

export const chroniclePage = fetching.of(['event', 'figure', 'forecast', 'document', 'derivation', 'actor'], () =>
  asked(desk.api.chronicle.$get()),
)('');

/** Where some words stand, letter by letter. */
export const wordsFound = fetching.of(['document'], (words) => asked(desk.api.words.$get({ query: { words } })));
