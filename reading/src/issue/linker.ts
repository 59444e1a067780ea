import type { Issue } from '@entente/core/statement/codebook';
import type { Gazetteer } from '../actor/gazetteer.ts';
import { plain } from '../sentence/plain.ts';
import { tokens } from '../sentence/token.ts';
import { kinship, type VectorOf } from './kinship.ts';
import { LINK, LINK_WORDS } from './weights.ts';
import { contentWords, type Word } from './words.ts';

export interface Linked {
  readonly issue: Issue;
  /** How likely it is the one that is meant, in [0, 1]. */
  readonly score: number;
  /** What speaks for it, in the order of `FEATURES`. */
  readonly features: readonly number[];
}

/** What is asked of the linker: words, and where they stand. */
export interface Asked {
  /** What a position is on. */
  readonly words: readonly Word[];
  /** The sentence around it. */
  readonly sentence: readonly Word[];
  /** The sentence before. */
  readonly before?: readonly Word[];
  readonly year?: number | undefined;
  /** How lately an issue was spoken of, in [0, 1]: 1 in this very sentence. */
  readonly lately?: (issue: string) => number;
  /** The words point back to what was spoken of: “the proposal”, “it”. */
  readonly back?: boolean;
}

/** What speaks for an issue; the weights were fitted to coded reports. */
export const FEATURES = [
  'cosine of the words',
  'words that the issue knows',
  'words of the issue that are there',
  'words of the issue in the sentence',
  'words of the issue in the sentence before',
  'words of the issue in the document',
  'names of the issue in the document',
  'spoken of lately',
  'pointed back to',
  'of its year',
  'few words',
] as const;

/** Finds the issue of a codebook that words of one document speak of. */
export interface Ranker {
  /** The likeliest issues, best first. */
  readonly rank: (asked: Asked) => Linked[];
}

/** The issues of a codebook. */
export interface Linker {
  readonly issues: readonly Issue[];
  /** The ranker for a document, by the stems that it holds. Among the issues that it can speak of at all, a word that many share tells little. */
  readonly within: (document: ReadonlySet<string>) => Ranker;
}

interface Weighed extends Word {
  readonly weight: number;
}

interface Profile {
  readonly issue: Issue;
  readonly words: readonly Weighed[];
  readonly stems: ReadonlyMap<string, number>;
  readonly total: number;
  readonly norm: number;
  /** Years that the issue itself names. */
  readonly years: ReadonlySet<number>;
  /** Shares of its words and of its names that the document holds. */
  readonly spoken: number;
  readonly named: number;
}

/** What a word that no issue knows weighs beside the rarest that one knows. */
const STRANGE = 0.35;
/** Fewer stems than these say little of what a document does not speak of. */
const SHORT = 60;
/** A word that so many of the issues share, weighed by their chance, is as rare as can be. */
const SEVERAL = 0.5;

const isName = (stem: string): boolean => stem.startsWith('@');

