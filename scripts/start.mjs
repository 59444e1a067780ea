// `npm start [DOSSIER]`: installs and builds what is missing, then opens the workbench on a dossier, the example by default.
import { join } from 'node:path';
import { build } from './build.mjs';
import { root, run } from './install.mjs';

await build();
const given = process.argv.slice(2);
const named = given.some((word, at) => !word.startsWith('-') && given[at - 1] !== '--port');
const dossier = named ? [] : [join(root, 'examples', 'end-of-war-declaration')];
process.on('SIGINT', () => {}); // the server below answers it and says goodbye
process.exit(
  run(process.execPath, [join(root, 'desk', 'bin', 'entente.mjs'), 'open', ...dossier, ...given], {
    cwd: process.cwd(),
  }),
);
