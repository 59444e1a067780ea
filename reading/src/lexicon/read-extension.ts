import { QUALIFIERS } from '@entente/core/chronicle/read-chronicle';
import { Fields, type Kept, type Path } from '@entente/core/document/fields';
import { notKnown } from '@entente/core/document/nearest';
import type { Actor } from '@entente/core/statement/codebook';
import { ACTOR_KINDS } from '@entente/core/statement/read-codebook';
import { CONDITION_KINDS } from '@entente/core/statement/read-statements';
import { actorId, type Problem } from '@entente/core/vocabulary';
import { slug } from '../actor/person.ts';
import type { Extension } from './extension.ts';
import { formsOf, type Irregular } from './inflect.ts';
import type { Cue } from './types.ts';

const FIELDS = [
  'actors',
  'outlets',
  'titles',
  'verbs',
  'adjectives',
  'nouns',
  'reporting',
  'sources',
  'conditions',
  'reasons',
  'forecasts',
  'qualifiers',
  'happenings',
  'irregular',
  'without',
] as const;
const STANCES = ['support', 'oppose', 'neutral', 'no-position'] as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWords = (value: unknown): value is string =>
  typeof value === 'string' && /\p{L}/u.test(value) && value.length <= 80;

const fault = (code: string, at: Path, says: string): Problem => ({ code: `lexicon/${code}`, at, says });

/** The groups of a field: “support: { … }”, each under one of the known names. */
const groups = <Name extends string>(
  fields: Fields,
  field: string,
  names: readonly Name[],
): { readonly name: Name; readonly value: unknown; readonly at: Path }[] => {
  if (!fields.has(field)) return [];
  const { value, at } = fields.entry(field);
  if (!isRecord(value)) {
    fields.problems.push(
      fault('shape', at, `“${field}” must hold groups (${names.join(', ')}). Write one a line, indented.`),
    );
    return [];
  }
  return Object.entries(value).flatMap(([key, entry]) => {
    const name = names.find((one) => one === key);
    if (name !== undefined) return [{ name, value: entry, at: [...at, key] }];
    fields.problems.push(fault('unknown-group', [...at, key], notKnown('Group', key, names)));
    return [];
  });
};

const wordList = (value: unknown, at: Path, problems: Problem[]): string[] => {
  if (!Array.isArray(value)) {
    problems.push(
      fault('not-list', at, 'Expected a list of words. Put them in brackets or each on a line of its own with “- ”.'),
    );
    return [];
  }
  return value.flatMap((one: unknown, index) => {
    if (isWords(one)) return [one.trim().toLowerCase()];
    problems.push(
      fault('not-words', [...at, index], 'Expected words of at most 80 characters, with a letter in them.'),
    );
    return [];
  });
};

const irregulars = (fields: Fields): Map<string, Irregular> => {
  const found = new Map<string, Irregular>();
  if (!fields.has('irregular')) return found;
  const { value, at } = fields.entry('irregular');
  if (!isRecord(value))
    fields.problems.push(
      fault(
        'shape',
        at,
        '“irregular” must hold verbs with four forms each: forgo: [forgoes, forwent, forgone, forgoing].',
      ),
    );
  else
    for (const [verb, forms] of Object.entries(value)) {
      const [s, past, participle, ing] = Array.isArray(forms) && forms.every(isWords) ? forms : [];
      if (s && past && participle && ing) found.set(verb, [s, past, participle, ing]);
      else
        fields.problems.push(
          fault('forms', [...at, verb], `“${verb}” needs four forms: third person, past, participle, -ing.`),
        );
    }
  return found;
};

const cuesOf = (fields: Fields, irregular: ReadonlyMap<string, Irregular>): Cue[] =>
  (
    [
      ['verbs', 'verb'],
      ['adjectives', 'adjective'],
      ['nouns', 'noun'],
    ] as const
  ).flatMap(([field, kind]) =>
    groups(fields, field, STANCES).flatMap(({ name: stance, value, at }) => {
      if (!isRecord(value)) {
        fields.problems.push(fault('shape', at, 'Expected words with what may follow them, as { stonewall: og }.'));
        return [];
      }
      return Object.entries(value).flatMap(([lemma, follows]): Cue[] => {
        if (!isWords(lemma) || typeof follows !== 'string' || !/^[ogtca]+$/.test(follows)) {
          const says = `“${lemma}: ${String(follows)}”: what may follow is written in letters: o a noun phrase, g an -ing form, t “to” and a verb, c a clause, a somebody “to” do.`;
          fields.problems.push(fault('follows', [...at, lemma], says));
          return [];
        }
        const first = lemma.split(' ')[0] ?? lemma;
        const forms =
          kind === 'verb' ? formsOf(lemma, irregular.get(first)) : [{ words: lemma, form: 'base' as const }];
        return forms.map((one) => ({ ...one, lemma, kind, stance, follows, withholds: false }));
      });
    }),
  );

