import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { patternOf } from '@entente/core/conflict/state-space';
import { analysis } from '@entente/core/stability/analysis';
import type { Concept } from '@entente/core/vocabulary';
import { describe, expect, test } from 'vitest';
import { openConflict } from './conflict-file.ts';
import { readFolder } from './folder.ts';
import { readYaml } from './yaml.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const example = `${root}examples/end-of-war-declaration/`;
const corpus = `${root}../shared/corpus/`;

const sound = <Value>(read: { ok: true; value: Value } | { ok: false; problems: readonly unknown[] }): Value => {
  if (!read.ok) throw new Error(JSON.stringify(read.problems, undefined, 1));
  return read.value;
};

/** Every text under a key, anywhere in plain data. */
const under = (data: unknown, key: string): readonly unknown[] => {
  if (Array.isArray(data)) return data.flatMap((one: unknown) => under(one, key));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    name === key ? (Array.isArray(value) ? value.map((one: unknown) => one) : [value]) : under(value, key),
  );
};
const yaml = (name: string): unknown => sound(readYaml(readFileSync(example + name, 'utf8'), name)).value;

describe('the example dossier', async () => {
  const { dossier, problems, conflicts } = sound(await readFolder(example));
  const { model, conflict } = sound(await openConflict(`${example}conflict.yaml`));

  test('is read without a fault and with its conflict', () => {
    expect(problems).toEqual([]);
    expect(conflicts.map((path) => path.split('/').at(-1))).toEqual(['conflict.yaml']);
    expect(dossier.documents.map(({ id }) => id)).toEqual(
      readdirSync(`${example}documents`).map((file) => file.replace('.md', '')),
    );
    expect(dossier.statements).toHaveLength(under(yaml('statements.yaml'), 'id').length);
  });

  test('the rewrite is derived from the wire: six documents, five origins', () => {
    expect(dossier.origins.map(({ documents }) => documents)).toContainEqual(['wire', 'rewrite']);
    expect(dossier.origins).toHaveLength(5);
  });

  test('every brief names the publication that it summarises', () => {
    for (const { summarises, publisher } of dossier.documents) {
      expect(summarises?.value).toMatch(/20\d\d/);
      expect(publisher?.value).toMatch(/^Example /);
    }
  });

  test('quotes stand in the texts letter by letter', () => {
    for (const name of ['statements.yaml', 'chronicle.yaml'])
      for (const quote of [...under(yaml(name), 'quote'), ...under(yaml(name), 'reason')])
        expect(
          dossier.documents.some(({ text }) => text.includes(String(quote))),
          String(quote),
        ).toBe(true);
  });

  test('no issue of the codebook is without a statement', () => {
    const coded = new Set(dossier.statements.map(({ issue }) => issue));
    expect(dossier.codebook.issues.filter(({ id }) => !coded.has(id))).toEqual([]);
  });

  test('the evidence of the conflict is in the dossier, and what has none is marked as assumed', () => {
    const known = new Set(dossier.statements.map(({ id }) => String(id)));
    const because = under(yaml('conflict.yaml'), 'because').map(String);
    expect(because.filter((id) => !known.has(id))).toEqual([]);
    const actors = new Set(dossier.codebook.actors.map(({ id }) => id));
    for (const { actor, prefers } of conflict.makers) {
      expect(actor !== undefined && actors.has(actor)).toBe(true);
      if (prefers.kind !== 'statements') throw new Error('The example states its preferences.');
      for (const one of prefers.groups.flat()) expect(one.because.length > 0).toBe(!one.assumed);
    }
  });

  // Nash worked by hand: from YNYNNY the moves of every maker lead to states that it ranks lower. The others by another program.
  test('the status quo alone holds under Nash; nine to ten states under the others', () => {
    const { equilibria } = analysis(model);
    const patterns = (concept: Concept) =>
      [...(equilibria[concept] ?? [])].map((state) => patternOf(model, state)).sort();
    const deals = ['YNNNYN', 'YNNNYY', 'YNNYYN', 'YNNYYY', 'YYNNYN', 'YYNNYY', 'YYNYYN', 'YYNYYY'];
    expect(model.size).toBe(40);
    expect(patterns('nash')).toEqual(['YNYNNY']);
    expect(patterns('seq')).toEqual([...deals, 'YNYNNY'].sort());
    for (const concept of ['gmr', 'smr'] as const)
      expect(patterns(concept)).toEqual([...deals, 'YNYNNY', 'YNYNNN'].sort());
  });

  test.skipIf(!existsSync(corpus))('takes no run of eight words from the reports', () => {
    const words = (text: string): readonly string[] =>
      text
        .toLowerCase()
        .replace(/[’']/g, '')
        .match(/[a-z\d]+/g) ?? [];
    const runs = (text: string) => {
      const all = words(text);
      return all.slice(0, -7).map((_, at) => all.slice(at, at + 8).join(' '));
    };
    const reports = readdirSync(corpus).filter((file) => /^\d+\.txt$/.test(file));
    const taken = new Set(reports.flatMap((file) => runs(readFileSync(corpus + file, 'utf8'))));
    expect(dossier.documents.flatMap(({ text }) => runs(text)).filter((run) => taken.has(run))).toEqual([]);
  });
});
