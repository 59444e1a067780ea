import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Document } from '@entente/core/document/document';
import { passageOf } from '@entente/core/document/passage';
import type { Coder, Statement } from '@entente/core/statement/statement';
import { actorId, documentId, issueId, type Outcome, statementId } from '@entente/core/vocabulary';
import type { ActorRecord, Entry, Wish } from '../record.ts';
import type { Store } from '../store.ts';

/** What a kind of store must offer so that the cases below can be put to it. */
export interface Subject {
  fresh(): Promise<Store>;
  /** Closes a store and opens it again, as after a restart. */
  reopened(store: Store): Promise<Store>;
}

export interface Case {
  readonly name: string;
  readonly run: (subject: Subject) => Promise<void>;
}

export const ANNA: Coder = { kind: 'person', name: 'Anna' };
export const BORIS: Coder = { kind: 'person', name: 'Boris' };
export const RULE: Coder = { kind: 'rule', name: 'stance' };

export const WORDS =
  'Ruritania will not reopen the strait unless Graustark withdraws its fleet, officials said. Graustark called the demand absurd.';

export const documentOf = (text: string, id: string, more: Partial<Document> = {}): Document => ({
  ...{ id: documentId(id), file: `${id}.txt`, text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }] },
  sha256: createHash('sha256').update(text).digest('hex'),
  boilerplate: [],
  ...more,
});

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const actor = (id: string, name: string, more: Partial<ActorRecord> = {}): Wish => ({
  kind: 'actor',
  id,
  after: { id: actorId(id), name, kind: 'state', aliases: [], partOf: [], ...more },
});

export const issue = (id: string): Wish => ({
  kind: 'issue',
  id,
  after: { id, label: id, proposal: `There should be ${id}.` },
});

export const statementOn = (document: Document, id: string, more: Partial<Statement> = {}): Statement => ({
  id: statementId(id),
  passage: passageOf(document, 0, 41),
  actor: actorId('ruritania'),
  issue: issueId('reopening'),
  stance: 'oppose',
  attribution: [{ name: 'officials', voice: 'anonymous' }],
  level: 'explicit',
  coder: RULE,
  status: 'suggested',
  ...more,
});

export const wish = (statement: Statement): Wish => ({ kind: 'statement', id: statement.id, after: statement });

export const done = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) assert.fail(outcome.problems.map(({ code, says }) => `${code}: ${says}`).join('\n'));
  return outcome.value;
};

export const codes = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok ? ['no problem'] : outcome.problems.map(({ code }) => code);

export const COURIER = documentOf(WORDS, 'courier');

/** A dossier with one document, three actors, two issues and a suggestion. */
export const begun = async (store: Store): Promise<Store> => {
  done(await store.capture(ANNA, [{ document: COURIER, bytes: bytesOf(WORDS) }]));
  const codebook = [actor('ruritania', 'Ruritania'), actor('graustark', 'Graustark'), actor('strelsau', 'Strelsau')];
  done(await store.write(ANNA, 'codebook', [...codebook, issue('reopening'), issue('toll')]));
  done(await store.suggest(RULE, [wish(statementOn(COURIER, 's1'))]));
  return store;
};

/** Everything that a dossier says of itself but its log. */
export const pictureOf = async (store: Store): Promise<unknown> =>
  JSON.parse(
    JSON.stringify([await store.dossier(), await store.conflicts(), await store.settings(), await store.positions()]),
  );

export const statement = async (store: Store, id = 's1'): Promise<Statement> => {
  const found = await store.record('statement', id);
  if (found === undefined) assert.fail(`There is no statement ${id}`);
  return found;
};

export const accept = async (store: Store, by = ANNA, id = 's1'): Promise<Entry> =>
  done(await store.write(by, 'accept', [wish({ ...(await statement(store, id)), status: 'accepted' })]));

/** Numbers that look random and are the same for the same seed. */
export const randomFrom = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};
