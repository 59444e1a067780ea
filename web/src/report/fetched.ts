import { asked, desk, fetching } from '../shared/desk.ts';

/** The report with the parts in the key, apart by commas; with all of them where it is `all`. */
export const reportView = fetching.of(['any'], (parts) =>
  asked(desk.api.report.$get({ query: parts === 'all' ? {} : { parts } })),
);
