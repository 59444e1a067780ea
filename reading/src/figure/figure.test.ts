import { describe, expect, test } from 'vitest';
import { testDocument } from '../../testing/report.ts';
import { plain } from '../sentence/plain.ts';
import { sentencesOf } from '../sentence/sentence.ts';
import { timeExpressions } from '../time/expression.ts';
import { quantities } from './figure.ts';

const read = (text: string) =>
  sentencesOf(testDocument(text)).flatMap((sentence) =>
    quantities(sentence, timeExpressions(plain(text), sentence.start, sentence.end)).map(
      ({ start, end, value, qualifier }) => [text.slice(start, end), value, qualifier],
    ),
  );

describe('quantities', () => {
  test.each([
    ['About 40,000 troops stayed on the island.', [['About 40,000 troops', 40_000, 'about']]],
    ['More than two million people fled.', [['More than two million people', 2_000_000, 'over']]],
    ['The dam cost $4.8 billion.', [['$4.8 billion', 4_800_000_000, undefined]]],
    ['It filled up to 3-5 metres a day.', [['up to 3-5 metres', [3, 5], 'at-most']]],
    ['Hundreds of detainees were freed.', [['Hundreds', [100, 999], undefined]]],
    ['Turnout was 72.5 percent.', [['72.5 percent', 72.5, undefined]]],
    [
      'The two communities met for a few days.',
      [
        ['two communities', 2, undefined],
        ['a few days', undefined, undefined],
      ],
    ],
    ['It was the sixth nuclear test.', [['sixth nuclear test', 6, undefined]]],
    ['Almost 200 envoys came.', [['Almost 200 envoys', 200, 'slightly-less-than']]],
    ['At least twenty-five people died.', [['At least twenty-five people', 25, 'at-least']]],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

test('names and dates count nothing', () => {
  for (const text of [
    'Resolution 1244 was adopted on 10 June 1999.',
    'Article 9 bans it.',
    'The 38th parallel divides them.',
    'The 8th Army withdrew in 1950.',
    'One of the envoys left.',
    'It was debated at the 76th session.',
  ])
    expect(read(text)).toEqual([]);
});

describe('shares, ranges and orders of magnitude', () => {
  test.each([
    ['Two thirds of the voters stayed at home.', 66.7],
    ['About one in five of its trains runs.', 20],
    ['By some counts a third to a half of its fighters left.', [33.3, 50]],
    ['Turnout was 2.7 per cent.', 2.7],
    ['Between 33 kg and 34 kg of it was left.', [33, 34]],
    ['Between 4.5 and 5 million people fled.', [4_500_000, 5_000_000]],
    ['It was shut for two decades.', 20],
    ['Hundreds of millions of people are hungry.', undefined],
    ['Only several hundred were registered.', undefined],
    ['Thirty-odd thousand families wait.', 30_000],
    ['A ninth round may open.', 9],
  ])('%s', (text, value) => expect(read(text).map(([, found]) => found)).toEqual([value]));

  test.each([
    'It ended at 4.11 p.m.',
    'They came at two o’clock.',
    'In episode 88 he spoke.',
    'They waited for months.',
  ])('%s counts nothing', (text) => expect(read(text)).toEqual([]));
});
