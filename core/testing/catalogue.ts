import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Concept, SanctionRule } from '../src/vocabulary.ts';

/** A state in a case: a label of the publication or a pattern. */
type Named = string;

export interface CaseVerdict {
  readonly maker: string;
  readonly state: Named;
  readonly concept: Concept;
  readonly stable: boolean;
}

/** What a publication prints, or what was worked by hand. A part that is not there was not printed. */
export interface CaseResults {
  readonly rankings?: Readonly<Record<string, readonly (readonly Named[])[]>>;
  readonly stable?: Readonly<Record<string, Readonly<Partial<Record<Concept, readonly Named[]>>>>>;
  readonly equilibria?: Readonly<Partial<Record<Concept, readonly Named[]>>>;
  readonly verdicts?: readonly CaseVerdict[];
  readonly within?: readonly Named[];
  readonly coalitions?: readonly {
    readonly members: readonly string[];
    readonly within?: readonly Named[];
    readonly equilibria: Readonly<Partial<Record<Concept, readonly Named[]>>>;
  }[];
  readonly reachable?: readonly {
    readonly from: Named;
    readonly by: 'any move' | 'improvements';
    readonly states: readonly Named[];
    readonly not?: readonly Named[];
  }[];
  readonly inverse?: readonly {
    readonly wanted: Named;
    readonly varied: string;
    readonly permutations: number;
    readonly holds: Readonly<Partial<Record<Concept, number>>>;
  }[];
  /** Steps of the outcome's path from month to month in which the state stayed, and how often it was an equilibrium then. */
  readonly kept?: { readonly months: number; readonly equilibrium: Readonly<Partial<Record<Concept, number>>> };
  readonly reasoning?: readonly string[];
}

export interface Difference {
  readonly part: 'stable' | 'equilibria' | 'verdicts' | 'rankings' | 'coalitions' | 'reachable' | 'inverse';
  readonly concept: Concept;
  readonly state?: Named;
  readonly maker?: string;
  readonly printed: boolean | number;
  readonly found?: number;
  /** The sanction rule under which the print comes out. */
  readonly rule?: SanctionRule;
  readonly because: string;
}

/** A claim that a state tells definitions apart: stable under some, not under others. */
export interface Separation {
  readonly maker: string;
  readonly state: Named;
  readonly rule?: SanctionRule;
  readonly stable: readonly Concept[];
  readonly unstable: readonly Concept[];
}

/** One file of `cases/`. `cases/README.md` describes it. */
export interface Case {
  /** Below `cases/`, without `.json`. */
  readonly path: string;
  readonly citation: {
    readonly authors: readonly string[];
    readonly year: number;
    readonly title: string;
    readonly venue: string;
    readonly place: string;
    readonly obtained: string;
    readonly status: string;
  };
  /** A conflict file in JSON, to be read like any other. */
  readonly model: { readonly conflict: string };
  readonly labels?: Readonly<Record<string, string>>;
  readonly rule?: SanctionRule;
  readonly payoffs?: Readonly<Record<string, readonly number[]>>;
  readonly separates?: readonly Separation[];
  readonly printed?: CaseResults;
  readonly worked?: CaseResults;
  readonly differs?: readonly Difference[];
  readonly outcome?: {
    readonly state: Named;
    readonly says: string;
    readonly known: string;
    /** The whole course, each state with the month from which it held. */
    readonly path?: readonly { readonly from: string; readonly state: Named }[];
    readonly until?: string;
  };
}

const CASES = join(dirname(fileURLToPath(import.meta.url)), '../../cases');

const read = (path: string): Case => ({
  ...JSON.parse(readFileSync(join(CASES, path), 'utf8')),
  path: path.replace(/\.json$/, ''),
});

/** All published conflicts and separating cases, in order of path. */
export const catalogue = (): readonly Case[] =>
  readdirSync(CASES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replaceAll('\\', '/'))
    .map(read)
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** The pattern that a label stands for; a pattern stands for itself. */
export const patternNamed = ({ labels }: Case, state: Named): string => labels?.[state] ?? state;
