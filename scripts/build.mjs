// Builds what the sources say when they have changed since the last build; otherwise does nothing.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, root, run } from './install.mjs';

/** What is built, each from its folders and files, each with a stamp of what it was built from. */
const PARTS = {
  desk: {
    folders: ['core/src', 'reading/src', 'reading/lexicon', 'desk/src', 'scripts'],
    files: ['package-lock.json', 'tsconfig.json', 'tsconfig.base.json'],
    made: ['core/dist', 'reading/dist', 'desk/dist'],
    command: [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'],
  },
  web: {
    folders: ['core/src', 'web/src', 'web/public'],
    files: ['package-lock.json', 'web/index.html', 'web/vite.config.ts', 'web/package.json'],
    made: ['web/dist/index.html'],
    command: [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', 'web', '--logLevel', 'warn'],
  },
};

const stampOf = (part) => join(root, 'node_modules', `.entente-build-${part}`);

const sources = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name) && !/[\\/]generated$/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const fingerprint = ({ folders, files }) => {
  const hash = createHash('sha256');
  const there = folders.filter((folder) => existsSync(join(root, folder)));
  for (const file of [...there.flatMap(sources), ...files.map((name) => join(root, name))])
    if (existsSync(file))
      hash.update(file.slice(root.length).replaceAll('\\', '/')).update('\0').update(readFileSync(file));
  return hash.digest('hex');
};

const isBuilt = (part, { made }, now) =>
  existsSync(stampOf(part)) &&
  made.every((name) => existsSync(join(root, ...name.split('/')))) &&
  readFileSync(stampOf(part), 'utf8') === now;

/** Writes the generated sources (the lexicon as TypeScript): needed before a type check, a test or a build. */
export const generate = async () => {
  const script = join(root, 'scripts', 'lexicon.mjs');
  if (existsSync(script)) await (await import(pathToFileURL(script).href)).writeLexicon();
};

export const build = async () => {
  install();
  await generate();
  for (const [part, how] of Object.entries(PARTS)) {
    const now = fingerprint(how);
    if (isBuilt(part, how, now)) continue;
    console.error(`Building ${part} …`);
    if (run(process.execPath, how.command, { stdio: ['ignore', 2, 2] }) !== 0) {
      console.error('The build failed; what is wrong stands above.');
      process.exit(1);
    }
    writeFileSync(stampOf(part), now);
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
