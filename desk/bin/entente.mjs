#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('entente is not built yet. Run `npm run build` in its folder once, then try again.');
  process.exit(2);
}
const { main: entente } = await import(main.href);
process.exitCode = await entente(process.argv.slice(2));
