import type { Codebook } from '@entente/core/statement/codebook';
import { issueId } from '@entente/core/vocabulary';
import { expect, test } from 'vitest';
import { testDocument } from '../../testing/report.ts';
import { Reader, readDocuments } from './read.ts';

const CODEBOOK: Codebook = {
  actors: [],
  issues: [
    { id: issueId('referendum'), label: 'Referendum', proposal: 'A referendum should be held in Western Sahara.' },
  ],
};
const WIRE = testDocument(
  'Omar Haddad, foreign minister of Algeria, met envoys in Rabat on Tuesday. Morocco rejected a referendum on Western Sahara.',
  '2004-05-06',
  'wire.txt',
);
const LATER = testDocument('Haddad said he supported a referendum on Western Sahara.', '2004-05-08', 'later.txt');

test('who is introduced in one turn is known in the next', () => {
  const reader = new Reader(CODEBOOK);
  const first = reader.read([WIRE]);
  const second = reader.read([LATER]);
  expect(first.statements.map(({ actor, stance }) => [actor, stance])).toEqual([['morocco', 'oppose']]);
  expect(second.statements.map(({ actor, speaker, stance }) => [actor, speaker, stance])).toEqual([
    ['algeria', 'omar-haddad', 'support'],
  ]);
});

test('one turn is the same as reading together', () => {
  expect(new Reader(CODEBOOK).read([WIRE, LATER])).toEqual(readDocuments([WIRE, LATER], CODEBOOK));
});

const dateOf = (text: string) =>
  readDocuments([testDocument(text, '2004-05-06')], CODEBOOK).statements.map(({ date }) => date);

test.each([
  ['a date of its own clause', 'Morocco rejected a referendum on Western Sahara on 3 May.', '2004-05-03'],
  ['a date that leads the sentence', 'On Monday, Morocco rejected a referendum on Western Sahara.', '2004-05-03'],
  [
    'not the date of what it is on',
    'Morocco rejects a plan to hold a referendum on Western Sahara in 2006.',
    '2004-05-06',
  ],
  [
    'the report, where the date of what is meant lies ahead',
    'Morocco has proposed to hold a referendum in Western Sahara in July.',
    '2004-05-06',
  ],
  [
    'the report, after a date that lies ahead',
    'Envoys have agreed to meet in Rabat in July.\n\nMorocco rejected a referendum on Western Sahara.',
    '2004-05-06',
  ],
  [
    'the scene that was set',
    'Envoys met in Rabat on 2 May. Morocco rejected a referendum on Western Sahara.',
    '2004-05-02',
  ],
  [
    'the report, in the present',
    'Envoys met in Rabat on 2 May. Morocco rejects a referendum on Western Sahara.',
    '2004-05-06',
  ],
])('the date of a position is %s', (_case, text, date) => expect(dateOf(text)).toEqual([date]));

test('where nothing says when, the date stays open', () => {
  const undated = testDocument('Morocco rejected a referendum on Western Sahara last week.');
  expect(readDocuments([undated], CODEBOOK).statements.map(({ date }) => date)).toEqual([undefined]);
});
