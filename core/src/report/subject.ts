import type { Actor, Codebook, Issue } from '../statement/codebook.ts';
import { actorId } from '../vocabulary.ts';
import { contentWords, distance } from './kin.ts';
import { rankedIssues } from './rank-issues.ts';

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
 * fewer issues have it. `weight` breaks ties (how much is said on an issue). `fits` says whether it shares enough to be taken for meant.
 */
export const issueMeant = (
  issues: readonly Issue[],
  asked: string,
  weight: (issue: Issue) => number = () => 0,
): Taken<Issue> & { readonly fits: boolean } => {
  const ranked = rankedIssues({
    codebook: { actors: [], issues },
    stands: issues.map((issue) => ({ actor: NOBODY, issue: issue.id, stance: 'neutral', statements: weight(issue) })),
    text: asked,
    mentions: [],
    subject: undefined,
    actor: undefined,
    stance: undefined,
    alsoCalled: () => [],
  }).issues;
  const [best, ...rest] = ranked;
  return {
    asked,
    ...(best !== undefined && { took: best.issue }),
    fits: best?.fits === true,
    others: rest
      .filter(({ met }) => best !== undefined && met >= best.met / 2)
      .slice(0, 5)
      .map(({ issue }) => issue),
  };
};

const NOBODY = actorId('nobody');

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
