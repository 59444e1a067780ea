import type { Issue } from '@entente/core/statement/codebook';
import type { Gazetteer } from '../actor/gazetteer.ts';
import { plain } from '../sentence/plain.ts';
import { tokens } from '../sentence/token.ts';
import { contentOf } from './words.ts';

export interface Linked {
  readonly issue: Issue;
  /** Likeness in [0, 1]. */
  readonly score: number;
}

interface Profile {
  readonly issue: Issue;
  readonly weights: ReadonlyMap<string, number>;
  readonly norm: number;
  /** Years that the issue itself names. */
  readonly years: ReadonlySet<number>;
}

/** Finds the issue of a codebook that words speak of. */
export interface Linker {
  readonly issues: readonly Issue[];
  /** The likest issues, best first. An issue that names the year is liker in that year; an issue spoken of before lends its words at half their weight, but is not meant itself. */
  readonly rank: (words: readonly string[], year?: number, context?: Issue) => Linked[];
}

/** What a word that no issue knows costs, and what the right year is worth. */
const CHARGE = 0.35;
const TIMELY = 0.15;

const NONE: ReadonlyMap<string, number> = new Map();

const namesIn = (gazetteer: Gazetteer, list: ReturnType<typeof tokens>) => (index: number) => {
  const known = gazetteer(list, index);
  return known && { ids: [known.state ?? known.id], after: known.end };
};

/**
 * Compares by the words of label and proposal, each weighed by how few issues share it; names count by the actor that they mean.
 *
 * Unit: the cosine of the two weighted sets of words, words that no issue knows left out at a small charge.
 */
export const linker = (issues: readonly Issue[], gazetteer: Gazetteer): Linker => {
  const profiles = issues.map((issue) => {
    const read = (text: string) => {
      const list = tokens(plain(text), 0, text.length);
      return contentOf(list, namesIn(gazetteer, list));
    };
    return { issue, label: read(issue.label), proposal: read(issue.proposal) };
  });
  const shares = new Map<string, number>();
  for (const { label, proposal } of profiles)
    for (const word of new Set([...label, ...proposal])) shares.set(word, (shares.get(word) ?? 0) + 1);
  const rarity = (word: string): number => {
    const share = shares.get(word);
    const value = share === undefined ? 0 : Math.log(1 + issues.length / share);
    // Who takes part tells less than what is done.
    return word.startsWith('@') ? value * 0.6 : value;
  };
  const weighed: Profile[] = profiles.map(({ issue, label, proposal }) => {
    const weights = new Map<string, number>();
    for (const word of proposal) weights.set(word, rarity(word));
    for (const word of label) weights.set(word, rarity(word) * 1.3);
    const norm = Math.hypot(...weights.values());
    const years = new Set(
      [...`${issue.label} ${issue.proposal}`.matchAll(/\b1\d{3}\b|\b20\d\d\b/g)].map(([year]) => Number(year)),
    );
    return { issue, weights, norm, years };
  });
  const postings = new Map<string, { readonly place: number; readonly weight: number }[]>();
  weighed.forEach(({ weights }, place) => {
    for (const [word, weight] of weights) {
      const known = postings.get(word);
      if (known) known.push({ place, weight });
      else postings.set(word, [{ place, weight }]);
    }
  });
  const products = new Float64Array(issues.length);
  return {
    issues,
    rank: (words, year, context) => {
      const given = new Set(words);
      if (given.size === 0) return [];
      const lent = weighed.find(({ issue }) => issue.id === context?.id)?.weights ?? NONE;
      const unique = [...given, ...[...lent.keys()].filter((word) => !given.has(word))];
      const own = unique.map((word) => (given.has(word) ? rarity(word) || CHARGE : rarity(word) / 2));
      const norm = Math.hypot(...own);
      // Only issues that share a word can be like.
      const sharing = new Set<number>();
      unique.forEach((word, index) => {
        for (const { place, weight } of postings.get(word) ?? []) {
          if (!sharing.has(place)) products[place] = 0;
          sharing.add(place);
          products[place] = (products[place] ?? 0) + weight * (own[index] ?? 0);
        }
      });
      const found: Linked[] = [];
      for (const place of sharing) {
        const one = weighed[place];
        if (!one) continue;
        const { issue, weights, norm: theirs, years } = one;
        // What is only lent does not make an issue the one that is meant.
        if (context && (issue.id === context.id || ![...given].some((word) => weights.has(word) && !lent.has(word))))
          continue;
        const likeness = theirs > 0 ? (products[place] ?? 0) / (norm * theirs) : 0;
        const timely = likeness > 0 && year !== undefined && years.has(year) ? TIMELY : 0;
        const score = Math.min(1, likeness + timely);
        if (score > 0) found.push({ issue, score });
      }
      return found.sort((a, b) => b.score - a.score || (a.issue.id < b.issue.id ? -1 : 1));
    },
  };
};
