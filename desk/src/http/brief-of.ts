import type { Position } from '@entente/core/position/position';
import { type Brief, briefOf } from '@entente/core/report/brief';
import type { Dossier } from '@entente/core/report/dossier';
import { type Finding, findingOf } from '@entente/core/report/finding';
import { type ModelEntry, modelEntry } from '@entente/core/report/model';
import { issueMeant } from '@entente/core/report/subject';
import type { Actor, Codebook, Issue } from '@entente/core/statement/codebook';
import type { ActorId, Edtf, IssueId } from '@entente/core/vocabulary';
import { conflictIn } from '../store/conflict-file.ts';
import type { PositionCell } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { libraryFor } from './quoted.ts';

/** What can hold, from one conflict of the dossier. */
export interface Holding {
  readonly id: string;
  readonly title: string;
  readonly finding: string;
  readonly summary: string;
  /** Reversals of one aim that would move the equilibria. */
  readonly reversals: ModelEntry['reversals'];
  readonly assumed: number;
}

/** The state of things as of a day, on one page. */
export interface BriefPage {
  readonly version: number;
  readonly title: string;
  readonly question?: string;
  readonly asOf?: Edtf;
  readonly finding: Finding;
  /** The matrix, small: who and what matters most. */
  readonly actors: readonly Actor[];
  readonly issues: readonly Issue[];
  readonly cells: readonly PositionCell[];
  readonly more: { readonly actors: number; readonly issues: number };
  readonly brief: Brief;
  readonly holds: readonly Holding[];
  /** Conflicts too large, or with faults, to be told here. */
  readonly unheld: number;
}

const ACTORS = 8;
const ISSUES = 4;
/** Positions looked at in full; thin, conditional and moved ones go first. */
const LOOKED_AT = 36;
/** Statements of a position that a brief can cite; a large dossier has hundreds behind one. */
const CITED = 5;
const EVENTS = 4000;
const MOST_STATES = 2 ** 12;

const weightOf = (cells: readonly PositionCell[]): ReadonlyMap<IssueId, number> => {
  const weight = new Map<IssueId, number>();
  for (const { issue, counts } of cells)
    weight.set(issue, (weight.get(issue) ?? 0) + 3 + Math.min(9, counts.accepted * 3 + counts.suggested) / 9);
  return weight;
};

/** The issues and actors that matter most: what the question asks first, then where most is said by most. */
const leading = ({ actors, issues }: Codebook, cells: readonly PositionCell[], question: string | undefined) => {
  const weight = weightOf(cells);
  const said = issues.filter(({ id }) => weight.has(id));
  const asked = question === undefined ? undefined : issueMeant(said, question, ({ id }) => weight.get(id) ?? 0).took;
  const columns = said
    .toSorted((a, b) => Number(b === asked) - Number(a === asked) || (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0))
    .slice(0, ISSUES);
  const shown = new Set(columns.map(({ id }) => id));
  const counts = new Map<ActorId, number>();
  for (const { actor, issue, basis } of cells)
    if (shown.has(issue)) counts.set(actor, (counts.get(actor) ?? 0) + (basis === 'accepted' ? ISSUES : 1));
  const rows = actors
    .filter(({ id }) => counts.has(id))
    .toSorted(
      (a, b) =>
        (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) || Number(b.kind === 'state') - Number(a.kind === 'state'),
    )
    .slice(0, ACTORS);
  return { columns, rows, of: { issues: said.length, actors: new Set(cells.map(({ actor }) => actor)).size } };
};

const interest = (cell: PositionCell): number =>
  (cell.contested ? 8 : 0) +
  (cell.conditions > 0 ? 4 : 0) +
  (cell.voice !== 'named' ? 2 : 0) +
  (cell.stages > 1 ? 2 : 0) +
  (cell.basis === 'accepted' ? 3 : 0);

/** A position with the newest of its statements, and those that bear its first condition: what a brief may cite, and no more. */
const citable = (position: Position): Position => {
  const { statements, conditions } = position;
  const newest = new Set(statements.slice(-CITED));
  return {
    ...position,
    statements: statements.filter(
      (one) => newest.has(one) || (conditions.length > 0 && one.condition === conditions[0]),
    ),
  };
};

