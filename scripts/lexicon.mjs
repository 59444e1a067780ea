// Compiles reading/lexicon/*.yaml into reading/src/lexicon/generated/*.ts: the same words with their inflections, as constants.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseDocument } from 'yaml';
import { root } from './install.mjs';

const from = join(root, 'reading', 'lexicon');
const to = join(root, 'reading', 'src', 'lexicon', 'generated');

const VOWEL = /[aeiou]/;
const doubles = (verb) => /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb);

/** The forms of a regular English verb: base, -s, past, participle, -ing. */
export const inflect = (verb, irregular = {}) => {
  const given = irregular[verb];
  if (given) return { base: verb, s: given[0], past: given[1], participle: given[2], ing: given[3] };
  const last = verb.at(-1) ?? '';
  const before = verb.at(-2) ?? '';
  const consonantY = last === 'y' && !VOWEL.test(before);
  const s = consonantY ? `${verb.slice(0, -1)}ies` : /(s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const stem = doubles(verb) ? verb + last : verb;
  const past = consonantY ? `${verb.slice(0, -1)}ied` : last === 'e' ? `${verb}d` : `${stem}ed`;
  const ing = last === 'e' && !/(ee|oe|ye)$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${stem}ing`;
  return { base: verb, s, past, participle: past, ing };
};

/** A phrase in all forms of its first word. */
const forms = (phrase, irregular) => {
  const [first = '', ...rest] = phrase.split(' ');
  const seen = new Map();
  for (const [form, word] of Object.entries(inflect(first, irregular))) {
    const words = [word, ...rest].join(' ');
    if (!seen.has(words)) seen.set(words, form);
  }
  return [...seen].map(([words, form]) => ({ words, form }));
};

const OWNERS = ['its', 'his', 'her', 'their'];
const STANCES = ['support', 'oppose', 'neutral', 'no-position'];
const slug = (name) =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const stance = (data, problem) => {
  const irregular = data.irregular ?? {};
  const cues = [];
  for (const [kind, groups] of [
    ['verb', data.verbs],
    ['adjective', data.adjectives],
    ['noun', data.nouns],
  ])
    for (const [group, entries] of Object.entries(groups ?? {})) {
      const withholds = group === 'withholds-when-negated';
      if (!withholds && !STANCES.includes(group))
        problem(`“${group}” is no stance; write one of ${STANCES.join(', ')}`);
      for (const [lemma, follows] of Object.entries(entries ?? {})) {
        if (!/^[ogtca]+$/.test(follows)) problem(`“${lemma}: ${follows}”: what follows is written with o, g, t, c, a`);
        const entry = {
          lemma: lemma.replaceAll('~', 'its'),
          kind,
          stance: withholds ? 'no-position' : group,
          follows,
          withholds,
        };
        for (const words of lemma.includes('~') ? OWNERS.map((owner) => lemma.replace('~', owner)) : [lemma])
          for (const one of kind === 'verb' ? forms(words, irregular) : [{ words, form: 'base' }])
            cues.push({ ...one, ...entry });
      }
    }
  for (const lemma of data.acts)
    for (const one of forms(lemma, irregular))
      cues.push({ ...one, lemma, kind: 'act', stance: 'support', follows: 'o', withholds: false });
  for (const [group, words] of Object.entries(data.judgements))
    for (const lemma of words)
      cues.push({
        words: lemma,
        form: 'base',
        lemma,
        kind: 'judgement',
        stance: group,
        follows: 'otc',
        withholds: false,
      });
  return {
    CUES: ['readonly Cue[]', cues],
    CARRIERS: ['readonly string[]', data.carriers.flatMap((verb) => forms(verb, irregular).map((one) => one.words))],
    VOICINGS: ['readonly string[]', data.voicings],
    TALK: ['readonly string[]', data.talk.flatMap((verb) => forms(verb, irregular).map((one) => one.words))],
    DIRECTIONS: [
      'readonly Direction[]',
      [
        ...Object.entries(data.directions).flatMap(([way, verbs]) =>
          verbs.flatMap((verb) => forms(verb, irregular).map((one) => ({ words: one.words, way }))),
        ),
        ...Object.entries(data['direction-nouns']).flatMap(([way, nouns]) => nouns.map((words) => ({ words, way }))),
      ],
    ],
  };
};

const WRITERS = {
  states: (data, problem) => {
    const states = data.map((entry) => {
      if (typeof entry.name !== 'string') problem('a state without a name');
      const names = [entry.name, ...(entry.aliases ?? [])];
      return {
        id: slug(entry.name),
        name: entry.name,
        names,
        metonyms: [...(entry.capital ? [entry.capital] : []), ...(entry.metonyms ?? [])],
        people: entry.people ?? [],
        ...(entry.until === undefined ? {} : { until: String(entry.until) }),
        ...(entry.before === undefined ? {} : { before: entry.before }),
      };
    });
    const ids = states.map((state) => state.id);
    for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) problem(`two states called ${id}`);
    return { STATES: ['readonly StateEntry[]', states] };
  },
  bodies: (data) => ({
    BODIES: [
      'readonly BodyEntry[]',
      data.map(({ name, aliases = [], kind, part, where, voice }) => ({
        id: slug(name),
        name,
        names: [name, ...aliases],
        kind,
        ...(part ? { part } : {}),
        ...(where ? { where } : {}),
        ...(voice ? { voice } : {}),
      })),
    ],
  }),
  persons: (data, problem) => {
    const persons = data.flatMap(({ of, short = [], names = [] }) => {
      if (typeof of !== 'string') problem('persons without the state or body they act for');
      return [...short.map((name) => ({ name, of, short: true })), ...names.map((name) => ({ name, of }))];
    });
    return { PERSONS: ['readonly PersonEntry[]', persons] };
  },
  roles: (data) => ({
    TITLES: ['readonly string[]', data.titles],
    TITLES_OF: ['Readonly<Record<string, string>>', data['titles-of']],
    GOVERNMENTS: ['readonly string[]', data.governments],
    STATE_BODIES: ['readonly string[]', data.bodies],
    GROUPS: ['readonly string[]', data.groups],
    HALVES: ['readonly Halves[]', data.halves],
    ANONYMOUS: ['readonly string[]', data.anonymous],
    MODIFIERS: ['readonly string[]', data.modifiers],
    DOCUMENTS: ['readonly string[]', data.documents],
    MEDIA: ['readonly string[]', data.media],
  }),
  stance,
  reporting: (data, _problem, all) => ({
    REPORTING: [
      'readonly Reporting[]',
      data.verbs.flatMap((verb) =>
        forms(verb, all.stance.irregular ?? {}).map(({ words, form }) => ({ words, form, lemma: verb })),
      ),
    ],
    SOURCES: ['readonly string[]', data.sources],
    HEDGES: ['readonly string[]', data.hedges],
  }),
  connectives: (data) => ({
    CONDITIONS: [
      'readonly Connective[]',
      Object.entries(data.conditions).flatMap(([kind, phrases]) => phrases.map((words) => ({ words, kind }))),
    ],
    UNCONDITIONAL: ['readonly string[]', data.unconditional],
    REASONS: ['readonly string[]', data.reasons],
  }),
  families: (data, problem) => {
    for (const line of data) if (!/^\S+(?: \S+)+$/.test(line)) problem(`“${line}”: a family is two words or more`);
    return { FAMILIES: ['readonly string[]', data] };
  },
  time: (data) => ({
    FORECASTS: ['readonly string[]', data.forecasts],
    HAPPENINGS: ['readonly string[]', data.happenings],
    IRREGULAR_PAST: ['readonly string[]', data['irregular-past']],
    QUALIFIERS: [
      'readonly Approximation[]',
      Object.entries(data.qualifiers).flatMap(([qualifier, phrases]) => phrases.map((words) => ({ words, qualifier }))),
    ],
  }),
};

const source = (name, constants) => {
  const types = [...new Set(Object.values(constants).flatMap(([type]) => type.match(/\b[A-Z]\w+(?=\[\])/g) ?? []))];
  const imports = types.length ? `import type { ${types.sort().join(', ')} } from '../types.ts';\n\n` : '';
  // A literal of more than a few hundred records is too large a type for the compiler: it goes in as JSON.
  const literal = (value) =>
    value.length > 500 ? `JSON.parse(${JSON.stringify(JSON.stringify(value))})` : JSON.stringify(value, undefined, 1);
  const body = Object.entries(constants).map(
    ([constant, [type, value]]) => `export const ${constant}: ${type} = ${literal(value)};\n`,
  );
  return `// Generated from reading/lexicon/${name}.yaml by scripts/lexicon.mjs. Edit the YAML.\n${imports}${body.join('\n')}`;
};

/**
 * Compiles all lexica. Writes a file only when its content changes.
 *
 * @throws Error that lists every fault with its file
 */
export const writeLexicon = async () => {
  const problems = [];
  const all = {};
  for (const name of Object.keys(WRITERS)) {
    const document = parseDocument(readFileSync(join(from, `${name}.yaml`), 'utf8'));
    for (const error of document.errors) problems.push(`reading/lexicon/${name}.yaml: ${error.message}`);
    all[name] = document.toJS();
  }
  if (problems.length) throw new Error(problems.join('\n'));
  mkdirSync(to, { recursive: true });
  for (const [name, write] of Object.entries(WRITERS)) {
    const text = source(
      name,
      write(all[name], (says) => problems.push(`reading/lexicon/${name}.yaml: ${says}`), all),
    );
    const file = join(to, `${name}.ts`);
    let old = '';
    try {
      old = readFileSync(file, 'utf8');
    } catch {}
    if (old !== text) writeFileSync(file, text);
  }
  for (const file of readdirSync(to)) if (!(file.replace(/\.ts$/, '') in WRITERS)) rmSync(join(to, file));
  if (problems.length) throw new Error(problems.join('\n'));
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeLexicon();
