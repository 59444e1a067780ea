import type { Actor } from '@entente/core/statement/codebook';

const many = (count: number, one: string): string => `${count.toLocaleString()} ${count === 1 ? one : `${one}s`}`;

/** What the codebook says. */
export const CODEBOOK = {
  room: 'Codebook',
  finding: (actors: number, issues: number) => `${many(actors, 'actor')}, ${many(issues, 'issue')}`,
  lead: 'Who speaks, and the questions, each with a proposal that one can be for or against. Two entries that are one can be merged; that can be undone.',
  filter: 'Find a name',
  columns: { actors: 'Actors', issues: 'Issues', coded: 'Statements' },
  newActor: 'New actor',
  newIssue: 'New issue',
  empty: { actors: 'No actors yet', issues: 'No issues yet' },
  emptyMore: 'They come with suggestions, or are entered here or while coding.',
  noneFound: (words: string) => `Nothing is called “${words}”.`,
  partOf: (names: string) => `part of ${names}`,
  kinds: {
    state: 'state',
    body: 'body',
    organisation: 'organisation',
    person: 'person',
    medium: 'medium',
    group: 'group',
  } satisfies Readonly<Record<Actor['kind'], string>>,
  fields: {
    name: 'Name',
    kind: 'Kind',
    aliases: 'Other names, one a line',
    partOf: 'Part of',
    partOfHint: 'A person’s or body’s word counts for the state that it is part of at the time.',
    from: 'from',
    to: 'to',
    addPart: 'Add',
    removePart: 'Take away',
    label: 'Question, in short',
    proposal: 'Proposal: a sentence that one can be for or against',
    proposalHint: 'For example: The parties should now declare a formal end to the war.',
  },
  save: 'Keep',
  saved: (name: string) => `Kept: ${name}.`,
  merge: 'Merge into another',
  mergeLead: (name: string) =>
    `“${name}” becomes another name of the one you pick. Its statements are re-pointed; both stay in the log.`,
  mergeDo: (name: string) => `Merge into “${name}”`,
  merged: (from: string, into: string) => `Merged “${from}” into ${into}.`,
  coded: (count: number) =>
    count === 0 ? 'No statement is coded under it.' : `${many(count, 'statement')} coded under it.`,
  positions: 'Where it stands',
  keys: {
    next: 'next',
    previous: 'previous',
    open: 'open',
    filter: 'find',
    newOne: 'new',
    merge: 'merge',
    other: 'actors or issues',
    back: 'back',
  },
} as const;
