import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { batchOf } from './batch.ts';
import { encode } from './forward.ts';
import { type Kernel, kernelOf, packedPlace, plainKernel } from './kernel.ts';
import { readModel } from './model.ts';
import { parseSentences } from './parse.ts';

const SIZE = 65536;

/** The same numbers in both kernels: floats in the first half, 16-bit numbers in the third quarter, row numbers below 4 behind 60,000. */
const both = (): readonly [Kernel, Kernel] => {
  const kernels = [kernelOf(SIZE), plainKernel(SIZE)] as const;
  for (const { floatNumbers, shorts, counts, bytes } of kernels) {
    for (let at = 0; at < 8192; at++) floatNumbers[at] = Math.sin(at * 1.7) * 3;
    for (let at = 16384; at < 24576; at++) shorts[at] = Math.sin(at * 2.3) * 32767;
    for (let at = 49152; at < 60000; at++) bytes[at] = Math.sin(at * 3.1) * 127;
    for (let at = 15000; at < 16384; at++) counts[at] = at % 4;
  }
  expect(kernels[0].compiled).toBe(true);
  return kernels;
};

const equal = ([fast, plain]: readonly [Kernel, Kernel]) =>
  expect(Array.from(fast.bytes)).toEqual(Array.from(plain.bytes));

test.each([
  [4, 8, 5],
  [7, 16, 9],
  [1, 8, 1],
  [37, 24, 16],
])('the compiled and the plain kernel multiply %i × %i over %i pairs alike, bit by bit', (m, n, pairs) => {
  const kernels = both();
  for (const { product } of kernels) {
    product(m, n, pairs, 32768, pairs * 4, 40960, 16, 1024, 0, 8192, n * 4);
    product(m, n, pairs, 32768, pairs * 4, 40960, 16, 8192, n * 4, 16384, n * 4);
  }
  equal(kernels);
});

test('a product is the product', () => {
  const { shorts, floatNumbers, product } = kernelOf(SIZE);
  const entry = (row: number, column: number) => row * 10 + column - 20;
  for (let row = 0; row < 4; row++) {
    shorts[row] = row + 1;
    for (let column = 0; column < 16; column++) shorts[64 + packedPlace(4, row, column)] = entry(row, column);
  }
  floatNumbers.fill(0.5, 256, 272);
  floatNumbers.fill(7, 512, 528);
  product(1, 16, 2, 0, 8, 128, 1024, 2048, 0, 4096, 64);
  const wanted = Array.from(
    { length: 16 },
    (_, column) => 7 + [0, 1, 2, 3].reduce((sum, row) => sum + (row + 1) * entry(row, column), 0) / 2,
  );
  expect(Array.from(floatNumbers.subarray(1024, 1040))).toEqual(wanted);
});

test('the other loops give the same in both, bit by bit', () => {
  const kernels = both();
  for (const kernel of kernels) {
    kernel.floats(6, 16, 10, 64, 40, 1024, 64, 8192, 64);
    kernel.gather(5, 64, 128, 2048, 60000, 4096, 60100, 10240);
    kernel.step(3, 8, 512, 0, 12288, 33000 - (33000 % 16), 64);
    kernel.step(3, 8, 1024, 12288, 12544, 34000 - (34000 % 16), 64);
    kernel.leaky(64, 2048, 36864);
    kernel.pairs(5, 16, 40960, 96, 32, 64, 60000, 45056);
  }
  const tags = kernels.map(({ best }) => best(60000, 9, 49152, 48, 41, 62016));
  expect(tags[0]).toBe(tags[1]);
  equal(kernels);
});

test('trees do not depend on the kernel, nor numbers by one bit', () => {
  const bytes = readFileSync(new URL('../../model/english.bin', import.meta.url));
  const words = 'The minister said that Norway would reject the proposal .'.split(' ');
  const found = [kernelOf, plainKernel].map((kernelFor) => {
    const { parser } = readModel(bytes, kernelFor);
    const parses = parseSentences(parser, [words, words.slice(4), ['No']]);
    const { kernel, places, sizes } = parser.network;
    const batch = batchOf([4, 2]);
    encode(parser.network, batch, Uint32Array.from([0, 1, 2, 3, 0, 2]), new Uint32Array(6).fill(sizes.tags));
    return { parses, ends: Array.from(kernel.floatNumbers.subarray(places.ends >> 2, (places.ends >> 2) + 400)) };
  });
  expect(found[0]).toEqual(found[1]);
});
