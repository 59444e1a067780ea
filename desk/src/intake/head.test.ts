import { expect, test } from 'vitest';
import { documentFrom } from './capture.ts';

const BODY =
  'The envoys of Ruritania and Graustark met for a third day on Tuesday without agreeing on the strait, officials of both sides said.';
const WRAPPED = `The envoys of Ruritania and Graustark met for a third day on
Tuesday without agreeing on the strait, officials of both sides
said. They would meet again after the harvest, and the fleet would
stay where it is until then.`;
const DATELINE = 'STRELSAU, Oct. 19 (Yonhap) -- ';

interface Head {
  readonly title?: string;
  readonly from?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly published?: string;
  /** The first paragraph that is neither title nor credit. */
  readonly first?: string;
}

const headOf = (text: string): Head => {
  const { title, author, publisher, published, blocks, boilerplate } = documentFrom(text, 'a', 'a.txt');
  const own = blocks
    .filter(({ start }) => !boilerplate.some((one) => one.start <= start && start < one.end))
    .map(({ start, end }) => text.slice(start, end));
  const first = own.find((words) => words.replace(/\s+/g, ' ') !== title?.value);
  return {
    ...(title && { title: title.value, from: title.from }),
    ...(author && { author: author.value }),
    ...(publisher && { publisher: publisher.value }),
    ...(published && { published: published.value }),
    ...(first && { first: first.replace(/\s+/g, ' ').slice(0, 24) }),
  };
};

const HEAD = 'Ruritania rejects a proposal to share the strait';
const LONG_HEAD = 'Ruritania rejects a proposal to share the strait with its neighbours in winter';
const headline = { title: HEAD, from: 'first line' };

