import assert from 'node:assert/strict';
import { ANNA, accept, BORIS, begun, type Case, codes, done, pictureOf, statement, wish } from './subject.ts';

/** What is written, undone and told. */
export const LOG: readonly Case[] = [
  {
    name: 'what was written is there after a restart, with its log',
    run: async (subject) => {
      const before = await begun(await subject.fresh());
      await accept(before);
      const [picture, log] = [await pictureOf(before), await before.log()];
      const after = await subject.reopened(before);
      assert.deepEqual(await pictureOf(after), picture);
      assert.deepEqual(await after.log(), log);
      assert.equal(after.version(), log[0]?.seq);
    },
  },
  {
    name: 'undo and redo, many steps, across restarts, each an entry of its own',
    run: async (subject) => {
      let store = await begun(await subject.fresh());
      const states: unknown[] = [await pictureOf(store)];
      await accept(store);
      states.push(await pictureOf(store));
      done(await store.write(ANNA, 'note', [wish({ ...(await statement(store)), note: 'Twice said.' })]));
      states.push(await pictureOf(store));
      done(await store.merge(ANNA, 'actor', 'strelsau', 'ruritania'));
      states.push(await pictureOf(store));
      for (let at = 2; at >= 0; at--) {
        done(await store.undo(BORIS));
        assert.deepEqual(await pictureOf(store), states[at], `undo back to ${at}`);
        store = await subject.reopened(store);
      }
      for (let at = 1; at <= 3; at++) {
        done(await store.redo(ANNA));
        assert.deepEqual(await pictureOf(store), states[at], `redo to ${at}`);
        store = await subject.reopened(store);
      }
      assert.deepEqual(codes(await store.redo(ANNA)), ['store/nothing-to-redo']);
      done(await store.undo(ANNA));
      await accept(store, BORIS);
      assert.deepEqual(
        codes(await store.redo(ANNA)),
        ['store/nothing-to-redo'],
        'a new step ends what could be redone',
      );
      assert.equal(store.version(), 15);
    },
  },
  {
    name: 'a record that somebody else changed since it was seen is not overwritten',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      const seen = store.version();
      const mine = await statement(store);
      await accept(store, BORIS);
      const late = await store.write(ANNA, 'reject', [wish({ ...mine, status: 'rejected' })], { expect: seen });
      assert.deepEqual(codes(late), ['store/conflict']);
      assert.equal((await statement(store)).status, 'accepted');
      done(await store.write(BORIS, 'note', [wish({ ...mine, note: 'Own change.' })], { expect: seen }));
      done(await store.write(ANNA, 'reject', [wish({ ...mine, status: 'rejected' })], { expect: store.version() }));
    },
  },
  {
    name: 'the log tells who, when, what, before, after and why, and its hashes make a chain',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      const mine = await statement(store);
      const entry = done(
        await store.write(ANNA, 'accept', [wish({ ...mine, status: 'accepted' })], { why: 'It is verbatim.' }),
      );
      assert.deepEqual([entry.by, entry.what, entry.why, entry.size], [ANNA, 'accept', 'It is verbatim.', 1]);
      assert.deepEqual(entry.changes, [
        { kind: 'statement', id: 's1', before: mine, after: { ...mine, status: 'accepted' } },
      ]);
      const log = await store.log();
      for (const [at, { previous }] of log.entries()) assert.equal(previous, log[at + 1]?.hash ?? '0'.repeat(64));
      assert.deepEqual(
        (await store.history('statement', 's1')).map(({ what }) => what),
        ['suggest', 'accept'],
      );
      const told: number[] = [];
      const stop = store.onChange(({ seq }) => told.push(seq));
      const { seq } = done(await store.undo(ANNA));
      stop();
      done(await store.redo(ANNA));
      assert.deepEqual(told, [seq]);
    },
  },
];
