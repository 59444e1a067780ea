import { quotaDossier } from '@entente/core/testing/quota-dossier';
import { expect, test } from 'vitest';
import { atWork } from './at-work/at-work.ts';
import { countsOf } from './counts.ts';

test('counts that follow the log are those that counting gives', async () => {
  const { desk, store, end } = await atWork(quotaDossier);
  const first = await desk.counts();
  expect(first.documents).toBe(quotaDossier.documents.length);
  const { rows } = await store.statements({ limit: 1000 });
  const [one, two] = rows;
  if (one === undefined || two === undefined) throw new RangeError('the test dossier has too few statements');
  const by = desk.by;
  await store.write(by, 'reject', [{ kind: 'statement', id: one.id, after: { ...one, status: 'rejected' } }]);
  await store.write(by, 'put back', [{ kind: 'statement', id: two.id, after: { ...two, status: 'suggested' } }]);
  expect(await desk.counts()).toEqual(await countsOf(store));
  await store.undo(by);
  expect(await desk.counts()).toEqual(await countsOf(store));
  await store.write(by, 'remove', [{ kind: 'statement', id: one.id, after: undefined }]);
  expect(await desk.counts()).toEqual(await countsOf(store));
  expect(await desk.counts()).not.toEqual(first);
  await end();
});
