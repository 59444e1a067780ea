import { expect, test } from 'vitest';
import { documentFrom } from './capture.ts';

const lines = (...all: string[]) => `${all.join('\n')}\n`;
const read = (text: string) => documentFrom(text, 'a', 'a.txt');
const prose = 'The envoys of Ruritania and Graustark met for a third day on Tuesday without agreeing on the strait.';
const more =
  'Officials of both sides said that the talks would resume after the harvest, and that the fleet would stay.';

test.each([
  [
    'a headline, a byline and a day',
    lines('Envoys meet again', 'By Anna Karlsson and Jo Quist', '7 November 2021', '', prose),
    {
      title: 'Envoys meet again',
      author: 'Anna Karlsson and Jo Quist',
      published: '2021-11-07',
    },
  ],
  ['a question as headline', lines('Who will reopen the strait?', '', prose), { title: 'Who will reopen the strait?' }],
  ['an agency after a bullet', lines('• Kyodo', '', prose), { author: 'Kyodo', kind: 'wire' }],
  [
    'an agency in the dateline',
    lines('Envoys meet again', '', `STRELSAU, Oct. 19 (Yonhap) -- ${prose}`),
    { author: 'Yonhap', kind: 'wire' },
  ],
  [
    'a dateline with its year',
    lines(`STRELSAU, Oct. 19, 2021 (Yonhap) -- ${prose}`),
    { author: 'Yonhap', published: '2021-10-19' },
  ],
  ['an agency in brackets at the start', lines(`(Kyodo) -- ${prose}`), { author: 'Kyodo' }],
  ['an agency at the end', lines('Envoys meet again', '', prose, '', `${more} (AFP)`), { author: 'AFP', kind: 'wire' }],
  [
    'a copyright line',
    lines('Envoys meet again', '', prose, '', more, '', '© 2021 The Strelsau Courier. All rights reserved.'),
    { publisher: 'The Strelsau Courier' },
  ],
  ['an agency’s copyright', lines('Envoys meet again', '', prose, '', more, '', '© AP'), { author: 'AP' }],
  ['an upload date', lines('Envoys meet again', 'Upload Date 2021-02-03', '', prose), { published: '2021-02-03' }],
  [
    'a posted line',
    lines('Envoys meet again', 'Posted on Nov. 7, 2021 at 10:15', '', prose),
    { published: '2021-11-07' },
  ],
  [
    'the head of a page in one line',
    lines('RIIA Focus The Strait and its Neighbours Revisited ANNA Karlsson Upload Date 2021-02-03 Hits 12', '', prose),
    {
      title: 'The Strait and its Neighbours Revisited',
      publisher: 'RIIA',
      author: 'ANNA Karlsson',
      published: '2021-02-03',
      kind: 'analysis',
    },
  ],
  [
    'an author box with its address',
    lines(
      'Envoys meet again',
      '',
      'Must Read',
      'Courier News Desk',
      'Courier News Deskhttps://courier.example/',
      'Courier News Desk is the in-house team of the paper.',
      '',
      prose,
    ),
    {
      title: 'Envoys meet again',
      publisher: 'Courier News Desk',
    },
  ],
])('%s', (_, text, expected) => {
  const { title, publisher, author, published, kind } = read(text);
  const found = {
    title: title?.value,
    publisher: publisher?.value,
    author: author?.value,
    published: published?.value,
    kind: kind?.value,
  };
  expect(found).toMatchObject(expected);
});

test.each([
  ['a day without its year', lines('Envoys meet again', 'Oct. 19', '', prose)],
  ['a day that can be read two ways', lines('Envoys meet again', '07/11/2021', '', prose)],
  ['a day inside the report', lines('Envoys meet again', '', `${prose} A first treaty was signed on 3 May 1951.`)],
  ['the day of the last change', lines('Envoys meet again', 'Last updated: 7 November 2021', '', prose)],
])('no day of publication is made of %s', (_, text) => {
  expect(read(text).published).toBeUndefined();
});

test('a report without a headline gets a label of its first words', () => {
  expect(read(prose).title).toEqual({ value: 'The envoys of Ruritania and Graustark met for…', from: 'first words' });
});

const kindsOf = (text: string) => {
  const { boilerplate } = read(text);
  return boilerplate.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
};

