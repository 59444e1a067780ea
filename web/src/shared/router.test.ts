import { describe, expect, test } from 'vitest';
import { addressOf, isPast, type Place, placeAt, routerOn } from './router.ts';

describe('an address and a place say the same', () => {
  const rows: readonly (readonly [string, Place])[] = [
    ['/', { room: 'brief', path: [], query: {} }],
    ['/sources', { room: 'sources', path: [], query: {} }],
    ['/sources/wire', { room: 'sources', path: ['wire'], query: {} }],
    ['/sources/wire/rewrite', { room: 'sources', path: ['wire', 'rewrite'], query: {} }],
    ['/coding/a%2Fb%20c?s=s1', { room: 'coding', path: ['a/b c'], query: { s: 's1' } }],
    ['/positions?as-of=2021-11', { room: 'positions', path: [], query: { 'as-of': '2021-11' } }],
  ];
  test.each(rows)('%s', (address, place) => {
    expect(placeAt(address)).toEqual(place);
    expect(addressOf(place)).toBe(address);
  });
  test.each([
    '/positions/japan/end-of-war',
    '/conflict/one/two',
    '/brief/x',
    '/sources/a/b/c',
    '/coding/a/b',
    '/report/x',
  ])('%s leads past what is in its room', (address) => {
    const place = placeAt(address);
    expect(place && isPast(place)).toBe(true);
  });
  test('what there is, is not past it', () => {
    for (const address of ['/', '/positions', '/conflict/new', '/sources/a/b', '/coding/a', '/chronicle?q=x']) {
      const place = placeAt(address);
      expect(place && isPast(place), address).toBe(false);
    }
  });
  test('an unknown room is none', () => expect(placeAt('/nowhere')).toBeUndefined());
  test('a badly written address is read as it stands', () =>
    expect(placeAt('/sources/%E0%A4%A')?.path).toEqual(['%E0%A4%A']));
  test('an empty part of the query is left out', () =>
    expect(addressOf({ room: 'sources', query: { q: '', group: 'origin' } })).toBe('/sources?group=origin'));
});

test('going and coming back', () => {
  const visited: string[] = ['/'];
  let back = (): void => {};
  const location = {
    get pathname() {
      return new URL(visited.at(-1) ?? '/', 'http://x').pathname;
    },
    get search() {
      return new URL(visited.at(-1) ?? '/', 'http://x').search;
    },
  };
  const router = routerOn({
    location,
    history: {
      pushState: (_, __, address) => void visited.push(address),
      replaceState: (_, __, address) => void visited.splice(-1, 1, address),
    },
    addEventListener: (_, listener) => {
      back = listener;
    },
  });
  let told = 0;
  const stop = router.subscribe(() => {
    told += 1;
  });
  router.go({ room: 'sources' });
  router.go({ room: 'sources', query: { q: 'kyodo' } }, 'replace');
  router.go({ room: 'sources', query: { q: 'kyodo' } });
  expect(visited).toEqual(['/', '/sources?q=kyodo']);
  expect(told).toBe(2);
  visited.pop();
  back();
  expect(router.place()?.room).toBe('brief');
  expect(router.place()).toBe(router.place());
  stop();
  router.go({ room: 'report' });
  expect(told).toBe(3);
});
