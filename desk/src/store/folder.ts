import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Chronicle, readChronicle } from '@entente/core/chronicle/read-chronicle';
import type { Derivation } from '@entente/core/document/derivation';
import type { Kept } from '@entente/core/document/fields';
import { origins } from '@entente/core/document/origin';
import { NO_HAND, type OriginsByHand, readOrigins, withHand } from '@entente/core/document/read-origins';
import type { Dossier } from '@entente/core/report/dossier';
import { readDossierHead } from '@entente/core/report/read-dossier';
import type { Codebook } from '@entente/core/statement/codebook';
import { readCodebook } from '@entente/core/statement/read-codebook';
import { contextOf } from '@entente/core/statement/read-coded';
import { readStatements } from '@entente/core/statement/read-statements';
import type { Outcome, Problem } from '@entente/core/vocabulary';
import { indexOf, rivalDerivationsIn } from '@entente/reading/derivation/index';
import { tooLarge } from '../intake/capture.ts';
import { decode } from '../intake/encoding.ts';
import { bytesOf, type CaptureOptions, captureFolder, type FolderCapture } from '../intake/folder.ts';
import { type Relisted, readListing } from './document-list.ts';
import { placed, readYaml } from './yaml.ts';

/** A folder read as a dossier, with what was wrong in it. */
export interface FolderDossier {
  /** Its path. */
  readonly folder: string;
  readonly dossier: Dossier;
  /** Who took from whom as computed, before a person's word went before it. */
  readonly computed: readonly Derivation[];
  readonly byHand: OriginsByHand;
  /** What each document was read from, by its id. */
  readonly originals: FolderCapture['originals'];
  /** What `documents.yaml` knows of documents besides. */
  readonly records: Relisted['records'];
  /** Paths of its conflict files. */
  readonly conflicts: readonly string[];
  /** How many entries of `statements.yaml` had a fault and are not in the dossier; all when the file could not be read. */
  readonly leftOut: number | 'all';
  /** Faults: each with file, line and column or file alone. What has one is left out; the rest is in the dossier. */
  readonly problems: readonly Problem[];
  /** What a person should know though nothing is wrong. */
  readonly notes: readonly Problem[];
  /** False for a folder of reports without `dossier.yaml`. */
  readonly coded: boolean;
}

const NO_CODEBOOK: Codebook = { actors: [], issues: [] };
const NO_CHRONICLE: Chronicle = { events: [], figures: [], forecasts: [] };

/** What stops a parser early makes it stumble on: the first fault is the cause of most others. */
const withMore = (first: Problem, more: number): Problem => ({
  ...first,
  says: `${first.says} ${more} faults follow in the file, most of them from the same cause.`,
});

/** The same fault in three places or more is told once, with the number and the first places. */
const gathered = (problems: readonly Problem[]): readonly Problem[] => {
  const alike = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.code} ${problem.says}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [problem]);
    else known.push(problem);
  }
  return [...alike.values()].flatMap((group) => {
    const [first, ...more] = group;
    if (first === undefined || more.length < 2) return group;
    const next = more.slice(0, 2).map(({ at }) => at[0]);
    const says = `${first.says} The same in ${group.length} places: also ${next.join(', ')}${more.length > 2 ? ' and further down' : ''}.`;
    return [{ ...first, says }];
  });
};

/** One file of the dossier, if it is there: its YAML read, its data parsed, its faults placed. */
const parsed = async <Value>(
  files: ReadonlyMap<string, string>,
  name: string,
  none: Value,
  parse: (data: unknown) => Kept<Value> | Promise<Kept<Value>>,
  problems: Problem[],
): Promise<Value> => {
  const path = files.get(name);
  if (path === undefined) return none;
  const bytes = await bytesOf(path);
  const text: Outcome<{ text: string }> =
    typeof bytes === 'number'
      ? { ok: false, problems: [{ code: 'folder/too-large', at: [name], says: tooLarge(bytes) }] }
      : decode(bytes);
  const yaml = text.ok ? readYaml(text.value.text, name) : text;
  if (!yaml.ok) {
    const [first, ...more] = yaml.problems.map((one) => (one.at.length > 0 ? one : { ...one, at: [name] }));
    if (first !== undefined) problems.push(more.length < 3 ? first : withMore(first, more.length));
    if (more.length < 3) problems.push(...more);
    return none;
  }
  const kept = await parse(yaml.value.value);
  problems.push(...gathered(placed(kept.problems, yaml.value)));
  return kept.value;
};

