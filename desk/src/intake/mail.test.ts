import { expect, test } from 'vitest';
import { docxWith, paragraph } from './hostile/make-zip.ts';
import { type Reading, readings } from './read-file.ts';

const all = async (text: string, file: string): Promise<readonly Reading[]> => {
  const out: Reading[] = [];
  for await (const one of readings(new TextEncoder().encode(text.replaceAll('\n', '\r\n')), file, file)) out.push(one);
  return out;
};

const SENTENCE = 'The envoys of Ruritania and Graustark met for a third day on Tuesday without agreeing on the strait.';
const HEAD = `From: =?UTF-8?Q?Anna_Karlsson?= <anna@courier.example>
To: desk@courier.example
Subject: =?UTF-8?B?VGhlIHN0cmFpdA==?= and the fleet
Date: Sun, 7 Nov 2021 23:30:00 -0500
MIME-Version: 1.0
`;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\n');

test('a message: subject, sender and day from its head, the words from its text', async () => {
  const [reading, ...more] = await all(`${HEAD}Content-Type: text/plain; charset=utf-8\n\n${SENTENCE}\n`, 'a.eml');
  expect(more).toEqual([]);
  expect(reading).toMatchObject({
    format: 'mail',
    problems: [],
    document: {
      title: { value: 'The strait and the fleet', from: 'subject of the message' },
      author: { value: 'Anna Karlsson', from: 'sender of the message' },
      published: { value: '2021-11-07', from: 'date of the message' },
    },
  });
  expect(reading?.document?.text.trim()).toBe(SENTENCE);
});

test('a message in HTML with files: each file is a document of its own, pictures are passed over', async () => {
  const attached = (name: string, type: string, bytes: Uint8Array) =>
    `--b\nContent-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${base64(bytes)}\n`;
  const found = await all(
    `${HEAD}Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html; charset=utf-8

<p style="display:none">Preheader.</p><p>${SENTENCE}</p>
${attached('annex.docx', 'application/octet-stream', docxWith(paragraph(`Annex. ${SENTENCE}`)))}${attached('../../evil.txt', 'text/plain', Buffer.from(`Evil. ${SENTENCE}`))}${attached('logo.png', 'image/png', Buffer.from('x'))}--b--
`,
    'a.eml',
  );
  expect(found.map(({ place, file, format, document }) => [place, file, format, document?.text.trim()])).toEqual([
    ['a.eml', 'a.eml', 'mail', SENTENCE],
    ['a.eml › annex.docx', 'annex.docx', 'docx', `Annex. ${SENTENCE}`],
    ['a.eml › evil.txt', 'evil.txt', 'text', `Evil. ${SENTENCE}`],
    ['a.eml', 'a.eml', 'mail', undefined],
  ]);
  expect(found[0]?.notes.map(({ code }) => code)).toEqual(['intake/hidden-text']);
  expect(found[1]?.bytes?.length).toBeGreaterThan(100);
  expect(found[0]?.bytes).toBeUndefined();
});

test('a page that a browser saved as one file: the day of saving is no day of publication', async () => {
  const [reading] = await all(
    `From: <Saved by Blink>
Snapshot-Content-Location: https://courier.example/a
Subject: The strait
Date: Mon, 8 Nov 2021 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html
Content-Location: https://courier.example/a

<html><head><title>The strait charted</title></head><body><p>${SENTENCE}</p></body></html>
--b--
`,
    'a.mhtml',
  );
  expect(reading?.document).toMatchObject({ title: { value: 'The strait charted' } });
  expect(reading?.document?.published).toBeUndefined();
  expect(reading?.address).toBe('https://courier.example/a');
});

test('a mailbox: each message by itself', async () => {
  const one = (words: string) => `From a@b Sun Nov  7 09:12:00 2021\n${HEAD}Content-Type: text/plain\n\n${words}\n\n`;
  const found = await all(one(`First. ${SENTENCE}`) + one(`Second. ${SENTENCE}`), 'box.mbox');
  expect(found.map(({ file, document }) => [file, document?.text.slice(0, 6)])).toEqual([
    ['box 1.eml', 'First.'],
    ['box 2.eml', 'Second'],
  ]);
});

test.each([
  ['without a head', 'words\n', 'mail'],
  [
    'with parts nested too deep',
    `${HEAD}${Array.from({ length: 200 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join('')}`,
    'mail',
  ],
  ['with an endless head', `${HEAD}${'X-A: '.padEnd(1_000_000, 'x')}\n\nwords`, 'mail'],
  ['without words', `${HEAD}\n\n`, 'empty'],
])('a message %s is told', async (_, text, code) => {
  const [reading] = await all(text, 'a.eml');
  expect(reading?.document).toBeUndefined();
  expect(reading?.problems.map((problem) => problem.code)).toEqual([`intake/${code}`]);
});
