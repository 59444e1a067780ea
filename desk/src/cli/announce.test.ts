import { readConflict } from '@entente/core/conflict/read-conflict';
import { stateCount } from '@entente/core/conflict/space';
import { expect, test } from 'vitest';
import { announced } from './announce.ts';
import { listening } from './listening.ts';

const GIB = 2 ** 30;

const asked = (options: number, available: number) => {
  const each = (maker: number) => Array.from({ length: options / 2 }, (_, at) => `o${maker}-${at}`);
  const read = readConflict({ makers: [0, 1].map((maker) => ({ id: `m${maker}`, options: each(maker) })) });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const states = stateCount(read.value);
  if (!states.ok) throw new Error(JSON.stringify(states.problems));
  const { shell, err } = listening('.');
  return { problem: announced(read.value, states.value, {}, shell, available), err: err() };
};

test('what is long is announced in one line, off a terminal too', () => {
  const { problem, err } = asked(26, 8 * GIB);
  expect(problem).toBeUndefined();
  expect(err).toMatch(/^67,108,864 states for 2 makers: about \d\.\d GiB of memory and \d+ seconds, by a rate .*\n$/);
});

test('what is short is not', () => {
  expect(asked(12, 8 * GIB)).toEqual({ problem: undefined, err: '' });
});

test('what does not fit is refused before anything is compiled', () => {
  const { problem, err } = asked(26, GIB);
  expect(problem?.code).toBe('stability/too-large');
  expect(err).toBe('');
});
