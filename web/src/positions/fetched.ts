import { asked, desk, fetching } from '../shared/desk.ts';

const POSITIONS = ['statement', 'actor', 'issue', 'document', 'derivation', 'head'];

const day = (asOf: string) => (asOf === '' ? {} : { 'as-of': asOf });

/** The matrix as of a day; of the whole dossier where the key is empty. */
export const matrixPage = fetching.of(POSITIONS, (asOf) => asked(desk.api.positions.$get({ query: day(asOf) })));

/** One cell, by `actor/issue/day`, each part encoded. */
export const cellPage = fetching.of(POSITIONS, (key) => {
  const [actor = '', issue = '', asOf = ''] = key.split('/').map(decodeURIComponent);
  return asked(desk.api.positions[':actor'][':issue'].$get({ param: { actor, issue }, query: day(asOf) }));
});

export const cellKey = (actor: string, issue: string, asOf: string): string =>
  [actor, issue, asOf].map(encodeURIComponent).join('/');

export const daysPage = fetching.of(['statement', 'document', 'head'], () => asked(desk.api.days.$get()))('');
