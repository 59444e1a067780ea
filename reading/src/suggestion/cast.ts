import type { Actor, Codebook } from '@entente/core/statement/codebook';
import { actorId } from '@entente/core/vocabulary';
import { lexiconActor } from '../actor/gazetteer.ts';
import type { Reference } from '../actor/mention.ts';
import type { People } from '../actor/person.ts';

/** The actors of a reading: those of the codebook, and those that suggestions have brought in. */
export class Cast {
  private readonly byId = new Map<string, Actor>();
  private readonly people: People;

  /** Actors that enter when a suggestion names them. */
  private readonly waiting: ReadonlyMap<string, Actor>;

  constructor(codebook: Codebook | undefined, people: People, waiting: readonly Actor[] = []) {
    this.people = people;
    this.waiting = new Map(waiting.map((actor) => [actor.id, actor]));
    for (const actor of codebook?.actors ?? []) this.byId.set(actor.id, actor);
  }

  /** The actor of a reference, entered if it is new, with the state or body it belongs to. */
  enter({ actor: id, state }: Reference): Actor {
    const old = this.byId.get(id) ?? this.waiting.get(id);
    if (old) {
      this.byId.set(id, old);
      for (const { actor } of old.partOf) if (!this.byId.has(actor)) this.enter({ actor });
      return old;
    }
    const part = state !== undefined && state !== id ? this.enter({ actor: state, state }).id : undefined;
    const known = lexiconActor(id);
    const introduced = this.people.entry(id);
    const up = part ?? (known?.part === undefined ? undefined : this.enter({ actor: known.part }).id);
    const actor: Actor = {
      id: actorId(id),
      name: known?.name ?? introduced?.name ?? this.nameFrom(id, state),
      kind: known?.kind ?? introduced?.kind ?? (state === undefined ? 'organisation' : 'body'),
      aliases: known?.aliases ?? [],
      partOf: up === undefined ? [] : [{ actor: up }],
    };
    this.byId.set(id, actor);
    return actor;
  }

  /** Who stands behind what an official foretells: himself where he has a name, else his state or body. */
  answerable(of: Reference): Actor {
    const { actor, state } = of;
    const unnamed = this.people.entry(actor)?.office === true;
    return unnamed && state !== undefined && state !== actor ? this.enter({ actor: state, state }) : this.enter(of);
  }

  /** A source that only its words name: “most observers”. */
  source(words: string): Actor {
    return this.enter({ actor: this.people.insider(words, undefined).id });
  }

  name(id: string): string | undefined {
    return (
      this.byId.get(id)?.name ?? this.waiting.get(id)?.name ?? this.people.entry(id)?.name ?? lexiconActor(id)?.name
    );
  }

  actors(): Actor[] {
    return [...this.byId.values()];
  }

  /** “japan-foreign-ministry” without an entry of its own: “Foreign Ministry (Japan)”. */
  private nameFrom(id: string, state: string | undefined): string {
    const rest = state !== undefined && id.startsWith(`${state}-`) ? id.slice(state.length + 1) : id;
    const words = rest
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ');
    return state !== undefined && rest !== id ? `${words} (${this.name(state) ?? state})` : words;
  }
}
