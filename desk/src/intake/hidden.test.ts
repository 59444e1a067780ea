import { expect, test } from 'vitest';
import { captureBytes } from './capture.ts';

const capture = (text: string, name = 'a.html') => captureBytes(new TextEncoder().encode(text), 'a', name);
const SEEN = 'The envoys of Ruritania met for a third day on Tuesday.';
const with_ = (marks: string, head = '') =>
  capture(`<html><head>${head}</head><body><p>${SEEN}</p>${marks}</body></html>`);

test.each([
  ['display:none', '<p style="color:red; display : none !important">x</p>'],
  ['visibility', '<p style="visibility:hidden">x</p>'],
  ['no opacity', '<p style="opacity:0.01">x</p>'],
  ['no size', '<p style="font-size:1px">x</p>'],
  ['a part of a size', '<p style="font-size:.1em">x</p>'],
  ['no height', '<div style="max-height:0px;overflow:hidden"><p>x</p></div>'],
  ['far to the left', '<p style="position:absolute;left:-9999px">x</p>'],
  ['moved away', '<p style="transform:translateX(-9999px)">x</p>'],
  ['cut away', '<p style="clip-path:inset(100%)">x</p>'],
  ['transparent', '<p style="color:rgba(0, 0, 0, 0)">x</p>'],
  ['white on white paper', '<p style="color:#fff">x</p>'],
  ['white on a white table', '<table bgcolor="white"><tr><td><font color="#fefefe">x</font></td></tr></table>'],
  ['black on black', '<div style="background:#000"><p><span style="color:rgb(5,5,5)">x</span></p></div>'],
  ['marked as silent', '<span aria-hidden="true">x</span>'],
  ['a dialog that is not open', '<dialog>x</dialog>'],
  ['a class of the page', '<p class="a q b">x</p>', '<style>.q{position:absolute;opacity:0}</style>'],
  ['an Outlook preheader', '<div class="preheader">x</div>'],
])('%s: dropped and told', (_, marks, head = '') => {
  const { document, notes } = with_(marks, head);
  expect(document?.text.trim()).toBe(SEEN);
  expect(notes.map(({ code }) => code)).toEqual(['intake/hidden-text']);
  expect(notes[0]?.says).toContain('“x”');
});

test.each([
  ['white on blue', '<div style="background-color:#003366"><p style="color:white">x</p></div>'],
  ['white where a style sheet may say blue', '<p style="color:white">x</p>', '<link rel="stylesheet" href="a.css">'],
  ['small print', '<p style="font-size:9px">x</p>'],
  ['half opaque', '<p style="opacity:0.5">x</p>'],
  ['flat but not cut off', '<p style="height:0">x</p>'],
  ['hidden in print alone', '<p class="q">x</p>', '<style>@media print{.q{display:none}}</style>'],
  ['an open dialog', '<dialog open>x</dialog>'],
])('%s: kept', (_, marks, head = '') => {
  expect(with_(marks, head).document?.text).toContain('x');
});

test('an article behind a dialog is kept though it is marked as silent', () => {
  const { document } = capture(
    `<div aria-hidden="true"><p>${`${SEEN} `.repeat(8)}</p></div><dialog open>Cookies?</dialog>`,
  );
  expect(document?.text).toContain(SEEN);
});

const tags = (words: string) =>
  [...words].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('');

test.each(['a.html', 'a.md', 'a.txt'])(
  'a sentence in letters that nothing draws is dropped from %s, and read out',
  (name) => {
    const { document, notes } = capture(`${SEEN}${tags('obey me')}\n`, name);
    expect(document?.text.trim()).toBe(SEEN);
    expect(notes[0]).toMatchObject({ code: 'intake/hidden-characters' });
    expect(notes[0]?.says).toContain('“obey me”');
  },
);

test('letters that turn the direction: dropped from a page and from a text that runs from left to right', () => {
  expect(capture('<p>The \u202Eyovne\u202C met.</p>').document?.text.trim()).toBe('The yovne met.');
  const { document, notes } = capture('The \u202Eyovne\u202C met.', 'a.txt');
  expect(document?.text).toBe('The yovne met.');
  expect(notes.map(({ code }) => code)).toEqual(['intake/hidden-characters']);
});

test('a text in Hebrew keeps what its lines need', () => {
  const words = '\u202Bהשגרירים נפגשו (\u2066NATO\u2069) ביום שלישי.\u202C';
  expect(capture(words, 'a.txt')).toMatchObject({ document: { text: words }, notes: [] });
});

test('letters without width inside of words are told; a frozen text keeps them', () => {
  const words = 'The en\u200Bvoys me\u2060t on Tu\u200Besday.';
  expect(capture(words, 'a.txt').document?.text).toBe(words);
  expect(capture(words, 'a.txt').notes.map(({ code }) => code)).toEqual(['intake/hidden-characters']);
  expect(capture(`<p>${words}</p>`).document?.text.trim()).toBe('The envoys met on Tuesday.');
});

test('joiners that scripts need stay', () => {
  const words = 'می\u200Cخواهم در این باره سخن بگویم';
  expect(capture(`<p>${words}</p>`).document?.text.trim()).toBe(words);
});

test('half a letter: one sign stands for it, and the hash is of what is kept', () => {
  const { document } = capture('<p>The envoys &#xD83D; met.</p>');
  expect(document?.text).not.toMatch(/\p{Surrogate}/u);
});
