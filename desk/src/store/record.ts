import type { Event, Figure, Forecast } from '@entente/core/chronicle/event';
import type { Derivation } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import type { NotTaken } from '@entente/core/document/read-origins';
import type { Actor, Issue } from '@entente/core/statement/codebook';
import type { Coder, Statement } from '@entente/core/statement/statement';
import type { ActorId, DocumentId, Edtf, IssueId } from '@entente/core/vocabulary';

/** What a dossier is made of, one record each. */
export const RECORD_KINDS = [
  'head',
  'document',
  'actor',
  'issue',
  'statement',
  'event',
  'figure',
  'forecast',
  'derivation',
  'conflict',
  'setting',
] as const;

export type RecordKind = (typeof RECORD_KINDS)[number];

/** Title, question and day of a dossier; its id is `head`. */
export interface Head {
  readonly title: string;
  readonly question?: string;
  readonly asOf?: Edtf;
}

/** The bytes of a source as they came, kept in `originals/` under their hash. */
export interface Original {
  readonly sha256: string;
  /** With its dot, in lower case: `.html`; empty when the file had none. */
  readonly extension: string;
  readonly bytes: number;
  /** Where the document says that it is published. */
  readonly address?: string;
}

/** Fields of a document that a person may correct. */
export const CORRECTABLE = ['title', 'publisher', 'author', 'published', 'language', 'kind', 'summarises'] as const;

export type Correctable = (typeof CORRECTABLE)[number];

/** A document as it is recorded: everything but the frozen text, which stands by its hash and is never changed. */
export interface DocumentRecord extends Omit<Document, 'text'> {
  readonly original?: Original;
  /** The earlier version of the same page; both are kept. */
  readonly revisionOf?: DocumentId;
  /** What was read off the document, for each field that a person corrected since; `false` where nothing was read. */
  readonly asRead?: { readonly [Field in Correctable]?: NonNullable<Document[Field]> | false };
}

/** An actor; one that was merged keeps its record and says into which. */
export interface ActorRecord extends Actor {
  readonly mergedInto?: ActorId;
}

export interface IssueRecord extends Issue {
  readonly mergedInto?: IssueId;
}

/**
 * What a person decided on who took from whom: a passage taken; two documents that have nothing to do with each other; a passage that is its
 * document's own, whatever it resembles; two documents that count as one, the root first.
 */
export type DerivationRecord =
  | { readonly kind: 'taken'; readonly id: string; readonly derivation: Derivation }
  | { readonly kind: 'apart'; readonly id: string; readonly documents: readonly [DocumentId, DocumentId] }
  | ({ readonly kind: 'own'; readonly id: string } & NotTaken)
  | { readonly kind: 'joined'; readonly id: string; readonly documents: readonly [DocumentId, DocumentId] };

/** A conflict in the notation of a conflict file, comments and all; `conflictIn(text, file)` reads it. */
export interface ConflictRecord {
  readonly id: string;
  /** Its name as a file: `conflict.yaml`. */
  readonly file: string;
  readonly text: string;
}

/** A choice that belongs to the dossier and is no finding: a key of its own, any plain value. */
export interface SettingRecord {
  readonly id: string;
  readonly value: unknown;
}

export interface RecordOf {
  readonly head: Head;
  readonly document: DocumentRecord;
  readonly actor: ActorRecord;
  readonly issue: IssueRecord;
  readonly statement: Statement;
  readonly event: Event;
  readonly figure: Figure;
  readonly forecast: Forecast;
  readonly derivation: DerivationRecord;
  readonly conflict: ConflictRecord;
  readonly setting: SettingRecord;
}

/** One record before and after; undefined where it was or is absent. */
export interface Change {
  readonly kind: RecordKind;
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A change that is asked for. */
export interface Wish {
  readonly kind: RecordKind;
  readonly id: string;
  /** The whole record as it shall be; undefined removes it. */
  readonly after: unknown;
}

/** One thing that somebody did: atomic, in a log that only grows, chained by hash. */
export interface Entry {
  /** 1 for the first; the version of the dossier after it. */
  readonly seq: number;
  /** ISO time in UTC. */
  readonly at: string;
  readonly by: Coder;
  /** `accept`, `correct`, `merge-actors`, `capture`, `suggest`, `undo` … */
  readonly what: string;
  readonly why?: string;
  /** Read from the log: the first thousand of them. */
  readonly changes: readonly Change[];
  /** How many changes it made in all. */
  readonly size: number;
  /** The entry that this one takes back. */
  readonly undoes?: number;
  /** The entry that this one does again. */
  readonly redoes?: number;
  /** SHA-256 over everything above and the hash before. */
  readonly hash: string;
  readonly previous: string;
}
