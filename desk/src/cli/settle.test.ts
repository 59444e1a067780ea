import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listening } from './listening.ts';
import { main } from './main.ts';

const example = fileURLToPath(new URL('../../../examples/end-of-war-declaration/conflict.yaml', import.meta.url));

const dilemma = `
conflict: Prisoner's Dilemma
makers:
  - { id: one, name: One, options: [{ id: c1, name: Cooperate }], prefers: [{ that: c2, assumed: true }, { that: not c1, assumed: true }] }
  - { id: two, name: Two, options: [{ id: c2, name: Cooperate }], prefers: [{ that: c1, assumed: true }, { that: not c2, assumed: true }] }
infeasible: [{ when: c1 and c2 and not c1, why: never }]
status-quo: NN
`;

const run = async (...args: string[]) => {
  const { shell, out, err } = listening(tmpdir());
  const code = await main(args, shell);
  return { code, out: out(), err: err() };
};

const file = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'entente-settle-')), 'conflict.yaml');
  writeFileSync(path, text);
  return path;
};

test('cooperation in the dilemma: five changes on each side, any with any, and how it could be reached', async () => {
  const { out, code } = await run(
    'settle',
    file(dilemma),
    '--state',
    'YY',
    '--concept',
    'nash',
    '--kinds',
    'drop,reverse,condition',
  );
  expect(code).toBe(0);
  expect(out).toContain('It would hold after 2 changes, in 9 ways.');
  expect(out).toContain('2 changes (3 × 3 = 9 ways)');
  expect(out).toContain('dropped its aim of avoiding “Cooperate” (assumed)');
  expect(out).toContain('by steps that each party gains from');
});

test('changes of form stand behind the others, and it is said once a side that no source bears them', async () => {
  const { out } = await run('settle', file(dilemma), '--state', 'YY', '--kinds', 'condition,move,drop,reverse');
  const sides = out.split(/^ {3}(?:One|Two), one of:$/m).slice(1);
  expect(sides).toHaveLength(2);
  for (const side of sides) {
    const [borne = '', formal = '', ...more] = side.split('in form only, no source bears this:');
    expect(more).toEqual([]);
    expect(borne).toMatch(/– dropped/);
    expect(borne).not.toMatch(/– (held to|put)/);
    expect(formal).toMatch(/– (held to|put)/);
    expect(formal).not.toMatch(/– (dropped|reversed)/);
  }
});

test('a state that holds already is said to, and one out of reach gives the nearest and exits 1', async () => {
  const path = file(dilemma);
  const already = await run('settle', path, '--state', 'NN', '--concept', 'nash');
  expect([already.code, already.out.includes('It holds already')]).toEqual([0, true]);
  const far = await run('settle', path, '--state', 'YY', '--concept', 'nash', '--most', '1');
  expect(far.code).toBe(1);
  expect(far.out).toContain('No set of at most 1 change makes it hold.');
  expect(far.out).toMatch(/Nearest: if .* (One|Two) would still leave it\./s);
});

test('in the example dossier the evidence that a change touches is quoted with its source', async () => {
  const { out, code } = await run('settle', example, '--state', 'YYYNNY', '--concept', 'seq');
  expect(code).toBe(0);
  expect(out).toMatch(/unless\s+the\s+United\s+States\s+gives\s+up\s+its/);
  expect(out).toMatch(/¶\d+,\s+citing\s+Kyodo/);
});

test.each([
  [
    'a pattern of the wrong length',
    ['--state', 'YYY'],
    'settle/pattern',
    '3 letters; the conflict has 2 options: c1, c2',
  ],
  ['other letters', ['--state', 'YX'], 'settle/pattern', 'letters other than Y and N'],
  ['an unknown concept', ['--state', 'YY', '--concept', 'nsh'], 'settle/unknown', 'Known: nash, gmr, smr, seq'],
  ['an unknown maker', ['--state', 'YY', '--makers', 'three'], 'settle/unknown', 'Known: one, two'],
  ['a number of changes that is none', ['--state', 'YY', '--most', 'many'], 'settle/most', 'Write 1, 2, 3 or 4'],
])('%s: exit 2 and one clear message', async (_, args, code, says) => {
  const said = await run('settle', file(dilemma), ...args);
  expect(said.code).toBe(2);
  expect(said.out).toBe('');
  expect(said.err).toContain(`[${code}]`);
  expect(said.err).toContain(says);
});

test('an infeasible state names the nearest that is feasible; a conflict without preferences is refused', async () => {
  const narrow = await run('settle', file(dilemma.replace('c1 and c2 and not c1', 'c1 and c2')), '--state', 'YY');
  expect([narrow.code, narrow.err.includes('the nearest that is, is NY') || narrow.err.includes('is YN')]).toEqual([
    2,
    true,
  ]);
  const blank = dilemma.replace(/, prefers: \[.*\] \}/g, ' }');
  const without = await run('settle', file(blank), '--state', 'YY');
  expect([without.code, without.err.includes('settle/no-preferences')]).toEqual([2, true]);
});

test('--json records its inputs; verify makes it again and names the first difference', async () => {
  const path = file(dilemma);
  const { out } = await run('settle', path, '--state', 'YY', '--concept', 'nash', '--json');
  const result = join(path, '..', 'result.json');
  writeFileSync(result, out);
  const good = await run('verify', result);
  expect([good.code, good.out.includes('the same')]).toEqual([0, true]);

  writeFileSync(result, out.replace('"ways": 25', '"ways": 24'));
  const bad = await run('verify', result);
  expect(bad.code).toBe(1);
  expect(bad.out).toContain('result.ways');

  writeFileSync(result, out);
  writeFileSync(path, readFileSync(path, 'utf8').replace('not c1', 'c1'));
  const changed = await run('verify', result);
  expect(changed.code).toBe(1);
  expect(changed.out).toContain('has changed');
});
