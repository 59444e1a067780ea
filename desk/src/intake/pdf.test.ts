import { expect, test } from 'vitest';
import { linesFrom, type Put, pdfOfObjects, pdfWith, stream } from './hostile/make-pdf.ts';
import { pdfOf } from './pdf.ts';
import type { Reading } from './read-file.ts';
import { readings } from './read-file.ts';

const first = async (bytes: Uint8Array): Promise<Reading> => {
  for await (const one of readings(bytes, 'a.pdf', 'reports/a.pdf')) return one;
  throw new Error('expected a reading');
};

const head: Put = { text: 'The Courier - Special report', x: 72, y: 810, size: 8 };
const foot = (page: number): Put => ({ text: `Page ${page} of 3`, x: 280, y: 30, size: 8 });
const REPORT = pdfWith(
  [
    [
      head,
      { text: 'Ruritania and the strait', x: 72, y: 770, size: 20, bold: true },
      ...linesFrom(730, [
        'The envoys of Ruritania and Graustark met for a third day on Tuesday in the old nego-',
        'tiation room of the palace without agreeing on the strait, which both of them claim for',
        'themselves, and a state-run agency spoke of progress.',
      ]),
      ...linesFrom(
        670,
        ['Officials of both sides said that the negotiation would resume after the harvest, that a', 'Strelsau-'].slice(
          0,
          1,
        ),
      ),
      ...linesFrom(655.7, ['ceasefire was near, and that the fleet would stay where it is until the']),
      foot(1),
    ],
    [
      head,
      ...linesFrom(780, ['commission has spoken. The press was not let in.']),
      ...linesFrom(740, [
        'A second meeting was held by the state-',
        'run agency and the Strelsau-',
        'based commission in the course of the evening.',
      ]),
      foot(2),
    ],
    [
      head,
      ...linesFrom(780, ['The last page has one sentence and a claim that is carried by a note.']),
      { text: '3', x: 408.5, y: 784, size: 6 },
      foot(3),
    ],
  ],
  '/Title (Ruritania and the strait) /Author (Anna Karlsson) /CreationDate (D:20211107091200Z)',
);

test('a report over three pages: paragraphs whole, broken words joined, running heads marked', async () => {
  const { document, notes, problems } = await first(REPORT);
  if (!document) throw new Error('expected a document');
  expect(problems).toEqual([]);
  const said = (kind: string) =>
    document.boilerplate.filter((one) => one.kind === kind).map(({ start, end }) => document.text.slice(start, end));
  expect(said('running-head')).toEqual([
    ...['The Courier - Special report', 'Page 1 of 3'],
    ...['The Courier - Special report', 'Page 2 of 3'],
    ...['The Courier - Special report', 'Page 3 of 3'],
  ]);
  expect(said('footnote-mark')).toEqual(['3']);
  const own = document.blocks.filter(
    ({ start }) => !document.boilerplate.some((one) => one.kind === 'running-head' && one.start === start),
  );
  expect(own.map(({ kind, start, end }) => `${kind}: ${document.text.slice(start, end)}`)).toEqual([
    'heading: Ruritania and the strait',
    'paragraph: The envoys of Ruritania and Graustark met for a third day on Tuesday in the old negotiation room of the palace without agreeing on the strait, which both of them claim for themselves, and a state-run agency spoke of progress.',
    'paragraph: Officials of both sides said that the negotiation would resume after the harvest, that a ceasefire was near, and that the fleet would stay where it is until the commission has spoken. The press was not let in.',
    'paragraph: A second meeting was held by the state-run agency and the Strelsau-based commission in the course of the evening.',
    'paragraph: The last page has one sentence and a claim that is carried by a note.',
  ]);
  expect(document).toMatchObject({
    title: { value: 'Ruritania and the strait' },
    author: { value: 'Anna Karlsson', from: 'PDF author' },
  });
  expect(document.published).toBeUndefined();
  expect(notes.map(({ code }) => code)).toEqual(['intake/made-on']);
});

test.each([
  ['a name that a program gave', '/Title (Microsoft Word - draft2.doc) /Author (User)'],
  ['a title that is nowhere on the page', '/Title (Another matter altogether)'],
])('%s is no title', async (_, info) => {
  const page = linesFrom(700, ['The envoys of Ruritania met on Tuesday, officials said in Strelsau.']);
  const { facts } = await pdfOf(pdfWith([page], info), 'a.pdf');
  expect(facts).toEqual({});
});

test('words that nobody can see are left out and told', async () => {
  const page: Put[] = [
    ...linesFrom(700, ['The envoys met.']),
    { text: 'Hidden by size.', x: 72, y: 600, size: 0.5 },
    { text: 'Beside the page.', x: 900, y: 600 },
  ];
  const { text, notes } = await pdfOf(pdfWith([page]), 'a.pdf');
  expect(text).toBe('The envoys met.\n');
  expect(notes).toMatchObject([{ code: 'intake/hidden-text' }]);
});

const catalogue = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'];

test.each([
  ['a PDF that is cut off', REPORT.slice(0, 60), 'intake/pdf'],
  ['a scan without words', pdfWith([[]]), 'intake/no-words'],
  [
    'a tree of pages that bites its tail',
    pdfOfObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 9 >>']),
    'intake/',
  ],
  [
    'more pages than are read',
    pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 99999 >>',
      '<< /Type /Page /Parent 2 0 R >>',
    ]),
    'intake/',
  ],
  [
    'a page whose words are no words',
    pdfOfObjects([...catalogue, '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>', stream('q '.repeat(5000))]),
    'intake/no-words',
  ],
  [
    'a PDF that is locked',
    pdfOfObjects(
      [
        ...catalogue,
        '<< /Type /Page /Parent 2 0 R >>',
        `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
      ],
      `/Encrypt 4 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`,
    ),
    'intake/encrypted',
  ],
])('%s ends with a message', async (_, bytes, code) => {
  const { document, problems } = await first(bytes);
  expect(document).toBeUndefined();
  expect(problems[0]?.code).toContain(code);
  expect(problems[0]?.says).toMatch(/Save|Run text recognition|save it/);
});
