import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Document } from '@entente/core/document/document';
import type { Problem } from '@entente/core/vocabulary';
import { terminal } from '../export/text.ts';
import type { CapturedReport } from '../intake/collection.ts';
import { type Fetched, fetchReport, type Network } from '../intake/fetch/fetch.ts';
import { captureGiven, capturePaths } from '../intake/folder.ts';
import { type FolderDossier, readFolder } from '../store/folder.ts';
import { importFolder } from '../store/import-folder.ts';
import { isStore } from '../store/open-store.ts';
import type { Captured, CaptureResult, Store } from '../store/store.ts';
import { compareAll, suggestFrom } from '../store/take-in.ts';
import { isTextDossier, notWhole, workOn } from '../store/work-on.ts';
import { coderNamed } from './coder.ts';
import type { Register } from './main.ts';
import { bar, progress } from './progress.ts';
import { type ExitCode, type Shell, Unusable } from './shell.ts';
import { toldLines } from './told.ts';

/** Documents that come in together: each such step is whole on the disk before the next begins. */
const AT_ONCE = 200;
/** Documents that are read together: who is introduced in one is known in the others. */
const READ_AT_ONCE = 500;

interface Options {
  readonly by?: string;
  /** Whether a text dossier with faults is taken over without what has them. */
  readonly anyway?: boolean;
  readonly read: boolean;
  /** Addresses that a person asked to be fetched; nothing else ever is. */
  readonly fetch?: readonly string[];
}

/** Takes reports into a store in steps, as they are captured. */
class Intake {
  readonly problems: Problem[] = [];
  readonly notes: Problem[] = [];
  readonly results: CaptureResult['documents'][number][] = [];
  /** Entries of the log that this took: undo takes back one at a time. */
  steps = 0;
  private waiting: Captured[] = [];
  private readonly store: Store;
  private readonly by: ReturnType<typeof coderNamed>;

  constructor(store: Store, by: ReturnType<typeof coderNamed>) {
    this.store = store;
    this.by = by;
  }

  async add(one: Captured): Promise<void> {
    this.waiting.push(one);
    if (this.waiting.length >= AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.waiting.length === 0) return;
    const done = await this.store.capture(this.by, this.waiting);
    this.waiting = [];
    if (!done.ok) throw new Unusable(done.problems);
    if (done.value.entry) this.steps += 1;
    this.results.push(...done.value.documents);
    this.notes.push(...done.value.notes);
  }
}

const capturedFrom = ({ document, bytes, original }: CapturedReport): Captured => ({
  ...{ document, bytes },
  ...(original.address !== undefined && { address: original.address }),
});

const addReports = async (
  intake: Intake,
  paths: readonly string[],
  shell: Shell,
  input: AsyncIterable<Uint8Array> | undefined,
): Promise<void> => {
  if (paths.length === 0) return;
  const seen = progress(shell);
  const { problems, notes } = await capturePaths(paths, {
    onFile: (done, all, file) => seen.say(bar('Capturing', done, all, terminal(file))),
    onReport: (report) => intake.add(capturedFrom(report)),
    ...(input && { input }),
  });
  seen.end();
  intake.problems.push(...problems);
  // the store says itself what is another version of what
  intake.notes.push(...notes.filter(({ code }) => code !== 'intake/revision'));
};

/** One request for each address that was asked for. */
const fetchedFrom = async (
  addresses: readonly string[],
  shell: Shell,
  network: Network | undefined,
): Promise<{ readonly reports: readonly Fetched[]; readonly problems: readonly Problem[] }> => {
  const [reports, problems]: [Fetched[], Problem[]] = [[], []];
  const seen = progress(shell);
  for (const address of addresses) {
    seen.say(`Fetching  ${terminal(address)}`);
    const fetched = await fetchReport(address, network);
    if (fetched.ok) reports.push(fetched.value);
    else problems.push(...fetched.problems);
  }
  seen.end();
  return { reports, problems };
};

