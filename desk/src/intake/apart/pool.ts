import { availableParallelism } from 'node:os';
import type { Reading } from '../read-file.ts';
import type { Ask } from './protocol.ts';
import { LIMITS, type Limits, ReaderProcess } from './reader.ts';

interface Waiting {
  readonly ask: Ask;
  readonly resolve: (found: readonly Reading[]) => void;
}

/** Readers that are not needed any more are ended after this, so that a workbench left open holds no memory for them. */
const IDLE = 20_000;

/** A second reader is worth its start only when this many files wait for the first. */
const QUEUE = 3;

/** Processes that read files apart from ours, used again and again: as many as there are processors, four at most. */
export class Readers {
  private readonly limits: Limits;
  private readonly most: number;
  private readonly idle: ReaderProcess[] = [];
  private readonly busy = new Set<ReaderProcess>();
  private readonly queue: Waiting[] = [];
  private jobs = 0;
  private closing: NodeJS.Timeout | undefined;
  private readonly atExit = () => this.close();

  constructor(limits: Limits = LIMITS, most = Math.min(4, availableParallelism())) {
    this.limits = limits;
    this.most = most;
  }

  /** What a file holds; whatever happens to its reader, this ends with readings, the last of which may be a problem. */
  read(bytes: Uint8Array, file: string, place: string): Promise<readonly Reading[]> {
    clearTimeout(this.closing);
    return new Promise((resolve) => {
      this.queue.push({ ask: { job: ++this.jobs, bytes, file, place }, resolve });
      this.next();
    });
  }

  private next(): void {
    const [first] = this.queue;
    if (!first) return;
    const all = this.idle.length + this.busy.size;
    const wanted = all === 0 || (this.idle.length === 0 && this.queue.length >= QUEUE && all < this.most);
    if (all === 0) process.once('exit', this.atExit);
    const reader = this.idle.pop() ?? (wanted ? new ReaderProcess(this.limits) : undefined);
    if (!reader) return;
    this.queue.shift();
    this.busy.add(reader);
    void reader.read(first.ask).then((found) => {
      this.busy.delete(reader);
      if (!reader.ended) this.idle.push(reader);
      first.resolve(found);
      this.next();
      if (this.busy.size === 0) this.closing = setTimeout(() => this.close(), IDLE).unref();
    });
  }

  /** Ends the readers that wait; those at work end with it, their files told as stopped. */
  close(): void {
    process.removeListener('exit', this.atExit);
    for (const reader of [...this.idle.splice(0), ...this.busy]) reader.end();
  }
}

let shared: Readers | undefined;

/** The readers of this process. */
export const readers = (): Readers => {
  shared ??= new Readers();
  return shared;
};
