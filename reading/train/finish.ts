// Puts together the model file from what main.ts left in a folder, and learns what needs no network: base forms and coreference.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Sizes } from '../src/syntax/network.ts';
import { readConllu } from './conllu.ts';
import { trainCoreference } from './coreference.ts';
import { lemmaRules } from './lemma.ts';
import type { Inventory } from './lesson.ts';
import { packModel } from './pack.ts';
import { trainTyper, typerBytes } from './type.ts';

const { values: options } = parseArgs({
  options: {
    from: { type: 'string', multiple: true },
    treebank: { type: 'string', default: '../shared/treebank' },
    model: { type: 'string', default: 'reading/model/english.bin' },
    name: { type: 'string', default: 'entente-english 2' },
  },
});
const folders = options.from ?? [];
const [from] = folders;
if (from === undefined) {
  console.error(
    'Usage: node --import ./scripts/typescript.mjs reading/train/finish.ts --from FOLDER [--from FOLDER] [--treebank FOLDER] [--model FILE]',
  );
  process.exit(2);
}

/** What main.ts writes beside the weights. */
interface Trained {
  readonly sizes: Sizes;
  readonly inventory: Inventory;
  readonly gloveWords: readonly string[];
  readonly gloveScale: number;
  readonly words: readonly string[];
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
  readonly sure: readonly (readonly [string, number])[];
  readonly rows: number;
}
const isTrained = (value: unknown): value is Trained =>
  typeof value === 'object' && value !== null && 'sizes' in value && 'inventory' in value && 'gloveWords' in value;

const meta: unknown = JSON.parse(readFileSync(join(from, 'meta.json'), 'utf8'));
if (!isTrained(meta)) throw new RangeError(`${from} holds no meta.json of main.ts`);
const floats = (folder: string, file: string) =>
  new Float32Array(new Uint8Array(readFileSync(join(folder, file))).buffer);

/** The network's weights; of several folders, one of which went on from the other, the mean, which is better than either. */
const networks = folders.map((folder) => floats(folder, 'network.f32'));
const network = Float32Array.from(
  networks[0] ?? [],
  (_, at) => networks.reduce((sum, weights) => sum + (weights[at] ?? 0), 0) / networks.length,
);
const documents = readConllu(readFileSync(join(options.treebank, 'train.conllu'), 'utf8'));
const sentences = documents.flatMap((document) => document.sentences);
const table = new Int8Array(new Uint8Array(readFileSync(join(from, 'glove.i8'))).buffer);
const typer = trainTyper(documents, { rows: new Map(meta.gloveWords.map((word, row) => [word, row])), table }, 5);
const types = typerBytes(typer.weights);
const bytes = packModel(
  {
    name: options.name,
    sizes: meta.sizes,
    tags: meta.inventory.tags,
    labels: meta.inventory.labels,
    kinds: meta.inventory.kinds,
    words: meta.words,
    prefixes: meta.prefixes,
    suffixes: meta.suffixes,
    sure: meta.sure,
    taggerRows: meta.rows,
    gloveScale: meta.gloveScale,
    lemmas: lemmaRules(sentences),
    coreference: trainCoreference(documents, 1),
    typerScale: types.scale,
    typerDense: Array.from(typer.dense, (weight) => Math.round(weight * 1e4) / 1e4),
  },
  meta.gloveWords,
  table,
  network,
  floats(from, 'tagger.f32'),
  types.bytes,
);
writeFileSync(options.model, bytes);
console.error(`${options.model}: ${(bytes.length / 1e6).toFixed(2)} MB`);
