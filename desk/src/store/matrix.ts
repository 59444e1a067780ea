import { dayRange } from '@entente/core/chronicle/edtf';
import type { Passage } from '@entente/core/document/passage';
import {
  counting,
  newestOf,
  type PlacedFor,
  type Position,
  placing,
  positionOf,
} from '@entente/core/position/position';
import type { Codebook } from '@entente/core/statement/codebook';
import type { Statement } from '@entente/core/statement/statement';
import type { ActorId, Edtf, IssueId, StatementId } from '@entente/core/vocabulary';
import { cellAt, type Ordered } from './cell-at.ts';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { documentsFor } from './documents.ts';
import { COMPUTED, derivedAndOrigins } from './origins-of.ts';
import { codebookIn, statementsIn } from './reader.ts';
import type { Entry } from './record.ts';
import { recordIn } from './shape.ts';
import type { PositionCell } from './store.ts';

/** Dates for which the matrix is kept. */
const MOST_DATES = 48;

const spot = ({ document, start, end }: Passage): Passage => ({ document, start, end, quote: '' });

/** A statement without its words: what a position is counted from, 200,000 times in memory. */
const light = ({ note: _, ...statement }: Statement): Statement => ({
  ...statement,
  passage: spot(statement.passage),
  ...(statement.condition && { condition: { ...statement.condition, passage: spot(statement.condition.passage) } }),
  ...(statement.reason && { reason: spot(statement.reason) }),
  attribution: statement.attribution.map(({ name, voice }) => ({ name, voice })),
});

interface Cell {
  readonly actor: ActorId;
  readonly issue: IssueId;
  readonly placed: Map<StatementId, Ordered>;
  /** The same in order of time, by status; made when it is asked for. */
  sorted?: Readonly<Record<'accepted' | 'suggested', readonly Ordered[]>>;
  /** By date: what it says then; undefined where nothing had been said yet. */
  readonly known: Map<string, PositionCell | undefined>;
}

interface Loaded {
  readonly version: number;
  readonly placing: (statement: Statement) => PlacedFor;
  readonly newest: string | undefined;
  readonly cells: Map<string, Cell>;
  /** In which cell a statement is. */
  readonly where: Map<StatementId, Cell>;
  readonly place: (cell: Cell) => number;
}

const key = (actor: ActorId, issue: IssueId): string => `${actor}\n${issue}`;

/** Actors and issues in the order of the codebook. */
const placeIn = ({ actors, issues }: Codebook): ((cell: Cell) => number) => {
  const actorAt = new Map(actors.map(({ id }, at) => [id, at]));
  const issueAt = new Map(issues.map(({ id }, at) => [id, at]));
  return ({ actor, issue }) =>
    (actorAt.get(actor) ?? actorAt.size) * (issueAt.size + 1) + (issueAt.get(issue) ?? issueAt.size);
};

const changed = (cell: Cell): void => {
  delete cell.sorted;
  cell.known.clear();
};

const enter = (loaded: Loaded, placed: Ordered): void => {
  const { actor, statement } = placed;
  const name = key(actor, statement.issue);
  const cell = loaded.cells.get(name) ?? { actor, issue: statement.issue, placed: new Map(), known: new Map() };
  loaded.cells.set(name, cell);
  cell.placed.set(statement.id, placed);
  changed(cell);
  loaded.where.set(statement.id, cell);
};

const leave = ({ cells, where }: Loaded, id: StatementId): void => {
  const cell = where.get(id);
  if (cell === undefined) return;
  cell.placed.delete(id);
  changed(cell);
  where.delete(id);
  if (cell.placed.size === 0) cells.delete(key(cell.actor, cell.issue));
};

const isStatement = (value: unknown): value is Statement => typeof value === 'object' && value !== null;

/**
 * The positions of a dossier, kept cell by cell: a step of coding counts again what it touched and nothing else. What changes documents, the
 * codebook or who took from whom is counted anew as a whole.
 */
