// The two loops that cost the time. AssemblyScript; see build.mjs for how the bytes in src/syntax/kernel-bytes.ts come from it.
// C[m x n] = A[m x k] B[k x n], added to C when `add`. All strides are in bytes.
export function gemm(m: i32, n: i32, k: i32, a: usize, ra: usize, ca: usize, b: usize, ldb: usize, c: usize, ldc: usize, add: i32): void {
  // all strides in bytes
  let i: i32 = 0;
  for (; i + 4 <= m; i += 4) {
    const a0 = a + <usize>i * ra;
    const a1 = a0 + ra, a2 = a1 + ra, a3 = a2 + ra;
    const c0 = c + <usize>i * ldc;
    const c1 = c0 + ldc, c2 = c1 + ldc, c3 = c2 + ldc;
    let j: i32 = 0;
    for (; j + 8 <= n; j += 8) {
      const jo = <usize>j << 2;
      let s00 = f32x4.splat(0), s01 = f32x4.splat(0), s10 = f32x4.splat(0), s11 = f32x4.splat(0);
      let s20 = f32x4.splat(0), s21 = f32x4.splat(0), s30 = f32x4.splat(0), s31 = f32x4.splat(0);
      if (add) {
        s00 = v128.load(c0 + jo); s01 = v128.load(c0 + jo, 16);
        s10 = v128.load(c1 + jo); s11 = v128.load(c1 + jo, 16);
        s20 = v128.load(c2 + jo); s21 = v128.load(c2 + jo, 16);
        s30 = v128.load(c3 + jo); s31 = v128.load(c3 + jo, 16);
      }
      let bp = b + jo;
      let ao: usize = 0;
      for (let p: i32 = 0; p < k; p++) {
        const b0 = v128.load(bp), b1 = v128.load(bp, 16);
        let x = v128.load_splat<f32>(a0 + ao);
        s00 = f32x4.add(s00, f32x4.mul(x, b0)); s01 = f32x4.add(s01, f32x4.mul(x, b1));
        x = v128.load_splat<f32>(a1 + ao);
        s10 = f32x4.add(s10, f32x4.mul(x, b0)); s11 = f32x4.add(s11, f32x4.mul(x, b1));
        x = v128.load_splat<f32>(a2 + ao);
        s20 = f32x4.add(s20, f32x4.mul(x, b0)); s21 = f32x4.add(s21, f32x4.mul(x, b1));
        x = v128.load_splat<f32>(a3 + ao);
        s30 = f32x4.add(s30, f32x4.mul(x, b0)); s31 = f32x4.add(s31, f32x4.mul(x, b1));
        bp += ldb; ao += ca;
      }
      v128.store(c0 + jo, s00); v128.store(c0 + jo, s01, 16);
      v128.store(c1 + jo, s10); v128.store(c1 + jo, s11, 16);
      v128.store(c2 + jo, s20); v128.store(c2 + jo, s21, 16);
      v128.store(c3 + jo, s30); v128.store(c3 + jo, s31, 16);
    }
    for (; j < n; j++) {
      const jo = <usize>j << 2;
      for (let r: i32 = 0; r < 4; r++) {
        const cp = c0 + <usize>r * ldc + jo;
        let s: f32 = add ? load<f32>(cp) : 0;
        let ap = a0 + <usize>r * ra, bp = b + jo;
        for (let p: i32 = 0; p < k; p++) { s += load<f32>(ap) * load<f32>(bp); ap += ca; bp += ldb; }
        store<f32>(cp, s);
      }
    }
  }
  for (; i < m; i++) {
    const a0 = a + <usize>i * ra, c0 = c + <usize>i * ldc;
    let j: i32 = 0;
    for (; j + 8 <= n; j += 8) {
      const jo = <usize>j << 2;
      let s0 = f32x4.splat(0), s1 = f32x4.splat(0);
      if (add) { s0 = v128.load(c0 + jo); s1 = v128.load(c0 + jo, 16); }
      let bp = b + jo, ap = a0;
      for (let p: i32 = 0; p < k; p++) {
        const x = v128.load_splat<f32>(ap);
        s0 = f32x4.add(s0, f32x4.mul(x, v128.load(bp))); s1 = f32x4.add(s1, f32x4.mul(x, v128.load(bp, 16)));
        bp += ldb; ap += ca;
      }
      v128.store(c0 + jo, s0); v128.store(c0 + jo, s1, 16);
    }
    for (; j < n; j++) {
      const jo = <usize>j << 2;
      let s: f32 = add ? load<f32>(c0 + jo) : 0;
      let ap = a0, bp = b + jo;
      for (let p: i32 = 0; p < k; p++) { s += load<f32>(ap) * load<f32>(bp); ap += ca; bp += ldb; }
      store<f32>(c0 + jo, s);
    }
  }
}

// tanh by a rational function, clamped: the same in SIMD and in the plain fallback.
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

// gates: rows x 4h (i f g o), replaced by their activations; before: c of the step before or 0; cell, out: rows x h
export function cell(rows: i32, h: i32, gates: usize, before: usize, state: usize, out: usize): void {
  const hb = <usize>h << 2;
  for (let r: i32 = 0; r < rows; r++) {
    const g = gates + <usize>r * hb * 4;
    const o = <usize>r * hb;
    for (let j: usize = 0; j < hb; j += 16) {
      const i4 = sigmoid4(v128.load(g + j));
      const f4 = sigmoid4(v128.load(g + hb + j));
      const g4 = tanh4(v128.load(g + hb * 2 + j));
      const o4 = sigmoid4(v128.load(g + hb * 3 + j));
      v128.store(g + j, i4); v128.store(g + hb + j, f4); v128.store(g + hb * 2 + j, g4); v128.store(g + hb * 3 + j, o4);
      let s = f32x4.mul(i4, g4);
      if (before) s = f32x4.add(f32x4.mul(f4, v128.load(before + o + j)), s);
      v128.store(state + o + j, s);
      v128.store(out + o + j, f32x4.mul(o4, tanh4(s)));
    }
  }
}
