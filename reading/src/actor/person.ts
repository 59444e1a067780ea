import { PERSONS } from '../lexicon/generated/persons.ts';
import type { NameFound } from './gazetteer.ts';

/** A person or organisation that a document introduces by itself. */
export interface Introduced {
  readonly id: string;
  name: string;
  kind: 'person' | 'organisation' | 'body';
  state?: string;
  title?: string;
  /** Of a ministry whose state stands elsewhere. */
  ministry?: true;
  /** Known by an office alone: “China's representative”. */
  office?: true;
}

export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

const KEYS = new Map<string, string>();
const MOST = 20_000;

/** Order and hyphens of a name are printed in several ways: “Noh Kyu Duk”, “Noh Kyu-duk”. */
const keyOf = (name: string): string => {
  const known = KEYS.get(name);
  if (known !== undefined) return known;
  const key = slug(name).replaceAll('-', '');
  if (KEYS.size >= MOST) KEYS.clear();
  KEYS.set(name, key);
  return key;
};

const WELL_KNOWN = new Map(
  PERSONS.flatMap((entry) => [
    [keyOf(entry.name), entry] as const,
    ...(entry.short ? [[keyOf(entry.name.split(' ').at(-1) ?? entry.name), entry] as const] : []),
  ]),
);

/**
 * Who has been introduced so far in the documents read together. A full name makes an entry; a family name or given name alone leads to the
 * entry that was last seen with it.
 */
export class People {
  private readonly byKey = new Map<string, Introduced>();
  private readonly byPart = new Map<string, Introduced>();
  private readonly byId = new Map<string, Introduced>();
  private readonly byTitle = new Map<string, Introduced[]>();
  private readonly byOffice = new Map<string, Introduced>();

  introduce(
    name: string,
    details: { state?: string; title?: string; kind?: Introduced['kind']; ministry?: boolean },
  ): Introduced {
    const single = !/\s/.test(name);
    const old = this.byKey.get(keyOf(name)) ?? (single ? this.byPart.get(name.toLowerCase()) : undefined);
    const person: Introduced = old ?? { id: slug(name), name, kind: details.kind ?? 'person' };
    if (details.state && person.state === undefined) person.state = details.state;
    if (details.ministry) person.ministry = true;
    if (details.title && person.title === undefined) {
      person.title = details.title;
      const holders = this.byTitle.get(details.title);
      if (holders) holders.push(person);
      else this.byTitle.set(details.title, [person]);
    }
    this.byKey.set(keyOf(person.name), person);
    if (!this.byId.has(person.id)) this.byId.set(person.id, person);
    if (person.kind === 'person')
      for (const part of name.split(/\s+/))
        if (part.length > 2 && /^\p{Lu}/u.test(part)) this.byPart.set(part.toLowerCase(), person);
    return person;
  }

  /** The person of a name, whole or in part. */
  known(name: string): Introduced | undefined {
    return (
      this.byKey.get(keyOf(name)) ??
      (/\s/.test(name) ? undefined : this.byPart.get(name.toLowerCase())) ??
      this.wellKnown(name)
    );
  }

  /** A person of the lexicon; one whom the documents introduce under that name comes first. */
  private wellKnown(name: string): Introduced | undefined {
    const entry = WELL_KNOWN.get(keyOf(name));
    return entry && this.introduce(entry.name, { state: entry.of });
  }

  /** A body that a text names; `id` where a list knows it under another name. */
  organisation(name: string, { id, state }: { id?: string; state?: string }): Introduced {
    const key = keyOf(name);
    const old = this.byKey.get(key);
    if (old) return old;
    const one: Introduced = {
      id: id ?? slug(name),
      name,
      kind: 'organisation',
      ...(state === undefined ? {} : { state }),
    };
    this.byKey.set(key, one);
    if (!this.byId.has(one.id)) this.byId.set(one.id, one);
    return one;
  }

  /** Another name of somebody: “RSF” for “Rapid Support Forces”. */
  alias(name: string, one: Introduced): void {
    if (!this.byKey.has(keyOf(name))) this.byKey.set(keyOf(name), one);
  }

  /**
   * Whoever holds an office of a state or body: the person whom the documents name, else a person without a name of his own.
   *
   * @param name by what he is called where nobody is named: “China's representative”
   */
  officer(title: string, owner: string, name: string): Introduced {
    const holder = this.holder(title, owner);
    if (holder) return holder;
    const key = `${owner} ${title}`;
    const old = this.byOffice.get(key);
    if (old) return old;
    const one: Introduced = { id: slug(name), name, kind: 'person', state: owner, title, office: true };
    this.byOffice.set(key, one);
    if (!this.byId.has(one.id)) this.byId.set(one.id, one);
    return one;
  }

  /** A single source without a name: “a senior Kremlin official”. */
  insider(name: string, owner: string | undefined): Introduced {
    const id = slug(name);
    const old = this.byId.get(id);
    if (old) return old;
    const one: Introduced = {
      id,
      name,
      kind: 'person',
      ...(owner === undefined ? {} : { state: owner }),
      office: true,
    };
    this.byId.set(id, one);
    return one;
  }

  /** Who holds an office of a state, where the documents say so. */
  holder(title: string, state: string | undefined): Introduced | undefined {
    return this.byTitle.get(title)?.find((person) => state === undefined || person.state === state);
  }

  /** The person or organisation of an id. */
  entry(id: string): Introduced | undefined {
    return this.byId.get(id);
  }

  all(): Introduced[] {
    return [...new Set([...this.byKey.values(), ...this.byOffice.values()])];
  }
}

/** A name that another name only begins or ends is not looked up again: “South Korea” in “South Korea Fund”. */
export const isState = (found: NameFound | undefined): boolean => found?.kind === 'state';