/** A dossier as text, read, with the bytes of its reports. */
interface Text {
  readonly folder: FolderDossier;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** Reads dossiers of text before anything is written. @throws Unusable when one has faults in its own files, unless they are taken anyway */
const textsAt = async (paths: readonly string[], anyway: boolean, shell: Shell): Promise<readonly Text[]> => {
  const texts: Text[] = [];
  for (const path of paths) {
    const seen = progress(shell);
    const bytes = new Map<string, Uint8Array>();
    const folder = await readFolder(path, {
      onFile: (done, all, file) => seen.say(bar('Capturing', done, all, terminal(file))),
      onReport: (report) => void bytes.set(report.document.id, report.bytes),
    });
    seen.end();
    if (!folder.ok) throw new Unusable(folder.problems);
    const faults = anyway ? [] : notWhole(path, folder.value);
    if (faults.length > 0) throw new Unusable(faults);
    texts.push({ folder: folder.value, bytes });
  }
  return texts;
};

/** A text dossier is taken over as a whole: its documents, its codebook and what was coded. */
const addDossier = async (
  intake: Intake,
  store: Store,
  { folder, bytes }: Text,
  by: ReturnType<typeof coderNamed>,
  isNew: boolean,
): Promise<void> => {
  if (isNew) {
    const { title, question, asOf } = folder.dossier;
    const after = { title, ...(question !== undefined && { question }), ...(asOf !== undefined && { asOf }) };
    const head = await store.write(by, 'import', [{ kind: 'head', id: 'head', after }]);
    if (!head.ok) throw new Unusable(head.problems);
  }
  const done = await importFolder(store, by, folder, bytes);
  if (!done.ok) throw new Unusable(done.problems);
  intake.problems.push(...folder.problems);
  intake.notes.push(...folder.notes, ...done.value.notes);
  intake.results.push(...done.value.documents);
};

/** What the reader finds in the documents that are new. */
const read = async (store: Store, ids: readonly Document['id'][], shell: Shell): Promise<number> => {
  const seen = progress(shell);
  seen.say('Looking who took from whom');
  const compared = await compareAll(store);
  if (!compared.ok) throw new Unusable(compared.problems);
  let suggested = 0;
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
    seen.say(bar('Reading', at, ids.length));
    const documents: Document[] = [];
    for (const id of ids.slice(at, at + READ_AT_ONCE)) {
      const document = await store.document(id);
      if (document) documents.push(document);
    }
    const found = await suggestFrom(store, documents);
    if (!found.ok) throw new Unusable(found.problems);
    suggested += found.value.suggested;
  }
  seen.end();
  return suggested;
};

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** Takes files, folders and standard input into a dossier, which is made if there is none. */
export const addTo = async (
  dossier: string,
  sources: readonly string[],
  options: Options,
  shell: Shell,
  input?: AsyncIterable<Uint8Array>,
  network?: Network,
): Promise<ExitCode> => {
  const by = coderNamed(options.by);
  const addresses = options.fetch ?? [];
  if (sources.length + addresses.length === 0)
    throw new Unusable([
      {
        code: 'add/nothing',
        at: [dossier],
        says: 'Nothing to add was named. Name files or folders, or --fetch an address.',
      },
    ]);
  const paths = sources.filter((source) => source !== '-').map((source) => resolve(shell.cwd, source));
  const there = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  const absent = sources.filter((source) => source !== '-').filter((_, at) => there[at] === undefined);
  if (sources.length > 0 && absent.length === sources.length)
    throw new Unusable(
      absent.map((source) => ({
        code: 'add/absent',
        at: [source],
        says: 'There is no such file or folder. Check the name.',
      })),
    );
  const dossiers: string[] = [];
  for (const path of paths) if (await isStore(path)) dossiers.push(path);
  if (dossiers.length > 0)
    throw new Unusable(
      dossiers.map((path) => ({
        code: 'add/dossier',
        at: [path],
        says: 'It is a dossier itself, or a backup of one. Write it as text with entente export, and add that folder.',
      })),
    );
  const fetched = await fetchedFrom(addresses, shell, network);
  if (sources.length === 0 && fetched.reports.length === 0) throw new Unusable(fetched.problems);
  const inText: string[] = [];
  for (const path of paths) if (await isTextDossier(path)) inText.push(path);
  const texts = await textsAt(inText, options.anyway === true, shell);
  const place = await workOn(resolve(shell.cwd, dossier), by, { anyway: options.anyway === true });
  if (!place.ok) throw new Unusable(place.problems);
  const { store, how } = place.value;
  try {
    shell.err(toldLines(place.value.problems, place.value.notes, shell));
    if (how === 'made') shell.err(`A new dossier is made in ${terminal(dossier)}.\n`);
    if (how === 'imported') shell.err(`The folder was taken over into ${store.folder}; it stays as it is.\n`);
    const intake = new Intake(store, by);
    await addReports(
      intake,
      [...paths.filter((path) => !inText.includes(path)), ...(sources.includes('-') ? ['-'] : [])],
      shell,
      input,
    );
    const got = await captureGiven(fetched.reports, { onReport: (report) => intake.add(capturedFrom(report)) });
    intake.problems.push(...fetched.problems, ...got.problems);
    intake.notes.push(...got.notes);
    await intake.flush();
    const reports = intake.results.filter(({ outcome }) => outcome !== 'same-bytes');
    for (const [at, text] of texts.entries()) await addDossier(intake, store, text, by, how === 'made' && at === 0);
    const fresh = intake.results.filter(({ outcome }) => outcome !== 'same-bytes');
    if (intake.results.length + intake.problems.length === 0)
      intake.problems.push({ code: 'add/no-report', at: [...sources], says: 'No report was found there.' });
    shell.err(toldLines(intake.problems, intake.notes, shell));
    const suggested =
      options.read && reports.length > 0
        ? await read(
            store,
            reports.map(({ id }) => id),
            shell,
          )
        : 0;
    const known = intake.results.length - fresh.length;
    shell.out(
      `${[
        `${counted(fresh.length, 'document', 'documents')} added`,
        ...(known > 0 ? [`${known} known already`] : []),
        ...(suggested > 0 ? [`${counted(suggested, 'suggestion', 'suggestions')} to look at`] : []),
      ].join(', ')}.\n`,
    );
    if (intake.steps > 1)
      shell.err(`They came in ${counted(intake.steps, 'step', 'steps')}; entente undo takes back one at a time.\n`);
    if (intake.results.length === 0 && intake.problems.length > 0) return 2;
    return intake.problems.length > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
};

/** `entente add DOSSIER FILE|FOLDER…|- [--fetch ADDRESS]`: documents into a dossier. */
export const add: Register = (program, shell, done) => {
  program
    .command('add')
    .description('take reports into a dossier, with their originals; what is in it already comes in once')
    .argument('<dossier>', 'a dossier; made if there is none')
    .argument('[source...]', 'files, folders of reports, text dossiers, or - for standard input')
    .option('--by <name>', 'who adds them, for the log; else the name of the account')
    .option(
      '--fetch <address>',
      'one request to this public http or https address; may be given again',
      (one, all: string[] = []) => [...all, one],
    )
    .option('--no-read', 'only capture: suggest nothing, compare nothing')
    .option('--anyway', 'take over a dossier of text in spite of faults in its files, without what has them')
    .action(async (dossier: string, sources: string[], options: Options) => {
      done(await addTo(dossier, sources, options, shell));
    });
};
