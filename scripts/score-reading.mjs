// `npm run score [-- reading]`: reads the reports of ../shared/corpus with the issues of ../shared/gold and compares with what people coded there;
// and single sentences of ../shared/evaldata with their chains and conditions. Where those folders are absent it says so.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './install.mjs';

const shared = join(root, '..', 'shared');

const run = (args, stdio) =>
  spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', stdio, maxBuffer: 1 << 28 });

const corpus = () => {
  const [folder, gold] = [join(shared, 'corpus'), join(shared, 'gold')];
  if (!existsSync(folder) || !existsSync(join(gold, 'score.mjs'))) {
    console.log('Reports coded by people: ../shared/corpus and ../shared/gold are not here; nothing to compare with.');
    return 0;
  }
  const files = readdirSync(folder)
    .filter((name) => /^\d+\.txt$/.test(name))
    .map((name) => join(folder, name));
  const began = performance.now();
  const read = run(
    [join(root, 'desk', 'bin', 'entente.mjs'), 'read', ...files, '--codebook', join(gold, 'issues.json'), '--jsonl'],
    ['ignore', 'pipe', 'inherit'],
  );
  if (read.status !== 0) return 1;
  console.log(
    `${files.length} reports read in ${((performance.now() - began) / 1000).toFixed(1)} s, start of the program included\n`,
  );
  const place = mkdtempSync(join(tmpdir(), 'entente-score-'));
  try {
    const found = join(place, 'suggestions.jsonl');
    writeFileSync(found, read.stdout);
    for (const flags of [[], ['--explicit']]) {
      const done = run([join(gold, 'score.mjs'), gold, found, ...flags], ['ignore', 'inherit', 'inherit']);
      if (done.status !== 0) return 1;
      console.log();
    }
  } finally {
    rmSync(place, { recursive: true });
  }
  return 0;
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

export const score = async () => {
  await build();
  const status = corpus();
  if (status === 0) await sentences();
  return status;
};
