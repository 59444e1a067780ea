import assert from 'node:assert/strict';
import { passageOf } from '@entente/core/document/passage';
import { positionsOver } from '@entente/core/position/position';
import { actorId, documentId, issueId, statementId } from '@entente/core/vocabulary';
import { cellOf } from '../matrix/cell.ts';
import {
  ANNA,
  accept,
  begun,
  bytesOf,
  type Case,
  COURIER,
  documentOf,
  done,
  RULE,
  statement,
  statementOn,
  WORDS,
  wish,
} from './subject.ts';

/** What is read, found and counted. */
export const READING: readonly Case[] = [
  {
    name: 'a document comes back with its frozen text and its original, to the byte',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      assert.deepEqual((await store.dossier()).documents, [COURIER]);
      assert.deepEqual(await store.original(documentId('courier')), Buffer.from(bytesOf(WORDS)));
      assert.equal((await store.document(documentId('courier')))?.text, WORDS);
    },
  },
  {
    name: 'the same bytes twice: one document, said so; another version of a page: both, said so; a taken id: another',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      const changed = `${WORDS} Corrected on Monday.`;
      const found = done(
        await store.capture(ANNA, [
          { document: { ...COURIER, id: documentId('other') }, bytes: bytesOf(WORDS) },
          { document: documentOf(changed, 'courier'), bytes: bytesOf(changed) },
          { document: documentOf('The weather was fair on the coast.', 'courier', { file: 'weather.txt' }) },
        ]),
      );
      assert.deepEqual(found.documents, [
        { id: 'courier', outcome: 'same-bytes', of: 'courier' },
        { id: 'courier-2', outcome: 'revision', of: 'courier' },
        { id: 'courier-3', outcome: 'new' },
      ]);
      assert.deepEqual(
        found.notes.map(({ code }) => code),
        ['store/same-bytes', 'store/revision'],
      );
      assert.equal((await store.record('document', 'courier-2'))?.revisionOf, 'courier');
      const nothing = done(await store.capture(ANNA, [{ document: COURIER, bytes: bytesOf(WORDS) }]));
      assert.equal(nothing.entry, undefined);
    },
  },
  {
    name: 'search finds words, phrases and beginnings, takes nothing typed for an operator, and marks what it found',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      const [hit] = (await store.search('"reopen the strait" fleet')).rows;
      assert.equal(hit?.document, 'courier');
      assert.deepEqual(
        hit?.spans.map(({ start, end }) => WORDS.slice(start, end)),
        ['reopen the strait', 'fleet'],
      );
      assert.deepEqual(
        hit?.marks.map(({ start, end }) => hit.snippet.slice(start, end)),
        ['reopen the strait', 'fleet'],
      );
      const [coded] = (await store.search('withdraws', { in: 'documents' })).rows;
      assert.equal(coded?.statement, undefined);
      assert.equal((await store.search('reopened', { in: 'statements' })).rows[0]?.statement, 's1', 'by the stem');
      assert.equal((await store.search('withdr', { typing: true })).total, 1);
      assert.equal((await store.search('withdr')).total, 0);
      assert.equal((await store.search('strait -fleet')).total, 0);
      for (const odd of [
        '',
        ' ',
        '"',
        '*',
        '-',
        'AND',
        'a OR b',
        'NEAR(a b)',
        'body:x',
        '"; DROP TABLE record',
        '(',
        "'",
        '\u0000',
      ])
        assert.equal(typeof (await store.search(odd)).total, 'number', odd);
      done(await store.write(ANNA, 'reword', [wish({ ...(await statement(store)), note: 'Zenda' })]));
      assert.equal((await store.search('zenda', { in: 'statements' })).total, 1);
      done(await store.undo(ANNA));
      assert.equal((await store.search('zenda', { in: 'statements' })).total, 0);
    },
  },
  {
    name: 'positions follow every step',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      const cell = async () =>
        (await store.positions()).map(({ actor, stance, basis }) => `${actor} ${stance} ${basis}`);
      assert.deepEqual(await cell(), ['ruritania oppose suggested']);
      await accept(store);
      assert.deepEqual(await cell(), ['ruritania oppose accepted']);
      done(await store.merge(ANNA, 'actor', 'ruritania', 'graustark'));
      assert.deepEqual(await cell(), ['graustark oppose accepted']);
      done(await store.undo(ANNA));
      done(await store.undo(ANNA));
      assert.deepEqual(await cell(), ['ruritania oppose suggested']);
      done(await store.suggest(RULE, [wish(statementOn(COURIER, 's2', { stance: 'support', date: '2021-10' }))]));
      done(await store.suggest(RULE, [wish(statementOn(COURIER, 's3', { actor: actorId('graustark') }))]));
      for (const asOf of [undefined, '2020', '2022-05'])
        assert.deepEqual(
          await store.positions(asOf),
          positionsOver(await store.dossier(), asOf === undefined ? {} : { asOf }).map(cellOf),
        );
      const taken = (await store.statements({ ids: [statementId('s2'), statementId('s3')] })).rows;
      assert.equal(taken.length, 2);
      done(
        await store.write(
          ANNA,
          'remove',
          taken.map(({ id }) => ({ kind: 'statement', id, after: undefined })),
        ),
      );
      const one = await store.position(actorId('ruritania'), issueId('reopening'));
      assert.deepEqual(
        one?.statements.map(({ id }) => id),
        ['s1'],
      );
    },
  },
  {
    name: 'who took from whom: computed, set apart by hand, and that survives being computed again',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      const copy = documentOf(`Late news. ${WORDS}`, 'gazette');
      done(await store.capture(ANNA, [{ document: copy, bytes: bytesOf(copy.text) }]));
      const derivation = {
        ...{ kind: 'verbatim' as const, score: 1, direction: { by: ['date'], sure: false } },
        source: passageOf(COURIER, 0, 90),
        derived: passageOf(copy, 11, 101),
      };
      done(await store.putDerivations(RULE, [derivation]));
      assert.equal((await store.origins()).length, 1);
      assert.equal((await store.documents()).rows[0]?.originSize, 2);
      const apart = { kind: 'apart', id: 'a1', documents: ['courier', 'gazette'] };
      done(await store.write(ANNA, 'set-apart', [{ kind: 'derivation', id: 'a1', after: apart }]));
      assert.equal((await store.origins()).length, 2);
      done(await store.putDerivations(RULE, [derivation]));
      assert.equal((await store.origins()).length, 2);
      done(await store.undo(ANNA));
      assert.deepEqual((await store.derivations()).length, 1);
    },
  },
];
