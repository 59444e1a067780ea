import { readFileSync } from 'node:fs';
import { loadSyntax } from '@entente/reading/syntax/load';
import { exponent, machine, median } from './shared/machine.ts';

/** Sentences of the length and make of reports; repeated with changing numbers, so that no two paragraphs are the same. */
const SENTENCES = [
  'The foreign minister said on Tuesday that his government would not sign the agreement unless the other side withdraws its troops from the valley.',
  'According to two officials who were not allowed to speak in public, the delegation had already left when the proposal was read out.',
  'They refused.',
  'Negotiators from both countries met in Geneva for the third time this year, but neither side was ready to talk about the status of the islands.',
  '“We have never rejected talks,” the president’s spokeswoman told reporters, adding that such a step remained premature.',
  'If the ceasefire holds until the end of March, the mediators hope to open the road between the two cities and to exchange about 120 prisoners.',
  'The opposition, which had supported the plan in 2019, now calls it a threat to the unity of the state.',
  'Analysts doubt it.',
];

const MODEL = new URL('../../reading/model/english.bin', import.meta.url);

const cpuSeconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

/** From text to trees, mentions and coreference: what is loaded, and how many tokens a second are read on one core. */
export const bench = async (args: readonly string[]) => {
  const bytes = readFileSync(MODEL);
  const loads = Array.from({ length: 5 }, () => cpuSeconds(() => void loadSyntax(bytes)));
  const syntax = loadSyntax(bytes);
  const textOf = (paragraphs: number) =>
    Array.from({ length: paragraphs }, (_, at) => `${SENTENCES.join(' ')} It was round ${at}.`).join('\n\n');
  syntax.analyse(textOf(20));
  const rows = (args.includes('--quick') ? [5, 20, 80] : [5, 20, 80, 320]).map((paragraphs) => {
    const text = textOf(paragraphs);
    const tokens = syntax.analyse(text).sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
    const began = performance.now();
    const seconds = median(Array.from({ length: 5 }, () => cpuSeconds(() => void syntax.analyse(text))));
    const wallSeconds = (performance.now() - began) / 5000;
    return {
      characters: text.length,
      tokens,
      cpuSeconds: seconds,
      wallSeconds,
      tokensPerCpuSecond: Math.round(tokens / seconds),
    };
  });
  return {
    bench: 'syntax',
    machine: machine(),
    model: syntax.name,
    modelBytes: bytes.length,
    loadCpuSeconds: median(loads),
    compiledKernel: syntax.model.parser.network.kernel.compiled,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    rows,
    growth: exponent(rows.map(({ tokens, cpuSeconds: seconds }) => [tokens, seconds])),
  };
};
