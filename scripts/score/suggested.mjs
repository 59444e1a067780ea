import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../install.mjs';

/** What `entente read` suggests for files, with the issues of a list or, without one, with those that it puts forward. */
export const suggestions = (files, issues) => {
  const read = spawnSync(
    process.execPath,
    [
      join(root, 'desk', 'bin', 'entente.mjs'),
      'read',
      ...files,
      ...(issues === undefined ? [] : ['--codebook', issues]),
      '--jsonl',
    ],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 },
  );
  if (read.status !== 0) throw new Error(`entente read ended with ${read.status}.`);
  return read.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

/** The folders of coded reports that are here: name, folder of the texts, folder of the codings. “fresh” is kept for a last count. */
export const sets = (fresh) => {
  const shared = join(root, '..', 'shared');
  const own = join(root, 'reading', 'evaluation');
  const folders = readdirSync(own, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (fresh || entry.name !== 'fresh'))
    .map(({ name }) => ({ name, texts: join(own, name), codings: join(own, name) }));
  return [{ name: 'gold', texts: join(shared, 'corpus'), codings: join(shared, 'gold') }, ...folders];
};

export const isHere = ({ texts, codings }) => existsSync(texts) && existsSync(join(codings, 'issues.json'));

/** The texts of a set and what a person coded in each. */
export const codedIn = ({ texts, codings }) =>
  readdirSync(texts)
    .filter((name) => /^\d{3}\.txt$/.test(name))
    .map((file) => ({
      file,
      path: join(texts, file),
      gold: JSON.parse(readFileSync(join(codings, file.replace('.txt', '.json')), 'utf8')),
    }));
