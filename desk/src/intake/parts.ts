import { alike } from '@entente/core/document/quote';
import { creditIn, startsWithPlace } from './credits.ts';
import { endsSentence, type Part } from './lines.ts';

/** A line that an editor or a mail program broke is this long: shorter ones end where their writer ended them, longer ones are whole. */
const [SHORTEST, LONGEST] = [40, 110];

interface Line extends Part {
  /** Spaces before it. */
  readonly indent: number;
}

/** Neither a stop nor anything else after which a new sentence or a list may begin. */
const isOpen = ({ text }: Part): boolean => !endsSentence(text) && !/[,;:(-]$/.test(text);

const isLower = ({ text }: Part): boolean => /^["'(]?\p{Ll}/u.test(text);

/** Lines that were broken to fit: the sentence goes on with a small letter. */
const isBroken = (line: Part, next: Part): boolean =>
  line.text.length >= SHORTEST && line.text.length <= LONGEST && !endsSentence(line.text) && isLower(next);

/** The width to which a text was broken, as far as it shows one. */
const widthOf = (runs: readonly (readonly Line[])[]): number | undefined => {
  let width = 0;
  for (const run of runs)
    for (const [index, line] of run.entries()) {
      const next = run[index + 1];
      if (next && isBroken(line, next)) width = Math.max(width, line.text.length);
    }
  return width === 0 ? undefined : width;
};

/** A line that says who wrote it, when, or whose it is; the end of a sentence (`… told` / `Reuters.`) is none. */
const isCredit = (line: Part): boolean => {
  if (line.text.length > 160 || /(?<!reserved)\.$/i.test(line.text)) return false;
  if (isLower(line) && !/^by(?: \p{Lu}[\p{L}.'-]+){2,4}$/u.test(line.text)) return false;
  return creditIn(line)?.whole === true;
};

const isCapitals = ({ text }: Part): boolean => !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 10;

const ENTRY = /^(?:[•▪◦●■*‣] |[-+] |\(?(?:\d{1,2}|[a-z])[.)] |[A-Z][A-Z -]{2,20}: )/;

/** Words that begin a sentence and, with a capital, stand in none; `The Hague` does. */
const FRESH =
  /^(?:The (?!\p{Lu})|(?:An?|It|He|She|They|We|But|And|This|These|There|After|When|While|If|As|In|On|At|His|Her|Its|Their) )/u;

/** Whether a line begins something of its own, though no blank line stands before it. */
const beginsAnew = (line: Line, before: Line, isFirst: boolean, width: number | undefined): boolean => {
  if (line.text.startsWith('>') !== before.text.startsWith('>')) return true; // a letter that is quoted in another
  if (isCredit(line) || isCredit(before) || startsWithPlace(line) || ENTRY.test(line.text)) return true;
  if (isCapitals(line) !== isCapitals(before)) return true;
  if (isCapitals(line)) return false;
  if (line.indent >= before.indent + 2) return true;
  if (isLower(line)) return false;
  if (isFirst && isOpen(before) && FRESH.test(line.text)) return true;
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0;
  return width !== undefined && before.text.length + 1 + word <= width - 6; // it would have had room there
};

/** Lines of one paragraph: full ones that stop in mid-sentence. */
const isWrapped = (run: readonly Line[], width: number | undefined): boolean => {
  const [full, last] = [run.slice(0, -1), run.at(-1)];
  if (full.length === 0 || !last || run.some(({ text }) => text.length > LONGEST)) return false;
  if (run.every(isCapitals)) return run.length <= 3 && full.every((line) => line.text.length >= 30 && isOpen(line));
  if (full.some(({ text }) => text.length < SHORTEST)) return false;
  // two headlines have no stop either; where no text is broken, these are not
  if (width === undefined && !endsSentence(last.text) && !run.slice(1).some(isLower)) return false;
  return full.filter(({ text }) => !endsSentence(text)).length * 2 >= full.length;
};

/** Lines that stand together, between blank ones. */
const runsOf = (text: string, copy: string): readonly (readonly Line[])[] => {
  const runs: Line[][] = [];
  let run: Line[] = [];
  const close = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  // `alike` turns line breaks into spaces, so lines are cut in the text itself
  for (const line of text.matchAll(/[^\n\r\u2028\u2029\f\v]+/g)) {
    const whole = copy.slice(line.index, line.index + line[0].length);
    const words = whole.trim();
    if (words === '') {
      close();
      continue;
    }
    const indent = whole.indexOf(words);
    const start = line.index + indent;
    if (
      run.length > 0 &&
      /\n[^\S\n]*\n|\r[^\S\n]*\r|\r\n[^\S\n]*\r\n|[\f\u2029]/.test(text.slice(run.at(-1)?.end, start))
    )
      close();
    run.push({ start, end: start + words.length, text: words, indent });
  }
  close();
  return runs;
};

/**
 * The parts of a text: what stands between blank lines, each line by itself unless lines were broken at a fixed width. A headline, a byline
 * and a dateline stay apart though no blank line parts them.
 */
export const partsOf = (text: string): Part[] => {
  const copy = alike(text);
  const runs = runsOf(text, copy);
  const width = widthOf(runs);
  const parts: Part[] = [];
  const add = (together: readonly Line[]) => {
    const [first, last] = [together[0], together.at(-1)];
    if (first && last && isWrapped(together, width))
      parts.push({ start: first.start, end: last.end, text: copy.slice(first.start, last.end) });
    else for (const { start, end, text: words } of together) parts.push({ start, end, text: words });
  };
  for (const run of runs) {
    let from = 0;
    for (let i = 1; i < run.length; i++) {
      const [line, before] = [run[i], run[i - 1]];
      if (!line || !before || !beginsAnew(line, before, i - from === 1, width)) continue;
      add(run.slice(from, i));
      from = i;
    }
    add(run.slice(from));
  }
  return parts;
};
