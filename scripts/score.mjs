// `npm run score [-- WHAT] [FILE…] [--json]`: scores what a part of the product finds against annotated data; `reading` when not named.
// Each WHAT is a file `scripts/score-WHAT.mjs` that exports `score(args)`, which gives the exit code.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

const scripts = join(root, 'scripts');
const [what = 'reading', ...args] = process.argv.slice(2);
const file = join(scripts, `score-${what}.mjs`);
if (!/^[a-z]+$/.test(what) || !existsSync(file)) {
  const known = readdirSync(scripts).flatMap((name) => /^score-([a-z]+)\.mjs$/.exec(name)?.[1] ?? []);
  console.error(
    `There is no score “${what}”. Known: ${known.join(', ') || 'none yet'}. Usage: npm run score -- WHAT [FILE…] [--json]`,
  );
  process.exit(2);
}
const { score } = await import(pathToFileURL(file).href);
process.exit(await score(args));
