import type { Generated } from 'kysely';

/** The log: one row for each thing that somebody did. Rows are added and never changed. */
export interface EntryRow {
  readonly seq: number;
  readonly at: string;
  readonly by_kind: string;
  readonly by_name: string;
  readonly what: string;
  readonly why: string | null;
  readonly undoes: number | null;
  readonly redoes: number | null;
  readonly previous: string;
  readonly hash: string;
}

/** What an entry did to one record; bodies are JSON as it was hashed. `held`: whether a person had touched it before and after. */
export interface ChangeRow {
  readonly seq: number;
  readonly nth: number;
  readonly kind: string;
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly held_before: number;
  readonly held: number;
}

/** The records as they are now, with what lists are made by. A record that is gone keeps its row without a body. */
interface RecordRow {
  readonly key: Generated<number>;
  readonly kind: string;
  readonly id: string;
  readonly body: string | null;
  readonly held: number;
  readonly seq: number;
  readonly document: string | null;
  readonly actor: string | null;
  readonly issue: string | null;
  readonly status: string | null;
  readonly start: number | null;
  readonly label: string | null;
  readonly day: string | null;
}

/** Frozen texts by their hash. */
interface TextRow {
  readonly key: Generated<number>;
  readonly sha256: string;
  /** In UTF-16 code units. */
  readonly length: number;
  readonly body: string;
}

interface OriginalRow {
  readonly sha256: string;
  readonly extension: string;
  readonly bytes: number;
}

/** Derivations as computed; the log holds their number and hash. */
interface ComputedRow {
  readonly key: Generated<number>;
  readonly source: string;
  readonly derived: string;
  readonly body: string;
}

/** What was counted and is kept, so that it need not be counted again: see `kept.ts`. */
interface KeptRow {
  readonly key: Generated<number>;
  /** What it is a part of: the matrix, the origins. */
  readonly part: string;
  readonly name: string;
  /** The entry that changed it last. */
  readonly seq: number;
  /** A hash over all of the row, then what is kept. */
  readonly body: ArrayBuffer;
}

/** In which cell of the matrix a statement is counted, by the keys of both. */
interface MarkRow {
  readonly key: number;
  readonly cell: number;
}

interface FactRow {
  readonly name: string;
  readonly value: string;
}

export interface Tables {
  readonly entry: EntryRow;
  readonly change: ChangeRow;
  readonly record: RecordRow;
  readonly text: TextRow;
  readonly original: OriginalRow;
  readonly computed: ComputedRow;
  readonly fact: FactRow;
  readonly kept: KeptRow;
  readonly mark: MarkRow;
  readonly text_words: { readonly rowid: number; readonly body: string };
  readonly record_words: { readonly rowid: number; readonly words: string };
}

/** “Entn” in the header of the file. */
export const APPLICATION_ID = 0x45_6e_74_6e;

const FIRST = `
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, by_kind TEXT NOT NULL, by_name TEXT NOT NULL, what TEXT NOT NULL, why TEXT,
  undoes INTEGER REFERENCES entry, redoes INTEGER REFERENCES entry, previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX entry_undoes ON entry (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX entry_redoes ON entry (redoes) WHERE redoes IS NOT NULL;
CREATE TABLE change (
  seq INTEGER NOT NULL REFERENCES entry, nth INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
  before TEXT, after TEXT, held_before INTEGER NOT NULL, held INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX change_place ON change (seq, nth);
CREATE INDEX change_record ON change (kind, id, seq);
CREATE TABLE record (
  key INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT, held INTEGER NOT NULL, seq INTEGER NOT NULL,
  document TEXT, actor TEXT, issue TEXT, status TEXT, start INTEGER, label TEXT, day TEXT
) STRICT;
CREATE UNIQUE INDEX record_id ON record (kind, id);
CREATE INDEX record_document ON record (document, kind, status, start) WHERE document IS NOT NULL;
CREATE INDEX record_actor ON record (actor, issue) WHERE actor IS NOT NULL;
CREATE INDEX record_issue ON record (issue) WHERE issue IS NOT NULL;
CREATE INDEX record_status ON record (kind, status) WHERE status IS NOT NULL;
CREATE INDEX record_day ON record (day) WHERE kind = 'document';
CREATE INDEX record_label ON record (label) WHERE kind = 'document';
CREATE INDEX record_text ON record (json_extract(body, '$.sha256')) WHERE kind = 'document';
CREATE INDEX record_file ON record (json_extract(body, '$.file')) WHERE kind = 'document';
CREATE INDEX record_original ON record (json_extract(body, '$.original.sha256')) WHERE kind = 'document';
CREATE TABLE text (key INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, length INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE original (sha256 TEXT PRIMARY KEY, extension TEXT NOT NULL, bytes INTEGER NOT NULL) STRICT;
CREATE TABLE computed (key INTEGER PRIMARY KEY, source TEXT NOT NULL, derived TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX computed_source ON computed (source);
CREATE INDEX computed_derived ON computed (derived);
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE text_words USING fts5 (
  body, content = 'text', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE record_words USING fts5 (words, tokenize = 'porter unicode61 remove_diacritics 2');
`;

const COUNTED = `
CREATE TABLE kept (key INTEGER PRIMARY KEY, part TEXT NOT NULL, name TEXT NOT NULL, seq INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX kept_name ON kept (part, name);
CREATE INDEX kept_seq ON kept (part, seq);
CREATE TABLE mark (key INTEGER PRIMARY KEY, cell INTEGER NOT NULL) STRICT;
DELETE FROM fact WHERE name = 'cells';
`;

const ADDRESSED = `
CREATE INDEX record_address ON record (json_extract(body, '$.original.address')) WHERE kind = 'document';
`;

/** Each step from one version of the file to the next; `PRAGMA user_version` is how many were taken. Steps are added and never changed. */
export const MIGRATIONS: readonly string[] = [FIRST, COUNTED, ADDRESSED];
