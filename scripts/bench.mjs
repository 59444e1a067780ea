// `npm run bench -- WHAT [--quick]`: measures a part of the product and prints JSON.
// Each WHAT is a file `bench/WHAT.ts` that exports `bench(args)`, which gives what is printed.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root, run } from './install.mjs';

const folder = join(root, 'bench');
const [what = '', ...args] = process.argv.slice(2);
if (!/^[a-z]+$/.test(what) || !existsSync(join(folder, `${what}.ts`))) {
  const known = readdirSync(folder).flatMap((name) => /^([a-z]+)\.ts$/.exec(name)?.[1] ?? []);
  console.error(
    `There is no benchmark “${what}”. Known: ${known.join(', ') || 'none yet'}. Usage: npm run bench -- WHAT [--quick]`,
  );
  process.exit(2);
}
await build();
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
if (run(process.execPath, [compiler, '-b', folder], { stdio: ['ignore', 2, 2] }) !== 0) process.exit(1);
const { bench } = await import(pathToFileURL(join(folder, 'dist', `${what}.js`)).href);
console.log(JSON.stringify(await bench(args), null, 2));
