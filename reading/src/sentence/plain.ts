import type { Document } from '@entente/core/document/document';

const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u02BC': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '`': "'",
  '\u00A0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202F': ' ',
  '\u3000': ' ',
  '\u200B': ' ',
  '\uFEFF': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '–',
  '\u2015': '—',
};

const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** A copy of a text with plain quotes, hyphens and spaces, of the same length, so that offsets stay what they are. */
export const plain = (text: string): string => text.replace(SPECIAL, (sign) => PLAIN[sign] ?? sign);

/** A document's text for reading: plain, and blank where boilerplate stands, of the same length. */
export const readable = (document: Pick<Document, 'text' | 'boilerplate'>): string => {
  let text = '';
  let at = 0;
  for (const { start, end } of [...document.boilerplate].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    text += document.text.slice(at, from) + ' '.repeat(end - from);
    at = end;
  }
  return plain(text + document.text.slice(at));
};
