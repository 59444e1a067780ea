import type { Outcome } from '@entente/core/vocabulary';
import { analyse } from 'chardet';
import { utf16WithoutMark } from './binary.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** True when nothing in the file names the encoding and it was judged from the letters. */
  readonly guessed: boolean;
}

/** What the bytes 80 to 9F are in Windows-1252; the five that it leaves open stay control characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const WESTERN = /^(?:windows-1252|cp1252|iso-8859-1|latin-?1|us-ascii|ascii)$/i;

/** Western European text. Node before 24 reads Windows-1252 as Latin-1 and loses its quotes and dashes, so these are put back here. */
const western = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter);

/** Bytes as text, or nothing when they are not in that encoding. */
const strict = (bytes: Uint8Array, encoding: string): string | undefined => {
  if (WESTERN.test(encoding)) return western(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const marked = (bytes: Uint8Array): string | undefined => {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
};

/** `<meta charset="euc-kr">` and its older form, and the XML declaration, in the first kilobyte of a page. */
const declared = (bytes: Uint8Array): string | undefined => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}encoding=["']([\w-]{3,20})/i.exec(head)?.[1]
  );
};

/** Control characters that no text has. */
const isReadable = (text: string): boolean => {
  const sample = text.slice(0, 20_000);
  const odd = sample.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u0080-\u0084\u0086-\u009F\uFFFD]/g)?.length ?? 0;
  return odd * 200 <= sample.length;
};

const LEAST_CONFIDENCE = 20;

/**
 * The text that bytes hold: by their byte order mark, else UTF-8 if they are that without a fault, else UTF-16, else what the page declares,
 * else the likeliest older encoding. Nothing is replaced or left out; a byte order mark is no part of the text.
 *
 * @returns a problem when no encoding fits
 */
export const decode = (bytes: Uint8Array): Outcome<Decoded> => {
  const mark = marked(bytes);
  const sure = mark ? [mark] : ['utf-8', utf16WithoutMark(bytes)];
  for (const encoding of sure) {
    const text = encoding && strict(bytes, encoding);
    if (encoding && text !== undefined && isReadable(text))
      return { ok: true, value: { text, encoding, guessed: false } };
  }
  const fault = (says: string): Outcome<Decoded> => ({
    ok: false,
    problems: [{ code: 'intake/encoding', at: [], says: `${says} Save it again as UTF-8.` }],
  });
  if (mark) return fault(`Its first bytes say ${mark.toUpperCase()}, but it is not.`);
  const named = declared(bytes);
  const candidates = [
    ...(named ? [{ name: named, guessed: false }] : []),
    ...analyse(bytes.subarray(0, 200_000))
      .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
      .map(({ name }) => ({ name, guessed: true })),
  ];
  for (const { name, guessed } of candidates) {
    if (/^utf-8$/i.test(name)) continue;
    const text = strict(bytes, name.toLowerCase());
    if (text !== undefined && isReadable(text))
      return { ok: true, value: { text, encoding: name.toLowerCase(), guessed } };
  }
  return fault('It is not UTF-8, and no other encoding fits.');
};
