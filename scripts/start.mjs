// `npm start [DOSSIER]`: installs and builds what is missing, then opens the workbench on a dossier; by default on one made from the example
// at the first start, in a folder that git leaves alone.
import { join } from 'node:path';
import { build } from './build.mjs';
import { root, run } from './install.mjs';

await build();
const given = process.argv.slice(2);
const named = given.some((word, at) => !word.startsWith('-') && given[at - 1] !== '--port');
const example = 'end-of-war-declaration';
const dossier = named ? [] : [join(root, 'examples', example), '--into', join(root, 'dossiers', example)];
process.on('SIGINT', () => {}); // the server below answers it and says goodbye
process.exit(
  run(process.execPath, [join(root, 'desk', 'bin', 'entente.mjs'), 'open', ...dossier, ...given], {
    cwd: process.cwd(),
  }),
);
