import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sha256, VERSION } from '../settlement/record.ts';
import { listening } from './listening.ts';
import { main } from './main.ts';

const cwd = mkdtempSync(join(tmpdir(), 'entente-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const run = async (...args: string[]) => {
  const { shell, out, err } = listening(cwd, 80);
  const exit = await main(args, shell);
  return { exit, out: out(), err: err() };
};

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(cwd, name), content);
  return name;
};

const CHICKEN = `conflict: Chicken
makers:
  - id: row
    options: [{ id: swerve, name: Swerve }]
    ranking: [NY, YY, YN, NN]
  - id: column
    options: [{ id: turn, name: Turn away }]
    ranking: [YN, YY, NY, NN]
status-quo: YY
`;

test('--json has the states, ranks, stable states and equilibria, as documented', async () => {
  const { out, err, exit } = await run('analyze', file('chicken.yaml', CHICKEN), '--json');
  expect({ err, exit }).toEqual({ err: '', exit: 0 });
  const { record, ...documented } = JSON.parse(out);
  expect(record).toEqual({
    entente: VERSION,
    command: 'analyze',
    input: { file: 'chicken.yaml', sha256: sha256(new TextEncoder().encode(CHICKEN)) },
    question: { concepts: 'nash,gmr,smr,seq', rule: 'legal' },
  });
  expect(documented).toEqual({
    conflict: 'Chicken',
    options: ['swerve', 'turn'],
    states: ['NN', 'YN', 'NY', 'YY'],
    makers: [
      {
        id: 'row',
        ranks: [1, 2, 4, 3],
        stable: { nash: ['YN', 'NY'], gmr: ['YN', 'NY', 'YY'], smr: ['YN', 'NY', 'YY'], seq: ['YN', 'NY'] },
      },
      {
        id: 'column',
        ranks: [1, 4, 2, 3],
        stable: { nash: ['YN', 'NY'], gmr: ['YN', 'NY', 'YY'], smr: ['YN', 'NY', 'YY'], seq: ['YN', 'NY'] },
      },
    ],
    equilibria: { nash: ['YN', 'NY'], gmr: ['YN', 'NY', 'YY'], smr: ['YN', 'NY', 'YY'], seq: ['YN', 'NY'] },
  });
});

test('for people: what holds, where the status quo stands, and why', async () => {
  const { out, exit } = await run('analyze', file('chicken.yaml', CHICKEN));
  expect(exit).toBe(0);
  expect(out).toContain('2 makers, 2 options, all 4 combinations feasible');
  const flat = out.replaceAll(/\s+/g, ' ');
  expect(flat).toContain(
    'With these preferences YY holds under GMR and SMR; row and column would leave it under Nash and SEQ.',
  );
  expect(flat).toContain(
    'row would move to NY, giving up “Swerve”; column can answer by giving up “Turn away”, which leaves row worse off (rank 4 of 4 instead of 2)',
  );
  expect(out.split('\n').filter((line) => line.length > 82)).toEqual([]);
});

test('concepts and rule can be chosen; what is none is refused', async () => {
  const name = file('chicken.yaml', CHICKEN);
  const chosen = JSON.parse((await run('analyze', name, '--json', '--concepts', 'SEQ,nash', '--rule', 'single')).out);
  expect(Object.keys(chosen.equilibria)).toEqual(['nash', 'seq']);
  expect(chosen.rule).toBe('single');
  expect(await run('analyze', name, '--concepts', 'nesh')).toMatchObject({ out: '', exit: 2 });
  expect((await run('analyze', name, '--rule', 'twice')).err).toContain('legal, each-once, single');
});

test.each([
  [
    'a misspelt option',
    CHICKEN.replace('ranking: [NY, YY, YN, NN]', 'prefers: [not swerv]'),
    'bad.yaml:5:15: ',
    '“swerve”',
  ],
  [
    'an option without an owner',
    `${CHICKEN}options:\n  - { id: honk }\n`,
    'bad.yaml:11:5: ',
    'belongs to no decision maker',
  ],
  ['a formula that does not parse', `${CHICKEN}infeasible:\n  - swerve and (turn\n`, 'bad.yaml:11:5: ', 'never closed'],
  [
    'no feasible state',
    `${CHICKEN}infeasible: [swerve, not swerve]\n`,
    'bad.yaml:10:13: ',
    'No combination of options is feasible',
  ],
  ['broken YAML', 'makers: [', 'bad.yaml:', 'yaml/syntax'],
  ['an empty file', '\n', 'bad.yaml: ', 'The file is empty'],
  ['no text', new Uint8Array([0x89, 0x50, 0, 1]), 'bad.yaml: ', 'This is no text'],
  ['another encoding', new Uint8Array([0x63, 0xe9, 0x0a]), 'bad.yaml: ', 'not in UTF-8'],
])('unusable: %s, with file, line and remedy', async (_, content, place, says) => {
  const { out, err, exit } = await run('analyze', file('bad.yaml', content));
  expect({ out, exit }).toEqual({ out: '', exit: 2 });
  expect(err).toContain(place);
  expect(err).toContain(says);
});

