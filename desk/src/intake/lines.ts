import { alike } from '@entente/core/document/quote';
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

/** Lines that an editor or a mail program broke at a fixed width: full lines that stop in mid-sentence. */
const isWrapped = (run: readonly Part[]): boolean => {
  const full = run.slice(0, -1);
  if (full.length === 0 || run.some(({ text }) => text.length > 110)) return false;
  if (full.some(({ text }) => text.length < 40)) return false;
  const open = full.filter(({ text }) => !endsSentence(text)).length;
  return open * 2 >= full.length;
};

/** The parts of a text: what stands between blank lines, each line by itself unless lines were broken at a fixed width. */
export const partsOf = (text: string): Part[] => {
  const copy = alike(text);
  const parts: Part[] = [];
  let run: Part[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && isWrapped(run))
      parts.push({ start: first.start, end: last.end, text: copy.slice(first.start, last.end) });
    else for (const line of run) parts.push(line);
    run = [];
  };
  // `alike` turns line breaks into spaces, so lines are cut in the text itself
  for (const line of text.matchAll(/[^\n\r\u2028\u2029\f\v]+|\r\n|[\n\r\u2028\u2029\f\v]/g)) {
    const whole = copy.slice(line.index, line.index + line[0].length);
    if (/^[\n\r\u2028\u2029\f\v]/.test(line[0])) continue;
    const words = whole.trim();
    if (words === '') {
      close();
      continue;
    }
    const start = line.index + whole.indexOf(words);
    if (
      run.length > 0 &&
      /\n[^\S\n]*\n|\r[^\S\n]*\r|\r\n[^\S\n]*\r\n|[\f\u2029]/.test(text.slice(run.at(-1)?.end, start))
    )
      close();
    run.push({ start, end: start + words.length, text: words });
  }
  close();
  return parts;
};

/** A part that is running text: a sentence of some length, or so long that it cannot be a label. */
export const isProse = ({ text }: Part): boolean => {
  if (text.length >= 400) return true;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u.test(text) && text.length >= 30)
    return /[。！？]/.test(text);
  const words = wordsIn(text);
  return words >= 40 || (endsSentence(text) && (words >= 10 || (words >= 6 && text.endsWith('.'))));
};