export class Matrix {
  private readonly db: Database;
  private loaded: Loaded | undefined;

  constructor(db: Database) {
    this.db = db;
  }

  private load(): Loaded {
    const version = Number(this.db.ask('SELECT coalesce(max(seq), 0) AS seq FROM entry')[0]?.['seq']);
    if (this.loaded?.version === version) return this.loaded;
    const documents = documentsFor(this.db, () => false).map((document) => ({ ...document, file: '', sha256: '' }));
    const codebook = codebookIn(this.db);
    const evidence = { documents, codebook, ...derivedAndOrigins(this.db) };
    const made: Loaded = {
      ...{ version, newest: newestOf(documents), cells: new Map(), where: new Map() },
      place: placeIn(codebook),
      placing: placing(evidence),
    };
    const rows = sqlFor
      .selectFrom('record')
      .select(['key', 'body'])
      .where('kind', '=', 'statement')
      .where('body', 'is not', null)
      .where('status', '!=', 'rejected')
      .orderBy('key');
    for (const { key: order, body } of this.db.each(rows)) {
      enter(made, { ...made.placing(light(recordIn('statement', body ?? ''))), order });
    }
    this.loaded = made;
    return made;
  }

  private orderOf(id: StatementId): number {
    const row = sqlFor.selectFrom('record').select('key').where('kind', '=', 'statement').where('id', '=', id);
    return this.db.first(row)?.key ?? 0;
  }

  /** Tells that an entry was written. */
  follow({ seq, changes, size }: Entry): void {
    const before = this.loaded;
    if (before === undefined || before.version !== seq - 1 || size !== changes.length) return;
    const whole = changes.some(
      ({ kind, id }) =>
        kind === 'document' || kind === 'actor' || kind === 'issue' || kind === 'derivation' || id === COMPUTED,
    );
    if (whole) {
      this.loaded = undefined;
      return;
    }
    const statements = changes.filter(({ kind }) => kind === 'statement');
    for (const { before: was } of statements) if (isStatement(was)) leave(before, was.id);
    const now = statements.flatMap(({ after }) => (isStatement(after) ? [light(after)] : []));
    for (const statement of now)
      if (statement.status !== 'rejected')
        enter(before, { ...before.placing(statement), order: this.orderOf(statement.id) });
    this.loaded = { ...before, version: seq };
  }

  cells(asOf?: Edtf): readonly PositionCell[] {
    const loaded = this.load();
    const date = asOf ?? '';
    const counts = counting(asOf === undefined ? {} : { asOf }, loaded.newest);
    const latest = asOf === undefined ? loaded.newest : dayRange(asOf).last;
    const found: (readonly [number, PositionCell])[] = [];
    for (const cell of loaded.cells.values()) {
      if (!cell.known.has(date)) {
        if (cell.known.size >= MOST_DATES) cell.known.clear();
        cell.known.set(date, cellAt(cell, counts, latest));
      }
      const known = cell.known.get(date);
      if (known !== undefined) found.push([loaded.place(cell), known]);
    }
    return found.sort(([a], [b]) => a - b).map(([, cell]) => cell);
  }

  /** One cell with its statements in full. */
  position(actor: ActorId, issue: IssueId, asOf?: Edtf): Position | undefined {
    const loaded = this.load();
    const cell = loaded.cells.get(key(actor, issue));
    if (cell === undefined) return undefined;
    const counts = counting(asOf === undefined ? {} : { asOf }, loaded.newest);
    const kept = [...cell.placed.values()].filter(counts).sort((a, b) => a.order - b.order);
    if (kept.length === 0) return undefined;
    const ids = kept.map(({ statement }) => statement.id);
    const whole = new Map(statementsIn(this.db, { ids }).rows.map((statement) => [statement.id, statement]));
    const placed = kept.map((one) => ({ ...one, statement: whole.get(one.statement.id) ?? one.statement }));
    return positionOf(actor, issue, placed, asOf === undefined ? loaded.newest : dayRange(asOf).last);
  }
}
