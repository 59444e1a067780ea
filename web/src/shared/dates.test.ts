import { expect, test } from 'vitest';
import { datesIn } from './dates.ts';

test.each([
  ['en-GB', '2021-11-07', '7 November 2021'],
  ['en-US', '2021-11-07', 'November 7, 2021'],
  ['de', '2021-11-07', '7. November 2021'],
  ['de', '2021-10', 'Oktober 2021'],
  ['ar-EG', '2021-11-07', '٧ نوفمبر ٢٠٢١'],
  ['ko', '2021-10', '2021년 10월'],
  ['en-GB', '2021-10-01/2021-11-30', '1 October – 30 November 2021'],
  ['en-GB', '2021-10-01/2021-10-31', 'October 2021'],
  ['en-GB', '2021-09/2021-11', 'September – November 2021'],
  ['de', '2018-04~', 'about April 2018'],
  ['de', '1977/1983', '1977 to 1983'],
  ['de', '../2002', 'until 2002'],
  ['en-GB', 'autumn', 'autumn'],
])('%s: %s is “%s”', (language, date, says) => {
  const { dateText } = datesIn(language);
  expect(dateText(date).replace(/\s/gu, ' ')).toBe(says); // languages differ in their thin spaces
});

test('a narrow column has the day without its year', () => {
  const { shortDate } = datesIn('en-GB');
  expect([shortDate('2021-11-06'), shortDate('2019'), shortDate('2019-05')]).toEqual(['6 Nov', '2019', 'May 2019']);
});
