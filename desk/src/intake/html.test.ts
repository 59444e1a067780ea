import fc from 'fast-check';
import { expect, test } from 'vitest';
import { captureBytes } from './capture.ts';

const capture = (html: string, name = 'page.html') => captureBytes(new TextEncoder().encode(html), 'a', name);
const textOf = (html: string) => capture(html).document?.text.trim();

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Envoys meet | The Courier</title>
<meta property="og:site_name" content="The Courier Online">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Envoys meet &amp; part",
"datePublished":"2021-11-07T09:12:00+09:00","author":[{"name":"Anna Karlsson"}],"publisher":{"name":"The Courier"}}]}</script>
<style>.unseen{display:none} @media print{.story{display:none}}</style></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
<article class="story"><h1>Envoys meet &amp; part</h1><p class="byline">By Anna Karlsson</p>
<div class="share-tools"><a>Share</a><button>Tweet</button></div>
<p>The envoys of Ruritania and Graustark met for a third day on <b>Tues</b>day without agreeing on the strait.<sup class="reference">[1]</sup></p>
<p style="display:none">Hidden words.</p><p class="unseen">More of them.</p><span hidden>And more.</span>
<p>Officials of both sides said that the talks would resume<br>after the harvest, and that the fleet would stay.</p>
<table><tr><td>Ships</td><td>40</td></tr></table></article>
<div class="related"><h3>Related</h3><ul><li><a href="4">The strait charted anew</a></ul></div>
<form><label>Email</label><button>Subscribe</button></form><script>alert(1)</script><footer>© 2021 The Courier</footer></body></html>`;

test('a saved page: its words, its facts, its boilerplate', () => {
  const { document, notes } = capture(PAGE);
  if (!document) throw new Error('expected a document');
  expect(document).toMatchObject({
    title: { value: 'Envoys meet & part', from: 'JSON-LD headline' },
    publisher: { value: 'The Courier', from: 'JSON-LD publisher' },
    author: { value: 'Anna Karlsson' },
    published: { value: '2021-11-07', from: 'JSON-LD datePublished' },
    language: { value: 'en-GB' },
  });
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => document.text.slice(start, end));
  expect(document.boilerplate.map(({ kind }, index) => `${kind}: ${words(document.boilerplate)[index]}`)).toEqual([
    'navigation: Home',
    'navigation: World',
    'credit: By Anna Karlsson',
    'share: Share',
    'share: Tweet',
    'footnote-mark: [1]',
    'navigation: Related',
    'navigation: The strait charted anew',
    'form: Email',
    'form: Subscribe',
    'navigation: © 2021 The Courier',
  ]);
  const counted = document.blocks.filter(
    ({ start }) => !document.boilerplate.some((part) => part.start <= start && start < part.end),
  );
  expect(words(counted)).toEqual([
    'Envoys meet & part',
    'The envoys of Ruritania and Graustark met for a third day on Tuesday without agreeing on the strait.[1]',
    'Officials of both sides said that the talks would resume\nafter the harvest, and that the fleet would stay.',
    'Ships 40',
  ]);
  expect(notes).toMatchObject([{ code: 'intake/hidden-text' }]);
  expect(notes[0]?.says).toMatch(/^3 stretches .*“Hidden words\.”/);
});

test('a raised number that is a link is the mark of a footnote, a power is not', () => {
  const { document } = capture(
    '<p>The envoys of Ruritania met for a third day on Tuesday.<sup><a href="#n1">1</a></sup></p><p>The strait covers 40 km<sup>2</sup> of water between the two states.</p>',
  );
  expect(document?.boilerplate.map(({ kind, start, end }) => `${kind} ${document.text.slice(start, end)}`)).toEqual([
    'footnote-mark 1',
  ]);
});

const head = (marks: string) =>
  capture(`<html><head>${marks}</head><body><p>The envoys met in Strelsau on Tuesday.</p></body></html>`).document;

test.each([
  [
    'a stamp of OpenGraph',
    '<meta property="article:published_time" content="2021-11-07T23:30:00-05:00">',
    '2021-11-07',
  ],
  ['a day in words', '<meta name="date" content="7 November 2021">', '2021-11-07'],
  ['a month alone', '<meta name="dc.date" content="2021-11">', '2021-11'],
  ['a day that can be read two ways', '<meta name="date" content="07/11/2021">', undefined],
  ['no day at all', '<meta name="date" content="yesterday">', undefined],
  ['a month 13', '<meta name="date" content="2021-13-07">', undefined],
  ['a mark in capitals', '<meta name="DC.Date.Issued" content="2021-11-07">', '2021-11-07'],
  ['the only time of the page', '<time datetime="2021-11-07T10:00Z">Sunday</time>', '2021-11-07'],
  ['two times of a page', '<time datetime="2021-11-07"></time><time datetime="2021-11-08"></time>', undefined],
  ['the address of the page', '<link rel="canonical" href="https://courier.example/2021/11/07/envoys/">', '2021-11-07'],
  ['faulty linked data', '<script type="application/ld+json">{"datePublished": </script>', undefined],
])('day of publication from %s', (_, marks, expected) => {
  expect(head(marks)?.published?.value).toBe(expected);
});

test.each([
  ['a canonical address', '<link rel="canonical" href="https://courier.example/a">', 'https://courier.example/a'],
  ['what the browser wrote', '<!-- saved from url=(0027)https://courier.example/b -->', 'https://courier.example/b'],
  [
    'what SingleFile wrote',
    '<!--\n Page saved with SingleFile \n url: https://courier.example/c \n-->',
    'https://courier.example/c',
  ],
  ['an address that is none', '<link rel="canonical" href="javascript:alert(1)">', undefined],
])('the address of a page from %s', (_, marks, expected) => {
  expect(capture(`<!doctype html>${marks}<p>Words.</p>`).address).toBe(expected);
});

test('an agency among the marks makes a wire story', () => {
  const author = (name: string) => head(`<meta name="author" content="${name}">`);
  expect(author('Reuters')?.kind).toEqual({ value: 'wire', from: '<meta author>' });
  expect(author('Anna Karlsson')?.kind).toBeUndefined();
});

test.each([
  ['script in a title', '<title><script>alert(1)</script>Envoys meet</title><p>Words.</p>', 'Words.'],
  ['marks written as entities are words', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>', '<script>alert(1)</script>'],
  ['an override of the writing direction', '<p>a\u202Eb&#x202e;c\u200Bd</p>', 'abcd'],
  ['unclosed comments', '<p>yes<!-- no <p>no', 'yes'],
  ['broken marks', '<p>a<div <b>c</p></i><table>d<td>e</p>', 'a\n\nc\n\nd e'],
  ['drawings, formulas and frames', '<svg><text>no</text></svg><iframe>no</iframe><p>yes</p>', 'yes'],
  ['entities of a document type', '<!DOCTYPE x [<!ENTITY lol "lol">]><p>&lol;</p>', '&lol;'],
  ['a fragment without a body', 'First <b>words</b><p>second', 'First words\n\nsecond'],
])('%s', (_, html, expected) => {
  expect(textOf(html)).toBe(expected);
});

test('script in a title leaves words alone', () => {
  expect(capture('<title><script>alert(1)</script>Envoys meet</title><p>Words.</p>').document?.title?.value).toBe(
    'Envoys meet',
  );
});

test.each([
  ['10,000 nested elements', `${'<div>'.repeat(10_000)}deep${'</div>'.repeat(10_000)}`, 'deep'],
  ['10,000 nested elements that are never closed', `<p>${'<b><a href=x>'.repeat(5000)}deep`, 'deep'],
  ['a line of two million letters', `<p>${'word '.repeat(400_000)}</p>`, 'word '.repeat(400_000).trim()],
  ['an attribute of a million letters', `<p title="${'x'.repeat(1_000_000)}">words</p>`, 'words'],
  ['nested linked data', `<script type="application/ld+json">${'['.repeat(100_000)}</script><p>words</p>`, 'words'],
])('%s ends with the words alone', (_, html, expected) => {
  expect(textOf(html)).toBe(expected);
});

test.each([
  ['too many marks', '<i>x</i>'.repeat(80_000), 'intake/html'],
  ['marks nested too deep', '<div>'.repeat(20_000), 'intake/html'],
  ['no words', '<html><body><script>1</script></body></html>', 'intake/empty'],
])('a page with %s is refused', (_, html, code) => {
  expect(capture(html).problems.map((problem) => problem.code)).toEqual([code]);
});

test('law: whatever the page, blocks and boilerplate lie inside the text, in order, not overlapping, and no block is empty', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<nav>',
      '</nav>',
      '<h2>',
      '</h2>',
      '<br>',
      '<li>',
      '<td>',
      '<a href=x>',
      '</a>',
    ),
    fc.constantFrom(
      'Share',
      'By Anna Karlsson',
      'References',
      'The envoys met for a third day on Tuesday in Strelsau without agreeing.',
      '[1]',
      ' ',
      '\n\n',
      '•',
      '&amp;',
      '한국',
    ),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('a.html', 'a.txt', 'a.md'), (pieces, name) => {
      const { document } = capture(pieces.join(''), name);
      if (!document) return;
      for (const spans of [document.blocks, document.boilerplate]) {
        let at = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(document.text.length);
      }
      for (const { start, end } of document.blocks)
        expect(document.text.slice(start, end)).toMatch(/^\S[\s\S]*\S$|^\S$/u);
    }),
    { numRuns: 300 },
  );
});

const sentence = 'The envoys of Ruritania and Graustark met for a third day on Tuesday without agreeing on the strait.';
const body = (title: string, words: string, head = '') =>
  `<html><head><title>${title}</title>${head}</head><body>${words}</body></html>`;

test.each([
  [
    'a check for robots',
    body('Just a moment...', '<h1>courier.example</h1><p>Enable JavaScript and cookies to continue</p>'),
  ],
  [
    'a message that the page is not there',
    body('Page not found - Courier', '<h1>404</h1><p>Sorry, it may have been moved.</p>'),
  ],
  [
    'a form to log in',
    body('Log in to Courier', '<form><label>Email</label><input></form><p>By logging in you agree to our terms.</p>'),
  ],
  [
    'a question about cookies',
    body(
      'Courier',
      '<h2>We value your privacy</h2><p>We and our 812 partners store and access information on a device, such as cookies.</p><button>Accept all</button>',
    ),
  ],
])('a page that stands before a report is no report: %s', (what, html) => {
  const { document, problems } = capture(html);
  expect(document).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(['intake/no-report']);
  expect(problems[0]?.says).toContain(`It holds no report but ${what}`);
});

test.each([
  [
    'one whose linked data says that it is closed',
    body(
      'Why the strait matters',
      `<article><h1>Why the strait matters</h1><p>${sentence}</p></article>`,
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
    ),
    'teaser',
  ],
  [
    'one that breaks off',
    body(
      'Why the strait matters',
      `<article><h1>Why the strait matters</h1><p>${sentence}</p><p>Officials of both…</p><div class="paywall">Subscribe to continue reading. Already a subscriber? Log in</div></article>`,
    ),
    'teaser',
  ],
  [
    'a live page',
    body(
      'Talks live',
      `<main><h1>Talks live</h1><p>${sentence}</p></main>`,
      '<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script>',
    ),
    'live-page',
  ],
])('a page that holds a report in part is told: %s', (_, html, code) => {
  const { document, notes } = capture(html);
  expect(document?.text).toContain(sentence);
  expect(notes.map((note) => note.code)).toEqual([`intake/${code}`]);
});

test('a short report beside a newsletter form, or about a page that was not found, is a report', () => {
  for (const html of [
    body(
      'Envoys meet',
      `<article><h1>Envoys meet</h1><p>${sentence}</p><div class="newsletter">Sign up for our newsletter</div></article>`,
    ),
    body('Error in the treaty', `<article><h1>Error in the treaty</h1>${`<p>${sentence}</p>`.repeat(6)}</article>`),
    body(
      'Access denied',
      '<article><h1>Access denied</h1><p>The fleet was denied access to the harbour.</p></article>',
      '<meta property="og:type" content="article">',
    ),
  ]) {
    const { document, notes } = capture(html);
    expect([document === undefined, notes]).toEqual([false, []]);
  }
});

test('a cell with one paragraph stays in its row', () => {
  expect(textOf('<table><tr><td><p>Ships</p></td><td><p>40</p></td></tr></table>')).toBe('Ships 40');
});
