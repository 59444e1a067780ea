import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fault } from '../frozen.ts';
import type { Reading } from '../read-file.ts';
import type { Answer, Ask } from './protocol.ts';

/** What a reader may use for one file. */
export interface Limits {
  readonly milliseconds: number;
  /** Bytes of memory, all in all. */
  readonly memory: number;
}

export const LIMITS: Limits = { milliseconds: 40_000, memory: 700 * 1024 * 1024 };

/** Of this, so much may be ordinary objects; the rest is for bytes. */
const HEAP_SHARE = 0.6;

/** A reader that has not begun after this never will. */
const START = 90_000;

/** A reader that holds more after its work makes room for a new one. */
const TIRED = 320 * 1024 * 1024;

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const source = import.meta.url.endsWith('.ts');

/** Where the libraries lie, which an installation may keep elsewhere than in our folder. */
const libraries = (): string => {
  const one = createRequire(import.meta.url).resolve('linkedom');
  return join(one.slice(0, one.lastIndexOf('node_modules')), 'node_modules', '*');
};

/**
 * Reading is allowed for the program's own files alone; writing, starting programs and threads not at all. A path with a comma cannot be
 * said to node, which takes it for two; there only the other limits hold.
 */
const permissions = (): readonly string[] => {
  const known = process.allowedNodeEnvironmentFlags;
  const flag = ['--permission', '--experimental-permission'].find((name) => known.has(name));
  const own = ['core', 'reading', 'desk', 'node_modules', ...(source ? ['scripts'] : [])].map((name) =>
    join(root, name, '*'),
  );
  const paths = [...new Set([...own, libraries()]), `${root}package.json`]; // node breaks off at a path that is given twice
  if (flag === undefined || paths.some((path) => path.includes(','))) return [];
  return [flag, ...paths.map((path) => `--allow-fs-read=${path}`), ...(source ? ['--allow-worker'] : [])];
};

const strips = 'typescript' in process.features && Boolean(process.features.typescript);

/** How a process is started that reads foreign files: little memory, no permissions, none of our environment. */
export const apart = (
  limits: Limits,
): { readonly execArgv: string[]; readonly env: NodeJS.ProcessEnv; readonly cwd: string } => ({
  execArgv: [
    '--no-warnings',
    `--max-old-space-size=${Math.round((limits.memory * HEAP_SHARE) / 1024 / 1024)}`,
    ...permissions(),
    ...(source
      ? [
          '--conditions=source',
          ...(strips ? [] : ['--import', pathToFileURL(join(root, 'scripts', 'typescript.mjs')).href]),
        ]
      : []),
  ],
  env: process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] },
  cwd: tmpdir(),
});

/** The memory of another process; nothing where the system does not say. */
const memoryOf = async (pid: number | undefined): Promise<number | undefined> => {
  if (pid === undefined || process.platform !== 'linux') return undefined;
  try {
    const pages = Number((await readFile(`/proc/${pid}/statm`, 'latin1')).split(' ')[1]);
    return pages * 4096;
  } catch {
    return undefined;
  }
};

interface Job {
  readonly ask: Ask;
  readonly found: Reading[];
  readonly resolve: (found: readonly Reading[]) => void;
  /** When it was begun; nothing while the reader starts. */
  began: number | undefined;
}

/** A process that reads one file at a time and can be ended at any moment. */
export class ReaderProcess {
  private readonly child: ChildProcess;
  private readonly limits: Limits;
  private job: Job | undefined;
  private watch: NodeJS.Timeout | undefined;
  private ready = false;
  private readonly started = performance.now();
  /** True when it takes no more files. */
  ended = false;

  constructor(limits: Limits, entry = new URL(`./reader-process.${source ? 'ts' : 'js'}`, import.meta.url)) {
    this.limits = limits;
    this.child = fork(fileURLToPath(entry), {
      ...apart(limits),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    this.child.on('message', (answer: Answer) => this.hear(answer));
    this.child.on('exit', () =>
      this.leave('It could not be read: its reader stopped. Save it in another format.', 'stopped'),
    );
    this.child.on('error', () => this.leave('It could not be read: no reader could be started.', 'stopped'));
    this.rest();
  }

  /** Lets our process end though this one waits for work. */
  private rest(): void {
    this.child.unref();
    this.child.channel?.unref();
  }

  private hear(answer: Answer): void {
    const { job } = this;
    if (answer.kind === 'ready') {
      this.ready = true;
      if (job) job.began = performance.now();
      return;
    }
    if (!job || answer.job !== job.ask.job) return;
    if (answer.kind === 'reading') job.found.push(answer.reading);
    else if (answer.kind === 'failed')
      this.add('failed', `It cannot be read (${answer.says}). Save it in another format.`);
    else {
      if (answer.memory > TIRED) this.end();
      this.finish();
    }
  }

  private add(code: string, says: string): void {
    const { job } = this;
    if (!job) return;
    const { file, place } = job.ask;
    job.found.push({ file, place, format: 'text', problems: [fault(code, place, says)], notes: [] });
  }

  private finish(): void {
    clearInterval(this.watch);
    const { job } = this;
    this.job = undefined;
    this.rest();
    job?.resolve(job.found);
  }

  private leave(says: string, code: string): void {
    if (this.job) {
      const memory = this.child.signalCode === 'SIGABRT' || this.child.exitCode === 134;
      if (memory) this.add('too-much-memory', this.tooMuch());
      else this.add(code, says);
    }
    this.end();
    this.finish();
  }

  private tooMuch(): string {
    return `Reading it takes more than ${Math.round(this.limits.memory / 1024 / 1024)} MB of memory, so it was stopped. Save only the report, or save it as .txt.`;
  }

  private async look(): Promise<void> {
    const { job, limits } = this;
    if (!job) return;
    if (job.began === undefined && performance.now() - this.started > START) {
      this.stop('stopped', 'It could not be read: its reader takes too long to start. Add it again.');
      return;
    }
    if (job.began !== undefined && performance.now() - job.began > limits.milliseconds) {
      const says = `Reading it takes longer than ${Math.max(1, Math.round(limits.milliseconds / 1000))} s, so it was stopped. Save only the report, or save it as .txt.`;
      this.stop('too-slow', says);
      return;
    }
    const memory = await memoryOf(this.child.pid);
    if (memory !== undefined && memory > limits.memory && this.job === job)
      this.stop('too-much-memory', this.tooMuch());
  }

  private stop(code: string, says: string): void {
    this.add(code, says);
    this.end();
    this.finish();
  }

  read(ask: Ask): Promise<readonly Reading[]> {
    if (this.job || this.ended)
      throw new RangeError(`a reader takes one file at a time, and none once ended; asked for ${ask.file}`);
    return new Promise((resolve) => {
      this.job = { ask, resolve, found: [], began: this.ready ? performance.now() : undefined };
      this.child.ref();
      this.child.channel?.ref();
      this.watch = setInterval(() => void this.look(), 50);
      this.child.send(ask, (error) => {
        if (error) this.leave('It could not be read: its reader stopped. Add it again.', 'stopped');
      });
    });
  }

  end(): void {
    this.ended = true;
    this.child.kill('SIGKILL');
  }
}
