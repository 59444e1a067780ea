import { readFileSync } from 'node:fs';
import type { Codebook } from '@entente/core/statement/codebook';
import { issueId } from '@entente/core/vocabulary';
import { describe, expect, test } from 'vitest';
import { testDocument } from '../../testing/report.ts';
import { readDocuments } from '../suggestion/read.ts';
import { loadSyntax } from '../syntax/load.ts';

const syntax = loadSyntax(readFileSync(new URL('../../model/english.bin', import.meta.url)));

const book = (...issues: (readonly [id: string, proposal: string])[]): Codebook => ({
  actors: [],
  issues: issues.map(([id, proposal]) => ({ id: issueId(id), label: proposal.replace(/\.$/, ''), proposal })),
});

const BOOK = book(
  ['embargo', 'The European Union should impose an embargo on Russian oil.'],
  ['accession', 'Sweden should join the alliance.'],
  ['force', 'A regional force should be deployed to the border.'],
  ['ceasefire', 'The parties should extend the ceasefire.'],
  ['corridor', 'Armenia should open the Zangezur corridor to Azerbaijan.'],
  ['talks', 'The two governments should hold direct talks.'],
  ['prisoners', 'The government should free the political prisoners.'],
);

const said = (text: string) =>
  readDocuments([testDocument(text, '2022-05-05')], BOOK, { syntax }).statements.map(
    ({ actor, speaker, stance, issue }) => `${actor}${speaker ? `/${speaker}` : ''} ${stance} ${issue}`,
  );

// What the words beside a verb do not show: its subject is far off, its object is what somebody is asked to do, the denial stands elsewhere.
describe('positions by the tree of the sentence', () => {
  test.each([
    ['Hungary called the embargo on Russian oil unacceptable.', ['hungary oppose embargo']],
    ['An embargo on Russian oil is unacceptable to Budapest, officials said.', ['hungary oppose embargo']],
    ['Egypt urged Sudan to reject direct talks.', ['egypt oppose talks']],
    [
      'Neither Chad nor Niger supports the deployment of a regional force to the border.',
      ['chad oppose force', 'niger oppose force'],
    ],
    ['Algeria said it was not opposed in principle to direct talks.', ['algeria support talks']],
    [
      "Colombia's government and the ELN agreed on Friday in Havana to extend the ceasefire.",
      ['colombia support ceasefire', 'eln support ceasefire'],
    ],
    ['Direct talks have been rejected several times by Morocco.', ['morocco oppose talks']],
    ['An embargo on Russian oil, which Poland proposed in May, was delayed.', ['poland support embargo']],
    [
      'The rebels said they would insist that the government free the political prisoners.',
      ['rebels support prisoners'],
    ],
    [
      '“The Zangezur corridor is a trap,” Armenian Prime Minister Nikol Pashinyan said. “We will never open it to Azerbaijan.”',
      ['armenia/nikol-pashinyan oppose corridor', 'armenia/nikol-pashinyan oppose corridor'],
    ],
    ['Hungary poured cold water on an embargo on Russian oil.', ['hungary oppose embargo']],
    ['Turkey has dropped its opposition to Sweden joining the alliance.', ['turkey support accession']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

// A denied choice, a vote held back, a predicate with “for”: the words beside them would say the opposite or nothing.
describe('positions that are withheld, weighed or told in a predicate', () => {
  test.each([
    ['Hungary has neither backed nor rejected the embargo on Russian oil.', ['hungary no-position embargo']],
    ['Hungary abstained from the embargo on Russian oil.', ['hungary neutral embargo']],
    ['Hungary is for the embargo on Russian oil.', ['hungary support embargo']],
    ['Hungary refused to say whether it backs the embargo on Russian oil.', ['hungary no-position embargo']],
    ['Hungary would have none of the embargo on Russian oil.', ['hungary oppose embargo']],
    ['The embargo on Russian oil should be allowed to run its course, Hungary said.', ['hungary support embargo']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

test('what is asked is held by nobody', () => {
  // Nobody is ready; that no comment was made is silence on what was asked about.
  expect(said('Asked if Armenia was ready to extend the ceasefire, Azerbaijan declined to comment.')).toEqual([
    'azerbaijan no-position ceasefire',
  ]);
  expect(said('Asked whether Sweden opposes an embargo on Russian oil, Norway said nothing.')).toEqual([]);
});

test('who is called on holds no position by it', () => {
  expect(said('Norway called on both sides to extend the ceasefire.')).toEqual(['norway support ceasefire']);
  expect(said('Norway asked Armenia to extend the ceasefire.')).toEqual(['norway support ceasefire']);
  expect(said('Norway urged both sides to extend the ceasefire.')).toEqual(['norway support ceasefire']);
});

test('two verbs with “and” are two positions, each on its own', () => {
  expect(said('Norway supports an embargo on Russian oil and opposes direct talks.')).toEqual([
    'norway support embargo',
    'norway oppose talks',
  ]);
  expect(said('Norway rejected direct talks and supported an embargo on Russian oil.')).toEqual([
    'norway oppose talks',
    'norway support embargo',
  ]);
});

test('a date ends a name', () => {
  const text = 'Kosteria on 20 March 2024 proposed to extend the ceasefire.';
  expect(said(text)).toEqual(['kosteria support ceasefire']);
});

describe('what is turned down is supported by nobody', () => {
  test.each([
    ['Egypt said it will reject the plan to fill the dam.'],
    ['Russia refused to back the proposal to open the corridor.'],
    ['Armenia ruled out any deal to open the corridor or to end the ceasefire.'],
    ['Hungary warned against moves to impose an embargo on Russian oil.'],
    ['Norway does not want the European Union to impose an embargo on Russian oil.'],
  ])('%s', (text) => {
    expect(said(text).filter((one) => one.includes(' support '))).toEqual([]);
  });
});
