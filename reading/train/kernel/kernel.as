// The loops of the parser in use: whole numbers of 16 bits where the time goes, so that the same numbers come out everywhere. AssemblyScript; see build.mjs.
// All places and distances are bytes.

const BLOCK: i32 = 32;

// @ts-ignore: decorator
@inline function ended(sum: v128, scale: v128, d: usize, c: usize): void {
  v128.store(c, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), v128.load(d)));
}

// C[m x n] = D + scale of the column * (A[m x 2 pairs] B), A in 16 bits, B in 16 bits as laid out by packed(), sums in 32 bits, C and D in floats.
export function product(m: i32, n: i32, pairs: i32, a: usize, ra: usize, b: usize, scales: usize, d: usize, rd: usize, c: usize, rc: usize): void {
  const wide = <usize>pairs << 5;
  const end = <usize>pairs << 2;
  for (let top: i32 = 0; top < m; top += BLOCK) {
    const bottom = min(m, top + BLOCK);
    for (let j: i32 = 0; j < n; j += 8) {
      const bj = b + <usize>(j >> 3) * wide;
      const jo = <usize>j << 2;
      const e0 = v128.load(scales + jo), e1 = v128.load(scales + jo, 16);
      let i = top;
      for (; i + 4 <= bottom; i += 4) {
        const a0 = a + <usize>i * ra, a1 = a0 + ra, a2 = a1 + ra, a3 = a2 + ra;
        let s00 = i32x4.splat(0), s01 = i32x4.splat(0), s10 = i32x4.splat(0), s11 = i32x4.splat(0);
        let s20 = i32x4.splat(0), s21 = i32x4.splat(0), s30 = i32x4.splat(0), s31 = i32x4.splat(0);
        let bp = bj;
        for (let p: usize = 0; p < end; p += 4) {
          const b0 = v128.load(bp), b1 = v128.load(bp, 16);
          let x = v128.load_splat<i32>(a0 + p);
          s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x, b0)); s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x, b1));
          x = v128.load_splat<i32>(a1 + p);
          s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x, b0)); s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x, b1));
          x = v128.load_splat<i32>(a2 + p);
          s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x, b0)); s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x, b1));
          x = v128.load_splat<i32>(a3 + p);
          s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x, b0)); s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x, b1));
          bp += 32;
        }
        const d0 = d + <usize>i * rd + jo, d1 = d0 + rd, d2 = d1 + rd, d3 = d2 + rd;
        const c0 = c + <usize>i * rc + jo, c1 = c0 + rc, c2 = c1 + rc, c3 = c2 + rc;
        ended(s00, e0, d0, c0); ended(s01, e1, d0 + 16, c0 + 16);
        ended(s10, e0, d1, c1); ended(s11, e1, d1 + 16, c1 + 16);
        ended(s20, e0, d2, c2); ended(s21, e1, d2 + 16, c2 + 16);
        ended(s30, e0, d3, c3); ended(s31, e1, d3 + 16, c3 + 16);
      }
      for (; i < bottom; i++) {
        const a0 = a + <usize>i * ra;
        let s0 = i32x4.splat(0), s1 = i32x4.splat(0);
        let bp = bj;
        for (let p: usize = 0; p < end; p += 4) {
          const x = v128.load_splat<i32>(a0 + p);
          s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(bp)));
          s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(bp, 16)));
          bp += 32;
        }
        const d0 = d + <usize>i * rd + jo, c0 = c + <usize>i * rc + jo;
        ended(s0, e0, d0, c0); ended(s1, e1, d0 + 16, c0 + 16);
      }
    }
  }
}