test.each<readonly [string, string, Head]>([
  ['headline, blank line, report', `${HEAD}\n\n${BODY}\n`, { ...headline, first: 'The envoys of Ruritania ' }],
  ['headline, report on the next line', `${HEAD}\n${BODY}\n`, { ...headline, first: 'The envoys of Ruritania ' }],
  [
    'headline, broken report on the next line',
    `${HEAD}\n${WRAPPED}\n`,
    { ...headline, first: 'The envoys of Ruritania ' },
  ],
  [
    'headline as long as the lines of the report below it',
    `Ruritania rejects a proposal to share the strait in winter time\n${WRAPPED}\n`,
    {
      title: 'Ruritania rejects a proposal to share the strait in winter time',
      from: 'first line',
      first: 'The envoys of Ruritania ',
    },
  ],
  [
    'headline, byline',
    `${HEAD}\nBy Anna Karlsson\n\n${BODY}\n`,
    { ...headline, author: 'Anna Karlsson', first: 'The envoys of Ruritania ' },
  ],
  [
    'headline, byline in small letters',
    `${HEAD}\nby Anna Karlsson\n\n${BODY}\n`,
    { ...headline, author: 'Anna Karlsson' },
  ],
  [
    'headline, byline, report, no blank line',
    `${HEAD}\nBy Anna Karlsson\n${WRAPPED}\n`,
    { ...headline, author: 'Anna Karlsson', first: 'The envoys of Ruritania ' },
  ],
  [
    'headline, byline, day',
    `${HEAD}\nBy Anna Karlsson and Jo Quist\n19 October 2021\n${BODY}\n`,
    { ...headline, author: 'Anna Karlsson and Jo Quist', published: '2021-10-19', first: 'The envoys of Ruritania ' },
  ],
  [
    'headline, dateline on the next line',
    `${HEAD}\n${DATELINE}${BODY}\n`,
    { ...headline, author: 'Yonhap', first: 'STRELSAU, Oct. 19 (Yonha' },
  ],
  [
    'headline, dateline on the next line, broken',
    `${LONG_HEAD}\n${DATELINE}The envoys of Ruritania\nand Graustark met for a third day on Tuesday without agreeing on\nthe strait, officials of both sides said.\n\n${BODY}\n`,
    { title: LONG_HEAD, from: 'first line', author: 'Yonhap' },
  ],
  [
    'headline, agency, dateline',
    `${HEAD}\nKyodo\n\nTOKYO, Oct 19, Kyodo - ${BODY}\n`,
    { ...headline, author: 'Kyodo' },
  ],
  ['a dateline of TASS', `${HEAD}\n\nMOSCOW, October 19. /TASS/. ${BODY}\n`, { ...headline, author: 'TASS' }],
  [
    'a dateline without agency',
    `${HEAD}\nSTRELSAU, Oct 19 - ${WRAPPED}\n`,
    { ...headline, first: 'STRELSAU, Oct 19 - The e' },
  ],
  [
    'a dateline with its state and a long dash',
    `${HEAD}\nSTRELSAU, Ruritania (AP) — ${BODY}\n`,
    { ...headline, author: 'AP' },
  ],
  [
    'headline in capitals, broken report',
    `${HEAD.toUpperCase()}\n${WRAPPED}\n`,
    { title: HEAD.toUpperCase(), from: 'first line', first: 'The envoys of Ruritania ' },
  ],
  [
    'headline in capitals over two lines',
    `RURITANIA REJECTS A PROPOSAL TO SHARE THE STRAIT\nWITH ITS NEIGHBOURS\n\n${WRAPPED}\n`,
    { title: 'RURITANIA REJECTS A PROPOSAL TO SHARE THE STRAIT WITH ITS NEIGHBOURS', from: 'first line' },
  ],
  [
    'headline and the line below it',
    `${HEAD}\nGraustark calls the answer no surprise before the talks\n\n${BODY}\n`,
    { ...headline, first: 'Graustark calls the answ' },
  ],
  [
    'headline broken with the report',
    `Ruritania rejects a proposal to share the strait with all its\nneighbours in winter\n\n${WRAPPED}\n`,
    {
      title: 'Ruritania rejects a proposal to share the strait with all its neighbours in winter',
      from: 'first line',
      first: 'The envoys of Ruritania ',
    },
  ],
  [
    'no headline, broken',
    `${WRAPPED}\n`,
    { title: 'The envoys of Ruritania and Graustark met for…', from: 'first words', first: 'The envoys of Ruritania ' },
  ],
  [
    'no headline, a dateline',
    `${DATELINE}${BODY}\n`,
    { title: 'The envoys of Ruritania and Graustark met for…', from: 'first words', author: 'Yonhap' },
  ],
  [
    'a first line that is a sentence',
    `They would meet again after the harvest.\n\n${BODY}\n`,
    { title: 'They would meet again after the harvest', from: 'first words' },
  ],
  [
    'a question as headline',
    `Will Ruritania share the strait?\n${BODY}\n`,
    { title: 'Will Ruritania share the strait?', from: 'first line' },
  ],
  [
    'a headline that names a report',
    `IAEA Report Finds Graustark Built a Harbour\nBy Anna Karlsson\n\n${BODY}\n`,
    { title: 'IAEA Report Finds Graustark Built a Harbour', from: 'first line', author: 'Anna Karlsson' },
  ],
  [
    'a headline that names a day',
    `Full text of the declaration issued on 27 April 2018\n\n${BODY}\n`,
    { title: 'Full text of the declaration issued on 27 April 2018', from: 'first line' },
  ],
  [
    'a paragraph that ends in the name of an agency',
    `${WRAPPED}\nNobody else was there, an official of the palace told the agency\nReuters.\n`,
    { title: 'The envoys of Ruritania and Graustark met for…', from: 'first words' },
  ],
  [
    'fields of a news archive',
    `HEADLINE: Ruritania rejects a proposal\nBYLINE: Anna Karlsson\nDATELINE: STRELSAU\n\n${BODY}\n`,
    { title: 'Ruritania rejects a proposal', author: 'Anna Karlsson' },
  ],
])('the head of a text: %s', (_, text, expected) => {
  const found = headOf(text);
  expect(found).toMatchObject(expected);
  for (const field of ['author', 'publisher', 'published'] as const)
    if (expected[field] === undefined) expect(found[field]).toBeUndefined();
});
