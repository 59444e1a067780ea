import type { Actor } from '@entente/core/statement/codebook';
import { BODIES } from '../lexicon/generated/bodies.ts';
import { STATES } from '../lexicon/generated/states.ts';
import { PhraseTable } from '../sentence/phrases.ts';
import type { Token } from '../sentence/token.ts';

/** What a name of the gazetteer or the codebook stands for. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly kind: Actor['kind'];
  /** The name itself, a capital or house that stands for it, or an adjective or people. */
  readonly form: 'name' | 'metonym' | 'people';
  /** The state it is, or belongs to. */
  readonly state?: string;
  readonly voice?: 'agency' | 'outlet';
}

export interface NameFound extends Known {
  /** Index after the last token. */
  readonly end: number;
}

export type Gazetteer = (list: readonly Token[], index: number) => NameFound | undefined;

const stateIds = new Set(STATES.map(({ id }) => id));

const partState = (part: string | undefined): { state?: string } => {
  if (part === undefined) return {};
  return stateIds.has(part) ? { state: part } : {};
};

const known = (): [string, Known][] => [
  ...STATES.flatMap(({ id, name, names, metonyms, people }) => {
    const entry = { id, name, kind: 'state', state: id } as const;
    return [
      ...names.map((one): [string, Known] => [one, { ...entry, form: 'name' }]),
      ...metonyms.map((one): [string, Known] => [one, { ...entry, form: 'metonym' }]),
      ...people.map((one): [string, Known] => [one, { ...entry, form: 'people' }]),
    ];
  }),
  ...BODIES.flatMap(({ id, name, names, kind, part, voice }) =>
    names.map((one): [string, Known] => [
      one,
      { id, name, kind, form: 'name', ...partState(part), ...(voice ? { voice } : {}) },
    ]),
  ),
];

/** Short names in capitals are names only in capitals: “US” and “us”, “WHO” and “who”. */
const isAbbreviation = (name: string): boolean => /^[A-Z][A-Za-z]{0,4}$/.test(name) && /[A-Z]$/.test(name);

type Table = PhraseTable<{ readonly entry: Known; readonly exact?: string }>;

const tableOf = (entries: readonly (readonly [string, Known])[]): Table =>
  new PhraseTable(entries.map(([name, entry]) => [name, { entry, ...(isAbbreviation(name) ? { exact: name } : {}) }]));

const base = tableOf(known());

const look = (table: Table, list: readonly Token[], index: number): NameFound | undefined => {
  const first = list[index];
  if (!first?.capital) return undefined;
  const found = table.at(list, index);
  if (!found) return undefined;
  const { entry, exact } = found.value;
  if (exact !== undefined && first.text !== exact) return undefined;
  return { ...entry, end: found.end };
};

const voiceOf = (voices: ReadonlyMap<string, 'agency' | 'outlet'>, id: string): { voice?: 'agency' | 'outlet' } => {
  const voice = voices.get(id);
  return voice === undefined ? {} : { voice };
};

const rootOf = (actor: Actor, byId: ReadonlyMap<string, Actor>): Actor => {
  let root = actor;
  const seen = new Set<string>();
  for (let up = root.partOf[0]; up && !seen.has(root.id); up = root.partOf[0]) {
    seen.add(root.id);
    root = byId.get(up.actor) ?? root;
  }
  return root;
};

/**
 * Finds the longest name at a token: the codebook's actors first, then the states, bodies and media of the lexicon.
 * A state that the codebook calls by an id of its own is found under that id by all its names.
 *
 * @param voices which media among the actors are agencies
 */
export const gazetteer = (
  actors: readonly Actor[],
  voices: ReadonlyMap<string, 'agency' | 'outlet'> = new Map(),
): Gazetteer => {
  const byId = new Map(actors.map((actor) => [actor.id as string, actor]));
  const own = tableOf(
    actors.flatMap((actor) => {
      const root = rootOf(actor, byId);
      const state = root.kind === 'state' || root.kind === 'group' ? { state: root.id as string } : {};
      return [actor.name, ...actor.aliases].map((name): [string, Known] => [
        name,
        { id: actor.id, name: actor.name, kind: actor.kind, form: 'name', ...state, ...voiceOf(voices, actor.id) },
      ]);
    }),
  );
  const renamed = new Map<string, string>();
  for (const { id, names } of STATES)
    for (const actor of actors)
      if (actor.kind === 'state' && [actor.name, ...actor.aliases].some((name) => names.includes(name)))
        renamed.set(id, actor.id);
  const rename = <Entry extends NameFound>(found: Entry): Entry => ({
    ...found,
    id: renamed.get(found.id) ?? found.id,
    ...(found.state === undefined ? {} : { state: renamed.get(found.state) ?? found.state }),
  });
  return (list, index) => {
    const mine = actors.length > 0 ? look(own, list, index) : undefined;
    const common = look(base, list, index);
    if (mine && (!common || mine.end >= common.end)) return mine;
    return common && (renamed.size > 0 ? rename(common) : common);
  };
};

const states = new Map(STATES.map((state) => [state.id, state]));
const bodies = new Map(BODIES.map((body) => [body.id, body]));

/** Name and kind of an entry of the lexicon, for a codebook that a report extends. */
export const lexiconActor = (
  id: string,
): { name: string; kind: Actor['kind']; aliases: readonly string[]; part?: string; where?: string } | undefined => {
  const state = states.get(id);
  if (state) return { name: state.name, kind: 'state', aliases: [...state.names.slice(1), ...state.metonyms] };
  const body = bodies.get(id);
  return (
    body && {
      name: body.name,
      kind: body.kind,
      aliases: body.names.slice(1),
      ...(body.part ? { part: body.part } : {}),
      ...(body.where ? { where: body.where } : {}),
    }
  );
};

/** The body of which a text says only the last word (“the Commission”), where what it belongs to was named. */
export const bodyOf = (word: string, spoken: ReadonlySet<string>): { actor: string; state?: string } | undefined => {
  const found = BODIES.find(({ name, part }) => part !== undefined && spoken.has(part) && name.endsWith(` ${word}`));
  return found?.part === undefined ? undefined : { actor: found.id, state: found.part };
};
