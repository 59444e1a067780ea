import { dayRange, overlaps } from '../chronicle/edtf.ts';
import type { Actor, Codebook } from '../statement/codebook.ts';
import type { ActorId, Edtf } from '../vocabulary.ts';

/** Looks up a codebook's actors. */
export const actorsById = (codebook: Codebook): ReadonlyMap<ActorId, Actor> =>
  new Map(codebook.actors.map((actor) => [actor.id, actor]));

const speaksForAWhole = (actor: Actor): boolean =>
  actor.kind === 'person' || actor.kind === 'body' || actor.kind === 'medium';

/**
 * Whom an actor speaks for at a date: a person, a body or a medium speaks for what it is part of then, and so on upwards; a state, an
 * organisation or a group speaks for itself. Without a date every membership counts.
 *
 * Reading: an organisation that is part of a state (a party, a union) is not its organ, so its word is not the state's.
 */
export const spokenFor = (actors: ReadonlyMap<ActorId, Actor>, id: ActorId, date?: Edtf): ActorId => {
  const seen = new Set<ActorId>();
  let current = id;
  for (;;) {
    const actor = actors.get(current);
    if (actor === undefined || !speaksForAWhole(actor) || seen.has(current)) return current;
    seen.add(current);
    const when = dayRange(date);
    const whole = actor.partOf.find(({ from, to }) => {
      const [first, last] = [dayRange(from).first, dayRange(to).last];
      return overlaps(when, { ...(first !== undefined && { first }), ...(last !== undefined && { last }) });
    });
    if (whole === undefined || !actors.has(whole.actor)) return current;
    current = whole.actor;
  }
};
