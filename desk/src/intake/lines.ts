import type { Span } from '@entente/core/vocabulary';

/** A paragraph, heading or other stretch of lines that belongs together, without the space around it. */
export interface Part extends Span {
  /** Its words with quotes, dashes and spaces alike; of the same length as the stretch. */
  readonly text: string;
  /** What the format says that it is (`# …`, `<h2>`), where it says so. */
  readonly heading?: boolean;
}

const TERMINAL = /[.!?。！？](?:["')\]]|\[\w{1,3}\])*$/;

/** Whether a line stops where a sentence does; an agency in brackets may stand after it. */
export const endsSentence = (text: string): boolean => {
  const end = text.slice(-60).replace(/(?<=[.!?"'])\s*(?:\([\p{L} .-]{2,30}\)|--? ?\p{Lu}[\p{L} .-]{1,30})$/u, '');
  return TERMINAL.test(end.slice(-12)) && !/\.\.\.$/.test(end);
};

export const wordsIn = (text: string): number =>
  text.slice(0, 4000).match(/[\p{L}\p{N}][\p{L}\p{N}'.-]*/gu)?.length ?? 0;

/** A part that is running text: a sentence of some length, or so long that it cannot be a label. */
export const isProse = ({ text }: Part): boolean => {
  if (text.length >= 400) return true;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u.test(text) && text.length >= 30)
    return /[。！？]/.test(text);
  const words = wordsIn(text);
  return words >= 40 || (endsSentence(text) && (words >= 10 || (words >= 6 && text.endsWith('.'))));
};
