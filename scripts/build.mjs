// Builds what the sources say when they have changed since the last build; otherwise does nothing.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, root, run } from './install.mjs';

const stamp = join(root, 'node_modules', '.entente-build');
const folders = ['core/src', 'reading/src', 'reading/lexicon', 'desk/src', 'scripts'].filter((folder) =>
  existsSync(join(root, folder)),
);
const files = ['package-lock.json', 'tsconfig.json', 'tsconfig.base.json'];

const sources = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts$/.test(entry.name) && !/[\\/]generated$/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const fingerprint = () => {
  const hash = createHash('sha256');
  for (const file of [...folders.flatMap(sources), ...files.map((name) => join(root, name))])
    if (existsSync(file))
      hash.update(file.slice(root.length).replaceAll('\\', '/')).update('\0').update(readFileSync(file));
  return hash.digest('hex');
};

const built = () =>
  existsSync(stamp) &&
  ['core', 'reading', 'desk'].every((name) => existsSync(join(root, name, 'dist'))) &&
  readFileSync(stamp, 'utf8');

/** Writes the generated sources (the lexicon as TypeScript): needed before a type check, a test or a build. */
export const generate = async () => {
  const script = join(root, 'scripts', 'lexicon.mjs');
  if (existsSync(script)) await (await import(pathToFileURL(script).href)).writeLexicon();
};

export const build = async () => {
  install();
  await generate();
  const now = fingerprint();
  if (built() === now) return;
  console.error('Building …');
  const status = run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    console.error('The build failed; the compiler says why above.');
    process.exit(1);
  }
  writeFileSync(stamp, now);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
