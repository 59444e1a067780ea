// Fits the weights by which the reader links positions to issues and tells how sure it is, from the coded reports that may be looked at (never from reading/evaluation/held).
//   node --conditions=source --import ./scripts/typescript.mjs scripts/fit-reader.mjs
// Prints the accuracy cross-validated by document and writes reading/src/issue/weights.ts and
// reading/src/suggestion/calibration.ts.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebookFile } from '../desk/src/cli/read.ts';
import { capturePaths } from '../desk/src/intake/folder.ts';
import { englishSyntax } from '../desk/src/model.ts';
import { FEATURES } from '../reading/src/issue/linker.ts';
import { EVIDENCE } from '../reading/src/suggestion/confidence.ts';
import { lines } from '../reading/src/suggestion/jsonl.ts';
import { readDocuments } from '../reading/src/suggestion/read.ts';
import { root } from './install.mjs';
import { compare } from './score/compare.mjs';
import { logistic } from './score/logistic.mjs';

const half = (a, b) => {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared * 2 >= Math.min(a.end - a.start, b.end - b.start);
};

const sets = [
  { texts: join(root, 'reading', 'evaluation', 'seen'), codings: join(root, 'reading', 'evaluation', 'seen') },
  { texts: join(root, '..', 'shared', 'corpus'), codings: join(root, '..', 'shared', 'gold') },
].filter(({ texts, codings }) => existsSync(texts) && existsSync(join(codings, 'issues.json')));

/** Every issue weighed for a position that a person coded: what spoke for it, and whether it is the one. */
const samples = async (syntax) => {
  const found = [];
  for (const { texts, codings } of sets) {
    const book = await codebookFile(join(codings, 'issues.json'), 'issues.json');
    for (const file of readdirSync(texts).filter((name) => /^\d{3}\.txt$/.test(name))) {
      const gold = JSON.parse(readFileSync(join(codings, file.replace('.txt', '.json')), 'utf8'));
      const { documents } = await capturePaths([join(texts, file)]);
      readDocuments(documents, book, {
        syntax,
        observe: (one, position, ranked) => {
          const place = {
            start: one.tokens[position.first]?.start ?? 0,
            end: one.tokens[position.after - 1]?.end ?? 0,
          };
          const coded = gold.statements.filter((statement) => half(place, statement));
          const right = new Set(coded.map(({ issue }) => issue));
          found.push({
            file,
            coded: coded.length > 0,
            rows: ranked.map(({ issue, features }) => ({ x: features, y: right.has(issue.id) ? 1 : 0 })),
          });
        },
      });
    }
  }
  return found;
};

const score = ({ bias, of }, x) => x.reduce((sum, value, at) => sum + value * of[at], bias);

const fitted = (list) => {
  const rows = list.flatMap(({ rows }) => rows);
  return logistic(
    rows.map(({ x }) => x),
    rows.map(({ y }) => y),
    1,
  );
};

const accuracy = (list, weights) => {
  const coded = list.filter(({ coded, rows }) => coded && rows.some(({ y }) => y));
  const right = coded.filter(({ rows }) => {
    const best = rows.reduce((a, b) => (score(weights, b.x) > score(weights, a.x) ? b : a));
    return best.y === 1;
  });
  return [right.length, coded.length];
};

const rounded = ({ bias, of }) => ({ bias: Number(bias.toFixed(2)), of: of.map((value) => Number(value.toFixed(2))) });
const result = {};
for (const [name, syntax] of [
  ['LINK', englishSyntax()],
  ['LINK_WORDS', undefined],
]) {
  const list = await samples(syntax);
  const files = [...new Set(list.map(({ file }) => file))];
  let [right, all] = [0, 0];
  for (const file of files) {
    const weights = fitted(list.filter((one) => one.file !== file));
    const [a, b] = accuracy(
      list.filter((one) => one.file === file),
      weights,
    );
    right += a;
    all += b;
  }
  const weights = rounded(fitted(list));
  result[name] = weights;
  console.log(
    `${name}: the right issue first in ${right} of ${all} coded positions, cross-validated by document; fitted ${accuracy(list, weights).join(' of ')}`,
  );
  FEATURES.forEach((feature, at) => {
    console.log(`  ${feature.padEnd(40)} ${weights.of[at]}`);
  });
}
const dry = process.argv.includes('--dry');
if (!dry)
  writeFileSync(
    join(root, 'reading', 'src', 'issue', 'weights.ts'),
    `/** Weights of what speaks for an issue, in the order of \`FEATURES\`, and what all of it has to outweigh. */
export interface LinkWeights {
  readonly bias: number;
  readonly of: readonly number[];
}

/** With vectors of words at hand. Fitted by \`scripts/fit-reader.mjs\`. */
export const LINK: LinkWeights = { bias: ${result.LINK.bias}, of: [${result.LINK.of.join(', ')}] };

/** By stems alone. */
export const LINK_WORDS: LinkWeights = { bias: ${result.LINK_WORDS.bias}, of: [${result.LINK_WORDS.of.join(', ')}] };
`,
  );

