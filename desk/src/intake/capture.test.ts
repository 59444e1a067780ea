import { expect, test } from 'vitest';
import { captureBytes } from './capture.ts';
import { decode } from './encoding.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean) => {
  const words = mark ? `\uFEFF${text}` : text;
  return new Uint8Array(Uint16Array.from(words, (letter) => letter.charCodeAt(0)).buffer);
};
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const text = 'Le traité sera signé à Genève après l’été, a déclaré la déléguée – dès que possible.';
const windows = (words: string) => latin1(words.replace('.', '\u0097').replace('des', '\u0092'));
const french =
  'Le traité sera signé à Genève, a déclaré la déléguée. Les négociations ont été très longues et la fenêtre se ferme déjà.';

test.each([
  ['UTF-8', utf8(text), text, 'utf-8', false],
  ['UTF-8 with its mark', utf8(`\uFEFF${text}`), text, 'utf-8', false],
  ['UTF-16 with its mark', utf16(text, true), text, 'utf-16le', false],
  ['UTF-16 without one', utf16(text, false), text, 'utf-16le', false],
  ['Latin-1, guessed', latin1(french), french, 'iso-8859-1', true],
  [
    'Windows-1252 with its quotes and dashes',
    windows(french),
    french.replace('.', '\u2014').replace('des', '\u2019'),
    'windows-1252',
    true,
  ],
  [
    'the encoding of old Macs, by its quotes',
    latin1(`\u00D2They won\u00D5t pay\u00D3, said Jos\u008E \u00D0 the envoy of Ruritania \u00D0 on Tuesday.`),
    '“They won’t pay”, said José – the envoy of Ruritania – on Tuesday.',
    'macintosh',
    true,
  ],
])('%s is read', (_, bytes, expected, encoding, guessed) => {
  expect(decode(bytes)).toEqual({ ok: true, value: { text: expected, encoding, guessed } });
});

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)));
const accents = 'Le traité a été signé à Genève, a déclaré la déléguée. ';

test.each([
  ['UTF-8 with a dash of Windows-1252', bytes(accents, [0x97], ' oui'), `${accents}\u2014 oui`, 'utf-8', 1],
  ['UTF-8 that is cut off inside of a letter', bytes(accents, [0xe2, 0x80]), `${accents}\uFFFD`, 'utf-8', 1],
  [
    'UTF-16 with half a letter',
    utf16(`${accents.repeat(3)}\uD83D met`, true),
    `${accents.repeat(3)}\uFFFD met`,
    'utf-16le',
    1,
  ],
  [
    'a page that says EUC-KR, with one broken place',
    bytes('<meta charset=euc-kr>', Array(80).fill([0xc7, 0xd1, 0xb1, 0xb9]).flat(), [0xff], '.'),
    `<meta charset=euc-kr>${'한국'.repeat(80)}\uFFFD.`,
    'euc-kr',
    1,
  ],
  [
    'Japanese in ISO-2022-JP',
    bytes([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42], '.'),
    '日本.',
    'iso-2022-jp',
    undefined,
  ],
])('%s is read, and what does not fit is counted', (_, given, expected, encoding, misfits) => {
  const decoded = decode(given);
  expect(decoded.ok && decoded.value).toMatchObject({ text: expected, encoding });
  expect(decoded.ok && decoded.value.misfits).toBe(misfits);
});

test.each([
  [
    'Shift-JIS',
    [
      0x93, 0xfa, 0x96, 0x7b, 0x90, 0xad, 0x95, 0x7b, 0x82, 0xcd, 0x89, 0xef, 0x8b, 0x63, 0x82, 0xf0, 0x8a, 0x4a, 0x82,
      0xa2, 0x82, 0xbd, 0x81, 0x42,
    ],
    '日本政府は会議を開いた。',
  ],
  [
    'EUC-KR',
    [
      0xc1, 0xa4, 0xba, 0xce, 0xb4, 0xc2, 0x20, 0xc8, 0xb8, 0xc0, 0xc7, 0xb8, 0xa6, 0x20, 0xbf, 0xad, 0xbe, 0xfa, 0xb4,
      0xd9, 0x2e,
    ],
    '정부는 회의를 열었다.',
  ],
])('%s without a word of it in the file is guessed and told', (_, given, expected) => {
  const { document, notes } = captureBytes(Uint8Array.from(Array(8).fill(given).flat()), 'a', 'a.txt');
  expect(document?.text).toBe(expected.repeat(8));
  expect(notes.map(({ code }) => code)).toContain('intake/encoding-guessed');
});

