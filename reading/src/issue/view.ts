import type { Kin } from './kinship.ts';
import type { Lexis } from './lexis.ts';
import type { Proposal } from './proposal.ts';
import type { Word } from './words.ts';

/** An issue as a document sees it. */
export interface Profile extends Proposal {
  /** Its words by their places, and what each weighs; the label alone as well. */
  readonly places: readonly number[];
  readonly weights: readonly number[];
  readonly total: number;
  readonly label: readonly number[];
  readonly labelTotal: number;
  readonly norm: number;
  readonly actPlace: number | undefined;
  readonly themePlaces: readonly number[];
  readonly whole: Float32Array | undefined;
  /** Shares of its words and of its names that the document holds, and how far the document can speak of it at all. */
  readonly spoken: number;
  readonly named: number;
  readonly chance: number;
}

/** The issues of a list as one document sees them, and its words as they see them. */
export interface View {
  readonly profiles: readonly Profile[];
  /** What a word weighs. */
  readonly weigh: (word: Word) => number;
  /** Raises, for each word of the issues, how near the nearest of some words is. */
  readonly nearest: (words: readonly Word[], best: Float64Array, factor?: number) => void;
  /** For each issue how near the nearest of its words is to a word; the same array each time. */
  readonly toEach: (word: Word) => Float64Array;
  /** That no issue is one that the document can speak of, in (0, 1]. */
  readonly strange: number;
}

/** What a word that no issue knows weighs beside the rarest that one knows. */
const STRANGE = 0.35;
/** Fewer stems than these say little of what a document does not speak of. */
const SHORT = 60;
/** A word that so many of the issues share, weighed by their chance, is as rare as can be. */
const SEVERAL = 0.5;
/** How much less a word tells that stands in every third sentence or more. */
const COMMON = 0.5;
/** What a short document is taken to hold of an issue. */
const UNTOLD = 0.85;
/** In a list of fewer issues all are of one matter. */
export const FEW = 6;
/** How strange a document of its own matter mostly is to a list. */
const AT_HOME = 0.08;
/** What a word of the label weighs beside one of the proposal. */
const LABEL = 1.3;
/** What a word in brackets weighs beside one of the proposal. */
const ASIDE = 0.4;
/** What a name weighs beside a word. */
const NAME = 0.6;

export const isName = (stem: string): boolean => stem.startsWith('@');

export const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const one of numbers) total += one;
  return total;
};

/** How a document sees the issues, by the words that each of its sentences holds. */
export const viewOf = (texts: readonly Proposal[], lexis: Lexis, sentences: readonly (readonly Word[])[]): View => {
  const often = new Map<string, number>();
  for (const one of sentences)
    for (const stem of new Set(one.map((word) => word.stem))) often.set(stem, (often.get(stem) ?? 0) + 1);
  const even = new Map<string, number>();
  for (const { words } of texts) for (const { stem } of words) even.set(stem, (even.get(stem) ?? 0) + 1);
  const long = often.size >= SHORT;
  const present = ({ words }: Proposal, names: boolean): number => {
    const list = words.filter(({ stem }) => isName(stem) === names);
    if (!long) return UNTOLD;
    if (list.length === 0) return names ? 0.7 : 0.5;
    const weight = ({ stem }: Word): number => Math.log(1 + texts.length / (even.get(stem) ?? 1));
    return sum(list.map((word) => (often.has(word.stem) ? weight(word) : 0))) / sum(list.map(weight));
  };
  const here = texts.map((text) => {
    const [spoken, named] = [present(text, false), present(text, true)];
    return { ...text, spoken, named, chance: spoken ** 2 * (0.3 + 0.7 * named) };
  });
  const all = sum(here.map(({ chance }) => chance));
  const shares = new Map<string, number>();
  for (const { words, chance } of here)
    for (const { stem } of words) shares.set(stem, (shares.get(stem) ?? 0) + chance);
  const top = Math.log(1 + Math.max(1, all) / SEVERAL);
  // In a list of few issues no word is rare by count: a third of the weight is even.
  const rarity = (stem: string): number => {
    const share = shares.get(stem);
    if (share === undefined) return 0;
    const rare = all > 0 ? Math.min(1, Math.log(1 + all / Math.max(share, SEVERAL)) / Math.max(top, 0.01)) : 1;
    const everywhere = long ? (often.get(stem) ?? 0) / sentences.length : 0;
    return (0.35 + 0.65 * rare) * (isName(stem) ? NAME : 1) * (1 - COMMON * Math.min(1, 3 * everywhere));
  };
  const profiles = here.map((text, index): Profile => {
    const { words, labelled, aside, act, theme } = text;
    const weights = words.map(({ stem }) => rarity(stem) * (labelled.has(stem) ? LABEL : aside.has(stem) ? ASIDE : 1));
    const label = words.map(({ stem }) => (labelled.has(stem) ? rarity(stem) : 0));
    return {
      ...text,
      places: lexis.placed[index] ?? [],
      weights,
      total: sum(weights),
      label,
      labelTotal: sum(label),
      norm: Math.hypot(...weights),
      actPlace: act && lexis.placeOf(act.stem),
      themePlaces: [...theme].flatMap((stem) => lexis.placeOf(stem) ?? []),
      whole: lexis.mean(words, ({ stem }) => rarity(stem)),
    };
  });
  const kin = new Map<string, Kin>();
  /** What a word is near to: in a document, what its stem first was. */
  const nearTo = (word: Word): Kin => {
    const known = kin.get(word.stem);
    if (known) return known;
    const found = lexis.kinOf(word);
    kin.set(word.stem, found);
    return found;
  };
  const most = new Float64Array(texts.length);
  const chances = profiles.map(({ chance }) => chance).sort((a, b) => b - a);
  return {
    profiles,
    weigh: ({ stem }) => rarity(stem) || STRANGE,
    nearest: (words, best, factor = 1) => {
      for (const word of words) {
        const { places, values } = nearTo(word);
        for (let index = 0; index < places.length; index += 1) {
          const place = places[index] ?? 0;
          best[place] = Math.max(best[place] ?? 0, (values[index] ?? 0) * factor);
        }
      }
    },
    toEach: (word) => {
      most.fill(0);
      const { places, values } = nearTo(word);
      places.forEach((place, near) => {
        for (const { profile } of lexis.holders(place)) most[profile] = Math.max(most[profile] ?? 0, values[near] ?? 0);
      });
      return most;
    },
    // Three issues or more that a document may speak of make it one of theirs.
    strange: long && texts.length >= FEW ? Math.exp(-sum(chances.slice(0, 3))) : AT_HOME,
  };
};

/** The share of an issue's weight that is met. */
export const met = ({ places }: Profile, weights: readonly number[], total: number, best: Float64Array): number => {
  if (total <= 0) return 0;
  let found = 0;
  for (let index = 0; index < places.length; index += 1)
    found += (weights[index] ?? 0) * (best[places[index] ?? 0] ?? 0);
  return found / total;
};