const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const one of numbers) total += one;
  return total;
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The issues of a codebook as weighed words, and the linker over them. */
export const linker = (issues: readonly Issue[], gazetteer: Gazetteer, vectorOf?: VectorOf): Linker => {
  const near = kinship(vectorOf);
  const weights = vectorOf ? LINK : LINK_WORDS;
  const read = (text: string): Word[] => {
    const list = tokens(plain(text), 0, text.length);
    return contentWords(list, (index) => {
      const known = gazetteer(list, index);
      return known && { ids: [known.state ?? known.id], after: known.end };
    });
  };
  const texts = issues.map((issue) => {
    const label = read(issue.label);
    const words = [...new Map([...label, ...read(issue.proposal)].map((word) => [word.stem, word])).values()];
    const years = [...`${issue.label} ${issue.proposal}`.matchAll(/\b1\d{3}\b|\b20\d\d\b/g)].map(([year]) =>
      Number(year),
    );
    return { issue, words, labelled: new Set(label.map(({ stem }) => stem)), years: new Set(years) };
  });
  const even = new Map<string, number>();
  for (const { words } of texts) for (const { stem } of words) even.set(stem, (even.get(stem) ?? 0) + 1);
  return {
    issues,
    within: (document) => {
      const long = document.size >= SHORT;
      const present = ({ words }: (typeof texts)[number], names: boolean): number => {
        const list = words.filter(({ stem }) => isName(stem) === names);
        if (list.length === 0 || !long) return names ? 0.7 : 0.5;
        const weight = ({ stem }: Word): number => Math.log(1 + issues.length / (even.get(stem) ?? 1));
        return sum(list.map((word) => (document.has(word.stem) ? weight(word) : 0))) / sum(list.map(weight));
      };
      const here = texts.map((text) => ({ ...text, spoken: present(text, false), named: present(text, true) }));
      const chance = here.map(({ spoken, named }) => spoken ** 2 * (0.3 + 0.7 * named));
      const all = sum(chance);
      const shares = new Map<string, number>();
      here.forEach(({ words }, index) => {
        for (const { stem } of words) shares.set(stem, (shares.get(stem) ?? 0) + (chance[index] ?? 0));
      });
      const top = Math.log(1 + Math.max(1, all) / SEVERAL);
      // In a list of few issues no word is rare by count: a third of the weight is even.
      const rarity = (stem: string): number => {
        const share = shares.get(stem);
        if (share === undefined) return 0;
        const rare = all > 0 ? Math.min(1, Math.log(1 + all / Math.max(share, SEVERAL)) / Math.max(top, 0.01)) : 1;
        return (0.35 + 0.65 * rare) * (isName(stem) ? 0.6 : 1);
      };
      const profiles = here.map(({ issue, words, labelled, years, spoken, named }): Profile => {
        const list = words.map((word) => ({
          ...word,
          weight: rarity(word.stem) * (labelled.has(word.stem) ? 1.3 : 1),
        }));
        return {
          issue,
          words: list,
          stems: new Map(list.map(({ stem, weight }) => [stem, weight])),
          total: sum(list.map(({ weight }) => weight)),
          norm: Math.hypot(...list.map(({ weight }) => weight)),
          years,
          spoken,
          named,
        };
      });
      const vocabulary = [
        ...new Map(profiles.flatMap(({ words }) => words.map((word) => [word.stem, word] as const))).values(),
      ];
      const kin = new Map<string, ReadonlyMap<string, number>>();
      /** How near a word is to each word of the issues, those left out that it has nothing to do with. */
      const nearTo = (word: Word): ReadonlyMap<string, number> => {
        const known = kin.get(word.stem);
        if (known) return known;
        const found = new Map<string, number>();
        for (const other of vocabulary) {
          const value = near(word, other);
          if (value > 0) found.set(other.stem, value);
        }
        kin.set(word.stem, found);
        return found;
      };
      /** For each word of the issues the nearest of some words. */
      const nearest = (words: readonly Word[]): ReadonlyMap<string, number> => {
        const best = new Map<string, number>();
        for (const word of words)
          for (const [stem, value] of nearTo(word)) if (value > (best.get(stem) ?? 0)) best.set(stem, value);
        return best;
      };
      const met = ({ words, total }: Profile, best: ReadonlyMap<string, number>): number =>
        total > 0 && best.size > 0 ? sum(words.map(({ stem, weight }) => weight * (best.get(stem) ?? 0))) / total : 0;
      return {
        rank: ({ words, sentence, before = [], year, lately, back = false }) => {
          const unique = [...new Map(words.map((word) => [word.stem, word])).values()];
          const own = unique.map(({ stem }) => rarity(stem) || STRANGE);
          const norm = Math.hypot(...own);
          const total = sum(own);
          const [mine, around, last] = [nearest(unique), nearest(sentence), nearest(before)];
          const few = unique.filter(({ stem }) => !isName(stem)).length <= 2 ? 1 : 0;
          return profiles
            .map((profile): Linked => {
              const { issue, stems, words: theirs, norm: size, years, spoken, named } = profile;
              let product = 0;
              let known = 0;
              unique.forEach((word, index) => {
                const weight = own[index] ?? 0;
                product += (stems.get(word.stem) ?? 0) * weight;
                const kinship = nearTo(word);
                let most = 0;
                for (const { stem } of theirs) most = Math.max(most, kinship.get(stem) ?? 0);
                known += weight * most;
              });
              const recent = lately?.(issue.id) ?? 0;
              const features = [
                norm > 0 && size > 0 ? product / (norm * size) : 0,
                total > 0 ? known / total : 0,
                met(profile, mine),
                met(profile, around),
                met(profile, last),
                spoken,
                named,
                recent,
                back ? recent : 0,
                year !== undefined && years.has(year) ? 1 : 0,
                few,
              ];
              const score = sigmoid(weights.bias + sum(features.map((value, at) => value * (weights.of[at] ?? 0))));
              return { issue, features, score };
            })
            .sort((a, b) => b.score - a.score || (a.issue.id < b.issue.id ? -1 : 1));
        },
      };
    },
  };
};
