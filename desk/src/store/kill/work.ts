import { writeSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { statementId } from '@entente/core/vocabulary';
import {
  ANNA,
  actor,
  BORIS,
  bytesOf,
  COURIER,
  codes,
  documentOf,
  done,
  issue,
  RULE,
  randomFrom,
  statementOn,
  wish,
} from '../contract/subject.ts';
import { createStore, isStore, openStore } from '../open-store.ts';
import type { Entry } from '../record.ts';
import type { Store } from '../store.ts';

/** Says, before anything else is begun, what has been acknowledged. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

const said = (entry: Entry): void => say(`entry ${entry.seq} ${entry.hash}`);

const opened = async (folder: string): Promise<Store> => {
  if (await isStore(folder)) {
    const store = await openStore(folder);
    if (store.ok) return store.value;
    if (!codes(store).includes('store/not-a-dossier')) return done(store);
  }
  const store = done(await createStore(folder, { title: 'The strait' }, ANNA)); // also where the making was cut off
  for (const entry of await store.log()) said(entry);
  return store;
};

const furnished = async (store: Store): Promise<void> => {
  if ((await store.record('issue', 'reopening')) === undefined)
    said(
      done(
        await store.write(ANNA, 'codebook', [
          actor('ruritania', 'Ruritania'),
          actor('strelsau', 'Strelsau'),
          issue('reopening'),
        ]),
      ),
    );
  if ((await store.documents()).total === 0) await captured(store, COURIER.text, 'courier');
};

const captured = async (store: Store, text: string, id: string): Promise<void> => {
  const { entry } = done(await store.capture(ANNA, [{ document: documentOf(text, id), bytes: bytesOf(text) }]));
  if (entry) said(entry);
};

/** One thing after another, until it is killed: capture, coding, merging, undoing, copying. */
const work = async (folder: string, seed: number): Promise<void> => {
  const random = randomFrom(seed);
  const store = await opened(folder);
  await furnished(store);
  for (let step = 0; ; step++) {
    const choice = random(12);
    const { seq } = { seq: store.version() };
    if (choice < 3) {
      const text = `${COURIER.text} Report ${seq} of run ${seed}. ${'The talks went on. '.repeat(random(400))}`;
      await captured(store, text, `report-${seq}`);
    } else if (choice < 5) {
      const wishes = Array.from({ length: 1 + random(40) }, (_, at) =>
        wish(statementOn(COURIER, `s${seq}-${at}`, { note: `Put forward in run ${seed}` })),
      );
      const { entry } = done(await store.suggest(RULE, wishes));
      if (entry) said(entry);
    } else if (choice < 8) {
      const { rows } = await store.statements({ status: 'suggested', limit: 5 });
      const accepted = rows.map((one) => wish({ ...one, status: 'accepted', id: statementId(one.id) }));
      if (accepted.length > 0) said(done(await store.write(BORIS, 'accept', accepted)));
    } else if (choice < 9) {
      const merged = await store.merge(ANNA, 'actor', 'strelsau', 'ruritania');
      if (merged.ok) said(merged.value);
    } else if (choice < 11) {
      const undone = random(2) === 0 ? await store.undo(ANNA) : await store.redo(ANNA);
      if (undone.ok) said(undone.value);
    } else {
      const to = join(folder, '..', `backup-${seed}-${step}`);
      const copied = await store.backup(to);
      if (copied.ok) say(`backup ${to}`);
      else if (!codes(copied).includes('store/backup-exists')) done(copied);
      if (copied.ok && random(2) === 0) {
        const away = join(folder, '..', `.away-${seed}-${step}`); // a backup that is half deleted is none
        await rename(to, away);
        await rm(away, { recursive: true });
      }
    }
  }
};

const [folder = '', seed = '0'] = process.argv.slice(2);
await work(folder, Number(seed));
