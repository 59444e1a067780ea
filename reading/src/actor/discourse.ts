import type { Token } from '../sentence/token.ts';
import type { Mention, Reference } from './mention.ts';

const PERSONAL = /^(he|she|him|her|his)$/;
const PLURAL = /^(they|them|their)$/;

/**
 * What has been spoken of so far in one document: resolves pronouns, groups and offices without a state as the text goes on.
 */
export class Discourse {
  private person: Reference | undefined;
  private thing: Reference | undefined;
  private plural: readonly Reference[] = [];
  /** States in order of last mention, latest last. */
  private states: string[] = [];
  /** States that took part as subjects, latest last: “the three” are the last three of them. */
  private speakers: string[] = [];

  /** The mentions of a sentence with pronouns, groups and offices filled in where the document allows it. */
  resolve(mentions: readonly Mention[], tokens: readonly Token[]): Mention[] {
    // The first actor of a sentence, as a rule its subject, is what “it” means later in it.
    let own: readonly Reference[] = [];
    let several: readonly Reference[] = [];
    return mentions.map((mention, index) => {
      const { form, role = '' } = mention;
      const near = form === 'pronoun' && (/^(it|its)$/.test(role) ? own : PLURAL.test(role) ? several : []);
      // “the three agreed on diplomacy with North Korea”: whom they deal with is not one of them.
      const later = () =>
        new Set(
          mentions
            .slice(index + 1)
            .filter((other) => other.form === 'state')
            .flatMap((other) => other.of.map(({ actor }) => actor)),
        );
      const of = mention.of.length > 0 ? mention.of : near && near.length > 0 ? near : this.meant(mention, later);
      const resolved = { ...mention, of };
      if (form === 'state' || form === 'body' || form === 'office' || form === 'medium') {
        if (own.length === 0 && !mention.possessive && of.length === 1) own = of;
      }
      if (form === 'group' || form === 'source') several = of;
      this.note(resolved);
      // “South Korea and Japan”: both are meant by “they”.
      const before = mentions[index - 1];
      const joined = before && before.after + 1 === mention.first && tokens[before.after]?.lower === 'and';
      if (
        joined &&
        !mention.possessive &&
        form !== 'adjective' &&
        before.form !== 'adjective' &&
        before.of.length > 0 &&
        of.length > 0
      ) {
        several = [...before.of, ...of];
        this.plural = several;
      }
      return resolved;
    });
  }

  /** Tells who acted in a sentence, so that the next “he”, “it” or “the two” finds them. */
  acted(of: readonly Reference[], person: boolean): void {
    const [first] = of;
    if (!first) return;
    if (person) this.person = first;
    else if (of.length === 1) this.thing = first;
    if (of.length > 1) this.plural = of;
    for (const { state } of of)
      if (state) this.speakers = [...this.speakers.filter((one) => one !== state), state].slice(-8);
  }

  private note(mention: Mention): void {
    const [first] = mention.of;
    if (!first || mention.form === 'pronoun') return;
    for (const { state } of mention.of)
      if (state) this.states = [...this.states.filter((one) => one !== state), state].slice(-8);
    if (mention.form === 'person') this.person = first;
    else if (mention.form === 'state' || mention.form === 'body' || mention.form === 'office') this.thing ??= first;
  }

  private meant(mention: Mention, later: () => ReadonlySet<string>): readonly Reference[] {
    const { form, role = '', size } = mention;
    if (form === 'pronoun') {
      if (PERSONAL.test(role)) return this.person ? [this.person] : [];
      if (PLURAL.test(role)) return this.plural.length > 0 ? this.plural : this.thing ? [this.thing] : [];
      return /^(it|its)$/.test(role) && this.thing ? [this.thing] : [];
    }
    if (form === 'group' && size !== undefined) {
      const dealtWith = later();
      const others = (states: readonly string[]) => states.filter((state) => !dealtWith.has(state));
      const pool = others(this.speakers).length >= size ? others(this.speakers) : others(this.states);
      return pool.length >= size ? pool.slice(-size).map((state) => ({ actor: state, state })) : [];
    }
    const state = this.speakers.at(-1) ?? this.states.at(-1);
    if (form === 'office' && state) return [{ actor: state, state }];
    return [];
  }
}
