import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readConllu } from './conllu.ts';

const treebank = (file: string) => fileURLToPath(new URL(`../../../shared/treebank/${file}`, import.meta.url));

test('multiword tokens give the spacing, empty nodes are skipped', () => {
  const rows = [
    '# newdoc id = GUM_news_one',
    '# text = I can’t go.',
    '1\tI\tI\tPRON\tPRP\t_\t4\tnsubj\t_\t_',
    '2-3\tcan’t\t_\t_\t_\t_\t_\t_\t_\t_',
    '2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_',
    '3\tn’t\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_',
    '3.1\tx\tx\tX\tX\t_\t_\t_\t4:dep\t_',
    '4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No',
    '5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_',
  ];
  const [document] = readConllu(rows.join('\n'));
  expect([document?.genre, document?.sentences.length]).toEqual(['news', 1]);
  const words = document?.sentences[0]?.words ?? [];
  expect(words.map(({ form }) => form)).toEqual(['I', 'ca', 'n’t', 'go', '.']);
  expect(words.map(({ space }) => space)).toEqual([true, false, true, false, true]);
  expect(words.map(({ head }) => head)).toEqual([3, 3, 3, -1, 3]);
});

test.skipIf(!existsSync(treebank('dev.conllu')))('no document of dev stands in the training data', () => {
  const ids = (file: string) => readConllu(readFileSync(treebank(file), 'utf8')).map(({ id }) => id);
  const train = new Set([...ids('train.conllu'), ...ids('pud-half.conllu')]);
  expect(ids('dev.conllu').filter((id) => train.has(id))).toEqual([]);
});
