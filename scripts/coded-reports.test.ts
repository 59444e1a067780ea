import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Coding {
  readonly boilerplate: readonly { readonly start: number; readonly end: number }[];
  readonly actors: readonly { readonly id: string; readonly mentions: readonly Span[] }[];
  readonly issues: readonly { readonly id: string }[];
  readonly statements: readonly (Span & {
    readonly id: string;
    readonly actor: string;
    readonly speaker: string | null;
    readonly issue: string;
    readonly stance: string;
    readonly condition: Span | null;
    readonly reason: Span | null;
    readonly level: string;
  })[];
  readonly events: readonly (Span & { readonly id: string; readonly actors: readonly string[] })[];
  readonly quantities: readonly (Span & { readonly id: string })[];
  readonly forecasts: readonly (Span & { readonly id: string; readonly by: string; readonly about: string | null })[];
}

const evaluation = fileURLToPath(new URL('../reading/evaluation/', import.meta.url));
const STANCES = new Set(['support', 'oppose', 'conditional', 'neutral', 'no-position']);

/** What is wrong with a coding: spans that do not say what they claim, names nobody gave, a stance on a condition without one. */
const wrong = (text: string, coding: Coding, listed: ReadonlySet<string>): readonly string[] => {
  const found: string[] = [];
  const actors = new Set(coding.actors.map(({ id }) => id));
  const issues = new Set(coding.issues.map(({ id }) => id));
  const span = (where: string, { start, end, text: words }: Span) => {
    if (text.slice(start, end) !== words || words.trim() !== words || words === '') found.push(`${where}: words`);
  };
  const actor = (where: string, id: string) => {
    if (!actors.has(id)) found.push(`${where}: actor ${id}`);
  };
  for (const { id, mentions } of coding.actors) for (const one of mentions) span(id, one);
  for (const { id } of coding.issues) if (!listed.has(id)) found.push(`${id}: not in issues.json`);
  for (const one of coding.statements) {
    for (const part of [one, one.condition, one.reason]) if (part !== null) span(one.id, part);
    actor(one.id, one.actor);
    if (one.speaker !== null) actor(one.id, one.speaker);
    if (!issues.has(one.issue)) found.push(`${one.id}: issue ${one.issue}`);
    if (!STANCES.has(one.stance)) found.push(`${one.id}: stance ${one.stance}`);
    if (one.stance === 'conditional' && one.condition === null) found.push(`${one.id}: conditional on nothing`);
    if (one.level !== 'explicit' && one.level !== 'implied') found.push(`${one.id}: level ${one.level}`);
  }
  for (const one of coding.events) for (const id of one.actors) actor(one.id, id);
  for (const one of coding.forecasts) actor(one.id, one.by);
  for (const one of [...coding.events, ...coding.quantities, ...coding.forecasts]) span(one.id, one);
  for (const one of [...coding.statements, ...coding.quantities, ...coding.forecasts])
    if (coding.boilerplate.some(({ start, end }) => start < one.end && one.start < end))
      found.push(`${one.id}: inside boilerplate`);
  return found;
};

const folders = readdirSync(evaluation, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const reports = (folder: string): readonly string[] =>
  readdirSync(join(evaluation, folder)).flatMap((name) => /^(\d{3})\.txt$/.exec(name)?.slice(1) ?? []);
const json = (folder: string, name: string) => JSON.parse(readFileSync(join(evaluation, folder, name), 'utf8'));

test.each(folders)('the codings in %s say what stands in their reports', (folder) => {
  const issues: readonly { readonly id: string }[] = json(folder, 'issues.json');
  const listed = new Set(issues.map(({ id }) => id));
  expect(listed.size).toBe(issues.length);
  const problems = reports(folder).flatMap((number) => {
    const text = readFileSync(join(evaluation, folder, `${number}.txt`), 'utf8');
    return wrong(text, json(folder, `${number}.json`), listed);
  });
  expect(problems).toEqual([]);
});

test('the page on the coded reports counts them all', () => {
  const page = readFileSync(join(evaluation, 'README.md'), 'utf8');
  const rows = [...page.matchAll(/^\| (\d{3}) \| ([a-z]+) \|/gm)].map(([, number, folder]) => `${folder}/${number}`);
  expect(rows.toSorted()).toEqual(
    folders.flatMap((one) => reports(one).map((number) => `${one}/${number}`)).toSorted(),
  );
  expect(page).toContain(`# Evaluation set: ${rows.length} coded reports`);
});

test('a coding beside its report is found out', () => {
  const text = 'Menu. Asara will sign if Belen does.';
  const statement = {
    id: 's1',
    ...{ start: 6, end: 36, text: 'Asara will sign if Belen does.' },
    ...{ actor: 'asara', speaker: null, issue: 'treaty', stance: 'conditional', condition: null, reason: null },
    level: 'explicit',
  };
  const sound = {
    boilerplate: [{ start: 0, end: 5 }],
    actors: [{ id: 'asara', mentions: [{ start: 6, end: 11, text: 'Asara' }] }],
    issues: [{ id: 'treaty' }],
    statements: [{ ...statement, condition: { start: 22, end: 35, text: 'if Belen does' } }],
    ...{ events: [], quantities: [], forecasts: [] },
  };
  expect(wrong(text, sound, new Set(['treaty']))).toEqual([]);
  const bent = {
    ...sound,
    statements: [{ ...statement, start: 5, end: 35, actor: 'belen', stance: 'maybe' }, statement],
  };
  expect(wrong(text, { ...bent, boilerplate: [{ start: 0, end: 8 }] }, new Set())).toEqual([
    'treaty: not in issues.json',
    's1: words',
    's1: actor belen',
    's1: stance maybe',
    's1: conditional on nothing',
    's1: inside boilerplate',
    's1: inside boilerplate',
  ]);
});
