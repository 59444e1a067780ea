import type { Conflict } from '@entente/core/conflict/conflict';
import { conflictData } from '@entente/core/conflict/write-conflict';
import type { Outcome } from '@entente/core/vocabulary';
import { expect, test } from 'vitest';
import { addOption } from './edit.ts';
import { Editing } from './state.ts';

const DATA = { conflict: 'The lock', makers: [{ id: 'north', options: [{ id: 'cut' }] }] };

/** A desk that answers when it is told to. */
const deskOf = () => {
  const open: { readonly expect: number; readonly answer: (outcome: Outcome<{ version: number }>) => void }[] = [];
  const save = (_: unknown, __: string, expect: number): Promise<Outcome<{ version: number }>> =>
    new Promise((answer) => open.push({ expect, answer }));
  return { open, editing: new Editing(save) };
};

const now = (editing: Editing): Conflict => {
  const state = editing.state.now();
  if (state === undefined) throw new RangeError('nothing on the desk');
  return state.conflict;
};

const options = (editing: Editing): readonly string[] =>
  now(editing).makers.flatMap((one) => one.options.map(({ id }) => id));
const turn = () => new Promise((resolve) => setTimeout(resolve));

test('a change shows at once; changes are saved one after the other, each on what the last gave', async () => {
  const { open, editing } = deskOf();
  editing.take(4, DATA);
  editing.change('one', addOption(now(editing), 0, 'Talk'));
  editing.change('two', addOption(now(editing), 0, 'Walk'));
  expect(options(editing)).toEqual(['cut', 'talk', 'walk']);
  await turn();
  expect(open.map(({ expect: seen }) => seen)).toEqual([4]);
  open[0]?.answer({ ok: true, value: { version: 5 } });
  await turn();
  expect(open.map(({ expect: seen }) => seen)).toEqual([4, 5]);
});

test('what the desk has does not overwrite a change that is under way, nor an older answer a newer state', async () => {
  const { open, editing } = deskOf();
  editing.take(4, DATA);
  editing.change('one', addOption(now(editing), 0, 'Talk'));
  editing.take(4, DATA);
  expect(options(editing)).toEqual(['cut', 'talk']);
  await turn();
  open[0]?.answer({ ok: true, value: { version: 5 } });
  await editing.settled();
  editing.take(4, DATA);
  expect(options(editing)).toEqual(['cut', 'talk']);
  editing.take(6, DATA);
  expect(options(editing)).toEqual(['cut']);
});

test('where somebody else changed it too, one’s own stays until the reader chooses', async () => {
  const clash = [{ code: 'store/conflict', at: [], says: 'Changed meanwhile.' }];
  const { open, editing } = deskOf();
  editing.take(4, DATA);
  editing.change('one', addOption(now(editing), 0, 'Talk'));
  await turn();
  open[0]?.answer({ ok: false, problems: clash });
  await editing.settled();
  editing.take(7, { ...DATA, conflict: 'Theirs' });
  expect(editing.state.now()?.clash).toEqual(clash);
  expect(options(editing)).toEqual(['cut', 'talk']);
  editing.keepMine('mine');
  await turn();
  expect(open[1]?.expect).toBe(7);
  open[1]?.answer({ ok: false, problems: clash });
  await editing.settled();
  editing.takeTheirs();
  expect(editing.state.now()?.clash).toEqual([]);
  expect(conflictData(now(editing))['conflict']).toBe('Theirs');
});
