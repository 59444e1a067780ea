import { describe, expect, test } from 'vitest';
import { quotaDossier } from '../../testing/quota-dossier.ts';
import { positionsOver } from '../position/position.ts';
import { STANCES } from '../vocabulary.ts';
import { dateSign, dateSignText } from './date-sign.ts';
import { glyphName, glyphOfPosition, glyphText } from './glyph.ts';

describe('the mark of a position', () => {
  const marks = positionsOver(quotaDossier).map((position) => {
    const glyph = glyphOfPosition(position);
    return [glyphName(position.actor, glyph), glyphText(glyph)];
  });
  test('says the same in words as in its three channels', () =>
    expect(marks).toEqual([
      ['norland supports: two origins or more, on record', '▲'],
      ['vestria opposes: one origin, anonymous', '▼'],
      ['hamar sets a condition: one origin, on record', '◆'],
      ['hamar supports: one origin, on record, suggested, not accepted', '⟨△⟩'],
      ['council takes no position: one origin, anonymous', '○'],
    ]));
  test('every stance has a sign of its own, accepted and suggested', () => {
    const signs = STANCES.flatMap((stance) => [true, false].map((suggested) => glyphText({ stance, suggested })));
    expect(new Set(signs).size).toBe(signs.length);
  });
});

test.each([
  ['2021-10-19', '•'],
  ['2021-10', '▬'],
  ['2018-04~', '▬~'],
  ['1977/1983', '[ ]'],
  ['1951/..', '[ →'],
  ['../2002', '← ]'],
  [undefined, '·'],
])('the date %s has the sign %s', (date, sign) => expect(dateSignText(dateSign(date))).toBe(sign));