// C[m x n] = A[m x k] B[k x n] in floats; n a multiple of eight.
export function floats(m: i32, n: i32, k: i32, a: usize, ra: usize, b: usize, rb: usize, c: usize, rc: usize): void {
  for (let j: i32 = 0; j < n; j += 8) {
    const jo = <usize>j << 2;
    let i: i32 = 0;
    for (; i + 4 <= m; i += 4) {
      const a0 = a + <usize>i * ra, a1 = a0 + ra, a2 = a1 + ra, a3 = a2 + ra;
      let s00 = f32x4.splat(0), s01 = f32x4.splat(0), s10 = f32x4.splat(0), s11 = f32x4.splat(0);
      let s20 = f32x4.splat(0), s21 = f32x4.splat(0), s30 = f32x4.splat(0), s31 = f32x4.splat(0);
      let bp = b + jo;
      for (let p: usize = 0; p < <usize>k << 2; p += 4) {
        const b0 = v128.load(bp), b1 = v128.load(bp, 16);
        let x = v128.load_splat<f32>(a0 + p);
        s00 = f32x4.add(s00, f32x4.mul(x, b0)); s01 = f32x4.add(s01, f32x4.mul(x, b1));
        x = v128.load_splat<f32>(a1 + p);
        s10 = f32x4.add(s10, f32x4.mul(x, b0)); s11 = f32x4.add(s11, f32x4.mul(x, b1));
        x = v128.load_splat<f32>(a2 + p);
        s20 = f32x4.add(s20, f32x4.mul(x, b0)); s21 = f32x4.add(s21, f32x4.mul(x, b1));
        x = v128.load_splat<f32>(a3 + p);
        s30 = f32x4.add(s30, f32x4.mul(x, b0)); s31 = f32x4.add(s31, f32x4.mul(x, b1));
        bp += rb;
      }
      const c0 = c + <usize>i * rc + jo, c1 = c0 + rc, c2 = c1 + rc, c3 = c2 + rc;
      v128.store(c0, s00); v128.store(c0, s01, 16);
      v128.store(c1, s10); v128.store(c1, s11, 16);
      v128.store(c2, s20); v128.store(c2, s21, 16);
      v128.store(c3, s30); v128.store(c3, s31, 16);
    }
    for (; i < m; i++) {
      const a0 = a + <usize>i * ra;
      let s0 = f32x4.splat(0), s1 = f32x4.splat(0);
      let bp = b + jo;
      for (let p: usize = 0; p < <usize>k << 2; p += 4) {
        const x = v128.load_splat<f32>(a0 + p);
        s0 = f32x4.add(s0, f32x4.mul(x, v128.load(bp))); s1 = f32x4.add(s1, f32x4.mul(x, v128.load(bp, 16)));
        bp += rb;
      }
      const c0 = c + <usize>i * rc + jo;
      v128.store(c0, s0); v128.store(c0, s1, 16);
    }
  }
}

// Each row of `to` = the row of `forms` and the row of `tags` that two lists of row numbers name. A row is `wide` bytes, in tables of rows of `row` bytes.
export function gather(rows: i32, wide: usize, row: usize, forms: usize, formOf: usize, tags: usize, tagOf: usize, to: usize): void {
  for (let i: i32 = 0; i < rows; i++) {
    const form = forms + <usize>load<u32>(formOf + (<usize>i << 2)) * row;
    const tag = tags + <usize>load<u32>(tagOf + (<usize>i << 2)) * row;
    const at = to + <usize>i * wide;
    for (let j: usize = 0; j < wide; j += 16)
      v128.store(at + j, f32x4.add(v128.load(form + j), v128.load(tag + j)));
  }
}

// tanh by a rational function, clamped: the same in SIMD and in the plain kernel.
// @ts-ignore: decorator
@inline function tanh4(v: v128): v128 {
  const x = f32x4.min(f32x4.max(v, f32x4.splat(-7.90531110763549805)), f32x4.splat(7.90531110763549805));
  const q = f32x4.mul(x, x);
  let p = f32x4.splat(-2.76076847742355e-16);
  p = f32x4.add(f32x4.mul(p, q), f32x4.splat(2.00018790482477e-13));
  p = f32x4.add(f32x4.mul(p, q), f32x4.splat(-8.60467152213735e-11));
  p = f32x4.add(f32x4.mul(p, q), f32x4.splat(5.12229709037114e-08));
  p = f32x4.add(f32x4.mul(p, q), f32x4.splat(1.48572235717979e-05));
  p = f32x4.add(f32x4.mul(p, q), f32x4.splat(6.37261928875436e-04));
  p = f32x4.add(f32x4.mul(p, q), f32x4.splat(4.89352455891786e-03));
  p = f32x4.mul(p, x);
  let d = f32x4.splat(1.19825839466702e-06);
  d = f32x4.add(f32x4.mul(d, q), f32x4.splat(1.18534705686654e-04));
  d = f32x4.add(f32x4.mul(d, q), f32x4.splat(2.26843463243900e-03));
  d = f32x4.add(f32x4.mul(d, q), f32x4.splat(4.89352518554385e-03));
  return f32x4.div(p, d);
}
// @ts-ignore: decorator
@inline function sigmoid4(v: v128): v128 {
  const h = f32x4.splat(0.5);
  return f32x4.add(f32x4.mul(tanh4(f32x4.mul(v, h)), h), h);
}
// @ts-ignore: decorator
@inline function rounded(v: v128, scale: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.floor(f32x4.add(f32x4.mul(v, scale), f32x4.splat(0.5))));
}

