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
    name: 'another version of a page is known by its address, also under another title and file name, and in one go',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      const titled = (id: string, text: string, title: string, address: string) => ({
        document: documentOf(text, id, { title: { value: title, from: 'test' } }),
        bytes: bytesOf(text),
        address,
      });
      const at = 'https://news.example/2021/strait';
      const first = titled(
        'first',
        `${WORDS} The talks end on Friday.`,
        'No strait without withdrawal',
        `${at}?utm_source=x`,
      );
      const again = titled(
        'again',
        `${WORDS} The talks ended without a word.`,
        'Talks end',
        `http://www.news.example/2021/strait/#top`,
      );
      const later = titled('later', `Both left on Friday. ${WORDS} Nobody spoke.`, 'Both left', at);
      const other = titled('other', 'The weather was fair on the coast all week, they said.', 'Weather', at);
      const elsewhere = titled('elsewhere', `${WORDS} Late edition.`, 'Late', 'https://news.example/2021/other');
      const front = ['a', 'b'].map((id) =>
        titled(id, `${WORDS} Front ${id}.`, `Front ${id}`, 'https://front.example/'),
      );
      const one = done(await store.capture(ANNA, [first]));
      assert.equal((await store.record('document', 'first'))?.original?.address, at);
      assert.deepEqual(one.documents, [{ id: 'first', outcome: 'new' }]);
      const found = done(await store.capture(ANNA, [again, later, other, elsewhere, ...front]));
      assert.deepEqual(found.documents, [
        { id: 'again', outcome: 'revision', of: 'first' },
        { id: 'later', outcome: 'revision', of: 'again' },
        ...['other', 'elsewhere', 'a', 'b'].map((id) => ({ id, outcome: 'new' })),
      ]);
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
      const reprint = { ...COURIER, id: documentId('reprint'), file: 'reprint.txt' };
      done(await store.capture(ANNA, [{ document: reprint, bytes: bytesOf(`${WORDS} `) }]));
      const other = documentOf('The fleet left.', 'fleet');
      done(await store.capture(ANNA, [{ document: other, bytes: bytesOf(other.text) }]));
      assert.equal((await store.search('fleet')).total, 3, 'two documents of one text, and another');
      done(await store.undo(ANNA));
      assert.equal((await store.search('fleet')).total, 2);
      done(await store.undo(ANNA));
      assert.equal((await store.search('fleet')).total, 1, 'a text that is left of what was taken back is not found');
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
  {
    name: 'where the nearest source is ruled out by hand the next nearest takes its place, and goes again with the decision',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      const [gazette, herald] = ['gazette', 'herald'].map((id) => documentOf(`${id} news. ${WORDS}`, id));
      if (gazette === undefined || herald === undefined) throw new RangeError('two documents');
      done(await store.capture(ANNA, [{ document: gazette }, { document: herald }]));
      const link = (source: typeof COURIER, derived: typeof COURIER) => ({
        ...{ kind: 'verbatim' as const, score: 1, direction: { by: ['date'], sure: false } },
        source: passageOf(source, source.text.indexOf('Ruritania'), source.text.length),
        derived: passageOf(derived, derived.text.indexOf('Ruritania'), derived.text.length),
      });
      const computed = [link(COURIER, gazette), link(gazette, herald), link(COURIER, herald)];
      const sources = async () =>
        (await store.derivations()).map(({ source, derived }) => `${derived.document} < ${source.document}`);
      done(await store.putDerivations(RULE, computed));
      assert.deepEqual(await sources(), ['gazette < courier', 'herald < gazette']);
      assert.equal((await store.origins()).length, 1);
      const apart = (id: string, ...documents: readonly string[]) => ({
        kind: 'derivation' as const,
        id,
        after: { kind: 'apart', id, documents },
      });
      done(await store.write(ANNA, 'part', [apart('a1', 'gazette', 'herald')]));
      for (const again of [false, true]) {
        if (again) done(await store.putDerivations(RULE, computed));
        assert.deepEqual(await sources(), ['gazette < courier', 'herald < courier']);
        assert.equal((await store.origins()).length, 1);
      }
      const own = { kind: 'own', id: 'o1', passage: passageOf(herald, 14, 60) };
      done(await store.write(ANNA, 'own', [{ kind: 'derivation', id: 'o1', after: own }]));
      assert.deepEqual(await sources(), ['gazette < courier']);
      assert.equal((await store.origins()).length, 2);
      done(await store.undo(ANNA));
      assert.deepEqual(await sources(), ['gazette < courier', 'herald < courier']);
      done(await store.undo(ANNA));
      assert.deepEqual(await sources(), ['gazette < courier', 'herald < gazette']);
    },
  },
];
