import { type Member, sentence, taken } from './member.ts';

/** Names that a shell, a page, a spreadsheet, a terminal or another system reads as more than a name. */
const NAMES = [
  '<img src=x onerror=alert(1)>.txt',
  `"onmouseover='alert(1)'.txt`,
  '=cmd|calc!A1.txt',
  '@SUM(1+1).txt',
  '+1+1.txt',
  '-rf.txt',
  '--help.txt',
  '$(touch entente-out).txt',
  '`touch entente-out`.txt',
  ';touch entente-out;.txt',
  'a%2e%2e%2fb.txt',
  'x..%00.txt',
  'x....txt',
  'CON.txt',
  'a:b.txt',
  'a\\..\\b.txt',
  'a\nb.txt',
  'a\u001B[31mb.txt',
  'a\u202Etxt.gpj.txt',
  'a\u200Bb.txt',
  '\u00e9.txt',
  'e\u0301.txt',
  '__proto__.txt',
  'constructor.txt',
  'toString.md',
  ' .txt',
  '名前.txt',
  '👩‍👩‍👧.txt',
  `${'n'.repeat(240)}.txt`,
  '%s%n%x.txt',
  '{{7*7}}<%= 7*7 %> .txt',
];

export const NAMED: readonly Member[] = NAMES.map((name, index) => taken(name, sentence(`name ${index}`)));