test('menus, share lines, forms and prompts at head and foot are marked, headings are not', () => {
  const text = lines(
    ...[
      'Skip to content',
      'Home',
      'World',
      'Envoys meet again',
      'facebook twitter email',
      '',
      prose,
      '',
      'A long way',
      '',
      more,
      '',
    ],
    ...['Please enter your comment!', 'Your name', '', 'More Articles Like This', 'Strait: what next'],
  );
  expect(kindsOf(text)).toEqual([
    ['navigation', 'Skip to content'],
    ['navigation', 'Home'],
    ['navigation', 'World'],
    ['share', 'facebook twitter email'],
    ['form', 'Please enter your comment!'],
    ['form', 'Your name'],
    ['navigation', 'More Articles Like This'],
    ['navigation', 'Strait: what next'],
  ]);
  expect(
    read(text)
      .blocks.filter(({ kind }) => kind === 'heading')
      .map(({ start, end }) => text.slice(start, end)),
  ).toEqual(['Envoys meet again', 'A long way']);
});

test('subscription prompts are marked though they are sentences; a report on subscribers is not', () => {
  const prompt = 'By subscribing you keep a small newsroom at the harbour awake.';
  expect(kindsOf(lines(prose, '', more, '', prompt))).toEqual([['subscription', prompt]]);
  expect(
    kindsOf(
      lines(prose, '', 'The ministry subscribes to the view that subscribers to the treaty must pay for the port.'),
    ),
  ).toEqual([]);
});

test('footnote marks and lists of works are marked, brackets that hold words are not', () => {
  const text = lines(
    ...[
      'Relations',
      '',
      `${prose.slice(0, -1)}.[1][a] The envoy said “[h]e would [sic] come”.[12]`,
      '',
      more,
      '',
      'Notes',
    ],
    ...['1. ^ "A treaty". Courier. Retrieved 2011-04-01.', '2. ^ Karlsson (2009), pp. 3-9.'],
  );
  expect(kindsOf(text).map(([kind, words]) => `${kind} ${words?.slice(0, 5)}`)).toEqual([
    'footnote-mark [1]',
    'footnote-mark [a]',
    'footnote-mark [12]',
    'references Notes',
    'references 1. ^ ',
    'references 2. ^ ',
  ]);
});

test('the contents of an encyclopedia page are marked, its headings stay', () => {
  const text = lines(
    ...[
      'Strait relations',
      'From Wikipedia, the free encyclopedia',
      'Jump to: navigation, search',
      prose,
      'Contents',
      '[hide]',
    ],
    ...[
      '1 History',
      '1.1 1950s',
      '2 See also',
      'History[edit]',
      '1950s[edit]',
      more,
      'See also[edit]',
      'Foreign relations of Ruritania',
    ],
  );
  expect(kindsOf(text).map(([kind, words]) => `${kind} ${words}`)).toEqual([
    'credit From Wikipedia, the free encyclopedia',
    'navigation Jump to: navigation, search',
    ...['Contents', '[hide]', '1 History', '1.1 1950s', '2 See also'].map((words) => `navigation ${words}`),
    'footnote-mark [edit]',
    'footnote-mark [edit]',
    'references See also[edit]',
    'references Foreign relations of Ruritania',
  ]);
  const { title, publisher, blocks } = read(text);
  expect([title?.value, publisher?.value]).toEqual(['Strait relations', 'Wikipedia']);
  expect(blocks.filter(({ kind }) => kind === 'heading').map(({ start, end }) => text.slice(start, end))).toEqual([
    'Strait relations',
    'History[edit]',
    '1950s[edit]',
  ]);
});

test('an agency in the dateline goes before the reporter’s name', () => {
  const text = lines('Envoys meet again', 'By Anna Karlsson', '', `STRELSAU, Oct. 19 (Yonhap) -- ${prose}`);
  expect(read(text).author?.value).toBe('Yonhap');
});

test('lines broken at a fixed width are one paragraph', () => {
  const text =
    'The envoys of Ruritania and Graustark met for a third day on\nTuesday without agreeing on the strait.\n\nShort.\n';
  expect(read(text).blocks.map(({ start, end }) => [start, end])).toEqual([
    [0, 100],
    [102, 108],
  ]);
});
