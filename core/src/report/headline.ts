import { type Passage, passageOf } from '../document/passage.ts';
import type { Actor, Issue } from '../statement/codebook.ts';
import type { Statement } from '../statement/statement.ts';
import type { DocumentId } from '../vocabulary.ts';
import type { Dossier } from './dossier.ts';
import { contentWords, kin } from './kin.ts';

/** Words by which headlines give a stance, in the form of a dictionary. */
const STANCE_VERBS = (
  'abandon accept agree approve back balk ban block boycott concede condemn consider decline defend defy delay demand deny dismiss drop embrace endorse ' +
  'favour favor fear halt hail hinder insist join object obstruct offer oppose pledge promise push rebuff refuse reject resist scrap shun sign slam snub ' +
  'spurn stall stop support suspend thwart urge veto vow want warn weigh welcome withdraw hesitate waver doubt question cool reluctant ready open hostile'
).split(' ');

/** A word of a headline that no passage on the actor and the issue uses. */
export interface HeadlineWord {
  readonly word: string;
  readonly passage: Passage;
}

const named = (actor: Actor, words: readonly string[]): boolean =>
  [actor.name, ...actor.aliases].some((name) => {
    const parts = contentWords(name);
    return parts.length > 0 && parts.every((part) => words.some((word) => kin(part, word)));
  });

/**
 * Stance words that stand only in headlines about an actor and an issue: “refuse” above an article that says “reluctant”. A headline is
 * about them when a statement on them was coded in it, or when it names the actor and shares two content words with the issue: one, where the
 * document below it has a statement on them.
 */
export const headlineWords = (
  dossier: Dossier,
  actor: Actor,
  issue: Issue,
  statements: readonly Statement[],
): readonly HeadlineWord[] => {
  const issueWords = contentWords(`${issue.label} ${issue.proposal}`);
  const documents = new Map(dossier.documents.map((one) => [one.id, one]));
  const here = new Map<DocumentId, Statement[]>();
  for (const one of statements) here.set(one.passage.document, [...(here.get(one.passage.document) ?? []), one]);
  const inHeading = ({ document, start, end }: Passage): boolean =>
    documents
      .get(document)
      ?.blocks.some((block) => block.kind === 'heading' && start < block.end && block.start < end) === true;
  const body = statements
    .filter(({ passage }) => !inHeading(passage))
    .flatMap(({ passage, reason, condition }) => [passage.quote, reason?.quote ?? '', condition?.passage.quote ?? ''])
    .flatMap((quote) => contentWords(quote));
  return dossier.documents.flatMap((document) => {
    const heading = document.blocks.find(
      (block) =>
        block.kind === 'heading' &&
        !document.boilerplate.some(({ start, end }) => start < block.end && block.start < end),
    );
    if (heading === undefined) return [];
    const text = document.text.slice(heading.start, heading.end);
    const words = contentWords(text);
    const own = here.get(document.id) ?? [];
    const coded = own.some(({ passage }) => passage.start < heading.end && heading.start < passage.end);
    const shared = new Set(words.filter((word) => issueWords.some((other) => kin(word, other))));
    if (!coded && !(named(actor, words) && shared.size >= (own.length > 0 ? 1 : 2))) return [];
    return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap((match) => {
      const [word] = contentWords(match[0]);
      if (word === undefined || !STANCE_VERBS.some((verb) => kin(verb, word))) return [];
      if (issueWords.some((other) => kin(word, other)) || body.some((other) => kin(word, other))) return [];
      const start = heading.start + match.index;
      return [{ word: match[0], passage: passageOf(document, start, start + match[0].length) }];
    });
  });
};
