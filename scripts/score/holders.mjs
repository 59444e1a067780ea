// What the reader takes for the holder of a position where people coded another: by kind of expression, with counts, and what of links, dates and forecasts is wrong.
//   node --conditions=source --import ./scripts/typescript.mjs scripts/score/holders.mjs [actor|speaker|chain|date|event|forecast|level]… [--set seen] [--file 101]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebookFile } from '../../desk/src/cli/read.ts';
import { capturePaths } from '../../desk/src/intake/folder.ts';
import { englishSyntax } from '../../desk/src/model.ts';
import { lines } from '../../reading/src/suggestion/jsonl.ts';
import { readDocuments } from '../../reading/src/suggestion/read.ts';
import { root } from '../install.mjs';
import { compare, rows, together } from './compare.mjs';

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const only = option('--file');
const sets = [
  ['gold', join(root, '..', 'shared', 'corpus'), join(root, '..', 'shared', 'gold')],
  ['seen', join(root, 'reading', 'evaluation', 'seen'), join(root, 'reading', 'evaluation', 'seen')],
].filter(([name, texts]) => existsSync(texts) && (option('--set') ?? name) === name);

const syntax = args.includes('--words') ? undefined : englishSyntax();
const short = (text, most = 150) => (text ?? '').replace(/\s+/g, ' ').slice(0, most);
const formOf = (position) => {
  const [mention] = position?.holder ?? [];
  return mention ? `${mention.form}${mention.unknown ? ' (unknown)' : ''}` : 'none in the clause';
};

for (const [name, texts, codings] of sets) {
  const book = await codebookFile(join(codings, 'issues.json'), 'issues.json');
  const all = [];
  const kinds = new Map();
  const wrong = new Map();
  for (const file of readdirSync(texts).filter((one) => /^\d{3}\.txt$/.test(one) && (!only || one.startsWith(only)))) {
    const gold = JSON.parse(readFileSync(join(codings, file.replace('.txt', '.json')), 'utf8'));
    const { documents } = await capturePaths([join(texts, file)]);
    const positions = [];
    const reading = readDocuments(documents, book, {
      syntax,
      observe: (one, position) => {
        positions.push({
          start: one.tokens[position.first]?.start ?? 0,
          position,
          words: position.holder.map(({ start, end }) => documents[0].text.slice(start, end)).join(' + '),
        });
      },
    });
    const found = lines(reading, documents, []);
    const result = compare(gold, found, true);
    all.push(result);
    const places = gold.statements.map(({ start, end }) => [start, end]);
    const show = (what, text) => {
      if (args.includes(what)) console.log(`${file} ${what}: ${text}`);
    };
    for (const { gold: g, found: p, actor, stance, issue, chain } of result.judged) {
      const near = positions.find(({ start, position }) => start === p.start && p.rule === position.rule);
      const form = formOf(near?.position);
      const count = kinds.get(form) ?? [0, 0];
      kinds.set(form, [count[0] + (actor ? 1 : 0), count[1] + 1]);
      if (!actor) {
        const speaks = g.speaker ? ` (speaker ${g.speaker})` : '';
        wrong.set(form, (wrong.get(form) ?? 0) + 1);
        show(
          'actor',
          `[${form}] “${near?.words ?? ''}” → ${p.actor}/${p.state}, is ${g.actor}${speaks} · ${p.rule}${stance ? '' : ' ·stance'}${issue ? '' : ' ·issue'}\n      “${short(p.text)}”  coded “${short(g.text, 80)}”`,
        );
      }
      if (g.speaker && g.speaker !== p.speaker)
        show('speaker', `${p.speaker}, is ${g.speaker} of ${g.actor} (found ${p.actor}) “${short(g.text)}”`);
      if (!chain)
        show(
          'chain',
          `${JSON.stringify(p.attribution)} is ${JSON.stringify(g.attribution.slice(1))} “${short(g.text)}”`,
        );
      if (g.date && g.date.slice(0, 7) !== (p.date ?? '').slice(0, 7))
        show('date', `${p.date}, is ${g.date} (published ${gold.document?.published}) “${short(g.text)}”`);
    }
    const half = (a, b) => {
      const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
      return shared > 0 && shared * 2 >= Math.min(a.end - a.start, b.end - b.start);
    };
    for (const g of gold.events ?? []) {
      const mine = found.filter((one) => one.kind === 'event' && half(one, g));
      if (mine.some(({ date }) => date === g.date)) continue;
      show(
        'event',
        `${mine.map(({ date, rule }) => `${date} ${rule}`).join(' | ') || 'missed'}, is ${g.date} “${short(g.text)}”`,
      );
    }
    for (const p of found.filter(({ kind }) => kind === 'event'))
      if (!(gold.events ?? []).some((g) => half(g, p)))
        show('event', `too much: ${p.date} ${p.rule} “${short(p.text)}”`);
    for (const g of gold.forecasts ?? []) {
      const mine = found.filter((one) => one.kind === 'forecast' && half(one, g));
      if (!mine.some(({ by }) => by === g.by))
        show(
          'forecast',
          `${mine.map(({ by, rule }) => `${by} ${rule}`).join(' | ') || 'missed'}, is ${g.by} “${short(g.text)}”`,
        );
    }
    for (const p of found.filter(({ kind }) => kind === 'forecast'))
      if (!(gold.forecasts ?? []).some((g) => half(g, p))) show('forecast', `too much: ${p.by} “${short(p.text)}”`);
    if (args.includes('level'))
      for (const g of gold.statements.filter(({ level }) => level === 'implied')) {
        const mine = found.filter((one) => one.kind === 'statement' && half(one, g));
        show('level', `${mine.map(({ rule }) => rule).join(' | ') || 'missed'} ${g.note ?? ''} “${short(g.text)}”`);
      }
    if (args.includes('missed'))
      for (const g of result.missed) show('missed', `${g.actor} ${g.stance} “${short(g.text)}”`);
    if (args.includes('extra'))
      for (const p of result.extra) show('extra', `${p.actor} ${p.stance} ${p.rule} “${short(p.text)}”`);
    void places;
  }
  const counts = together(all.map(({ counts }) => counts));
  console.log(`${name}: actor right in ${counts.actor} of ${counts.statement.hit} matched, stance in ${counts.stance}`);
  for (const [form, [right, of]] of [...kinds].sort((a, b) => b[1][1] - a[1][1]))
    console.log(`  ${form.padEnd(24)} ${right} of ${of}`);
  for (const { name: row, right, found, coded, f } of rows(counts))
    console.log(`  ${row.padEnd(34)} F ${f.toFixed(3)} (${right} of ${found}, ${coded} coded)`);
  console.log(
    `  ${['chain', 'date', 'speaker', 'tense', 'level'].map((what) => `${what} ${counts[what].join('/')}`).join(', ')}\n`,
  );
}
