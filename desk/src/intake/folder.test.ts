import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { CapturedReport } from './collection.ts';
import { captureFolder } from './folder.ts';
import { pdfWith } from './hostile/make-pdf.ts';
import { zipOf } from './hostile/make-zip.ts';

// a reader started from sources is translated first, which takes its time on a busy machine
vi.setConfig({ testTimeout: 180_000 });

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

const folderWith = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), 'entente-intake-'));
  made.push(root);
  for (const [name, words] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), words);
  }
  return root;
};

const SENTENCE = 'The envoys of Ruritania and Graustark met for a third day on Tuesday without agreeing on the strait.';
const page = (title: string, words: string, address: string) =>
  `<html><head><title>${title}</title><meta property="og:site_name" content="The Courier"><link rel="canonical" href="${address}"></head><body><p>${words}</p></body></html>`;

test('references beside the files say what they know of them: by name, by address, by title', async () => {
  const root = await folderWith({
    'karlsson2021.txt': SENTENCE,
    'b.html': page('Something else altogether', `B. ${SENTENCE}`, 'https://www.courier.example/b?utm_source=x#top'),
    'c.html': page('The strait charted anew', `C. ${SENTENCE}`, 'https://courier.example/c'),
    'd.md': `---\npublished: 2020\n---\n\n# Ships at anchor again\n\nD. ${SENTENCE}\n`,
    'library.json': JSON.stringify([
      {
        type: 'article',
        id: 'karlsson2021',
        title: 'A',
        issued: { 'date-parts': [[2021, 11]] },
        author: [{ given: 'Anna', family: 'Karlsson' }],
      },
      {
        type: 'webpage',
        title: 'B by its address',
        URL: 'http://courier.example/b/',
        'container-title': 'The Courier',
      },
      { type: 'webpage', title: 'The Strait, charted anew', issued: { 'date-parts': [['2021', '11', '31']] } },
      { type: 'webpage', title: 'Ships at anchor again', issued: { raw: '2021-11-09' } },
      { type: 'book', title: 'Of something that is not here' },
    ]),
  });
  const { documents, notes } = await captureFolder(root);
  const [b, c, d, karlsson] = documents;
  expect(karlsson).toMatchObject({
    author: { value: 'Anna Karlsson', from: 'library.json, by name of the file' },
    published: { value: '2021-11' },
  });
  expect(b).toMatchObject({ title: { value: 'B by its address', from: 'library.json, by address' } });
  expect(c?.title).toEqual({ value: 'The Strait, charted anew', from: 'library.json, by title' });
  expect(c?.published).toBeUndefined(); // there is no 31 November
  expect(d?.published).toEqual({ value: '2020', from: 'front matter' });
  expect(notes.map(({ code, says }) => `${code} ${says}`)).toEqual([
    'intake/references 4 of its 5 references describe reports here. “Of something that is not here” belongs to none.',
  ]);
});

test('a page that was saved under the name of a PDF is read and told', async () => {
  const { documents, notes } = await captureFolder(await folderWith({ 'a.pdf': `<!doctype html><p>${SENTENCE}</p>` }));
  expect(documents.map(({ text }) => text)).toEqual([`${SENTENCE}\n`]);
  expect(notes.map(({ code }) => code)).toEqual(['intake/ending']);
});

test('a changed version of a page is kept beside the first and told', async () => {
  const at = 'https://courier.example/2021/strait';
  const root = await folderWith({
    'a.html': page('Envoys meet on the strait', SENTENCE, at),
    'b.html': page('Envoys meet on the strait, part', `${SENTENCE} They parted.`, `${at}/?utm_medium=mail`),
    'c.html': page('Envoys meet on the strait', `Not so. ${SENTENCE}`, 'https://courier.example/other'),
    'd.html': page('Envoys meet on the strait', SENTENCE, at),
    'e.html': page(
      'Envoys meet on the strait',
      'A column of the week that happens to have this title.',
      'https://courier.example/e',
    ),
  });
  const { documents, notes, revisions } = await captureFolder(root);
  expect(documents.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'e']);
  expect(revisions).toEqual([
    { document: 'b', of: 'a', by: 'address' },
    { document: 'c', of: 'a', by: 'title and publisher' },
  ]);
  expect(notes.map(({ code, at: [file] }) => `${file} ${code}`)).toEqual([
    'b.html intake/revision',
    'c.html intake/revision',
    'd.html intake/copy',
  ]);
});

