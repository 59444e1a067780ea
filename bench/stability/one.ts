// Measures one size in a process of its own, so that its peak memory is its own: node one.js OPTIONS MAKERS KIND RUNS
import { fastAnalysis } from '@entente/core/stability/fast-analysis';
import { median } from '../shared/machine.ts';
import { type Kind, sizedModel } from './model.ts';

const kinds: readonly Kind[] = ['all feasible', 'a third infeasible, one-way'];
const [options = '', makers = '', kind = '', runs = ''] = process.argv.slice(2);
const model = sizedModel(Number(options), Number(makers), kinds[Number(kind)] ?? 'all feasible');

interface Timed {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

const timed = (): Timed => {
  const from = performance.now();
  const used = process.cpuUsage();
  fastAnalysis(model);
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - from) / 1000, cpuSeconds: (user + system) / 1e6 };
};

const first = timed();
const later = Array.from({ length: Number(runs) - 1 }, timed);
const counted = later.length > 0 ? later : [first];
process.stdout.write(
  JSON.stringify({
    states: model.size,
    firstSeconds: first.seconds,
    seconds: median(counted.map(({ seconds }) => seconds)),
    cpuSeconds: median(counted.map(({ cpuSeconds }) => cpuSeconds)),
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
