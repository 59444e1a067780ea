import { originAt } from '@entente/core/document/origin';
import { actorsById } from '@entente/core/position/organ';
import type { Surroundings } from '@entente/core/position/position';
import type { Actor } from '@entente/core/statement/codebook';
import type { ActorId, DocumentId } from '@entente/core/vocabulary';
import type { Database } from './database.ts';
import { originsIn, type Prints } from './print.ts';
import { codebookIn } from './reader.ts';

export type Actors = ReadonlyMap<ActorId, Actor>;

export const actorsIn = (db: Database): Actors => actorsById(codebookIn(db));

/** What statements in some documents are placed by; in all of them where none are named. */
export const surroundingsIn = (
  db: Database,
  { actors, prints }: { readonly actors: Actors; readonly prints: Prints },
  documents?: ReadonlySet<DocumentId>,
): Surroundings => {
  const rows =
    documents === undefined
      ? db.ask(`SELECT id, day FROM record WHERE kind = 'document' AND day IS NOT NULL`)
      : db.ask(
          `SELECT r.id AS id, r.day AS day FROM json_each(?) AS one CROSS JOIN record AS r ON r.kind = 'document' AND r.id = one.value
           WHERE r.day IS NOT NULL`,
          [JSON.stringify([...documents])],
        );
  const days = new Map(rows.map(({ id, day }) => [String(id), String(day)]));
  return {
    actors,
    originOf: originAt(originsIn(prints)),
    published: (document) => days.get(document),
    notBefore: (document) => prints.get(document)?.notBefore,
  };
};
