import { expect, test } from 'vitest';
import { nearest, notKnown } from './nearest.ts';

test.each([
  ['japna', ['japan', 'jordan'], 'japan'],
  ['opose', ['support', 'oppose'], 'oppose'],
  ['end-of-war', ['end-of-war-declaration', 'sanctions'], 'end-of-war-declaration'],
  ['Seoul', ['tokyo', 'washington'], undefined],
  ['São Tomé', ['sao-tome', 'togo'], 'sao-tome'],
  ['x', [], undefined],
])('“%s” among %j is %s', (word, known, expected) => {
  expect(nearest(word, known)).toBe(expected);
});

test('nothing near: what is known is named instead', () => {
  expect(notKnown('The actor', 'mars', ['peru', 'chile'])).toBe('The actor “mars” is not known. Known: peru, chile.');
});
