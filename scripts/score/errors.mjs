// What goes wrong most often: compares what the reader suggests with the coded reports that may be looked at (gold and seen, never held) and counts the
// kinds of error, each with the rules behind it.
//   node --conditions=source --import ./scripts/typescript.mjs scripts/score/errors.mjs [seen|gold] [--show]
// `--show` prints every error with its words.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebookFile } from '../../desk/src/cli/read.ts';
import { capturePaths } from '../../desk/src/intake/folder.ts';
import { englishSyntax } from '../../desk/src/model.ts';
import { lines } from '../../reading/src/suggestion/jsonl.ts';
import { readDocuments } from '../../reading/src/suggestion/read.ts';
import { root } from '../install.mjs';
import { compare, rows, together } from './compare.mjs';

const seen = join(root, 'reading', 'evaluation', 'seen');
const sets = [
  { name: 'gold', texts: join(root, '..', 'shared', 'corpus'), codings: join(root, '..', 'shared', 'gold') },
  { name: 'seen', texts: seen, codings: seen },
].filter(({ texts, codings }) => existsSync(texts) && existsSync(join(codings, 'issues.json')));

const show = process.argv.includes('--show');
const words = process.argv.includes('--words');
const asked = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const syntax = words ? undefined : englishSyntax();

const counted = new Map();
const count = (kind, rule) => {
  const known = counted.get(kind) ?? { all: 0, rules: new Map() };
  known.all += 1;
  known.rules.set(rule, (known.rules.get(rule) ?? 0) + 1);
  counted.set(kind, known);
};
const kindOf = (rule) => (rule ?? '').split(':')[0];
const plain = (text) => text.replace(/\s+/g, ' ');

for (const { name, texts, codings } of sets.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const book = await codebookFile(join(codings, 'issues.json'), 'issues.json');
  const all = [];
  for (const file of readdirSync(texts).filter((one) => /^\d{3}\.txt$/.test(one))) {
    const gold = JSON.parse(readFileSync(join(codings, file.replace('.txt', '.json')), 'utf8'));
    const { documents } = await capturePaths([join(texts, file)]);
    const compared = compare(gold, lines(readDocuments(documents, book, { syntax }), documents, []), true);
    all.push(compared.counts);
    const { judged, missed, extra } = compared;
    const tell = (kind, rule, text, more) => {
      count(kind, rule);
      if (show) console.log(`${file} ${kind} | ${rule} | ${more} | ${plain(text)}`);
    };
    for (const g of missed) {
      const near = judged.find(({ gold: one }) => one.start < g.end && g.start < one.end);
      const other = extra.find((one) => one.start < g.end && g.start < one.end);
      tell(
        near
          ? 'not found: one clause, several positions'
          : other
            ? 'not found: something else in its place'
            : 'not found',
        g.stance,
        g.text,
        `${g.actor} ${g.issue}`,
      );
    }
    for (const { gold: g, found: p, actor, stance, issue } of judged) {
      const told = `${g.actor} ${g.stance} ${g.issue} / ${p.actor} ${p.stance} ${p.issue} [${plain(p.text)}]`;
      if (!actor) tell('wrong actor', kindOf(p.rule), g.text, told);
      if (!stance) tell(`wrong stance: ${g.stance} read as ${p.stance}`, p.rule, g.text, told);
      if (!issue) tell('wrong issue', kindOf(p.rule), g.text, told);
    }
    for (const p of extra) tell('nothing coded there', p.rule, p.text, `${p.actor} ${p.stance} ${p.issue}`);
  }
  for (const { name: what, precision, recall, f } of rows(together(all)).slice(0, 4))
    console.log(`${name}  ${what.padEnd(34)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F ${f.toFixed(3)}`);
}
console.log();
for (const [kind, { all, rules }] of [...counted].sort((a, b) => b[1].all - a[1].all)) {
  const most = [...rules].sort((a, b) => b[1] - a[1]).slice(0, 8);
  console.log(`${String(all).padStart(5)}  ${kind}: ${most.map(([rule, times]) => `${rule} ${times}`).join(', ')}`);
}
