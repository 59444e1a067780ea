import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { ANNA, type Subject } from './contract/subject.ts';
import { CASES } from './contract.ts';
import { createStore, openStore } from './open-store.ts';
import type { Store } from './store.ts';

const made: string[] = [];
const open = new Set<Store>();
afterAll(async () => {
  for (const store of open) await store.close();
  for (const folder of made) await rm(folder, { recursive: true, maxRetries: 5 });
});

const kept = (outcome: Awaited<ReturnType<typeof openStore>>): Store => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  open.add(outcome.value);
  return outcome.value;
};

const subject: Subject = {
  fresh: async () => {
    const root = await mkdtemp(join(tmpdir(), 'entente-store-'));
    made.push(root);
    return kept(await createStore(join(root, 'dossier'), { title: 'The strait' }, ANNA));
  },
  reopened: async (store) => {
    await store.close();
    open.delete(store);
    return kept(await openStore(store.folder));
  },
};

describe('a dossier in SQLite', () => {
  for (const { name, run } of CASES) test(name, () => run(subject));
});