test('Korean in EUC-KR, declared by the page', () => {
  const word = [0xc7, 0xd1, 0xb1, 0xb9]; // 한국
  const bytes = Uint8Array.from([
    ...utf8('<html><meta charset="euc-kr"><body><p>'),
    ...word,
    ...utf8('</p></body></html>'),
  ]);
  expect(captureBytes(bytes, 'a', 'a.html').document?.text.trim()).toBe('한국');
});

test.each([
  ['a PDF by its first bytes', utf8('%PDF-1.7 words'), 'intake/binary'],
  ['a ZIP or DOCX', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'intake/binary'],
  ['a file with zero bytes', Uint8Array.from([65, 0, 0, 66, 0, 0, 0, 67, 1, 2]), 'intake/binary'],
  ['an empty file', new Uint8Array(), 'intake/empty'],
  ['a file of spaces', utf8(' \n\t '), 'intake/empty'],
  ['a mark of UTF-8 before other bytes', Uint8Array.from([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x41]), 'intake/encoding'],
  ['bytes in no encoding', Uint8Array.from({ length: 400 }, (_, i) => 128 + ((i * 37) % 32)), 'intake/encoding'],
  ['more than 20 MB', new Uint8Array(21 * 1024 * 1024), 'intake/too-large'],
])('%s is refused with a remedy', (_, bytes, code) => {
  const { document, problems } = captureBytes(bytes, 'a', 'a.txt', 'reports/a.txt');
  expect(document).toBeUndefined();
  expect(problems).toMatchObject([{ code, at: ['reports/a.txt'] }]);
  expect(problems[0]?.says).toMatch(/Save|Split/);
});

test('the frozen text of a .txt is the decoded file unchanged, and its hash is that of its bytes', () => {
  const raw = '  Ruritania\u00A0opens\r\nthe strait.\u200B\r\n\r\n';
  const { document } = captureBytes(utf8(raw), 'a', 'a.txt');
  expect(document?.text).toBe(raw);
  expect(captureBytes(utf8('abc'), 'a', 'a.txt').document?.sha256).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

const MARKDOWN = `---
title: The strait
publisher: Courier
published: 2021-11
kind: brief
grade: B
summarises: Courier, "The strait", 7 November 2021
language: en
---

# The strait

Ruritania **will not** reopen the [strait](https://courier.example/a_b) unless _Graustark_ goes.
`;

test('front matter is read, marks are left out of the text', () => {
  const { document, problems } = captureBytes(utf8(MARKDOWN), 'a', 'a.md');
  expect(problems).toEqual([]);
  expect(document).toMatchObject({
    text: 'The strait\n\nRuritania will not reopen the strait unless Graustark goes.\n',
    title: { value: 'The strait', from: 'front matter' },
    published: { value: '2021-11' },
    kind: { value: 'brief' },
    grade: 'B',
    summarises: { value: 'Courier, "The strait", 7 November 2021' },
    blocks: [{ kind: 'heading' }, { kind: 'paragraph' }],
  });
});

test('faults in front matter are told with line and column, and the report is kept', () => {
  const { document, problems } = captureBytes(
    utf8('---\ntitel: A\npublished: autumn\nkind: breif\n---\n\nRuritania waits.\n'),
    'a',
    'a.md',
  );
  expect(document?.text).toBe('Ruritania waits.\n');
  expect(problems.map(({ code, at }) => `${at[0]} ${code}`)).toEqual([
    'a.md:2:8 front-matter/unknown-field',
    'a.md:4:7 front-matter/unknown-kind',
    'a.md:3:12 front-matter/date',
  ]);
});
