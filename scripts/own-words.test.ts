import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const corpus = `${root}../shared/corpus/`;

/** Words in a row that may not stand in a file of ours and in a report alike. */
const RUN = 9;

/** Titles of publications and names of bodies, as they are cited: a run of words that lies within one of them is nobody’s sentence. */
const TITLES: readonly string[] = [
  'Why does Japan refuse to end the Korean War?',
  'The Korean Peninsula Peace Process and Japan’s Diplomacy: 2018-2019 Revisited',
];

const BINARY = /\.(?:png|jpe?g|gif|webp|ico|woff2?|ttf|otf|pdf|zip|gz)$/i;

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[\p{L}\d]+/gu) ?? [];

const runsOf = (text: string): readonly string[] => {
  const all = wordsOf(text);
  return all.slice(0, Math.max(0, all.length - RUN + 1)).map((_, at) => all.slice(at, at + RUN).join(' '));
};

const tracked = (): readonly string[] => {
  const listed = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return listed.status === 0 ? listed.stdout.split('\0').filter(Boolean) : [];
};

const read = (path: string): string => {
  const bytes = readFileSync(path);
  return bytes.subarray(0, 4096).includes(0) ? '' : bytes.toString('utf8');
};

const files = existsSync(corpus) ? tracked() : [];

test.skipIf(files.length === 0)('no file takes a run of nine words from the reports', () => {
  const reports = readdirSync(corpus).filter((file) => /^\d+\.txt$/.test(file));
  const taken = new Set(reports.flatMap((file) => runsOf(readFileSync(corpus + file, 'utf8'))));
  const titles = TITLES.map((title) => ` ${wordsOf(title).join(' ')} `);
  const found = files
    .filter(
      (file) => file !== 'package-lock.json' && file !== 'LICENSE' && !BINARY.test(file) && existsSync(root + file),
    )
    .flatMap((file) =>
      runsOf(read(root + file))
        .filter((run) => taken.has(run) && !titles.some((title) => title.includes(` ${run} `)))
        .map((run) => `${file}: ${run}`),
    );
  expect(found).toEqual([]);
});
