import type { Issue } from '@entente/core/statement/codebook';
import { issueId } from '@entente/core/vocabulary';
import { slug } from '../actor/person.ts';
import { sameAct } from './act.ts';

/** What a position is on, in the words of the text and as the words that it is compared by. */
export interface Matter {
  /** The words, without what introduces them: “reopen the border to trucks”. */
  readonly text: string;
  /** As in the lexicon: t verb, g gerund, c clause, o noun phrase. */
  readonly form: 't' | 'g' | 'c' | 'o';
  readonly words: readonly string[];
  /** The act that a verb phrase asks for, as a stem. */
  readonly act?: string;
  /** The year of which it is told, where that lies well before the time of the report. */
  readonly past?: number;
}

/** An issue put forward, with the acts that its matters ask for and the years that they are told of. */
export interface PutForward {
  readonly issue: Issue;
  readonly acts: readonly string[];
  readonly past: readonly (number | undefined)[];
}

/** How many years apart two times may be for one issue. */
export const ERA = 5;

const sameTime = (a: number | undefined, b: number | undefined): boolean =>
  a === undefined || b === undefined ? a === b : Math.abs(a - b) <= ERA;

/** Whether an act in a time belongs to an issue put forward: it asks for one of its acts, and is not history to it. */
export const belongs = (one: PutForward, act: string | undefined, past: number | undefined): boolean =>
  one.past.some((year) => sameTime(year, past)) &&
  (act === undefined || one.acts.length === 0 || one.acts.some((other) => sameAct(act, other)));

/** Two matters are one issue when at least this share of the rarer words is common to both. */
const SAME = 0.45;
/** Or when one holds nearly all of the other, three words at least. */
const WITHIN = 0.66;
/** The most issues that are put forward. */
const MOST = 60;

const isName = (word: string): boolean => word.startsWith('@');

/** A gathering of like matters; `weight` is that of its words. */
interface Cluster {
  readonly words: ReadonlySet<string>;
  readonly weight: number;
  readonly members: Matter[];
}

const weightOf = (words: ReadonlySet<string>, rarity: (word: string) => number): number => {
  let weight = 0;
  for (const word of words) weight += rarity(word) ** 2;
  return weight;
};

const likeness = (
  a: ReadonlySet<string>,
  mine: number,
  { words: b, weight: theirs }: Cluster,
  rarity: (word: string) => number,
): number => {
  let shared = 0;
  // A short matter that stands wholly in a longer one is the same: “end the war” in “end the war by a treaty this year”.
  let common = 0;
  for (const word of a)
    if (b.has(word)) {
      shared += rarity(word) ** 2;
      if (!isName(word)) common += 1;
    }
  if (common >= 3 && shared >= WITHIN * Math.min(mine, theirs)) return 1;
  return mine > 0 && theirs > 0 ? shared / Math.sqrt(mine * theirs) : 0;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence that one can be for or against. */
const proposal = ({ text, form }: Matter): string => {
  if (form === 't') return `The parties should ${text}.`;
  if (form === 'g') return `${capital(text)} should go ahead.`;
  if (form === 'c') return / (?:should|must|ought|be) /.test(text) ? `${capital(text)}.` : `It should be that ${text}.`;
  // What is there, or named as somebody's, goes ahead or does not.
  if (/^the |^[^,]*’s |^[^,]*'s /i.test(text)) return `${capital(text)} should go ahead.`;
  return `There should be ${text}.`;
};

const ORDER = { t: 0, g: 1, o: 2, c: 3 } as const;

/** The best words for a label: a verb phrase before a noun phrase, what is said most often, of middle length. */
const best = (members: readonly Matter[]): Matter | undefined => {
  const often = new Map<string, number>();
  for (const { text } of members) often.set(text, (often.get(text) ?? 0) + 1);
  const length = ({ text }: Matter): number => Math.abs(text.split(' ').length - 7);
  return [...members].sort(
    (a, b) =>
      ORDER[a.form] - ORDER[b.form] ||
      (often.get(b.text) ?? 0) - (often.get(a.text) ?? 0) ||
      length(a) - length(b) ||
      (a.text < b.text ? -1 : 1),
  )[0];
};

/**
 * Issues put forward from what positions are on: likes are gathered, the most often spoken of first, each named by its best words.
 * A matter told in fewer than two words of its own makes none.
 */
export const candidates = (matters: readonly Matter[]): PutForward[] => {
  const shares = new Map<string, number>();
  for (const { words } of matters) for (const word of new Set(words)) shares.set(word, (shares.get(word) ?? 0) + 1);
  const rarities = new Map(
    [...shares].map(([word, share]) => [word, Math.log(1 + matters.length / share) * (isName(word) ? 0.5 : 1)]),
  );
  const rarity = (word: string): number => rarities.get(word) ?? 0;
  // “a referendum on Western Sahara”: one word of its own and a name tell it apart from others.
  const worth = matters.filter(({ words }) => new Set(words).size >= 2 && words.some((word) => !isName(word)));
  const clusters: Cluster[] = [];
  // Only gatherings that share a word can be like.
  const holding = new Map<string, number[]>();
  for (const matter of [...worth].sort((a, b) => b.words.length - a.words.length || (a.text < b.text ? -1 : 1))) {
    let nearest: Cluster | undefined;
    let score = SAME;
    const words = new Set(matter.words);
    const weight = weightOf(words, rarity);
    const near = new Set<number>();
    for (const word of words) for (const place of holding.get(word) ?? []) near.add(place);
    for (const place of [...near].sort((a, b) => a - b)) {
      const cluster = clusters[place];
      if (!cluster) continue;
      const like = likeness(words, weight, cluster, rarity);
      // What is like it and asks for the same act in the same time.
      if (
        like >= score &&
        cluster.members.some((other) => sameTime(other.past, matter.past) && sameAct(other.act, matter.act))
      ) {
        score = like;
        nearest = cluster;
      }
    }
    if (nearest) nearest.members.push(matter);
    else {
      for (const word of words) {
        const places = holding.get(word);
        if (places) places.push(clusters.length);
        else holding.set(word, [clusters.length]);
      }
      clusters.push({ words, weight, members: [matter] });
    }
  }
  const ids = new Set<string>();
  return (
    clusters
      // Two words that a matter spoken of more often holds as well name that one: “end the war”.
      .filter(({ words, members }) => {
        const own = [...words].filter((word) => !isName(word));
        const held = clusters.some(
          (other) => other.members.length > members.length && own.every((word) => other.words.has(word)),
        );
        return own.length > 2 || !held;
      })
      .sort((a, b) => b.members.length - a.members.length)
      .slice(0, MOST)
      .flatMap(({ members }) => {
        const name = best(members);
        if (!name) return [];
        const base = slug(name.text).split('-').slice(0, 8).join('-') || 'issue';
        let id = base;
        for (let count = 2; ids.has(id); count += 1) id = `${base}-${count}`;
        ids.add(id);
        // The same words in another time are told apart by the year.
        const again = clusters.some(
          (other) => other.members !== members && other.members.some(({ text }) => text === name.text),
        );
        const year = again && name.past !== undefined ? ` (${name.past})` : '';
        return [
          {
            issue: { id: issueId(id), label: `${capital(name.text)}${year}`, proposal: proposal(name) },
            acts: [...new Set(members.flatMap(({ act }) => act ?? []))],
            past: [...new Set(members.map(({ past }) => past))],
          },
        ];
      })
  );
};
