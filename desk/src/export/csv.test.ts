import { expect, test } from 'vitest';
import { csv, csvCell } from './csv.ts';
import { terminal, wrapped } from './text.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+49', "'+49"],
  ['-x', "'-x"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['a,b', '"a,b"'],
  ['say “x” "y"', '"say “x” ""y"""'],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  [-3, '-3'],
  [undefined, ''],
])('%j is written as %s', (value, cell) => expect(csvCell(value)).toBe(cell));

test('a table', () => expect(csv(['a', 'b'], [[1, 'x']])).toBe('a,b\r\n1,x\r\n'));

test('what would steer a terminal does not reach it', () => {
  expect(terminal('a\u001b[2Jb\u202ec')).toBe('a [2Jb c');
  expect(wrapped('one two three', 8, '  ')).toBe('  one\n  two\n  three');
});