// @ts-ignore: decorator
@inline function cell(g: usize, hb: usize, before: usize, state: usize): v128 {
  let s = f32x4.mul(sigmoid4(v128.load(g)), tanh4(v128.load(g + hb * 2)));
  if (before) s = f32x4.add(f32x4.mul(sigmoid4(v128.load(g + hb)), v128.load(before)), s);
  v128.store(state, s);
  return f32x4.mul(sigmoid4(v128.load(g + hb * 3)), tanh4(s));
}

// One step of long short-term memory. gates: rows x 4 width sums (input, forget, candidate, output); before: states of the step before, or 0.
// Output in 16 bits, 32767 for one, its rows `ro` apart.
export function step(rows: i32, width: i32, gates: usize, before: usize, state: usize, out: usize, ro: usize): void {
  const hb = <usize>width << 2;
  const one = f32x4.splat(32767);
  for (let r: i32 = 0; r < rows; r++) {
    const g = gates + <usize>r * hb * 4;
    const o = <usize>r * hb;
    const to = out + <usize>r * ro;
    for (let j: usize = 0; j < hb; j += 32) {
      const low = cell(g + j, hb, before ? before + o + j : 0, state + o + j);
      const high = cell(g + j + 16, hb, before ? before + o + j + 16 : 0, state + o + j + 16);
      v128.store(to + (j >> 1), i16x8.narrow_i32x4_s(rounded(low, one), rounded(high, one)));
    }
  }
}

// Leaky rectifier in place, and the same in 16 bits, 4096 for one. `count` a multiple of eight.
export function leaky(count: i32, at: usize, to: usize): void {
  const slope = f32x4.splat(0.1), one = f32x4.splat(4096);
  for (let j: i32 = 0; j < count; j += 8) {
    const from = at + (<usize>j << 2);
    const v = v128.load(from), w = v128.load(from, 16);
    const x = f32x4.max(v, f32x4.mul(v, slope)), y = f32x4.max(w, f32x4.mul(w, slope));
    v128.store(from, x); v128.store(from, y, 16);
    v128.store(to + (<usize>j << 1), i16x8.narrow_i32x4_s(rounded(x, one), rounded(y, one)));
  }
}

// For each row, its own part and its head's part of `m` (16 bits, 4096 for one): their product, the one, the other, all 512 for one.
export function pairs(rows: i32, width: i32, m: usize, rm: usize, below: usize, above: usize, heads: usize, to: usize): void {
  const wide = <usize>width << 1;
  for (let i: i32 = 0; i < rows; i++) {
    const x = m + <usize>i * rm + below;
    const y = m + <usize>load<u32>(heads + (<usize>i << 2)) * rm + above;
    const at = to + <usize>i * wide * 3;
    const half = i16x8.splat(4);
    for (let j: usize = 0; j < wide; j += 16) {
      const u = v128.load(x + j), v = v128.load(y + j);
      v128.store(at + j, i16x8.q15mulr_sat_s(u, v));
      v128.store(at + wide + j, i16x8.shr_s(i16x8.add_sat_s(u, half), 3));
      v128.store(at + wide * 2 + j, i16x8.shr_s(i16x8.add_sat_s(v, half), 3));
    }
  }
}

// The column with the highest sum over some rows of a table of bytes; the first of equals. `wide` a multiple of 16, `columns` of which count; sums go to `sums` in 16 bits.
export function best(features: usize, count: i32, weights: usize, wide: i32, columns: i32, sums: usize): i32 {
  for (let j: i32 = 0; j < wide; j += 16) {
    let low = i16x8.splat(0), high = i16x8.splat(0);
    for (let f: i32 = 0; f < count; f++) {
      const v = v128.load(weights + <usize>load<u32>(features + (<usize>f << 2)) * wide + j);
      low = i16x8.add(low, i16x8.extend_low_i8x16_s(v));
      high = i16x8.add(high, i16x8.extend_high_i8x16_s(v));
    }
    v128.store(sums + (<usize>j << 1), low);
    v128.store(sums + (<usize>j << 1), high, 16);
  }
  let top: i32 = 0;
  let most = <i32>load<i16>(sums);
  for (let j: i32 = 1; j < columns; j++) {
    const sum = <i32>load<i16>(sums + (<usize>j << 1));
    if (sum > most) { most = sum; top = j; }
  }
  return top;
}
