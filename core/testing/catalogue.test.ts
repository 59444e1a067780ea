import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { type Case, type CaseResults, catalogue, patternNamed } from './catalogue.ts';

const CASES = catalogue();
const PUBLISHED = CASES.filter(({ path }) => !path.startsWith('separating/'));
const STATUSES = ['checked against print', 'recorded transcription', 'worked by hand', 'to check'];

const page = readFileSync(join(fileURLToPath(import.meta.url), '../../../docs/cases.md'), 'utf8');

/** Every state that a case names anywhere in its results. */
const named = ({ printed, worked, differs, separates, outcome }: Case): readonly string[] => {
  const of = (results: CaseResults = {}): string[] => [
    ...Object.values(results.rankings ?? {}).flat(2),
    ...Object.values(results.stable ?? {}).flatMap((byConcept) => Object.values(byConcept).flat()),
    ...Object.values(results.equilibria ?? {}).flat(),
    ...(results.verdicts ?? []).map(({ state }) => state),
    ...(results.within ?? []),
    ...(results.coalitions ?? []).flatMap((one) => [...(one.within ?? []), ...Object.values(one.equilibria).flat()]),
    ...(results.reachable ?? []).flatMap(({ from, states, not }) => [from, ...states, ...(not ?? [])]),
    ...(results.inverse ?? []).map(({ wanted }) => wanted),
  ];
  return [
    ...of(printed),
    ...of(worked),
    ...(differs ?? []).flatMap(({ state }) => (state === undefined ? [] : [state])),
    ...(separates ?? []).map(({ state }) => state),
    ...(outcome ? [outcome.state, ...(outcome.path ?? []).map(({ state }) => state)] : []),
  ];
};

/** The cells of the row of `docs/cases.md` that begins with a case's path. */
const row = (path: string) => {
  const line = page.split('\n').find((one) => one.startsWith(`| [${path}](`));
  return line?.split('|').map((cell) => cell.trim());
};

describe.each(CASES.map((each) => [each.path, each] as const))('cases/%s.json', (path, each) => {
  it('says where it is from, in path and citation', () => {
    const { authors, year, title, place, obtained, status } = each.citation;
    expect(STATUSES).toContain(status);
    for (const text of [title, place, obtained]) expect(text).not.toBe('');
    const family = (authors[0] ?? '').split(' ').at(-1)?.toLowerCase();
    expect(path.split('/')[0]).toBe(path.startsWith('separating/') ? 'separating' : `${family}${year}`);
  });

  it('bears its status: print is printed, work is shown', () => {
    const { status } = each.citation;
    if (status === 'checked against print' || status === 'recorded transcription')
      expect(Object.keys(each.printed ?? {})).not.toEqual([]);
    if (status === 'worked by hand') expect(each.worked).toBeDefined();
    if (each.worked) expect(each.worked.reasoning?.length ?? 0).toBeGreaterThan(0);
    for (const { because } of each.differs ?? []) expect(because.length).toBeGreaterThan(40);
  });

  it('names each state once, and only states of its own', () => {
    const labels = Object.values(each.labels ?? {});
    expect(new Set(labels).size).toBe(labels.length);
    const own = each.labels ? labels : undefined;
    for (const state of named(each)) {
      expect(patternNamed(each, state)).toMatch(/^[YN]+$/);
      if (own) expect(own).toContain(patternNamed(each, state));
    }
  });

  it('has its row in docs/cases.md, with its status', () => {
    expect(row(path)).toContain(each.citation.status);
  });
});

test('at least ten published conflicts have results in print or worked by hand', () => {
  const conflicts = new Set(
    PUBLISHED.filter(({ citation }) => citation.status !== 'to check').map(({ model }) => model.conflict),
  );
  expect(conflicts.size).toBeGreaterThanOrEqual(10);
});

test('docs/cases.md has no row without a case', () => {
  const rows = [...page.matchAll(/^\| \[([a-z0-9/-]+)\]\(/gm)].map((match) => match[1]);
  expect(rows.sort()).toEqual(CASES.map(({ path }) => path));
});

test('two-by-two games rank as their payoffs say', () => {
  const games = CASES.filter(({ payoffs }) => payoffs);
  expect(games.length).toBeGreaterThan(5);
  for (const { payoffs = {}, model } of games) {
    const text = JSON.stringify(model);
    [0, 1].forEach((maker) => {
      const best = Object.keys(payoffs).sort((a, b) => (payoffs[b]?.[maker] ?? 0) - (payoffs[a]?.[maker] ?? 0));
      expect(text).toContain(`"ranking":${JSON.stringify(best.map((pattern) => [pattern]))}`);
    });
  }
});
