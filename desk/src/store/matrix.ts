import { dayRange } from '@entente/core/chronicle/edtf';
import type { Document } from '@entente/core/document/document';
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
import type { ActorId, Edtf, IsoDay, IssueId, StatementId } from '@entente/core/vocabulary';
import { cellAt, type Ordered } from './cell-at.ts';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { documentsFor } from './documents.ts';
import { isFar, keepCells, keptCells } from './kept-cells.ts';
import { type Cell, enter, key, leave, light } from './matrix-cell.ts';
import { COMPUTED, derivedAndOrigins } from './origins-of.ts';
import { codebookIn, recordOf, statementsIn } from './reader.ts';
import type { Entry } from './record.ts';
import { recordIn } from './shape.ts';
import type { PositionCell } from './store.ts';

/** Dates for which the matrix is kept. */
const MOST_DATES = 48;
/** Cells whose statements are read one by one; with more, all are read in one go. */
const MOST_BARE = 100;

/** A change as the log tells it. */
interface Told {
  readonly kind: string;
  readonly id: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

type Placing = (statement: Statement) => PlacedFor;

interface Loaded {
  readonly version: number;
  readonly placing: () => Placing;
  readonly newest: IsoDay | undefined;
  readonly cells: Map<string, Cell>;
  readonly place: (cell: Cell) => number;
}

/** Actors and issues in the order of the codebook. */
const placeIn = ({ actors, issues }: Codebook): ((cell: Cell) => number) => {
  const actorAt = new Map(actors.map(({ id }, at) => [id, at]));
  const issueAt = new Map(issues.map(({ id }, at) => [id, at]));
  return ({ actor, issue }) =>
    (actorAt.get(actor) ?? actorAt.size) * (issueAt.size + 1) + (issueAt.get(issue) ?? issueAt.size);
};

const isStatement = (value: unknown): value is Statement => typeof value === 'object' && value !== null;

const parsed = (body: unknown): unknown => (typeof body === 'string' ? JSON.parse(body) : undefined);

/**
 * The positions of a dossier, kept cell by cell: a step of coding counts again what it touched and nothing else. What changes documents, the
 * codebook or who took from whom is counted anew as a whole. What was counted is kept in the file with the entry at which it holds; when the
 * dossier is opened again, what the log tells since then is followed.
 */
export class Matrix {
  private readonly db: Database;
  private readonly looking: boolean;
  private loaded: Loaded | undefined;
  /** What stands in the file: the entry, and for which dates. */
  private kept = '';
  /** Whether much was counted that is not kept yet. */
  private fresh = false;

  constructor(db: Database, looking: boolean) {
    this.db = db;
    this.looking = looking;
  }

  private evidence(): Omit<Loaded, 'version' | 'newest' | 'cells'> {
    const { db } = this;
    const codebook = codebookIn(db);
    let made: Placing | undefined;
    const placer = (): Placing => {
      made ??= placing({ documents: this.documents(), codebook, ...derivedAndOrigins(db) });
      return made;
    };
    return { place: placeIn(codebook), placing: placer };
  }

  private documents(): readonly Document[] {
    return documentsFor(this.db, () => false).map((document) => ({ ...document, file: '', sha256: '' }));
  }

  private count(version: number): Loaded {
    const made: Loaded = { version, newest: newestOf(this.documents()), cells: new Map(), ...this.evidence() };
    const place = made.placing();
    const rows = sqlFor
      .selectFrom('record')
      .select(['key', 'body'])
      .where('kind', '=', 'statement')
      .where('body', 'is not', null)
      .where('status', '!=', 'rejected')
      .orderBy('key');
    for (const { key: order, body } of this.db.each(rows))
      enter(made, { ...place(light(recordIn('statement', body ?? ''))), order });
    this.fresh = made.cells.size > MOST_BARE;
    return made;
  }

  /** What is kept, brought to the present by the log. */
  private fromKept(version: number): Loaded | undefined {
    const kept = keptCells(this.db, version);
    if (kept === undefined) return undefined;
    const cells = kept.cells.map(({ actor, issue, keys, known }): [string, Cell] => {
      const said = new Map(known.map(([date, cell]) => [date, cell ?? undefined]));
      return [key(actor, issue), { actor, issue, keys: new Set(keys), known: said }];
    });
    const loaded = { version: kept.version, newest: kept.newest, cells: new Map(cells), ...this.evidence() };
    this.kept = this.nameOf(kept.version);
    return this.caughtUp(loaded, version);
  }

  /** What the log tells since then, followed; undefined where all is to be counted anew. */
  private caughtUp(loaded: Loaded, version: number): Loaded | undefined {
    const rows = this.db.ask('SELECT kind, id, before, after FROM change WHERE seq > ? ORDER BY seq, nth', [
      loaded.version,
    ]);
    const changes = rows.map(({ kind, id, before, after }) => ({
      ...{ kind: String(kind), id: String(id), before: parsed(before), after: parsed(after) },
    }));
    return this.followed(loaded, changes, version);
  }

