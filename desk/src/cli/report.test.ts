import { existsSync } from 'node:fs';
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from './main.ts';
import type { Shell } from './shell.ts';

const example = join(import.meta.dirname, '..', '..', '..', 'examples', 'end-of-war-declaration');
let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'entente-report-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const run = async (...args: readonly string[]) => {
  let [out, err] = ['', ''];
  const shell: Shell = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: false,
    outTerminal: false,
    columns: 100,
    cwd: home,
  };
  return { code: await main(args, shell), out, err };
};

describe('entente report', () => {
  test('writes one page and says in short what is in it', async () => {
    const { code, out, err } = await run('report', example, '-o', 'report.html');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('as reported, South Korea supports it');
    expect(out.replace(/\s+/g, ' ')).toContain('the status quo is the only state that nobody gains by leaving alone');
    expect(out).toContain('The report is in report.html');
    expect(await readFile(join(home, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
    expect((await readdir(home)).filter((name) => name.startsWith('.report'))).toEqual([]);
    const page = (await readFile(join(home, 'report.html'), 'utf8')).replaceAll('&quot;', '"');
    expect(page).toContain('in the headline a stronger word: “reluctant” → “refuses”');
    expect(page).toContain('attribution lost: “the sources said”');
  });
  test('as JSON', async () => {
    const { code, out } = await run('report', example, '--json');
    const data = JSON.parse(out);
    expect(code).toBe(0);
    expect(data.format).toBe('entente-report/1');
    expect(data.positions.length).toBeGreaterThan(10);
    const [{ passages }] = data.derivations;
    expect(JSON.stringify(passages)).toMatch(/"kind":"stronger","headline":true,"lost":\{[^}]*"quote":"reluctant"/);
    expect(data.conflicts[0].states[0]).toMatchObject({ statusQuo: true, holds: ['nash', 'gmr', 'smr', 'seq'] });
    for (const { passage } of data.statements) expect(passage.quote).not.toBe('');
  });
  test('a bad conflict file is named, the rest goes on', async () => {
    const folder = join(home, 'bad-conflict');
    await cp(example, folder, { recursive: true });
    await writeFile(join(folder, 'conflict.yaml'), 'conflict: x\nmakers:\n  - { id: a, name: A, optoins: [] }\n');
    const { code, out, err } = await run('report', folder, '-o', 'partial.html');
    expect(code).toBe(1);
    expect(err).toContain('conflict.yaml');
    expect(out).toContain('The report is in partial.html');
    expect(await readFile(join(home, 'partial.html'), 'utf8')).toContain('Problems met');
  });
  test('says at its head how many statements were left out', async () => {
    const folder = join(home, 'faulty');
    await cp(example, folder, { recursive: true });
    const coded = await readFile(join(folder, 'statements.yaml'), 'utf8');
    await writeFile(join(folder, 'statements.yaml'), coded.replaceAll(/^(\s+actor:) japan$/gm, '$1 jappan'));
    const { code, out, err } = await run('report', folder, '-o', 'faulty.html');
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 5).join(' ')).toMatch(/\d+ statements with a fault are left out/);
    expect(await readFile(join(home, 'faulty.html'), 'utf8')).toMatch(/≠ \d+ statements with a fault are left out/);
    expect(err.match(/unknown-actor/g)).toHaveLength(1);
    await writeFile(join(folder, 'statements.yaml'), '%PDF-1.4 ]: [');
    expect((await run('report', folder)).out.replace(/\s+/g, ' ')).toContain(
      'The file of statements could not be read',
    );
  });
  test('a conflict too large for a report is left out and named', async () => {
    const folder = join(home, 'large');
    await mkdir(folder);
    await writeFile(
      join(folder, 'one.txt'),
      'Vestria rejects the cut\n\nVestria will reject the cut, its minister said.\n',
    );
    const options = Array.from({ length: 19 }, (_, at) => `{ id: o${at}, name: Do ${at} }`);
    await writeFile(
      join(folder, 'conflict.yaml'),
      `conflict: Large\nmakers:\n  - { id: a, name: A, options: [${options.join(', ')}], prefers: [{ that: o1, assumed: true }] }\n`,
    );
    const { code, err } = await run('report', folder);
    expect(code).toBe(1);
    expect(err).toContain('524,288 feasible states');
    expect(err).toMatch(/[\w.-]+:\d+:\d+: The conflict has/);
  });
  test('a guessed encoding is told, and is no fault', async () => {
    const folder = join(home, 'guessed');
    await mkdir(folder);
    const text =
      'Vestria’s caf\u00e9 owners reject the cut\n\nVestria will reject the cut, its minister Ren\u00e9 said.\n';
    await writeFile(join(folder, 'old.txt'), Buffer.from(text.replace('’', "'"), 'latin1'));
    const { code, err } = await run('report', folder);
    expect(code).toBe(0);
    expect(err).toContain('intake/encoding-guessed');
  });
  test('a report written among the reports is not read as one of them', async () => {
    const folder = join(home, 'among');
    await mkdir(folder);
    await writeFile(
      join(folder, 'one.txt'),
      'Vestria rejects the cut\n\nVestria will reject the cut, its minister said.\n',
    );
    await run('report', folder, '-o', join('among', 'report.html'));
    const { code, out } = await run('report', folder, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).counts.documents).toBe(1);
  });
  test('a missing and an empty folder are unusable', async () => {
    await mkdir(join(home, 'empty'));
    for (const folder of ['nowhere', 'empty']) {
      const { code, out, err } = await run('report', folder, '-o', 'none.html');
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('folder');
      expect(existsSync(join(home, 'none.html'))).toBe(false);
    }
  });
  test('a single file: says which command takes it', async () => {
    await writeFile(join(home, 'single.txt'), 'Vestria rejects the cut.\n');
    const { code, err } = await run('report', 'single.txt');
    expect(code).toBe(2);
    expect(err).toContain('entente read');
  });
  test('a place that cannot be written is said', async () => {
    const { code, err } = await run('report', example, '-o', join('no', 'such', 'folder.html'));
    expect(code).toBe(2);
    expect(err).toContain('Its folder does not exist');
    expect((await run('report', example, '-o', 'empty')).code).toBe(2);
  });
  test('an earlier report is replaced, as a page and as data; a link to one is replaced, what it leads to stays', async () => {
    const pages = ['again.html', 'again.json', 'link.html'];
    await run('report', example, '-o', 'kept.html');
    const kept = await readFile(join(home, 'kept.html'), 'utf8');
    await symlink(join(home, 'kept.html'), join(home, 'link.html'));
    for (const name of pages)
      for (const time of ['first', 'again']) {
        const { code, err } = await run('report', example, '-o', name, ...(name.endsWith('json') ? ['--json'] : []));
        expect({ name, time, code, err }).toEqual({ name, time, code: 0, err: '' });
      }
    expect(await readFile(join(home, 'kept.html'), 'utf8')).toBe(kept);
    expect((await lstat(join(home, 'link.html'))).isFile()).toBe(true);
  });
  test('nothing that Entente did not make is written over', async () => {
    const folder = join(home, 'inputs');
    await cp(example, folder, { recursive: true });
    const [document = ''] = await readdir(join(folder, 'documents'));
    await writeFile(join(home, 'notes.html'), '<p>mine</p>');
    await writeFile(join(home, 'data.json'), '{ "format": "other/1" }');
    await writeFile(join(home, 'none.html'), '');
    await symlink(join(home, 'notes.html'), join(home, 'to-notes.html'));
    const inputs = ['statements.yaml', 'dossier.yaml', 'conflict.yaml', join('documents', document)];
    const mine = [...inputs.map((name) => join('inputs', name)), 'notes.html', 'data.json', 'to-notes.html'];
    for (const name of [...mine, 'none.html']) {
      const before = await readFile(join(home, name), 'utf8');
      const { code, out, err } = await run('report', 'inputs', '-o', name);
      expect({ name, code, out }).toEqual({ name, code: 2, out: '' });
      expect(err).toContain('-o');
      expect(await readFile(join(home, name), 'utf8')).toBe(before);
    }
  });
  test.each([
    [join('free', 'documents', 'report.html'), 'among the documents'],
    [join('free', 'documents', 'new', '..', 'report.html'), 'among the documents'],
    [join('free', 'chronicle.yml'), 'would be read as part of it'],
    [join('free', 'report.txt'), 'would be read as part of it'],
    ['', 'The name is empty'],
  ])('not to “%s”', async (name, says) => {
    await cp(example, join(home, 'free'), { recursive: true });
    const { code, err } = await run('report', 'free', '-o', name);
    expect(code).toBe(2);
    expect(err).toContain(says);
    if (name !== '') expect(existsSync(join(home, name))).toBe(false);
  });
});

