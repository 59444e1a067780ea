import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadSyntax, type Syntax } from '@entente/reading/syntax/load';

const MODEL = fileURLToPath(new URL('../../reading/model/english.bin', import.meta.url));

let held: Syntax | undefined;

/** The parser that ships with the product. The file is read once. */
export const englishSyntax = (): Syntax => {
  held ??= loadSyntax(readFileSync(MODEL));
  return held;
};
