import type { Token } from '../sentence/token.ts';
import { dependent, type Tree } from '../sentence/tree.ts';
import { PLACES } from '../sentence/words.ts';
import { Company, type Entity, isPlural, nounOf } from './entity.ts';
import { lexiconActor } from './gazetteer.ts';
import type { Mention, Reference } from './mention.ts';

const PERSONAL = /^(he|she|him|her|his)$/;
const PLURAL = /^(they|them|their)$/;
const NEUTER = /^(it|its)$/;

/** Nouns that stand for whatever organisation was spoken of last. */
const GENERIC: Readonly<Record<string, RegExp>> = {
  organisation:
    /^(bloc|group|grouping|movement|organisation|organization|body|party|union|alliance|faction|coalition)$/,
};
/** Offices and bodies of a state: without its name they are of the state that is spoken of. */
const OF_STATE =
  /(government|regime|administration|authorities|leadership|cabinet|president|premier|minister|ministry|parliament|army|military|negotiator|delegation|spokes(wo)?man|spokesperson|chancellor|envoy|ambassador|king|prosecutor|general|court|bank|congress|senate|assembly)s?$/;

const roleOf = (
  mention: Mention,
  tree: Tree | undefined,
  tokens: readonly Token[],
  leading: boolean,
): 'subject' | 'inner' | 'other' => {
  if (mention.possessive) return 'other';
  if (!tree) return leading && !PLACES.has(tokens[mention.first - 1]?.lower ?? '') ? 'subject' : 'other';
  for (let at = mention.first; at < mention.after; at += 1) {
    const node = tree.nodes[at];
    if (!node || (node.head >= mention.first && node.head < mention.after)) continue;
    const conjunct = node.deprel === 'conj' ? tree.nodes[node.head] : node;
    if (!conjunct || !/^nsubj/.test(conjunct.deprel)) return 'other';
    const verb = tree.nodes[conjunct.head];
    return !verb || verb.head < 0 || /^(root|conj|parataxis|ccomp)$/.test(verb.deprel)
      ? verb?.deprel === 'ccomp'
        ? 'inner'
        : 'subject'
      : 'inner';
  }
  return 'other';
};

const WEIGHT = { subject: 3, inner: 2, other: 1 } as const;

/**
 * What has been spoken of so far in one document: resolves pronouns, groups, descriptions and offices without a state as the text goes on,
 * each to whoever is most in mind among those who fit.
 */
export class Discourse {
  private readonly company = new Company();
  /** States that took part as subjects, latest last: “the three” are the last three of them. */
  private speakers: string[] = [];
  private states: string[] = [];
  /** The state in whose capital a sentence plays: “In Lima, the foreign minister said …”. */
  private here: string | undefined;

  /** The mentions of a sentence with pronouns, groups and offices filled in where the document allows it. */
  resolve(mentions: readonly Mention[], tokens: readonly Token[], tree?: Tree, here?: string): Mention[] {
    this.company.now += 1;
    this.here = here;
    const resolved: Mention[] = [];
    let nearest: readonly Reference[] = [];
    mentions.forEach((mention, index) => {
      const { form, role = '' } = mention;
      const later = (): ReadonlySet<string> =>
        new Set(
          mentions
            .slice(index + 1)
            .filter((other) => other.form === 'state')
            .flatMap((other) => other.of.map(({ actor }) => actor)),
        );
      const open = mention.of.length === 0 || (mention.unknown === true && form !== 'person');
      const found = open ? this.meant(mention, tokens, later, nearest) : [];
      const of = found.length > 0 ? found : mention.of;
      const whole: Mention = { ...mention, of };
      resolved.push(whole);
      for (const { actor, state } of of)
        if (state !== undefined && (form === 'adjective' || state !== actor))
          this.company.note([{ actor: state, state }], 'thing', 0.5);
      if (form === 'adjective' || form === 'medium') return;
      const place = roleOf(mention, tree, tokens, index === 0);
      if (place !== 'other' && of.length === 1 && !(form === 'pronoun' && PERSONAL.test(role))) nearest = of;
      this.note(whole, tokens, tree, WEIGHT[place]);
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
        this.company.note(joined, 'several', WEIGHT[place] + 0.5, { plural: true });
    });
    return resolved;
  }

  /** Tells who acted in a sentence, so that the next “he”, “it” or “the two” finds them. */
  acted(of: readonly Reference[], person: boolean): void {
    if (of.length === 0) return;
    this.company.note(of, person ? 'person' : of.length > 1 ? 'several' : 'thing', 1, { plural: of.length > 1 });
    for (const { state } of of)
      if (state) this.speakers = [...this.speakers.filter((one) => one !== state), state].slice(-8);
  }

