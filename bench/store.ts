import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Coder } from '@entente/core/statement/statement';
import type { Outcome } from '@entente/core/vocabulary';
import { briefPage } from 'entente/http/brief-of';
import { deskOn } from 'entente/http/desk';
import { createStore, openStore } from 'entente/store/open-store';
import type { Wish } from 'entente/store/record';
import type { Store } from 'entente/store/store';
import { verifyStore } from 'entente/store/verify-store';
import { madeUpDossier } from './shared/dossier.ts';
import { load, machine } from './shared/machine.ts';

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

interface Timed {
  readonly ms: number;
  readonly cpu: number;
}

const summary = (times: readonly Timed[]) => ({
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

const once = ({ ms, cpu }: Timed) => ({ ms: round(ms), cpuMs: round(cpu) });

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
  done(await store.putDerivations(READER, made.derivations(documents)));
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

const DATES = Array.from({ length: 96 }, (_, at) => {
  const [year, month, day] = [2013 + (at % 8), 1 + (at % 12), 1 + ((at * 7) % 28)];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
});

const searched = async (store: Store) => {
  const found = [];
  for (let round = 0; round < 10; round++)
    for (const [at, words] of QUERIES.entries()) {
      const options = { in: (round + at) % 2 === 0 ? ('documents' as const) : ('statements' as const), limit: 50 };
      found.push(await timed(() => store.search(words, options)));
    }
  return found;
};

/** Opens a dossier, asks it one thing, and closes it. */
const afterOpening = async <Value>(folder: string, ask: (store: Store) => Promise<Value>) => {
  const store = done(await openStore(folder));
  const found = await timed(() => ask(store));
  await store.close();
  return once(found);
};

/** Accepts suggestions one by one, and looks at the matrix after each. */
const coded = async (store: Store) => {
  const [accepting, matrix] = [[] as Timed[], [] as Timed[]];
  const { rows } = await store.statements({ status: 'suggested', limit: 100 });
  for (const [at, statement] of rows.entries()) {
    const wish: Wish = { kind: 'statement', id: statement.id, after: { ...statement, status: 'accepted' } };
    accepting.push(await timed(() => store.write(ANNA, 'accept', [wish])));
    matrix.push(await timed(() => store.positions(DATES[at % DATES.length])));
  }
  return { acceptOneStatement: summary(accepting), matrixAfterIt: summary(matrix) };
};

/** Adds documents with their suggestions one by one, and looks at the matrix after each. */
const added = async (store: Store, from: number) => {
  const made = madeUpDossier();
  const [adding, matrix] = [[] as Timed[], [] as Timed[]];
  for (let number = from; number < from + 20; number++) {
    const { document, statements } = made.document(number);
    const wishes = statements.map((one): Wish => {
      const after = { ...one, status: 'suggested', coder: READER };
      return { kind: 'statement', id: one.id, after };
    });
    adding.push(
      await timed(async () => {
        done(await store.capture(ANNA, [{ document, bytes: new TextEncoder().encode(document.text) }]));
        done(await store.suggest(READER, wishes));
      }),
    );
    matrix.push(await timed(() => store.positions(DATES[number % DATES.length])));
  }
  return { addOneDocument: summary(adding), matrixAfterIt: summary(matrix) };
};

/** Opening, searching, coding and the matrix of a large dossier. `--documents 10000` (twenty statements each), `--quick` for 500. */
export const bench = async (args: readonly string[]) => {
  const given = Number(args[args.indexOf('--documents') + 1]);
  const documents = args.includes('--quick') ? 500 : args.includes('--documents') && given > 0 ? given : 10_000;
  const home = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  const folder = join(home, 'dossier');
  const loads = [load()];
  try {
    const made = done(await createStore(folder, { title: 'Made up' }, ANNA));
    const filled = await timed(() => fill(made, documents));
    await made.close();
    loads.push(load());
    const first = {
      matrixAtADate: await afterOpening(folder, (store) => store.positions('2018-03-04')),
      matrix: await afterOpening(folder, (store) => store.positions()),
      hundredDocuments: await afterOpening(folder, (store) => store.documents({ limit: 100 })),
      brief: await afterOpening(folder, (store) => briefPage(deskOn(store, ANNA))),
    };
    const opened = await timed(async () => done(await openStore(folder)));
    const store = opened.value;
    const cells = (await store.positions()).length;
    const search = await searched(store);
    const anyDate = [];
    for (const date of DATES) anyDate.push(await timed(() => store.positions(date)));
    const coding = await coded(store);
    const adding = await added(store, documents);
    loads.push(load());
    const backup = await timed(() => store.backup(join(home, 'backup')));
    done(backup.value);
    const memoryMiB = round(process.memoryUsage().rss / 2 ** 20);
    const closed = await timed(() => store.close());
    const verified = await timed(() => verifyStore(folder));
    loads.push(load());
    const { size } = await stat(join(folder, 'dossier.sqlite'));
    return {
      machine: machine(),
      loadAverages: loads,
      sizes: { documents, statements: filled.value, databaseMiB: round(size / 2 ** 20), cells },
      fill: { ...once(filled), documentsPerSecond: round((documents / filled.ms) * 1000) },
      open: once(opened),
      firstAfterOpening: first,
      search: summary(search),
      matrixAtADateNotAskedBefore: summary(anyDate),
      coding,
      adding,
      backup: once(backup),
      close: once(closed),
      verify: { ...once(verified), problems: verified.value.problems.length },
      memoryMiB,
    };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
};