// Second: how likely a statement is right in actor, stance and issue, by its evidence. Each document is judged by weights fitted to the others.
const judgedStatements = async () => {
  const syntax = englishSyntax();
  const found = [];
  for (const { texts, codings } of sets) {
    const book = await codebookFile(join(codings, 'issues.json'), 'issues.json');
    for (const file of readdirSync(texts).filter((name) => /^\d{3}\.txt$/.test(name))) {
      const gold = JSON.parse(readFileSync(join(codings, file.replace('.txt', '.json')), 'utf8'));
      const { documents } = await capturePaths([join(texts, file)]);
      const evidence = new Map();
      const key = ({ start, end, actor, issue, stance }) => [start, end, actor, issue, stance].join(' ');
      const reading = readDocuments(documents, book, {
        syntax,
        weigh: ({ passage, actor, issue, stance }, x) => evidence.set(key({ ...passage, actor, issue, stance }), x),
      });
      const { judged, extra } = compare(gold, lines(reading, documents, []), true);
      for (const { found: one, actor, stance, issue } of judged)
        found.push({ file, x: evidence.get(key(one)), y: actor && stance && issue ? 1 : 0 });
      for (const one of extra) found.push({ file, x: evidence.get(key(one)), y: 0 });
    }
  }
  return found.filter(({ x }) => x);
};

const judged = await judgedStatements();
const fittedTo = (list) =>
  logistic(
    list.map(({ x }) => x),
    list.map(({ y }) => y),
    3,
  );
const chance = (weights, x) => 1 / (1 + Math.exp(-score(weights, x)));
const crossed = [...new Set(judged.map(({ file }) => file))].flatMap((file) => {
  const weights = fittedTo(judged.filter((one) => one.file !== file));
  return judged.filter((one) => one.file === file).map(({ x, y }) => ({ p: chance(weights, x), y }));
});
console.log(
  `\n${judged.length} statements, ${judged.filter(({ y }) => y).length} right. Stated and measured, cross-validated by document:`,
);
for (const [from, to] of [
  [0, 0.2],
  [0.2, 0.4],
  [0.4, 0.6],
  [0.6, 0.8],
  [0.8, 1.01],
]) {
  const bin = crossed.filter(({ p }) => p >= from && p < to);
  const mean = bin.reduce((sum, { p }) => sum + p, 0) / Math.max(1, bin.length);
  const right = bin.filter(({ y }) => y).length;
  console.log(`  ${from}-${Math.min(1, to)}  stated ${mean.toFixed(2)}  right ${right} of ${bin.length}`);
}
const ordered = [...crossed].sort((a, b) => b.p - a.p);
let [sure, right, taken] = [0.9, 0, 0];
ordered.forEach(({ p, y }, index) => {
  right += y;
  if (right / (index + 1) >= 0.9 && index >= 4) [sure, taken] = [p, index + 1];
});
console.log(`sure from ${sure.toFixed(2)}: ${taken} of ${crossed.length}`);
const { bias, of } = rounded(fittedTo(judged));
EVIDENCE.forEach((name, at) => {
  console.log(`  ${name.padEnd(44)} ${of[at]}`);
});
if (!dry)
  writeFileSync(
    join(root, 'reading', 'src', 'suggestion', 'calibration.ts'),
    `/** Weights of the evidence for a statement, in the order of \`EVIDENCE\`. Fitted by \`scripts/fit-reader.mjs\`. */
export const CONFIDENCE: { readonly bias: number; readonly of: readonly number[] } = {
  bias: ${bias},
  of: [${of.join(', ')}],
};

/** From this likelihood on a statement is sure. */
export const SURE = ${Math.max(0.9, sure).toFixed(2)};
`,
  );
