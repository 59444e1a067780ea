import { outlineOf } from '@entente/core/report/outline';
import { reportOf } from '@entente/core/report/report';
import { hostileDossier } from '@entente/core/testing/hostile-dossier';
import { quotaDossier } from '@entente/core/testing/quota-dossier';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { docxOf } from './docx.ts';
import { markdownOf } from './markdown.ts';

const report = reportOf(quotaDossier);

test('every claim has a note, and every note the words of a source', () => {
  const { blocks, notes } = outlineOf(report);
  expect(notes.length).toBeGreaterThan(3);
  expect(notes.every((note) => note.includes('¶') || note.includes('heading') || note.includes('headline'))).toBe(true);
  const cited = blocks.flatMap((one) => ('notes' in one ? one.notes : []));
  expect(Math.max(...cited)).toBe(notes.length);
  expect(Math.min(...cited)).toBe(1);
});

test('what is not chosen is left out', () => {
  const headings = (parts?: Parameters<typeof outlineOf>[1]) =>
    outlineOf(report, parts).blocks.flatMap((one) => (one.kind === 'heading' && one.level === 2 ? [one.text] : []));
  expect(headings()).toContain('Methods');
  expect(headings(['positions'])).toEqual(['Who stands where']);
  expect(headings([])).toEqual([]);
});

test('Markdown: footnotes are all defined, and hostile words make no marks and no tags', () => {
  const text = markdownOf(outlineOf(report));
  const used = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number));
  const defined = new Set([...text.matchAll(/^\[\^(\d+)\]:/gm)].map(([, number]) => number));
  expect([...used].every((number) => defined.has(number))).toBe(true);
  expect(used.size).toBeGreaterThan(3);
  const hostile = markdownOf(outlineOf(reportOf(hostileDossier)));
  expect(hostile).not.toMatch(/(?<!\\)<(?:script|img|iframe|svg)/i);
});

test('Word: the document opens and says the same', async () => {
  const bytes = await docxOf(outlineOf(report));
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  expect(value).toContain(report.finding.text);
  expect(value).toContain('Methods');
});
