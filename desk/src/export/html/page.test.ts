import type { Dossier } from '@entente/core/report/dossier';
import { reportOf } from '@entente/core/report/report';
import { HOSTILE, hostileDossier } from '@entente/core/testing/hostile-dossier';
import { quotaDossier } from '@entente/core/testing/quota-dossier';
import { documentId } from '@entente/core/vocabulary';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { escaped, html } from './markup.ts';
import { reportPage } from './page.ts';

const parsed = (text: string) => parseHTML(text).document;

describe('a report as one page', () => {
  const text = reportPage(reportOf(quotaDossier));
  const page = parsed(text);

  test('has one heading of the first order, the finding', () =>
    expect([...page.querySelectorAll('h1')].map((one) => one.textContent)).toEqual([
      reportOf(quotaDossier).finding.text,
    ]));

  test('every link leads to a place in the page, and every place has one name', () => {
    const ids = [...page.querySelectorAll('[id]')].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of page.querySelectorAll('a')) {
      const href = link.getAttribute('href') ?? '';
      expect(href.startsWith('#')).toBe(true);
      expect(ids).toContain(href.slice(1));
    }
    for (const use of page.querySelectorAll('use')) expect(ids).toContain((use.getAttribute('href') ?? '').slice(1));
  });

  test('a pair found by hand says so and claims no likeness', () => {
    const [first, ...rest] = quotaDossier.derivations;
    if (first === undefined) throw new RangeError('the fixture has derivations');
    const byHand = { ...first, score: 1, direction: { by: ['by hand'], sure: true } } as const;
    const shown = parsed(reportPage(reportOf({ ...quotaDossier, derivations: [byHand, ...rest] })));
    const joins = [...shown.querySelectorAll('.pair .join small')].map((one) => one.textContent ?? '');
    expect(joins.filter((text) => text === 'by hand')).toHaveLength(1);
    expect(joins.filter((text) => text.startsWith('likeness'))).toHaveLength(joins.length - 1);
  });

  test('every statement leads to its marked words and back', () => {
    for (const entry of page.querySelectorAll('.statement')) {
      const href = entry.querySelector('.said a')?.getAttribute('href') ?? '';
      const place = page.querySelector(href);
      expect(place?.querySelector('mark')?.textContent?.length ?? 0).toBeGreaterThan(0);
      const row = place?.closest('.row');
      expect([...(row?.querySelectorAll('.backs a') ?? [])].map((one) => one.getAttribute('href'))).toContain(
        `#${entry.id}`,
      );
    }
  });

  test('shows every word of every document, in order', () => {
    const rows = [...page.querySelectorAll('.document')].map((one) =>
      [...one.querySelectorAll('.row p')].map((p) => p.textContent).join('\n\n'),
    );
    expect(rows).toEqual(quotaDossier.documents.map((document) => document.text));
  });

  test('asks nothing of anywhere and runs nothing', () => {
    expect(page.querySelectorAll('script, link, img, iframe, object, embed, form, base').length).toBe(0);
    expect(text).not.toMatch(/https?:|@import|url\((?!#c-|data:font)/);
  });

  test('what is suggested looks suggested', () => {
    const suggested = [...page.querySelectorAll('.statement.suggested')];
    expect(suggested).toHaveLength(1);
    expect(suggested[0]?.querySelector('.said')?.textContent).toMatch(/^⟨.*⟩$/);
    expect(suggested[0]?.querySelector('use')?.getAttribute('href')).toBe('#g-support-hollow');
  });
});

test('hostile words stay words', () => {
  const page = parsed(
    reportPage(reportOf(hostileDossier, { problems: [{ code: HOSTILE, at: [HOSTILE], says: HOSTILE }] })),
  );
  expect(page.querySelectorAll('script, img').length).toBe(0);
  for (const element of page.querySelectorAll('*'))
    for (const { name } of element.attributes) expect(name.startsWith('on')).toBe(false);
  expect(page.querySelector('h1')?.textContent).toContain('<script>');
});

test('a dossier of nothing is still a page', () => {
  const nothing: Dossier = {
    ...quotaDossier,
    documents: [],
    derivations: [],
    origins: [],
    statements: [],
    events: [],
    figures: [],
    forecasts: [],
    codebook: { actors: [], issues: [] },
  };
  expect(parsed(reportPage(reportOf(nothing))).querySelector('h1')?.textContent).toBe(quotaDossier.title);
});

test('overlapping passages keep the words whole', () => {
  const [first] = quotaDossier.statements;
  if (first === undefined) throw new RangeError('the fixture has statements');
  const shifted = { ...first.passage, start: first.passage.start + 8, end: first.passage.end + 20 };
  const words =
    quotaDossier.documents.find(({ id }) => id === documentId('wire'))?.text.slice(shifted.start, shifted.end) ?? '';
  const statements = [...quotaDossier.statements, { ...first, passage: { ...shifted, quote: words } }];
  const page = parsed(reportPage(reportOf({ ...quotaDossier, statements })));
  const shown = [...(page.querySelector('.document')?.querySelectorAll('.row p') ?? [])]
    .map((p) => p.textContent)
    .join('\n\n');
  expect(shown).toBe(quotaDossier.documents[0]?.text);
});

test('markup is made of escaped values', () => {
  expect(html`<p title="${'"<&\''}">${['a<b', html`<b>${'>'}</b>`]}</p>`.text).toBe(
    '<p title="&quot;&lt;&amp;&#39;">a&lt;b<b>&gt;</b></p>',
  );
  expect(escaped('a\u202eb\u0000c')).toBe('abc');
});
