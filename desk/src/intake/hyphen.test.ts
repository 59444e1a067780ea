import { expect, test } from 'vitest';
import { joined, wordsOf } from './hyphen.ts';

test.each([
  ['as the writer spells it elsewhere', 'the nego-', 'tiation', 'the negotiation', 'negotiation'],
  ['with a hyphen elsewhere', 'a re-', 'election', 'a re-election', 're-election'],
  ['before a capital', 'the Asia-', 'Pacific', 'the Asia-Pacific', ''],
  ['before a number', 'a COVID-', '19 case', 'a COVID-19 case', ''],
  ['a usual compound', 'the Seoul-', 'based body', 'the Seoul-based body', ''],
  ['a usual beginning', 'his self-', 'interest', 'his self-interest', ''],
  ['otherwise without', 'a diplo-', 'matic note', 'a diplomatic note', ''],
  ['a soft hyphen', 'a diplo\u00AD', 'matic note', 'a diplomatic note', ''],
  ['no hyphen', 'the', 'envoys', 'the envoys', ''],
  ['a dash', 'the talks –', 'again', 'the talks – again', ''],
  ['a dash without space', 'the talks—', 'again', 'the talks—again', ''],
  ['Japanese', '政府は', '今日', '政府は今日', ''],
  ['a hyphen that hangs', 'pre- and post-', 'war', 'pre- and post-war', 'post-war'],
])('a word broken over two lines is joined %s', (_, line, next, expected, elsewhere) => {
  expect(joined(line, next, wordsOf([elsewhere]))).toBe(expected);
});
