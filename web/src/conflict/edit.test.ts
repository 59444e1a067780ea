import type { Conflict } from '@entente/core/conflict/conflict';
import { readConflict } from '@entente/core/conflict/read-conflict';
import { statementId } from '@entente/core/vocabulary';
import { expect, test } from 'vitest';
import {
  addAim,
  addInfeasible,
  addMaker,
  addOption,
  aimsOf,
  assumeAim,
  bearAim,
  dropAim,
  dropMaker,
  dropOption,
  faultsIn,
  flipStatusQuo,
  joinAim,
  moveAim,
  optionIds,
  orderAims,
  renameMaker,
  rewriteAim,
} from './edit.ts';

const read = (): Conflict => {
  const outcome = readConflict({
    conflict: 'The lock',
    makers: [
      {
        id: 'north',
        options: [{ id: 'cut' }, { id: 'talk' }],
        prefers: [{ that: 'cut', because: ['s1'] }, [{ that: 'talk' }, { that: 'not block' }], { that: 'cut if talk' }],
      },
      { id: 'south', options: [{ id: 'block' }] },
    ],
    'status-quo': 'YNY',
  });
  if (!outcome.ok) throw new RangeError(JSON.stringify(outcome.problems));
  return outcome.value;
};

/** The first maker's aims as `1 cut | 2 talk = not block | 3 …`. */
const shape = (conflict: Conflict): string => {
  const [maker] = conflict.makers;
  return maker === undefined
    ? ''
    : aimsOf(maker)
        .map(({ aim, group, joined }) => `${joined ? '=' : group} ${aim.text}`)
        .join(' | ');
};

const value = (outcome: ReturnType<typeof addAim>): Conflict => {
  if (!outcome.ok) throw new RangeError(JSON.stringify(outcome.problems));
  return outcome.value;
};

test.each([
  [0, 3, '1 talk | = not block | 2 cut if talk | 3 cut'],
  [3, 0, '1 cut if talk | 2 cut | 3 talk | = not block'],
  [3, 2, '1 cut | 2 talk | 3 cut if talk | 4 not block'],
  [1, 2, '1 cut | 2 not block | 3 talk | 4 cut if talk'],
  [2, 2, '1 cut | 2 talk | = not block | 3 cut if talk'],
])('aim %i moved to %i stands for itself there', (aim, to, after) => {
  expect(shape(moveAim(read(), { maker: 0, aim }, to))).toBe(after);
});

test('an aim joins the one before it and leaves it again; a whole list can be put in order', () => {
  const joined = joinAim(read(), { maker: 0, aim: 1 });
  expect(shape(joined)).toBe('1 cut | = talk | = not block | 2 cut if talk');
  expect(shape(joinAim(joined, { maker: 0, aim: 2 }))).toBe('1 cut | = talk | 2 not block | 3 cut if talk');
  expect(shape(joinAim(read(), { maker: 0, aim: 0 }))).toBe(shape(read()));
  expect(shape(orderAims(joined, 0))).toBe('1 cut | 2 talk | 3 not block | 4 cut if talk');
});

test('the mark of assumption comes and goes where there is evidence, and stays where there is none', () => {
  const once = assumeAim(read(), { maker: 0, aim: 0 });
  const marks = (conflict: Conflict) => conflict.makers.flatMap((maker) => aimsOf(maker).map(({ aim }) => aim.assumed));
  expect(marks(once)[0]).toBe(true);
  expect(marks(assumeAim(once, { maker: 0, aim: 0 }))[0]).toBe(false);
  expect(marks(assumeAim(read(), { maker: 0, aim: 1 }))[1]).toBe(true);
});

test('evidence of an aim is taken and taken away; without any it is assumed', () => {
  const aim = (conflict: Conflict, at: number) => conflict.makers.flatMap(aimsOf)[at]?.aim;
  const borne = bearAim(read(), { maker: 0, aim: 1 }, statementId('s7'));
  expect(aim(borne, 1)).toMatchObject({ text: 'talk', because: ['s7'], assumed: false });
  expect(aim(bearAim(borne, { maker: 0, aim: 1 }, statementId('s7')), 1)).toMatchObject({ because: [], assumed: true });
  const marked = assumeAim(read(), { maker: 0, aim: 0 });
  expect(aim(bearAim(marked, { maker: 0, aim: 0 }, statementId('s2')), 0)).toMatchObject({
    because: ['s1', 's2'],
    assumed: true,
  });
});

test('a formula is checked as it is typed, with the place of the fault and what was likely meant', () => {
  expect(faultsIn(optionIds(read()), 'cut and')).toMatchObject([{ start: 7, end: 7 }]);
  expect(faultsIn(optionIds(read()), 'cut and (talk')).toMatchObject([{ start: 8, end: 9 }]);
  expect(faultsIn(optionIds(read()), 'cut talk')).toMatchObject([{ start: 4, end: 8 }]);
  const [fault] = faultsIn(optionIds(read()), 'not cut if blok');
  expect([fault?.start, fault?.end]).toEqual([11, 15]);
  expect(fault?.says).toContain('Did you mean “block”?');
  expect(faultsIn(optionIds(read()), 'not (cut or talk) if block')).toEqual([]);
  expect(rewriteAim(read(), { maker: 0, aim: 0 }, 'cut or').ok).toBe(false);
  expect(shape(value(rewriteAim(read(), { maker: 0, aim: 3 }, ' talk iff cut ')))).toContain('3 talk iff cut');
});

test('a new aim is last and assumed; the last aim taken away leaves a maker indifferent', () => {
  const one = value(addAim(read(), 1, 'not cut'));
  expect(one.makers[1]?.prefers).toMatchObject({ kind: 'statements', groups: [[{ text: 'not cut', assumed: true }]] });
  expect(dropAim(one, { maker: 1, aim: 0 }).makers[1]?.prefers).toEqual({ kind: 'unknown' });
});

test('options come and go with their letter of the status quo; one that a formula names stays', () => {
  const more = addOption(read(), 0, 'Cut');
  expect(more.makers[0]?.options.map(({ id }) => id)).toEqual(['cut', 'talk', 'cut-2']);
  expect(more.statusQuo).toBe('YNNY');
  expect(flipStatusQuo(more, 1, 0).statusQuo).toBe('YNNN');
  expect(value(dropOption(more, 0, 2)).statusQuo).toBe('YNY');
  const held = dropOption(read(), 0, 1);
  expect(held.ok ? [] : held.problems.map(({ code }) => code)).toContain('conflict/unknown-option');
});

test('a maker is added with an option, and a rule that names it', () => {
  const more = addMaker(read(), 'East', 'Sign');
  expect(more.makers[2]).toMatchObject({ id: 'east', options: [{ id: 'sign', name: 'Sign' }] });
  expect(more.statusQuo).toBe('YNYN');
  expect(value(addInfeasible(more, 'sign and block', '')).infeasible).toMatchObject([{ text: 'sign and block' }]);
});

test('a maker is renamed and removed with its options and letters, but not where others name them', () => {
  expect(renameMaker(read(), 1, 'South bank').makers[1]).toMatchObject({ id: 'south', name: 'South bank' });
  expect(dropMaker(read(), 1).ok).toBe(false);
  const more = addMaker(read(), 'East', 'Sign');
  expect(value(dropMaker(more, 2))).toEqual(read());
});
