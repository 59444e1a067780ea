import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Coder } from '@entente/core/statement/statement';
import type { Outcome } from '@entente/core/vocabulary';
import { createStore, openStore } from 'entente/store/open-store';
import type { Wish } from 'entente/store/record';
import type { Store } from 'entente/store/store';
import { verifyStore } from 'entente/store/verify-store';
import { madeUpDossier } from './shared/dossier.ts';
import { machine } from './shared/machine.ts';

const ANNA: Coder = { kind: 'person', name: 'Anna' };
const READER: Coder = { kind: 'rule', name: 'reader' };

const done = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ says }) => says).join('\n'));
  return outcome.value;
};

/** Wall time and processor time of one thing, in milliseconds. */
const timed = async <Value>(act: () => Promise<Value>) => {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const value = await act();
  const { user, system } = process.cpuUsage(used);
  return { value, ms: performance.now() - began, cpu: (user + system) / 1000 };
};

const round = (figure: number): number => Math.round(figure * 10) / 10;

const quantile = (figures: readonly number[], share: number): number =>
  [...figures].sort((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * share))] ?? Number.NaN;

const summary = (times: readonly { readonly ms: number; readonly cpu: number }[]) => ({
  times: times.length,
  ms: {
    p50: round(
      quantile(
        times.map(({ ms }) => ms),
        0.5,
      ),
    ),
    p95: round(
      quantile(
        times.map(({ ms }) => ms),
        0.95,
      ),
    ),
    most: round(Math.max(...times.map(({ ms }) => ms))),
  },
  cpuMs: {
    p50: round(
      quantile(
        times.map(({ cpu }) => cpu),
        0.5,
      ),
    ),
    p95: round(
      quantile(
        times.map(({ cpu }) => cpu),
        0.95,
      ),
    ),
  },
});

const once = ({ ms, cpu }: { readonly ms: number; readonly cpu: number }) => ({ ms: round(ms), cpuMs: round(cpu) });

const AT_ONCE = 500;

/** Fills a dossier through the same door as everybody: capture, codebook, suggestions, coding. */
const fill = async (store: Store, documents: number): Promise<number> => {
  const made = madeUpDossier();
  const put =
    (kind: Wish['kind']) =>
    (after: { readonly id: string }): Wish => ({ kind, id: after.id, after });
  done(await store.write(ANNA, 'codebook', [...made.actors.map(put('actor')), ...made.issues.map(put('issue'))]));
  let statements = 0;
  for (let from = 0; from < documents; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, documents - from) }, (_, at) => made.document(from + at));
    const encoder = new TextEncoder();
    done(
      await store.capture(
        ANNA,
        some.map(({ document }) => ({ document, bytes: encoder.encode(document.text) })),
      ),
    );
    const coded = some.flatMap((one) => one.statements);
    done(await store.suggest(READER, coded.filter(({ status }) => status === 'suggested').map(put('statement'))));
    done(await store.write(ANNA, 'code', coded.filter(({ status }) => status !== 'suggested').map(put('statement'))));
    statements += coded.length;
  }
  return statements;
};

const QUERIES = [
  ...[
    'truce',
    'referendum fleet',
    '"officials said"',
    'Ruritania told Graustark',
    'kamor*',
    'sotin -harbour',
    'people',
  ],
  ...[
    '"border near" kakaka',
    'delso',
    'amnesty corridor dam',
    'report 777',
    'heard',
    'bar*',
    'movilo',
    'Zenda pipeline',
  ],
];

/** Opening, searching, coding and the matrix of a large dossier. `--documents 10000` (twenty statements each), `--quick` for 500. */
export const bench = async (args: readonly string[]) => {
  const given = Number(args[args.indexOf('--documents') + 1]);
  const documents = args.includes('--quick') ? 500 : args.includes('--documents') && given > 0 ? given : 10_000;
  const home = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  const folder = join(home, 'dossier');
  try {
    const made = done(await createStore(folder, { title: 'Made up' }, ANNA));
    const filled = await timed(() => fill(made, documents));
    await made.close();
    const opened = await timed(async () => done(await openStore(folder)));
    const store = opened.value;
    const listed = await timed(() => store.documents({ limit: 100 }));
    const search = [];
    for (let round = 0; round < 10; round++)
      for (const [at, words] of QUERIES.entries())
        search.push(
          await timed(() =>
            store.search(words, { in: (round + at) % 2 === 0 ? 'documents' : 'statements', limit: 50 }),
          ),
        );
    const first = await timed(() => store.positions());
    const again = [];
    const coding = [];
    const { rows } = await store.statements({ status: 'suggested', limit: 100 });
    for (const statement of rows) {
      const wish: Wish = { kind: 'statement', id: statement.id, after: { ...statement, status: 'accepted' } };
      coding.push(await timed(() => store.write(ANNA, 'accept', [wish])));
      again.push(await timed(() => store.positions()));
    }
    const dates = Array.from({ length: 24 }, (_, at) => `20${14 + (at % 8)}-${String(1 + (at % 12)).padStart(2, '0')}`);
    const newDate = [];
    for (const date of dates) newDate.push(await timed(() => store.positions(date)));
    const sameDate = [];
    for (const date of [...dates, ...dates]) sameDate.push(await timed(() => store.positions(date)));
    const backup = await timed(() => store.backup(join(home, 'backup')));
    done(backup.value);
    const closed = await timed(() => store.close());
    const verified = await timed(() => verifyStore(folder));
    const { size } = await stat(join(folder, 'dossier.sqlite'));
    return {
      machine: machine(),
      sizes: { documents, statements: filled.value, databaseMiB: round(size / 2 ** 20), cells: first.value.length },
      fill: { ...once(filled), documentsPerSecond: round((documents / filled.ms) * 1000) },
      open: once(opened),
      listOf100Documents: once(listed),
      search: summary(search),
      acceptOneStatement: summary(coding),
      positions: {
        first: once(first),
        afterEachStatement: summary(again),
        newDate: summary(newDate),
        sameDate: summary(sameDate),
      },
      backup: once(backup),
      close: once(closed),
      verify: { ...once(verified), problems: verified.value.problems.length },
      memoryMiB: round(process.memoryUsage().rss / 2 ** 20),
    };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
};