/** A dossier of what the given positions stand on, and of nothing else. */
const around = async (
  { store }: Desk,
  head: Pick<Dossier, 'title' | 'question' | 'asOf'>,
  codebook: Codebook,
  positions: readonly Position[],
): Promise<Dossier> => {
  const statements = [...new Set(positions.flatMap((position) => position.statements))];
  const { rows: events } = await store.events({ limit: EVENTS });
  const late = events.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1)).slice(0, 40);
  const ids = new Set([...statements, ...late].map(({ passage }) => passage.document));
  const library = await libraryFor(store, ids);
  const derivations = (await Promise.all([...ids].map((document) => store.derivations({ document })))).flat();
  return {
    ...head,
    ...{ codebook, statements, events: late, figures: [], forecasts: [] },
    documents: [...library.values()],
    derivations: [...new Map(derivations.map((one) => [JSON.stringify([one.source, one.derived]), one])).values()],
    origins: (await store.origins()).filter(({ documents }) => documents.some((id) => ids.has(id))),
  };
};

const models = new Map<string, Omit<Holding, 'id'> | undefined>();

/** What can hold in a conflict; made once for each wording of it. Nothing where it is too large for a brief, or has faults. */
const holdingOf = async (
  { store }: Desk,
  head: Pick<Dossier, 'title'>,
  codebook: Codebook,
  { file, text }: { readonly file: string; readonly text: string },
): Promise<Omit<Holding, 'id'> | undefined> => {
  if (models.has(text)) return models.get(text);
  const read = conflictIn(text, file, (_, states) =>
    states <= MOST_STATES ? undefined : { code: 'brief/large', at: [file], says: 'It is too large for the brief.' },
  );
  let made: Omit<Holding, 'id'> | undefined;
  if (read.ok) {
    const { conflict, model } = read.value;
    const cited = conflict.makers.flatMap(({ prefers }) =>
      prefers.kind === 'statements' ? prefers.groups.flat().flatMap(({ because }) => because) : [],
    );
    const { rows: statements } = await store.statements({ ids: cited, limit: 500 });
    const library = await libraryFor(
      store,
      statements.map(({ passage }) => passage.document),
    );
    const entry = modelEntry(
      {
        ...{ title: head.title, codebook, statements, documents: [...library.values()] },
        ...{ derivations: [], origins: [], events: [], figures: [], forecasts: [] },
      },
      conflict,
      model,
    );
    const assumed = entry.makers.flatMap(({ aims }) => aims.flat()).filter((aim) => aim.assumed).length;
    const { finding, summary, reversals } = entry;
    made = { title: conflict.title, finding, summary, reversals, assumed };
  }
  if (models.size > 40) models.clear();
  models.set(text, made);
  return made;
};

/** The state of things as of a day; the dossier's own day where none is given. */
export const briefPage = async (desk: Desk, given?: Edtf): Promise<BriefPage> => {
  const { store } = desk;
  const version = store.version();
  const [head, codebook] = await Promise.all([store.head(), store.codebook()]);
  const asOf = given ?? head.asOf;
  const cells = await store.positions(asOf);
  const { columns, rows, of } = leading(codebook, cells, head.question);
  const [byRow, byColumn] = [new Set(rows.map(({ id }) => id)), new Set(columns.map(({ id }) => id))];
  const inMatrix = ({ actor, issue }: PositionCell): boolean => byRow.has(actor) && byColumn.has(issue);
  const looked = cells
    .toSorted((a, b) => Number(inMatrix(b)) - Number(inMatrix(a)) || interest(b) - interest(a))
    .slice(0, LOOKED_AT);
  const positions: Position[] = [];
  for (const { actor, issue } of looked) {
    const position = await store.position(actor, issue, asOf);
    if (position !== undefined) positions.push(citable(position));
  }
  const accepted = positions.filter(({ basis }) => basis === 'accepted');
  const dossier = await around(desk, { ...head, ...(asOf !== undefined && { asOf }) }, codebook, positions);
  const conflicts = await store.conflicts();
  const holds: Holding[] = [];
  for (const { id, file, text } of conflicts.slice(0, 4)) {
    const holding = await holdingOf(desk, head, codebook, { file, text });
    if (holding !== undefined) holds.push({ id, ...holding });
  }
  return {
    version,
    title: head.title,
    ...(head.question !== undefined && { question: head.question }),
    ...(asOf !== undefined && { asOf }),
    finding: findingOf(dossier, positions),
    actors: rows,
    issues: columns,
    cells: cells.filter(inMatrix),
    more: { actors: of.actors - rows.length, issues: of.issues - columns.length },
    brief: briefOf(dossier, accepted.length > 0 ? accepted : positions),
    holds,
    unheld: conflicts.length - holds.length,
  };
};
