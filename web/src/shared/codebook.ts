import type { Codebook } from '@entente/core/statement/codebook';
import type { ActorId, IssueId } from '@entente/core/vocabulary';
import { asked, desk, fetching } from './desk.ts';
import type { Choice } from './match.ts';

/** The codebook, wherever names are needed. */
export const codebookSource = fetching.of(['actor', 'issue'], () => asked(desk.api.codebook.$get()))('');

/** Names of actors and issues, by id; an id without an entry is its own name. */
export interface Names {
  readonly actor: (id: ActorId) => string;
  readonly issue: (id: IssueId) => string;
}

export const namesOf = ({ actors, issues }: Codebook): Names => {
  const [byActor, byIssue] = [
    new Map<string, string>(actors.map(({ id, name }) => [id, name])),
    new Map<string, string>(issues.map(({ id, label }) => [id, label])),
  ];
  return { actor: (id) => byActor.get(id) ?? id, issue: (id) => byIssue.get(id) ?? id };
};

export const actorChoices = ({ actors }: Codebook): readonly Choice[] =>
  actors.map(({ id, name, aliases, kind }) => ({ id, name, also: aliases, note: kind }));

export const issueChoices = ({ issues }: Codebook): readonly Choice[] =>
  issues.map(({ id, label, proposal }) => ({
    id,
    name: label,
    note: proposal.length > 70 ? `${proposal.slice(0, 69)}…` : proposal,
  }));
