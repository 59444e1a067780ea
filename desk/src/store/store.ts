import type { Event, Figure, Forecast } from '@entente/core/chronicle/event';
import type { Derivation, Origin } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import type { OriginsByHand } from '@entente/core/document/read-origins';
import type { Position, Standing } from '@entente/core/position/position';
import type { Dossier } from '@entente/core/report/dossier';
import type { Codebook } from '@entente/core/statement/codebook';
import type { Coder, Statement, Status } from '@entente/core/statement/statement';
import type {
  ActorId,
  DocumentId,
  Edtf,
  IssueId,
  OriginId,
  Outcome,
  Problem,
  Span,
  Stance,
  StatementId,
} from '@entente/core/vocabulary';
import type {
  ConflictRecord,
  DocumentRecord,
  Entry,
  Head,
  RecordKind,
  RecordOf,
  SettingRecord,
  Wish,
} from './record.ts';

/** A document in a list: without its text and blocks, with what was found in it. */
export interface DocumentRow {
  readonly document: Omit<DocumentRecord, 'blocks' | 'boilerplate'>;
  /** Length of the frozen text in UTF-16 code units. */
  readonly length: number;
  readonly statements: Readonly<Record<Status, number>>;
  readonly origin: OriginId;
  /** How many documents share its origin, itself included. */
  readonly originSize: number;
}

export interface Page {
  /** How many are passed over. */
  readonly from?: number;
  readonly limit?: number;
}

/** Some of a list, and how many there are in all. */
export interface Listed<Value> {
  readonly rows: readonly Value[];
  readonly total: number;
}

export interface DocumentQuery extends Page {
  /** `published` (newest first, undated last), `title`, or `added` (newest first). */
  readonly order?: 'published' | 'title' | 'added';
  readonly origin?: OriginId;
}

export interface StatementQuery extends Page {
  readonly document?: DocumentId;
  readonly actor?: ActorId;
  readonly issue?: IssueId;
  readonly status?: Status;
  readonly ids?: readonly StatementId[];
}

/** Events, figures or forecasts of one document, of one status. */
export interface CodedQuery extends Page {
  readonly document?: DocumentId;
  readonly status?: Status;
}

/** A place where words were found: in a document's text, or in a statement's passage, note or names. */
export interface SearchHit {
  readonly document: DocumentId;
  readonly statement?: StatementId;
  readonly title: string;
  /** Words around the first place. */
  readonly snippet: string;
  /** The words found, as offsets into the snippet. */
  readonly marks: readonly Span[];
  /** In a document: the words found, as offsets into the frozen text. */
  readonly spans: readonly Span[];
}

export interface SearchOptions extends Page {
  readonly in?: 'documents' | 'statements';
  /** True to take the last word as the beginning of one, while somebody types. */
  readonly typing?: boolean;
}

/** What an actor says on an issue, without the statements: a cell of the matrix. */
export interface PositionCell {
  readonly actor: ActorId;
  readonly issue: IssueId;
  readonly stance: Stance;
  readonly contested: boolean;
  readonly stances: readonly { readonly stance: Stance; readonly origins: number; readonly statements: number }[];
  readonly basis: 'accepted' | 'suggested';
  readonly voice: Standing;
  /** Independent origins behind the position. */
  readonly origins: number;
  /** The statements that bear it, in order of time. */
  readonly statements: readonly StatementId[];
  readonly counts: { readonly accepted: number; readonly suggested: number };
  readonly conditions: number;
  readonly interval?: Edtf;
  /** How many different stances followed each other, 1 when it never moved. */
  readonly stages: number;
  /** What suggestions alone would say beside an accepted position. */
  readonly suggested?: Stance;
}

/** When positions were taken: how many statements on each date. */
export interface Days {
  /** The earliest first; a date is told by the days that it can mean. */
  readonly days: readonly { readonly date: Edtf; readonly accepted: number; readonly suggested: number }[];
  /** Statements that nothing dates. */
  readonly undated: number;
}

/** A document to be captured, with the bytes that it was read from. */
export interface Captured {
  readonly document: Document;
  readonly bytes?: Uint8Array;
  /** Where the document says that it is published; another version of a page is known by it. */
  readonly address?: string;
}

/** What became of documents that were to be captured. */
export interface CaptureResult {
  /** Undefined when nothing was new. */
  readonly entry?: Entry;
  /** In the order given: under which id it is in the dossier, and whether it is new. */
  readonly documents: readonly {
    readonly id: DocumentId;
    readonly outcome: 'new' | 'same-bytes' | 'revision';
    readonly of?: DocumentId;
  }[];
  readonly notes: readonly Problem[];
}

/** What became of records that a machine put forward: those that a person had touched were left as they are. */
export interface SuggestResult {
  readonly entry?: Entry;
  readonly refused: readonly Problem[];
}

