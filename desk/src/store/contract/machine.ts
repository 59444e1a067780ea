import assert from 'node:assert/strict';
import { actorId, statementId } from '@entente/core/vocabulary';
import {
  ANNA,
  accept,
  actor,
  begun,
  type Case,
  COURIER,
  codes,
  documentOf,
  done,
  issue,
  pictureOf,
  RULE,
  statement,
  statementOn,
  wish,
} from './subject.ts';

/** What machines may not do. */
export const MACHINE: readonly Case[] = [
  {
    name: 'undo passes over what machines did, and takes with it what they hung on a step',
    run: async (subject) => {
      const store = await subject.fresh();
      done(await store.write(ANNA, 'codebook', [actor('ruritania', 'Ruritania'), issue('reopening')]));
      done(await store.capture(ANNA, [{ document: COURIER }]));
      done(await store.suggest(RULE, [wish(statementOn(COURIER, 's1'))]));
      const whole = await pictureOf(store);
      done(await store.undo(ANNA));
      assert.equal((await store.documents()).total, 0);
      assert.equal((await store.statements()).total, 0);
      done(await store.redo(ANNA));
      assert.deepEqual(await pictureOf(store), whole);
    },
  },
  {
    name: 'a capture taken back leaves no actor or issue of a machine that nothing needs, and can come in again under its id',
    run: async (subject) => {
      const store = await subject.fresh();
      done(await store.write(ANNA, 'codebook', [actor('strelsau', 'Strelsau'), actor('graustark', 'Graustark')]));
      const [before, read] = [
        await pictureOf(store),
        [actor('ruritania', 'Ruritania'), actor('nobody', 'Nobody'), issue('reopening')],
      ];
      const add = async () => {
        const [captured] = done(await store.capture(ANNA, [{ document: COURIER }])).documents;
        assert.deepEqual(captured, { id: 'courier', outcome: 'new' });
        assert.deepEqual(done(await store.suggest(RULE, [...read, wish(statementOn(COURIER, 's1'))])).refused, []);
        return pictureOf(store);
      };
      const whole = await add();
      for (const _ of [1, 2]) {
        done(await store.undo(ANNA));
        assert.deepEqual(await pictureOf(store), before);
        done(await store.redo(ANNA));
        assert.deepEqual(await pictureOf(store), whole);
      }
      done(await store.undo(ANNA));
      await add();
      done(await store.undo(ANNA));
      assert.deepEqual(await pictureOf(store), before);
      const other = documentOf('Another text.', 'courier');
      assert.equal(done(await store.capture(ANNA, [{ document: other }])).documents[0]?.id, 'courier-2');
    },
  },
  {
    name: 'what another document or a person needs stays when a capture is taken back',
    run: async (subject) => {
      const store = await subject.fresh();
      const other = documentOf(`Otherwise: ${COURIER.text}`, 'herald');
      done(await store.capture(ANNA, [{ document: other }]));
      done(await store.suggest(RULE, [actor('ruritania', 'Ruritania'), issue('reopening'), issue('toll')]));
      done(await store.suggest(RULE, [wish(statementOn(other, 's0'))]));
      const before = await pictureOf(store);
      done(await store.capture(ANNA, [{ document: COURIER }]));
      done(await store.suggest(RULE, [wish(statementOn(COURIER, 's1')), actor('late', 'Late')]));
      done(await store.undo(ANNA));
      assert.deepEqual(await pictureOf(store), before);
    },
  },
  {
    name: 'a machine never overwrites what a person made, decided on or took away',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      const first = statementOn(COURIER, 's1');
      const again = (id: string) => wish({ ...first, id: statementId(id), stance: 'support' });
      const open = done(await store.suggest(RULE, [again('s1')]));
      assert.deepEqual(open.refused, []);
      assert.equal((await statement(store)).stance, 'support');
      await accept(store);
      done(
        await store.write(ANNA, 'code', [wish({ ...first, id: statementId('s2'), coder: ANNA, status: 'accepted' })]),
      );
      done(await store.suggest(RULE, [again('s3')]));
      done(await store.write(ANNA, 'remove', [{ kind: 'statement', id: 's3', after: undefined }]));
      const before = await pictureOf(store);
      const refused = done(await store.suggest(RULE, ['s1', 's2', 's3'].map(again))).refused;
      assert.deepEqual(
        refused.map(({ code, at }) => `${code} ${at[1]}`),
        ['store/person-made s1', 'store/person-made s2', 'store/person-made s3'],
      );
      assert.deepEqual(codes(await store.write(RULE, 'change', [again('s1')])), ['store/person-made']);
      assert.deepEqual(await pictureOf(store), before);
      const others = done(await store.suggest(RULE, [again('s1'), again('s4')]));
      assert.deepEqual([others.refused.length, others.entry?.size], [1, 1], 'the others go on');
    },
  },
  {
    name: 'a machine can only suggest',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      const accepted = wish(statementOn(COURIER, 's9', { status: 'accepted' }));
      const posing = wish(statementOn(COURIER, 's8', { coder: ANNA }));
      const { refused, entry } = done(await store.suggest(RULE, [accepted, posing]));
      assert.deepEqual(
        refused.map(({ code }) => code),
        ['store/suggestion', 'store/suggestion'],
      );
      assert.equal(entry, undefined);
      assert.deepEqual(codes(await store.suggest(ANNA, [])), ['store/suggest-person']);
    },
  },
  {
    name: 'a merge keeps both, moves what names the first, keeps machine-made what was, and is one step of undo',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      const file = {
        id: 'conflict',
        file: 'conflict.yaml',
        text: 'makers:\n  - id: one # who\n    actor: ruritania\n',
      };
      done(await store.write(ANNA, 'conflict', [{ kind: 'conflict', id: 'conflict', after: file }]));
      done(
        await store.write(ANNA, 'part', [
          actor('strelsau', 'Strelsau', { kind: 'body', partOf: [{ actor: actorId('ruritania') }] }),
        ]),
      );
      const before = await pictureOf(store);
      done(await store.merge(ANNA, 'actor', 'ruritania', 'strelsau', 'one government'));
      assert.equal((await statement(store)).actor, 'strelsau');
      assert.equal(await store.touched('statement', 's1'), false);
      assert.equal((await store.record('actor', 'ruritania'))?.mergedInto, 'strelsau');
      const { actors } = await store.codebook();
      assert.deepEqual(
        actors.map(({ id, aliases, partOf }) => [id, aliases, partOf.length]),
        [
          ['graustark', [], 0],
          ['strelsau', ['Ruritania'], 0],
        ],
      );
      assert.match((await store.conflicts())[0]?.text ?? '', /actor: "strelsau"/);
      done(await store.suggest(RULE, [wish(statementOn(COURIER, 's5'))]));
      assert.equal((await statement(store, 's5')).actor, 'strelsau', 'the old id is still understood');
      assert.deepEqual(codes(await store.merge(ANNA, 'actor', 'ruritania', 'graustark')), ['store/merged']);
      assert.deepEqual(codes(await store.merge(ANNA, 'actor', 'graustark', 'graustark')), ['store/merge-itself']);
      assert.deepEqual(codes(await store.merge(ANNA, 'issue', 'toll', 'tax')), ['store/unknown-issue']);
      assert.deepEqual(codes(await store.merge(RULE, 'issue', 'toll', 'reopening')), ['store/merge-machine']);
      done(await store.undo(ANNA));
      assert.deepEqual(codes(await store.merge(ANNA, 'issue', 'toll', 'reopening')), ['no problem']);
      done(await store.undo(ANNA));
      done(await store.write(ANNA, 'remove', [{ kind: 'statement', id: 's5', after: undefined }]));
      assert.deepEqual(await pictureOf(store), before);
    },
  },
];
