import { describe, expect, test } from 'vitest';
import { testDocument } from '../../testing/report.ts';
import { plain } from '../sentence/plain.ts';
import { sentencesOf } from '../sentence/sentence.ts';
import { Clock, happenings } from './event.ts';
import { timeExpressions } from './expression.ts';
import { resolve } from './resolve.ts';

const dates = (text: string, published?: string, future = false) =>
  timeExpressions(plain(text), 0, text.length).map((one) =>
    resolve(one, { ...(published ? { published } : {}), future }),
  );

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
  expect(told(text, '2019-03-13').map(([, date]) => date)).toEqual(['1974/1977', '2019-02-05']);
});

test('each date is a happening with the clause around it', () => {
  expect(told('The pact, signed in 1960, collapsed when talks failed in December 1963.', '2019-03-13')).toEqual([
    ['signed in 1960', '1960'],
    ['when talks failed in December 1963', '1963-12'],
  ]);
});
