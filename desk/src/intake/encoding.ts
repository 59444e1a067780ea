import type { Outcome } from '@entente/core/vocabulary';
import { analyse } from 'chardet';
import { utf16WithoutMark } from './binary.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** True when nothing in the file names the encoding and it was judged from the letters. */
  readonly guessed: boolean;
  /** How many places do not fit the encoding; left out when all do. */
  readonly misfits?: number;
}

/** What the bytes 80 to 9F are in Windows-1252; the five that it leaves open stay control characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const WESTERN = /^(?:windows-1252|cp1252|iso-8859-1|latin-?1|us-ascii|ascii)$/i;

/** Western European text. Node before 24 reads Windows-1252 as Latin-1 and loses its quotes and dashes, so these are put back here. */
export const western = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter);

/** How many bytes at a place are one letter in UTF-8, 0 when they are none; letters of one byte have 1. */
const utf8Length = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  const bad =
    (first === 0xe0 && second < 0xa0) ||
    (first === 0xed && second > 0x9f) ||
    (first === 0xf0 && second < 0x90) ||
    (first === 0xf4 && second > 0x8f);
  return bad ? 0 : length;
};

/**
 * UTF-8 with bytes in it that are none, as when two programs wrote into one file or a file was cut off. Such bytes are read as
 * Windows-1252; nothing when there are so many of them that the file is in another encoding altogether.
 */
const mixed = (bytes: Uint8Array): Decoded | undefined => {
  let [letters, misfits, from] = [0, 0, 0];
  const parts: string[] = [];
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  for (let at = 0; at < bytes.length; ) {
    const length = utf8Length(bytes, at);
    if (length > 1) letters++;
    if (length > 0) {
      at += length;
      continue;
    }
    misfits++;
    if (misfits > 100 && misfits > letters) return undefined;
    let to = at + 1;
    while (to < bytes.length && ((bytes[to] ?? 0) & 0xc0) === 0x80) to++;
    parts.push(
      utf8.decode(bytes.subarray(from, at)),
      to === bytes.length && to > at + 1 ? '\uFFFD' : western(bytes.subarray(at, to)),
    );
    [at, from] = [to, to];
  }
  if (misfits === 0 || letters < misfits * 3) return undefined;
  parts.push(utf8.decode(bytes.subarray(from)));
  return { text: parts.join(''), encoding: 'utf-8', guessed: false, misfits };
};

/** Bytes as text though some places do not fit, which one sign stands for; nothing when these are many. */
const lenient = (bytes: Uint8Array, encoding: string): Pick<Decoded, 'text' | 'misfits'> | undefined => {
  try {
    const text = new TextDecoder(encoding).decode(bytes);
    const misfits = text.match(/\uFFFD/g)?.length ?? 0;
    return misfits * 100 <= text.length ? { text, misfits } : undefined;
  } catch {
    return undefined;
  }
};

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

/** The apostrophe and the quotes of the Mac before Unicode, which read as `Õ`, `Ò` and `Ó` elsewhere: in no language these stand so. */
const isMacRoman = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 200_000));
  const apostrophes = text.match(/[a-z]\u00D5[a-z]/g)?.length ?? 0;
  const quotes =
    text.match(/(?<![\p{L}])\u00D2[\p{L}\d][^\u00D2\u00D3]{2,2000}[\p{L}\d.,!?]\u00D3(?!\p{L})/gu)?.length ?? 0;
  return apostrophes + quotes > 0 && !/[\u0091-\u0094]/.test(text);
};

/** A text without the signs for what did not fit, which are counted elsewhere. */
const whole = (text: string) => text.replaceAll('\uFFFD', '');

const LEAST_CONFIDENCE = 20;

/**
 * The text that bytes hold: by their byte order mark, else UTF-8 if they are that without a fault, else UTF-16, else what the page declares,
 * else the likeliest older encoding. A byte order mark is no part of the text. Places that fit no encoding are counted.
 *
 * @returns a problem when no encoding fits
 */
export const decode = (bytes: Uint8Array): Outcome<Decoded> => {
  const mark = marked(bytes);
  // in this encoding Japanese is written in letters of ASCII, so it would pass for UTF-8
  const japanese = !mark && /\u001B\$[@B]/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 20_000)));
  const sure = mark ? [mark] : [...(japanese ? ['iso-2022-jp'] : []), 'utf-8', utf16WithoutMark(bytes)];
  for (const encoding of sure) {
    const text = encoding && strict(bytes, encoding);
    if (encoding && text !== undefined && isReadable(text))
      return { ok: true, value: { text, encoding, guessed: false } };
  }
  const fault = (says: string): Outcome<Decoded> => ({
    ok: false,
    problems: [{ code: 'intake/encoding', at: [], says: `${says} Save it again as UTF-8.` }],
  });
  for (const encoding of mark ? [mark] : [utf16WithoutMark(bytes)]) {
    const found = encoding === undefined ? undefined : lenient(bytes, encoding);
    if (found && encoding && isReadable(whole(found.text)))
      return { ok: true, value: { ...found, encoding, guessed: false } };
  }
  const patched = mark ? undefined : mixed(bytes);
  if (patched && isReadable(whole(patched.text))) return { ok: true, value: patched };
  if (mark) return fault(`Its first bytes say ${mark.toUpperCase()}, but it is not.`);
  const named = declared(bytes)?.toLowerCase();
  const old = named === undefined && isMacRoman(bytes) ? ['macintosh'] : [];
  const judged = analyse(bytes.subarray(0, 200_000))
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .map(({ name }) => name.toLowerCase());
  const likely = [...old, ...judged];
  const tries = [
    ...(named
      ? [
          { encoding: named, guessed: false, exact: true },
          { encoding: named, guessed: false, exact: false },
        ]
      : []),
    ...likely.map((encoding) => ({ encoding, guessed: true, exact: true })),
    ...likely.slice(0, 3).map((encoding) => ({ encoding, guessed: true, exact: false })),
  ];
  for (const { encoding, guessed, exact } of tries) {
    if (encoding === 'utf-8' || encoding === 'utf8') continue;
    const text = exact ? strict(bytes, encoding) : undefined;
    const found = exact ? text !== undefined && { text } : lenient(bytes, encoding);
    if (found && isReadable(whole(found.text))) return { ok: true, value: { ...found, encoding, guessed } };
  }
  return fault('It is not UTF-8, and no other encoding fits.');
};
