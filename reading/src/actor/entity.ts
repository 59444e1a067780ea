import type { Mention, Reference } from './mention.ts';

/** Where in its sentence somebody was named: as its subject, as that of a clause inside, or otherwise. */
export type Place = 'subject' | 'inner' | 'other';

/** Somebody spoken of in a document, as later pronouns and descriptions can mean him. */
export interface Entity {
  readonly key: string;
  readonly of: readonly Reference[];
  readonly kind: 'person' | 'thing' | 'several';
  /** “they” can mean it: “the Houthis”, “Turkish Cypriots”. */
  plural: boolean;
  /** How much it is in mind, as of `sentence`. */
  weight: number;
  sentence: number;
  block: number;
  place: Place;
  /** Common nouns by which the text may call it: “union”, “council”, “spokesman”. */
  readonly nouns: Set<string>;
  /** Words of its names, in small letters. */
  readonly names: Set<string>;
  /** How often it was spoken of. */
  count: number;
  /** The sentence in which it last took a position or spoke. */
  acted: number;
  /** How often its offices and bodies were spoken of. */
  offices: number;
  /** It stands in a heading, or was the first to be named. */
  headed: boolean;
  /** “she” or “he”, once the text has said so. */
  gender?: 'he' | 'she';
}

/** What a sentence further on keeps of how much somebody is in mind. */
const FADING = 0.55;

export const keyOf = (of: readonly Reference[]): string => of.map(({ actor }) => actor).join('+');

export interface Noted {
  readonly nouns?: readonly string[];
  readonly names?: readonly string[];
  readonly plural?: boolean;
  readonly place?: Place;
  readonly gender?: 'he' | 'she' | undefined;
}

/** Who has been spoken of in a document, and how much each is in mind. */
export class Company {
  private readonly byKey = new Map<string, Entity>();
  now = 0;
  block = 0;
  heading = false;

  entities(): Iterable<Entity> {
    return this.byKey.values();
  }

  get(of: readonly Reference[]): Entity | undefined {
    return this.byKey.get(keyOf(of));
  }

  salience({ weight, sentence }: Entity): number {
    return weight * FADING ** (this.now - sentence);
  }

  note(
    of: readonly Reference[],
    kind: Entity['kind'],
    weight: number,
    { nouns = [], names = [], plural = false, place = 'other', gender }: Noted = {},
  ): Entity | undefined {
    if (of.length === 0) return undefined;
    const key = keyOf(of);
    const old = this.byKey.get(key);
    const entity: Entity = old ?? {
      key,
      of,
      kind,
      plural,
      weight: 0,
      sentence: this.now,
      block: this.block,
      place,
      nouns: new Set(),
      names: new Set(),
      count: 0,
      acted: -1,
      offices: 0,
      headed: this.byKey.size === 0,
    };
    entity.weight = Math.min(6, this.salience(entity) + weight);
    // Within a sentence the weightiest place counts.
    if (entity.sentence !== this.now || entity.count === 0 || RANK[place] > RANK[entity.place]) entity.place = place;
    entity.sentence = this.now;
    entity.block = this.block;
    entity.count += 1;
    entity.headed ||= this.heading;
    if (gender) entity.gender = gender;
    for (const noun of nouns) entity.nouns.add(noun);
    for (const name of names) entity.names.add(name);
    this.byKey.set(key, entity);
    return entity;
  }

  /** A state named as a place only: the text plays there, but does not speak of it. */
  place(of: Reference): void {
    const old = this.byKey.get(of.actor);
    if (old) {
      old.count += 0.5;
      return;
    }
    const entity = this.note([of], 'thing', 0.3);
    if (entity) Object.assign(entity, { count: 0.5, sentence: this.now - 2, headed: false });
  }

  /** The one most in mind that fits; nobody where all have faded. */
  best(fits: (entity: Entity) => boolean, least = 0.02): Entity | undefined {
    let found: Entity | undefined;
    let most = least;
    for (const entity of this.byKey.values()) {
      if (!fits(entity)) continue;
      const salience = this.salience(entity);
      if (salience > most) {
        most = salience;
        found = entity;
      }
    }
    return found;
  }
}

const RANK = { subject: 2, inner: 1, other: 0 } as const;

/** The noun under which a text may speak again of somebody, without its plural ending. */
export const nounOf = (word: string): string => word.toLowerCase().replace(/(?<=[^s])s$/, '');

export const isPlural = (mention: Mention, head: string): boolean =>
  mention.form === 'source' || mention.form === 'group'
    ? mention.form === 'group' || /[^s]s$/.test(head)
    : /[^su]s$/.test(head);
