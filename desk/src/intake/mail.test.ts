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

const OLD = 'Graustark will close the strait tomorrow, I am told by the harbour master.';
const mail = (subject: string, text: string, type = 'text/plain') =>
  `From: Anna <anna@courier.example>\nSubject: ${subject}\nDate: Sun, 7 Nov 2021 09:12:00 +0000\nContent-Type: ${type}; charset=utf-8\n\n${text}\n`;

test.each([
  [
    'marked lines under the words of a mail program',
    mail(
      'Re: strait',
      `${SENTENCE}\n\nOn Sat, 6 Nov 2021 at 10:00, Jo Quist <jo@courier.example>\nwrote:\n> ${OLD}\n>> And before.`,
    ),
  ],
  [
    'a letter without marks under these words',
    mail('Re: strait', `${SENTENCE}\n\nOn Sat, 6 Nov 2021 at 10:00, Jo <jo@courier.example> wrote:\n\n${OLD}`),
  ],
  ['in German', mail('AW: strait', `${SENTENCE}\n\nAm 06.11.2021 um 10:00 schrieb Jo Quist:\n> ${OLD}`)],
  [
    'the original message of Outlook',
    mail(
      'RE: strait',
      `${SENTENCE}\n\n-----Original Message-----\nFrom: Jo <jo@courier.example>\nSent: Saturday, November 6, 2021 10:00 AM\nTo: Anna\nSubject: strait\n\n${OLD}`,
    ),
  ],
  [
    'a head that no line announces',
    mail(
      'RE: strait',
      `${SENTENCE}\n\nFrom: Jo Quist\nSent: 6 November 2021 10:00\nTo: Anna\nSubject: strait\n\n${OLD}`,
    ),
  ],
  [
    'a page of Gmail',
    mail(
      'Re: strait',
      `<div>${SENTENCE}</div><div class="gmail_quote"><div>On Sat, Nov 6, 2021 at 10:00, Jo wrote:</div><blockquote>${OLD}</blockquote></div>`,
      'text/html',
    ),
  ],
])('what a message quotes is set aside, since it is not its sender’s: %s', async (_, text) => {
  const [reading] = await all(text, 'a.eml');
  const { document, notes = [] } = reading ?? {};
  if (!document) throw new Error('expected a document');
  const kept = document.blocks
    .filter(({ start }) => !document.boilerplate.some((one) => one.start <= start && start < one.end))
    .map(({ start, end }) => document.text.slice(start, end));
  expect(kept).toEqual([SENTENCE]);
  expect(document.text).toContain(OLD);
  expect(notes.map(({ code }) => code)).toEqual(['intake/quoted']);
  expect(document.author?.value).toBe('Anna');
});

test('answers between the lines of a letter stay', async () => {
  const [reading] = await all(
    mail(
      'Re: strait',
      `> ${OLD}\n\n${SENTENCE}\n\n> Nobody knows why.\n\nThe harbour master knows, and he has told me so himself.`,
    ),
    'a.eml',
  );
  const { text = '', boilerplate = [] } = reading?.document ?? {};
  expect(boilerplate.map(({ start, end }) => text.slice(start, end))).toEqual([`> ${OLD}`, '> Nobody knows why.']);
});

test('a report that is only handed on has the head of what was forwarded', async () => {
  const [reading] = await all(
    mail(
      'Fwd: Courier: Envoys meet',
      `FYI\n\n---------- Forwarded message ---------\nFrom: Courier Alerts <alerts@courier.example>\nDate: Sat, Nov 6, 2021 at 8:00 AM\nSubject: Envoys meet again\nTo: <anna@courier.example>\n\n${SENTENCE}`,
    ),
    'a.eml',
  );
  expect(reading?.document).toMatchObject({
    title: { value: 'Envoys meet again', from: 'subject of the forwarded message' },
    author: { value: 'Courier Alerts' },
    published: { value: '2021-11-06', from: 'date of the forwarded message' },
  });
  expect(reading?.notes[0]?.says).toBe(
    'It was forwarded by Anna on 2021-11-07; title, writer and day are those of what was forwarded.',
  );
});

test('a report that tells what somebody wrote is no quoted letter', async () => {
  const told = `${SENTENCE}\n\nOn the same day the minister said what his envoy wrote: nothing of it would last, and nobody would mourn it.`;
  const [reading] = await all(mail('Report', told), 'a.eml');
  expect(reading?.document?.boilerplate).toEqual([]);
  expect(reading?.notes).toEqual([]);
});
