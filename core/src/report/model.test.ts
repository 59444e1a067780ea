import { expect, test } from 'vitest';
import { quotaDossier } from '../../testing/quota-dossier.ts';
import { smallConflict } from '../../testing/small-conflict.ts';
import type { Conflict } from '../conflict/conflict.ts';
import { compile } from '../stability/compile.ts';
import { makerId, optionId, statementId } from '../vocabulary.ts';
import { modelEntry } from './model.ts';

const modelled = (conflict: Conflict) => {
  const model = compile(conflict);
  if (!model.ok) throw new RangeError(JSON.stringify(model.problems));
  return modelEntry(quotaDossier, conflict, model.value);
};

const option = (id: string) => ({ id: optionId(id), name: id, moves: 'both' as const, because: [] });

/** Norland cuts; Vestria blocks as long as it prefers to. */
const cut: Conflict = {
  title: 'The cut',
  makers: [
    {
      id: makerId('norland'),
      name: 'Norland',
      options: [option('cut')],
      prefers: {
        kind: 'statements',
        groups: [
          [
            {
              that: { kind: 'option', option: optionId('cut') },
              text: 'cut',
              because: [statementId('s3')],
              assumed: false,
            },
          ],
        ],
      },
    },
    {
      id: makerId('vestria'),
      name: 'Vestria',
      options: [option('block')],
      prefers: {
        kind: 'statements',
        groups: [[{ that: { kind: 'option', option: optionId('block') }, text: 'block', because: [], assumed: true }]],
      },
    },
  ],
  infeasible: [],
  statusQuo: 'YY',
};

test('a status quo that holds alone is said so, with what it rests on', () => {
  const model = modelled(cut);
  expect(model.finding).toBe(
    'With these preferences the status quo is the only state that nobody gains by leaving alone',
  );
  expect(model.summary).toContain('One aim of 2 is assumed');
  expect(model.makers[0]?.aims[0]?.[0]?.citations[0]?.label).toBe('Strait Press ¶3');
  expect(model.makers[1]?.aims[0]?.[0]?.assumed).toBe(true);
  expect(model.states[0]).toMatchObject({ pattern: 'YY', statusQuo: true, taken: ['cut', 'block'] });
});

test('reversing either aim moves the equilibrium', () =>
  expect(modelled(cut).reversals).toEqual([
    { maker: 'Norland', aim: 'cut', assumed: false, holds: ['NY'] },
    { maker: 'Vestria', aim: 'block', assumed: true, holds: ['YN'] },
  ]));

test('a status quo that is left names who leaves it', () =>
  expect(modelled({ ...cut, statusQuo: 'NN' }).finding).toBe(
    'With these preferences the status quo does not hold: Norland and Vestria would gain by leaving the status quo',
  ));

test('a prisoners’ dilemma without a status quo', () => {
  const dilemma = smallConflict({
    Row: { options: ['a'], best: 'YN > NN > YY > NY' },
    Column: { options: ['b'], best: 'NY > NN > YY > YN' },
  });
  const model = modelled(dilemma);
  expect(model.finding).toContain('nobody gains by leaving one state alone');
  expect(model.makers[0]?.otherwise).toBe('Given as a ranking of the states.');
  expect(model.reversals).toEqual([]);
});
