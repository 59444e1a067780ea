import { asked, desk, fetching } from '../shared/desk.ts';

/** The state of things as of a day; of the dossier's own day where it is empty. */
export const briefAt = fetching.of(['any'], (asOf) =>
  asked(desk.api.brief.$get({ query: asOf === '' ? {} : { 'as-of': asOf } })),
);

/** A question's answer; the key is the question, with an actor, an issue and a day in lines of their own. */
export const answerTo = fetching.of(['any'], (key) => {
  const [question = '', actor = '', issue = '', asOf = ''] = key.split('\n');
  return asked(
    desk.api.answer.$get({
      query: {
        question,
        ...(actor !== '' && { actor }),
        ...(issue !== '' && { issue }),
        ...(asOf !== '' && { 'as-of': asOf }),
      },
    }),
  );
});
