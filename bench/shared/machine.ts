import { cpus, loadavg, totalmem } from 'node:os';

/** What a measurement was taken on. */
export const machine = () => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

/** Processes that run or wait, over the last minute: other work on the machine makes figures by the clock larger. */
export const load = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10;

/** The middle one of some figures. */
export const median = (figures: readonly number[]): number => {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** The power of x with which y grows: the slope of a straight line through the logarithms. */
export const exponent = (points: readonly (readonly [x: number, y: number])[]): number => {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (at: 0 | 1) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const across = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return across / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
};
