import type { Mention, Reference } from './mention.ts';

/** Somebody spoken of in a document, as later pronouns and descriptions can mean him. */
export interface Entity {
  readonly key: string;
  readonly of: readonly Reference[];
  readonly kind: 'person' | 'thing' | 'several';
  /** “they” can mean it: “the Houthis”, “Turkish Cypriots”. */
  readonly plural: boolean;
  /** How much it is in mind, as of `sentence`. */
  weight: number;
  sentence: number;
  /** Common nouns by which the text may call it: “union”, “council”, “spokesman”. */
  readonly nouns: Set<string>;
  /** How often it was spoken of. */
  count: number;
}

/** What a sentence further on keeps of how much somebody is in mind. */
const FADING = 0.55;

export const keyOf = (of: readonly Reference[]): string => of.map(({ actor }) => actor).join('+');

/** Who has been spoken of in a document, and how much each is in mind. */
export class Company {
  private readonly byKey = new Map<string, Entity>();
  now = 0;

  entities(): Iterable<Entity> {
    return this.byKey.values();
  }

  salience({ weight, sentence }: Entity): number {
    return weight * FADING ** (this.now - sentence);
  }

  note(
    of: readonly Reference[],
    kind: Entity['kind'],
    weight: number,
    { nouns = [], plural = false }: { nouns?: readonly string[]; plural?: boolean } = {},
  ): Entity | undefined {
    if (of.length === 0) return undefined;
    const key = keyOf(of);
    const old = this.byKey.get(key);
    const entity: Entity = old ?? { key, of, kind, plural, weight: 0, sentence: this.now, nouns: new Set(), count: 0 };
    entity.weight = Math.min(6, this.salience(entity) + weight);
    entity.sentence = this.now;
    entity.count += 1;
    for (const noun of nouns) entity.nouns.add(noun);
    this.byKey.set(key, entity);
    return entity;
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

/** The noun under which a text may speak again of somebody, without its plural ending. */
export const nounOf = (word: string): string => word.toLowerCase().replace(/(?<=[^s])s$/, '');

export const isPlural = (mention: Mention, head: string): boolean =>
  mention.form === 'source' || mention.form === 'group'
    ? mention.form === 'group' || /[^s]s$/.test(head)
    : /[^su]s$/.test(head);