export interface WriteOptions {
  readonly why?: string;
  /** The version that the writer saw: a record that somebody else changed since is refused with `store/conflict`. */
  readonly expect?: number;
}

/**
 * A dossier in one folder. Every change is one entry of the log, on the disk before it is answered; records that a person made or touched
 * are out of reach of rules and models.
 */
export interface Store {
  readonly folder: string;
  readonly readOnly: boolean;
  /** What a person should know about the opening: taken over after a crash, migrated. */
  readonly notes: readonly Problem[];
  /** `seq` of the last entry: what a reader has seen. */
  version(): number;

  write(by: Coder, what: string, wishes: readonly Wish[], options?: WriteOptions): Promise<Outcome<Entry>>;
  /** Takes back the last thing that a person did and that is not taken back yet, also after a restart. */
  undo(by: Coder): Promise<Outcome<Entry>>;
  redo(by: Coder): Promise<Outcome<Entry>>;
  /** What `undo` and `redo` would do now. */
  undoable(): Promise<{ readonly undo?: Entry; readonly redo?: Entry }>;
  /** One actor or issue becomes a name of another; both records stay, everything coded points to the second. */
  merge(by: Coder, kind: 'actor' | 'issue', from: string, into: string, why?: string): Promise<Outcome<Entry>>;
  /** Documents with their originals, all or none of them. `import` in place of `capture` is no step that undo takes back. */
  capture(by: Coder, documents: readonly Captured[], what?: 'capture' | 'import'): Promise<Outcome<CaptureResult>>;
  /** Records that a machine puts forward; what a person made or touched is refused one by one and the others go on. */
  suggest(by: Coder, wishes: readonly Wish[]): Promise<Outcome<SuggestResult>>;
  /**
   * Who took from whom as computed, replacing what was computed before; what a person decided goes before it. Of several sources of the same
   * words the first counts that no person ruled out.
   */
  putDerivations(by: Coder, computed: readonly Derivation[]): Promise<Outcome<Entry>>;
  /** Entries, the last first. */
  log(options?: { readonly before?: number; readonly limit?: number }): Promise<readonly Entry[]>;
  /** What was ever done to one record, the first first. */
  history(kind: RecordKind, id: string): Promise<readonly Entry[]>;
  onChange(listener: (entry: Entry) => void): () => void;

  record<Kind extends RecordKind>(kind: Kind, id: string): Promise<RecordOf[Kind] | undefined>;
  /** Whether a person ever made, changed or decided on it. */
  touched(kind: RecordKind, id: string): Promise<boolean>;
  head(): Promise<Head>;
  documents(query?: DocumentQuery): Promise<Listed<DocumentRow>>;
  document(id: DocumentId): Promise<(DocumentRecord & Document) | undefined>;
  /** All documents with their texts: what comparing them needs. */
  texts(): Promise<readonly Document[]>;
  original(id: DocumentId): Promise<Uint8Array | undefined>;
  /** Actors and issues that are not merged into others; the names of the merged stand among the aliases. */
  codebook(): Promise<Codebook>;
  statements(query?: StatementQuery): Promise<Listed<Statement>>;
  events(query?: CodedQuery): Promise<Listed<Event>>;
  figures(query?: CodedQuery): Promise<Listed<Figure>>;
  forecasts(query?: CodedQuery): Promise<Listed<Forecast>>;
  conflicts(): Promise<readonly ConflictRecord[]>;
  settings(): Promise<readonly SettingRecord[]>;
  /** Who took from whom: as computed, corrected by hand. */
  derivations(query?: { readonly document?: DocumentId }): Promise<readonly Derivation[]>;
  originsByHand(): Promise<OriginsByHand>;
  origins(): Promise<readonly Origin[]>;
  /**
   * All words must stand there; `"two words"` a phrase, `-word` none of it, `begin*` a beginning. Nothing else has a meaning. Places are
   * counted up to 10,000.
   */
  search(words: string, options?: SearchOptions): Promise<Listed<SearchHit>>;
  /** The matrix: one cell for each actor and issue of which anything is said. */
  positions(asOf?: Edtf): Promise<readonly PositionCell[]>;
  /** When positions were taken. */
  days(): Promise<Days>;
  /** One cell with its statements. */
  position(actor: ActorId, issue: IssueId, asOf?: Edtf): Promise<Position | undefined>;
  /** Everything as plain data, for what needs everything: the report, the draft. */
  dossier(): Promise<Dossier>;

  /** A copy that is whole, made while the dossier is in use, into a folder that does not exist yet. */
  backup(
    to: string,
    told?: (copied: number, of: number) => void,
  ): Promise<Outcome<{ readonly files: number; readonly bytes: number }>>;
  close(): Promise<void>;
}
