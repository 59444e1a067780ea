import { type DocumentId, documentId, type Span, statementId } from '@entente/core/vocabulary';
import type { Database } from './database.ts';
import type { Listed, SearchHit, SearchOptions } from './store.ts';

const PAGE = 50;
/** Places beyond this are not counted. */
const MOST_COUNTED = 10_000;
/** With more places than this, order by how well they fit is not worth its time: the latest come first. */
const MOST_RANKED = 5_000;
const AROUND = 80;
const [OPEN, CLOSE] = ['\u0002', '\u0003'];

/** What somebody looks for: every part must stand there, `without` none of it. */
export interface Sought {
  readonly all: readonly { readonly words: string; readonly begins: boolean }[];
  readonly without: readonly string[];
}

/** Reads what was typed: words, `"two words"` as a phrase, `-word` for none of it, `begin*` for a beginning. Nothing else has a meaning. */
export const sought = (typed: string, typing = false): Sought => {
  const all: { words: string; begins: boolean }[] = [];
  const without: string[] = [];
  const parts = [...typed.slice(0, 1000).matchAll(/(-?)(?:"([^"]*)"?|(\S+))/g)].slice(0, 32);
  for (const [index, [, minus, phrase, word = '']] of parts.entries()) {
    const words = (phrase ?? word).replace(/[*"\u0000-\u001f]/g, ' ').trim();
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    const last = typing && index === parts.length - 1 && phrase === undefined && !/\s$/.test(typed);
    if (minus) without.push(words);
    else all.push({ words, begins: last || (phrase === undefined && word.endsWith('*')) });
  }
  return { all, without };
};

const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;

/** In the notation of FTS5, every word in quotes, so that nothing typed is read as an operator. */
const matchOf = ({ all, without }: Sought): string => {
  const wanted = all.map(({ words, begins }) => `${quoted(words)}${begins ? '*' : ''}`).join(' AND ');
  return without.length === 0 ? wanted : `(${wanted}) NOT (${without.map(quoted).join(' OR ')})`;
};

/** Scripts without spaces between words: the index knows no words there, so the letters themselves are looked for. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** A text with its marks taken out, and where they stood. */
const unmarked = (marked: string): { readonly text: string; readonly spans: readonly Span[] } => {
  let text = '';
  let start = 0;
  const spans: Span[] = [];
  for (const piece of marked.split(/([\u0002\u0003])/)) {
    if (piece === OPEN) start = text.length;
    else if (piece === CLOSE) spans.push({ start, end: text.length });
    else text += piece;
  }
  return { text, spans };
};

const places = (text: string, { all }: Sought): readonly Span[] => {
  const [folded, spans] = [text.toLowerCase(), [] as Span[]];
  for (const { words } of all)
    for (let at = folded.indexOf(words.toLowerCase()); at >= 0 && spans.length < 1000; )
      at = folded.indexOf(words.toLowerCase(), spans.push({ start: at, end: at + words.length }) && at + words.length);
  return spans.toSorted((a, b) => a.start - b.start);
};

/** Words around the first place, with every place that falls into them. */
const snippetOf = (text: string, spans: readonly Span[]): Pick<SearchHit, 'snippet' | 'marks'> => {
  const first = spans[0] ?? { start: 0, end: 0 };
  const space = (at: number, step: -1 | 1): number => {
    for (let i = at, left = 24; i > 0 && i < text.length && left > 0; i += step, left--)
      if (/\s/.test(text[i] ?? ' ')) return step < 0 ? i + 1 : i;
    return Math.max(0, Math.min(text.length, at));
  };
  const start = space(Math.max(0, first.start - AROUND), -1);
  const end = space(Math.min(text.length, Math.max(first.end + AROUND, start + 3 * AROUND)), 1);
  const inside = spans.filter((span) => span.start >= start && span.end <= end);
  const [before, after] = [start > 0 ? '… ' : '', end < text.length ? ' …' : ''];
  return {
    snippet: `${before}${text.slice(start, end).replace(/\s/g, ' ')}${after}`,
    marks: inside.map((span) => ({ start: span.start - start + before.length, end: span.end - start + before.length })),
  };
};

interface Found {
  readonly key: number;
  readonly marked: string;
}

const count = (db: Database, sql: string, values: readonly (string | number)[]): number =>
  Number(db.ask(`SELECT count(*) AS n FROM (${sql})`, values)[0]?.['n'] ?? 0);

const oneEach = new WeakMap<Database, { readonly documents: string; readonly is: boolean }>();

/** Whether every text is that of one document and no more, and none is left of a document that was taken back. */
const isOneEach = (db: Database): boolean => {
  const documents = JSON.stringify(
    db.ask(
      `SELECT count(*) AS n, sum(key) AS keys, (SELECT count(*) FROM text) AS texts
       FROM record INDEXED BY record_label WHERE kind = 'document' AND label IS NOT NULL`,
    ),
  );
  const known = oneEach.get(db);
  if (known?.documents === documents) return known.is;
  const sha256 = `json_extract(body, '$.sha256')`;
  const [row] = db.ask(
    `SELECT count(${sha256}) AS documents, count(DISTINCT ${sha256}) AS different, (SELECT count(*) FROM text) AS texts
     FROM record WHERE kind = 'document'`,
  );
  const is = row?.['documents'] === row?.['texts'] && row?.['different'] === row?.['texts'];
  oneEach.set(db, { documents, is });
  return is;
};

/** The places in one index: how many in all, and one page of them. */
const inWords = (
  db: Database,
  table: 'text_words' | 'record_words',
  sql: { readonly join: string; readonly where: string },
  wanted: Sought,
  { from = 0, limit = PAGE }: SearchOptions,
): { readonly total: number; readonly rows: readonly (Found & { readonly id: string })[] } => {
  const column = table === 'text_words' ? 'body' : 'words';
  const spaceless = [...wanted.all.map(({ words }) => words), ...wanted.without].some((words) => SPACELESS.test(words));
  const letters = [
    ...wanted.all.map(() => `instr(lower(w.${column}), ?) > 0`),
    ...wanted.without.map(() => `instr(lower(w.${column}), ?) = 0`),
  ].join(' AND ');
  const source = spaceless && table === 'text_words' ? 'text' : table;
  const key = source === 'text' ? 'w.key' : 'w.rowid';
  const values = spaceless
    ? [...wanted.all.map(({ words }) => words.toLowerCase()), ...wanted.without.map((words) => words.toLowerCase())]
    : [matchOf(wanted)];
  const where = `${spaceless ? letters : `${table} MATCH ?`} AND ${sql.where}`;
  const tables = `${source} ${spaceless ? 'AS w' : ''} ${sql.join.replaceAll('$key', spaceless ? key : `${table}.rowid`)}`;
  const plain = !spaceless && table === 'text_words' && isOneEach(db); // then no document has to be looked at to count
  const counted = plain ? `${table} WHERE ${table} MATCH ?` : `${tables} WHERE ${where}`;
  const total = count(db, `SELECT 1 FROM ${counted} LIMIT ${MOST_COUNTED}`, values);
  const own = spaceless ? key : `${table}.rowid`;
  const marked = spaceless ? `w.${column}` : `highlight(${table}, 0, char(2), char(3))`;
  const order = !spaceless && total <= MOST_RANKED ? 'rank' : `${own} DESC`;
  const rows = db.ask(
    `SELECT ${own} AS key, r.id AS id, ${marked} AS marked FROM ${tables} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
    [...values, limit, from],
  );
  return {
    total,
    rows: rows.map(({ key, id, marked }) => ({ key: Number(key), id: String(id), marked: String(marked) })),
  };
};

/** Looks for words in the texts of the documents, or in the passages, notes and names of the statements. */
export const search = (db: Database, typed: string, options: SearchOptions = {}): Listed<SearchHit> => {
  const wanted = sought(typed, options.typing);
  if (wanted.all.length === 0) return { rows: [], total: 0 };
  const inStatements = options.in === 'statements';
  const alive = 'r.body IS NOT NULL';
  const found = inStatements
    ? inWords(
        db,
        'record_words',
        { join: 'CROSS JOIN record r ON r.key = $key', where: `r.kind = 'statement' AND ${alive}` },
        wanted,
        options,
      )
    : inWords(
        db,
        'text_words',
        {
          join: `CROSS JOIN text t ON t.key = $key CROSS JOIN record r INDEXED BY record_text ON r.kind = 'document' AND json_extract(r.body, '$.sha256') = +t.sha256`,
          where: alive,
        },
        wanted,
        options,
      );
  const rows = found.rows.map(({ id, marked }): SearchHit => {
    const plain = unmarked(marked);
    const spans = plain.spans.length > 0 ? plain.spans : places(plain.text, wanted);
    const document = inStatements ? documentOf(db, id) : documentId(id);
    return {
      document,
      ...(inStatements && { statement: statementId(id) }),
      title: titleOf(db, document),
      ...snippetOf(plain.text, spans),
      spans: inStatements ? [] : spans,
    };
  });
  return { rows, total: found.total };
};

const documentOf = (db: Database, statement: string): DocumentId =>
  documentId(
    String(db.ask(`SELECT document FROM record WHERE kind = 'statement' AND id = ?`, [statement])[0]?.['document']),
  );

const titleOf = (db: Database, document: DocumentId): string =>
  String(db.ask(`SELECT label FROM record WHERE kind = 'document' AND id = ?`, [document])[0]?.['label'] ?? document);