const actorsOf = (fields: Fields): { actors: Actor[]; voices: Map<string, 'agency' | 'outlet'> } => {
  const actors: Actor[] = [];
  const voices = new Map<string, 'agency' | 'outlet'>();
  for (const entry of fields.list('actors')) {
    const one = new Fields(entry, 'lexicon', ['id', 'name', 'kind', 'aliases', 'part-of'], fields.problems);
    const [name, kind, part] = [one.text('name'), one.oneOf('kind', ACTOR_KINDS), one.optionalText('part-of')];
    const id = one.optionalText('id') ?? slug(name);
    if (!one.sound || kind === undefined || id === '') continue;
    const partOf = part === undefined ? [] : [{ actor: actorId(part) }];
    actors.push({ id: actorId(id), name, kind, aliases: one.texts('aliases'), partOf });
  }
  for (const entry of fields.list('outlets')) {
    const one = new Fields(entry, 'lexicon', ['id', 'name', 'kind', 'aliases'], fields.problems);
    const [name, kind] = [one.text('name'), one.optionalOneOf('kind', ['agency', 'outlet'] as const) ?? 'outlet'];
    const id = one.optionalText('id') ?? slug(name);
    if (!one.sound || id === '') continue;
    actors.push({ id: actorId(id), name, kind: 'medium', aliases: one.texts('aliases'), partOf: [] });
    voices.set(id, kind);
  }
  return { actors, voices };
};

/**
 * Reads what one file of a dossier's `lexicon/` adds to the shipped lexicon. What has a fault is left out and told; the rest counts.
 *
 * @param data the file as plain data
 */
export const readExtension = (data: unknown): Kept<Extension> => {
  const problems: Problem[] = [];
  const fields = new Fields({ value: data ?? {}, at: [] }, 'lexicon', FIELDS, problems);
  const words = (field: string): string[] =>
    fields.has(field) ? wordList(fields.entry(field).value, [field], problems) : [];
  const irregular = irregulars(fields);
  const reporting = words('reporting').flatMap((lemma) =>
    formsOf(lemma, irregular.get(lemma.split(' ')[0] ?? lemma)).map((one) => ({ ...one, lemma })),
  );
  const value: Extension = {
    ...actorsOf(fields),
    titles: words('titles'),
    cues: cuesOf(fields, irregular),
    reporting,
    sources: words('sources'),
    conditions: groups(fields, 'conditions', CONDITION_KINDS).flatMap(({ name: kind, value: list, at }) =>
      wordList(list, at, problems).map((one) => ({ words: one, kind })),
    ),
    reasons: words('reasons'),
    forecasts: words('forecasts'),
    qualifiers: groups(fields, 'qualifiers', QUALIFIERS).flatMap(({ name: qualifier, value: list, at }) =>
      wordList(list, at, problems).map((one) => ({ words: one, qualifier })),
    ),
    happenings: words('happenings'),
    without: words('without').flatMap((lemma) =>
      formsOf(lemma, irregular.get(lemma.split(' ')[0] ?? lemma)).map((one) => one.words),
    ),
  };
  return { value, problems };
};

/** Several extensions as one; of two actors with one id the later counts. */
export const joinedExtension = (all: readonly Extension[]): Extension => {
  const actors = new Map(all.flatMap((one) => one.actors.map((actor) => [actor.id, actor] as const)));
  return {
    actors: [...actors.values()],
    voices: new Map(all.flatMap(({ voices }) => [...voices])),
    titles: all.flatMap(({ titles }) => titles),
    cues: all.flatMap(({ cues }) => cues),
    reporting: all.flatMap(({ reporting }) => reporting),
    sources: all.flatMap(({ sources }) => sources),
    conditions: all.flatMap(({ conditions }) => conditions),
    reasons: all.flatMap(({ reasons }) => reasons),
    forecasts: all.flatMap(({ forecasts }) => forecasts),
    qualifiers: all.flatMap(({ qualifiers }) => qualifiers),
    happenings: all.flatMap(({ happenings }) => happenings),
    without: all.flatMap(({ without }) => without),
  };
};
