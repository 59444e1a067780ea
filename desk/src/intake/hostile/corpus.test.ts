import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportOf } from '@entente/core/report/report';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csv } from '../../export/csv.ts';
import { documentPage, reportPage } from '../../export/html/page.ts';
import { Readers } from '../apart/pool.ts';
import { LIMITS } from '../apart/reader.ts';
import { captureFolder, type FolderCapture } from '../folder.ts';
import { DOCUMENTS } from './documents.ts';
import { NAMED } from './names.ts';
import { PAGES } from './pages.ts';
import { PDFS } from './pdfs.ts';
import { TEXTS } from './texts.ts';

const MEMBERS = [...PAGES, ...TEXTS, ...DOCUMENTS, ...PDFS, ...NAMED];
const SECRET = 'the secret of the neighbouring folder';

const above = mkdtempSync(join(tmpdir(), 'entente-hostile-'));
const [folder, outside] = [join(above, 'reports'), join(above, 'outside')];
const readers = new Readers({ ...LIMITS, milliseconds: 6_000, memory: 500 * 1024 * 1024 }, 1);
let [calls, capture]: [number, FolderCapture | undefined] = [0, undefined];

/** Every file below a folder with what it holds; links are not followed. */
const everything = (root: string): readonly string[] =>
  readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    const path = join(root, entry.name);
    if (entry.isDirectory()) return everything(path);
    const small = entry.isFile() && !entry.name.startsWith('huge');
    return `${path} ${small ? createHash('sha256').update(readFileSync(path)).digest('hex') : lstatSync(path).size}`;
  });

const captured = (): FolderCapture => {
  if (!capture) throw new Error('nothing was captured');
  return capture;
};

let before: readonly string[] = [];

beforeAll(async () => {
  const server = createServer((socket) => {
    calls++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const address = server.address();
  const site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  mkdirSync(folder);
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.txt'), `${SECRET} is kept from everybody else.`);
  for (const { name, bytes } of MEMBERS) writeFileSync(join(folder, name), bytes(site));
  writeFileSync(join(folder, 'huge one line.txt'), 'x');
  truncateSync(join(folder, 'huge one line.txt'), 100 * 1024 * 1024);
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link to a file.txt'));
  symlinkSync(outside, join(folder, 'link to a folder'));
  symlinkSync(folder, join(folder, 'link to itself'));
  symlinkSync('link in a circle.txt', join(folder, 'link in a circle.txt'));
  symlinkSync('/etc/passwd', join(folder, 'link to passwords.txt'));
  symlinkSync('/dev/zero', join(folder, 'link to zeros.txt'));
  before = everything(above);
  capture = await captureFolder(folder, { reader: (bytes, file, place) => readers.read(bytes, file, place) });
  server.close();
}, 300_000);

afterAll(() => {
  readers.close();
  rmSync(above, { recursive: true });
});

/** Documents and messages that belong to a file or to what lies in it. */
const of = (name: string) => {
  const { documents, originals, problems, notes } = captured();
  const belongs = (place: unknown) => place === name || String(place).startsWith(`${name} › `);
  return {
    documents: documents.filter(({ id }) => belongs(originals.get(id)?.place)),
    problems: problems.filter(({ at: [place] }) => belongs(place)),
    notes: notes.filter(({ at: [place] }) => belongs(place)),
  };
};

test('there are at least 150 files, no two of one name', () => {
  expect(new Set(MEMBERS.map(({ name }) => name)).size).toBe(MEMBERS.length);
  expect(MEMBERS.length).toBeGreaterThanOrEqual(150);
});

test.each(MEMBERS.map(({ name, then }) => [name, then] as const))('%j is %s', (name, then) => {
  const { documents, problems, notes } = of(name);
  expect(documents.length + problems.length + notes.length, 'a file of which nothing is said').toBeGreaterThan(0);
  for (const { says } of [...problems, ...notes]) expect(says).toMatch(/^\S.*[.)”]$/su);
  if (then === 'told') expect(documents.map(({ text }) => text.slice(0, 60))).toEqual([]);
  if (then === 'taken') expect(documents, JSON.stringify(problems)).not.toEqual([]);
});

test.each([
  'huge one line.txt',
  'link to a file.txt',
  'link to a folder',
  'link to itself',
  'link in a circle.txt',
  'link to passwords.txt',
  'link to zeros.txt',
])('%s is told and not read', (name) => {
  expect(of(name).documents).toEqual([]);
  expect(of(name).problems).toHaveLength(1);
});

test('nothing was read from outside, nothing was written, nobody was called', () => {
  const telling = captured().documents.filter(({ text }) => text.includes(SECRET) || /root:[x*]?:0:0/.test(text));
  expect(telling.map(({ file }) => file)).toEqual([]);
  expect(everything(above)).toEqual(before);
  expect(calls).toBe(0);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('every text can be written as UTF-8 and read again, its hash is that of its bytes, and its parts lie in it', () => {
  const faults = captured().documents.filter(({ text, sha256, blocks, boilerplate }) => {
    const sound = !/\p{Surrogate}/u.test(text) && createHash('sha256').update(text, 'utf8').digest('hex') === sha256;
    return (
      !sound || [...blocks, ...boilerplate].some(({ start, end }) => start < 0 || end <= start || end > text.length)
    );
  });
  expect(faults.map(({ file }) => file)).toEqual([]);
});

test('a table of what was captured runs nothing in a spreadsheet', () => {
  const rows = captured().documents.map(({ id, file, title, publisher, author, text }) => [
    ...[id, file, title?.value, publisher?.value, author?.value, text.slice(0, 100)],
  ]);
  const cells =
    csv(['id', 'file', 'title', 'publisher', 'author', 'text'], rows).match(/"(?:[^"]|"")*"|[^,\r\n]+/g) ?? [];
  expect(cells.length).toBeGreaterThan(rows.length * 3);
  expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([]);
});

test('a page of what was captured runs nothing in a browser', () => {
  const short = captured().documents.filter(({ text }) => text.length < 20_000);
  const report = reportOf({
    ...{ title: '<script>alert(1)</script>', documents: short, derivations: [], statements: [], origins: [] },
    ...{ codebook: { actors: [], issues: [] }, events: [], figures: [], forecasts: [] },
  });
  const at = short.findIndex(({ file }) => file === 'words that look like marks.html');
  for (const page of [reportPage(report), documentPage(report, at)]) {
    const { document } = parseHTML(page);
    const elements = [...document.querySelectorAll('*')];
    expect(elements.length).toBeGreaterThan(20);
    const running = elements.filter(
      (element) =>
        /^(?:script|iframe|object|embed|base)$/i.test(element.tagName) ||
        [...element.attributes].some(
          ({ name, value }) =>
            /^on/i.test(name) ||
            (/^(?:href|src|action)$/i.test(name) && !/^(?:#|\/|[\w-]+\/?#|https?:\/\/)/.test(value)),
        ),
    );
    expect(running.map((element) => element.outerHTML.slice(0, 200))).toEqual([]);
  }
});
