import { expect, test } from 'vitest';
import { Examiner, type Hire } from './examiner.ts';
import { type Answer, type Ask, workerOn } from './work.ts';

const GATE = {
  conflict: 'The gate',
  makers: [
    { id: 'north', options: [{ id: 'open' }], prefers: [{ that: 'not open' }] },
    { id: 'south', options: [{ id: 'pay' }], prefers: [{ that: 'not pay' }] },
  ],
  'status-quo': 'NN',
};

/** Workers that answer when they are let; one that was ended never does. */
const agency = () => {
  const open: (() => void)[] = [];
  let ended = 0;
  const hire: Hire = (hear) => {
    let on = true;
    const answer = workerOn(
      (said: Answer) => on && hear(said),
      () => 0,
    );
    return {
      ask: (ask: Ask) => void open.push(() => on && answer(ask)),
      end: () => {
        on = false;
        ended += 1;
      },
    };
  };
  const work = (): void => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) next();
  };
  return { examiner: new Examiner(hire), work, ended: () => ended };
};

test('what holds, why, and what would end it come of one examination', () => {
  const { examiner, work } = agency();
  examiner.examine(GATE);
  expect(examiner.going.now()).toEqual({ kind: 'starting' });
  work();
  const { found, explained, reversals, old } = examiner.state.now();
  expect(found?.finding).toContain('the status quo is the only state');
  expect([found?.size, found?.counts[0], old, explained?.pattern]).toEqual([4, 1, false, 'NN']);
  expect(reversals?.map(({ holds }) => holds)).toEqual([['YN'], ['NY']]);
  expect(examiner.going.now()).toBeUndefined();
});

test('a change ends the work on what was before; what was found stays in view, marked as old', () => {
  const { examiner, work, ended } = agency();
  examiner.examine(GATE);
  work();
  examiner.examine({ ...GATE, 'status-quo': 'YN' });
  examiner.examine({ ...GATE, 'status-quo': 'YY' });
  expect([ended(), examiner.state.now().old]).toEqual([1, true]);
  work();
  expect(examiner.state.now().found?.statusQuo).toBe('YY');
  expect(examiner.state.now().old).toBe(false);
});

test('stopped, it says so and keeps what it had; problems are told and keep it too', () => {
  const { examiner, work } = agency();
  examiner.examine(GATE);
  examiner.stop();
  work();
  expect([examiner.state.now().stopped, examiner.state.now().found]).toEqual([true, undefined]);
  examiner.examine(GATE);
  work();
  examiner.examine({ ...GATE, 'status-quo': 'NNN' });
  work();
  expect(examiner.state.now().problems.length).toBeGreaterThan(0);
  expect(examiner.state.now().found?.statusQuo).toBe('NN');
});

test('a settlement is worked out beside, and ended with the conflict that it was of', () => {
  const { examiner, work } = agency();
  examiner.examine(GATE);
  work();
  examiner.settle('YN', 'nash', 1);
  work();
  const settled = examiner.settling.now();
  expect(settled.kind === 'there' && settled.said.says[0]).toContain('YN would hold under Nash after one change');
  examiner.settle('YY', 'nash', 2);
  examiner.examine(GATE);
  expect(examiner.settling.now()).toEqual({ kind: 'none' });
});
