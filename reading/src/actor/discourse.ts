import { TITLES_OF } from '../lexicon/generated/roles.ts';
import { headOf, namesOf, nounsOf, placeOf, type Scene, subjectAbove, wordsOf } from './called.ts';
import { Company, type Entity, isPlural, keyOf, nounOf } from './entity.ts';
import { bodyOf, lexiconActor } from './gazetteer.ts';
import { type Asked, isGeneric, meant, type Weighing } from './meant.ts';
import type { Mention, Reference } from './mention.ts';
import { BODY, GOVERNMENT, genderOf, OF_BODIES, OF_STATE, OF_STATES, OWN, partOf, SPEAKS } from './offices.ts';
import { type People, slug } from './person.ts';

const PERSONAL = /^(he|she|him|her|his)$/;
const PLURAL = /^(they|them|their)$/;
const NEUTER = /^(it|its)$/;
/** By how much somebody has to be likelier than the next to be taken for good. */
const CLEARLY = 1;
const WEIGHT = { subject: 3, inner: 2, other: 1 } as const;

/**
 * What has been spoken of so far in one document: resolves pronouns, groups, descriptions and offices without a state as the text goes on,
 * each to whoever is likeliest among those who fit.
 */
export class Discourse {
  private readonly company = new Company();
  /** States that took part as subjects, latest last: “the three” are the last three of them. */
  private speakers: string[] = [];
  private states: string[] = [];
  private readonly people: People | undefined;
  private readonly weighing: ((mention: Mention) => Weighing) | undefined;

  constructor(people?: People, weighing?: (mention: Mention) => Weighing) {
    this.people = people;
    this.weighing = weighing;
  }

  /** The mentions of a sentence with pronouns, groups and offices filled in where the document allows it. */
  resolve(mentions: readonly Mention[], scene: Scene): Mention[] {
    const { tokens, tree, block = 0, heading = false } = scene;
    this.company.now += 1;
    this.company.block = block;
    this.company.heading = heading;
    for (const state of scene.places ?? []) this.company.place({ actor: state, state });
    const resolved: Mention[] = [];
    mentions.forEach((mention, index) => {
      const { form, role = '' } = mention;
      const later = (): ReadonlySet<string> =>
        new Set(
          mentions
            .slice(index + 1)
            .filter((other) => other.form === 'state')
            .flatMap((other) => other.of.map(({ actor }) => actor)),
        );
      const open = mention.of.length === 0 || mention.unknown === true;
      const found = open ? this.meant(mention, scene, later, resolved) : this.placed(mention, scene, resolved);
      const of = found.length > 0 ? found : mention.of;
      const whole: Mention = { ...mention, of };
      resolved.push(whole);
      for (const { actor, state } of of)
        if (state !== undefined && (form === 'adjective' || state !== actor))
          this.company.note([{ actor: state, state }], 'thing', 0.5);
      for (const { actor, state } of of)
        if (state !== undefined && (state !== actor || form === 'office') && form !== 'pronoun') {
          const owner = this.company.get([{ actor: state }]);
          if (owner) owner.offices += 1;
        }
      if (form === 'adjective' || form === 'medium') return;
      const place = placeOf(mention, tree, tokens, index === 0);
      this.note(whole, scene, place);
      // “South Korea and Japan”: both are meant by “they”.
      const joined: Reference[] = [...of];
      for (let at = index - 1, first = mention.first; at >= 0; at -= 1) {
        const before = resolved[at];
        const link = tokens[first - 1]?.lower;
        if (!before || (link !== 'and' && link !== ',') || before.after !== first - 1) break;
        if (before.form === 'adjective' || before.possessive || (link === ',' && joined.length < 2)) break;
        joined.unshift(...before.of);
        first = before.first;
      }
      if (joined.length > of.length && !mention.possessive && form !== 'pronoun')
        this.company.note(joined, 'several', WEIGHT[place] + 0.5, { plural: true, place });
      if (form === 'pronoun' && PERSONAL.test(role) && of.length === 1) {
        const entity = this.company.get(of);
        if (entity) entity.gender ??= /^(she|her)$/.test(role) ? 'she' : 'he';
      }
    });
    return resolved;
  }

  /** Tells who acted in a sentence, so that the next “he”, “it” or “the two” finds them. */
  acted(of: readonly Reference[], person: boolean): void {
    if (of.length === 0) return;
    const known = this.company.get(of);
    const entry = of[0] && this.people?.entry(of[0].actor);
    const human = entry ? entry.kind === 'person' : person;
    const entity = this.company.note(of, known?.kind ?? (of.length > 1 ? 'several' : human ? 'person' : 'thing'), 1, {
      plural: of.length > 1,
    });
    if (entity) {
      entity.acted = this.company.now;
    }
    for (const { state } of of)
      if (state) this.speakers = [...this.speakers.filter((one) => one !== state), state].slice(-8);
  }

