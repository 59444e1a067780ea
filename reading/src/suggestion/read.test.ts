import type { Codebook } from '@entente/core/statement/codebook';
import { issueId } from '@entente/core/vocabulary';
import { describe, expect, test } from 'vitest';
import { testDocument } from '../../testing/report.ts';
import { lines } from './jsonl.ts';
import { readDocuments } from './read.ts';

const book = (...issues: (readonly [id: string, proposal: string])[]): Codebook => ({
  actors: [],
  issues: issues.map(([id, proposal]) => ({ id: issueId(id), label: proposal.replace(/\.$/, ''), proposal })),
});

const BOOK = book(
  ['federation', 'The two communities of Cyprus should form a bizonal federation.'],
  ['two-states', 'Cyprus should be divided into two sovereign states.'],
  ['fill-dam', 'Ethiopia should fill the reservoir of the Nile dam without waiting for an agreement.'],
  ['referendum', 'Western Sahara should hold a referendum on self-determination.'],
  ['autonomy', 'Western Sahara should be autonomous under Moroccan sovereignty.'],
  ['recognise-kosovo', 'Serbia should recognise the independence of Kosovo.'],
  ['lift-tariffs', 'The tariffs on steel should be lifted.'],
  ['ceasefire', 'The parties should agree to an immediate ceasefire.'],
  ['peacekeepers', 'UN peacekeepers should be deployed to the border.'],
  ['direct-talks', 'The two governments should hold direct talks.'],
);

/** `actor stance issue` of each statement; the speaker after a slash, the kind of condition in brackets. */
const said = (text: string, codebook: Codebook | undefined = BOOK, published = '2019-03-13') =>
  readDocuments([testDocument(text, published)], codebook).statements.map(
    (one) =>
      `${one.actor}${one.speaker ? `/${one.speaker}` : ''} ${one.stance} ${one.issue}${one.condition ? ` [${one.condition.kind}]` : ''}`,
  );

