// Fits the weights by which the reader tells which clauses take a position, from the coded reports that may be looked at (never from
// reading/evaluation/held).
//   node --conditions=source --import ./scripts/typescript.mjs scripts/fit-finder.mjs [--dry]
// Prints what each document reaches with weights fitted to the others, and writes reading/src/suggestion/finder-weights.ts.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebookFile } from '../desk/src/cli/read.ts';
import { capturePaths } from '../desk/src/intake/folder.ts';
import { englishSyntax } from '../desk/src/model.ts';
import { SIGNS } from '../reading/src/suggestion/finder.ts';
import { lines } from '../reading/src/suggestion/jsonl.ts';
import { once, withReasons } from '../reading/src/suggestion/once.ts';
import { readDocuments } from '../reading/src/suggestion/read.ts';
import { root } from './install.mjs';
import { compare, rows, together } from './score/compare.mjs';
import { logistic } from './score/logistic.mjs';

const dry = process.argv.includes('--dry');
const seen = join(root, 'reading', 'evaluation', 'seen');
const sets = [
  { name: 'gold', texts: join(root, '..', 'shared', 'corpus'), codings: join(root, '..', 'shared', 'gold') },
  { name: 'seen', texts: seen, codings: seen },
].filter(({ texts, codings }) => existsSync(texts) && existsSync(join(codings, 'issues.json')));

const RIDGE = 6;
/** Below these F on the gold reports no threshold is taken, however much better the others do. */
const LEAST = [0.79, 0.69, 0.56];
/** What finding the place counts for; the rest is having actor and stance right, and the issue too. */
const SPAN = 1 / 3;
/** The signs of what no word of stance with a holder by grammar gave. */
const LOOSE = SIGNS.flatMap((sign, at) => (/^held by:|^by: clause/.test(sign) ? [at] : []));
const key = ({ start, end, actor, issue, stance, rule }) => [start, end, actor, issue, stance, rule].join(' ');
const same = (a, b) =>
  a.actor === b.actor && a.issue === b.issue && a.stance === b.stance && a.start < b.end && b.start < a.end;

/** Everything that might be a statement in the coded reports: its signs, and how much of it is right. */
const samples = async () => {
  const syntax = englishSyntax();
  const found = [];
  for (const { name, texts, codings } of sets) {
    const book = await codebookFile(join(codings, 'issues.json'), 'issues.json');
    for (const file of readdirSync(texts).filter((one) => /^\d{3}\.txt$/.test(one))) {
      const gold = JSON.parse(readFileSync(join(codings, file.replace('.txt', '.json')), 'utf8'));
      const { documents } = await capturePaths([join(texts, file)]);
      const signs = new Map();
      const reading = readDocuments(documents, book, { syntax, sift: (statement, x) => signs.set(statement.id, x) });
      const all = lines(reading, documents, []).filter(({ kind }) => kind === 'statement');
      const { judged, extra } = compare(gold, all, true);
      const rated = new Map(
        judged.map(({ found: one, actor, stance, issue }) => [
          key(one),
          SPAN + ((1 - SPAN) * ((actor && stance ? 1 : 0) + (actor && stance && issue ? 1 : 0))) / 2,
        ]),
      );
      const matched = judged.map(({ found: one }) => one);
      const list = reading.statements.map((statement) => {
        const line = {
          start: statement.passage.start,
          end: statement.passage.end,
          actor: statement.actor,
          issue: statement.issue,
          stance: statement.stance,
          rule: statement.coder.name,
        };
        const y = rated.get(key(line));
        // Codes the same again: neither right nor wrong.
        const again = y === undefined && matched.some((other) => same(line, other));
        const implied = y === undefined && !again && !extra.some((other) => key(other) === key(line));
        return {
          statement,
          x: signs.get(statement.id),
          y: y ?? 0,
          loose: LOOSE.some((at) => signs.get(statement.id)?.[at]),
          counts: !again && !implied,
        };
      });
      found.push({ set: name, file, gold, documents, reading, list });
    }
  }
  return found;
};

const chance = ({ bias, of }, x) => 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * of[at], bias)));
const fitted = (some) => {
  const list = some.flatMap(({ list }) => list).filter(({ x, counts }) => x && counts);
  return logistic(
    list.map(({ x }) => x),
    list.map(({ y }) => y),
    RIDGE,
  );
};

/** What a document reaches when only what is likelier than a threshold is kept: one for words of stance, one for what only may be a position. */
const reached = ({ gold, documents, reading, list }, likely, from, loosely) => {
  const kept = list
    .filter(({ x, loose }) => x === undefined || likely(x) >= (loose ? loosely : from))
    .map(({ statement }) => statement);
  return compare(gold, lines({ ...reading, statements: withReasons(once(kept)) }, documents, []), true).counts;
};

const all = await samples();
const total = all.flatMap(({ list }) => list).filter(({ counts }) => counts);
console.log(`${total.length} that might be statements, ${total.filter(({ y }) => y > 0).length} of them coded`);
const crossed = all.map((one) => ({ one, weights: fitted(all.filter((other) => other !== one)) }));
let best = [0, 0, 0];
for (const from of [0.1, 0.14, 0.18, 0.22, 0.26, 0.3])
  for (const more of [0.1, 0.15, 0.2]) {
    const told = [];
    let sum = 0;
    let short = false;
    for (const { name } of sets) {
      const counts = together(
        crossed
          .filter(({ one }) => one.set === name)
          .map(({ one, weights }) => reached(one, (x) => chance(weights, x), from, from + more)),
      );
      const [span, both, whole] = rows(counts);
      if (name === 'gold' && LEAST.some((least, at) => ([span, both, whole][at]?.f ?? 0) < least)) short = true;
      sum += (span.f + both.f + whole.f) * (name === 'seen' ? 2 : 1);
      told.push(
        `${name} ${[span, both, whole].map(({ f }) => f.toFixed(3)).join(' / ')} (P ${span.precision.toFixed(2)} R ${span.recall.toFixed(2)})`,
      );
    }
    console.log(`from ${from.toFixed(2)}, loose ${(from + more).toFixed(2)}: ${told.join('  ')}  ${sum.toFixed(3)}`);
    if (!short && sum > best[0]) best = [sum, from, from + more];
  }
if (best[0] === 0) throw new RangeError('No threshold keeps the figures of the gold reports.');
const weights = fitted(all);
SIGNS.forEach((name, at) => {
  console.log(`  ${name.padEnd(40)} ${weights.of[at].toFixed(2)}`);
});
if (!dry)
  writeFileSync(
    join(root, 'reading', 'src', 'suggestion', 'finder-weights.ts'),
    `/** Weights of what tells a position, in the order of \`SIGNS\`. Fitted by \`scripts/fit-finder.mjs\`. */
export const FINDER: { readonly bias: number; readonly of: readonly number[] } = {
  bias: ${weights.bias.toFixed(2)},
  of: [${weights.of.map((value) => Number(value.toFixed(2))).join(', ')}],
};

/** From this likelihood on words are taken to take a position. */
export const FOUND_FROM = ${best[1].toFixed(2)};
/** And where no word of stance has a holder by grammar. */
export const LOOSE_FROM = ${best[2].toFixed(2)};
`,
  );
