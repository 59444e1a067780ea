import { expect, test } from 'vitest';
import type { Stance } from '../vocabulary.ts';
import { matrixFinding } from './matrix-finding.ts';

const cell = (name: string, stance: Stance, origins = 1, suggested = false) => ({
  name,
  stance,
  origins,
  contested: false,
  suggested,
});

test('who stands where, with how many rest on one origin', () => {
  expect(matrixFinding('Tariffs', [cell('Vestria', 'oppose'), cell('Norland', 'support', 2)])).toBe(
    'Tariffs: as reported, Norland supports it and Vestria opposes it; 1 of 2 positions rests on one origin',
  );
  expect(matrixFinding('Tariffs', [cell('Norland', 'conditional')])).toBe(
    'Tariffs: as reported, Norland sets a condition; it rests on one origin',
  );
  expect(matrixFinding('Tariffs', [])).toBeUndefined();
});

test('what is only suggested is not said to be reported; many names are counted', () => {
  const many = ['A', 'B', 'C', 'D'].map((name) => cell(name, 'support', 2, true));
  expect(matrixFinding('Tariffs', many)).toBe('Tariffs: as suggested, not checked, A, B and 2 more support it');
});