test('a file that is not there, and a folder', async () => {
  expect((await run('analyze', 'nowhere.yaml')).err).toContain('There is no such file');
  expect(await run('analyze', '.')).toMatchObject({ exit: 2, out: '' });
});

test('the neutral format is known by its shape', async () => {
  const neutral = {
    format: 'gmcr-neutral/1',
    name: 'Two by two',
    optionOrder: ['Full', 'Full'],
    decisionMakers: [
      { name: 'Row', options: [{ name: 'Full', reversible: 'both' }], payoffs: [1, 2, 4, 3] },
      { name: 'Column', options: [{ name: 'Full', reversible: 'both' }], payoffs: [1, 4, 2, 3] },
    ],
    infeasible: [],
    feasibleStates: ['NN', 'YN', 'NY', 'YY'],
  };
  const { out } = await run('analyze', file('two.json', JSON.stringify(neutral)), '--json');
  expect(JSON.parse(out)).toMatchObject({ options: ['row-full', 'column-full'], equilibria: { nash: ['YN', 'NY'] } });
});

test.each(['there.yaml', 'there.json', 'there.gmcr', 'there.neutral.json'])(
  '--write %s: read back, the same holds',
  async (there) => {
    const name = file('chicken.yaml', CHICKEN);
    const first = await run('analyze', name, '--json', '--write', there);
    expect(first).toMatchObject({ exit: 0 });
    expect(first.err).toContain(`Written to ${there}`);
    const second = JSON.parse((await run('analyze', there, '--json')).out);
    expect(second.equilibria).toEqual(JSON.parse(first.out).equilibria);
    expect(await run('analyze', name, '--write', there)).toMatchObject({ exit: 2, out: '' });
  },
);

test('--write says what a notation cannot hold, and refuses an ending that it does not know', async () => {
  const name = file('chicken.yaml', CHICKEN);
  expect((await run('analyze', name, '--write', 'lossy.gmcr')).err).toContain('The status quo.');
  expect((await run('analyze', name, '--write', 'chicken.docx')).err).toContain('.gmcr (GMCR+)');
});

test('--state explains another state, its coming about, and the behaviour behind it', async () => {
  const name = file('chicken.yaml', CHICKEN);
  const { out, exit } = await run('analyze', name, '--state', 'nn');
  expect(exit).toBe(0);
  const flat = out.replaceAll(/\s+/g, ' ');
  expect(flat).toContain('Where NN stands With these preferences NN does not hold');
  expect(flat).toContain('row would leave NN under every concept asked for');
  expect(flat).toContain(
    'NN takes 2 moves, not all of them improvements: row, giving up “Swerve”; then column, giving up “Turn away”.',
  );
  const data = JSON.parse((await run('analyze', name, '--state', 'YN', '--json')).out);
  expect(data.state.paths).toEqual({
    from: 'YY',
    improvements: [{ maker: 'column', to: 'YN' }],
    moves: [{ maker: 'column', to: 'YN' }],
  });
  expect(data.state.verdicts).toHaveLength(8);
  expect(await run('analyze', name, '--state', 'YYY')).toMatchObject({ exit: 2, out: '' });
});

test('--coalition: one that is named, all, and one that is not there', async () => {
  const name = file('chicken.yaml', CHICKEN);
  const both = JSON.parse((await run('analyze', name, '--coalition', 'row,column', '--json')).out);
  expect(both.coalition).toMatchObject({ members: ['row', 'column'], equilibria: { nash: ['YN', 'NY', 'YY'] } });
  expect((await run('analyze', name, '--coalition', 'row, column')).out).toContain(
    'Under Nash and SEQ YY would hold too.',
  );
  expect((await run('analyze', name, '--coalition', 'all')).out).toContain('what no coalition would leave');
  expect(await run('analyze', name, '--coalition', 'us')).toMatchObject({ exit: 2, out: '' });
});

test('verify makes an analysis again; another version is said once and is no difference', async () => {
  const name = file('chicken.yaml', CHICKEN);
  const { out } = await run(
    'analyze',
    name,
    '--json',
    '--concepts',
    'gmr',
    '--state',
    'NN',
    '--coalition',
    'row,column',
  );
  expect(await run('verify', file('made.json', out))).toMatchObject({ exit: 0, out: 'Made again, and the same.\n' });
  const older = file('older.json', out.replace(`"entente":"${VERSION}"`, '"entente":"0.0.1"'));
  expect(await run('verify', older)).toMatchObject({
    exit: 0,
    out: `It was made by version 0.0.1; this is ${VERSION}.\nMade again, and the same.\n`,
  });
  const wrong = file('wrong.json', out.replace('"ranks":[1,2,4,3]', '"ranks":[1,2,3,4]'));
  const verified = await run('verify', wrong);
  expect(verified.exit).toBe(1);
  expect(verified.out).toContain('First difference, at makers[0].ranks[2]: recorded 3, now 4.');
  expect(await run('verify', file('none.json', '{"record":{"command":"analyze"}}'))).toMatchObject({ exit: 2 });
});
