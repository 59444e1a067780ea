import { expect, test } from 'vitest';
import { pageAddress, sameAddresses } from './page-address.ts';

test.each([
  ['https://news.example/a?utm_source=x&id=7&fbclid=1#top', 'https://news.example/a?id=7'],
  ['HTTP://WWW.News.example:80/A/', 'http://www.news.example/A/'],
  ['https://me:secret@news.example/a', 'https://news.example/a'],
  ['mailto:a@news.example', undefined],
  ['javascript:alert(1)', undefined],
  ['/a/b', undefined],
  ['', undefined],
])('%s is kept as %s', (given, kept) => expect(pageAddress(given)).toBe(kept));

test('one page under each of its addresses, and no other page', () => {
  const same = sameAddresses('https://www.news.example/a/b/?id=7');
  expect(same).toContain('http://news.example/a/b?id=7');
  expect(new Set(same.flatMap((one) => sameAddresses(one)))).toEqual(new Set(same));
  expect(same).not.toContain('https://news.example/a/b?id=8');
});

test('the front page of a site is not one page', () => {
  expect(sameAddresses('https://news.example/')).toEqual([]);
  expect(sameAddresses('https://news.example/?p=12')).toContain('http://www.news.example/?p=12');
});
