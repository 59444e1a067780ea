import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { done } from '../contract/subject.ts';
import { openStore } from '../open-store.ts';
import { verifyStore } from '../verify-store.ts';

/** How often a process that works on a dossier is killed; `ENTENTE_KILLS=1000` for more. */
const KILLS = Number(process.env['ENTENTE_KILLS'] ?? 200);
/** Kills of processes that work on the same dossier, one after the other. */
const ON_ONE = 20;
const AT_A_TIME = 2;

const ROOT = resolve(import.meta.dirname, '../../../..');

let root = '';
let worker = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-kill-'));
  const outDir = join(ROOT, 'node_modules', '.entente-kill', String(process.pid)); // beside libsql, which is loaded from there
  await build({
    ...{ root: ROOT, configFile: false, logLevel: 'silent' },
    resolve: { conditions: ['source', 'node'] },
    ssr: { noExternal: true, external: ['libsql'], resolve: { conditions: ['source', 'node'] } },
    build: {
      ...{ ssr: join(import.meta.dirname, 'work.ts'), outDir, emptyOutDir: true, minify: false, target: 'node20' },
    },
  });
  const [file] = (await readdir(outDir)).filter((name) => /^work\.m?js$/.test(name));
  worker = join(outDir, file ?? 'work.js');
}, 120_000);

afterAll(async () => {
  await rm(resolve(worker, '..'), { recursive: true, force: true });
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
});

interface Said {
  readonly entries: readonly { readonly seq: number; readonly hash: string }[];
  readonly backups: readonly string[];
  readonly complaint: string;
}

/** Lets a process work on a dossier and kills it some time after it has begun to say something, or before. */
const killed = (folder: string, seed: number, after: number): Promise<Said> =>
  new Promise((end, fail) => {
    const child = spawn(process.execPath, [worker, folder, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, complaint] = ['', ''];
    let timer: NodeJS.Timeout | undefined;
    const kill = () => child.kill('SIGKILL');
    const early = setTimeout(kill, 20_000);
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString();
      timer ??= setTimeout(kill, after);
    });
    child.stderr.on('data', (piece: Buffer) => {
      complaint += piece.toString();
    });
    child.on('error', fail);
    child.on('close', () => {
      clearTimeout(early);
      clearTimeout(timer);
      const lines = out.split('\n').slice(0, -1); // a line that was cut off was not acknowledged
      end({
        complaint,
        entries: lines.flatMap((line) => {
          const [, seq, hash] = /^entry (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
          return seq !== undefined && hash !== undefined ? [{ seq: Number(seq), hash }] : [];
        }),
        backups: lines.flatMap((line) => /^backup (.+)$/.exec(line)?.[1] ?? []),
      });
    });
  });

/** Everything that was acknowledged is there, and nothing is half there. */
const checked = async (folder: string, { entries }: Said, home: string): Promise<void> => {
  const store = done(await openStore(folder));
  const log = new Map((await store.log({ limit: 1_000_000 })).map(({ seq, hash }) => [seq, hash]));
  for (const { seq, hash } of entries) expect(log.get(seq), `entry ${seq}`).toBe(hash);
  await store.close();
  expect((await verifyStore(folder)).problems).toEqual([]);
  for (const name of await readdir(home))
    if (name.startsWith('backup-')) {
      expect((await verifyStore(join(home, name))).problems, name).toEqual([]);
      await rm(join(home, name), { recursive: true });
    } else if (name.startsWith('.')) await rm(join(home, name), { recursive: true }); // a copy that was cut off never had its name
};

/** A sequence of processes on one dossier, each killed at a moment of its own. */
const generation = async (first: number, kills: number): Promise<number> => {
  const home = await mkdtemp(join(root, 'one-'));
  let acknowledged = 0;
  for (let at = 0; at < kills; at++) {
    const seed = first + at;
    const said = await killed(join(home, 'dossier'), seed, (seed * 7919) % 97);
    expect(said.complaint, `run ${seed}`).toBe('');
    await checked(join(home, 'dossier'), said, home);
    acknowledged += said.entries.length;
  }
  await rm(home, { recursive: true });
  return acknowledged;
};

test(`kill -9, ${KILLS} times, while capturing, coding, merging, undoing and copying: what was acknowledged is there, nothing is half there`, {
  timeout: KILLS * 10_000,
}, async () => {
  const starts = Array.from({ length: Math.ceil(KILLS / ON_ONE) }, (_, at) => at * ON_ONE);
  let acknowledged = 0;
  const lane = async (): Promise<void> => {
    for (let first = starts.shift(); first !== undefined; first = starts.shift())
      acknowledged += await generation(first, Math.min(ON_ONE, KILLS - first));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  expect(acknowledged).toBeGreaterThanOrEqual(KILLS);
});

/** Lets a process work until the disk gives it no more; it must end by itself, with a clear word. */
const starved = (command: readonly string[]): { readonly said: Said; readonly complaint: string } => {
  const [program = '', ...args] = command;
  const ran = spawnSync(program, args, { timeout: 120_000, maxBuffer: 2 ** 26 });
  const lines = ran.stdout.toString().split('\n').slice(0, -1);
  const complaint = ran.stderr.toString();
  const entries = lines.flatMap((line) => {
    const [, seq, hash] = /^entry (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
    return seq !== undefined && hash !== undefined ? [{ seq: Number(seq), hash }] : [];
  });
  return { said: { entries, backups: [], complaint: '' }, complaint };
};

test.skipIf(process.platform === 'win32')(
  'a file that may not grow: told, and everything before it is there',
  { timeout: 180_000 },
  async () => {
    const home = await mkdtemp(join(root, 'limit-'));
    const folder = join(home, 'dossier');
    const limited = `ulimit -f 2000 && exec "$0" "$@"`;
    const { said, complaint } = starved(['sh', '-c', limited, process.execPath, worker, folder, '4711']);
    expect(complaint).toMatch(/store\/(?:disk|disk-full|file-too-large)\b/);
    expect(said.entries.length).toBeGreaterThan(3);
    await checked(folder, said, home);
  },
);

const mounted = async (folder: string, size: string): Promise<boolean> => {
  await mkdir(folder);
  return (
    process.platform === 'linux' &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0
  );
};

test('a full disk, where one can be made: told, and everything before it is there', {
  timeout: 180_000,
}, async (context) => {
  const home = await mkdtemp(join(root, 'full-'));
  const disk = join(home, 'disk');
  if (!(await mounted(disk, '3m'))) return context.skip();
  try {
    const { said, complaint } = starved([process.execPath, worker, join(disk, 'dossier'), '4712']);
    expect(complaint).toMatch(/store\/(?:disk|disk-full)\b/);
    expect(said.entries.length).toBeGreaterThan(3);
    for (const name of await readdir(disk))
      if (name.startsWith('backup-') || name.startsWith('.')) await rm(join(disk, name), { recursive: true });
    await checked(join(disk, 'dossier'), said, disk);
  } finally {
    spawnSync('umount', ['-l', disk]);
  }
});
