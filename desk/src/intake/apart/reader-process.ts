import { withoutNetwork } from './no-network.ts';
import type { Answer, Ask } from './protocol.ts';

withoutNetwork();

// after the network is gone: what reads foreign bytes
const { readings } = await import('../read-file.ts');

const say = (answer: Answer) =>
  new Promise<void>((sent) => {
    process.send?.(answer, undefined, {}, () => sent());
  });

const read = async ({ job, bytes, file, place }: Ask): Promise<void> => {
  try {
    for await (const reading of readings(bytes, file, place)) await say({ kind: 'reading', job, reading });
  } catch (error) {
    await say({ kind: 'failed', job, says: error instanceof Error ? error.message.slice(0, 100) : 'unknown fault' });
  }
  await say({ kind: 'done', job, memory: process.memoryUsage.rss() });
};

process.on('disconnect', () => process.exit(0));
process.on('message', (ask: Ask) => void read(ask));
void say({ kind: 'ready' });
