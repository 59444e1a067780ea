import type { Codebook } from '@entente/core/statement/codebook';
import { issueId } from '@entente/core/vocabulary';
import { describe, expect, test } from 'vitest';
import { testDocument } from '../../testing/report.ts';
import { readDocuments } from '../suggestion/read.ts';
import { NO_EXTENSION } from './extension.ts';
import { CUES } from './generated/stance.ts';
import { formsOf } from './inflect.ts';
import { joinedExtension, readExtension } from './read-extension.ts';

const CODEBOOK: Codebook = {
  actors: [],
  issues: [{ id: issueId('strait'), label: 'Reopening the strait', proposal: 'The strait should be reopened.' }],
};

const read = (text: string, data?: unknown) => {
  const lexicon = data === undefined ? undefined : readExtension(data).value;
  return readDocuments([testDocument(text, '2024-03-05')], CODEBOOK, { lexicon });
};

const TEXT = 'The Blue Front hornswoggled the reopening of the strait on Monday.';
const MINE = {
  actors: [{ name: 'Blue Front', kind: 'organisation' }],
  verbs: { oppose: { hornswoggle: 'og' } },
};

test('a verb and an actor that a dossier adds make a statement', () => {
  expect(read(TEXT).statements).toEqual([]);
  const { statements, codebook } = read(TEXT, MINE);
  expect(statements.map(({ actor, stance, issue }) => [actor, stance, issue])).toEqual([
    ['blue-front', 'oppose', 'strait'],
  ]);
  expect(codebook.actors.map(({ name }) => name)).toContain('Blue Front');
});

test('words of one dossier are gone when the next is read, also when reading failed', () => {
  read(TEXT, MINE);
  expect(read(TEXT).statements).toEqual([]);
  const broken = {
    ...readExtension(MINE).value,
    get titles(): readonly string[] {
      throw new Error('no');
    },
  };
  expect(() => readDocuments([testDocument(TEXT)], CODEBOOK, { lexicon: broken })).toThrow();
  expect(read(TEXT).statements).toEqual([]);
});

test('a word taken out of the shipped lexicon is not read, in any form', () => {
  const text = 'Egypt rejected the reopening of the strait.';
  expect(read(text).statements).toHaveLength(1);
  expect(read(text, { without: ['reject'] }).statements).toEqual([]);
});

test('connectives, forecasts, agencies and nouns of happenings count as well', () => {
  const more = {
    conditions: { unless: ['save where'] },
    forecasts: ['is odds-on to'],
    outlets: [{ name: 'Strelsau Telegraph', kind: 'agency' }],
  };
  const text =
    'Egypt will reject the reopening of the strait save where Sudan withdraws, Strelsau Telegraph said. Sudan is odds-on to leave.';
  const { statements, forecasts } = read(text, more);
  expect(statements[0]?.condition?.kind).toBe('unless');
  expect(statements[0]?.attribution.map(({ name, voice }) => [name, voice])).toEqual([
    ['Strelsau Telegraph', 'agency'],
  ]);
  expect(forecasts.map(({ likelihood }) => likelihood)).toContain('is odds-on to');
});

describe('faults are all told, with their place', () => {
  test.each([
    ['a field nobody knows', { verb: {} }, ['lexicon/unknown-field']],
    ['no letters of what follows', { verbs: { oppose: { balk: 'xyz' } } }, ['lexicon/follows']],
    ['no stance', { verbs: { against: { balk: 'o' } } }, ['lexicon/unknown-group']],
    ['an actor without a kind', { actors: [{ name: 'Blue Front' }] }, ['lexicon/missing-field']],
    [
      'two faults',
      { titles: 'margrave', conditions: { perhaps: ['maybe'] } },
      ['lexicon/not-list', 'lexicon/unknown-group'],
    ],
    ['no fields at all', 'words', ['lexicon/shape']],
    ['forms', { irregular: { forgo: ['forgoes'] } }, ['lexicon/forms']],
  ])('%s', (_case, data, codes) =>
    expect(
      readExtension(data)
        .problems.map(({ code }) => code)
        .sort(),
    ).toEqual(codes),
  );

  test('what is sound beside a fault counts', () => {
    const kept = readExtension({ titles: ['margrave', 7], reporting: ['intone'] });
    expect(kept.problems).toHaveLength(1);
    expect(kept.value.titles).toEqual(['margrave']);
    expect(kept.value.reporting.map(({ words }) => words)).toEqual(['intone', 'intones', 'intoned', 'intoning']);
  });

  test('an empty file adds nothing', () =>
    expect(readExtension(undefined)).toEqual({ value: NO_EXTENSION, problems: [] }));
});

test('forms at run time are those that the shipped lexicon is compiled with', async () => {
  const script: string = new URL('../../../scripts/lexicon.mjs', import.meta.url).href;
  const { inflect }: { inflect: (verb: string) => Record<string, string> } = await import(script);
  for (const verb of new Set(
    CUES.filter(({ kind, lemma }) => kind === 'verb' && !lemma.includes(' ')).map(({ lemma }) => lemma),
  ))
    expect(formsOf(verb).map(({ words }) => words)).toEqual([...new Set(Object.values(inflect(verb)))]);
});

test('of two files the later one counts for an actor, and words add up', () => {
  const [a, b] = [
    readExtension(MINE).value,
    readExtension({ actors: [{ name: 'Blue Front', kind: 'body' }], titles: ['margrave'] }).value,
  ];
  const both = joinedExtension([a, b]);
  expect(both.actors.map(({ kind }) => kind)).toEqual(['body']);
  expect(both.cues.length).toBeGreaterThan(0);
  expect(both.titles).toEqual(['margrave']);
});