const unusable = (path: string, says: string): Outcome<FolderDossier> => ({
  ok: false,
  problems: [{ code: 'folder/unusable', at: [path], says }],
});

/**
 * Reads a dossier folder (`dossier.yaml`, `documents/`, `documents.yaml`, `codebook.yaml`, `statements.yaml`, `chronicle.yaml`, `origins.yaml`, conflict files)
 * or a plain folder of reports. Who took from whom is computed anew; what `origins.yaml` says goes before it.
 *
 * @returns problems only when there is nothing to work with: no such folder, or no report in it
 */
export const readFolder = async (path: string, options: CaptureOptions = {}): Promise<Outcome<FolderDossier>> => {
  try {
    if (!(await stat(path)).isDirectory())
      return unusable(
        path,
        'It is a file. Name the folder in which the reports are; for single files there is entente read.',
      );
  } catch {
    return unusable(path, 'There is no such folder. Check the name.');
  }
  const capture = await captureFolder(path, options);
  const { originals, notes, conflictFiles, dossierFiles: files } = capture;
  const problems = [...capture.problems];
  const coded = files.has('dossier.yaml');
  const { documents, records } = await parsed<Relisted>(
    files,
    'documents.yaml',
    { documents: capture.documents, records: new Map() },
    (data) => readListing(data, capture.documents, path),
    problems,
  );
  const frozen = new Set([...records.values()].map(({ path: file }) => file));
  const other = problems.filter(({ at, code }) => !(code.startsWith('intake/') && frozen.has(String(at[0]))));
  problems.splice(0, problems.length, ...other);
  if (documents.length === 0 && !coded) {
    const passed = notes.filter(({ code }) => code === 'intake/passed-over');
    const says =
      problems.length > 0
        ? 'No report in the folder could be read; see the other messages.'
        : 'The folder holds no report. Put some into it: .pdf, .docx, .html, .eml, .md or .txt.';
    return { ok: false, problems: [...problems, ...passed, { code: 'folder/empty', at: [path], says }] };
  }
  const title = basename(resolve(path));
  const head = await parsed(files, 'dossier.yaml', { title }, readDossierHead, problems);
  const codebook = await parsed(files, 'codebook.yaml', NO_CODEBOOK, readCodebook, problems);
  let leftOut: number | 'all' = files.has('statements.yaml') ? 'all' : 0;
  const statements = await parsed(
    files,
    'statements.yaml',
    [],
    (data) => {
      const kept = readStatements(data, documents, codebook);
      if (Array.isArray(data)) leftOut = data.length - kept.value.length;
      else if (data === undefined || data === null) leftOut = 0;
      return kept;
    },
    problems,
  );
  const chronicle = await parsed(
    files,
    'chronicle.yaml',
    NO_CHRONICLE,
    (data) => readChronicle(data, documents, codebook),
    problems,
  );
  const byName = contextOf(documents, codebook).documents;
  const byHand = await parsed(files, 'origins.yaml', NO_HAND, (data) => readOrigins(data, byName), problems);
  const index = indexOf(documents);
  const computed = rivalDerivationsIn(index, byHand);
  const derived = withHand(computed, byHand);
  const dossier: Dossier = {
    ...head,
    ...{ documents, derivations: derived, origins: origins(documents, derived, byHand.joined), codebook, statements },
    ...chronicle,
  };
  return {
    ok: true,
    value: {
      folder: path,
      dossier,
      computed,
      byHand,
      originals,
      records,
      conflicts: conflictFiles,
      leftOut,
      problems,
      notes,
      coded,
    },
  };
};
