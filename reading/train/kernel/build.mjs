// Makes ../../src/syntax/kernel-bytes.ts from kernel.as. Needed only when kernel.as changes:
//   npx -y -p assemblyscript@0.28.20 node reading/train/kernel/build.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
const source = readFileSync(new URL('kernel.as', import.meta.url));
writeFileSync(join(folder, 'kernel.ts'), source);
const flags = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '-o', 'kernel.wasm'];
execFileSync('asc', ['kernel.ts', ...flags], { cwd: folder, stdio: 'inherit' });
const bytes = readFileSync(join(folder, 'kernel.wasm')).toString('base64');
const lines = (bytes.match(/.{1,110}/g) ?? []).map((line) => `  '${line}'`).join(' +\n');
writeFileSync(
  new URL('../../src/syntax/kernel-bytes.ts', import.meta.url),
  `/** The compiled kernel (WebAssembly with SIMD, base64). Made by reading/train/kernel/build.mjs; do not edit. */\nexport const KERNEL =\n${lines};\n`,
);
