import { nearest } from '../preference/nearest.ts';
import type { Problem } from '../vocabulary.ts';

/** What a conflict file may hold, part by part. The published schema is tested against this. */
export const FIELDS = {
  conflict: [
    'conflict',
    'as-of',
    'note',
    'makers',
    'options',
    'infeasible',
    'states',
    'coalesce',
    'moves',
    'common-moves',
    'status-quo',
    '$schema',
  ],
  maker: ['id', 'name', 'actor', 'note', 'options', 'prefers', 'ranking', 'weights'],
  option: ['id', 'name', 'moves', 'because', 'note'],
  ownedOption: ['id', 'name', 'maker', 'moves', 'because', 'note'],
  preference: ['that', 'because', 'assumed', 'note'],
  infeasible: [
    'when',
    'mutually-exclusive',
    'at-least-one-of',
    'exactly-one-of',
    'option',
    'requires',
    'states',
    'why',
    'because',
    'note',
  ],
  coalesce: ['when', 'as', 'why', 'note'],
  commonMove: ['by', 'from', 'to', 'note'],
} as const;

export type Path = readonly (string | number)[];

/** The fields of a mapping; undefined when it is none. */
export type Fields = ReadonlyMap<string, unknown>;

/** Collects the problems of plain data from outside while it is taken apart. */
export class Intake {
  readonly problems: Problem[] = [];

  problem(code: string, at: Path, says: string): undefined {
    this.problems.push({ code, at, says });
    return undefined;
  }

  /** A mapping, with a problem for each field that is not known. */
  fields(raw: unknown, at: Path, known: readonly string[], what: string): Fields | undefined {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
      return this.problem('conflict/shape', at, `${what} must be a mapping with ${known.slice(0, 5).join(', ')} …`);
    const fields = new Map<string, unknown>(Object.entries(raw));
    for (const key of fields.keys()) {
      if (known.includes(key)) continue;
      const near = nearest(key, known);
      const remedy = near ? `Did you mean “${near}”?` : `It may have ${known.join(', ')}.`;
      this.problem('conflict/unknown-field', [...at, key], `${what} has no field “${key}”. ${remedy}`);
    }
    return fields;
  }

  list(raw: unknown, at: Path, what: string): readonly unknown[] | undefined {
    if (Array.isArray(raw)) return raw;
    return this.problem('conflict/shape', at, `${what} must be a list.`);
  }

  /** A text; numbers are taken as they are written. */
  text(raw: unknown, at: Path, what: string): string | undefined {
    if (typeof raw === 'number' && Number.isFinite(raw)) return String(raw);
    if (typeof raw === 'string' && raw.trim() !== '') return raw.trim();
    return this.problem('conflict/shape', at, `${what} must be a text${raw === undefined ? '; it is missing' : ''}.`);
  }

  /** A text that may be left out. */
  optionalText(fields: Fields, key: string, at: Path, what: string): string | undefined {
    const raw = fields.get(key);
    return raw === undefined || raw === null ? undefined : this.text(raw, [...at, key], what);
  }

  flag(fields: Fields, key: string, at: Path): boolean | undefined {
    const raw = fields.get(key);
    if (raw === undefined || typeof raw === 'boolean') return raw;
    return this.problem('conflict/shape', [...at, key], `“${key}” must be true or false.`);
  }

  /** A list of texts, or one text by itself; empty when left out. */
  texts(raw: unknown, at: Path, what: string): readonly string[] {
    if (raw === undefined || raw === null) return [];
    if (!Array.isArray(raw)) {
      const only = this.text(raw, at, what);
      return only === undefined ? [] : [only];
    }
    return raw.flatMap((each: unknown, place) => this.text(each, [...at, place], what) ?? []);
  }
}
