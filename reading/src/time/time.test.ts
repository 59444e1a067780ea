import { describe, expect, test } from 'vitest';
import { testDocument } from '../../testing/report.ts';
import { plain } from '../sentence/plain.ts';
import { sentencesOf } from '../sentence/sentence.ts';
import { tokens } from '../sentence/token.ts';
import { Clock, happenings } from './event.ts';
import { timeExpressions } from './expression.ts';
import { resolve } from './resolve.ts';
import { signsOf } from './sign.ts';

const dates = (text: string, published?: string, future = false) => {
  const found = timeExpressions(plain(text), 0, text.length);
  // Looking only for what a sentence shows signs of finds the same.
  const signs = signsOf(tokens(plain(text), 0, text.length));
  expect(timeExpressions(plain(text), 0, text.length, signs)).toEqual(found);
  return found.map((one) => resolve(one, { ...(published ? { published } : {}), future }));
};

// Expected values from a calendar and from the rules for coarse dates: early, mid and late decades are their first, middle and last years.
describe('dates against a report of Wednesday 13 March 2019', () => {
  test.each([
    ['on 4 July 1976', ['1976-07-04']],
    ['on July 4th, 1976', ['1976-07-04']],
    ['2019-02-28', ['2019-02-28']],
    ['in the summer of 1974', ['1974-06/1974-08']],
    ['in August 1974', ['1974-08']],
    ['between 1974 and 1977', ['1974/1977']],
    ['the 1983–84 talks', ['1983/1984']],
    ['in the early 1990s', ['1990/1993']],
    ['in the late 1980s', ['1987/1989']],
    ['during the 1960s', ['1960/1969']],
    ['in the first half of 1950', ['1950-01/1950-06']],
    ['until 1 May 2004', ['../2004-05-01']],
    ['since 1964', ['1964/..']],
    ['in December', ['2018-12']],
    ['in February', ['2019-02']],
    ['on Monday', ['2019-03-11']],
    ['last Friday', ['2019-03-08']],
    ['last month', ['2019-02']],
    ['last year', ['2018']],
    ['next year', ['2020']],
    ['three years ago', ['2016']],
    ['yesterday', ['2019-03-12']],
    ['about 1950', ['1950~']],
    ['12-14 February', ['2019-02-12/2019-02-14']],
    ['the 20th century', ['1901/2000']],
    ['it may march on', []],
    ['in the fall of the regime', []],
    ['3,500 troops and 45 percent', []],
  ])('%s', (text, expected) => expect(dates(text, '2019-03-13')).toEqual(expected));

  test('looking ahead, a month is the next one', () =>
    expect(dates('in December', '2019-03-13', true)).toEqual(['2019-12']));
  test('without a day of publication a relative date stays open', () =>
    expect(dates('last month')).toEqual([undefined]));
});

const told = (text: string, published?: string) => {
  const document = testDocument(text, published);
  const clock = new Clock(published);
  let block = -1;
  return sentencesOf(document).flatMap((sentence) => {
    if (sentence.block !== block) clock.turn();
    block = sentence.block;
    return happenings(sentence, clock.read(plain(text), sentence), clock).map(({ start, end, date }) => [
      text.slice(start, end),
      date,
    ]);
  });
};

test('in a narrative the year carries over, and “the same day” is the last one', () => {
  const text =
    'On 15 July 1974, officers overthrew the president. On July 20, Turkish troops landed. The same day, the Security Council met.\nOn 16 August, a ceasefire was agreed.';
  expect(told(text, '2019-03-13').map(([, date]) => date)).toEqual([
    '1974-07-15',
    '1974-07-20',
    '1974-07-20',
    '1974-08-16',
  ]);
});

test('an aside about the past does not move the narrative there', () => {
  const text = 'The 1974-1977 war ended. The envoys met on 5 February.';
  expect(told(text, '2019-03-13').map(([, date]) => date)).toEqual(['1974/1977', '1977', '2019-02-05']);
});

test('each date is a happening with the clause around it', () => {
  expect(told('The pact, signed in 1960, collapsed when talks failed in December 1963.', '2019-03-13')).toEqual([
    ['The pact, signed in 1960', '1960'],
    ['when talks failed in December 1963', '1963-12'],
  ]);
});

