import { expect, test } from 'vitest';
import { small } from '../../testing/small-conflict.ts';
import { stateOfPattern } from '../conflict/state-space.ts';
import { analysis } from '../stability/analysis.ts';
import { CONCEPTS } from '../vocabulary.ts';
import { stateWitnesses, type Witness } from './witness.ts';

// Y is to swerve
const chicken = small({
  Row: { options: ['row'], best: 'NY > YY > YN > NN' },
  Column: { options: ['column'], best: 'YN > YY > NY > NN' },
});

const dilemma = small({
  Row: { options: ['row'], best: 'NY > YY > NN > YN' },
  Column: { options: ['column'], best: 'YN > YY > NN > NY' },
});

const told = (model: typeof chicken, pattern: string) =>
  stateWitnesses(analysis(model, { concepts: CONCEPTS }), stateOfPattern(model, pattern)).map((verdicts) =>
    verdicts.map(({ concepts, stable, witnesses }) => [concepts.join(), stable, witnesses.map(line)]),
  );

const line = ({ steps, ends }: Witness): string =>
  [
    ...steps.map(
      ({ name, to, before, after, improvement }) =>
        `${name}→${to} ${before}→${after}${improvement ? '' : ' at a loss'}`,
    ),
    ends,
  ].join(' | ');

test('Chicken, both swerve: the answer that makes a maker stay is told move by move; leaving is told once for the concepts that agree', () => {
  const [row] = told(chicken, 'YY');
  expect(row).toEqual([
    ['nash,seq', false, ['Row→NY 2→1 | No answer that the others gain from leaves Row worse off. So it leaves.']],
    [
      'gmr',
      true,
      [
        'Row→NY 2→1 | Column→NN 3→4 at a loss | Row is worse off than where it stood (rank 4 of 4 instead of 2). So it stays.',
      ],
    ],
    [
      'smr',
      true,
      [
        'Row→NY 2→1 | Column→NN 3→4 at a loss | Row is worse off than where it stood (rank 4 of 4 instead of 2) and finds no way from there to anything better. So it stays.',
      ],
    ],
  ]);
});

test('Prisoner’s dilemma, both hold back: the answer under SEQ is an improvement of who gives it', () => {
  const [row] = told(dilemma, 'YY');
  expect(row?.find(([concepts]) => String(concepts).includes('seq'))).toEqual([
    'gmr,seq',
    true,
    ['Row→NY 2→1 | Column→NN 4→3 | Row is worse off than where it stood (rank 3 of 4 instead of 2). So it stays.'],
  ]);
});

test('who has nothing better in its reach has no witness to show', () => {
  const [row] = told(dilemma, 'NN');
  expect(row).toEqual([['nash,gmr,smr,seq', true, []]]);
});
