import type { Document } from '@entente/core/document/document';
import { documentId } from '@entente/core/vocabulary';
import { Reader, readDocuments } from '@entente/reading/suggestion/read';
import { machine } from './shared/machine.ts';

/** Sentences of the kinds that reports are made of, with names that vary, so that no text repeats another. */
const SENTENCES = [
  '{A} has voiced reluctance to accept a proposal by {B} to extend the truce for {n} months, diplomatic sources said on {d} {m}.',
  'The foreign minister of {A} said it was premature to discuss a referendum, noting that {n} of the {n}00 observers had left.',
  '{B} will not resume direct talks unless {A} withdraws its troops from the border, according to its state-run media.',
  'In {y}, the two sides signed an agreement on water, and about {n},000 people returned to the north of the country.',
  'It rained in the hills for most of the week, and the roads to the coast were closed to lorries and to buses.',
  'He added that nothing had been decided and that the commission would meet again in the spring.',
];
const STATES = ['Egypt', 'Sudan', 'Ethiopia', 'Greece', 'Turkey', 'Serbia', 'Morocco', 'Algeria', 'India', 'Pakistan'];
const MONTHS = ['January', 'March', 'April', 'June', 'July', 'September', 'October', 'December'];

/** A made-up text of so many bytes; another `seed` gives another text. */
const textOf = (bytes: number, seed: number): string => {
  const out: string[] = [];
  let length = 0;
  for (let count = 0; length < bytes; count += 1) {
    const index = count + seed * 37;
    const pick = (list: readonly string[], step: number) => list[(index * step) % list.length] ?? '';
    const sentence = pick(SENTENCES, 1)
      .replaceAll('{A}', pick(STATES, 3))
      .replaceAll('{B}', pick(STATES, 7))
      .replaceAll('{m}', pick(MONTHS, 5))
      .replaceAll('{d}', String((index % 28) + 1))
      .replaceAll('{n}', String((index % 89) + 2))
      .replaceAll('{y}', String(1950 + (index % 70)));
    out.push(sentence, count % 5 === 4 ? '\n' : ' ');
    length += sentence.length + 1;
  }
  return out.join('');
};

const documentOf = (text: string, index: number): Document => ({
  id: documentId(`report-${index}`),
  file: `report-${index}.txt`,
  text,
  sha256: '0'.repeat(64),
  boilerplate: [],
  blocks: [...text.matchAll(/[^\n]+/g)].map((match) => ({
    kind: 'paragraph' as const,
    start: match.index,
    end: match.index + match[0].length,
  })),
  published: { value: '2019-03-13', from: 'bench' },
});

const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** Reports made as they are read, in turns of a hundred: what is held in memory after each tenth of them. */
const memory = (reports: number) => {
  const reader = new Reader(undefined);
  const held: number[] = [];
  let statements = 0;
  for (let read = 0; read < reports; ) {
    const turn = Array.from({ length: Math.min(100, reports - read) }, (_, index) =>
      documentOf(textOf(5_000, read + index), read + index),
    );
    statements += reader.read(turn).statements.length;
    read += turn.length;
    if (read % Math.max(100, Math.floor(reports / 10)) === 0) {
      globalThis.gc?.();
      held.push(mebibytes(process.memoryUsage().heapUsed));
    }
  }
  return {
    reports,
    bytesEach: 5_000,
    statements,
    heapMiBAfterEachTenth: held,
    garbageCollectedBefore: globalThis.gc !== undefined,
  };
};

/** Reading without syntax: from frozen text to suggestions, issues put forward from the text. */
export const bench = async (args: readonly string[]) => {
  const quick = args.includes('--quick');
  const rounds = quick ? 3 : 7;
  const sizes = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  readDocuments([documentOf(textOf(50_000, 0), 0)], undefined);
  const rows = sizes.map((size) => {
    const documents = Array.from({ length: Math.max(1, Math.floor(size / 10_000)) }, (_, index) =>
      documentOf(textOf(10_000, index), index),
    );
    const bytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    const runs = Array.from({ length: rounds }, () => {
      const [began, used] = [performance.now(), process.cpuUsage()];
      readDocuments(documents, undefined);
      const { user, system } = process.cpuUsage(used);
      return { seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6 };
    }).sort((a, b) => a.cpuSeconds - b.cpuSeconds);
    const { seconds = 0, cpuSeconds = 0 } = runs[Math.floor(rounds / 2)] ?? {};
    return {
      reports: documents.length,
      bytes,
      seconds: Number(seconds.toFixed(4)),
      cpuSeconds: Number(cpuSeconds.toFixed(4)),
      mbPerSecond: Number((bytes / 1e6 / seconds).toFixed(2)),
      mbPerCpuSecond: Number((bytes / 1e6 / cpuSeconds).toFixed(2)),
    };
  });
  const many = Number(args.find((arg) => /^--reports=\d+$/.test(arg))?.split('=')[1] ?? (quick ? 500 : 10_000));
  return { bench: 'reading', machine: machine(), rounds, rows, memory: memory(many) };
};
