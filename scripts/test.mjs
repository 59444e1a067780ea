// `npm test [FILTER…]`: installs and builds what is missing, checks style and types, runs every test that this machine can run.
import { join } from 'node:path';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { root, run } from './install.mjs';

await build();
const filters = process.argv.slice(2);
const status = filters.length > 0 ? 0 : check();
const tests = run(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...filters]);
process.exit(tests || status);
