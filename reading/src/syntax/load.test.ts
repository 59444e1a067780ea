import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSyntax } from './load.ts';
import type { Sentence } from './syntax.ts';

const bytes = new Uint8Array(readFileSync(new URL('../../model/english.bin', import.meta.url)));
const syntax = loadSyntax(bytes);

/** `subject←verb` style: dependent, relation, head. */
const arcs = ({ tokens }: Sentence) =>
  tokens.map(({ text, deprel, head }) => `${text} ${deprel} ${tokens[head]?.text ?? '-'}`);

const expectTrees = (text: string) => {
  const { sentences, mentions } = syntax.analyse(text);
  let at = 0;
  for (const { tokens, start, end } of sentences) {
    expect(tokens.length).toBeGreaterThan(0);
    expect([start, end]).toEqual([tokens[0]?.start, tokens.at(-1)?.end]);
    expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
    for (const token of tokens) {
      expect(token.start).toBeGreaterThanOrEqual(at);
      expect(text.slice(token.start, token.end)).toBe(token.text);
      expect(token.lemma).not.toBe('');
      at = token.end;
      let top = token;
      for (let step = 0; step <= tokens.length && top.head >= 0; step++) top = tokens[top.head] ?? token;
      expect(top.head).toBe(-1);
    }
  }
  mentions.forEach((mention, index) => {
    const tokens = sentences[mention.sentence]?.tokens ?? [];
    expect(tokens[mention.first]?.start).toBe(mention.start);
    expect(tokens[mention.last]?.end).toBe(mention.end);
    expect(mention.head).toBeGreaterThanOrEqual(mention.first);
    expect(mention.head).toBeLessThanOrEqual(mention.last);
    if (mention.antecedent !== undefined) {
      expect(mention.antecedent).toBeLessThan(index);
      expect(mentions[mention.antecedent]?.entity).toBe(mention.entity);
    }
  });
};

test('the bytes of a file as they are read, and a part of a larger array, give the same trees', () => {
  const text = 'Egypt rejected the plan.';
  const larger = new Uint8Array(bytes.length + 16);
  larger.set(bytes, 16);
  const file = readFileSync(new URL('../../model/english.bin', import.meta.url));
  for (const given of [file, larger.subarray(16)])
    expect(loadSyntax(given).analyse(text)).toEqual(syntax.analyse(text));
});

test('a plain sentence', () => {
  const [sentence] = syntax.analyse('The minister said that Norway would reject the proposal.').sentences;
  expect(sentence && arcs(sentence)).toEqual([
    'The det minister',
    'minister nsubj said',
    'said root -',
    'that mark reject',
    'Norway nsubj reject',
    'would aux reject',
    'reject ccomp said',
    'the det proposal',
    'proposal obj reject',
    '. punct said',
  ]);
  expect(sentence?.tokens.map(({ lemma }) => lemma).slice(1, 3)).toEqual(['minister', 'say']);
});

test('a pronoun finds its name', () => {
  const text = 'The minister rejected the plan. He wants a vote.';
  const { mentions } = syntax.analyse(text);
  const he = mentions.find(({ start, end }) => text.slice(start, end) === 'He');
  expect(he?.antecedent !== undefined && text.slice(mentions[he.antecedent]?.start, mentions[he.antecedent]?.end)).toBe(
    'The minister',
  );
});

describe('any string gives trees that lead back to the text', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\t\u00a0 '],
    ['one word', 'No'],
    ['a stop', '.'],
    ['emoji', '👍🏽 ok 👩‍👩‍👧🇰🇷'],
    ['Korean', '문재인 대통령은 종전선언을 제안했다.'],
    ['a table', 'Year | Votes | %\n1950 | 12 | 3.4\n1953 | 14 | 5.1\n'],
    ['references', '[1] Kim, J. (2019), "Peace," J. Asian Stud. 4(2): 12–19. doi:10.1/2.\n[2] Ibid., p. 3.'],
    ['capitals', 'JAPAN REFUSES TO END WAR, SEOUL SAYS'],
    ['lone surrogates', 'a \ud800 b \udc00'],
    ['a sentence without end', 'and they went '.repeat(300)],
  ])('%s', (_, text) => expectTrees(text));

  test('and anything else', () => {
    const pieces = fc.constantFrom(
      'The',
      'north',
      'said',
      '“',
      '”',
      '.',
      ',',
      '\n\n',
      ' ',
      "n't",
      '-',
      '9',
      'U.S.',
      '서울',
      '👍',
      'if',
      'He',
      'and',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.array(pieces, { maxLength: 60 }).map((words) => words.join(' ')),
        ),
        expectTrees,
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    ['without a break', `${'휴'.repeat(100_000)}${' '.repeat(900_000)}`],
    ['of one letter and a stop', `${'a.'.repeat(50_000)}${' '.repeat(900_000)}`],
    ['of blanks', ' '.repeat(1_000_000)],
    ['on one line', `${'no stop here, '.repeat(800)}${' '.repeat(990_000)}`],
  ])('a million characters %s', (_, text) => {
    const { sentences } = syntax.analyse(text);
    expect(sentences.every(({ tokens }) => tokens.length <= 200)).toBe(true);
  });
});

test('what a sentence gives does not depend on what stands around it', () => {
  const sentence = 'The minister said that Norway would reject the proposal unless it is changed.';
  const alone = syntax.analyse(sentence).sentences[0];
  const many = syntax.analyse(`A short one.\n\n${sentence}\n\n${'They went on, and on, and on. '.repeat(40)}`)
    .sentences[1];
  expect(many && arcs(many)).toEqual(alone && arcs(alone));
});

test('bytes that are no model are refused', () => {
  expect(() => loadSyntax(new Uint8Array(5))).toThrow(RangeError);
  expect(() => loadSyntax(bytes.slice(0, 100_000))).toThrow(RangeError);
});
