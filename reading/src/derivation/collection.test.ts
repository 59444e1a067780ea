import { describe, expect, test } from 'vitest';
import { COPIES, SOURCES } from '../../testing/derivation/cases/copies.ts';
import { INDEPENDENT } from '../../testing/derivation/cases/independent.ts';
import { printed } from '../../testing/derivation/printed.ts';
import { derivations } from './derivation.ts';

const across = (found: ReturnType<typeof derivations>) =>
  found.filter(({ source, derived }) => source.document !== derived.document);

const told = (found: ReturnType<typeof derivations>) =>
  across(found).map(({ source, derived }) => `${derived.quote} < ${source.quote}`);

describe('reports that copy nothing stay unlinked', () => {
  const groups = Object.entries(INDEPENDENT).map(
    ([name, texts]) => [name, texts.map((text, at) => printed(`${name} ${at}`, text))] as const,
  );

  test.each(groups)('%s: each pair by itself', (name, documents) => {
    // two documents alone cannot show that four others print the same line
    if (name === 'background') return;
    for (const [at, one] of documents.entries())
      for (const other of documents.slice(at + 1)) expect(told(derivations([one, other]))).toEqual([]);
  });

  test('all in one dossier', () => {
    expect(told(derivations(groups.flatMap(([, documents]) => documents)))).toEqual([]);
  });
});

describe('copies of many kinds are found', () => {
  const sources = Object.entries(SOURCES).map(([name, text]) =>
    printed(name, text, { kind: { value: 'wire', from: 'test' } }),
  );
  const others = Object.entries(INDEPENDENT).flatMap(([name, texts]) =>
    texts.map((text, at) => printed(`${name} ${at}`, text)),
  );

  test.each(COPIES.map((copy) => [copy.kind, copy] as const))('%s', (_, { from, taken, text }) => {
    const found = across(derivations([...sources, ...others, printed('copy', text)]));
    expect(new Set(found.map(({ source }) => source.document))).toEqual(new Set(from));
    for (const { derived } of found) expect(derived.document).toBe('copy');
    expect(found.length).toBeGreaterThanOrEqual(taken);
  });
});
