import { expect, test } from 'vitest';
import { typedDate } from './typed-date.ts';

test.each([
  ['2018-06-12', '2018-06-12'],
  ['1977/1983', '1977/1983'],
  ['2018-04~', '2018-04~'],
  ['early June 2018', '2018-06-01/2018-06-10'],
  ['mid-June 2018', '2018-06-11/2018-06-20'],
  ['late February 2020', '2020-02-21/2020-02-29'],
  ['the end of May 2019', '2019-05-21/2019-05-31'],
  ['early 2018', '2018-01/2018-04'],
  ['June 2018', '2018-06'],
  ['Sept. 2021', '2021-09'],
  ['12 June 2018', '2018-06-12'],
  ['June 12, 2018', '2018-06-12'],
  ['3rd of May 1951', '1951-05-03'],
  ['summer 1949', '1949-22'],
  ['fall of 2004', '2004-23'],
  ['the 1990s', '199X'],
  ['about 1950', '1950~'],
  ['around June 2018', '2018-06~'],
  ['perhaps 1994', '1994?'],
  ['1994?', '1994?'],
  ['until 2002', '../2002'],
  ['since March 2014', '2014-03/..'],
  ['1977 to 1983', '1977/1983'],
  ['1977–1983', '1977/1983'],
  ['from April to June 1954', '1954-04/1954-06'],
  ['30 to 31 January 1991', '1991-01-30/1991-01-31'],
  ['first half of 2019', '2019-01/2019-06'],
  ['second quarter 2019', '2019-04/2019-06'],
])('%s is %s', (typed, edtf) => expect(typedDate(typed)).toBe(edtf));

test.each(['12/06/2018', 'June', 'yesterday', '31 February 2018', '', 'since', 'Julember 2018', '2018-13'])(
  '%s is not guessed',
  (typed) => expect(typedDate(typed)).toBeUndefined(),
);
