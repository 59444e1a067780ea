// Fits the weights by which the reader finds whom a pronoun, a description or an office means, from the coded reports that may be looked at (never from reading/evaluation/held).
//   node --conditions=source --import ./scripts/typescript.mjs scripts/fit-holders.mjs [--dry]
// Prints how often the right one came first, cross-validated by document, and writes reading/src/actor/weights.ts.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebookFile } from '../desk/src/cli/read.ts';
import { capturePaths } from '../desk/src/intake/folder.ts';
import { englishSyntax } from '../desk/src/model.ts';
import { FEATURES } from '../reading/src/actor/meant.ts';
import { readDocuments } from '../reading/src/suggestion/read.ts';
import { root } from './install.mjs';
import { choice } from './score/choice.mjs';
import { casting } from './score/compare.mjs';

const half = (a, b) => {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared * 2 >= Math.min(a.end - a.start, b.end - b.start);
};

const sets = [
  { texts: join(root, 'reading', 'evaluation', 'seen'), codings: join(root, 'reading', 'evaluation', 'seen') },
  { texts: join(root, '..', 'shared', 'corpus'), codings: join(root, '..', 'shared', 'gold') },
].filter(({ texts, codings }) => existsSync(texts) && existsSync(join(codings, 'issues.json')));

/**
 * What a person would take for sensible without any data: the fit is pulled towards it, as the coded reports are few.
 * In the order of `FEATURES`; the bias first.
 */
const EXPECTED = {
  person: [0, 3, 0.5, 1, -2, 1, 0.5, 0.5, 0.5, 0, 0, 0, -2, 2, 1, 0.5, 0.5, 0, 0, 0, 0, 0],
  thing: [0, 3, 0.5, 1, -2, 1, 0.5, 0.5, 0.5, 0, 0, 0, -3, 2.5, 1, 0.7, 0.7, 0.2, 0, 0, 0, 0],
  several: [0, 3, 0.3, 1, -2, 0.7, 0.3, 0.3, 0.5, 0, 0, -0.7, 1.5, 2, 1, 0.5, 1.5, 0, 0, 0, 0, 0],
  description: [-1.5, 2, -0.5, 0.5, -0.5, 0.5, 0.2, 1, 0.3, 2.5, 2, -0.2, 0, 0.3, 0.5, 0.3, 0.5, 0.3, 0.5, 1.5, -1, 0],
  owner: [0, 2, 0.7, 0.5, -0.7, 0.5, 0.2, 2.5, 0.3, 0, 0, 2, -2, 0.5, 0.5, 0.3, 0.3, 0.5, 0, 0, 0, 1.5],
};

