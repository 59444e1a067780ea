import type { Derivation } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import { passageOf } from '@entente/core/document/passage';
import { alignedTo, type Compared, compared, pairsOf } from './align.ts';
import { directionOf } from './direction.ts';
import type { Prepared } from './prepared.ts';
import { wordsOf } from './run.ts';
import { type Trace, tracesOf } from './trace.ts';

/** A trace with the likeness of the two sentences as wholes. */
interface Scored extends Trace {
  readonly score: number;
}

/** What one document took from another, and what shows that it did. */
export interface Link {
  readonly derivations: readonly Derivation[];
  readonly traces: readonly Scored[];
  /** Sentences of the longer and of the shorter of the two. */
  readonly sentences: readonly [longer: number, shorter: number];
  readonly setting: 'news' | 'stock' | 'open';
}

const ALIKE = 0.6;
const RATHER_ALIKE = 0.45;

/**
 * Whether one document took from the other at all. That both report the same facts is not enough: names, offices and quoted words are
 * shared by whoever reports an event. What counts are sentences that share runs of the writer's own words, or are alike as a whole.
 */
const isTaken = (traces: readonly Scored[], least: number): boolean => {
  const alike = traces.filter(({ score }) => score >= RATHER_ALIKE);
  const strong = alike.filter(({ run, score }) => run >= 5 || score >= ALIKE).length;
  const copied = alike.filter(({ run }) => run >= 10).length;
  const own = alike.reduce((sum, trace) => sum + trace.own, 0);
  if (least === 0) return false;
  if (copied >= 3 || (copied >= 2 && own >= 40)) return true;
  return (
    (strong >= 3 && strong >= least * 0.15) || (strong >= 2 && strong >= least * 0.5) || (least === 1 && copied === 1)
  );
};

/** How many documents there are, and how many of them hold a run of words. */
export interface Commonness {
  readonly documents: number;
  readonly of: (key: number) => number;
}

/** Whole sentences that so many documents hold are stock; so many of them at once, or half of a document, are a story. */
const STOCK = 4;
const STORY = 4;
const WHOLE = 0.6;
/** A part of a sentence that so many documents hold, or this share of them, is a turn of the language. */
const IDIOM = 12;
const IDIOM_SHARE = 0.02;
const FRESH_DAYS = 7;

const daysApart = (a: Document, b: Document): number | undefined => {
  const [x, y] = [a, b].map(({ published }) => Date.parse(published?.value ?? ''));
  return Number.isFinite(x) && Number.isFinite(y) ? Math.abs((x ?? 0) - (y ?? 0)) / 86_400_000 : undefined;
};

/** `news`: two outlets within days of each other; `stock`: one outlet, weeks apart, so that what they share may be its standing lines. */
const settingOf = (a: Document, b: Document): Link['setting'] => {
  const days = daysApart(a, b);
  const [x, y] = [a, b].map(({ publisher }) => publisher?.value.toLowerCase());
  if (days === undefined || x === undefined || y === undefined) return 'open';
  if (x === y && days > FRESH_DAYS) return 'stock';
  return x !== y && days <= FRESH_DAYS ? 'news' : 'open';
};

/**
 * Whether a link still holds among all the documents at hand. Turns that many documents share are the language's. Whole sentences that four
 * documents or more share are stock, such as the lines of background that an agency prints under every report, unless they are a story by
 * their number; or many more than four, where two outlets printed them within a week. A few lines that an outlet repeats after weeks are its own.
 */
export const holds = ({ traces, sentences: [, shorter], setting }: Link, common: Commonness): boolean => {
  const holders = ({ keys }: Trace) => Math.min(...keys.map(common.of));
  const idiom = Math.max(IDIOM, common.documents * IDIOM_SHARE);
  const whole = traces.filter(({ cover }) => cover >= WHOLE);
  const story = whole.length >= STORY || whole.length * 2 >= shorter;
  if (setting === 'stock' && !story) return false;
  const most = ({ cover }: Trace) => (cover >= WHOLE && setting !== 'news' ? STOCK : idiom);
  const counted = traces.filter((trace) => (story && trace.cover >= WHOLE) || holders(trace) < most(trace));
  return isTaken(counted, shorter);
};

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

/** Compares two documents, whichever took from the other; undefined when neither did. Whole sentences are weighed only where words allow it. */
export const linkOf = (x: Prepared, y: Prepared): Link | undefined => {
  const found = tracesOf(x, y);
  const [shorter = 0, longer = 0] = [x.sentences.length, y.sentences.length].sort((a, b) => a - b);
  if (
    !isTaken(
      found.map((trace) => ({ ...trace, score: 1 })),
      shorter,
    )
  )
    return undefined;
  const pair = compared(x, y);
  const traces = found.map((trace) => ({ ...trace, score: pair.matrix[trace.a]?.[trace.b] ?? 0 }));
  if (!isTaken(traces, shorter)) return undefined;
  const { source, direction } = directionOf(x, y, pairsOf(pair.matrix, 0.33));
  const derivations = taken(source === 'a' ? pair : compared(y, x), direction);
  return { derivations, traces, sentences: [longer, shorter], setting: settingOf(x.document, y.document) };
};
