import type { Voice } from '@entente/core/statement/statement';
import type { Span } from '@entente/core/vocabulary';

/** Whom a mention speaks of: an actor, and the state that it is or belongs to. */
export interface Reference {
  readonly actor: string;
  readonly state?: string;
}

export type MentionForm =
  | 'state' // a name, a capital or a government
  | 'adjective' // “Japanese”, before a noun that is no actor
  | 'body'
  | 'office' // a title without a name
  | 'person'
  | 'group'
  | 'pronoun'
  | 'source' // officials, diplomats, sources without a name
  | 'medium'
  | 'document';

/** Words of a sentence that speak of an actor. */
export interface Mention extends Span {
  /** First token and the one after the last, as indices in the sentence's tokens. */
  readonly first: number;
  readonly after: number;
  readonly form: MentionForm;
  /** Nobody while it is not yet known: pronouns and groups are resolved over the document. */
  readonly of: readonly Reference[];
  /** `'s` follows. */
  readonly possessive: boolean;
  readonly voice: Voice;
  /** How many a group or number says: “the three” is 3. */
  readonly size?: number;
  /** For offices without a state, and bodies: the words of the role. */
  readonly role?: string;
  /** A capital's name: it may be a place. */
  readonly metonym?: boolean;
  /** No list and no introduction knows who it is: only the words of the text. */
  readonly unknown?: boolean;
}

/** What begins at a token, before its place in the sentence is filled in. */
export interface Spotted {
  /** Index after its last token. */
  readonly after: number;
  readonly form: MentionForm;
  readonly of: readonly Reference[];
  readonly voice: Voice;
  readonly size?: number;
  readonly role?: string;
  readonly metonym?: boolean;
}
