import { outlineOf, type ReportPart } from '@entente/core/report/outline';
import { reportOf } from '@entente/core/report/report';
import { hostileDossier } from '@entente/core/testing/hostile-dossier';
import { quotaDossier } from '@entente/core/testing/quota-dossier';
import { strFromU8, unzipSync } from 'fflate';
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

test('parts stand in the order in which they are asked for', () => {
  const headings = (parts: readonly ReportPart[]) =>
    outlineOf(report, parts).blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? block.text : [],
    );
  expect(headings(['methods', 'positions'])).toEqual(['Methods', 'Who stands where']);
  expect(headings(['positions', 'methods'])).toEqual(['Who stands where', 'Methods']);
});

test('Word: headings, notes, heads of tables and the language are what Word takes them for', async () => {
  const outline = outlineOf(report);
  const files = unzipSync(await docxOf(outline));
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const body = text('word/document.xml');
  expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBe(
    outline.blocks.filter((block) => block.kind === 'heading' && block.level === 2).length,
  );
  const tables = outline.blocks.filter(({ kind }) => kind === 'table').length;
  expect(body.match(/<w:tblHeader\/>/g)?.length).toBe(tables);
  const cited = [...body.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id);
  expect(cited.length).toBeGreaterThan(3);
  for (const id of cited) expect(text('word/footnotes.xml')).toContain(`w:id="${id}"`);
  expect(text('word/styles.xml')).toMatch(/<w:lang w:val="en-GB"/);
  expect(text('docProps/core.xml')).toContain('<dc:creator>Entente</dc:creator>');
});
