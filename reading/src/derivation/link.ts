import type { Derivation } from '@entente/core/document/derivation';
import { passageOf } from '@entente/core/document/passage';
import { alignedTo, type Compared, compared, pairsOf } from './align.ts';
import { directionOf } from './direction.ts';
import type { Prepared } from './prepared.ts';
import { wordsOf } from './run.ts';
import { ALONE, holds, settingOf, type Trail } from './taken.ts';
import { tracesOf } from './trace.ts';

const kindOf = (source: string, derived: string): Derivation['kind'] => {
  const text = (written: string) =>
    wordsOf(written)
      .map((word) => word.text)
      .join(' ');
  return text(source) === text(derived) ? 'verbatim' : 'paraphrase';
};

/** What document `b` took from document `a`, sentence by sentence. */
const taken = (pair: Compared, direction: Derivation['direction']): Derivation[] =>
  alignedTo(pair).flatMap(({ derived: at, from: first, to: last, score }) => {
    const { a, b } = pair;
    const [start, end, own] = [a.sentences[first], a.sentences[last], b.sentences[at]];
    if (!start || !end || !own) return [];
    const passages = {
      source: passageOf(a.document, start.start, end.end),
      derived: passageOf(b.document, own.start, own.end),
    };
    const kind = kindOf(passages.source.quote, passages.derived.quote);
    return [{ kind, ...passages, score: kind === 'verbatim' ? 1 : Math.min(0.999, score), direction }];
  });

/** The trail between two documents, before their sentences are weighed; undefined where nothing that it could hold by is there. */
export const trailOf = (x: Prepared, y: Prepared, a: number, b: number): Trail | undefined => {
  const shorter = Math.min(x.sentences.length, y.sentences.length);
  const traces = tracesOf(x, y).map((trace) => ({ ...trace, score: undefined }));
  const trail = { a, b, traces, shorter, setting: settingOf(x.document, y.document) };
  return holds(trail, ALONE) ? trail : undefined;
};

/** A trail with its sentences weighed, and what one of the two documents took from the other if it holds. */
export interface Link {
  readonly trail: Trail;
  readonly derivations: readonly Derivation[];
}

/** Weighs the sentences of two documents with a trail between them. */
export const linkOf = (x: Prepared, y: Prepared, found: Trail): Link => {
  const pair = compared(x, y);
  const trail = { ...found, traces: found.traces.map((one) => ({ ...one, score: pair.matrix[one.a]?.[one.b] ?? 0 })) };
  if (!holds(trail, ALONE)) return { trail, derivations: [] };
  const { source, direction } = directionOf(x, y, pairsOf(pair.matrix, 0.33));
  return { trail, derivations: taken(source === 'a' ? pair : compared(y, x), direction) };
};
