import type { Company, Entity } from './entity.ts';
import { MEANT } from './weights.ts';

/** What a pronoun or a description asks for. `owner`: the state or body that an office without one belongs to. */
export type Asking = 'person' | 'thing' | 'several' | 'description' | 'owner';

export interface Asked {
  readonly asking: Asking;
  /** The noun of a description, without its plural ending. */
  readonly noun?: string;
  /** Whether the words are in the plural. */
  readonly plural?: boolean;
  /** Who is the subject of the clause above: “Peru said it would …”. */
  readonly above?: string | undefined;
  readonly gender?: 'he' | 'she' | undefined;
  /** Names inside a description: “the Korean government” is nobody else's. */
  readonly within?: readonly string[];
  /** Only organisations have such an office: a secretary-general. */
  readonly ofBodies?: boolean;
  /** Only states have such an office: a foreign minister. */
  readonly ofStates?: boolean;
}

/** What speaks for somebody as the one who is meant. Each kind of asking weighs it in its own way. */
export const FEATURES = [
  'how much it is in mind',
  'named earlier in the sentence',
  'named in the sentence before',
  'named further back',
  'last the subject of its sentence',
  'last the subject of a clause inside',
  'how often it was named',
  'last named in the same paragraph',
  'the text has called it so',
  'its name holds the noun',
  'it is a state',
  'it is several',
  'it is the subject of the clause above',
  'it took a position or spoke last',
  'it was the subject of the sentence before',
  'its number fits',
  'it stands in a heading or first of all',
  'its kind fits the noun',
  'the text has called it something like that',
  'the text has called it something else',
  'its offices and bodies were spoken of',
] as const;

/** Nouns of one family: a text that has called somebody a company may go on with “the firm”, not with “the court”. */
const FAMILIES: readonly (readonly [family: string, nouns: string])[] = [
  [
    'arms',
    'rebel guerrilla guerilla militant paramilitary paramilitarie militia insurgent insurgency separatist fighter jihadist islamist group movement faction front warlord army force gunmen',
  ],
  ['union', 'union federation confederation guild'],
  ['party', 'party opposition democrat conservative liberal socialist faction'],
  ['bloc', 'bloc alliance union organisation organization body grouping community group league forum cartel'],
  ['court', 'court tribunal judge bench'],
  ['bank', 'bank lender fund'],
  ['council', 'council committee commission board panel assembly parliament chamber senate congress'],
  [
    'firm',
    'company firm operator employer corporation manufacturer carrier producer giant utility supplier airline conglomerate management business maker contractor developer railway group',
  ],
  [
    'house',
    'institute institution agency association charity foundation ngo watchdog regulator organisation organization group',
  ],
  ['coalition', 'coalition alliance front bloc'],
  ['church', 'church'],
  ['mission', 'mission delegation team'],
  [
    'state',
    'country nation state kingdom republic island emirate monarchy neighbour neighbor government regime junta power superpower sultanate archipelago capital',
  ],
];
const FAMILY = new Map<string, string[]>();
for (const [family, nouns] of FAMILIES)
  for (const noun of nouns.split(' ')) FAMILY.set(noun, [...(FAMILY.get(noun) ?? []), family]);
const familiesOf = (noun: string): readonly string[] => FAMILY.get(noun) ?? [];

/** Nouns that may speak of any body that was named before. */
export const isGeneric = (noun: string): boolean => FAMILY.has(noun);

const isState = ({ of, kind }: Entity): boolean =>
  kind !== 'several' && of[0]?.state !== undefined && of[0].state === of[0].actor;

const kindFits = (entity: Entity, noun: string | undefined): boolean => {
  if (noun === undefined || entity.kind !== 'thing') return false;
  return familiesOf(noun).includes('state') ? isState(entity) : !isState(entity) && isGeneric(noun);
};

/** Whether the text has called somebody by a noun of the same family; undefined where it has not called him anything. */
const sameFamily = ({ nouns, names }: Entity, noun: string | undefined): boolean | undefined => {
  if (noun === undefined) return undefined;
  const asked = familiesOf(noun);
  const own = [...nouns, ...names].flatMap(familiesOf);
  return own.length === 0 ? undefined : own.some((family) => asked.includes(family));
};

/** Whether somebody can be meant at all. */
const fits = (entity: Entity, { asking, noun, gender, above, within = [], ofBodies, ofStates }: Asked): boolean => {
  switch (asking) {
    case 'person':
      return (
        entity.kind === 'person' && (gender === undefined || entity.gender === undefined || entity.gender === gender)
      );
    case 'thing':
      return entity.kind === 'thing' && entity.of.length === 1;
    case 'several':
      // An official who says “they” may mean his own.
      return entity.kind !== 'person' || entity.of.length > 1 || entity.key === above;
    case 'description':
      return (
        noun !== undefined &&
        within.every((word) => [...entity.names].some((name) => name.slice(0, 4) === word.slice(0, 4))) &&
        (entity.nouns.has(noun) || entity.names.has(noun) || (entity.kind !== 'several' && kindFits(entity, noun)))
      );
    case 'owner':
      return (
        entity.kind === 'thing' &&
        entity.of.length === 1 &&
        !(ofBodies && isState(entity)) &&
        !(ofStates && !isState(entity))
      );
  }
};

export const featuresOf = (entity: Entity, company: Company, { noun, plural, above, asking }: Asked): number[] => {
  const back = company.now - entity.sentence;
  const is = (value: boolean): number => (value ? 1 : 0);
  const numberFits =
    asking === 'several' || plural === true
      ? entity.plural || entity.of.length > 1
      : !entity.plural && entity.of.length === 1;
  return [
    company.salience(entity) / 6,
    is(back === 0),
    is(back === 1),
    back < 2 ? 0 : Math.min(1, back / 8),
    is(entity.place === 'subject'),
    is(entity.place === 'inner'),
    Math.log2(1 + entity.count) / 5,
    is(entity.block === company.block),
    is(noun !== undefined && entity.nouns.has(noun)),
    is(noun !== undefined && entity.names.has(noun)),
    is(isState(entity)),
    is(entity.of.length > 1),
    is(above !== undefined && above === entity.key),
    is(entity.acted >= 0 && company.now - entity.acted <= 1),
    is(back === 1 && entity.place === 'subject'),
    is(numberFits),
    is(entity.headed),
    is(kindFits(entity, noun)),
    is(sameFamily(entity, noun) === true),
    is(sameFamily(entity, noun) === false),
    Math.min(1, Math.log2(1 + entity.offices) / 3),
  ];
};

export interface Weighed {
  readonly entity: Entity;
  readonly features: readonly number[];
  readonly score: number;
}

/** Told of everybody who was weighed for a pronoun or description, by those who fit the weights. */
export type Weighing = (asked: Asked, weighed: readonly Weighed[]) => void;

/** How far back somebody is looked for, in sentences: what is out of mind is not meant by a pronoun. */
const REACH: Readonly<Record<Asking, number>> = { person: 8, thing: 5, several: 6, description: 60, owner: 60 };

/** Those who can be meant, the likeliest first. A description that fits nobody well is somebody new: below 0. */
export const meant = (company: Company, asked: Asked): Weighed[] => {
  const { bias, of } = MEANT[asked.asking];
  const found: Weighed[] = [];
  for (const entity of company.entities()) {
    if (company.now - entity.sentence > REACH[asked.asking] || !fits(entity, asked)) continue;
    const features = featuresOf(entity, company, asked);
    found.push({ entity, features, score: features.reduce((sum, value, at) => sum + value * (of[at] ?? 0), bias) });
  }
  return found.sort((a, b) => b.score - a.score);
};
