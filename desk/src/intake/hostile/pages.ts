import { either, FORMULA, joined, type Member, SCRIPT, sentence, taken, told } from './member.ts';

const page = (name: string, marks: string | ((site: string) => string), head = ''): Member =>
  taken(`${name}.html`, (site) => {
    const body = typeof marks === 'string' ? marks : marks(site);
    return `<!doctype html><html><head>${head}</head><body><p>${sentence(name)}</p>${body}</body></html>`;
  });

const headed = (name: string, head: string): Member => page(name, '', head);

const linked = (name: string, data: string): Member =>
  headed(name, `<script type="application/ld+json">${data}</script>`);

/** Pages that carry script, in every place where words are read from. */
const SCRIPTED: readonly Member[] = [
  headed('script in a title', `<title>${SCRIPT}Envoys meet</title>`),
  headed('script in a title as entities', `<title>&lt;script&gt;alert(1)&lt;/script&gt; Envoys meet</title>`),
  headed('script in OpenGraph', `<meta property="og:title" content='${SCRIPT}"><img src=x onerror=alert(1)>'>`),
  headed('script as an author', `<meta name="author" content='"><svg onload=alert(1)>'>`),
  headed('script as an outlet', `<meta property="og:site_name" content='${SCRIPT}'>`),
  headed('formula as a title', `<title>${FORMULA}</title><meta name="author" content="+cmd|' /C calc'!A0">`),
  headed('formula after a tab', `<meta property="og:title" content="&#9;=1+1"><meta name="author" content="@SUM(1)">`),
  linked(
    'script in linked data',
    JSON.stringify({ '@type': 'NewsArticle', headline: SCRIPT, author: { name: '-2+3' } }).replaceAll('</', '<\\/'),
  ),
  linked(
    'linked data that pollutes',
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"@type":"NewsArticle"}',
  ),
  linked('linked data without end', '{"@graph":'.repeat(20_000)),
  linked(
    'linked data in circles of names',
    JSON.stringify({ '@type': 'NewsArticle', author: Array(50).fill(Array(50).fill({ name: [{ name: 'x' }] })) }),
  ),
  headed(
    'a date that is script',
    `<meta property="article:published_time" content='2021-11-07"><script>alert(1)</script>'>`,
  ),
  headed('a language that is script', `<meta property="og:locale" content="en'onmouseover='alert(1)">`),
  headed('an address that is script', '<link rel="canonical" href="javascript:alert(1)">'),
  page('events in attributes', '<p onclick="alert(1)" onmouseover=alert(2) style="x:expression(alert(3))">Words.</p>'),
  page('a drawing that loads', '<svg onload=alert(1)><script>alert(1)</script><text>no</text></svg>'),
  page(
    'links that are script',
    '<a href="javascript:alert(1)">one</a> <a href="data:text/html,<script>alert(1)</script>">two</a>',
  ),
  page(
    'words that look like marks',
    '<p>&lt;img src=x onerror=alert(1)&gt; and &lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  ),
  page(
    'templates and shadows',
    `<template>${SCRIPT}</template><noscript><p>${SCRIPT}</p></noscript><math><mtext>${SCRIPT}</mtext></math>`,
  ),
  page(
    'names that clobber',
    '<form name="documentElement"><input name="querySelector"><input name="body"></form><img name="title"><a id="cookie"></a>',
  ),
];

/** Pages that want something from elsewhere. */
const CALLING: readonly Member[] = [
  page(
    'pictures from elsewhere',
    (site) => `<img src="${site}/a.png" srcset="${site}/b.png 2x"><picture><source srcset="${site}/c"></picture>`,
  ),
  page(
    'frames from elsewhere',
    (site) => `<iframe src="${site}/f"></iframe><object data="${site}/o"></object><embed src="${site}/e">`,
  ),
  page(
    'styles from elsewhere',
    (site) =>
      `<style>@import url(${site}/s.css);p{background:url(${site}/b)}</style><link rel=stylesheet href="${site}/l.css">`,
  ),
  page(
    'scripts from elsewhere',
    (site) => `<script src="${site}/s.js"></script><script type=module>import "${site}/m.js"</script>`,
  ),
  page('a refresh', (site) => `<meta http-equiv="refresh" content="0;url=${site}/r"><base href="${site}/">`),
  page('sound and film', (site) => `<video src="${site}/v" poster="${site}/p"></video><audio src="${site}/a"></audio>`),
  page(
    'a form that sends itself',
    (site) => `<form action="${site}/x" method=post><input autofocus onfocus="this.form.submit()"></form>`,
  ),
  taken(
    'entities from elsewhere.xhtml',
    (site) =>
      `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "${site}/x"><!ENTITY f SYSTEM "file:///etc/passwd">]><html><body><p>${sentence('entities')} &x; &f;</p></body></html>`,
  ),
];

const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

