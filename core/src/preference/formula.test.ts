import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyFormula } from '../../testing/any-conflict.ts';
import { optionId } from '../vocabulary.ts';
import { nearest } from './nearest.ts';
import { readFormula } from './read-formula.ts';
import { holds } from './truth.ts';
import { writeFormula } from './write-formula.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(optionId);
const known = new Set(ids);
const places = new Map(ids.map((id, at) => [id, at]));

const written = (text: string): string => {
  const read = readFormula(text, known, []);
  return read.ok ? writeFormula(read.value) : read.problems.map(({ says }) => says).join(' | ');
};

describe('binding: not, and, or, if, iff', () => {
  test.each([
    ['not a and b', 'not a and b'],
    ['not (a and b)', 'not (a and b)'],
    ['a or b and c', 'a or b and c'],
    ['(a or b) and c', '(a or b) and c'],
    ['a or b if c and d', 'a or b if c and d'],
    ['a if (b if c)', 'a if (b if c)'],
    ['a iff b if c', 'a iff b if c'],
    ['(a iff b) if c', '(a iff b) if c'],
    ['a iff (b iff c)', 'a iff (b iff c)'],
    ['if a then b', 'b if a'],
    ['NOT a AND b', 'not a and b'],
    ['((a))', 'a'],
    ['not not a', 'not not a'],
  ])('%s', (text, expected) => expect(written(text)).toBe(expected));
});

describe('what does not parse is said with its place', () => {
  test.each([
    ['', 'character 1', 'at the end'],
    ['a and', 'character 6', 'at the end'],
    ['a b', 'character 3', 'before “b”'],
    ['(a or b', 'character 1', 'never closed'],
    ['a)', 'character 2', 'closes no bracket'],
    ['a & b', 'character 3', '“&” has no meaning'],
    ['a if b if c', 'character 8', 'set brackets'],
    ['if a b', 'character 6', '“then” is missing'],
    ['and a', 'character 1', 'before “and”'],
    ['aa', 'No decision maker has an option “aa”', 'Did you mean “a”?'],
  ])('%j', (text, place, why) => {
    expect(written(text)).toContain(place);
    expect(written(text)).toContain(why);
  });

  test('every option that is not known is said once, beside a fault of syntax', () => {
    const read = readFormula('x and yonder and x and (a', known, ['makers', 0]);
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual([
      'conflict/formula',
      'conflict/unknown-option',
      'conflict/unknown-option',
    ]);
  });

  test('ten thousand brackets are refused, not overrun', () => {
    expect(written(`${'('.repeat(10_000)}a`)).toContain('deep');
    expect(written(`${'not '.repeat(10_000)}a`)).toContain('deep');
    expect(written(Array(5000).fill('a').join(' and ')).length).toBeGreaterThan(5000);
  });
});

test('truth tables: Q if P is true when P is false', () => {
  const table = (text: string) => {
    const read = readFormula(text, known, []);
    if (!read.ok) throw new Error(text);
    return [0, 1, 2, 3].map((code) => holds(read.value, places, code)); // neither, a, b, both
  };
  expect(table('a if b')).toEqual([true, true, false, true]);
  expect(table('a iff b')).toEqual([true, false, false, true]);
  expect(table('a and b')).toEqual([false, false, false, true]);
  expect(table('a or b')).toEqual([false, true, true, true]);
  expect(table('not a')).toEqual([true, false, true, false]);
});

test('law: what is written reads as the same formula, and 32 codes at a time as one by one', () => {
  const plain = (formula: Parameters<typeof writeFormula>[0], code: number): boolean => {
    switch (formula.kind) {
      case 'option':
        return ((code >>> (places.get(formula.option) ?? 0)) & 1) === 1;
      case 'not':
        return !plain(formula.of, code);
      case 'and':
        return formula.of.every((each) => plain(each, code));
      case 'or':
        return formula.of.some((each) => plain(each, code));
      case 'if':
        return plain(formula.that, code) || !plain(formula.when, code);
      case 'iff':
        return plain(formula.left, code) === plain(formula.right, code);
    }
  };
  fc.assert(
    fc.property(anyFormula(ids), fc.integer({ min: 0, max: 127 }), (formula, code) => {
      const read = readFormula(writeFormula(formula), known, []);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(writeFormula(read.value)).toBe(writeFormula(formula));
      expect(holds(read.value, places, code)).toBe(plain(formula, code));
      expect(holds(formula, places, code)).toBe(plain(formula, code));
    }),
    { numRuns: 500 },
  );
});

test('the nearest word, or none when none is near', () => {
  expect(nearest('relase', ['release', 'escalate', 'attack'])).toBe('release');
  expect(nearest('Attack', ['release', 'attack'])).toBe('attack');
  expect(nearest('dorp', ['accept', 'drop'])).toBe('drop');
  expect(nearest('zebra', ['release', 'attack'])).toBeUndefined();
});
