import type { Document } from '@entente/core/document/document';
import type { ConditionKind } from '@entente/core/statement/statement';
import { documentId, type Span } from '@entente/core/vocabulary';
import { gazetteer } from '../actor/gazetteer.ts';
import { People } from '../actor/person.ts';
import { halfOf } from '../actor/roles.ts';
import { conditionsIn } from '../condition/condition.ts';
import { PREPOSITIONS } from '../sentence/words.ts';
import { isFiniteVerb, type Sighted, verbGroupStart } from '../stance/clause.ts';
import { acquaint, type ReadSentence, report, split } from './report.ts';

/** Who says what under which condition in one sentence, as places in it. */
export interface SaidSentence {
  /** Who reports whom, outermost first; the last one speaks or acts. */
  readonly chain: readonly Span[];
  /** The first condition, without its connective. */
  readonly condition?: Span & { readonly kind: ConditionKind };
}

/** The subject of the first finite verb from a token on, as words: from the last comma before it. */
const mainSubject = ({ tokens, mentions }: Sighted, from: number): Span | undefined => {
  let first = from;
  while (/^["'({]$/.test(tokens[first]?.text ?? '') || tokens[first]?.lower === 'that') first += 1;
  for (let index = first + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.text === ',' && PREPOSITIONS.has(tokens[first]?.lower ?? '')) first = index + 1;
    const past = /ed$/.test(token.lower) && !token.capital && index > first && tokens[index - 1]?.kind === 'word';
    if (!isFiniteVerb(token) && !past) continue;
    if (mentions.some(({ first: begin, after }) => begin <= index && index < after)) continue;
    const after = Math.max(first + 1, verbGroupStart(tokens, index));
    const start = tokens[first]?.start;
    const end = tokens[after - 1]?.end;
    return start === undefined || end === undefined ? undefined : { start, end };
  }
  return undefined;
};

const chainIn = (one: ReadSentence): Span[] => {
  const { tokens, frames } = one;
  const span = (first: number, after: number): Span => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[after - 1]?.end ?? 0,
  });
  const outer = frames.filter(({ place }) => place !== 'before').sort((a, b) => b.cueFirst - a.cueFirst);
  const inner = frames.find(
    ({ place, cueFirst }) => place === 'before' && outer.every(({ sourceFirst }) => sourceFirst !== cueFirst),
  );
  const chain = outer.map(({ sourceFirst, sourceAfter }) => span(sourceFirst, sourceAfter));
  const subject = mainSubject(
    one,
    outer.find(({ place, contentFirst }) => place === 'phrase' && contentFirst > 0)?.contentFirst ?? 0,
  );
  const speaker =
    inner && (!subject || inner.sourceFirst === 0 || span(inner.sourceFirst, inner.sourceAfter).start <= subject.end)
      ? span(inner.sourceFirst, inner.sourceAfter)
      : subject;
  return speaker ? [...chain, speaker] : chain;
};

/** Reads one sentence by itself: what a comparison with annotated sentences asks for. */
export const readSentence = (text: string): SaidSentence => {
  const document: Document = {
    id: documentId('sentence'),
    file: 'sentence',
    text,
    sha256: '',
    blocks: text === '' ? [] : [{ kind: 'paragraph', start: 0, end: text.length }],
    boilerplate: [],
  };
  const named = new Set<string>();
  const around = { gazetteer: gazetteer([]), people: new People(), half: halfOf(named) };
  const parts = split(document);
  acquaint([parts], around, named);
  const [one] = report(parts, around, undefined).sentences;
  if (!one) return { chain: [] };
  const dates = one.dated.map(({ expression }) => expression);
  const [condition] = conditionsIn(one.tokens, 0, one.tokens.length, dates);
  const start = condition && one.tokens[condition.body]?.start;
  const end = condition && one.tokens[condition.after - 1]?.end;
  return {
    chain: chainIn(one),
    ...(condition && start !== undefined && end !== undefined && end > start
      ? { condition: { kind: condition.kind, start, end } }
      : {}),
  };
};
