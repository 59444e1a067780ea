import type { NameFound } from './gazetteer.ts';

/** A person or organisation that a document introduces by itself. */
export interface Introduced {
  readonly id: string;
  name: string;
  kind: 'person' | 'organisation' | 'body';
  state?: string;
  title?: string;
}

export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Order and hyphens of a name are printed in several ways: “Noh Kyu Duk”, “Noh Kyu-duk”. */
const keyOf = (name: string): string => {
  const known = KEYS.get(name);
  if (known !== undefined) return known;
  const key = slug(name).replaceAll('-', '');
  if (KEYS.size >= MOST) KEYS.clear();
  KEYS.set(name, key);
  return key;
};
const KEYS = new Map<string, string>();
const MOST = 20_000;

/**
 * Who has been introduced so far in the documents read together. A full name makes an entry; a family name or given name alone leads to the
 * entry that was last seen with it.
 */
export class People {
  private readonly byKey = new Map<string, Introduced>();
  private readonly byPart = new Map<string, Introduced>();
  private readonly byId = new Map<string, Introduced>();
  private readonly byTitle = new Map<string, Introduced[]>();

  introduce(name: string, details: { state?: string; title?: string; kind?: Introduced['kind'] }): Introduced {
    const single = !/\s/.test(name);
    const old = this.byKey.get(keyOf(name)) ?? (single ? this.byPart.get(name.toLowerCase()) : undefined);
    const person: Introduced = old ?? { id: slug(name), name, kind: details.kind ?? 'person' };
    if (details.state && person.state === undefined) person.state = details.state;
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
    return this.byKey.get(keyOf(name)) ?? (/\s/.test(name) ? undefined : this.byPart.get(name.toLowerCase()));
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
    return [...new Set(this.byKey.values())];
  }
}

/** A name that another name only begins or ends is not looked up again: “South Korea” in “South Korea Fund”. */
export const isState = (found: NameFound | undefined): boolean => found?.kind === 'state';
