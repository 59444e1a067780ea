// Makes the compiled kernels from their sources: ../../src/syntax/kernel-bytes.ts from kernel.as (whole numbers, for use) and
// ../float/kernel-bytes.ts from ../float/kernel.as (floats, for training). Needed only when these change:
//   npx -y -p assemblyscript@0.28.20 node reading/train/kernel/build.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KERNELS = [
  ['kernel.as', '../../src/syntax/kernel-bytes.ts'],
  ['../float/kernel.as', '../float/kernel-bytes.ts'],
];
const flags = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '-o', 'kernel.wasm'];
for (const [from, to] of KERNELS) {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
  writeFileSync(join(folder, 'kernel.ts'), readFileSync(new URL(from, import.meta.url)));
  execFileSync('asc', ['kernel.ts', ...flags], { cwd: folder, stdio: 'inherit' });
  const bytes = readFileSync(join(folder, 'kernel.wasm')).toString('base64');
  const lines = (bytes.match(/.{1,110}/g) ?? []).map((line) => `  '${line}'`).join(' +\n');
  writeFileSync(
    new URL(to, import.meta.url),
    `/** The compiled kernel (WebAssembly with SIMD, base64). Made by reading/train/kernel/build.mjs; do not edit. */\nexport const KERNEL =\n${lines};\n`,
  );
}
