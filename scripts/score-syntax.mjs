// `npm run score -- syntax [FILE.conllu…] [--json] [--model FILE]`: the trees, mentions and coreference of the shipped model against gold ones.
// Without a file: dev.conllu of the treebank beside the checkout.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import './typescript.mjs';
import { root } from './install.mjs';

export const score = async (args) => {
  const at = args.indexOf('--model');
  const model = at < 0 ? join(root, 'reading/model/english.bin') : args[at + 1];
  const files = args.filter((arg, index) => !arg.startsWith('--') && (at < 0 || index !== at + 1));
  if (files.length === 0) files.push(join(root, '../shared/treebank/dev.conllu'));
  const missing = [...files, model].filter((file) => !existsSync(file));
  if (missing.length > 0) {
    for (const file of missing) console.error(`${file}: there is no such file. Give CoNLL-U files with gold trees.`);
    return 2;
  }
  const { reportOn } = await import('../reading/train/score/report.ts');
  const { words, text, json } = reportOn(model, files);
  if (words === 0) {
    console.error(
      `${files.join(', ')}: no tree was found. Give CoNLL-U files: ten columns with tabs between them, a blank line after each sentence.`,
    );
    return 2;
  }
  process.stdout.write(args.includes('--json') ? json : text);
  return 0;
};
