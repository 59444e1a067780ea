import { describe, expect, test } from 'vitest';
import { coded, passage, quotaDossier, rewrite, study, wire } from '../../testing/quota-dossier.ts';
import type { Derivation } from '../document/derivation.ts';
import type { Document } from '../document/document.ts';
import { origins } from '../document/origin.ts';
import type { Statement } from '../statement/statement.ts';
import { type ActorId, actorId, documentId } from '../vocabulary.ts';
import { actorsById, spokenFor } from './organ.ts';
import { type PositionOptions, positionsOver } from './position.ts';

const RELUCTANT = 'Vestria is reluctant to back a Norlandic proposal';

const positionIn = (statements: readonly Statement[], actor: string, options: PositionOptions = {}) =>
  positionsOver({ ...quotaDossier, statements }, options).find((one) => one.actor === actorId(actor));

const vestria = (id: string, more: Partial<Statement>, of = wire) =>
  coded(id, {
    of,
    words: of === study ? 'Vestria had supported' : RELUCTANT,
    actor: 'vestria',
    stance: 'oppose',
    more,
  });

describe('the quota dossier', () => {
  const positions = positionsOver(quotaDossier);
  const of = (actor: string, issue = 'halve-quota') =>
    positions.find((one) => one.actor === actor && one.issue === issue);

  test('two articles of one origin count once', () => {
    expect(of('vestria')).toMatchObject({ stance: 'oppose', contested: false, voice: 'anonymous', basis: 'accepted' });
    expect(of('vestria')?.origins).toEqual(['wire']);
    expect(of('vestria')?.statements.map(({ id }) => id)).toEqual(['s1', 's2']);
    expect(of('vestria')?.reasons).toHaveLength(2);
  });
  test('what was said in 2019 is history', () => {
    expect(of('vestria')?.history.map(({ stance, when }) => [stance, when])).toContainEqual([
      'support',
      '2019-01-01/2019-12-31',
    ]);
  });
  test('a minister and a white paper both speak for Norland: two origins, on record', () => {
    expect(of('norland')).toMatchObject({ stance: 'support', voice: 'named' });
    expect(of('norland')?.origins).toHaveLength(2);
  });
  test('a condition keeps its words', () =>
    expect(of('hamar')?.conditions[0]?.passage.quote).toBe('only if Vestria lifts its landing ban'));
  test('no position is a position of its own', () => expect(of('council')?.stance).toBe('no-position'));
  test('what a machine suggests is no accepted position', () =>
    expect(of('hamar', 'lift-ban')).toMatchObject({ basis: 'suggested', counts: { accepted: 0, suggested: 1 } }));
  test('one who says nothing has no position', () => expect(of('skerry')).toBeUndefined());
  test('as of an earlier date the later word is not known', () => {
    const then = positionsOver(quotaDossier, { asOf: '2020' });
    expect(then.find(({ actor }) => actor === 'vestria')).toMatchObject({ stance: 'support', voice: 'reading' });
  });
  test('what is known only by its end counts from a year before that end, not since ever', () => {
    const until = vestria('a', { date: '../2018-10' }, study);
    for (const asOf of ['1900', '2016', '2017-09']) expect(positionIn([until], 'vestria', { asOf })).toBeUndefined();
    for (const asOf of ['2017-11', '2018', '2020'])
      expect(positionIn([until], 'vestria', { asOf })).toMatchObject({ stance: 'oppose', interval: '../2018-10-31' });
  });
  test('what nothing dates ends with the latest document: long before it nothing is known', () => {
    const undated = vestria('a', {}, { ...rewrite, id: documentId('undated') });
    expect(positionIn([undated], 'vestria', { asOf: '1900' })).toBeUndefined();
    expect(positionIn([undated], 'vestria', { asOf: '2024' })?.stance).toBe('oppose');
  });
  test('in an interval only what can have been said in it', () =>
    expect(
      positionsOver(quotaDossier, { interval: '2019' }).map(({ actor, statements }) => [actor, statements[0]?.id]),
    ).toContainEqual(['vestria', 's7']));
});

