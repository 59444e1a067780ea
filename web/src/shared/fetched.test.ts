import type { Outcome } from '@entente/core/vocabulary';
import { expect, test } from 'vitest';
import { Fetching } from './fetched.ts';

const after = () => new Promise((resolve) => setTimeout(resolve));

/** An ask that counts, and answers when it is told to. */
const counted = () => {
  const asked: ((value: string) => void)[] = [];
  const ask = (): Promise<Outcome<string>> =>
    new Promise((resolve) => asked.push((value) => resolve({ ok: true, value })));
  return { asked, ask };
};

test('asked when somebody looks, and only then', async () => {
  const { asked, ask } = counted();
  const source = new Fetching().of(['statement'], ask)('a');
  expect(asked.length).toBe(0);
  const stop = source.watch();
  expect(asked.length).toBe(1);
  asked[0]?.('first');
  await after();
  expect(source.cell.now()).toEqual({ kind: 'there', value: 'first', stale: false });
  stop();
  source.watch()();
  expect(asked.length).toBe(1);
});

test('a change asks again for what is shown, keeps the old value meanwhile, and waits for the rest', async () => {
  const [one, two] = [counted(), counted()];
  const fetching = new Fetching();
  const shown = fetching.of(['statement'], one.ask)('');
  const hidden = fetching.of(['statement'], two.ask)('');
  shown.watch();
  hidden.watch()();
  one.asked[0]?.('old');
  await after();
  fetching.changed(['statement']);
  expect([one.asked.length, two.asked.length]).toEqual([2, 1]);
  expect(shown.cell.now()).toEqual({ kind: 'there', value: 'old', stale: true });
  one.asked[1]?.('new');
  await after();
  expect(shown.cell.now()).toEqual({ kind: 'there', value: 'new', stale: false });
  hidden.watch();
  expect(two.asked.length).toBe(2);
});

test('a change of records that it is not made from leaves it as it is', () => {
  const { asked, ask } = counted();
  const fetching = new Fetching();
  fetching.of(['event'], ask)('').watch();
  fetching.changed(['statement', 'actor']);
  expect(asked.length).toBe(1);
  fetching.changed(['event']);
  expect(asked.length).toBe(2);
  fetching.changed();
  expect(asked.length).toBe(3);
});

test('an answer that comes late does not replace a newer one', async () => {
  const { asked, ask } = counted();
  const fetching = new Fetching();
  const source = fetching.of(['statement'], ask)('');
  source.watch();
  fetching.changed();
  asked[1]?.('newer');
  await after();
  asked[0]?.('older');
  await after();
  expect(source.cell.now()).toEqual({ kind: 'there', value: 'newer', stale: false });
});

test('a desk that does not answer is told, and what was there stays', async () => {
  let broken = false;
  const fetching = new Fetching();
  const source = fetching.of(['statement'], async () => {
    if (broken) throw new TypeError('fetch failed');
    return { ok: true, value: 'kept' };
  })('');
  source.watch();
  await after();
  broken = true;
  fetching.changed();
  await after();
  expect(source.cell.now()).toMatchObject({ kind: 'failed', value: 'kept', problems: [{ code: 'desk/unreached' }] });
});

test('only so much is kept, and never what is shown is let go', () => {
  const fetching = new Fetching();
  let asked = 0;
  const family = fetching.of(['statement'], async () => {
    asked += 1;
    return { ok: true, value: asked };
  });
  const first = family('0');
  first.watch();
  for (let at = 1; at < 100; at++) family(String(at)).watch()();
  expect(family('0')).toBe(first);
  const before = asked;
  family('1').watch();
  expect(asked).toBe(before + 1);
});