const syntax = englishSyntax();
const found = [];
for (const { texts, codings } of sets) {
  const book = await codebookFile(join(codings, 'issues.json'), 'issues.json');
  for (const file of readdirSync(texts).filter((name) => /^\d{3}\.txt$/.test(name))) {
    const gold = JSON.parse(readFileSync(join(codings, file.replace('.txt', '.json')), 'utf8'));
    // A name with its article is the same name.
    const bare = gold.actors.map((actor) => ({
      ...actor,
      mentions: (actor.mentions ?? []).flatMap((one) => [
        one,
        { ...one, text: one.text.replace(/^(?:the|an?)\s+|['’]s$/giu, '') },
      ]),
    }));
    const { sameState } = casting(bare);
    const { documents } = await capturePaths([join(texts, file)]);
    const asked = new Map();
    const held = [];
    readDocuments(documents, book, {
      syntax,
      observe: (one, position) => {
        const span = { start: one.tokens[position.first]?.start ?? 0, end: one.tokens[position.after - 1]?.end ?? 0 };
        for (const { start } of position.holder) held.push({ start, span });
      },
      weighing: (mention) => (question, weighed) => asked.set(mention.start, { mention, question, weighed }),
    });
    const isOne = (ids) => (entity) =>
      entity.of.length === ids.length &&
      entity.of.every((of) => ids.some((id) => sameState(id, { actor: of.actor, state: of.state })));
    const take = ({ question, weighed, mention }, right) => {
      const rows = weighed.map(({ features, entity }) => ({ x: [1, ...features], y: right(entity) ? 1 : 0 }));
      if (question.asking === 'description') {
        rows.push({ x: new Array(FEATURES.length + 1).fill(0), y: rows.some(({ y }) => y) ? 0 : 1 });
      }
      if (rows.length > 1 && rows.some(({ y }) => y) && !rows.every(({ y }) => y))
        found.push({
          file,
          asking: question.asking,
          rows,
          words: documents[0].text.slice(mention.start, mention.end),
          at: documents[0].text.slice(mention.start, mention.start + 60).replace(/\s+/g, ' '),
          names: [...weighed.map(({ entity }) => entity.key), 'somebody new'],
        });
    };
    const done = new Set();
    for (const { start, span } of held) {
      const one = asked.get(start);
      const coded = gold.statements.filter((statement) => half(span, statement));
      const ids = [...new Set(coded.map(({ actor }) => actor))];
      if (!one || ids.length === 0 || done.has(start)) continue;
      done.add(start);
      take(one, isOne(ids));
    }
    for (const { id, mentions } of gold.actors)
      for (const mention of mentions ?? []) {
        if (!/^(?:the|this|its|their|his|her)\s+\p{Ll}/iu.test(mention.text)) continue;
        const one = [...asked.values()].find(
          ({ mention: { start, end } }) => start >= mention.start - 1 && end <= mention.end + 1 && end > mention.start,
        );
        if (!one || done.has(one.mention.start)) continue;
        const ids = gold.actors.flatMap((actor) =>
          (actor.mentions ?? []).some(({ start, end }) => start === mention.start && end === mention.end)
            ? [actor.id]
            : [],
        );
        done.add(one.mention.start);
        take(one, isOne(ids.length > 1 ? ids : [id]));
      }
  }
}

const rounded = (weights) => weights.map((value) => Number(value.toFixed(2)));
const total = (weights, x) => x.reduce((sum, value, at) => sum + value * weights[at], 0);
const firstRight = (list, weights) =>
  list.filter(({ rows }) => rows.reduce((a, b) => (total(weights, b.x) > total(weights, a.x) ? b : a)).y === 1).length;

const result = {};
for (const [asking, expected] of Object.entries(EXPECTED)) {
  const mine = found.filter((one) => one.asking === asking);
  const files = [...new Set(mine.map(({ file }) => file))];
  let crossed = 0;
  for (const file of files) {
    const weights = choice(
      mine.filter((one) => one.file !== file).map(({ rows }) => rows),
      expected,
    );
    const own = mine.filter((one) => one.file === file);
    crossed += firstRight(own, weights);
    if (process.argv.includes('--show'))
      for (const one of own) {
        const best = one.rows.reduce((a, b) => (total(weights, b.x) > total(weights, a.x) ? b : a));
        if (best.y === 1) continue;
        console.log(
          `  ${file} ${asking}: “${one.at}” → ${one.names[one.rows.indexOf(best)]}, is ${one.names.filter((_, at) => one.rows[at]?.y).join(' | ')}`,
        );
      }
  }
  const weights = rounded(
    choice(
      mine.map(({ rows }) => rows),
      expected,
    ),
  );
  result[asking] = weights;
  console.log(
    `${asking}: the right one first in ${crossed} of ${mine.length}, cross-validated by document; by what was expected ${firstRight(mine, expected)}; fitted ${firstRight(mine, weights)}`,
  );
  if (process.argv.includes('--weights'))
    ['bias', ...FEATURES].forEach((name, at) => {
      console.log(`    ${name.padEnd(40)} ${expected[at]} → ${weights[at]}`);
    });
}
if (!process.argv.includes('--dry'))
  writeFileSync(
    join(root, 'reading', 'src', 'actor', 'weights.ts'),
    `import type { Asking } from './meant.ts';

/** Weights of what speaks for somebody as the one who is meant, in the order of \`FEATURES\`. Fitted by \`scripts/fit-holders.mjs\`. */
export const MEANT: Readonly<Record<Asking, { readonly bias: number; readonly of: readonly number[] }>> = {
${Object.entries(result)
  .map(([asking, [bias, ...of]]) => `  ${asking}: { bias: ${bias}, of: [${of.join(', ')}] },`)
  .join('\n')}
};
`,
  );