describe('more of the language of time, against a report of Wednesday 13 March 2019', () => {
  test.each([
    ['on Monday, 3 May 2004,', ['2004-05-03']],
    ['on 4 and 9 May 2007.', ['2007-05-04', '2007-05-09']],
    ['on May 4th and 9th, 2007', ['2007-05-04', '2007-05-09']],
    ['from 3 May to 5 June 2004', ['2004-05-03/2004-06-05']],
    ['between March and May 1999', ['1999-03/1999-05']],
    ['from 1977 until 1983', ['1977/1983']],
    ['in the late 1970s and early 1980s', ['1977/1983']],
    ['in fiscal year 2017', ['2017~']],
    ['in Q3 2017', ['2017-07/2017-09']],
    ['in the first half of last year', ['2018-01/2018-06']],
    ['late last year', ['2018-10/2018-12']],
    ['earlier this week', ['2019-03-11/2019-03-17']],
    ['last week', ['2019-03-04/2019-03-10']],
    ['last December', ['2018-12']],
    ['in April last year', ['2018-04']],
    ['on 3 May this year', ['2019-05-03']],
    ['the Good Friday Agreement', []],
    ['last summer', ['2018-06/2018-08']],
    ['next May', ['2019-05']],
    ['over the past two years', ['2017-03-13/2019-03-13']],
    ['in recent weeks', ['../2019-03-13']],
    ['after 1953', ['1953/..']],
    ['shortly after 1953', ['1953~']],
    ['before 1 May 2004', ['../2004-05-01']],
    ['10 days ago', ['2019-03-03']],
    ['two weeks ago', ['2019-02']],
    ['in the mid-20th century', ['1940/1960']],
    ['by the end of 2018', ['2018']],
    ['at the end of 2018', ['2018-10/2018-12']],
    ['before the end of March', ['2019-03']],
    ['until at least the end of the year', ['../2019-12']],
    ['before Easter 2018', ['../2018-04-01']],
    ['from today', ['2019-03-13']],
    ['last night', ['2019-03-12']],
    ['on 23 and 24 May 2007', ['2007-05-23/2007-05-24']],
    ['within four months', ['2019-03-13/2019-07']],
    ['in early spring', ['2019-03/2019-04']],
    ['the pre-1990 order', ['../1990']],
    ['2019-02-28 and 3.2.2019', ['2019-02-28', '2019-02-03']],
    ['may 40 sun 3', []],
  ])('%s', (text, expected) => expect(dates(text, '2019-03-13')).toEqual(expected));
});

test.each([
  [
    'a day later and the following month count from what was told',
    'On 30 July 1974 they signed. A day later the fleet left. The following month talks broke down.',
    ['1974-07-30', '1974-07-31', '1974-08'],
  ],
  [
    'a year before a noun gives way to the day that dates the noun',
    'At the 2002 Copenhagen summit, held on 12 December, leaders met.',
    ['2002-12-12'],
  ],
  ['months make out their year', 'In 2004, two rounds were held, in April and May.', ['2004-04', '2004-05']],
  [
    'the end of a stretch is a happening of its own',
    'The 1974-1977 war, in which both sides lost ships, ended in a truce.',
    ['1974/1977', '1977'],
  ],
  [
    'what was told before dates “the vote” and “the Geneva Conference”',
    'The Geneva Conference opened on 8 May 2007.\nThe two sides met again after the Geneva Conference, officials recalled.',
    ['2007-05-08', '2007-05-08/..'],
  ],
  [
    'a session of the General Assembly gives the year',
    'On September 21, at the 60th session of the UN General Assembly, he spoke.',
    ['2005-09-21'],
  ],
  ['acts until now', 'The navy has repeatedly fired on boats.', ['../2019-03-13']],
])('%s', (_case, text, expected) => expect(told(text, '2019-03-13').map(([, date]) => date)).toEqual(expected));

test('a report that does not say when it was published leaves relative dates open', () => {
  for (const text of [
    'He said on Monday it was over.',
    'They met last month.',
    'On Oct. 19, they met.',
    'In recent weeks they met.',
  ])
    expect(told(text).map(([, date]) => date)).toEqual([undefined]);
});

test('one date of long ago in a report does not take the next paragraphs along', () => {
  const text = 'The treaty was signed in 1960.\nThe minister left on 5 March.\nOn Monday he came back.';
  expect(told(text, '2019-03-13').map(([, date]) => date)).toEqual(['1960', '2019-03-05', '2019-03-11']);
});

test.each([
  ['They agreed to withdraw by 1 May.', '2019-05-01'],
  ['The envoy said talks would resume in June.', '2019-06'],
  ['The envoy said talks had resumed in June.', '2018-06'],
  ['The union plans to strike until Monday.', '../2019-03-18'],
  ['The union struck until Monday.', '../2019-03-11'],
])('what lies ahead and what does not: %s', (text, date) =>
  expect(told(text, '2019-03-13').map(([, found]) => found)).toEqual([date]),
);

describe('a report does not tell of what comes after it as past', () => {
  test.each([
    ['“We will not sign,” the minister said on Wednesday.', '2019-03-13'],
    ['“We will not sign,” the minister said on Tuesday.', '2019-03-12'],
    ['The ministers will meet on Wednesday.', '2019-03-20'],
    ['Chad has proposed to open the bridge in April.', '2019-04'],
    ['Chad proposed the bridge in February.', '2019-02'],
  ])('%s', (text, expected) => expect(told(text, '2019-03-13').map(([, date]) => date)).toEqual([expected]));
});
