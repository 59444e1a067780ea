import { execFileSync } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutNetwork } from '../apart/no-network.ts';

// Tries, as a reader that was taken over would, what a reader must not do; prints what came of it.
withoutNetwork();

const tried = async (act: () => unknown): Promise<string> => {
  try {
    await act();
    return 'done';
  } catch (error) {
    return error instanceof Error ? ('code' in error ? String(error.code) : error.message) : 'thrown';
  }
};

const port = Number(process.argv[2]);
const found = {
  read: await tried(() => readFileSync('/etc/hosts')),
  write: await tried(() => writeFileSync(join(tmpdir(), 'entente-probe'), 'x')),
  program: await tried(() => execFileSync(process.execPath, ['-v'])),
  socket: await tried(() => connect(port, '127.0.0.1')),
  http: await tried(() => new Promise((done, failed) => get(`http://127.0.0.1:${port}/`, done).on('error', failed))),
  name: await tried(() => lookup('localhost')),
  fetch: await tried(() => globalThis.fetch(`http://127.0.0.1:${port}/`)),
  secrets: Object.keys(process.env).length,
};
process.stdout.write(JSON.stringify(found));
