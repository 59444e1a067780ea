import { readFileSync } from 'node:fs';
import type { Codebook } from '@entente/core/statement/codebook';
import { issueId } from '@entente/core/vocabulary';
import { describe, expect, test } from 'vitest';
import { testDocument } from '../../testing/report.ts';
import { readDocuments } from '../suggestion/read.ts';
import { loadSyntax } from '../syntax/load.ts';

const syntax = loadSyntax(readFileSync(new URL('../../model/english.bin', import.meta.url)));

const BOOK: Codebook = {
  actors: [],
  issues: [
    ['strike', 'The dockers should call off the strike.'],
    ['dam', 'The dam on the river should be filled.'],
    ['truce', 'The parties should sign a truce.'],
  ].map(([id = '', proposal = '']) => ({ id: issueId(id), label: proposal.replace(/\.$/, ''), proposal })),
};

const read = (text: string) => readDocuments([testDocument(text, '2023-05-05')], BOOK, { syntax });
const held = (text: string): string[] =>
  read(text).statements.map(({ actor, speaker, stance }) => `${actor}${speaker ? `/${speaker}` : ''} ${stance}`);
const chains = (text: string): string[][] =>
  read(text).statements.map(({ attribution }) => attribution.map(({ name }) => name));

describe('who holds a position', () => {
  test.each([
    [
      'a body that the text names and shortens',
      'The Lake Dockers Federation (LDF) met in Lima. The LDF refused to call off the strike.',
      ['lake-dockers-federation oppose'],
    ],
    [
      'a body by what the text has called it',
      "Norrail, a freight operator, and the dockers' union KVD met on Monday. The union refused to call off the strike.",
      ['kvd oppose'],
    ],
    [
      'an official without a name, who speaks for his state',
      "Peru's representative opposed the filling of the dam on the river.",
      ['peru/peru-s-representative oppose'],
    ],
    [
      'an office of the state that is spoken of',
      'Chile has asked for talks. The foreign minister rejected the filling of the dam on the river.',
      ['chile/foreign-minister-of-chile oppose'],
    ],
    [
      'a person called by his last name',
      'Farid Osmani, who leads the Blue Front, met reporters. Osmani rejected the truce.',
      ['farid-osmani oppose'],
    ],
    [
      'an official who says “they”',
      'The Kenyan ambassador said that they rejected the truce.',
      ['kenya/kenyan-ambassador oppose'],
    ],
  ])('%s', (_, text, expected) => expect(held(text)).toEqual(expected));
});

test('words in quotation marks are of whoever closes them', () => {
  const text = 'The talks went on. "We reject the truce. Nobody should sign it," wrote Ann Otieno, the Kenyan envoy.';
  expect(held(text)[0]).toBe('kenya/ann-otieno oppose');
  expect(chains(text)[0]).toEqual(['Ann Otieno']);
});

const TALK = [
  'River Talk, episode 4. Our guest is Rosa Quispe, who has followed the talks for years.',
  'Q: Will there be a truce?',
  'A: I oppose the truce. Bolivia rejects it as well.',
  'Q: And Chile?',
  'A: Chile supports the truce.',
].join('\n\n');

test('who answers in a transcript speaks for himself and stands before what he tells of others', () => {
  expect(held(TALK)).toEqual(['rosa-quispe oppose', 'bolivia oppose', 'chile support']);
  expect(chains(TALK)).toEqual([['Rosa Quispe'], ['Rosa Quispe'], ['Rosa Quispe']]);
});
