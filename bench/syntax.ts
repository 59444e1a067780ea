import { readFileSync } from 'node:fs';
import { loadSyntax } from '@entente/reading/syntax/load';
import { exponent, machine, median } from './shared/machine.ts';

/** Sentences of the length and make of reports; a stroke stands for a word that is new each time, so that nothing is gained by having read it before. */
const SENTENCES = [
  'The foreign minister | said on Tuesday that his government would not sign the | agreement unless the other side withdraws its troops from the | valley.',
  'According to two officials from | who were not allowed to speak in public, the delegation had already left when the | proposal was read out.',
  'They refused.',
  'Negotiators from | and | met in | for the third time this year, but neither side was ready to talk about the status of the | islands.',
  '“We have never rejected talks,” | spokeswoman | told reporters, adding that such a step remained |.',
  'If the | ceasefire holds until the end of March, the mediators hope to open the road between | and | and to exchange about 120 prisoners.',
  'The | opposition, which had supported the plan in 2019, now calls it a threat to the unity of |.',
  'Analysts in | doubt it.',
];

const PARTS = 'ka ver os to mil bra neth lu sho ri dan pel gu mor ist av eno zal'.split(' ');

/** A word that no other number gives. */
const newWord = (number: number): string => {
  let [word, rest] = ['', number + PARTS.length];
  for (; rest > 0; rest = Math.floor(rest / PARTS.length)) word += PARTS[rest % PARTS.length] ?? '';
  return word.charAt(0).toUpperCase() + word.slice(1);
};

/** Paragraphs in which about one word of nine is new. */
const madeText = (paragraphs: number, from = 0): string => {
  let number = from;
  return Array.from({ length: paragraphs }, () => SENTENCES.join(' ').replace(/\|/g, () => newWord(number++))).join(
    '\n\n',
  );
};

const MODEL = new URL('../../reading/model/english.bin', import.meta.url);

/** The most memory that the process has held so far. */
const peakMiB = () => Math.round(process.resourceUsage().maxRSS / 1024);

const cpuSeconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

/**
 * From text to trees, mentions and coreference: what is loaded, and how many tokens a second are read on one core.
 * `--text FILE` reads a text of yours instead of a made one.
 */
export const bench = async (args: readonly string[]) => {
  const bytes = readFileSync(MODEL);
  const load = () => cpuSeconds(() => void loadSyntax(bytes));
  const firstLoad = load();
  const syntax = loadSyntax(bytes);
  const textAt = args.indexOf('--text');
  const given = textAt < 0 ? undefined : readFileSync(args[textAt + 1] ?? '', 'utf8');
  syntax.analyse(given ?? madeText(20, 1e8));
  const sizes = args.includes('--quick') ? [5, 20, 80] : [5, 20, 80, 320];
  const rows = (given === undefined ? sizes : [1]).map((paragraphs, row) => {
    const textOf = (turn: number) => given ?? madeText(paragraphs, (row * 6 + turn) * 1e5);
    const text = textOf(5);
    const tokens = syntax.analyse(text).sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
    const began = performance.now();
    const seconds = median(
      Array.from({ length: 5 }, (_, turn) => textOf(turn)).map((next) => cpuSeconds(() => void syntax.analyse(next))),
    );
    const wallSeconds = (performance.now() - began) / 5000;
    return {
      characters: text.length,
      tokens,
      cpuSeconds: seconds,
      wallSeconds,
      tokensPerCpuSecond: Math.round(tokens / seconds),
      peakMiB: peakMiB(),
    };
  });
  return {
    bench: 'syntax',
    machine: machine(),
    model: syntax.name,
    modelBytes: bytes.length,
    firstLoadCpuSeconds: firstLoad,
    loadCpuSeconds: median(Array.from({ length: 5 }, load)),
    compiledKernel: syntax.model.parser.network.kernel.compiled,
    rows,
    growth:
      given === undefined ? exponent(rows.map(({ tokens, cpuSeconds: seconds }) => [tokens, seconds])) : undefined,
  };
};
