// Analyses one conflict of ten options again and again under other preferences: node again.js TIMES
import { ranksByStatements } from '@entente/core/conflict/ranks';
import type { Formula } from '@entente/core/preference/preference';
import { analyser } from '@entente/core/stability/fast-analysis';
import { sizedModel } from './model.ts';

const times = Number(process.argv[2]);
const model = sizedModel(10, 3, 'all feasible');
const places = new Map(model.options.map(({ id }, at) => [id, at]));

/** Each maker wants every second option taken and the others not, in an order of its own. */
const statements = model.makers.map((_, maker) =>
  model.options.map(({ id }, at): { readonly that: Formula } => {
    const option: Formula = { kind: 'option', option: id };
    return { that: (at + maker) % 2 === 0 ? option : { kind: 'not', of: option } };
  }),
);
const ranksOf = (maker: number) =>
  ranksByStatements(
    model,
    places,
    (statements[maker] ?? []).map((statement) => [statement]),
  );

const again = analyser(model);
const ranks = model.makers.map((_, maker) => ranksOf(maker));
const used = process.cpuUsage();
const from = performance.now();
let equilibria = 0;
for (let time = 0; time < times; time++) {
  // One maker puts its last statement somewhere else.
  const maker = time % statements.length;
  const order = statements[maker] ?? [];
  const [last] = order.splice(order.length - 1, 1);
  if (last) order.splice((7 * time) % order.length, 0, last);
  ranks[maker] = ranksOf(maker);
  equilibria += again.analyse(ranks).equilibria.seq?.size ?? 0;
}
const seconds = (performance.now() - from) / 1000;
const { user, system } = process.cpuUsage(used);
process.stdout.write(
  JSON.stringify({ options: 10, makers: 3, times, seconds, cpuSeconds: (user + system) / 1e6, equilibria }),
);
