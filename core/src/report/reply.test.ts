import { expect, test } from 'vitest';
import { quotaDossier } from '../../testing/quota-dossier.ts';
import { positionsOver } from '../position/position.ts';
import { readQuestion } from './question.ts';
import { type Reply, replyTo, standsOf } from './reply.ts';
import { sentenceText } from './sentence.ts';

const reply = (text: string): Reply =>
  replyTo(quotaDossier, readQuestion(quotaDossier.codebook, standsOf(positionsOver(quotaDossier)), text));

const said = (text: string, part?: string): string =>
  reply(text)
    .paragraphs.filter((one) => part === undefined || one.part === part)
    .flatMap(({ sentences }) => sentences.map((one) => sentenceText(one)))
    .join(' ');

test('who supports it: those reported to, then the others', () => {
  expect(said('Who supports halving the cod quota?', 'words')).toContain('Norland supports it');
  expect(said('Who supports halving the cod quota?', 'words')).not.toContain('Vestria');
  expect(said('Who supports halving the cod quota?', 'others')).toContain('Vestria opposes it');
});

test('who opposes what nobody opposes', () =>
  expect(said('Who opposes lifting the landing ban?')).toContain('Nobody is reported to oppose it.'));

test('a condition is told; where none is in words, that is said first', () => {
  expect(said('Under what condition would Hamar accept the quota?')).toContain('only if Vestria lifts its landing ban');
  expect(said('Under what condition would Vestria accept the quota?').startsWith('No condition of Vestria')).toBe(true);
});

test('what changed since a date: what is another, and what is new', () => {
  expect(said('What changed since 2020?')).toMatch(/^Since 2020, 1 position is another than before/);
  expect(said('What changed since 2020?', 'words')).toContain('Vestria opposes it. (Halve the cod quota)');
  expect(said('What changed since May 2025?')).toBe('No position is reported to have moved since May 2025.');
});

test('nothing is answered on what is no issue, or on whom nobody knows', () => {
  expect(reply('Why does Vestria oppose the harvest festival?').paragraphs).toEqual([]);
  expect(reply('Why does Sweden oppose halving the quota?').paragraphs).toEqual([]);
});

test('every sentence that is not a count has its statements', () => {
  for (const text of [
    'Who supports halving the quota?',
    'Why does Vestria oppose the quota?',
    'What changed since 2020?',
  ])
    for (const { sentences } of reply(text).paragraphs)
      for (const one of sentences) if (one.kind === 'evidence') expect(one.citations.length).toBeGreaterThan(0);
});
