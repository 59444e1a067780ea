import { describe, expect, test } from 'vitest';
import { isHere, stepWords } from './step.ts';

const place = (room: 'coding' | 'conflict' | 'sources' | 'brief', ...path: string[]) => ({ room, path, query: {} });
const added = { what: 'capture', subject: { kind: 'document', name: 'script.html', more: 0 }, touched: [] };
const accepted = {
  what: 'accept',
  subject: { kind: 'statement', name: 'Vestria, quotas', document: 'wire', more: 0 },
  touched: [],
};
const ordered = {
  what: 'reorder aims',
  subject: { kind: 'conflict', name: 'quota.yaml', more: 0 },
  touched: [{ kind: 'conflict', id: 'quota' } as const],
};

describe('a step in words', () => {
  test.each([
    [added, 'adding script.html'],
    [{ ...added, subject: { ...added.subject, more: 3 } }, 'adding script.html and 3 more'],
    [accepted, 'accepting Vestria, quotas'],
    [{ ...accepted, what: 'put back' }, 'putting back Vestria, quotas'],
    [ordered, 'reordering aims “quota.yaml”'],
    [{ what: 'enter issue', subject: { kind: 'issue', name: 'Tests', more: 0 } }, 'entering issue “Tests”'],
    [{ what: 'join origins', subject: { kind: 'derivation', more: 0 } }, 'joining origins'],
  ])('%#', (step, says) => expect(stepWords(step)).toBe(says));
});

describe('what is taken back without a question', () => {
  test.each([
    [added, place('sources'), false],
    [{ ...added, what: 'correct' }, place('sources'), true],
    [added, place('coding', 'wire'), false],
    [added, place('conflict', 'quota'), false],
    [accepted, place('coding', 'wire'), true],
    [accepted, place('coding', 'rewrite'), false],
    [accepted, place('brief'), false],
    [ordered, place('conflict', 'quota'), true],
    [ordered, place('conflict', 'other'), false],
  ])('%#', (step, where, here) => expect(isHere(step, where)).toBe(here));
});
