import { expect, test } from 'vitest';
import type { Conflict } from '../conflict/conflict.ts';
import { stateOfPattern } from '../conflict/state-space.ts';
import type { Formula, Preference, PreferenceStatement } from '../preference/preference.ts';
import { compile } from '../stability/compile.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import { CONCEPTS, makerId, optionId, originId, statementId } from '../vocabulary.ts';
import { makerReadings, type Openness, readingCount, sampledReading } from './maker-reading.ts';
import { seeded } from './random.ts';
import { restsOn } from './rests-on.ts';
import { type Robustness, type RobustnessQuestion, robustness, shareWord, wilson } from './robustness.ts';

const option = (id: string): Formula => ({ kind: 'option', option: optionId(id) });
const not = (of: Formula): Formula => ({ kind: 'not', of });
const aim = (that: Formula, text: string, more: Partial<PreferenceStatement> = {}): PreferenceStatement => ({
  that,
  text,
  because: [],
  assumed: false,
  ...more,
});
const prefers = (...groups: PreferenceStatement[][]): Preference => ({ kind: 'statements', groups });

/** Two makers with one option each; what they want is given. */
const conflictOf = (one: Preference, two: Preference): Conflict => ({
  title: 'two by two',
  infeasible: [],
  statusQuo: 'NN',
  makers: [one, two].map((preference, at) => ({
    id: makerId(`m${at}`),
    name: `Maker ${at}`,
    options: [{ id: optionId(`o${at}`), name: 'act', moves: 'both' as const, because: [] }],
    prefers: preference,
  })),
});

const modelOf = (conflict: Conflict): GraphModel => {
  const model = compile(conflict);
  if (!model.ok) throw new Error(model.problems.map(({ says }) => says).join('\n'));
  return model.value;
};

const sure = (conflict: Conflict, question: RobustnessQuestion): Robustness => {
  const search = robustness(conflict, modelOf(conflict), question);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
};

const share = (conflict: Conflict, result: Robustness, concept: string, pattern: string) =>
  result.sureness.find((one) => one.concept === concept)?.shares[stateOfPattern(modelOf(conflict), pattern)];

/** Maker 0 wants to act and wants maker 1 never to act alone; both aims equal, so either may come first. */
const open = conflictOf(
  prefers([
    aim(option('o0'), 'act'),
    aim({ kind: 'not', of: { kind: 'and', of: [option('o0'), option('o1')] } }, 'never both'),
  ]),
  prefers([aim(option('o1'), 'act')]),
);

test('an order left open: each order counts as one reading', () => {
  // Maker 1 always acts. Then maker 0 stands between NY and YY: “act” first makes it act (YY), “never both” first makes it hold back.
  const result = sure(open, { concepts: ['nash'] });
  expect(result.readings).toBe(2);
  expect(share(open, result, 'nash', 'YY')).toBe(0.5);
  expect(share(open, result, 'nash', 'NY')).toBe(0.5);
  expect(share(open, result, 'nash', 'NN')).toBe(0);
});

test('as written, with no orders open, a group of equals is a tie and both hold', () => {
  const result = sure(open, { concepts: ['nash'], orders: 'none' });
  expect(result.readings).toBe(1);
  expect([share(open, result, 'nash', 'YY'), share(open, result, 'nash', 'NY')]).toEqual([1, 1]);
});

test('an assumption may be in or out', () => {
  const conflict = conflictOf(
    prefers([aim(not(option('o0')), 'rest', { assumed: true })], [aim(option('o0'), 'act')]),
    prefers([aim(option('o1'), 'act')]),
  );
  // In: maker 0 rests (NY). Out: it acts (YY).
  const result = sure(conflict, { concepts: ['nash', 'seq'] });
  expect(result.readings).toBe(2);
  for (const concept of ['nash', 'seq'])
    expect([share(conflict, result, concept, 'NY'), share(conflict, result, concept, 'YY')]).toEqual([0.5, 0.5]);
  expect(sure(conflict, { concepts: ['nash'], assumptions: false }).readings).toBe(1);
});

const wide: Openness = { orders: 'all', assumptions: true };
const three = prefers(
  [aim(option('o0'), 'a')],
  [aim(option('o1'), 'b', { assumed: true }), aim(not(option('o0')), 'c', { assumed: true })],
);

test('readings are counted as they are listed', () => {
  // No assumption kept: 1 order; one of two kept: 2 × 2!; both kept: 3!; together 1 + 4 + 6.
  expect(readingCount(three, wide)).toBe(11);
  expect([...makerReadings(three, wide)].length).toBe(11);
  for (const orders of ['none', 'groups', 'all'] as const)
    for (const assumptions of [true, false])
      expect([...makerReadings(three, { orders, assumptions })].length).toBe(
        readingCount(three, { orders, assumptions }),
      );
});

