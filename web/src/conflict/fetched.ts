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

export const evidenceKey = (words: string, actor: string, issue: string): string => [words, actor, issue].join('\n');

/** Statements that could bear an aim, by words, actor and issue, a line each. */
export const evidenceFound = fetching.of(['statement', 'document', 'actor', 'issue'], (key) => {
  const [words = '', actor = '', issue = ''] = key.split('\n');
  return asked(desk.api.evidence.$get({ query: { words, actor, issue } }));
});

/** Aims that the dossier’s conditions would bear. */
export const additionsFor = (data: unknown) => asked(desk.api.additions.$post({ json: { data } }));