  private note(mention: Mention, { tokens, tree }: Scene, place: Entity['place']): void {
    const { of, form } = mention;
    // “neither bloc”, “any government”: nobody in particular.
    if (
      of.length === 0 ||
      (mention.unknown &&
        /^(neither|no|any|every|each|another|either|such|some)$/.test(tokens[mention.first - 1]?.lower ?? ''))
    )
      return;
    if (form !== 'pronoun')
      for (const { state } of of)
        if (state) this.states = [...this.states.filter((one) => one !== state), state].slice(-8);
    const [one] = of;
    const where = one && form !== 'pronoun' ? lexiconActor(one.actor)?.where : undefined;
    if (where !== undefined) this.company.place({ actor: where, state: where });
    const known = this.company.get(of);
    const entry = one && this.people?.entry(one.actor);
    const human = tree?.heads.get(headOf(mention, tree)) === 'person';
    const kind: Entity['kind'] =
      known?.kind ??
      (of.length > 1
        ? 'several'
        : entry
          ? entry.kind === 'person'
            ? 'person'
            : 'thing'
          : form === 'person' && (!mention.unknown || human)
            ? 'person'
            : mention.unknown && human && !/s$/.test(tokens[headOf(mention, tree)]?.lower ?? '')
              ? 'person'
              : 'thing');
    const head = tokens[headOf(mention, tree)]?.text ?? '';
    this.company.note(of, kind, WEIGHT[place], {
      nouns: nounsOf(mention, tokens, tree),
      names: namesOf(mention, this.people),
      plural: of.length > 1 || (form !== 'person' && form !== 'pronoun' && isPlural(mention, head)),
      place,
      gender: genderOf(mention.role),
    });
  }

  private ask(asked: Asked, mention: Mention, by = 0): Entity | undefined {
    const weighed = meant(this.company, asked);
    this.weighing?.(mention)(asked, weighed);
    const [best, next] = weighed;
    if (best && next && best.score - next.score < by) return undefined;
    return best && (asked.asking !== 'description' || best.score > 0) ? best.entity : undefined;
  }

  /** The state or body to which an office or body belongs that names none. */
  private owner(
    mention: Mention,
    { here, tokens }: Scene,
    resolved: readonly Mention[],
    by = 0,
  ): Reference | undefined {
    const before = resolved.find(({ after, form }) => after === mention.first && form === 'pronoun');
    const [one] = before?.of ?? [];
    if (one && before?.of.length === 1)
      return { actor: one.state ?? one.actor, ...(one.state ? { state: one.state } : {}) };
    if (here) return { actor: here, state: here };
    const title = mention.role ?? wordsOf(mention, tokens);
    const told = TITLES_OF[title];
    if (told !== undefined) return { actor: told, state: told };
    const asked: Asked = { asking: 'owner', ofBodies: OF_BODIES.test(title), ofStates: OF_STATES.test(title) };
    const found = this.ask(asked, mention, by)?.of[0];
    const part = found && OF_BODIES.test(title) ? lexiconActor(found.actor)?.part : undefined;
    return part === undefined ? found : { actor: part };
  }

  /** A person whose office says that he is somebody's: “its head of personnel, Jens Wiechert”. */
  private placed(mention: Mention, scene: Scene, resolved: readonly Mention[]): readonly Reference[] {
    const [one] = mention.of;
    if (mention.form !== 'person' || !one || one.state !== undefined || mention.unknown) return [];
    const entry = this.people?.entry(one.actor);
    if (entry?.kind !== 'person' || entry.ministry || entry.title === undefined || !SPEAKS.test(entry.title)) return [];
    if (entry.state === undefined) {
      const owner = this.owner(mention, scene, resolved, CLEARLY);
      if (!owner || owner.actor === entry.id) return [];
      entry.state = owner.state ?? owner.actor;
    }
    return [{ actor: entry.id, state: entry.state }];
  }

  private pronoun(mention: Mention, { tree }: Scene, resolved: readonly Mention[]): readonly Reference[] {
    const { role = '' } = mention;
    const subject = subjectAbove(mention, tree);
    const over =
      subject === undefined ? undefined : resolved.find(({ first, after }) => first <= subject && subject < after);
    const above = over && over.of.length > 0 ? keyOf(over.of) : undefined;
    if (PERSONAL.test(role))
      return this.ask({ asking: 'person', above, gender: /^(she|her)$/.test(role) ? 'she' : 'he' }, mention)?.of ?? [];
    if (PLURAL.test(role)) return this.ask({ asking: 'several', above, plural: true }, mention)?.of ?? [];
    return NEUTER.test(role) ? (this.ask({ asking: 'thing', above }, mention)?.of ?? []) : [];
  }

