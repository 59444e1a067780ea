import type { Outcome, Problem } from '@entente/core/vocabulary';
import { isNode, Lexer, LineCounter, parseDocument } from 'yaml';

/** A YAML (or JSON) text as plain data, with the place of every path in it. */
export interface Yaml {
  readonly value: unknown;
  /** `file:line:column` of a path, or of its nearest parent that stands in the text. */
  readonly place: (path: readonly (string | number)[]) => string;
}

/** So deep nobody writes; much deeper, a reader that descends runs out of stack. */
const DEEPEST = 200;

const OPEN = new Set(['[', '{']);
const CLOSE = new Set([']', '}']);

/** How deep the brackets of some pieces stand in each other. */
const depthOf = (pieces: Iterable<string>): number => {
  let [depth, deepest] = [0, 0];
  for (const piece of pieces) {
    if (OPEN.has(piece)) deepest = Math.max(deepest, ++depth);
    else if (CLOSE.has(piece)) depth--;
  }
  return deepest;
};

const tooDeep = (file: string): Outcome<never> => {
  const says = `It is nested more than ${DEEPEST} deep. Is it the right file? If so, take the inner parts out of their brackets.`;
  return { ok: false, problems: [{ code: 'yaml/too-deep', at: [file], says }] };
};

/** Whether a text is nested too deep to be read, told without descending: by its brackets, or its dashes on one line. */
export const isTooDeep = (text: string): boolean =>
  (text.split('[').length + text.split('{').length > DEEPEST && depthOf(new Lexer().lex(text)) > DEEPEST) ||
  LONG_DASHES.test(text);

const LONG_DASHES = new RegExp(`^ *(?:[-?] +){${DEEPEST}}`, 'm');

const STACK = /call stack/i;

/** What a fault of syntax asks for, in the words of the notation that the file is in. */
const remedy = (file: string): string =>
  /\.json$/i.test(file)
    ? 'Correct the JSON there; brackets, quotes and commas matter.'
    : 'Correct the YAML there; indentation, quotes and colons matter.';

/**
 * Reads a YAML or JSON text. Aliases are capped, so that a small file cannot grow into a large one.
 *
 * @returns the data with the places of its nodes, or every fault of syntax with its line
 */
export const readYaml = (text: string, file: string): Outcome<Yaml> => {
  if (isTooDeep(text)) return tooDeep(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.some(({ message }) => STACK.test(message))) return tooDeep(file);
  if (document.errors.length > 0)
    return {
      ok: false,
      problems: document.errors.map((fault) => ({
        code: 'yaml/syntax',
        at: [at(fault.pos[0])],
        says: `${fault.message}. ${remedy(file)}`,
      })),
    };
  const place = (path: readonly (string | number)[]): string => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return at(0);
  };
  try {
    return { ok: true, value: { value: document.toJS({ maxAliasCount: 100 }), place } };
  } catch (fault) {
    if (fault instanceof RangeError) return tooDeep(file);
    const says = `${fault instanceof Error ? fault.message : 'Unreadable'}. Write the repeated parts out.`;
    return { ok: false, problems: [{ code: 'yaml/aliases', at: [file], says }] };
  }
};

/** Problems whose `at` is a path inside the file, with the file's line and column put in front. */
export const placed = (problems: readonly Problem[], yaml: Yaml): Problem[] =>
  problems.map((problem) => ({ ...problem, at: [yaml.place(problem.at), ...problem.at] }));
