// `npm run score [-- reading] [--fresh]`: reads the reports of ../shared/corpus (with the issues of ../shared/gold) and of the folders of reading/evaluation,
// each apart (“fresh”, which is kept for a last count, only with --fresh), and compares with what was coded there, with how often a stated likelihood held;
// and single sentences of ../shared/evaldata with their chains and conditions. Where those folders are absent it says so.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './install.mjs';
import { compare, rows, together } from './score/compare.mjs';
import { codedIn, isHere, sets, suggestions } from './score/suggested.mjs';
import { workLines } from './score/work.mjs';

const shared = join(root, '..', 'shared');

/** What a person coded in the reports of a set beside what the reader suggests, each report read by itself. */
const compared = (set, explicit) =>
  codedIn(set).map(({ path, gold }) => compare(gold, suggestions([path], join(set.codings, 'issues.json')), explicit));

const table = (title, all) => {
  const counts = together(all.map(({ counts }) => counts));
  console.log(title);
  for (const { name, right, found, coded, precision, recall, f } of rows(counts))
    console.log(
      `  ${name.padEnd(34)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F ${f.toFixed(3)}   (${right} right of ${found} suggested, ${coded} coded)`,
    );
  const matched = ['chain', 'date', 'speaker', 'tense', 'level'].map((what) => `${what} ${counts[what].join('/')}`);
  console.log(`  on matched statements: ${matched.join(', ')}\n`);
};

/** How often statements that were said to be right with some likelihood were right in actor, stance and issue. */
const reliability = (all) => {
  const judged = all.flatMap(({ judged, extra }) => [
    ...judged.map(({ found, actor, stance, issue }) => ({ found, right: actor && stance && issue })),
    ...extra.map((found) => ({ found, right: false })),
  ]);
  console.log('  stated        mean   right');
  for (const [from, to] of [
    [0, 0.2],
    [0.2, 0.4],
    [0.4, 0.6],
    [0.6, 0.8],
    [0.8, 1.01],
  ]) {
    const bin = judged.filter(({ found }) => found.confidence >= from && found.confidence < to);
    if (bin.length === 0) continue;
    const mean = bin.reduce((sum, { found }) => sum + found.confidence, 0) / bin.length;
    console.log(
      `  ${from.toFixed(1)} to ${Math.min(1, to).toFixed(1)}    ${mean.toFixed(2)}   ${share(bin.filter(({ right }) => right).length, bin.length)}`,
    );
  }
  const sure = judged.filter(({ found }) => found.tier === 'sure');
  console.log(`  sure: ${share(sure.filter(({ right }) => right).length, sure.length)} right\n`);
};

const wordsIn = (set) =>
  codedIn(set).reduce((sum, { path }) => sum + readFileSync(path, 'utf8').split(/\s+/).filter(Boolean).length, 0);

const evaluation = (fresh) => {
  for (const set of sets(fresh)) {
    if (!isHere(set)) {
      console.log(`${set.name}: its reports are not here; nothing to compare with.\n`);
      continue;
    }
    const explicit = compared(set, true);
    table(`${set.name}, ${explicit.length} reports, explicit statements`, explicit);
    reliability(explicit);
    console.log(`${workLines(explicit, wordsIn(set)).join('\n')}\n`);
  }
};

const overlap = (a, b) => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
const half = (a, b) => overlap(a, b) * 2 >= Math.min(a[1] - a[0], b[1] - b[0]) && overlap(a, b) > 0;
const measure = (right, wrong, missed) => {
  const precision = right + wrong ? right / (right + wrong) : 0;
  const recall = right + missed ? right / (right + missed) : 0;
  const f = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F ${f.toFixed(3)}   (${right} right, ${wrong} wrong, ${missed} missed)`;
};
const share = (right, all) => `${right}/${all}`;

/** Names of our kinds of condition in the annotated sentences; a package (“in exchange for”) is none of theirs. */
const KIND = { 'only-if': 'only', 'as-long-as': 'as_long_as', 'in-exchange': 'none', after: 'after' };

const sentences = async () => {
  const place = (name) => join(shared, 'evaldata', name);
  if (!existsSync(place('intl_attribution_chains.jsonl'))) {
    console.log('Annotated sentences: ../shared/evaldata is not here; nothing to compare with.');
    return;
  }
  const { readSentence } = await import(pathToFileURL(join(root, 'reading', 'dist', 'suggestion', 'sentence.js')).href);
  const records = (name) =>
    readFileSync(place(name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const spans = (chain) => chain.map(({ start, end }) => [start, end]);

  const chains = records('intl_attribution_chains.jsonl');
  let [speaker, depth, right, wrong, missed] = [0, 0, 0, 0, 0];
  for (const { text, chain } of chains) {
    const mine = spans(readSentence(text).chain);
    const last = chain.at(-1)?.span;
    if (last && mine.length > 0 && half(last, mine.at(-1))) speaker += 1;
    const theirs = chain.slice(0, -1).flatMap(({ span }) => (span ? [span] : []));
    const via = mine.slice(0, -1);
    const hit = theirs.filter((one) => via.some((other) => half(one, other))).length;
    right += hit;
    missed += theirs.length - hit;
    wrong += via.filter((one) => !theirs.some((other) => half(one, other))).length;
    if (mine.length === chain.length) depth += 1;
  }
  console.log(`${chains.length} sentences with chains`);
  console.log(`  last link right                 ${share(speaker, chains.length)}`);
  console.log(`  links before it                 ${measure(right, wrong, missed)}`);
  console.log(`  length of the chain right       ${share(depth, chains.length)}\n`);

  const conditions = records('intl_conditions.jsonl');
  let kind = 0;
  [right, wrong, missed] = [0, 0, 0];
  for (const one of conditions) {
    const { condition } = readSentence(one.text);
    const mine = condition ? (KIND[condition.kind] ?? condition.kind) : 'none';
    if (mine === one.kind) kind += 1;
    const [has, should] = [mine !== 'none', 'condition' in one];
    if (has && should) right += 1;
    else if (has) wrong += 1;
    else if (should) missed += 1;
  }
  console.log(`${conditions.length} sentences with or without a condition`);
  console.log(`  has a condition                 ${measure(right, wrong, missed)}`);
  console.log(`  kind right                      ${share(kind, conditions.length)}`);
};

export const score = async (args = []) => {
  await build();
  evaluation(args.includes('--fresh'));
  await sentences();
  return 0;
};
