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
  /** Stems of the whole document. */
  readonly document?: ReadonlySet<string>;
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

/** Finds the issue of a codebook that words speak of. */
export interface Linker {
  readonly issues: readonly Issue[];
  /** The likeliest issues, best first. */
  readonly rank: (asked: Asked) => Linked[];
}

interface Weighed extends Word {
  readonly weight: number;
}

interface Profile {
  readonly issue: Issue;
  readonly words: readonly Weighed[];
  readonly stems: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  readonly norm: number;
  /** Years that the issue itself names. */
  readonly years: ReadonlySet<number>;
}

/** What a word that no issue knows weighs beside the rarest that one knows. */
const STRANGE = 0.35;

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
  const texts = issues.map((issue) => ({ issue, label: read(issue.label), proposal: read(issue.proposal) }));
  const shares = new Map<string, number>();
  for (const { label, proposal } of texts)
    for (const stem of new Set([...label, ...proposal].map(({ stem }) => stem)))
      shares.set(stem, (shares.get(stem) ?? 0) + 1);
  const top = Math.log(1 + issues.length);
  // In a list of few issues no word is rare by count: half of the weight is even.
  const rarity = (stem: string): number => {
    const share = shares.get(stem);
    if (share === undefined) return 0;
    const value = 0.35 + (0.65 * Math.log(1 + issues.length / share)) / top;
    return isName(stem) ? value * 0.6 : value;
  };
  const profiles = texts.map(({ issue, label, proposal }): Profile => {
    const labelled = new Set(label.map(({ stem }) => stem));
    const words = new Map<string, Weighed>();
    for (const word of [...label, ...proposal])
      if (!words.has(word.stem))
        words.set(word.stem, { ...word, weight: rarity(word.stem) * (labelled.has(word.stem) ? 1.3 : 1) });
    const list = [...words.values()];
    const years = [...`${issue.label} ${issue.proposal}`.matchAll(/\b1\d{3}\b|\b20\d\d\b/g)].map(([year]) =>
      Number(year),
    );
    return {
      issue,
      words: list,
      stems: new Map(list.map(({ stem, weight }) => [stem, weight])),
      names: list.filter(({ stem }) => isName(stem)).map(({ stem }) => stem),
      norm: Math.hypot(...list.map(({ weight }) => weight)),
      years: new Set(years),
    };
  });
  /** The share of an issue's words that are met, or nearly, in others. */
  const met = ({ words }: Profile, others: readonly Word[]): number => {
    const all = sum(words.map(({ weight }) => weight));
    if (all === 0 || others.length === 0) return 0;
    return (
      sum(words.map((word) => word.weight * others.reduce((most, other) => Math.max(most, near(other, word)), 0))) / all
    );
  };
  return {
    issues,
    rank: ({ words, sentence, before = [], document, year, lately, back = false }) => {
      const unique = [...new Map(words.map((word) => [word.stem, word])).values()];
      const own = unique.map(({ stem }) => rarity(stem) || STRANGE);
      const norm = Math.hypot(...own);
      const total = sum(own);
      const around = [...new Map(sentence.map((word) => [word.stem, word])).values()];
      const last = [...new Map(before.map((word) => [word.stem, word])).values()];
      return profiles
        .map((profile): Linked => {
          const { issue, stems, names, words: theirs, norm: size, years } = profile;
          const product = sum(unique.map(({ stem }, index) => (stems.get(stem) ?? 0) * (own[index] ?? 0)));
          const known = sum(
            unique.map(
              (word, index) => (own[index] ?? 0) * theirs.reduce((most, other) => Math.max(most, near(word, other)), 0),
            ),
          );
          const recent = lately?.(issue.id) ?? 0;
          const all = sum(theirs.map(({ weight }) => weight));
          const features = [
            norm > 0 && size > 0 ? product / (norm * size) : 0,
            total > 0 ? known / total : 0,
            met(profile, unique),
            met(profile, around),
            met(profile, last),
            document && all > 0 ? sum(theirs.map(({ stem, weight }) => (document.has(stem) ? weight : 0))) / all : 0.5,
            names.length === 0 || !document ? 0.7 : names.filter((name) => document.has(name)).length / names.length,
            recent,
            back ? recent : 0,
            year !== undefined && years.has(year) ? 1 : 0,
            unique.filter(({ stem }) => !isName(stem)).length <= 2 ? 1 : 0,
          ];
          return {
            issue,
            features,
            score: sigmoid(weights.bias + sum(features.map((value, at) => value * (weights.of[at] ?? 0)))),
          };
        })
        .sort((a, b) => b.score - a.score || (a.issue.id < b.issue.id ? -1 : 1));
    },
  };
};
