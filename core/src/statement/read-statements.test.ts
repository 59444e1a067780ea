import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document } from '../document/document.ts';
import { passageOf } from '../document/passage.ts';
import { actorId, documentId, issueId, STANCES, statementId } from '../vocabulary.ts';
import { readCodebook } from './read-codebook.ts';
import { VOICES } from './read-coded.ts';
import { CONDITION_KINDS, readStatements } from './read-statements.ts';
import type { Statement } from './statement.ts';
import { writeCodebook, writeStatements } from './write-statements.ts';

const text =
  'Ruritania will not reopen the strait unless Graustark withdraws its fleet, officials said. It fears for its coast.';
const strait: Document = {
  ...{ id: documentId('strait'), file: 'strait.txt', text, sha256: '', boilerplate: [] },
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
};

const codebook = {
  actors: [
    { id: 'ruritania', name: 'Ruritania', kind: 'state', aliases: ['Strelsau'] },
    { id: 'graustark', name: 'Graustark', kind: 'state' },
    { id: 'rudolf', name: 'Rudolf', kind: 'person', 'part-of': [{ actor: 'ruritania', from: '2020' }] },
  ],
  issues: [{ id: 'reopening', label: 'Reopening', proposal: 'The strait should be reopened.' }],
};

const statement = {
  id: 's1',
  document: 'strait',
  quote: 'Ruritania will not reopen the strait unless Graustark withdraws its fleet',
  actor: 'ruritania',
  speaker: 'rudolf',
  issue: 'reopening',
  stance: 'conditional',
  condition: { kind: 'unless', quote: 'unless Graustark withdraws its fleet', actor: 'graustark' },
  reason: 'It fears for its coast',
  date: '2021-10',
  tense: 'current',
  level: 'explicit',
  attribution: [{ name: 'officials', voice: 'anonymous', quote: 'officials said' }],
  coder: 'A. Reader',
};

const read = (data: unknown) => readStatements(data, [strait], readCodebook(codebook).value);
const codes = (problems: readonly { code: string; at: readonly (string | number)[] }[]) =>
  problems.map(({ code, at }) => `${at.join('.')} ${code}`);

test('a statement is read with its words and places', () => {
  const { value, problems } = read([statement]);
  expect(problems).toEqual([]);
  expect(value[0]).toMatchObject({
    passage: { start: 0, end: 73 },
    condition: { kind: 'unless', actor: 'graustark', passage: { start: 37 } },
    reason: { quote: 'It fears for its coast' },
    attribution: [{ name: 'officials', voice: 'anonymous', passage: { start: 75 } }],
    status: 'accepted',
    coder: { kind: 'person', name: 'A. Reader' },
  });
});

test('written, then read: the same codebook and statements', () => {
  const book = readCodebook(codebook);
  expect(book.problems).toEqual([]);
  expect(readCodebook(writeCodebook(book.value)).value).toEqual(book.value);
  const machine = { ...statement, id: 's2', status: 'suggested', confidence: 0.7, coder: { kind: 'rule', name: 'r1' } };
  const { value } = read([statement, machine, { ...statement, id: 's3', reason: undefined, note: 'n' }]);
  expect(value).toHaveLength(3);
  expect(read(writeStatements(value, [strait])).value).toEqual(value);
});

test('all faults at once, each with its path; what is sound is kept', () => {
  const { value, problems } = read([
    statement,
    { ...statement, id: 's2', actor: 'ruritanja', issue: 'closing', stance: 'opose', date: 'autumn' },
    { ...statement, id: 's3', document: 'straits' },
    { ...statement, id: 's4', quote: 'Ruritania will reopen the strait', stanse: 'support' },
    { ...statement, id: 's1' },
    { ...statement, id: 's5', condition: undefined },
    { ...statement, id: 's6', attribution: undefined, level: undefined },
    'words',
  ]);
  expect(value.map(({ id }) => id)).toEqual(['s1']);
  expect(codes(problems)).toEqual([
    '1.actor statement/unknown-actor',
    '1.issue statement/unknown-issue',
    '1.stance statement/unknown-stance',
    '1.date statement/date',
    '2.document statement/unknown-document',
    '3.stanse statement/unknown-field',
    '3.quote quote/not-found',
    '5.stance statement/conditional-without-condition',
    '6 statement/missing-field',
    '6 statement/missing-field',
    '7 statement/shape',
    '4.id statement/duplicate-id',
  ]);
  expect(problems[0]?.says).toBe('The actor “ruritanja” is not known. Did you mean “ruritania”?');
});

test.each([
  ['nothing at all', undefined, []],
  ['a list', [], [' codebook/shape']],
  ['ids with spaces', { actors: [{ id: 'a b', name: 'A', kind: 'state' }] }, ['actors.0.id actor/id']],
  [
    'the same id twice',
    { issues: [0, 1].map(() => ({ id: 'i', label: 'I', proposal: 'P.' })) },
    ['issues.1.id issue/duplicate-id'],
  ],
  ['an unknown kind', { actors: [{ id: 'a', name: 'A', kind: 'country' }] }, ['actors.0.kind actor/unknown-kind']],
  [
    'parts of themselves',
    { actors: ['ab', 'ba'].map(([id, of]) => ({ id, name: id, kind: 'body', 'part-of': [{ actor: of }] })) },
    ['actors.0.part-of codebook/part-of-itself', 'actors.1.part-of codebook/part-of-itself'],
  ],
])('a codebook with %s', (_, data, expected) => {
  expect(codes(readCodebook(data).problems)).toEqual(expected);
});

const repetitive: Document = {
  ...strait,
  text: 'no no the sea, the sea; no ships in the sea. The sea is no ship, no sea.',
};

const anyPassage = fc
  .tuple(fc.nat(repetitive.text.length - 2), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => passageOf(repetitive, start, Math.min(repetitive.text.length, start + length)))
  .filter(({ quote }) => quote.trim() !== '');

const anyStatement: fc.Arbitrary<Statement> = fc
  .record(
    {
      passage: anyPassage,
      stance: fc.constantFrom(...STANCES),
      condition: fc.record({ kind: fc.constantFrom(...CONDITION_KINDS), passage: anyPassage }),
      reason: anyPassage,
      attribution: fc.array(
        fc.record(
          { name: fc.constantFrom('officials', 'Wire'), voice: fc.constantFrom(...VOICES), passage: anyPassage },
          { requiredKeys: ['name', 'voice'] },
        ),
        { maxLength: 3 },
      ),
      date: fc.constantFrom('2021', '2018-04~', '../2002'),
      level: fc.constantFrom('explicit', 'implied'),
      status: fc.constantFrom('suggested', 'accepted', 'rejected'),
      coder: fc.record({ kind: fc.constantFrom('person', 'rule', 'model'), name: fc.constantFrom('A. Reader', 'r1') }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true }),
      note: fc.constantFrom('a note', '2021'),
    },
    { requiredKeys: ['passage', 'stance', 'attribution', 'level', 'status', 'coder'] },
  )
  .map((fields) => ({
    ...fields,
    ...{ id: statementId('s1'), actor: actorId('ruritania'), issue: issueId('reopening') },
    stance: fields.stance === 'conditional' && !fields.condition ? 'neutral' : fields.stance,
  }));

test('law: whatever a statement quotes, and wherever its words stand again, it is read as it was written', () => {
  const book = readCodebook(codebook).value;
  fc.assert(
    fc.property(anyStatement, (one) => {
      const written: unknown = JSON.parse(JSON.stringify(writeStatements([one], [repetitive])));
      expect(readStatements(written, [repetitive], book)).toEqual({ value: [one], problems: [] });
    }),
  );
});
