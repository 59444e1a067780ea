// `npm run backtest`: writes docs/backtest.md from the catalogue of published conflicts.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, root, run } from './install.mjs';

install();
const page = pathToFileURL(join(root, 'scripts', 'backtest-page.ts')).href;
const target = join(root, 'docs', 'backtest.md');
const code = `const { backtestPage } = await import(${JSON.stringify(page)}); (await import('node:fs')).writeFileSync(${JSON.stringify(target)}, backtestPage());`;
const hooks = pathToFileURL(join(root, 'scripts', 'typescript.mjs')).href;
process.exit(run(process.execPath, ['--conditions=source', '--import', hooks, '--input-type=module', '-e', code]));
