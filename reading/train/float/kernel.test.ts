import { expect, test } from 'vitest';
import { kernelOf, plainKernel } from './kernel.ts';

const filled = (numbers: Float32Array) => {
  for (let at = 0; at < numbers.length; at++) numbers[at] = Math.sin(at * 1.7) * 2;
};

test.each([
  [4, 8, 5],
  [7, 13, 9],
  [1, 3, 1],
  [9, 24, 16],
])('the compiled and the plain kernel multiply %i × %i over %i alike', (m, n, k) => {
  const [fast, plain] = [kernelOf(4096), plainKernel(4096)];
  expect(fast.compiled).toBe(true);
  for (const { numbers } of [fast, plain]) filled(numbers.subarray(0, 2048));
  for (const { product } of [fast, plain]) {
    product([m, n, k], 0, k, 1, 512, n, 1024, n, true);
    product([m, n, k], 0, 1, m, 512, n, 2048, n, false); // the first matrix read as its transpose
  }
  for (let at = 0; at < 4096; at++) expect(fast.numbers[at]).toBeCloseTo(plain.numbers[at] ?? Number.NaN, 4);
});

test('the compiled and the plain kernel step alike', () => {
  const [fast, plain] = [kernelOf(1024), plainKernel(1024)];
  for (const { numbers, step } of [fast, plain]) {
    filled(numbers.subarray(0, 512));
    step(3, 8, 0, -1, 512, 544);
    step(3, 8, 96, 512, 576, 608);
  }
  for (let at = 0; at < 1024; at++) expect(fast.numbers[at]).toBeCloseTo(plain.numbers[at] ?? Number.NaN, 5);
});
