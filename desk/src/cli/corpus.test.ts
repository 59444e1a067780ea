import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listening } from './listening.ts';
import { main } from './main.ts';

/** Three real reports that stand beside a checkout where it is worked on; not part of the project. */
const corpus = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpus');

describe.skipIf(!existsSync(corpus))('reports that nobody has coded', () => {
  let home = '';
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'entente-corpus-'));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  const run = async (...args: readonly string[]) => {
    const { shell, out, err } = listening(home);
    const code = await main(args, shell);
    return { code, out: out(), err: err() };
  };

  test('who stands where, all of it marked as suggested; what the brief takes from the report counts with it', async () => {
    const { code, out } = await run('report', corpus, '--json');
    expect(code).toBe(0);
    const data = JSON.parse(out);
    expect(data.finding.suggested).toBe(true);
    // Parties differ on the declaration and agree on denuclearisation: the first is what there is to tell.
    expect(data.finding.text).toMatch(/formal end/);
    // The brief takes a quarter of its words: as a whole it is its own, what it says of Japan is not.
    expect(data.counts).toMatchObject({ documents: 3, origins: 3, accepted: 0 });
    expect(data.derivations).toMatchObject([
      { source: '001', derived: '000', direction: { sure: true } },
      { source: '003', derived: '003' }, // a list that is given twice
    ]);
    const main = data.issues.find(({ label }: { label: string }) => /formal end/.test(label));
    const position = (actor: string) =>
      data.positions.find((one: { actor: string; issue: string }) => one.actor === actor && one.issue === main.id);
    expect(position('japan')).toMatchObject({ stance: 'oppose', origins: ['001'] });
    expect(position('united-states')?.stance).toBe('no-position');
  });

  test('the page shows suggestions as suggestions', async () => {
    await run('report', corpus, '-o', 'report.html');
    const page = await readFile(join(home, 'report.html'), 'utf8');
    expect(page).toContain('Nobody has checked these suggestions yet');
    expect(page).not.toMatch(/class="statement"/);
  });

  test.each(['Japan', 'Tokyo', 'Japanese'])('why %s', async (name) => {
    const { code, out: lines } = await run('why', corpus, name, 'end of the war');
    const out = lines.replace(/\s+/g, ' ');
    expect(code).toBe(0);
    expect(out).toContain('Kyodo, citing diplomatic sources (anonymous)');
    expect(out).toContain('“Refuse” is a word of one headline alone');
    expect(out).toContain('[⟨Kyodo ¶1⟩');
    expect(out).toContain('no statement of Japan is on record');
  });
});
