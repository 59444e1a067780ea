import { asked, changing, desk, fetching } from '../shared/desk.ts';

/** The conflicts of the dossier. */
export const conflictRows = fetching.of(['conflict'], () => asked(desk.api.conflicts.$get()))('');

/** One conflict, by its id. */
export const conflictPage = fetching.of(['conflict', 'statement', 'document'], (id) =>
  asked(desk.api.conflicts[':id'].$get({ param: { id } })),
);

/** A conflict drafted on an issue; on the one that most is said on where the key is empty. */
export const draftPage = fetching.of(['statement', 'actor', 'issue', 'document'], (issue) =>
  asked(desk.api['conflict-draft'].$get({ query: issue === '' ? {} : { issue } })),
);

export const codebookPage = fetching.of(['actor', 'issue', 'statement'], () => asked(desk.api.codebook.$get()))('');

export const saveConflict = (id: string, data: unknown, what: string, expect: number) =>
  changing(() => desk.api.conflicts[':id'].$put({ param: { id }, json: { data, what, expect } }));

export const newConflict = (data: unknown) => changing(() => desk.api.conflicts.$post({ json: { data } }));

export const removeConflict = (id: string) => changing(() => desk.api.conflicts[':id'].$delete({ param: { id } }));
