// `npm run check`: formatter, linter and types, without the tests.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root, run } from './install.mjs';

export const check = () => {
  const node = (file, ...args) => run(process.execPath, [join(root, 'node_modules', ...file.split('/')), ...args]);
  return (
    node('@biomejs/biome/bin/biome', 'check', '--error-on-warnings') ||
    node('typescript/bin/tsc', '-p', 'tsconfig.test.json')
  );
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build();
  process.exit(check());
}
