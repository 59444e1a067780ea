import { expect, test } from 'vitest';
import { bar, fitted } from './progress.ts';
import type { Shell } from './shell.ts';
import { toldLines, unusableLines } from './told.ts';

const shell = (given: Partial<Shell>): Shell => ({
  ...{ out: () => {}, err: () => {}, terminal: true, outTerminal: true, columns: 80, cwd: '/', ...given },
});
const problem = (file: string, says: string, code = 'intake/binary') => ({ code, at: [file], says });
const SAYS = 'It is a spreadsheet, which is not read. Save the report as .pdf, .docx, .html or .txt.';
const many = (count: number, says = SAYS) => Array.from({ length: count }, (_, i) => problem(`${i}.xlsx`, says));

test('before a person: two lists, the same words once with the names, and it fits', () => {
  for (const columns of [40, 80, 120]) {
    const told = toldLines(
      many(8),
      [problem('a.txt', 'It holds the same words as b.txt and counts once.', 'intake/copy')],
      shell({ columns }),
    );
    expect(told).toMatch(/^8 problems\n! 0\.xlsx, 1\.xlsx/);
    expect(told.match(/spreadsheet/g)).toHaveLength(1);
    expect(told).toMatch(/and 3\s+more\n/);
    expect(told).toContain('\n\n1 note\n· a.txt\n');
    for (const line of told.split('\n')) expect(line.length).toBeLessThanOrEqual(Math.min(columns, 100));
  }
});

test('of a thousand different ones of a kind five are told, the others counted', () => {
  const all = Array.from({ length: 1_000 }, (_, i) =>
    problem(`${i}.pdf`, `Page ${i} cannot be read.`, 'intake/pages-missing'),
  );
  const told = toldLines(all, [], shell({}));
  expect(told.match(/cannot be read/g)).toHaveLength(5);
  expect(told).toContain('and 995 more');
});

test('elsewhere one a line, all of them, without a sign for a terminal', () => {
  const told = toldLines(many(8), many(2), shell({ terminal: false }));
  expect(told.trimEnd().split('\n')).toHaveLength(10);
  expect(told).not.toContain('\x1b');
});

test('colour only where it is welcome, and never from a name of a file', () => {
  const evil = [problem('\x1b[31mred\x07.pdf', 'It\x1b]0;x\x07 is damaged.')];
  const bare = toldLines(evil, [], shell({}));
  expect([...bare].filter((letter) => letter < ' ' && letter !== '\n')).toEqual([]);
  expect(toldLines(evil, [], shell({ colour: true }))).toMatch(/^\x1b\[1m1 problem\x1b\[0m\n\x1b\[31m!\x1b\[0m /);
});

test('a bar says how far it is, and what takes two columns is counted so', () => {
  expect(bar('Capturing', 412, 1000, 'a.html')).toBe('Capturing  ████████░░░░░░░░░░░░  412 of 1,000  a.html');
  expect(bar('Reading', 0, 0)).toBe('Reading  ████████████████████  0 of 0');
  expect(fitted('한국 보고서.pdf', 6)).toBe('한국 ');
  expect(fitted('e\u0301te\u0301.pdf', 3)).toBe('e\u0301te\u0301');
});

test('why a command cannot go on is broken between words before a person alone', () => {
  const lines = unusableLines([problem('a/very/long/name/of/a/folder', SAYS)], shell({ columns: 60 }))
    .trimEnd()
    .split('\n');
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
  expect(
    unusableLines(many(2), shell({ terminal: false }))
      .trimEnd()
      .split('\n'),
  ).toHaveLength(2);
});
