/** As much of WebAssembly as is used here; the library's own types would bring the whole browser with them. */
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** Bytes of a page of memory. */
export const PAGE = 65536;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const clean = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((clean.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const digit of clean) {
    held = ((held << 6) | digits.indexOf(digit)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  return bytes;
};

/** Compiled code over a memory of its own, or nothing where the machine has no WebAssembly with SIMD or forbids it. */
export const compiled = (
  base64: string,
  pages: number,
): { readonly exports: unknown; readonly buffer: ArrayBuffer } | undefined => {
  try {
    const memory = new WebAssembly.Memory({ initial: pages });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytesOf(base64)), { env: { memory } });
    return { exports, buffer: memory.buffer };
  } catch {
    return undefined;
  }
};
