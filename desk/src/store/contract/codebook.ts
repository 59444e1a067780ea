import assert from 'node:assert/strict';
import { actorId, documentId, issueId, statementId } from '@entente/core/vocabulary';
import { ANNA, actor, begun, type Case, COURIER, codes, pictureOf, statementOn, wish } from './subject.ts';

/** What must hold together. */
export const CODEBOOK: readonly Case[] = [
  {
    name: 'a write that does not hold together leaves nothing behind: all problems, no entry',
    run: async (subject) => {
      const store = await begun(await subject.fresh());
      const [before, version] = [await pictureOf(store), store.version()];
      const sound = statementOn(COURIER, 's2');
      const wrong = await store.write(ANNA, 'code', [
        wish(sound),
        wish({ ...sound, id: statementId('s3'), actor: actorId('atlantis'), issue: issueId('tax') }),
        wish({ ...sound, id: statementId('s4'), passage: { ...sound.passage, start: 1, end: 42 } }),
        wish({ ...sound, id: statementId('s5'), passage: { ...sound.passage, document: documentId('gazette') } }),
      ]);
      assert.deepEqual(codes(wrong), [
        'store/unknown-actor',
        'store/unknown-issue',
        'store/quote',
        'store/unknown-document',
      ]);
      assert.deepEqual(
        codes(await store.write(ANNA, 'x', [{ kind: 'statement', id: 's6', after: { id: 's6' } }])).at(0),
        'store/shape',
      );
      assert.deepEqual(codes(await store.write(ANNA, 'x', [])), ['store/empty']);
      assert.deepEqual(codes(await store.write(ANNA, 'x', [wish(sound), wish(sound)])), ['store/twice']);
      assert.deepEqual(codes(await store.write({ kind: 'person', name: ' ' }, 'x', [wish(sound)])), ['store/coder']);
      assert.deepEqual(codes(await store.write(ANNA, 'x', [{ kind: 'actor', id: 'ruritania', after: undefined }])), [
        'store/in-use',
      ]);
      assert.deepEqual(codes(await store.write(ANNA, 'x', [{ kind: 'document', id: 'courier', after: undefined }])), [
        'store/in-use',
      ]);
      assert.deepEqual(
        codes(
          await store.write(ANNA, 'x', [
            actor('ruritania', 'Ruritania', { kind: 'body', partOf: [{ actor: actorId('ruritania') }] }),
          ]),
        ),
        ['store/part-of-itself'],
      );
      const record = await store.record('document', 'courier');
      assert.deepEqual(
        codes(
          await store.write(ANNA, 'x', [
            { kind: 'document', id: 'courier', after: { ...record, sha256: '0'.repeat(64) } },
          ]),
        ),
        ['store/frozen'],
      );
      assert.deepEqual([await pictureOf(store), store.version()], [before, version]);
    },
  },
];
