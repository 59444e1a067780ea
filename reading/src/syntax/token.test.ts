import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphsIn, sentencesIn } from './sentence.ts';
import { tokensIn } from './token.ts';

const cut = (text: string) => tokensIn(text).map(({ start, end }) => text.slice(start, end));
const sentences = (text: string) => sentencesIn(text).map((tokens) => text.slice(tokens[0]?.start, tokens.at(-1)?.end));

describe('tokens', () => {
  test.each([
    ["They don't.", ['They', 'do', "n't", '.']],
    ['They can’t and cannot.', ['They', 'ca', 'n’t', 'and', 'can', 'not', '.']],
    ['Japan’s and the states’ view', ['Japan', '’s', 'and', 'the', 'states', '’', 'view']],
    ['DON’T', ['DO', 'N’T']],
    ['the end-of-war declaration', ['the', 'end', '-', 'of', '-', 'war', 'declaration']],
    ['a non-nuclear, pro-Beijing bloc', ['a', 'non-nuclear', ',', 'pro-Beijing', 'bloc']],
    ['President Moon Jae-in said', ['President', 'Moon', 'Jae-in', 'said']],
    ['a China-led bloc and Bailey-Ross', ['a', 'China', '-', 'led', 'bloc', 'and', 'Bailey', '-', 'Ross']],
    ['The U.S. and Mr. Kim, e.g. on Oct. 19', ['The', 'U.S.', 'and', 'Mr.', 'Kim', ',', 'e.g.', 'on', 'Oct.', '19']],
    ['No. 7 of 1,000.5, 1950-1953', ['No.', '7', 'of', '1,000.5', ',', '1950', '-', '1953']],
    ['No.', ['No', '.']],
    ['$5bn, 12% (3rd)', ['$', '5bn', ',', '12', '%', '(', '3rd', ')']],
    ['see https://example.org/a?b=1, or a.b@c.org.', ['see', 'https://example.org/a?b=1', ',', 'or', 'a.b@c.org', '.']],
    ['“Well ... no?!”', ['“', 'Well', '...', 'no', '?!', '”']],
    ['👩‍👩‍👧 in 서울', ['👩‍👩‍👧', 'in', '서울']],
    ['', []],
    [' \n\t ', []],
  ])('%j', (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  test('every character but white space is in exactly one token, in order', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom(
          'a',
          'B',
          '-',
          "'",
          '’',
          '.',
          ' ',
          '\n',
          '9',
          ',',
          '/',
          '@',
          '“',
          '서',
          '👍🏽',
          's',
          't',
          'n',
        ),
        maxLength: 200,
      }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end } of tokensIn(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start)).toMatch(/^[\s\u200b\u2060\ufeff]*$/u);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^[\s\u200b\u2060\ufeff]*$/u);
      }),
    );
  });

  test('a run without a break is cut', () => {
    expect(tokensIn('어'.repeat(10_000)).every(({ start, end }) => end - start <= 61)).toBe(true);
  });
});

describe('sentences', () => {
  test.each([
    ['One. Two? Three!', ['One.', 'Two?', 'Three!']],
    [
      'Mr. Kim spoke on Oct. 19 in the U.S. Senate. He left.',
      ['Mr. Kim spoke on Oct. 19 in the U.S. Senate.', 'He left.'],
    ],
    ['They met in the U.S. The talks failed.', ['They met in the U.S.', 'The talks failed.']],
    ['“It is over.” He left.', ['“It is over.”', 'He left.']],
    ['“Why now?” he asked. Nobody knew.', ['“Why now?” he asked.', 'Nobody knew.']],
    ['He died. [3] She lived.', ['He died. [3]', 'She lived.']],
    ['A headline\n\nA paragraph', ['A headline', 'A paragraph']],
    ['1. Sign\n2. Withdraw', ['1. Sign', '2. Withdraw']],
    ['It rose to 4.5 percent. 2021 was worse.', ['It rose to 4.5 percent.', '2021 was worse.']],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  test('a line wrapped to fit a page goes on; a heading does not', () => {
    const wrapped = 'The delegation said that it would return to the table only if the\nother side withdrew.';
    expect(paragraphsIn(wrapped)).toHaveLength(1);
    expect(paragraphsIn('Positions of the states\nThe delegation left.')).toHaveLength(2);
  });

  test('a sentence without end is cut', () => {
    expect(sentencesIn('word '.repeat(1000)).every((tokens) => tokens.length <= 200)).toBe(true);
  });
});