/** Pages that are too much: of everything. */
const ENDLESS: readonly Member[] = [
  taken(
    'a billion laughs.html',
    `<!DOCTYPE html [<!ENTITY l0 "lol">${laughs}]><html><body><p>${sentence('laughs')} &l12;</p></body></html>`,
  ),
  told('nested without end.html', '<div>'.repeat(60_000)),
  either('nested deep.html', `${'<div>'.repeat(3_000)}<p>${sentence('limit')}</p>`),
  either('nested inlines.html', `<p>${sentence('inlines')}${'<b><i>'.repeat(5_000)}x`),
  either('nested tables.html', `<p>${sentence('tables')}</p>${'<table><tr><td>'.repeat(2_000)}x`),
  either('nested lists of links.html', `<p>${sentence('lists')}</p>${'<ul><li><a href=x>'.repeat(2_000)}x`),
  told('marks without end.html', '<i>x</i>'.repeat(200_000)),
  told('paragraphs without end.html', `<p>${sentence('many')}</p>${'<p>x'.repeat(151_000)}`),
  either(
    'attributes without end.html',
    `<p ${Array.from({ length: 200_000 }, (_, i) => `a${i}`).join(' ')}>${sentence('attributes')}</p>`,
  ),
  told('the same attribute again and again.html', `<p ${'a=1 '.repeat(200_000)}>${sentence('same attribute')}</p>`),
  taken('an attribute of two megabytes.html', `<p title="${'x'.repeat(2_000_000)}">${sentence('long attribute')}</p>`),
  taken(
    'a picture inside of the page.html',
    `<p>${sentence('inside')}</p><img src="data:image/png;base64,${'A'.repeat(2_000_000)}">`,
  ),
  taken('a title of a megabyte.html', `<title>${'x '.repeat(500_000)}</title><p>${sentence('title')}</p>`),
  taken('a style of a megabyte.html', `<style>${'.a{b:c}{'.repeat(125_000)}</style><p>${sentence('style')}</p>`),
  either('options without end.html', `<p>${sentence('options')}</p><select>${'<option>x'.repeat(3_000)}</select>`),
  taken('one line of a megabyte.html', `<p>${`${sentence('line')} `.repeat(8_000)}</p>`),
  taken('comments that do not end.html', `<p>${sentence('comments')}</p>${'<!-- '.repeat(100_000)}`),
  either('quotes that do not end.html', `<p>${sentence('quotes')}</p>${'<a href="'.repeat(50_000)}`),
  either('openings alone.html', `<p>${sentence('openings')}</p>${'<'.repeat(20_000)}`),
  either('a document type that does not end.html', `<!doctype html [${'<!ENTITY a "'.repeat(100_000)}`),
  either(
    'declarations without end.html',
    `${'<?xml version="1.0"?>'.repeat(50_000)}<p>${sentence('declarations')}</p>`,
  ),
  either('metas without end.html', `${'<meta name=a content=b '.repeat(80_000)}><p>${sentence('metas')}</p>`),
  either('entities without end.html', `<p>${sentence('entities')} ${'&amp'.repeat(20_000)}</p>`),
  either(
    'entities of numbers.html',
    `<p>${sentence('numbers')} ${'&#x110000;&#xD800;&#0;&#xFFFFFFFFFF;'.repeat(2_000)}</p>`,
  ),
  either('classes without end.html', `<p class="${'a '.repeat(500_000)}">${sentence('classes')}</p>`),
  either(
    'styles without end.html',
    `<p style="${'color:red;'.repeat(20_000)}display:none">x</p><p>${sentence('inline styles')}</p>`,
  ),
];

/** Pages that are not what they seem, or not whole. */
const BROKEN: readonly Member[] = [
  taken('cut off in a mark.html', `<p>${sentence('cut off')}</p><div class="a`),
  taken('closed before it is opened.html', `</html></body></p></div></table><p>${sentence('closed')}</p></p></p>`),
  taken('two bodies.html', `<html><body><p>${sentence('two bodies')}</p></body><body><p>Second.</p></body></html>`),
  taken('a text area that is not closed.html', `<p>${sentence('text area')}</p><textarea><p>Unsaid.</p>`),
  either('plain text from here.html', `<p>${sentence('plaintext')}</p><plaintext><script>alert(1)</script>`),
  taken('a frame set.html', `<p>${sentence('frames')}</p><frameset><frame src="x"></frameset>`),
  taken(
    'conditional comments.html',
    `<!--[if IE]><p>IE</p><![endif]--><p>${sentence('conditional')}</p><![CDATA[<p>data</p>]]>`,
  ),
  told('zero bytes.html', joined(`<p>${sentence('zero')}`, [0, 0, 0], '</p>')),
  either(
    'an encoding that it is not.html',
    joined('<meta charset="utf-16"><p>', sentence('wrong encoding'), [0xe9, 0xe8], '</p>'),
  ),
  either(
    'an encoding that there is not.html',
    joined('<meta charset="x-klingon"><p>', sentence('no encoding'), [0xe9, 0x20, 0xe8], '</p>'),
  ),
  taken(
    'UTF-7 that could be script.html',
    `<meta charset="utf-7"><p>${sentence('utf 7')} +ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>`,
  ),
  told('nothing that can be seen.html', `<body style="display:none"><p>${sentence('unseen')}</p></body>`),
  told('script alone.html', `<html><head>${SCRIPT}</head><body>${SCRIPT}</body></html>`),
  told('an empty page.html', '<html></html>'),
];

export const PAGES: readonly Member[] = [...SCRIPTED, ...CALLING, ...ENDLESS, ...BROKEN];
