// The coded reports that may be looked at, and what the reader makes of them. Nobody fits anything to reading/evaluation/held or fresh.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebookFile } from '../../desk/src/cli/read.ts';
import { capturePaths } from '../../desk/src/intake/folder.ts';
import { englishSyntax } from '../../desk/src/model.ts';
import { root } from '../install.mjs';

const PLACES = {
  seen: [join(root, 'reading', 'evaluation', 'seen'), join(root, 'reading', 'evaluation', 'seen')],
  gold: [join(root, '..', 'shared', 'corpus'), join(root, '..', 'shared', 'gold')],
};

/** Coded reports: each with its set, its name, its text as captured, its coding and the codebook of its set. */
export const codedReports = async (names = Object.keys(PLACES)) => {
  const found = [];
  for (const set of names) {
    const [texts, codings] = PLACES[set];
    if (!existsSync(texts) || !existsSync(join(codings, 'issues.json'))) continue;
    const book = await codebookFile(join(codings, 'issues.json'), 'issues.json');
    for (const file of readdirSync(texts).filter((name) => /^\d{3}\.txt$/.test(name))) {
      const gold = JSON.parse(readFileSync(join(codings, file.replace('.txt', '.json')), 'utf8'));
      const { documents } = await capturePaths([join(texts, file)]);
      found.push({ set, file, gold, book, documents });
    }
  }
  return found;
};

/** The parser, which remembers what it has read: the same reports are read several times. */
export const rememberingSyntax = () => {
  const syntax = englishSyntax();
  const known = new Map();
  const analyse = (text) => {
    if (!known.has(text)) known.set(text, syntax.analyse(text));
    return known.get(text);
  };
  return { ...syntax, analyse };
};

/** Whether two passages overlap by half of the shorter one. */
export const half = (a, b) => {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared * 2 >= Math.min(a.end - a.start, b.end - b.start);
};
