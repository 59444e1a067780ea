import type { Actor, Codebook, Issue } from '../statement/codebook.ts';
import type { ActorId } from '../vocabulary.ts';

/** Words that tell who is to act from what is to be done. */
const MODAL = /\b(?:should|shall|must|may|might|will|would|ought to|has to|have to|needs? to)\b/i;

/** A passive proposal (“sanctions should be lifted”) names what is done, not who does it. */
const PASSIVE = /^\s*(?:not\s+)?(?:now\s+)?(?:be|remain|stay)\s+(?!willing|ready|able|part|a\b|an\b|the\b|party)/i;

const namesOf = ({ name, aliases }: Actor): readonly string[] => [name, ...aliases];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a text names an actor, as whole words. */
export const names = (text: string, actor: Actor): boolean =>
  namesOf(actor).some(
    (name) => name.length > 1 && new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').test(text),
  );

/** Who is to act on a proposal: the actors that its subject names, and whether it is for several together. */
export interface Doers {
  readonly actors: readonly ActorId[];
  /** “The parties”, “both sides”, or several named. */
  readonly joint: boolean;
}

/**
 * Who is to do what an issue proposes, read off the subject of its proposal: “The United States should withdraw …” is for the
 * United States to do. A passive proposal names nobody unless it says by whom.
 */
export const doersOf = ({ proposal }: Issue, { actors }: Codebook): Doers => {
  const modal = MODAL.exec(proposal);
  if (modal === null) return { actors: [], joint: false };
  const rest = proposal.slice(modal.index + modal[0].length);
  const by = PASSIVE.test(rest) ? (/\bby\s+(.+)$/i.exec(rest)?.[1] ?? '') : proposal.slice(0, modal.index);
  const named = actors.filter((actor) => names(by, actor));
  // Of “South Korea” and “Korea” the longer name is meant.
  const meant = named.filter(
    (actor) =>
      !named.some(
        (other) =>
          other !== actor &&
          namesOf(other).some((long) =>
            namesOf(actor).some((short) => long.length > short.length && long.includes(short)),
          ),
      ),
  );
  const joint = meant.length > 1 || /\b(?:parties|sides|both|all|together|two|three)\b/i.test(by);
  return { actors: meant.map(({ id }) => id), joint };
};
