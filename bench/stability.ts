import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { exponent, machine } from './shared/machine.ts';
import { inBrowser } from './stability/browser.ts';

interface Measured {
  readonly states: number;
  /** Of the first run of a fresh process, before the machine code is as good as it gets. */
  readonly firstSeconds: number;
  /** Median of the runs after it; of the first where it is the only one. */
  readonly seconds: number;
  /** The same by the processor's clock: what it takes on a machine that does nothing else. */
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

interface Row extends Measured {
  readonly kind: string;
  readonly makers: number;
  readonly options: number;
}

const KINDS = ['all feasible', 'a third infeasible, one-way'];
const MAKERS = [2, 3, 4, 6];
const runsFor = (options: number): number => (options <= 12 ? 31 : options <= 16 ? 11 : options <= 20 ? 3 : 1);

/** What a script beside this one prints, run in a process of its own. */
const apart = (script: string, ...args: readonly (string | number)[]) => {
  const file = fileURLToPath(new URL(`stability/${script}.js`, import.meta.url));
  const done = spawnSync(process.execPath, [file, ...args.map(String)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (done.status !== 0) throw new Error(`${script} ${args.join(' ')}: exit ${done.status}`);
  return JSON.parse(done.stdout);
};

const measure = (options: number, makers: number, kind: number): Measured =>
  apart('one', options, makers, kind, runsFor(options));

/** The four classical concepts for all makers, from ranks in memory to the sets of stable states. */
export const bench = async (args: readonly string[]) => {
  const quick = args.includes('--quick');
  const sizes = quick ? [12, 14, 16, 18] : [12, 16, 20, 22, 24];
  const rows: Row[] = [];
  for (const [kind, name] of KINDS.entries())
    for (const makers of MAKERS)
      for (const options of sizes) {
        process.stderr.write(`${name}: ${makers} makers, ${options} options\n`);
        rows.push({ kind: name, makers, options, ...measure(options, makers, kind) });
      }
  const growth = KINDS.flatMap((kind) =>
    MAKERS.map((makers) => {
      const series = rows.filter((row) => row.kind === kind && row.makers === makers && row.options >= 16);
      return { kind, makers, exponent: exponent(series.map(({ states, cpuSeconds }) => [states, cpuSeconds])) };
    }),
  );
  process.stderr.write('again and again, and in a browser\n');
  const again = apart('again', quick ? 5000 : 100000);
  const browser = await inBrowser(quick ? [12, 16] : [12, 16, 20], 3, 'all feasible');
  return {
    bench: 'stability',
    machine: machine(),
    concepts: ['nash', 'gmr', 'smr', 'seq'],
    rows,
    growth,
    again,
    ...(browser && { browser }),
  };
};
