import { asked, desk, fetching } from '../shared/desk.ts';

export const chroniclePage = fetching.of(['event', 'figure', 'forecast', 'document', 'derivation', 'actor'], () =>
  asked(desk.api.chronicle.$get()),
)('');
