import type { Outcome, Problem } from '@entente/core/vocabulary';
import { isNode, LineCounter, parseDocument } from 'yaml';

/** A YAML (or JSON) text as plain data, with the place of every path in it. */
export interface Yaml {
  readonly value: unknown;
  /** `file:line:column` of a path, or of its nearest parent that stands in the text. */
  readonly place: (path: readonly (string | number)[]) => string;
}

/**
 * Reads a YAML or JSON text. Aliases are capped, so that a small file cannot grow into a large one.
 *
 * @returns the data with the places of its nodes, or every fault of syntax with its line
 */
export const readYaml = (text: string, file: string): Outcome<Yaml> => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.length > 0)
    return {
      ok: false,
      problems: document.errors.map((fault) => ({
        code: 'yaml/syntax',
        at: [at(fault.pos[0])],
        says: `${fault.message}. Correct the YAML there; indentation, quotes and colons matter.`,
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
    const says = `${fault instanceof Error ? fault.message : 'Unreadable'}. Write the repeated parts out.`;
    return { ok: false, problems: [{ code: 'yaml/aliases', at: [file], says }] };
  }
};

/** Problems whose `at` is a path inside the file, with the file's line and column put in front. */
export const placed = (problems: readonly Problem[], yaml: Yaml): Problem[] =>
  problems.map((problem) => ({ ...problem, at: [yaml.place(problem.at), ...problem.at] }));