// Expected codings follow the definitions of the codebook: reluctance, concern and “premature” oppose, readiness to discuss supports,
// considering is neutral, a withheld position is none; an official on duty speaks for the state.
describe('who takes which position', () => {
  test.each([
    ['Greece rejected a division of Cyprus into two sovereign states.', ['greece oppose two-states']],
    ['Ankara has voiced support for dividing Cyprus into two sovereign states.', ['turkey support two-states']],
    [
      'Turkish Cypriot leader Mustafa Akinci said he was ready to discuss a bizonal federation.',
      ['turkish-cypriots/mustafa-akinci support federation'],
    ],
    ['Egypt is reluctant to let Ethiopia fill the reservoir of the Nile dam.', ['egypt oppose fill-dam']],
    [
      'Sudan has not made its position clear on the filling of the reservoir of the Nile dam.',
      ['sudan no-position fill-dam'],
    ],
    ['Cairo called on Addis Ababa not to fill the reservoir of the Nile dam.', ['egypt oppose fill-dam']],
    ['Morocco ruled out a referendum on self-determination in Western Sahara.', ['morocco oppose referendum']],
    ['The Polisario Front insists on a referendum on self-determination.', ['polisario-front support referendum']],
    ['Algeria reiterated its opposition to autonomy under Moroccan sovereignty.', ['algeria oppose autonomy']],
    [
      'Serbian President Aleksandar Vucic said Belgrade would never recognise the independence of Kosovo.',
      ['serbia/aleksandar-vucic oppose recognise-kosovo'],
    ],
    ['Canada urged the United States to lift the tariffs on steel.', ['canada support lift-tariffs']],
    [
      'A proposal by France to deploy UN peacekeepers to the border was rejected by Eritrea.',
      ['france support peacekeepers', 'eritrea oppose peacekeepers'],
    ],
    ['Brussels is considering direct talks between the two governments.', ['european-union neutral direct-talks']],
    ['India and Pakistan agreed to an immediate ceasefire.', ['india support ceasefire', 'pakistan support ceasefire']],
    ['Washington does not oppose lifting the tariffs on steel.', ['united-states support lift-tariffs']],
    ['Mexico refused to rule out direct talks between the two governments.', ['mexico neutral direct-talks']],
    ['Norway declined to comment on direct talks between the two governments.', ['norway no-position direct-talks']],
    ['Jordan opposes keeping the tariffs on steel.', ['jordan support lift-tariffs']],
    [
      'It is premature to deploy UN peacekeepers to the border, Eritrean Foreign Minister Osman Saleh said.',
      ['eritrea/osman-saleh oppose peacekeepers'],
    ],
    ['The rain fell in Cyprus on two communities.', []],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('conditions', () => {
  test.each([
    [
      'Serbia will not hold direct talks unless Kosovo lifts the tariffs on steel.',
      ['serbia conditional direct-talks [unless]', 'serbia support lift-tariffs'],
    ],
    [
      'Ethiopia said it would agree to a ceasefire only if peacekeepers were deployed to the border.',
      ['ethiopia conditional ceasefire [only-if]', 'ethiopia support peacekeepers'],
    ],
    ['Egypt rejects the filling of the Nile dam until an agreement is signed.', ['egypt conditional fill-dam [until]']],
    [
      'Canada will lift the tariffs on steel in exchange for access to the market, its trade minister said.',
      ['canada support lift-tariffs [in-exchange]'],
    ],
    ['Morocco opposed a referendum on self-determination until 2004.', ['morocco oppose referendum']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

test('pronouns, “such a step” and “the proposal” lead back', () => {
  const text =
    'Athens rejected a division of Cyprus into two sovereign states. It fears that such a step would encourage others.\nBritish envoy Jane Roe declined to comment on the proposal. She did not mention Turkey.';
  expect(said(text)).toEqual(
    expect.arrayContaining(['greece oppose two-states', 'united-kingdom/jane-roe no-position two-states']),
  );
});

const MET = "Egypt's chief envoy met with his Sudanese and Ethiopian counterparts in Rome.";
const SUDAN = 'Omar Tahir, the Sudanese envoy for the Nile, spoke of the dam.';
const ETHIOPIA = 'Abebe Worku, the Ethiopian envoy for the Nile, spoke of the dam.';
const LEFT =
  'Adel Nasser, head of the Foreign Ministry, said the filling of the reservoir of the Nile dam is unacceptable.';

test('an official of a ministry without a state is of the one state of the meeting that is left', () => {
  expect(said([MET, SUDAN, LEFT, ETHIOPIA].join(' '))).toContain('egypt/adel-nasser oppose fill-dam');
  expect(said([MET, SUDAN, LEFT].join(' '))).toContain('adel-nasser oppose fill-dam');
  expect(said([SUDAN, LEFT, ETHIOPIA].join(' '))).toContain('adel-nasser oppose fill-dam');
});

const chains = (text: string) =>
  readDocuments([testDocument(text, '2019-03-13')], BOOK).statements.map(({ attribution }) =>
    attribution.map(({ name }) => name),
  );

describe('who reports it, outermost first', () => {
  test.each([
    ['Egypt opposes the filling of the Nile dam, diplomatic sources said.', [['diplomatic sources']]],
    ['According to Reuters, Rabat rejects a referendum on self-determination.', [['Reuters']]],
    [
      'A senior Sudanese official said Khartoum supports the filling of the reservoir of the Nile dam.',
      [['A senior Sudanese official']],
    ],
    [
      'Greek Prime Minister Alexis Tsipras said a bizonal federation is acceptable, the Anadolu Agency reported.',
      [['Anadolu Agency', 'Alexis Tsipras']],
    ],
    ['Greece has said it will reject two sovereign states in Cyprus.', [[]]],
  ])('%s', (text, expected) => expect(chains(text)).toEqual(expected));
});

test('“they” and “the sources” are the source named in full before', () => {
  const text =
    'Egypt opposes the filling of the Nile dam, diplomatic sources said. Sudan supports the filling of the Nile dam, the sources said. Greece rejects two sovereign states in Cyprus, they said.';
  expect(chains(text)).toEqual([['diplomatic sources'], ['diplomatic sources'], ['diplomatic sources']]);
});

const voices = (text: string) =>
  readDocuments([testDocument(text, '2019-03-13')], BOOK).statements.map(({ attribution }) =>
    attribution.map(({ name, voice }) => `${name} (${voice})`),
  );

describe('a pronoun or possessive that reports is traced back, or is no link', () => {
  test.each([
    [
      'Egypt opposes the filling of the Nile dam, African diplomats said. Ethiopia and Sudan oppose direct talks between the two governments, they said.',
      [['African diplomats (anonymous)'], ['African diplomats (anonymous)'], ['African diplomats (anonymous)']],
    ],
    [
      'Canada opposes the tariffs on steel, a spokesman said. Mexico opposes direct talks between the two governments, he said.',
      [['a spokesman (anonymous)'], ['a spokesman (anonymous)']],
    ],
    [
      'Serbian President Aleksandar Vucic spoke in Nis. Kosovo opposes direct talks between the two governments, he said.',
      [['Aleksandar Vucic (named)']],
    ],
    [
      'Ethiopia will reject direct talks between the two governments, according to its state media.',
      [['Ethiopia’s state media (media)']],
    ],
    ['Egypt opposes the filling of the Nile dam, they said.', [[]]],
  ])('%s', (text, expected) => expect(voices(text)).toEqual(expected));
});

test('nothing inside boilerplate is coded, and every quote stands in the text', () => {
  const text =
    'Morocco rejects a referendum on self-determination.\nShare: Algeria supports a referendum on self-determination.';
  const document = {
    ...testDocument(text, '2019-03-13'),
    boilerplate: [{ kind: 'share' as const, start: text.indexOf('Share'), end: text.length }],
  };
  const reading = readDocuments([document], BOOK);
  expect(reading.statements.map(({ actor }) => actor)).toEqual(['morocco']);
  for (const line of lines(reading, [document], [])) expect(text.slice(line.start, line.end)).toBe(line['text']);
});

test('without a codebook issues are put forward from what is said', () => {
  const text =
    'Canada proposed to extend the fisheries treaty for ten years. Iceland opposes the proposal. Norway has voiced reluctance to extend the fisheries treaty for ten years.';
  const reading = readDocuments([testDocument(text, '2019-03-13')], undefined);
  expect(reading.codebook.issues.map(({ label, proposal }) => [label, proposal])).toEqual([
    ['Extend the fisheries treaty for ten years', 'The parties should extend the fisheries treaty for ten years.'],
  ]);
  expect(reading.statements.map(({ actor, stance }) => `${actor} ${stance}`)).toEqual([
    'canada support',
    'iceland oppose',
    'norway oppose',
  ]);
});

const proposed = (text: string) => {
  const { codebook, statements } = readDocuments([testDocument(text, '2019-03-13')], undefined);
  const label = new Map(codebook.issues.map((issue) => [issue.id, issue.label]));
  return statements.map(({ actor, stance, issue }) => `${actor} ${stance}: ${label.get(issue)}`);
};

test('another act on the same things is another issue', () => {
  expect(
    proposed(
      'Chad proposed to guard the oil pipeline across the desert. Niger decided to sell the oil pipeline across the desert.',
    ),
  ).toEqual([
    'chad support: Guard the oil pipeline across the desert',
    'niger support: Sell the oil pipeline across the desert',
  ]);
  expect(
    proposed(
      'Chad proposed to extend the oil pipeline across the desert. Niger refused to prolong the oil pipeline across the desert.',
    ),
  ).toEqual([
    'chad support: Extend the oil pipeline across the desert',
    'niger oppose: Extend the oil pipeline across the desert',
  ]);
});

test('history is no position on an issue of today', () => {
  const today = 'Peru proposed to divide the waters of the mountain lake.';
  const lake = 'Divide the waters of the mountain lake';
  const before = proposed(`${today} In 1961 Bolivia refused to divide the waters of the mountain lake.`);
  expect(before).toContain(`peru support: ${lake}`);
  expect(before).not.toContain(`bolivia oppose: ${lake}`);
  expect(proposed(`${today} In 2018 Bolivia refused to divide the waters of the mountain lake.`)).toContain(
    `bolivia oppose: ${lake}`,
  );
});

describe('only what can be for or against is put forward', () => {
  const labels = (text: string) =>
    readDocuments([testDocument(text, '2019-03-13')], undefined).codebook.issues.map(({ label }) => label);
  test.each([
    ['Kenya welcomed the activities of the coast guards.', []],
    ['Kenya welcomed Somalia as a future member of the port council.', []],
    ['Kenya ruled out the possibility of sailing together.', []],
    ['Kenya welcomed the closure of the port of Lamu.', ['The closure of the port of Lamu']],
    ['Kenya opposes a new port at Lamu.', ['A new port at Lamu']],
    ['Kenya suggested that its harbour dues are lower than those of Somalia.', []],
    [
      'Kenya proposed to build a large new harbour for heavy container ships at Lamu that would be wide enough to take every tanker.',
      ['Build a large new harbour for heavy container ships at Lamu'],
    ],
  ])('%s', (text, expected) => expect(labels(text)).toEqual(expected));

  test('nobody in particular is no party', () =>
    expect(
      proposed(
        'Kenya proposed to close the busy port of Lamu. Some historians claim that Kenya should close the busy port of Lamu.',
      ).filter((line) => line.startsWith('some')),
    ).toEqual([]));
});

test('a matter of two words is an issue, and a word of it leads back', () => {
  const text = 'Armenia rejected a corridor through its territory. Azerbaijan insists on the corridor.';
  const { statements, codebook } = readDocuments([testDocument(text, '2022-05-05')], undefined);
  expect(codebook.issues.map(({ label }) => label)).toEqual(['A corridor through its territory']);
  expect(statements.map(({ actor, stance }) => `${actor} ${stance}`)).toEqual(['armenia oppose', 'azerbaijan support']);
});

test.each([
  '',
  ' ',
  '😀',
  '협상을 거부했다.',
  'a'.repeat(100_000),
  'Iran rejects '.repeat(3_000),
  '(“'.repeat(20_000),
  '\u0000\uD800 Iran said',
  'Iran said the constructor should sign 5 constructor toString __proto__ and hasOwnProperty valueOf.',
])('any text can be read', (text) => {
  const document = testDocument(text, '2019-03-13');
  for (const line of lines(readDocuments([document], undefined), [document], []))
    expect(line.end).toBeGreaterThan(line.start);
});
