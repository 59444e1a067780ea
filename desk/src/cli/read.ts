import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Codebook } from '@entente/core/statement/codebook';
import { readCodebook } from '@entente/core/statement/read-codebook';
import type { Statement } from '@entente/core/statement/statement';
import { derivations } from '@entente/reading/derivation/derivation';
import { ranked, undecided } from '@entente/reading/learning/rank';
import { decisionsIn, entryTallies } from '@entente/reading/learning/suggestion';
import { lines, writeJsonl } from '@entente/reading/suggestion/jsonl';
import { Reader } from '@entente/reading/suggestion/read';
import { englishSyntax } from '../model.ts';
import { placed, readYaml } from '../store/yaml.ts';
import type { Register } from './main.ts';
import { interruption, progress } from './progress.ts';
import { sourceOf } from './read-source.ts';
import { readingText } from './reading-text.ts';
import { askSecondReader, endpointOf, KEY, type SecondReaderOptions } from './second-reader-options.ts';
import { Unusable } from './shell.ts';

/**
 * A codebook from a file: `codebook.yaml`, or a list of issues (`id`, `label`, `proposal`) in JSON or YAML.
 *
 * @throws Unusable when the file cannot be read or holds no issue
 */
export const codebookFile = async (path: string, name: string): Promise<Codebook> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new Unusable([{ code: 'read/codebook', at: [name], says: 'The codebook cannot be read. Check its name.' }]);
  }
  const yaml = readYaml(text, name);
  if (!yaml.ok) throw new Unusable(yaml.problems);
  const { value } = yaml.value;
  const kept = readCodebook(Array.isArray(value) ? { actors: [], issues: value } : value);
  const problems = placed(kept.problems, yaml.value);
  if (problems.length > 0) throw new Unusable(problems);
  if (kept.value.issues.length === 0)
    throw new Unusable([
      {
        code: 'read/no-issue',
        at: [name],
        says: 'The codebook holds no issue. Write a list of id, label and proposal, or leave --codebook out: issues are then put forward.',
      },
    ]);
  return kept.value;
};

/** Reports that are read at a time; between them the terminal is told, and Ctrl-C heard. */
const AT_ONCE = 100;

interface Options extends SecondReaderOptions {
  readonly codebook?: string;
  readonly jsonl?: boolean;
  readonly words?: boolean;
  readonly learning: boolean;
  readonly entries?: boolean;
}

/** How often suggestions of each entry of the lexicon were accepted and rejected, the most decided first. */
const entryLines = (known: readonly Statement[], jsonl: boolean): string => {
  const tallies = [...entryTallies(decisionsIn(known))].sort(
    ([a, x], [b, y]) => y.accepted + y.rejected - (x.accepted + x.rejected) || (a < b ? -1 : 1),
  );
  if (jsonl) return tallies.map(([entry, tally]) => `${JSON.stringify({ kind: 'entry', entry, ...tally })}\n`).join('');
  if (tallies.length === 0) return 'Nobody has accepted or rejected a suggestion in this dossier yet.\n';
  return tallies
    .map(([entry, { accepted, rejected }]) => `${entry}: ${accepted} accepted, ${rejected} rejected\n`)
    .join('');
};

/** `entente read DOSSIER` or `entente read FILE…`: statements, events, figures, forecasts and derivations, suggested with their words. */
export const read: Register = (program, shell, done) => {
  program
    .command('read')
    .description('suggest statements, events, figures, forecasts and derivations of reports, each with its words')
    .argument(
      '<file...>',
      'a dossier, or reports and folders of reports: .txt, .md, .html, .pdf, .docx, .odt, .rtf, .eml',
    )
    .option('--codebook <file>', 'issues to link to: a list of id, label, proposal, or a codebook.yaml')
    .option('--jsonl', 'one suggestion a line as JSON, offsets in UTF-16 code units of the frozen text')
    .option('--words', 'read by rules over words alone, without the trees of the sentences: faster, finds less')
    .option('--no-learning', 'leave aside what was accepted and rejected in the dossier before')
    .option('--entries', 'instead, say how often suggestions of each entry of the lexicon were accepted and rejected')
    .option(
      '--second-reader <address>',
      `also ask a language model; sends the texts there (key from ${KEY}; see docs/second-reader.md)`,
    )
    .option('--model <name>', 'which model the second reader is')
    .option('--patience <seconds>', 'how long one answer of the second reader may take')
    .action(async (paths: string[], options: Options) => {
      const endpoint = endpointOf(options);
      const given =
        options.codebook === undefined
          ? undefined
          : await codebookFile(resolve(shell.cwd, options.codebook), options.codebook);
      const { documents, known, extension, faults, ...source } = await sourceOf(paths, shell);
      if (options.entries) {
        shell.out(entryLines(known, options.jsonl === true));
        return done(faults > 0 ? 2 : 0);
      }
      if (documents.length === 0) {
        if (faults === 0)
          shell.err(
            'There is no report among these files. Name .txt, .md or .html files, or a folder that holds some.\n',
          );
        return done(2);
      }
      const codebook = given ?? source.codebook;
      if (endpoint && !codebook)
        throw new Unusable([
          {
            code: 'second-reader/codebook',
            at: ['--second-reader'],
            says: 'The second reader codes by a codebook. Name one with --codebook, or read a dossier that has issues.',
          },
        ]);
      const reader = new Reader(codebook, {
        ...(extension === undefined ? {} : { lexicon: extension }),
        ...(options.words ? {} : { syntax: englishSyntax() }),
      });
      const decisions = options.learning ? decisionsIn(known) : [];
      const seen = progress(shell);
      const interrupted = interruption();
      const stop = new AbortController();
      const abort = () => stop.abort();
      process.once('SIGINT', abort);
      let read = 0;
      try {
        while (read < documents.length && !interrupted.stopped()) {
          const turn = documents.slice(read, read + AT_ONCE);
          const found = reader.read(turn);
          const asked = endpoint && codebook ? await askSecondReader(turn, codebook, endpoint, shell, stop.signal) : [];
          const order = ranked(undecided([...found.statements, ...asked], known), decisions);
          const reading = { ...found, statements: order.map(({ statement }) => statement) };
          read += turn.length;
          const taken = read < documents.length || documents.length > AT_ONCE ? [] : derivations(documents);
          const told = lines(reading, turn, taken, order);
          shell.out(options.jsonl ? writeJsonl(told) : readingText(reading, told, turn, codebook !== undefined));
          seen.say(`${read} of ${documents.length} reports read`);
          await new Promise((next) => setImmediate(next));
        }
      } finally {
        seen.end();
        interrupted.end();
        process.off('SIGINT', abort);
      }
      if (read < documents.length) {
        shell.err(`Stopped after ${read} of ${documents.length} reports.\n`);
        return done(1);
      }
      // Who took from whom is seen only when all are there.
      if (documents.length > AT_ONCE) {
        const empty = { codebook: { actors: [], issues: [] }, statements: [], events: [], figures: [], forecasts: [] };
        const taken = lines(empty, documents, derivations(documents));
        shell.out(options.jsonl ? writeJsonl(taken) : readingText(empty, taken, documents, true));
      }
      done(faults > 0 ? 2 : 0);
    });
};
