import { type Chronicle, chronicleOf } from '../chronicle/chronicle.ts';
import { edtfWords } from '../chronicle/edtf-words.ts';
import type { Conflict } from '../conflict/conflict.ts';
import type { Change } from '../document/change.ts';
import { type Position, positionsOver } from '../position/position.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import type { ActorId, Problem } from '../vocabulary.ts';
import { type Answer, answerOn } from './answer.ts';
import type { Dossier } from './dossier.ts';
import { type IssueEntry, issueEntries } from './entries.ts';
import { askedIn, type Finding, findingOf } from './finding.ts';
import { type ModelEntry, modelEntry } from './model.ts';
import { libraryOf } from './sentence.ts';
import { type DerivationEntry, type DocumentEntry, derivationEntries, documentEntries } from './sources.ts';
import { counted, listed } from './words.ts';

/** How much stands behind a report. */
export interface Counts {
  readonly documents: number;
  readonly origins: number;
  readonly accepted: number;
  readonly suggested: number;
  readonly rejected: number;
}

/**
 * The content of a report as plain data: what every form of it (page, JSON, terminal) shows. Sentences carry their citations and their
 * “according to”; nothing here is made without a statement, a count or a model behind it.
 */
export interface Report {
  readonly dossier: Dossier;
  readonly title: string;
  readonly question?: string;
  readonly asOf?: string;
  readonly finding: Finding;
  readonly counts: Counts;
  readonly summary: string;
  /** What the report lacks because statements had faults. */
  readonly leftOut?: string;
  readonly answer?: Answer;
  readonly positions: readonly Position[];
  readonly names: ReadonlyMap<ActorId, string>;
  readonly documents: readonly DocumentEntry[];
  readonly derivations: readonly DerivationEntry[];
  readonly issues: readonly IssueEntry[];
  readonly chronicle: Chronicle;
  readonly models: readonly ModelEntry[];
  readonly methods: readonly string[];
  readonly problems: readonly Problem[];
}

const countsOf = (dossier: Dossier, documents: readonly DocumentEntry[]): Counts => {
  const having = (status: string): number => dossier.statements.filter((one) => one.status === status).length;
  return {
    documents: documents.length,
    origins: new Set(documents.map(({ origin }) => origin)).size,
    accepted: having('accepted'),
    suggested: having('suggested'),
    rejected: having('rejected'),
  };
};

const summaryOf = ({ documents, origins, accepted, suggested }: Counts): string => {
  const said = [
    ...(accepted > 0 ? [`${counted(accepted, 'statement')} accepted by a person`] : []),
    ...(suggested > 0 ? [`${counted(suggested, 'statement')} suggested by machine and not yet checked`] : []),
  ];
  return `${counted(documents, 'document')} of ${counted(origins, 'independent origin')}; ${said.length === 0 ? 'no statement yet' : listed(said)}.`;
};

const leftOutWords = (left: number | 'all'): string =>
  left === 'all'
    ? 'The file of statements could not be read: none of its statements is counted here.'
    : `${counted(left, 'statement')} with a fault ${left === 1 ? 'is' : 'are'} left out: a party or a stance may be missing here.`;

const methodsOf = (dossier: Dossier, counts: Counts): readonly string[] => {
  const coders = (status: string) => [
    ...new Set(
      dossier.statements
        .filter((one) => one.status === status)
        .map(({ coder }) => (coder.kind === 'person' ? coder.name : `${coder.kind} ${coder.name}`)),
    ),
  ];
  const [people, machines] = [coders('accepted'), coders('suggested')];
  const some = (names: readonly string[]) =>
    listed(names.length > 6 ? [...names.slice(0, 6), `${names.length - 6} more`] : names);
  const skipped = dossier.documents.reduce(
    (sum, { boilerplate }) => sum + boilerplate.reduce((part, { start, end }) => part + end - start, 0),
    0,
  );
  const whole = dossier.documents.reduce((sum, { text }) => sum + text.length, 0);
  return [
    `Counting is by origin, never by article: a passage that was taken from another document is of that one’s origin, the other words of a document are its own. ${counted(counts.documents, 'document')}, ${counted(counts.origins, 'origin')}.`,
    'A position is what the statements of the last year before the newest one say. What is explicit outweighs what is implied; a stance more than a month older than a later, different one is history; stances of independent origins that differ within a month are contested.',
    'A person or body speaks for the state or organisation that it is part of at the time.',
    ...(people.length > 0 ? [`Accepted statements (${counts.accepted}) were coded by ${some(people)}.`] : []),
    ...(machines.length > 0
      ? [
          `Suggestions (${counts.suggested}) come from ${some(machines)}. Nobody has accepted them: they stand in ⟨ ⟩, grey and hollow, and are never mixed with accepted ones.`,
        ]
      : []),
    ...(counts.rejected > 0
      ? [
          `${counted(counts.rejected, 'statement')} that a person rejected ${counts.rejected === 1 ? 'is' : 'are'} left out.`,
        ]
      : []),
    skipped === 0
      ? 'Every word of the documents was read; no menus, forms or reference lists were found.'
      : `${skipped.toLocaleString('en-US')} of ${whole.toLocaleString('en-US')} characters are menus, forms, credits or reference lists: shown struck through in the full text, and not read for statements.`,
    'The text of each document is frozen; its SHA-256 is given so that anybody can check that it is unchanged.',
  ];
};

/** A conflict with the model compiled from it. */
export interface Modelled {
  readonly conflict: Conflict;
  readonly model: GraphModel;
}

/** Makes the content of a report from a dossier. `problems` are those met on the way to it. */
export const reportOf = (
  dossier: Dossier,
  {
    problems = [],
    conflicts = [],
    leftOut = 0,
    changes = [],
  }: {
    readonly problems?: readonly Problem[];
    readonly conflicts?: readonly Modelled[];
    /** Statements that had a fault and are not in the dossier. */
    readonly leftOut?: number | 'all';
    /** What was lost or gained between the passages of the dossier's derivations. */
    readonly changes?: readonly Change[];
  } = {},
): Report => {
  const library = libraryOf(dossier.documents);
  const positions = positionsOver(dossier, dossier.asOf === undefined ? {} : { asOf: dossier.asOf });
  const documents = documentEntries(dossier);
  const counts = countsOf(dossier, documents);
  const models = conflicts.map(({ conflict, model }) => modelEntry(dossier, conflict, model));
  const asked = askedIn(dossier, positions);
  return {
    dossier,
    title: dossier.title,
    ...(dossier.question !== undefined && { question: dossier.question }),
    ...(dossier.asOf !== undefined && { asOf: edtfWords(dossier.asOf) }),
    finding: findingOf(dossier, positions),
    counts,
    summary: summaryOf(counts),
    ...(leftOut !== 0 && { leftOut: leftOutWords(leftOut) }),
    ...(asked !== undefined && {
      answer: answerOn(dossier, asked.actor, asked.issue, {
        ...(dossier.question !== undefined && { question: dossier.question }),
        models,
      }),
    }),
    positions,
    names: new Map(dossier.codebook.actors.map(({ id, name }) => [id, name])),
    documents,
    derivations: derivationEntries(dossier, library, changes),
    issues: issueEntries(dossier, library, positions),
    chronicle: chronicleOf(dossier),
    models,
    methods: methodsOf(dossier, counts),
    problems,
  };
};
