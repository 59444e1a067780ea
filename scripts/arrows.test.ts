import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { breaches } from './arrows.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test('every import goes along the arrows and every file fits its cap', () => {
  expect(breaches(here('..'))).toEqual([]);
});

test('a tree that breaks each rule is caught at each place', () => {
  const found = breaches(here('fixtures/broken-arrows')).map(({ file, says }) => `${file} ${says}`);
  expect(found.sort()).toEqual([
    'core/src/document/right.ts imports core/src/statement/statement.ts: statement stands to the right of document',
    'core/src/stability/dependency.ts imports yaml: core takes no dependency',
    'core/src/stability/long.ts has 301 lines; the cap is 300',
    'core/src/stability/machine.ts imports node:fs: only desk and tests touch the machine',
    'reading/src/upward.ts imports desk/src/http/app.ts: reading must not know desk',
    "web/src/brief/by-name.ts imports desk/src/store/store.ts: web sees the desk's route types alone",
    "web/src/brief/inner.ts imports desk/src/inner.ts: web sees the desk's route types alone",
    'web/src/sources/feature.ts imports web/src/brief/inner.ts: features meet only in main.ts',
  ]);
});
