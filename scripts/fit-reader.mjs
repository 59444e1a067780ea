// Fits the weights by which the reader links positions to issues and tells how sure it is, from the coded reports that may be looked at (never from
// reading/evaluation/held or fresh).
//   node --conditions=source --import ./scripts/typescript.mjs scripts/fit-reader.mjs [--dry] [--trees]
// Prints what comes out of cross-validation by document, all of it: each report is read with weights fitted to the others. Writes
// reading/src/issue/weights.ts and reading/src/suggestion/calibration.ts, unless --dry; --trees leaves out the reading by words alone.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOUBTS, FEATURES } from '../reading/src/issue/ranking.ts';
import { LINK, LINK_WORDS } from '../reading/src/issue/weights.ts';
import { EVIDENCE } from '../reading/src/suggestion/confidence.ts';
import { lines } from '../reading/src/suggestion/jsonl.ts';
import { readDocuments } from '../reading/src/suggestion/read.ts';
import { root } from './install.mjs';
import { choiceAmong as choice } from './score/among.mjs';
import { codedReports, half, rememberingSyntax } from './score/coded.mjs';
import { compare, rows as rowsOf, together } from './score/compare.mjs';
import { logistic } from './score/logistic.mjs';

const RIDGE = 1;
const FOLDS = 8;
/** How much a position beside a codebook of other matters counts. */
const STRANGERS = 0.3;
/** Issues of a choice that are looked at besides the right ones: those that are far off teach nothing. */
const LOOKED_AT = 16;
/** How much a choice of a report counts whose codebook is of one matter, as codebooks are. */
const ONE_MATTER = 6;
/** How much a choice counts that only may be a position. */
const MAYBE = 0.4;
const WIDTH = FEATURES.length;

const dry = process.argv.includes('--dry');
const reports = await codedReports();
const foldOf = new Map(reports.map(({ file }, index) => [file, index % FOLDS]));
const trees = rememberingSyntax();

const round = (numbers, digits = 2) => numbers.map((value) => Number(value.toFixed(digits)));
const split = (weights) => ({ of: round(weights.slice(0, WIDTH)), none: round(weights.slice(WIDTH)) });
/** Sets the weights that the reader reads with, here and now. */
const use = (weights, { of, none }) => {
  weights.of.splice(0, weights.of.length, ...of);
  weights.none.splice(0, weights.none.length, ...none);
};

/** Every position of a report as a choice among the issues and none of them; `none` is right where nobody coded anything. */
const choicesOf = ({ file, set, gold, book, documents }, syntax) => {
  const found = [];
  readDocuments(documents, book, {
    syntax,
    observe: (one, position, { issues, doubts }) => {
      const place = { start: one.tokens[position.first]?.start ?? 0, end: one.tokens[position.after - 1]?.end ?? 0 };
      const coded = gold.statements.filter((statement) => half(place, statement));
      const right = new Set(coded.map(({ issue }) => issue));
      // What only may be a position tells nothing by not being coded.
      if (position.loose !== undefined && right.size === 0) return;
      const near = issues.filter(({ issue }, index) => index < LOOKED_AT || right.has(issue.id));
      if (right.size > 0 && !near.some(({ issue }) => right.has(issue.id))) return;
      found.push({
        file,
        set,
        weight: (set === 'gold' ? ONE_MATTER : 1) * (position.loose === undefined ? 1 : MAYBE),
        coded: right.size > 0,
        text: gold.document ? documents[0].text.slice(place.start, place.end) : '',
        names: [...near.map(({ issue }) => issue.id), 'none'],
        rows: [...near.map(({ features }) => [...features, ...doubts.map(() => 0)]), [...features0, ...doubts]],
        right: [...near.map(({ issue }) => right.has(issue.id)), right.size === 0],
      });
    },
  });
  return found;
};
const features0 = FEATURES.map(() => 0);

/** The positions of a report beside a codebook of other matters: none of its issues is right. */
const strangersOf = (report, syntax) => {
  const own = new Set(report.gold.statements.map(({ issue }) => issue));
  const book = { ...report.book, issues: report.book.issues.filter(({ id }) => !own.has(id)) };
  const gold = { ...report.gold, statements: [] };
  return choicesOf({ ...report, gold, book }, syntax).map((one) => ({
    ...one,
    strange: true,
    weight: one.weight * STRANGERS,
  }));
};

