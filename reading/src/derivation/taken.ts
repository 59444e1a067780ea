import type { Document } from '@entente/core/document/document';
import type { Trace } from './trace.ts';

/** A trace with the likeness of the two sentences as wholes; undefined while nobody has weighed them. */
export interface Scored extends Trace {
  readonly score: number | undefined;
}

/** What shows that one of two documents, by number, took from the other. */
export interface Trail {
  readonly a: number;
  readonly b: number;
  readonly traces: readonly Scored[];
  /** Sentences of the shorter of the two. */
  readonly shorter: number;
  /** `news`: two outlets within days of each other; `stock`: one outlet, weeks apart, so that what they share may be its standing lines. */
  readonly setting: 'news' | 'stock' | 'open';
}

const ALIKE = 0.6;
const RATHER_ALIKE = 0.45;

/**
 * Whether one document took from the other at all. That both report the same facts is not enough: names, offices and quoted words are
 * shared by whoever reports an event. What counts are sentences that share runs of the writer's own words, or are alike as a whole.
 */
const isTaken = (traces: readonly Scored[], least: number): boolean => {
  const alike = traces.filter(({ score = 1 }) => score >= RATHER_ALIKE);
  const strong = alike.filter(({ run, score = 1 }) => run >= 5 || score >= ALIKE).length;
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
  /** The same with documents of which one is known to be made of another counted once. */
  readonly families: (key: number) => number;
}

/** Two documents by themselves: nothing in them is common. */
export const ALONE: Commonness = { documents: 2, of: () => 2, families: () => 2 };

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

/** When and where two documents were printed, as far as that bears on what they share. */
export const settingOf = (a: Document, b: Document): Trail['setting'] => {
  const days = daysApart(a, b);
  const [x, y] = [a, b].map(({ publisher }) => publisher?.value.toLowerCase());
  if (days === undefined || x === undefined || y === undefined) return 'open';
  if (x === y && days > FRESH_DAYS) return 'stock';
  return x !== y && days <= FRESH_DAYS ? 'news' : 'open';
};

/**
 * Whether a trail holds among all the documents at hand. Turns that many documents share are the language's. Whole sentences that four
 * documents or more share, none of them made of another, are stock, such as the lines of background that an agency prints under every report, unless they are a story by
 * their number; or many more than four, where two outlets printed them within a week. A few lines that an outlet repeats after weeks are its own.
 */
export const holds = ({ traces, shorter, setting }: Trail, common: Commonness): boolean => {
  const below = ({ keys }: Trace, most: number, count: (key: number) => number) =>
    keys.some((key) => count(key) < most);
  const idiom = Math.max(IDIOM, common.documents * IDIOM_SHARE);
  const whole = traces.filter(({ cover }) => cover >= WHOLE);
  const story = whole.length >= STORY || whole.length * 2 >= shorter;
  if (setting === 'stock' && !story) return false;
  const counted = traces.filter((trace) => {
    if (trace.cover < WHOLE || setting === 'news') return below(trace, idiom, common.of);
    return story || below(trace, STOCK, common.of) || below(trace, STOCK, common.families);
  });
  return isTaken(counted, shorter);
};

/** The family of each document: the lowest number among those that trails join it with. */
export const familiesOf = (documents: number, held: readonly Trail[]): ((document: number) => number) => {
  const parent = Int32Array.from({ length: documents }, (_, at) => at);
  const top = (document: number): number => {
    let at = document;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up; // halves the way for the next who goes it
      at = up;
    }
    return at;
  };
  for (const { a, b } of held) {
    const [x, y] = [top(a), top(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
  }
  return top;
};
