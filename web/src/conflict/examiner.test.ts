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
  const { found, explained, asides, page, old } = examiner.state.now();
  expect(found?.finding).toContain('the status quo is the only state');
  expect([found?.size, found?.counts[0], old, explained?.pattern]).toEqual([4, 1, false, 'NN']);
  expect(asides?.reversals.map(({ holds }) => holds)).toEqual([['YN'], ['NY']]);
  expect([page?.total, page?.rows.map(({ pattern }) => pattern)]).toEqual([1, ['NN']]);
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
  examiner.settle({ pattern: 'YN', concept: 'nash', most: 1, additions: [] });
  work();
  const settled = examiner.settling.now();
  expect(settled.kind === 'there' && settled.said.says[0]).toContain('YN would hold under Nash after one change');
  examiner.settle({ pattern: 'YY', concept: 'nash', most: 2, additions: [] });
  examiner.examine(GATE);
  expect(examiner.settling.now()).toEqual({ kind: 'none' });
});

test('states are listed by formula and page, those that hold first', () => {
  const { examiner, work } = agency();
  examiner.examine(GATE);
  examiner.list({ all: true, where: '', from: 0 });
  work();
  const listed = () => {
    const { page } = examiner.state.now();
    return [page?.total, page?.rows.map(({ pattern }) => pattern).join()];
  };
  expect(listed()).toEqual([4, 'NN,YN,NY,YY']);
  examiner.list({ all: true, where: 'open', from: 0 });
  work();
  expect(listed()).toEqual([2, 'YN,YY']);
  examiner.list({ all: false, where: 'open', from: 0 });
  work();
  expect(listed()).toEqual([0, '']);
});

test('how sure it is comes of all readings, with what it rests on; put away, it is gone', () => {
  const { examiner, work } = agency();
  examiner.examine(GATE);
  work();
  examiner.assure({ orders: 'groups', origins: [] });
  expect(examiner.assuring.now()).toEqual({ kind: 'going', done: 0 });
  work();
  const assured = examiner.assuring.now();
  if (assured.kind !== 'there') throw new RangeError(assured.kind);
  // Each maker’s one aim is assumed: NN holds with both and beside others without.
  expect(assured.said.says).toContain('4 readings');
  expect(assured.said.concepts[0]?.states[0]).toMatchObject({ pattern: 'NN', share: 1, word: 'all' });
  expect(assured.said.rests.join(' ')).toContain('Without the assumption');
  examiner.endAssuring();
  expect(examiner.assuring.now()).toEqual({ kind: 'none' });
});

test('an aim that decides nothing is named', () => {
  const { examiner, work } = agency();
  const [north, south] = GATE.makers;
  examiner.examine({ ...GATE, makers: [{ ...north, prefers: [{ that: 'open' }, { that: 'not open' }] }, south] });
  work();
  expect(examiner.state.now().asides?.idle).toEqual([{ maker: 0, aim: 1, how: 'settled' }]);
});