describe('contested, changed, outweighed', () => {
  const rows: readonly (readonly [
    string,
    readonly Statement[],
    Partial<NonNullable<ReturnType<typeof positionIn>>>,
  ])[] = [
    [
      'two origins that disagree in one month: contested',
      [vestria('a', { date: '2024-03-05' }), vestria('b', { date: '2024-03-20', stance: 'support' }, study)],
      { contested: true },
    ],
    [
      'one origin that says two things: not contested, the better borne stance stands',
      [
        vestria('a', { date: '2024-03-05' }),
        vestria('b', { date: '2024-03-06' }, rewrite),
        vestria('c', { date: '2024-03-05', stance: 'neutral' }),
      ],
      { contested: false, stance: 'oppose' },
    ],
    [
      'two origins, three months apart: a change, not a contest',
      [vestria('a', { date: '2024-01-05' }), vestria('b', { date: '2024-04-20', stance: 'support' }, study)],
      { contested: false, stance: 'support' },
    ],
    [
      'what is explicit outweighs what is implied elsewhere',
      [
        vestria('a', { date: '2024-03-05' }),
        vestria('b', { date: '2024-03-20', stance: 'support', level: 'implied' }, study),
      ],
      { contested: false, stance: 'oppose' },
    ],
    [
      'told as past without a day, it yields to what is said now',
      [vestria('a', { tense: 'past', stance: 'support' }, study), vestria('b', { date: '2024-03-05' })],
      { contested: false, stance: 'oppose' },
    ],
    [
      'of what is told as past, years before the last of it is history',
      [
        vestria('a', { date: '../2018-10', tense: 'past' }, study),
        vestria('b', { date: '2009', tense: 'past', stance: 'support' }, study),
        vestria('c', { date: '2009', tense: 'past', stance: 'support' }, wire),
      ],
      { contested: false, stance: 'oppose' },
    ],
    [
      'what nothing dates may be as late as the latest document: what was said years before that is history',
      [
        vestria('a', { date: '2019', stance: 'support' }, study),
        vestria('b', {}, { ...rewrite, id: documentId('undated') }),
      ],
      { contested: false, stance: 'oppose' },
    ],
    [
      'an echo that drops “the sources said” puts nobody on record',
      [
        vestria('a', { attribution: [{ name: 'officials', voice: 'anonymous' }] }),
        vestria('b', { attribution: [{ name: 'Ane Lund', voice: 'named' }] }, rewrite),
      ],
      { voice: 'anonymous' },
    ],
    [
      'what only the echo says is known as the echo tells it',
      [vestria('b', { attribution: [{ name: 'Ane Lund', voice: 'named' }] }, rewrite)],
      { voice: 'named' },
    ],
    [
      'a suggestion does not contest what a person accepted',
      [
        vestria('a', { date: '2024-03-05' }),
        vestria('b', { date: '2024-03-06', stance: 'support', status: 'suggested' }, study),
      ],
      { contested: false, stance: 'oppose', basis: 'accepted', counts: { accepted: 1, suggested: 1 } },
    ],
  ];
  test.each(rows)('%s', (_, statements, expected) => {
    expect(positionIn(statements, 'vestria')).toMatchObject(expected);
  });

  test('a rejected statement is no statement', () =>
    expect(positionIn([vestria('a', { status: 'rejected' })], 'vestria')).toBeUndefined());
});

test('whom a person speaks for depends on the date', () => {
  const actors = actorsById(quotaDossier.codebook);
  const lund: ActorId = actorId('lund');
  expect(spokenFor(actors, lund, '2024-03-03')).toBe('norland');
  expect(spokenFor(actors, lund, '2019')).toBe('lund');
  expect(spokenFor(actors, lund)).toBe('norland');
  expect(spokenFor(actors, actorId('council'))).toBe('council');
  expect(spokenFor(actors, actorId('nobody'))).toBe('nobody');
});

describe('a brief that copies one sentence of the wire: passages count, not documents', () => {
  const OWN = 'Vestria rejects any cut, its Fisheries Minister told this brief';
  const text = `${RELUCTANT} to halve the cod quota in the Grey Strait.\n${OWN}.\nHerring stocks are said to recover, and boats are sold.`;
  const brief: Document = {
    ...{ ...wire, id: documentId('brief'), file: 'brief.txt', text },
    blocks: [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
      kind: 'paragraph',
      start: index,
      end: index + line.length,
    })),
  };
  const documents = [wire, brief];
  const copied: Derivation = {
    kind: 'verbatim',
    source: passage(wire, RELUCTANT),
    derived: passage(brief, RELUCTANT),
    score: 1,
    direction: { by: ['date'], sure: true },
  };
  const MINISTER = [{ name: 'its Fisheries Minister', voice: 'named' }] as const;
  const OFFICIALS = [{ name: 'officials', voice: 'anonymous' }] as const;
  const told = {
    wire: vestria('w', { date: '2024-03-05', attribution: OFFICIALS }),
    copy: vestria('c', { date: '2024-03-05' }, brief),
    own: coded('o', {
      ...{ of: brief, words: OWN, actor: 'vestria', stance: 'oppose', more: { date: '2024-03-05' } },
      by: MINISTER,
    }),
  };
  const counted = (statements: readonly Statement[], derivations: readonly Derivation[] = [copied]) => {
    const dossier = { ...quotaDossier, documents, derivations, origins: origins(documents, derivations), statements };
    const position = positionsOver(dossier).find(({ actor }) => actor === actorId('vestria'));
    return [position?.origins, position?.voice];
  };

  test.each([
    ['what stands in the copied passage is the wire’s', [told.wire, told.copy], ['wire'], 'anonymous'],
    ['what the brief says itself is a second origin, on record', [told.wire, told.own], ['wire', 'brief'], 'named'],
    ['both in one brief', [told.copy, told.own], ['wire', 'brief'], 'named'],
  ])('%s', (_, statements, expected, voice) => expect(counted(statements)).toEqual([expected, voice]));

  test('of two origins that disagree, one inside a copied passage: contested only if they are two', () => {
    const rival = { ...told.own, stance: 'support' as const };
    const at = (statements: readonly Statement[], derivations: readonly Derivation[]) =>
      positionsOver({
        ...quotaDossier,
        ...{ documents, derivations, origins: origins(documents, derivations), statements },
      }).find(({ actor }) => actor === actorId('vestria'))?.contested;
    expect(at([told.wire, rival], [copied])).toBe(true);
    const whole = { ...copied, source: passage(wire, wire.text), derived: passage(brief, text) };
    expect(at([told.wire, rival], [whole])).toBe(false);
  });
});
