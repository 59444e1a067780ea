import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import Connection from 'libsql';
import type { Tables } from './schema.ts';

/** Writes queries; `all`, `first` and `run` of a database carry them out. */
export const sqlFor: Kysely<Tables> = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** The hash of the text of a document’s record, written as the index on it is. */
export const TEXT_OF_RECORD = sql<string>`json_extract(record.body, '$.sha256')`;

interface Query<Row> {
  compile(): CompiledQuery<Row>;
}

/** A statement that is written once and carried out often, with values in the order in which they stand in it. */
export type Repeated = (...values: readonly (string | number | null | Uint8Array)[]) => { readonly key: number };

/**
 * A SQLite file. Every call is done when it returns, so nothing can come between the steps of a transaction; and what a transaction wrote is
 * on the disk when it returns.
 */
export interface Database {
  all<Row>(query: Query<Row>): Row[];
  each<Row>(query: Query<Row>): IterableIterator<Row>;
  first<Row>(query: Query<Row>): Row | undefined;
  run(query: Query<unknown>): void;
  repeated(query: Query<unknown>): Repeated;
  script(sql: string): void;
  /** The one value of a pragma that gives one. */
  pragma(source: string): string | number | undefined;
  /** The rows of a plain question, for pragmas and checks that a builder does not write. */
  ask(sql: string, values?: readonly (string | number | null)[]): Readonly<Record<string, string | number | null>>[];
  /** All or nothing; what is thrown inside takes everything back. */
  transaction<Value>(act: () => Value): Value;
  close(): void;
}

/** The file has no other witness of its types than the query that was checked against the schema. */
const rowsOf = <Row>(_rows: unknown[]): _rows is Row[] => true;
const isRow = <Row>(_row: unknown): _row is Row => true;

const MOST_STATEMENTS = 200;

/** Opens a SQLite file; a write waits for the disk (`synchronous=FULL`). `immutable`: the file cannot change, so it is read without a lock. */
export const openDatabase = (path: string, { immutable = false } = {}): Database => {
  const connection = new Connection(immutable ? `file:${encodeURI(path)}?mode=ro&immutable=1` : path);
  const known = new Map<string, ReturnType<typeof connection.prepare>>();
  const prepared = (text: string) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const statement = connection.prepare(text);
    if (known.size >= MOST_STATEMENTS) known.clear();
    known.set(text, statement);
    return statement;
  };
  const all = <Row>(query: Query<Row>): Row[] => {
    const { sql: text, parameters } = query.compile();
    const rows = prepared(text).all([...parameters]);
    return rowsOf<Row>(rows) ? rows : [];
  };
  const ask: Database['ask'] = (text, values = []) => {
    const rows = prepared(text).all([...values]);
    return rowsOf<Readonly<Record<string, string | number | null>>>(rows) ? rows : [];
  };
  return {
    all,
    ask,
    *each<Row>(query: Query<Row>) {
      const { sql: text, parameters } = query.compile();
      for (const row of connection.prepare(text).iterate([...parameters])) if (isRow<Row>(row)) yield row;
    },
    first: (query) => all(query)[0],
    run: (query) => {
      const { sql: text, parameters } = query.compile();
      prepared(text).run([...parameters]);
    },
    repeated: (query) => {
      const statement = connection.prepare(query.compile().sql);
      return (...values) => ({ key: Number(statement.run([...values]).lastInsertRowid) });
    },
    script: (text) => void connection.exec(text),
    pragma: (source) => Object.values(ask(`PRAGMA ${source}`)[0] ?? {})[0] ?? undefined,
    transaction: (act) => {
      connection.exec('BEGIN IMMEDIATE');
      try {
        const value = act();
        connection.exec('COMMIT');
        return value;
      } catch (fault) {
        if (connection.inTransaction) connection.exec('ROLLBACK');
        throw fault;
      }
    },
    close: () => {
      known.clear();
      connection.close();
    },
  };
};
