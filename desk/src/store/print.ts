import type { Derivation, Origin } from '@entente/core/document/derivation';
import { mainOrigins, origins, type Printed } from '@entente/core/document/origin';
import type { Passage } from '@entente/core/document/passage';
import type { OriginsByHand } from '@entente/core/document/read-origins';
import { notBefore } from '@entente/core/position/position';
import { type DocumentId, documentId, type IsoDay, type OriginId, originId } from '@entente/core/vocabulary';
import type { Database } from './database.ts';
import { derivedIn, takersOf } from './derivations.ts';
import { documentIn } from './documents.ts';
import type { Kept } from './kept.ts';

/** Whose words a document has. One that has only its own has no print. */
export interface Print {
  /** The origin of most of its words. */
  readonly main: OriginId;
  /** The origin that a person counts it with as a whole. */
  readonly whole?: OriginId;
  /** Nothing dates it, and it took from what was published then. */
  readonly notBefore?: IsoDay;
  /** By origin in the order of their documents, then by place. */
  readonly passages: readonly { readonly origin: OriginId; readonly passage: Passage }[];
}

export type Prints = ReadonlyMap<DocumentId, Print>;

const decoder = new TextDecoder();

export const readPrint = ({ body }: Pick<Kept, 'body'>): Print | undefined =>
  body.length === 0 ? undefined : JSON.parse(decoder.decode(body));

export const writePrint = (print: Print | undefined): Uint8Array =>
  Buffer.from(print === undefined ? '' : JSON.stringify(print));

/** Documents by whose change these, and all that took from them, change. */
export const downstream = (db: Database, seeds: Iterable<DocumentId>, hand: OriginsByHand): ReadonlySet<DocumentId> => {
  const found = new Set(seeds);
  for (let wave: ReadonlySet<DocumentId> = found; wave.size > 0; ) {
    wave = new Set(takersOf(db, wave, hand).filter((id) => !found.has(id)));
    for (const id of wave) found.add(id);
  }
  return found;
};

interface Upstream {
  readonly documents: ReadonlySet<DocumentId>;
  readonly derivations: readonly Derivation[];
  readonly joined: OriginsByHand['joined'];
}

/** Some documents with all that their words can come from. */
const upstream = (db: Database, ids: ReadonlySet<DocumentId>, hand: OriginsByHand): Upstream => {
  const documents = new Set(ids);
  const derivations: Derivation[] = [];
  for (let wave = ids; wave.size > 0; ) {
    const taken = derivedIn(db, wave, hand);
    for (const one of taken) derivations.push(one);
    const roots = hand.joined.filter(([, other]) => wave.has(other)).map(([root]) => root);
    wave = new Set([...taken.map(({ source }) => source.document), ...roots].filter((id) => !documents.has(id)));
    for (const id of wave) documents.add(id);
  }
  return { documents, derivations, joined: hand.joined.filter(([, other]) => documents.has(other)) };
};

const ROWS = `SELECT r.id AS id, r.day AS day FROM json_each(?) AS one CROSS JOIN record AS r ON r.kind = 'document' AND r.id = one.value
  WHERE r.body IS NOT NULL ORDER BY r.key`;

/** Documents as origins are told from: whole where it is asked, else without words and blocks. */
const printed = (db: Database, ids: Iterable<DocumentId>, whole: (id: DocumentId) => boolean): readonly Printed[] =>
  db.ask(ROWS, [JSON.stringify([...ids])]).flatMap(({ id: name, day }) => {
    const id = documentId(String(name));
    if (whole(id)) return documentIn(db, id) ?? [];
    const published = day === null ? {} : { published: { value: String(day), from: '' } };
    return { id, text: '', blocks: [], boilerplate: [], ...published };
  });

/** The prints of some documents, counted from what they took and from where that was taken, over as many links as there are. */
export const printsOf = (db: Database, ids: ReadonlySet<DocumentId>, hand: OriginsByHand): Prints => {
  const { documents: around, derivations, joined } = upstream(db, ids, hand);
  const takers = new Set([...derivations.map(({ derived }) => derived.document), ...joined.map(([, other]) => other)]);
  const documents = printed(db, around, (id) => ids.has(id) && takers.has(id));
  const all = origins(documents, derivations, joined);
  const [mains, bounds] = [mainOrigins(documents, all), notBefore({ documents, derivations })];
  const passages = new Map<DocumentId, Print['passages'][number][]>();
  const wholes = new Map<DocumentId, OriginId>();
  for (const { id, passages: held, joined: counted } of all) {
    for (const document of counted) wholes.set(document, id);
    for (const passage of held) {
      const list = passages.get(passage.document) ?? [];
      passages.set(passage.document, list);
      list.push({ origin: id, passage });
    }
  }
  const prints = new Map<DocumentId, Print>();
  for (const id of ids) {
    if (!mains.has(id)) continue;
    const [main, whole, bound] = [mains.get(id) ?? originId(id), wholes.get(id), bounds.get(id)];
    const own = passages.get(id) ?? [];
    if (main === originId(id) && whole === undefined && bound === undefined && own.length === 0) continue;
    prints.set(id, {
      ...{ main, passages: own },
      ...(whole !== undefined && { whole }),
      ...(bound !== undefined && { notBefore: bound }),
    });
  }
  return prints;
};

/** The origins of passages of some documents: enough to ask of which origin their words are. */
export const originsIn = (prints: Iterable<readonly [DocumentId, Print]>): readonly Origin[] =>
  [...prints].flatMap(([document, { whole, passages }]): Origin[] => [
    ...(whole === undefined ? [] : [{ id: whole, documents: [], passages: [], joined: [document] }]),
    ...passages.map(({ origin, passage }) => ({ id: origin, documents: [], passages: [passage], joined: [] })),
  ]);

/** All origins of a dossier, in the order of the documents. */
export const allOrigins = (documents: readonly DocumentId[], prints: Prints): readonly Origin[] => {
  const found = new Map<
    OriginId,
    { documents: DocumentId[]; passages: Origin['passages'][number][]; joined: DocumentId[] }
  >();
  const of = (id: OriginId) => {
    const known = found.get(id) ?? { documents: [], passages: [], joined: [] };
    found.set(id, known);
    return known;
  };
  for (const document of documents) {
    const print = prints.get(document);
    of(print?.main ?? originId(document)).documents.push(document);
    if (print?.whole !== undefined) of(print.whole).joined.push(document);
    for (const { origin, passage } of print?.passages ?? []) of(origin).passages.push(passage);
  }
  return documents.flatMap((document): Origin[] => {
    const id = originId(document);
    const held = found.get(id);
    if (held === undefined) return [];
    const { documents: mine, passages, joined } = held;
    return [{ id, documents: [document, ...mine.filter((other) => other !== document).toSorted()], passages, joined }];
  });
};