  private group(size: number, dealtWith: ReadonlySet<string>): readonly Reference[] {
    const others = (states: readonly string[]) => states.filter((state) => !dealtWith.has(state));
    const named = this.company.best(({ of }) => of.length === size, 0.2);
    if (named) return named.of;
    if (size === 2) {
      // “both sides”: the two of whom the text speaks most, and of late.
      const weight = (one: Entity): number =>
        this.company.salience(one) / 6 + Math.log2(1 + one.count) / 3 + (one.headed ? 0.3 : 0);
      const pair = [...this.company.entities()]
        .filter(
          (one) =>
            one.kind === 'thing' && one.of.length === 1 && one.count > 1 && !dealtWith.has(one.key) && one.acted !== -1,
        )
        .sort((a, b) => weight(b) - weight(a))
        .slice(0, 2);
      if (pair.length === 2) return pair.flatMap(({ of }) => of);
    }
    const pool = others(this.speakers).length >= size ? others(this.speakers) : others(this.states);
    return pool.length >= size ? pool.slice(-size).map((state) => ({ actor: state, state })) : [];
  }

  private meant(
    mention: Mention,
    scene: Scene,
    later: () => ReadonlySet<string>,
    resolved: readonly Mention[],
  ): readonly Reference[] {
    const { tokens, tree } = scene;
    const { form, size } = mention;
    if (form === 'pronoun') return this.pronoun(mention, scene, resolved);
    if (form === 'group' && size !== undefined) return this.group(size, later());
    const head = tokens[headOf(mention, tree)];
    const noun = nounOf(head?.lower ?? '');
    // A name that no list knows: part of a longer one (“the Commission”), or somebody by himself.
    if (form === 'person')
      return mention.unknown && mention.after - mention.first <= 2 ? this.partOfName(mention, noun, scene) : [];
    const before = tokens[mention.first - 1]?.lower ?? '';
    const possessive = /^(its|their|his|her|our)$/.test(before);
    const definite =
      possessive || /^(the|this|that|both)$/.test(before) || /^(the|this)$/.test(tokens[mention.first]?.lower ?? '');
    if (!definite)
      return mention.unknown && form !== 'source' ? this.office(mention, head?.lower ?? '', scene, resolved) : [];
    const plural = /[^s]s$/.test(head?.lower ?? '');
    // “the coalition that formed in May” tells by itself which one it is.
    const apart = /^(that|who|of|in|for|from|which)$/.test(tokens[mention.after]?.lower ?? '');
    const role = (mention.role ?? wordsOf(mention, tokens)).replace(/^the /, '');
    // “the army” of whoever's army was spoken of last.
    const body =
      !possessive && !apart && BODY.test(role)
        ? this.company.best(({ key }) => key.endsWith(`-${slug(role)}`))
        : undefined;
    if (body) return body.of;
    if (!possessive && !apart && !(BODY.test(role) && OF_STATES.test(role))) {
      const within = tokens
        .slice(mention.first, headOf(mention, tree))
        .flatMap(({ capital, lower }, at) =>
          capital && (mention.first + at > 0 || at > 0) && lower !== 'the' ? [lower] : [],
        );
      const called = this.ask({ asking: 'description', noun, plural, within }, mention);
      if (called) return called.of;
    }
    const office = mention.role !== undefined || OF_STATE.test(head?.lower ?? '');
    if (!office || form === 'source' || (isGeneric(noun) && !OF_STATE.test(head?.lower ?? ''))) return [];
    const owner = this.owner(mention, scene, resolved);
    if (owner) return partOf(this.people, role, owner);
    // Nobody knows whose: the office is all there is (“The Minister for Infrastructure”).
    if (form !== 'office' || BODY.test(role) || GOVERNMENT.test(role) || OWN.test(role) || !this.people) return [];
    return [{ actor: this.people.insider(role, undefined).id }];
  }

  /** One who is told by an office that no list knows: “State minister for labour”. */
  private office(mention: Mention, head: string, scene: Scene, resolved: readonly Mention[]): readonly Reference[] {
    if (
      !SPEAKS.test(head) ||
      mention.of[0]?.state !== undefined ||
      /^(an?|one|some|any|no)$/.test(scene.tokens[mention.first - 1]?.lower ?? '')
    )
      return [];
    const owner = this.owner(mention, scene, resolved);
    const role = wordsOf(mention, scene.tokens);
    return owner ? partOf(this.people, role, owner) : [];
  }

  /** “the Commission” where the European Commission or only its Union was named. */
  private partOfName(mention: Mention, noun: string, { tokens }: Scene): readonly Reference[] {
    if (mention.after - mention.first === 1 && tokens[mention.first - 1]?.lower === 'the') {
      const called = this.ask({ asking: 'description', noun }, mention);
      if (called) return called.of;
      const spoken = new Set([...this.company.entities()].flatMap(({ of }) => of.map(({ actor }) => actor)));
      const body = bodyOf(tokens[mention.first]?.text ?? '', spoken);
      if (body) return [body];
    }
    return [];
  }
}