describe('entente why', () => {
  test('answers from statements, each with its passage', async () => {
    const { code, out: lines } = await run('why', example, 'Tokyo', 'end of the war');
    const out = lines.replace(/\s+/g, ' ');
    expect(code).toBe(0);
    expect(out).toMatch(/report(s)? that Japan opposes it/);
    expect(out).toContain('“Refuses” is a word of one headline alone');
    expect(out).toContain('no condition is put in words');
    expect(out).toContain('the United States takes no position');
    expect(out).toMatch(/North Korea sets a condition: “unless/);
    expect(out).toContain('Reversing any one of these aims');
    expect(out).toMatch(/\[Example \w+ ¶\d/);
  });
  test('as JSON, saying which it took', async () => {
    const { out } = await run('why', example, 'Japan', 'end', 'of', 'the', 'war', '--json');
    const data = JSON.parse(out);
    expect(data.issue.took).toBe('end-of-war');
    expect(data.answer).toMatchObject({ actor: 'japan', found: true, stance: 'oppose', contested: false });
  });
  test('nobody of that name, nothing on that issue: says what there is, exit 1', async () => {
    const atlantis = await run('why', example, 'Atlantis', 'war');
    expect(atlantis.code).toBe(1);
    expect(atlantis.err).toContain('Japan');
    const whaling = await run('why', example, 'Japan', 'whaling');
    expect(whaling.code).toBe(1);
    expect(whaling.err).toContain('Declaring the Korean War over');
  });
  test('a party alone: the issues it has positions on, exit 1', async () => {
    for (const words of [['Japan'], ['Tokyo', ''], ['Japan', ' ']]) {
      const { code, out, err } = await run('why', example, ...words);
      expect([code, out]).toEqual([1, '']);
      expect(err.replace(/\s+/g, ' ')).toMatch(/^Which issue\? Japan has positions on: Declaring the Korean War over/);
    }
  });
  test('nobody at all: asks for a party, exit 2', async () => {
    for (const words of [[''], ['', ''], [' ', 'end of the war']]) {
      const { code, out, err } = await run('why', example, ...words);
      expect([code, out]).toEqual([2, '']);
      expect(err.replace(/\s+/g, ' ')).toMatch(/^Which party\? Name one.*Japan/);
    }
  });
  test('a party without a statement on it: the nearest thing, exit 1', async () => {
    const { code, out } = await run('why', example, 'China', 'declare the war over');
    expect(code).toBe(1);
    expect(out).toContain('No statement of China on this');
    expect(out).toContain('Nearest: ');
  });
});

describe('entente positions and chronicle', () => {
  test('positions as text, JSON and CSV', async () => {
    expect((await run('positions', example)).out).toMatch(/▼ +Japan +opposes/);
    expect(JSON.parse((await run('positions', example, '--json')).out).positions.length).toBeGreaterThan(10);
    const { out } = await run('positions', example, '--csv');
    expect(out.split('\r\n')[0]).toMatch(/^actor,issue,stance/);
  });
  test('two forms at once are refused', async () => {
    const { code, out, err } = await run('positions', example, '--json', '--csv');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--json or --csv, not both');
  });
  test('as of an earlier date less is known', async () => {
    const [then, now] = [
      await run('positions', example, '--as-of', '2019', '--json'),
      await run('positions', example, '--json'),
    ];
    expect(JSON.parse(then.out).positions.length).toBeLessThan(JSON.parse(now.out).positions.length);
    expect((await run('positions', example, '--as-of', 'yesterday')).code).toBe(2);
    expect(await run('positions', example, '--as-of', '1900')).toMatchObject({ code: 1 });
  });
  test('the chronicle', async () => {
    const { code, out } = await run('chronicle', example);
    expect(code).toBe(0);
    expect(out).toContain('1951');
    expect(JSON.parse((await run('chronicle', example, '--json')).out).events.length).toBeGreaterThan(5);
  });
});
