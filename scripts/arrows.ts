import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** The chapters of the core in their order: each may import itself and those before it. */
export const CHAPTERS = [
  'vocabulary',
  'document',
  'statement',
  'chronicle',
  'position',
  'preference',
  'conflict',
  'stability',
  'settlement',
  'picture',
  'report',
];

/** What each package may import of the others. `web` sees the desk's route types alone. */
const PACKAGES: Record<string, readonly string[]> = {
  core: [],
  reading: ['core'],
  desk: ['core', 'reading'],
  web: ['core', 'desk'],
};

const CAP = 300;
const EXEMPT = /(^|\/)(lexicon|cases|fixtures|generated)\//;

export interface Breach {
  readonly file: string;
  readonly says: string;
}

interface SourceFile {
  /** Path below the root, with forward slashes. */
  readonly path: string;
  readonly imports: readonly string[];
  readonly lines: number;
}

const sourceFiles = (root: string): SourceFile[] =>
  Object.keys(PACKAGES).flatMap((name) => {
    const entries = (folder: string): string[] => {
      try {
        return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
          if (entry.name === 'node_modules' || entry.name === 'dist') return [];
          const path = join(folder, entry.name);
          return entry.isDirectory() ? entries(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
        });
      } catch {
        return []; // a package that is not there yet breaks no arrow
      }
    };
    return entries(join(root, name)).map((path) => {
      const text = readFileSync(path, 'utf8');
      const imports = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
      return { path: relative(root, path).replaceAll('\\', '/'), imports, lines: text.split('\n').length - 1 };
    });
  });

/** `core/src/conflict/conflict.ts` stands in chapter `conflict`; `core/src/vocabulary.ts` is one by itself. */
const chapterOf = (path: string) => /^core\/src\/([^/.]+)/.exec(path)?.[1];

const featureOf = (path: string) => /^web\/src\/([^/]+)\//.exec(path)?.[1];

/** Where an import leads: a path below the root for our own files, else the name as it stands. */
const target = (root: string, from: string, name: string): string => {
  if (name.startsWith('.')) return relative(root, resolve(root, dirname(from), name)).replaceAll('\\', '/');
  const own = /^(?:@entente\/([^/]+)|entente)\/(.*)$/.exec(name);
  if (!own) return name;
  const [, owner = 'desk', path = ''] = own; // the desk's package is named after the command
  return path.startsWith('testing/') ? `${owner}/${path}.ts` : `${owner}/src/${path}.ts`;
};

const breachOf = (root: string, from: string, name: string): string | undefined => {
  const owner = from.split('/')[0] ?? '';
  const isTest = /\.test\.tsx?$/.test(from) || from.startsWith('core/testing/');
  const to = target(root, from, name);
  const toOwner = to.split('/')[0] ?? '';
  const outside = !(toOwner in PACKAGES && to.includes('/')) || /^[a-z@][^/]*$/.test(name);
  if (outside) {
    if (isTest) return undefined;
    const node = name.startsWith('node:');
    if (node && (from.startsWith('core/') || from.startsWith('reading/src/')))
      return `imports ${name}: only desk and tests touch the machine`;
    return owner === 'core' ? `imports ${name}: core takes no dependency` : undefined;
  }
  if (toOwner !== owner && !PACKAGES[owner]?.includes(toOwner))
    return `imports ${to}: ${owner} must not know ${toOwner}`;
  if (owner === 'web' && toOwner === 'desk' && to !== 'desk/src/http/app.ts')
    return `imports ${to}: web sees the desk's route types alone`;
  if (to.startsWith('core/testing/') && !isTest) return `imports ${to}: generators and oracles are for tests`;
  const [here, there] = [chapterOf(from), chapterOf(to)];
  if (here && there && here !== there && !isTest) {
    const [at, of] = [CHAPTERS.indexOf(here), CHAPTERS.indexOf(there)];
    if (at < 0) return `stands in “${here}”, which is no chapter of the core`;
    if (of > at && here !== 'picture' && here !== 'report')
      return `imports ${to}: ${there} stands to the right of ${here}`;
  }
  const [feature, other] = [featureOf(from), featureOf(to)];
  if (feature && other && feature !== other && other !== 'shared')
    return `imports ${to}: features meet only in main.ts`;
  return undefined;
};

/** Every import that goes against an arrow, and every file above the cap of 300 lines. */
export const breaches = (root: string): Breach[] =>
  sourceFiles(root).flatMap(({ path, imports, lines }) => {
    const found = imports.flatMap((name) => {
      const says = breachOf(root, path, name);
      return says ? [{ file: path, says }] : [];
    });
    if (lines > CAP && !EXEMPT.test(path)) found.push({ file: path, says: `has ${lines} lines; the cap is ${CAP}` });
    return found;
  });
