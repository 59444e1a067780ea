import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Document } from '@entente/core/document/document';
import type { Codebook } from '@entente/core/statement/codebook';
import { readCodebook } from '@entente/core/statement/read-codebook';
import { derivations } from '@entente/reading/derivation/derivation';
import { lines, writeJsonl } from '@entente/reading/suggestion/jsonl';
import { readDocuments } from '@entente/reading/suggestion/read';
import { capturePaths } from '../intake/folder.ts';
import { englishSyntax } from '../model.ts';
import { placed, readYaml } from '../store/yaml.ts';
import type { Register } from './main.ts';
import { readingText } from './reading-text.ts';
import { problemLines, type Shell, Unusable } from './shell.ts';

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

const captured = async (
  paths: readonly string[],
  shell: Shell,
): Promise<{ documents: readonly Document[]; faults: number }> => {
  const { documents, problems, notes } = await capturePaths(paths.map((path) => resolve(shell.cwd, path)));
  if (problems.length > 0) shell.err(problemLines(problems));
  if (notes.length > 0) shell.err(problemLines(notes));
  return { documents, faults: problems.length };
};

/** `entente read FILE…`: statements, events, figures, forecasts and derivations, suggested with their words. */
export const read: Register = (program, shell, done) => {
  program
    .command('read')
    .description('suggest statements, events, figures, forecasts and derivations of reports, each with its words')
    .argument('<file...>', 'reports or folders of reports: .txt, .md, .html')
    .option('--codebook <file>', 'issues to link to: a list of id, label, proposal, or a codebook.yaml')
    .option('--jsonl', 'one suggestion a line as JSON, offsets in UTF-16 code units of the frozen text')
    .option('--words', 'read by rules over words alone, without the trees of the sentences: faster, finds less')
    .action(async (paths: string[], options: { codebook?: string; jsonl?: boolean; words?: boolean }) => {
      const codebook =
        options.codebook === undefined
          ? undefined
          : await codebookFile(resolve(shell.cwd, options.codebook), options.codebook);
      const { documents, faults } = await captured(paths, shell);
      if (documents.length === 0) {
        if (faults === 0)
          shell.err(
            'There is no report among these files. Name .txt, .md or .html files, or a folder that holds some.\n',
          );
        done(2);
        return;
      }
      const reading = readDocuments(documents, codebook, options.words ? {} : { syntax: englishSyntax() });
      const found = lines(reading, documents, derivations(documents));
      shell.out(options.jsonl ? writeJsonl(found) : readingText(reading, found, documents, codebook !== undefined));
      done(faults > 0 ? 2 : 0);
    });
};
