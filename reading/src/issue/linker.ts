import type { Issue } from '@entente/core/statement/codebook';
import type { Gazetteer } from '../actor/gazetteer.ts';
import { plain } from '../sentence/plain.ts';
import { tokens } from '../sentence/token.ts';
import { type Kin, kinIn, type VectorOf } from './kinship.ts';
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

/** A word of an issue. */
interface Holder {
  /** The issue, and the word among those of the issue, both by their places. */
  readonly profile: number;
  readonly word: number;
}

interface Profile {
  readonly issue: Issue;
  /** Its words by their places in the vocabulary, and what each weighs. */
  readonly places: readonly number[];
  readonly weights: readonly number[];
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
  const vocabulary = [
    ...new Map(texts.flatMap(({ words }) => words.map((word) => [word.stem, word] as const))).values(),
  ];
  const placeOf = new Map(vocabulary.map(({ stem }, place) => [stem, place]));
  const placed = texts.map(({ words }) => words.map(({ stem }) => placeOf.get(stem) ?? 0));
  const holders: Holder[][] = vocabulary.map(() => []);
  placed.forEach((places, profile) => {
    places.forEach((place, word) => {
      holders[place]?.push({ profile, word });
    });
  });
  const kinOf = kinIn(vocabulary, vectorOf);
  // For each word of the issues the nearest of what is asked, of the sentence, and of the one before.
  const mine = new Float64Array(vocabulary.length);
  const around = new Float64Array(vocabulary.length);
  const last = new Float64Array(vocabulary.length);
  // For each issue the nearest of its words to one that is asked.
  const most = new Float64Array(issues.length);
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
      const profiles = here.map(({ issue, words, labelled, years, spoken, named }, index): Profile => {
        const list = words.map(({ stem }) => rarity(stem) * (labelled.has(stem) ? 1.3 : 1));
        return {
          issue,
          places: placed[index] ?? [],
          weights: list,
          total: sum(list),
          norm: Math.hypot(...list),
          years,
          spoken,
          named,
        };
      });
      const kin = new Map<string, Kin>();
      /** What a word is near to: in a document, what its stem first was. */
      const nearTo = (word: Word): Kin => {
        const known = kin.get(word.stem);
        if (known) return known;
        const found = kinOf(word);
        kin.set(word.stem, found);
        return found;
      };
      const nearest = (words: readonly Word[], best: Float64Array): void => {
        best.fill(0);
        for (const word of words) {
          const { places, values } = nearTo(word);
          for (let index = 0; index < places.length; index += 1) {
            const place = places[index] ?? 0;
            best[place] = Math.max(best[place] ?? 0, values[index] ?? 0);
          }
        }
      };
      const met = ({ places, weights: own, total }: Profile, best: Float64Array): number => {
        if (total <= 0) return 0;
        let found = 0;
        for (let index = 0; index < places.length; index += 1)
          found += (own[index] ?? 0) * (best[places[index] ?? 0] ?? 0);
        return found / total;
      };
      return {
        rank: ({ words, sentence, before = [], year, lately, back = false }) => {
          const unique = [...new Map(words.map((word) => [word.stem, word])).values()];
          const own = unique.map(({ stem }) => rarity(stem) || STRANGE);
          const norm = Math.hypot(...own);
          const total = sum(own);
          nearest(unique, mine);
          nearest(sentence, around);
          nearest(before, last);
          const products = new Float64Array(profiles.length);
          const knowns = new Float64Array(profiles.length);
          unique.forEach((word, index) => {
            const weight = own[index] ?? 0;
            for (const { profile, word: at } of holders[placeOf.get(word.stem) ?? -1] ?? [])
              products[profile] = (products[profile] ?? 0) + (profiles[profile]?.weights[at] ?? 0) * weight;
            most.fill(0);
            const { places, values } = nearTo(word);
            places.forEach((place, near) => {
              for (const { profile } of holders[place] ?? [])
                most[profile] = Math.max(most[profile] ?? 0, values[near] ?? 0);
            });
            most.forEach((value, profile) => {
              knowns[profile] = (knowns[profile] ?? 0) + weight * value;
            });
          });
          const few = unique.filter(({ stem }) => !isName(stem)).length <= 2 ? 1 : 0;
          return profiles
            .map((profile, index): Linked => {
              const { issue, norm: size, years, spoken, named } = profile;
              const [product, known] = [products[index] ?? 0, knowns[index] ?? 0];
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
