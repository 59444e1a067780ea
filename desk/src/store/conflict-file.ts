import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Conflict } from '@entente/core/conflict/conflict';
import { isGmcrPlus, readGmcrPlus } from '@entente/core/conflict/gmcr-plus';
import { isNeutral, readNeutral } from '@entente/core/conflict/neutral';
import { readConflict } from '@entente/core/conflict/read-conflict';
import { stateCount } from '@entente/core/conflict/space';
import { compile } from '@entente/core/stability/compile';
import type { GraphModel } from '@entente/core/stability/graph-model';
import type { Outcome, Problem } from '@entente/core/vocabulary';
import { isTooDeep, placed, readYaml, type Yaml } from './yaml.ts';

/** A conflict as it stands in a file, and ready for analysis. */
export interface ConflictFile {
  readonly conflict: Conflict;
  readonly model: GraphModel;
  /** What of the file could not be taken over, in sentences. */
  readonly lost: readonly string[];
}

/** A conflict file is written by hand or by a program of the field; none is larger. */
const MOST_BYTES = 32 * 2 ** 20;

const one = (
  code: string,
  at: string,
  says: string,
): { readonly ok: false; readonly problems: readonly Problem[] } => ({
  ok: false,
  problems: [{ code, at: [at], says }],
});

/** Nobody reads more at once. */
const MOST_PROBLEMS = 40;

/** The first problems, and how many more there are. */
const few = (
  problems: readonly Problem[],
  file: string,
  all = problems.length,
): { readonly ok: false; readonly problems: readonly Problem[] } => ({
  ok: false,
  problems:
    all <= MOST_PROBLEMS
      ? problems
      : [
          ...problems.slice(0, MOST_PROBLEMS),
          {
            code: 'conflict/more',
            at: [file],
            says: `There are ${all - MOST_PROBLEMS} more problems. Correct these first.`,
          },
        ],
});

/** JSON is read as such, for speed; its places are looked up only when there is something to place. */
const plainData = (text: string, file: string): Outcome<Yaml> => {
  if (!/^\s*[{[]/.test(text) || isTooDeep(text)) return readYaml(text, file);
  try {
    const value: unknown = JSON.parse(text);
    let read: Outcome<Yaml> | undefined;
    return {
      ok: true,
      value: {
        value,
        place: (path) => {
          read ??= readYaml(text, file);
          return read.ok ? read.value.place(path) : file;
        },
      },
    };
  } catch {
    return readYaml(text, file); // YAML that begins with a bracket, or JSON with a fault that YAML can place
  }
};

/** The conflict in plain data, told by its shape. */
const conflictOf = (raw: unknown): Outcome<{ readonly conflict: Conflict; readonly lost: readonly string[] }> => {
  if (isGmcrPlus(raw)) return readGmcrPlus(raw);
  const conflict = isNeutral(raw) ? readNeutral(raw) : readConflict(raw);
  return conflict.ok ? { ok: true, value: { conflict: conflict.value, lost: [] } } : conflict;
};

/** Reads the text of a conflict file without finding its states, which may be many. */
export const readConflictText = (text: string, file: string): Outcome<Conflict> => {
  const data = plainData(text, file);
  if (!data.ok) return few(data.problems, file);
  const read = conflictOf(data.value.value);
  if (read.ok) return { ok: true, value: read.value.conflict };
  return few(placed(read.problems.slice(0, MOST_PROBLEMS), data.value), file, read.problems.length);
};

/** Asked with the number of states before a conflict is compiled; a problem ends it there. */
export type BeforeCompiling = (conflict: Conflict, states: number) => Problem | undefined;

const unhindered: BeforeCompiling = () => undefined;

/**
 * Reads the text of a conflict file in any of its notations, told apart by their shape, and makes it ready for analysis.
 *
 * @returns the conflict, or every problem with `file:line:column` first
 */
export const conflictIn = (text: string, file: string, before = unhindered): Outcome<ConflictFile> => {
  if (text.trim() === '')
    return one('conflict/empty', file, 'The file is empty. A conflict needs at least “makers” with options.');
  const data = plainData(text, file);
  if (!data.ok) return few(data.problems, file);
  const { value: yaml } = data;
  const read = conflictOf(yaml.value);
  if (!read.ok) return few(placed(read.problems.slice(0, MOST_PROBLEMS), yaml), file, read.problems.length);
  const states = stateCount(read.value.conflict);
  const problem = states.ok ? before(read.value.conflict, states.value) : undefined;
  if (problem) return { ok: false, problems: placed([problem], yaml) };
  const model = compile(read.value.conflict);
  if (!model.ok) return few(placed(model.problems.slice(0, MOST_PROBLEMS), yaml), file, model.problems.length);
  return { ok: true, value: { ...read.value, model: model.value } };
};

/** Reads a conflict file from disk. */
export const openConflict = async (path: string, before = unhindered): Promise<Outcome<ConflictFile>> => {
  const file = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return one('conflict/folder', path, 'This is a folder. Name the conflict file in it.');
    if (found.size > MOST_BYTES) {
      const says = `The file has ${Math.round(found.size / 2 ** 20)} MiB; a conflict file has at most ${MOST_BYTES / 2 ** 20}. Is it the right one?`;
      return one('conflict/file-too-large', path, says);
    }
    const bytes = await readFile(path);
    if (bytes.includes(0))
      return one(
        'conflict/binary',
        path,
        `This is no text${extname(path) ? ` in spite of its name` : ''}. A conflict file is YAML or JSON.`,
      );
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return conflictIn(text, file, before);
  } catch (fault) {
    if (fault instanceof TypeError)
      return one('conflict/encoding', path, 'The file is not in UTF-8. Save it as UTF-8 and try again.');
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    if (code === 'ENOENT') return one('conflict/missing', path, 'There is no such file. Check the name.');
    if (code === 'EACCES' || code === 'EPERM')
      return one('conflict/unreadable', path, 'The file may not be read. Check its permissions.');
    throw fault;
  }
};
