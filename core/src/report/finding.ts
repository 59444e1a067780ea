import type { Position } from '../position/position.ts';
import type { Actor, Issue } from '../statement/codebook.ts';
import type { ActorId } from '../vocabulary.ts';
import type { Dossier } from './dossier.ts';
import { type Citation, cite, distinctCitations, libraryOf } from './sentence.ts';
import { toldOnce } from './standing.ts';
import { actorAsked, issueMeant } from './subject.ts';
import { listed, STANCE_TOLD, withArticle } from './words.ts';

/** The heading of a report: who stands where on the issue that matters most, attributed; the title when nothing can be made from evidence. */
export interface Finding {
  readonly text: string;
  readonly issue?: Issue;
  readonly suggested: boolean;
  readonly citations: readonly Citation[];
}

const some = (names: readonly string[]): string =>
  listed(names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names);

/**
 * The issue that the dossier's question asks about, else the one on which most is said by most, one more stance counting as much as one
 * more party: where all agree there is less to tell.
 */
export const mainIssue = (dossier: Dossier, positions: readonly Position[]): Issue | undefined => {
  const weight = (issue: Issue): number => {
    const here = positions.filter((one) => one.issue === issue.id);
    const stances = new Set(here.map(({ stance }) => stance));
    return here.reduce(
      (sum, { counts }) => sum + 3 + Math.min(9, counts.accepted * 3 + counts.suggested) / 9,
      Math.max(0, stances.size - 1) * 3,
    );
  };
  const said = dossier.codebook.issues.filter((issue) => weight(issue) > 0);
  const asked = dossier.question === undefined ? undefined : issueMeant(said, dossier.question, weight).took;
  return asked ?? [...said].sort((a, b) => weight(b) - weight(a))[0];
};

/** The actor and the issue that the dossier's question is about, where it names both. */
export const askedIn = (
  dossier: Dossier,
  positions: readonly Position[],
): { readonly actor: Actor; readonly issue: Issue } | undefined => {
  if (dossier.question === undefined) return undefined;
  const issue = mainIssue(dossier, positions);
  const actor = actorAsked(dossier.codebook, dossier.question);
  return issue === undefined || actor === undefined ? undefined : { actor, issue };
};

/** Who stands where on the main issue, in one line: “…: as reported, Seoul supports it, Tokyo opposes it”. */
export const findingOf = (dossier: Dossier, positions: readonly Position[]): Finding => {
  const issue = mainIssue(dossier, positions);
  const here = issue === undefined ? [] : positions.filter((one) => one.issue === issue.id);
  if (issue === undefined || here.length === 0) return { text: dossier.title, suggested: false, citations: [] };
  const accepted = here.filter(({ basis }) => basis === 'accepted');
  const shown = accepted.length > 0 ? accepted : here;
  const names = new Map<ActorId, string>(dossier.codebook.actors.map(({ id, name }) => [id, name]));
  const name = (position: Position): string => withArticle(names.get(position.actor) ?? position.actor);
  const states = new Map(dossier.codebook.actors.map(({ id, kind }) => [id, kind === 'state' ? 0 : 1]));
  const ordered = [...shown].sort((a, b) => (states.get(a.actor) ?? 1) - (states.get(b.actor) ?? 1));
  const clauses = STANCE_TOLD.flatMap(([stance, one, many]) => {
    const group = ordered.filter((position) => !position.contested && position.stance === stance).map(name);
    return group.length === 0 ? [] : [`${some(group)} ${group.length === 1 ? one : many}`];
  });
  const contested = ordered.filter((position) => position.contested).map(name);
  if (contested.length > 0) clauses.push(`reports differ on ${some(contested)}`);
  const suggested = accepted.length === 0;
  const library = libraryOf(dossier.documents);
  return {
    text: `${issue.label}: ${suggested ? 'as read by machine' : 'as reported'}, ${listed(clauses)}`,
    issue,
    suggested,
    citations: distinctCitations(
      shown.flatMap((position) =>
        toldOnce(dossier, position.statements)
          .slice(0, 1)
          .map(({ first }) => cite(library, first)),
      ),
    ),
  };
};
