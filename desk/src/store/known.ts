import type { Origin } from '@entente/core/document/derivation';
import {
  type ActorId,
  actorId,
  type DocumentId,
  documentId,
  type IsoDay,
  type IssueId,
  issueId,
  type OriginId,
  originId,
} from '@entente/core/vocabulary';
import { countAnew, counted } from './count.ts';
import type { Database } from './database.ts';
import { documentIds } from './documents.ts';
import { forget, KeptPart, type KeptState, keptState } from './kept.ts';
import { type Lane, readLane, writeLane } from './matrix/lane.ts';
import { allOrigins, type Print, type Prints, readPrint } from './print.ts';

/** A cell of the matrix with its marks. */
export interface Cell {
  readonly actor: ActorId;
  readonly issue: IssueId;
  readonly lane: Lane;
}

export interface Cells {
  readonly newest: IsoDay | undefined;
  readonly cells: readonly Cell[];
}

interface Whole extends Cells {
  readonly version: number;
  readonly prints: Prints;
}

const cellOf = (name: string, lane: Lane): Cell => {
  const [actor = '', issue = ''] = name.split('\n');
  return { actor: actorId(actor), issue: issueId(issue), lane };
};

/** A looker reads while another writes; so often it looks again before it counts for itself. */
const TRIES = 3;

/**
 * What was counted of a dossier and is kept in its file: read when it is asked for, then followed by what changed. Where nothing is kept, or
 * it is not what was written, everything is counted anew, and kept unless the dossier is only looked at.
 */
export class Known {
  private readonly db: Database;
  private readonly looking: boolean;
  private readonly cellPart: KeptPart<Cell>;
  private readonly printPart: KeptPart<Print | undefined>;
  private prints: Prints = new Map();
  private all: Cells = { newest: undefined, cells: [] };
  private whole: Whole | undefined;
  private listed:
    | { readonly prints: Prints; readonly documents: string; readonly origins: readonly Origin[] }
    | undefined;

  constructor(db: Database, looking: boolean) {
    this.db = db;
    this.looking = looking;
    this.cellPart = new KeptPart(db, 'cell', ({ name, body }) => cellOf(name, readLane(body)));
    this.printPart = new KeptPart(db, 'print', readPrint);
  }

  /** Counts anew, and keeps it where that can be. */
  private anew(): Whole {
    const { db } = this;
    const { present } = keptState(db);
    if (this.whole?.version === present) return this.whole;
    const { prints, cells, newest } = counted(db);
    const lanes = [...cells].map(([name, marks]) => cellOf(name, readLane(writeLane(marks))));
    this.whole = { version: present, prints, newest, cells: lanes };
    return this.whole;
  }

  private kept<Value>(read: (state: KeptState) => Value | undefined): Value | undefined {
    const { db } = this;
    for (let left = TRIES; left > 0; left--) {
      const { present, state } = keptState(db);
      if (state?.version !== present) break;
      const found = read(state);
      if (found !== undefined) return found;
    }
    if (this.looking) return undefined;
    try {
      db.transaction(() => {
        forget(db);
        countAnew(db, keptState(db).present);
      });
    } catch {
      return undefined; // on a full disk, say: then it is counted and not kept
    }
    const { state } = keptState(db);
    return state && read(state);
  }

  /** The cells of the matrix. */
  cells(): Cells {
    const found = this.kept((state) => {
      const now = this.cellPart.at(state);
      if (now === undefined) return undefined;
      const { newest } = state;
      if (now.changed)
        this.all = { newest, cells: [...now.values].map(([, { value }]) => value).filter(({ lane }) => lane.size > 0) };
      return this.all.newest === newest ? this.all : { ...this.all, newest };
    });
    return found ?? this.anew();
  }

  /** Whose words the documents have. */
  printed(): Prints {
    const found = this.kept((state) => {
      const now = this.printPart.at(state);
      if (now === undefined) return undefined;
      if (now.changed)
        this.prints = new Map(
          [...now.values].flatMap(([id, { value }]) => (value === undefined ? [] : [[documentId(id), value] as const])),
        );
      return this.prints;
    });
    return found ?? this.anew().prints;
  }

  /** All origins, in the order of the documents. */
  origins(): readonly Origin[] {
    const prints = this.printed();
    const documents = JSON.stringify(
      this.db.ask(`SELECT count(*) AS n, max(key) AS last FROM record WHERE kind = 'document' AND body IS NOT NULL`),
    );
    if (this.listed?.prints !== prints || this.listed.documents !== documents)
      this.listed = { prints, documents, origins: allOrigins(documentIds(this.db), prints) };
    return this.listed.origins;
  }

  /** Documents by the origin that most of their words are of: those that are of another's, and those that others are of. */
  shared(): ReadonlyMap<DocumentId, { readonly origin: OriginId; readonly documents: readonly DocumentId[] }> {
    const groups = new Map<OriginId, DocumentId[]>();
    for (const [id, { main }] of this.printed()) {
      if (main === originId(id)) continue;
      const group = groups.get(main);
      if (group === undefined) groups.set(main, [documentId(main), id]);
      else group.push(id);
    }
    const found = new Map<DocumentId, { readonly origin: OriginId; readonly documents: readonly DocumentId[] }>();
    for (const [origin, documents] of groups) found.set(documentId(origin), { origin, documents });
    for (const [origin, documents] of groups) for (const id of documents.slice(1)) found.set(id, { origin, documents });
    return found;
  }
}
