import type { Actor, Codebook, Issue } from '../statement/codebook.ts';
import { contentWords, distance, kin } from './kin.ts';

/** What a question's words were taken to mean, and what else they could have meant, nearest first. */
export interface Taken<Noun> {
  readonly asked: string;
  readonly took?: Noun;
  readonly others: readonly Noun[];
}

const plain = (text: string): string =>
  contentWords(text.replace(/\b(?:[A-Z]\.){2,}/g, (letters) => letters.replaceAll('.', ''))).join(' ');

const namesOf = (actor: Actor): readonly string[] =>
  [actor.id, actor.name, ...actor.aliases].map(plain).filter(Boolean);

/**
 * The actor that words name: by name, alias, demonym or capital as the codebook and `alsoCalled` give them; else the one whose name holds
 * the words; a slip of one or two letters is forgiven, and said in `others` when it is not sure.
 */
export const actorNamed = (
  codebook: Codebook,
  asked: string,
  alsoCalled: (actor: Actor) => readonly string[] = () => [],
): Taken<Actor> => {
  const words = plain(asked);
  const score = (actor: Actor): number => {
    const names = [...namesOf(actor), ...alsoCalled(actor).map(plain).filter(Boolean)];
    if (words === '') return 0;
    if (names.includes(words)) return 4;
    if (names.some((name) => ` ${name} `.includes(` ${words} `))) return 3;
    if (names.some((name) => ` ${words} `.includes(` ${name} `))) return 2;
    const slips = words.length > 6 ? 2 : words.length > 3 ? 1 : 0;
    return names.some((name) => name.length > 3 && distance(name, words, slips) <= slips) ? 1 : 0;
  };
  const scored = codebook.actors
    .map((actor) => ({ actor, score: score(actor) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score);
  const [best, ...rest] = scored.map(({ actor }) => actor);
  return { asked, ...(best !== undefined && { took: best }), others: rest.slice(0, 5) };
};

/**
 * The issue that free words mean: the one that shares the most telling words with its label and proposal; a word is the more telling the
 * fewer issues have it. `weight` breaks ties (how much is said on an issue).
 */
export const issueMeant = (
  issues: readonly Issue[],
  asked: string,
  weight: (issue: Issue) => number = () => 0,
): Taken<Issue> => {
  const words = [...new Set(contentWords(asked))];
  const entries = issues.map((issue) => ({
    issue,
    label: contentWords(`${issue.label} ${issue.id}`),
    all: contentWords(`${issue.label} ${issue.id} ${issue.proposal}`),
  }));
  const has = (list: readonly string[], word: string): boolean => list.some((other) => kin(word, other));
  const telling = new Map(
    words.map((word) => [
      word,
      Math.log(1 + entries.length / (1 + entries.filter(({ all }) => has(all, word)).length)),
    ]),
  );
  const total = words.reduce((sum, word) => sum + (telling.get(word) ?? 0), 0) || 1;
  const heaviest = Math.max(1, ...issues.map(weight));
  const scored = entries
    .map(({ issue, label, all }) => {
      let met = 0;
      for (const word of words) met += (telling.get(word) ?? 0) * (has(label, word) ? 1 : has(all, word) ? 0.7 : 0);
      const covered = label.filter((word) => has(words, word)).length / Math.max(1, label.length);
      return { issue, met: met / total, score: met / total + 0.15 * covered + (0.25 * weight(issue)) / heaviest };
    })
    .filter(({ met }) => met > 0)
    .sort((a, b) => b.score - a.score);
  const [best, ...rest] = scored;
  return {
    asked,
    ...(best !== undefined && { took: best.issue }),
    others: rest
      .filter(({ met }) => best !== undefined && met >= best.met / 2)
      .slice(0, 5)
      .map(({ issue }) => issue),
  };
};

/** The actor that a question is about: the one of the named ones that stands first in it, the longer name before the shorter. */
export const actorAsked = (
  codebook: Codebook,
  question: string,
  alsoCalled: (actor: Actor) => readonly string[] = () => [],
): Actor | undefined => {
  const text = ` ${plain(question)} `;
  let best: { readonly actor: Actor; readonly at: number; readonly length: number } | undefined;
  for (const actor of codebook.actors)
    for (const name of [...namesOf(actor), ...alsoCalled(actor).map(plain)]) {
      const at = name === '' ? -1 : text.indexOf(` ${name} `);
      if (at < 0) continue;
      if (best === undefined || at < best.at || (at === best.at && name.length > best.length))
        best = { actor, at, length: name.length };
    }
  return best?.actor;
};
