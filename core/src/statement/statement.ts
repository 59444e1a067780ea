import type { Passage } from '../document/passage.ts';
import type { ActorId, Edtf, IssueId, Stance, StatementId } from '../vocabulary.ts';

/** The connective that ties a stance to a condition. */
export type ConditionKind =
  | 'unless'
  | 'until'
  | 'only-if'
  | 'if'
  | 'before'
  | 'after'
  | 'first'
  | 'as-long-as'
  | 'in-exchange';

export interface Condition {
  readonly kind: ConditionKind;
  /** The words, with the connective. */
  readonly passage: Passage;
  /** Who would have to act, where the words name it. */
  readonly actor?: ActorId;
}

/** Who stands behind a link of an attribution chain. */
export type Voice = 'named' | 'office' | 'anonymous' | 'document' | 'agency' | 'outlet' | 'media' | 'author';

/** One step of who reports whom: “Kyodo News”, “diplomatic sources”, “Takehiro Funakoshi”. */
export interface AttributionLink {
  readonly name: string;
  readonly voice: Voice;
  readonly passage?: Passage;
}

/** Who coded a statement: a person, or a rule or model by name. */
export type Coder = { readonly kind: 'person' | 'rule' | 'model'; readonly name: string };

export type Status = 'suggested' | 'accepted' | 'rejected';

/** One passage in which an actor takes, withholds or changes a position on an issue. */
export interface Statement {
  readonly id: StatementId;
  readonly passage: Passage;
  /** Whose position it is. */
  readonly actor: ActorId;
  /** The person or body that voiced it. */
  readonly speaker?: ActorId;
  readonly issue: IssueId;
  readonly stance: Stance;
  readonly condition?: Condition;
  /** The ground that the actor or the source gives. */
  readonly reason?: Passage;
  /** Outermost first, without the document's own voice; empty when the document speaks for itself. */
  readonly attribution: readonly AttributionLink[];
  /** Time of the position. */
  readonly date?: Edtf;
  readonly tense?: 'current' | 'past' | 'future';
  /** Explicit: a verb of position, decision, demand, refusal or withholding. Implied: inferred from conduct, contrast or reason. */
  readonly level: 'explicit' | 'implied';
  readonly coder: Coder;
  readonly status: Status;
  /** Probability that the coding is right, in [0, 1]; only from a machine. */
  readonly confidence?: number;
  readonly note?: string;
}