test('a sampled reading is any reading, each equally likely', () => {
  const random = seeded(3);
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 11_000; draw++) {
    const reading = sampledReading(three, wide, random);
    const key =
      reading.kind === 'statements'
        ? reading.groups
            .flat()
            .map(({ text }) => text)
            .join('')
        : '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(['a', 'ab', 'abc', 'ac', 'acb', 'ba', 'bac', 'bca', 'ca', 'cab', 'cba']);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('sampling comes near to counting, within its interval, and the same seed gives the same', () => {
  const exact = sure(open, { concepts: ['seq'] });
  const sampled = sure(open, { concepts: ['seq'], most: 1, samples: 400, seed: 11 });
  expect(sampled.sureness[0]?.exact).toBe(false);
  expect(sampled.sampled).toBe(400);
  const [, one] = [exact.sureness[0], sampled.sureness[0]];
  exact.sureness[0]?.shares.forEach((value, state) => {
    expect(one?.low?.[state]).toBeLessThanOrEqual(value);
    expect(one?.high?.[state]).toBeGreaterThanOrEqual(value);
  });
  expect(sure(open, { concepts: ['seq'], most: 1, samples: 400, seed: 11 })).toEqual(sampled);
});

test('counted apart and multiplied, or jointly: the same share', () => {
  const conflict = conflictOf(three, open.makers[0]?.prefers ?? { kind: 'unknown' });
  const apart = sure(conflict, { ...wide, concepts: ['nash', 'gmr', 'smr'] });
  const model = modelOf(conflict);
  const readings = conflict.makers.map(({ prefers: preference }) => [...makerReadings(preference, wide)]);
  for (const { concept, shares } of apart.sureness) {
    const joint = new Float64Array(model.size);
    for (const one of readings[0] ?? [])
      for (const two of readings[1] ?? []) {
        const read = sure(conflictOf(one, two), { concepts: [concept], orders: 'none', assumptions: false });
        read.sureness[0]?.shares.forEach((value, state) => {
          joint[state] = (joint[state] ?? 0) + value / apart.readings;
        });
      }
    shares.forEach((value, state) => {
      expect(value).toBeCloseTo(joint[state] ?? -1, 12);
    });
  }
});

test('stopped, it keeps what is finished', () => {
  const search = robustness(open, modelOf(open), { concepts: CONCEPTS });
  search.next();
  const step = search.next(true);
  expect(step.done && step.value.stopped).toBe(true);
});

test('Wilson interval of 8 in 10, by hand', () => {
  // z² = 3.841459; middle (0.8 + 0.192073) / 1.384146 = 0.716740, half 1.959964 / 1.384146 × √(0.016 + 0.009604) = 0.226577
  const [low, high] = wilson(8, 10);
  expect(low).toBeCloseTo(0.490163, 4);
  expect(high).toBeCloseTo(0.943317, 4);
});

test('shares are said in words', () => {
  expect([1, 0.7, 0.3, 0.05, 0].map(shareWord)).toEqual(['all', 'most', 'some', 'few', 'no']);
});

test('an equilibrium that rests on one origin falls with it, and one that does not stays', () => {
  const conflict = conflictOf(
    prefers(
      [aim(not(option('o0')), 'rest', { because: [statementId('s1')] })],
      [aim(option('o0'), 'act', { assumed: true })],
    ),
    prefers([aim(option('o1'), 'act', { because: [statementId('s1'), statementId('s2')] })]),
  );
  const origins = new Map([
    [statementId('s1'), originId('kyodo')],
    [statementId('s2'), originId('yonhap')],
  ]);
  const model = modelOf(conflict);
  const rests = restsOn(conflict, model, 'nash', origins);
  const [ny, yy] = ['NY', 'YY'].map((pattern) => (pattern === 'NY' ? 0b10 : 0b11));
  const of = (kind: string, name?: string) =>
    rests.find(({ ground }) => ground.kind === kind && (!name || ('origin' in ground && ground.origin === name)));
  // “rest” stands on s1 alone: without Kyodo maker 0 acts. “act” of maker 1 has a second origin and stays.
  expect(of('origin', 'kyodo')).toMatchObject({ lost: [ny], gained: [yy], ground: { aims: 1 } });
  expect(of('origin', 'yonhap')).toMatchObject({ lost: [], gained: [] });
  // The assumption comes after the aim that decides, so nothing rests on it.
  expect(of('assumption')).toMatchObject({ lost: [], gained: [] });
});
