import type { Problem } from '@entente/core/vocabulary';
import { type Hints, NO_HINTS } from './describe.ts';
import type { Facts } from './markdown.ts';

/** The words of a file, frozen, with what its format said about them. */
export interface Frozen {
  readonly text: string;
  readonly hints: Hints;
  /** What the format says, which goes before what the words say. */
  readonly facts: Facts;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  /** The address under which the document itself says that it is published. */
  readonly address?: string;
}

/** How a file is named in problems. */
export type Place = string;

export const fault = (code: string, place: Place, says: string): Problem => ({
  code: `intake/${code}`,
  at: [place],
  says,
});

/** Nothing could be read, for one reason. */
export const unread = (code: string, place: Place, says: string): Frozen => ({
  text: '',
  hints: NO_HINTS,
  facts: {},
  problems: [fault(code, place, says)],
  notes: [],
});

/** What was thrown, in a few words for a message. */
export const reason = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 100) : 'unknown fault';
