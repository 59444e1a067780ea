import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { actorId } from '@entente/core/vocabulary';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANNA, bytesOf, documentOf, done } from './contract/subject.ts';
import { corrected } from './correct.ts';
import { exportFolder } from './export-folder.ts';
import { readFolder } from './folder.ts';
import type { Store } from './store.ts';
import { workOn } from './work-on.ts';

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/end-of-war-declaration');

let root = '';
const open: Store[] = [];
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-export-'));
});
afterAll(async () => {
  for (const store of open) await store.close();
  await rm(root, { recursive: true, maxRetries: 5 });
});

const imported = async (folder: string, name: string): Promise<Store> => {
  const { store } = done(await workOn(folder, ANNA, { at: join(root, name) }));
  open.push(store);
  return store;
};

test('the example: the folder that is written is the folder that was read, and gives the same dossier again', async () => {
  const store = await imported(EXAMPLE, 'a');
  const to = join(root, 'text-a');
  expect(done(await exportFolder(store, to)).documents).toBe(6);
  for (const name of await readdir(join(EXAMPLE, 'documents')))
    expect(await readFile(join(to, 'documents', name)), name).toEqual(await readFile(join(EXAMPLE, 'documents', name)));
  expect(await readFile(join(to, 'conflict.yaml'), 'utf8')).toBe(
    await readFile(join(EXAMPLE, 'conflict.yaml'), 'utf8'),
  );
  const [first, again] = [done(await readFolder(EXAMPLE)), done(await readFolder(to))];
  expect(again.problems).toEqual([]);
  expect(again.dossier).toEqual(first.dossier);
  expect(await (await imported(to, 'b')).dossier()).toEqual(await store.dossier());
  expect(await exportFolder(store, to)).toMatchObject({ ok: false, problems: [{ code: 'store/export-exists' }] });
});

test('what was done since comes along: corrections with what was read, merges, rejected suggestions, texts read otherwise today', async () => {
  const store = await imported(EXAMPLE, 'c');
  const wire = await store.record('document', 'wire');
  if (!wire) throw new Error('expected the wire');
  const dated = corrected(wire, 'published', '2021-11-08');
  const signed = corrected(dated, 'author', 'A. Reporter');
  done(await store.write(ANNA, 'correct', [{ kind: 'document', id: 'wire', after: signed }]));
  done(await store.merge(ANNA, 'actor', 'kyodo', 'japan-times', 'for the test'));
  const [first] = (await store.statements({ limit: 1 })).rows;
  if (!first) throw new Error('expected a statement');
  done(
    await store.write(ANNA, 'reject', [{ kind: 'statement', id: first.id, after: { ...first, status: 'rejected' } }]),
  );
  const odd = documentOf('Frozen\r\nas it was\u00a0read once.', 'odd', { file: 'READ ME.dat' });
  done(
    await store.capture(ANNA, [{ document: odd, bytes: bytesOf('<p>Something else is read of these bytes now.</p>') }]),
  );
  done(await store.putDerivations({ kind: 'rule', name: 'derivation' }, []));
  const to = join(root, 'text-c');
  done(await exportFolder(store, to));
  const again = done(await readFolder(to));
  expect(again.problems).toEqual([]);
  const { derivations: _, origins: __, ...plain } = await store.dossier();
  expect(again.dossier).toMatchObject(JSON.parse(JSON.stringify(plain)));
  const copy = await imported(to, 'd');
  expect((await copy.record('document', 'wire'))?.asRead).toEqual({
    published: wire.published,
    author: wire.author ?? false,
  });
  expect((await copy.document(odd.id))?.text).toBe(odd.text);
  expect(await copy.original(odd.id)).toEqual(await store.original(odd.id));
  expect((await copy.codebook()).actors.find(({ id }) => id === actorId('japan-times'))?.aliases).toContain('Kyodo');
  await writeFile(join(to, '.frozen', 'odd.json'), JSON.stringify({ ...odd, text: `${odd.text}!` }));
  expect(done(await readFolder(to)).problems.at(-1)).toMatchObject({
    code: 'documents/unknown-document',
    says: expect.stringContaining('as it was frozen'),
  });
});
