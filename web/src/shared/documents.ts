import { asked, desk, fetching } from './desk.ts';

/** Every document of the dossier, without its text. */
export const documentList = fetching.of(['document', 'statement', 'derivation'], () =>
  asked(desk.api.documents.$get()),
)('');

/** A document with its text and what is coded in it, by id. */
export const documentPage = fetching.of(['document', 'statement', 'derivation'], (id) =>
  asked(desk.api.documents[':id'].$get({ param: { id } })),
);