test('each report is handed on with the bytes it was taken from; what lies in an archive has no path', async () => {
  const inner = zipOf([{ name: 'annex.txt', bytes: `Annex. ${SENTENCE}` }]);
  const root = await folderWith({
    'a.txt': SENTENCE,
    'b.zip': inner,
    'c.pdf.txt': pdfWith([[{ text: SENTENCE, x: 72, y: 700 }]]),
  });
  const reports: CapturedReport[] = [];
  const { documents, originals, problems } = await captureFolder(root, {
    onReport: (report) => void reports.push(report),
  });
  expect(problems).toEqual([]);
  expect(documents.map(({ id }) => id)).toEqual(['a', 'b-annex', 'c-pdf']);
  expect(
    reports.map(({ document, bytes, original }) => [document.id, original.format, bytes.length === original.size]),
  ).toEqual([
    ['a', 'text', true],
    ['b-annex', 'text', true],
    ['c-pdf', 'pdf', true],
  ]);
  expect(originals.get('a')?.path).toBe(join(root, 'a.txt'));
  expect(originals.get('b-annex')?.path).toBeUndefined();
});

test('what comes with a saved page, and what systems leave behind, is no report', async () => {
  const saved = page('Envoys meet', SENTENCE, 'https://courier.example/a');
  const root = await folderWith({
    ...{
      'Envoys meet.html': saved,
      'Envoys meet_files/frame.html': page('An advertisement', `X. ${SENTENCE}`, 'https://x.example/'),
    },
    ...{
      'Envoys meet_files/css': 'a{}',
      'Bericht.htm': page('Bericht', `B. ${SENTENCE}`, 'https://courier.example/b'),
    },
    ...{ 'Bericht-Dateien/rahmen.htm': page('Rahmen', `R. ${SENTENCE}`, 'https://x.example/r') },
    ...{ 'court_files/a.txt': `These belong to a court. ${SENTENCE}` },
    ...{
      '.away.pdf.icloud': 'bplist00',
      '~$letter.docx': 'Anna',
      'Thumbs.db': 'x',
      'desktop.ini': '[x]',
      'draft.txt~': SENTENCE,
    },
    ...{
      '.DS_Store': 'x',
      '._a.txt': 'x',
      '__MACOSX/a.txt': SENTENCE,
      notes: SENTENCE,
      'scan.heic': 'x',
      'page.html.crdownload': 'x',
    },
    ...{ 'story.url': '[InternetShortcut]\r\nURL=https://courier.example/a?b=1\r\n' },
    'story.webloc': '<plist><dict><key>URL</key><string>https://courier.example/c</string></dict></plist>',
  });
  const { documents, problems, notes } = await captureFolder(root);
  expect(documents.map(({ id }) => id).toSorted()).toEqual(['bericht', 'court-files-a', 'envoys-meet']);
  const shown = (all: typeof problems) => all.map(({ at, code }) => `${at[0]} ${code}`).toSorted();
  expect(shown(problems)).toEqual(['away.pdf intake/away', 'notes intake/format']);
  expect(shown(notes)).toEqual([
    'Bericht-Dateien intake/passed-over',
    'Envoys meet_files intake/passed-over',
    'page.html.crdownload intake/passed-over',
    'scan.heic intake/picture',
    'story.url intake/link-file',
    'story.webloc intake/link-file',
  ]);
  expect(notes.find(({ at }) => at[0] === 'story.url')?.says).toContain('--fetch https://courier.example/a?b=1');
});
