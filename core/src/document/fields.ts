import type { Problem } from '../vocabulary.ts';
import { isEdtf } from './edtf.ts';
import { notKnown } from './nearest.ts';

/** What could be kept of data from outside, and every fault of the rest. */
export interface Kept<Value> {
  readonly value: Value;
  readonly problems: readonly Problem[];
}

export type Path = readonly (string | number)[];

/** A value inside data from outside, with the path that leads to it. */
export interface Entry {
  readonly value: unknown;
  readonly at: Path;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

/**
 * Reads the fields of one record from outside and collects its faults under one topic (`statement`, `actor`): missing, empty, misspelt or
 * ill-typed fields. `sound` turns false with the first fault, so that the caller can leave the record out.
 */
export class Fields {
  readonly at: Path;
  readonly problems: Problem[];
  sound = true;
  private readonly topic: string;
  private readonly record: Readonly<Record<string, unknown>>;

  constructor(entry: Entry, topic: string, known: readonly string[], problems: Problem[]) {
    this.at = entry.at;
    this.topic = topic;
    this.problems = problems;
    this.record = isRecord(entry.value) ? entry.value : {};
    if (!isRecord(entry.value)) {
      this.fault('shape', undefined, `Expected fields (${known.join(', ')}), found “${shown(entry.value)}”.`);
      this.problems = []; // one fault says it all
    }
    for (const name of Object.keys(this.record))
      if (!known.includes(name)) this.fault('unknown-field', name, notKnown('Field', name, known));
  }

  fault(code: string, field: string | undefined, says: string): void {
    this.sound = false;
    this.problems.push({
      code: `${this.topic}/${code}`,
      at: field === undefined ? this.at : [...this.at, field],
      says,
    });
  }

  has(name: string): boolean {
    return this.record[name] !== undefined && this.record[name] !== null;
  }

  entry(name: string): Entry {
    return { value: this.record[name], at: [...this.at, name] };
  }

  /** A text that must be there. */
  text(name: string): string {
    if (!this.has(name)) {
      this.fault('missing-field', undefined, `“${name}” is missing. Add it.`);
      return '';
    }
    return this.optionalText(name) ?? '';
  }

  /** A text, if given. A number (an id `3`, a year) is taken as its digits. */
  optionalText(name: string): string | undefined {
    const value = this.record[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.fault('not-text', name, `“${name}” must be a text that is not empty, found “${shown(value)}”.`);
    return undefined;
  }

  optionalNumber(name: string): number | undefined {
    const value = this.record[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.fault('not-number', name, `“${name}” must be a number, found “${shown(value)}”.`);
    return undefined;
  }

  /** A date in EDTF, if given. */
  date(name: string): string | undefined {
    const text = this.optionalText(name);
    if (text === undefined || isEdtf(text)) return text;
    const says = `“${text}” is no date. Write it as 2021-10-19, 2021-10, 2021, 2018-04~ (about), 1977/1983 or ../2002 (EDTF).`;
    this.fault('date', name, says);
    return undefined;
  }

  /** One of some words that must be there. */
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    if (!this.has(name)) {
      this.fault('missing-field', undefined, `“${name}” is missing. Add one of: ${words.join(', ')}.`);
      return undefined;
    }
    return this.optionalOneOf(name, words);
  }

  optionalOneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const text = this.optionalText(name);
    if (text === undefined) return undefined;
    const word = words.find((one) => one === text);
    if (word === undefined) this.fault(`unknown-${name}`, name, notKnown(`The ${name}`, text, words));
    return word;
  }

  /** The id of something defined elsewhere (an actor, an issue, a document), if given. */
  reference<Id extends string>(name: string, what: string, known: ReadonlyMap<string, Id>): Id | undefined {
    const text = this.optionalText(name);
    if (text === undefined) return undefined;
    const id = known.get(text);
    if (id === undefined) this.fault(`unknown-${what}`, name, notKnown(`The ${what}`, text, [...known.keys()]));
    return id;
  }

  /** The entries of a list; none when it is left out. */
  list(name: string): readonly Entry[] {
    const value = this.record[name];
    if (value === undefined || value === null) return [];
    if (Array.isArray(value))
      return value.map((one: unknown, index) => ({ value: one, at: [...this.at, name, index] }));
    this.fault(
      'not-list',
      name,
      `“${name}” must be a list, found “${shown(value)}”. Put each on a line of its own with “- ”.`,
    );
    return [];
  }

  texts(name: string): readonly string[] {
    return this.list(name).flatMap(({ value, at }) => {
      if (typeof value === 'string' && value.trim() !== '') return [value];
      if (typeof value === 'number') return [String(value)];
      this.sound = false;
      const says = `Expected a text, found “${shown(value)}”. Put it in quotes.`;
      this.problems.push({ code: `${this.topic}/not-text`, at, says });
      return [];
    });
  }
}

/** The entries of a file that is a list; a file that is empty has none. */
export const entriesOf = (data: unknown, topic: string, problems: Problem[], at: Path = []): readonly Entry[] => {
  if (data === undefined || data === null) return [];
  if (Array.isArray(data)) return data.map((value: unknown, index) => ({ value, at: [...at, index] }));
  problems.push({ code: `${topic}/not-list`, at, says: 'Expected a list: start each entry with “- ”.' });
  return [];
};

/** The first of each id, in order, and a fault for every repetition. */
export const unrepeated = <Value extends { readonly id: string }>(
  items: readonly { readonly value: Value; readonly at: Path }[],
  topic: string,
  problems: Problem[],
): Value[] => {
  const seen = new Set<string>();
  return items.flatMap(({ value, at }) => {
    if (!seen.has(value.id)) {
      seen.add(value.id);
      return [value];
    }
    const says = `The id “${value.id}” is given twice. Give each its own.`;
    problems.push({ code: `${topic}/duplicate-id`, at: [...at, 'id'], says });
    return [];
  });
};