const best = ({ rows }, weights) => {
  const odds = rows.map((x) => x.reduce((sum, value, at) => sum + value * weights[at], 0));
  return odds.indexOf(Math.max(...odds));
};

/** Weights for the links, fitted in two rounds: what is spoken of lately depends on the weights before. */
const linked = (name, weights, syntax) => {
  let all = [];
  for (let turn = 0; turn < 2; turn += 1) {
    all = reports.flatMap((one) => [
      ...choicesOf(one, syntax),
      ...(one.set === 'seen' ? strangersOf(one, syntax) : []),
    ]);
    use(weights, split(choice(all, RIDGE)));
  }
  const whole = [...weights.of, ...weights.none];
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    choice(
      all.filter(({ file }) => foldOf.get(file) !== fold),
      RIDGE,
      whole,
    ),
  );
  const tally = { seen: [0, 0], gold: [0, 0] };
  let [noneRight, noneAll] = [0, 0];
  const strange = all.filter((one) => one.strange);
  console.log(
    `${name}: of ${strange.length} positions beside a codebook of other matters ${strange.filter((one) => one.right[best(one, folds[foldOf.get(one.file)])]).length} are said to be on none of its issues`,
  );
  all = all.filter((one) => !one.strange);
  for (const one of all) {
    const mine = folds[foldOf.get(one.file)];
    if (one.coded) {
      const issues = { rows: one.rows.slice(0, -1) };
      tally[one.set][1] += 1;
      if (one.right[best(issues, mine)]) tally[one.set][0] += 1;
    } else {
      noneAll += 1;
      if (one.right[best(one, mine)]) noneRight += 1;
    }
  }
  console.log(
    `${name}: the right issue first in ${Object.entries(tally)
      .map(([set, [a, b]]) => `${a} of ${b} (${set})`)
      .join(', ')} coded positions; none said in ${noneRight} of ${noneAll} that are not coded`,
  );
  for (const least of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]) {
    const kept = all.filter((one) => {
      const mine = folds[foldOf.get(one.file)];
      const odds = one.rows.map((x) => Math.exp(x.reduce((sum, value, at) => sum + value * mine[at], 0)));
      const none = odds.at(-1) ?? 0;
      return 1 - none / odds.reduce((a, b) => a + b, 0) >= least;
    });
    console.log(
      `  some issue from ${least}: kept ${kept.filter(({ coded }) => coded).length} of ${all.filter(({ coded }) => coded).length} coded, ${kept.filter(({ coded }) => !coded).length} of ${noneAll} that are not`,
    );
  }
  [...FEATURES, ...DOUBTS.map((doubt) => `none: ${doubt}`)].forEach((feature, at) => {
    console.log(`  ${feature.padEnd(44)} ${whole[at]?.toFixed(2)}`);
  });
  return { final: split(whole), folds: folds.map(split) };
};

const link = linked('LINK', LINK, trees);

// Each report read with links fitted to the others.
const judged = [];
const counts = { seen: [], gold: [] };
for (const { set, file, gold, book, documents } of reports) {
  use(LINK, link.folds[foldOf.get(file)]);
  const evidence = new Map();
  const key = ({ start, end, actor, issue, stance }) => [start, end, actor, issue, stance].join(' ');
  const reading = readDocuments(documents, book, {
    syntax: trees,
    weigh: ({ passage, actor, issue, stance }, x) => evidence.set(key({ ...passage, actor, issue, stance }), x),
  });
  const result = compare(gold, lines(reading, documents, []), true);
  counts[set].push(result.counts);
  for (const { found, actor, stance, issue, gold: coded } of result.judged)
    judged.push({
      file,
      set,
      x: evidence.get(key(found)),
      y: actor && stance && issue ? 1 : 0,
      both: actor && stance,
      issue,
      found,
      coded,
    });
  for (const found of result.extra) judged.push({ file, set, x: evidence.get(key(found)), y: 0, both: false, found });
}
use(LINK, link.final);
for (const [set, list] of Object.entries(counts)) {
  if (list.length === 0) continue;
  const both = judged.filter((one) => one.set === set && one.both);
  console.log(
    `\n${set}, ${list.length} reports, each read with links fitted to the others; of ${both.length} right in actor and stance the issue is right in ${both.filter(({ issue }) => issue).length}`,
  );
  for (const { name, f, right, found, coded } of rowsOf(together(list)).slice(0, 4))
    console.log(`  ${name.padEnd(34)} F ${f.toFixed(3)}   (${right} right of ${found} suggested, ${coded} coded)`);
}
if (process.argv.includes('--errors'))
  for (const { file, both, issue, found, coded } of judged)
    if (both && !issue)
      console.log(`${file} ${found.issue} for ${coded.issue} ${found.confidence} | ${found.text.slice(0, 150)}`);

