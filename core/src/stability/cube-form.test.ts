import { expect, test } from 'vitest';
import { type Likeness, random, randomModel } from '../../testing/random-model.ts';
import { spaceOf } from '../conflict/state-space.ts';
import { axisOf } from './cube.ts';
import { axesOf, cubeForm } from './cube-form.ts';
import type { Form } from './form.ts';
import type { GraphModel } from './graph-model.ts';
import { tableForm } from './table-form.ts';

const result = (form: Form, model: GraphModel, maker: number, improving: boolean): Uint32Array[] => {
  const [ranks, best, least, both] = [0, 0, 0, 0].map(() => new Uint32Array(model.size));
  if (!ranks || !best || !least || !both) return [];
  ranks.set(model.ranks[maker] ?? []);
  form.best(maker, ranks, best);
  for (const _ of form.least(maker, ranks, improving, 'legal', least));
  for (const _ of form.least(maker, best, improving, 'legal', both));
  return [best, least, both];
};

const firstDifference = (some: readonly Uint32Array[], others: readonly Uint32Array[]): number =>
  some.map((values, at) => values.findIndex((value, state) => value !== others[at]?.[state])).find((at) => at >= 0) ??
  -1;

const expectSame = (model: GraphModel, mostSweeps?: number): void => {
  const axes = axesOf(model);
  if (axes === undefined) throw new Error('The conflict does not fit a cube');
  const cube = cubeForm(model, axes, mostSweeps);
  const tables = tableForm(model);
  for (const form of [cube, tables]) form.rank(model.ranks);
  for (const maker of model.makers.keys())
    for (const improving of [false, true])
      expect(firstDifference(result(cube, model, maker, improving), result(tables, model, maker, improving))).toBe(-1);
};

const strict = 2 ** 20;
const shapes: readonly [readonly [string, Likeness], ...(readonly [string, Likeness])[]] = [
  ['12 options in 3x4', { options: [4, 4, 4], infeasible: 0, oneWay: 0, listed: 0, tiers: strict }],
  ['12 options in 2x6, sorted by digits', { options: [6, 6], infeasible: 0, oneWay: 0, listed: 0, tiers: strict }],
  ['one maker with 8 of 12 options', { options: [2, 8, 2], infeasible: 0, oneWay: 0, listed: 0, tiers: strict }],
  ['ties', { options: [6, 2, 4], infeasible: 0, oneWay: 0, listed: 0, tiers: 7 }],
  ['a third infeasible', { options: [5, 3, 4], infeasible: 1 / 3, oneWay: 0, listed: 0, tiers: 300 }],
  ['one-way options', { options: [4, 3, 4], infeasible: 0, oneWay: 0.4, listed: 0, tiers: 40 }],
  ['all of it, six makers', { options: [2, 2, 0, 3, 2, 3], infeasible: 0.6, oneWay: 0.3, listed: 0, tiers: 90 }],
];

test.each(shapes)('cube and tables give the same: %s', (_, likeness) => {
  const next = random(shapes.findIndex((shape) => shape[1] === likeness));
  for (let time = 0; time < 3; time++) expectSame(randomModel(likeness, next));
});

test('a search that takes too many turns is taken over by the tables', () => {
  for (const [_, likeness] of shapes) expectSame(randomModel(likeness, random(9)), 1);
});

test('a staircase: two opponents take 126 turns to bring about the worst', () => {
  const steps = Array.from({ length: 127 }, (_, step) => (step >>> 1) | (((step + 1) >>> 1) << 6));
  const space = spaceOf(13, Uint32Array.from(steps.flatMap((code) => [code << 1, (code << 1) | 1])).sort());
  const { makers, listed } = randomModel({ ...shapes[0][1], options: [1, 1, 1] }, random(0));
  const model: GraphModel = {
    ...space,
    makers,
    listed,
    options: [],
    masks: [1, 63 << 1, 63 << 7],
    forward: 0,
    backward: 0,
    ranks: makers.map((_, maker) =>
      Uint32Array.from({ length: space.size }, (_, state) => (maker === 0 ? state + 1 : space.size - state)),
    ),
  };
  const cube = cubeForm(
    model,
    makers.flatMap((_, maker) => axisOf(model, maker) ?? []),
  );
  const tables = tableForm(model);
  for (const form of [cube, tables]) {
    form.rank(model.ranks);
    expect(result(form, model, 0, true)[1]?.[model.size - 1]).toBe(2);
  }
});