  private load(): Loaded {
    const version = Number(this.db.ask('SELECT coalesce(max(seq), 0) AS seq FROM entry')[0]?.['seq']);
    const before = this.loaded;
    if (before?.version === version) return before;
    const near = before !== undefined && !isFar(this.db, before.version) ? this.caughtUp(before, version) : undefined;
    const now = near ?? this.fromKept(version) ?? this.count(version);
    this.loaded = now;
    return now;
  }

  private orderOf(id: StatementId): number {
    const row = sqlFor.selectFrom('record').select('key').where('kind', '=', 'statement').where('id', '=', id);
    return this.db.first(row)?.key ?? 0;
  }

  private followed(loaded: Loaded, changes: readonly Told[], version: number): Loaded | undefined {
    const whole = changes.some(
      ({ kind, id }) =>
        kind === 'document' || kind === 'actor' || kind === 'issue' || kind === 'derivation' || id === COMPUTED,
    );
    if (whole) return undefined;
    for (const { kind, before, after } of changes) {
      if (kind !== 'statement') continue;
      const placed = (statement: Statement): Ordered => ({
        ...loaded.placing()(light(statement)),
        order: this.orderOf(statement.id),
      });
      if (isStatement(before)) leave(loaded, placed(before));
      if (isStatement(after) && after.status !== 'rejected') enter(loaded, placed(after));
    }
    return { ...loaded, version };
  }

  /** Tells that an entry was written. */
  follow({ seq, changes, size }: Entry): void {
    const before = this.loaded;
    if (before === undefined || before.version !== seq - 1 || size !== changes.length) return;
    this.loaded = this.followed(before, changes, seq);
  }

  /** The statements of a cell as they are counted. */
  private placedIn(loaded: Loaded, cell: Cell): ReadonlyMap<StatementId, Ordered> {
    if (cell.placed !== undefined) return cell.placed;
    const place = loaded.placing();
    const rows = this.db.ask(
      'SELECT r.key AS key, r.body AS body FROM json_each(?) AS one JOIN record AS r ON r.key = one.value WHERE r.body IS NOT NULL ORDER BY r.key',
      [JSON.stringify([...cell.keys])],
    );
    const placed = rows.map(({ key: order, body }): [StatementId, Ordered] => {
      const statement = light(recordIn('statement', String(body)));
      return [statement.id, { ...place(statement), order: Number(order) }];
    });
    cell.placed = new Map(placed);
    return cell.placed;
  }

  /** The days that are kept: none, and the dossier's own. */
  private days(): readonly string[] {
    const asOf = recordOf(this.db, 'head', 'head')?.asOf;
    return ['', ...(asOf === undefined ? [] : [asOf])];
  }

  private nameOf(version: number): string {
    return JSON.stringify([version, ...this.days()]);
  }

  /** Keeps the matrix in the file. It can be counted anew at any time, so where that fails nothing is lost. */
  keep(): void {
    this.fresh = false;
    if (this.looking) return;
    try {
      const days = this.days();
      for (const day of days) this.cellsAt(day === '' ? undefined : day);
      const loaded = this.load();
      const name = this.nameOf(loaded.version);
      if (name === this.kept) return;
      const cells = [...loaded.cells.values()].map(({ actor, issue, keys, known }) => ({
        ...{ actor, issue, keys: [...keys] },
        known: days.flatMap((day) => (known.has(day) ? [[day, known.get(day) ?? null] as const] : [])),
      }));
      const { version, newest } = loaded;
      keepCells(this.db, { version, ...(newest !== undefined && { newest }), cells });
      this.kept = name;
    } catch {
      this.kept = '';
    }
  }

  cells(asOf?: Edtf): readonly PositionCell[] {
    const found = this.cellsAt(asOf);
    if (this.fresh) this.keep();
    return found;
  }

  private cellsAt(asOf?: Edtf): readonly PositionCell[] {
    const date = asOf ?? '';
    let loaded = this.load();
    const bare = [...loaded.cells.values()].filter(({ known, placed }) => placed === undefined && !known.has(date));
    if (bare.length > MOST_BARE) {
      const { cells, version } = loaded;
      loaded = this.count(version);
      for (const [name, { known }] of loaded.cells) for (const one of cells.get(name)?.known ?? []) known.set(...one);
      this.loaded = loaded;
    }
    const counts = counting(asOf === undefined ? {} : { asOf }, loaded.newest);
    const latest = asOf === undefined ? loaded.newest : dayRange(asOf).last;
    const found: (readonly [number, PositionCell])[] = [];
    for (const cell of loaded.cells.values()) {
      if (!cell.known.has(date)) {
        if (cell.known.size >= MOST_DATES) cell.known.clear();
        const placed = () => this.placedIn(loaded, cell);
        cell.known.set(date, cellAt(cell, placed, counts, latest));
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
    const kept = [...this.placedIn(loaded, cell).values()].filter(counts).sort((a, b) => a.order - b.order);
    if (kept.length === 0) return undefined;
    const ids = kept.map(({ statement }) => statement.id);
    const whole = new Map(statementsIn(this.db, { ids }).rows.map((statement) => [statement.id, statement]));
    const placed = kept.map((one) => ({ ...one, statement: whole.get(one.statement.id) ?? one.statement }));
    return positionOf(actor, issue, placed, asOf === undefined ? loaded.newest : dayRange(asOf).last);
  }
}