  private note(mention: Mention, tokens: readonly Token[], tree: Tree | undefined, weight: number): void {
    const { of, form } = mention;
    if (of.length === 0) return;
    if (form !== 'pronoun')
      for (const { state } of of)
        if (state) this.states = [...this.states.filter((one) => one !== state), state].slice(-8);
    const head = tokens[mention.after - 1]?.text ?? '';
    const kind: Entity['kind'] =
      of.length > 1
        ? 'several'
        : form === 'person' || (form === 'office' && of[0]?.actor !== of[0]?.state)
          ? 'person'
          : 'thing';
    this.company.note(of, kind, weight, {
      nouns: form === 'pronoun' ? [] : nounsOf(mention, tokens, tree),
      plural: of.length > 1 || (form !== 'person' && isPlural(mention, head)),
    });
  }

  private stateMeant(): readonly Reference[] {
    if (this.here) return [{ actor: this.here, state: this.here }];
    const entity = this.company.best(
      ({ of, kind }) => kind !== 'several' && of[0]?.state !== undefined && of[0].state === of[0].actor,
    );
    const state = entity?.of[0]?.state ?? this.speakers.at(-1) ?? this.states.at(-1);
    return state ? [{ actor: state, state }] : [];
  }

  private meant(
    mention: Mention,
    tokens: readonly Token[],
    later: () => ReadonlySet<string>,
    nearest: readonly Reference[],
  ): readonly Reference[] {
    const { form, role = '', size } = mention;
    const { company } = this;
    if (form === 'pronoun') {
      if (PERSONAL.test(role)) return company.best(({ kind }) => kind === 'person')?.of ?? [];
      if (PLURAL.test(role))
        return (
          (company.best(({ plural }) => plural, 0.3) ?? company.best(({ kind }) => kind !== 'person', 0.3))?.of ?? []
        );
      if (!NEUTER.test(role)) return [];
      if (role === 'its' && nearest.length === 1) return nearest;
      return company.best(({ kind, of }) => kind === 'thing' && of.length === 1)?.of ?? [];
    }
    if (form === 'group' && size !== undefined) {
      const dealtWith = later();
      const others = (states: readonly string[]) => states.filter((state) => !dealtWith.has(state));
      const named = company.best(({ of }) => of.length === size, 0.2);
      if (named) return named.of;
      const pool = others(this.speakers).length >= size ? others(this.speakers) : others(this.states);
      return pool.length >= size ? pool.slice(-size).map((state) => ({ actor: state, state })) : [];
    }
    if (form === 'person') return [];
    const head = nounOf(tokens[mention.after - 1]?.lower ?? '');
    const definite =
      /^(the|its|their|his|her|this|that|both)$/.test(tokens[mention.first - 1]?.lower ?? '') ||
      /^(the|this)$/.test(tokens[mention.first]?.lower ?? '');
    if (!definite) return [];
    const called = company.best(({ nouns }) => nouns.has(head), 0.001);
    if (called) return called.of;
    if (GENERIC['organisation']?.test(head)) {
      const one = company.best(
        ({ kind, of }) => kind === 'thing' && of[0] !== undefined && of[0].state !== of[0].actor,
        0.05,
      );
      if (one) return one.of;
    }
    return OF_STATE.test(tokens[mention.after - 1]?.lower ?? '') ? this.stateMeant() : [];
  }
}

/** Nouns by which a text may speak again of what a mention names: of its own words, its names, what stands beside it. */
const nounsOf = (mention: Mention, tokens: readonly Token[], tree: Tree | undefined): string[] => {
  const found: string[] = [];
  const own = tokens[mention.after - 1];
  if (own && mention.form !== 'state' && mention.form !== 'person') found.push(nounOf(own.lower));
  if (mention.role && mention.form !== 'pronoun') found.push(nounOf(mention.role.split(' ').at(-1) ?? ''));
  const [of] = mention.of;
  if (mention.of.length === 1 && of && mention.form === 'body') {
    const known = lexiconActor(of.actor);
    for (const name of known ? [known.name, ...known.aliases] : [])
      if (/\s/.test(name)) found.push(nounOf(name.split(/\s+/).at(-1) ?? ''));
  }
  if (tree)
    for (let at = mention.first; at < mention.after; at += 1) {
      const node = tree.nodes[at];
      if (!node) continue;
      // “the train drivers' union GDL”, “the GDL, a union of …”.
      const head = tree.nodes[node.head];
      if (/^(appos|flat|compound)$/.test(node.deprel) && head && node.head >= 0 && head.upos === 'NOUN')
        found.push(nounOf(tokens[node.head]?.lower ?? ''));
      const beside = dependent(tree, at, /^(appos|compound)$/);
      if (beside !== undefined && tree.nodes[beside]?.upos === 'NOUN') found.push(nounOf(tokens[beside]?.lower ?? ''));
    }
  return [...new Set(found)].filter((noun) => noun.length > 2 && !/^(one|people|side|country|state)$/.test(noun));
};