// How likely a statement is right in actor, stance and issue, by its evidence.
const usable = judged.filter(({ x }) => x);
const fittedTo = (list) =>
  logistic(
    list.map(({ x }) => x),
    list.map(({ y }) => y),
    3,
  );
const chance = ({ bias, of }, x) => 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * of[at], bias)));
const crossed = [...new Set(usable.map(({ file }) => file))].flatMap((file) => {
  const weights = fittedTo(usable.filter((one) => one.file !== file));
  return usable.filter((one) => one.file === file).map((one) => ({ ...one, p: chance(weights, one.x) }));
});
console.log(
  `\n${usable.length} statements, ${usable.filter(({ y }) => y).length} right. Stated and measured, cross-validated by document:`,
);
for (const [from, to] of [
  [0, 0.2],
  [0.2, 0.4],
  [0.4, 0.6],
  [0.6, 0.8],
  [0.8, 0.9],
  [0.9, 1.01],
]) {
  const bin = crossed.filter(({ p }) => p >= from && p < to);
  const mean = bin.reduce((sum, { p }) => sum + p, 0) / Math.max(1, bin.length);
  console.log(
    `  ${from}-${Math.min(1, to)}  stated ${mean.toFixed(2)}  right ${bin.filter(({ y }) => y).length} of ${bin.length}`,
  );
}
const ordered = [...crossed].sort((a, b) => b.p - a.p);
let [sure, right, taken] = [0.9, 0, 0];
ordered.forEach(({ p, y }, index) => {
  right += y;
  if (right / (index + 1) >= 0.9 && index >= 4) [sure, taken] = [p, index + 1];
});
console.log(`precision .90 down to a stated ${sure.toFixed(2)}: ${taken} of ${crossed.length}`);
const { bias, of } = fittedTo(usable);
EVIDENCE.forEach((name, at) => {
  console.log(`  ${name.padEnd(44)} ${of[at].toFixed(2)}`);
});
if (!dry) {
  const words = process.argv.includes('--trees') ? LINK_WORDS : linked('LINK_WORDS', LINK_WORDS, undefined).final;
  const written = ({ of, none }) => `{\n  of: [${of.join(', ')}],\n  none: [${none.join(', ')}],\n}`;
  writeFileSync(
    join(root, 'reading', 'src', 'issue', 'weights.ts'),
    `/** Weights of what speaks for an issue, in the order of \`FEATURES\`, and for none of them, in the order of \`DOUBTS\`. */
export interface LinkWeights {
  readonly of: readonly number[];
  readonly none: readonly number[];
}

/** With vectors of words at hand. Fitted by \`scripts/fit-reader.mjs\`. */
export const LINK: LinkWeights = ${written(link.final)};

/** By stems alone. */
export const LINK_WORDS: LinkWeights = ${written(words)};
`,
  );
  writeFileSync(
    join(root, 'reading', 'src', 'suggestion', 'calibration.ts'),
    `/** Weights of the evidence for a statement, in the order of \`EVIDENCE\`. Fitted by \`scripts/fit-reader.mjs\`. */
export const CONFIDENCE: { readonly bias: number; readonly of: readonly number[] } = {
  bias: ${round([bias])},
  of: [${round(of).join(', ')}],
};

/** From this likelihood on a statement is sure. */
export const SURE = ${sure.toFixed(2)};
`,
  );
}
