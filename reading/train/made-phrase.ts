import { after, as, before, caseOf, type Phrase, the, word } from './made-node.ts';
import * as words from './made-words.ts';

/** Makers of phrases without clauses, from one stream of chance. */
export const phrases = (random: () => number) => {
  const one = <T>(things: readonly T[]): T => {
    const thing = things[Math.floor(random() * things.length)];
    if (thing === undefined) throw new RangeError('There is nothing to choose from');
    return thing;
  };
  const chance = (share: number) => random() < share;
  const pick = <T>(...makers: readonly (() => T)[]): T => one(makers)();

  const family = () => one(words.NAME_OPENINGS) + one(words.NAME_ENDINGS);
  const propers = (form: string): Phrase => ({ ...word(form, 'PROPN', 'NNP'), plural: false });
  const state = () => propers(chance(0.6) ? one(words.COUNTRIES) : one(words.CAPITALS));
  const person = (): Phrase => {
    const name = chance(0.5)
      ? after(propers(one(words.FIRST)), word(family(), 'PROPN', 'NNP', 'flat'))
      : propers(family());
    if (chance(0.6)) return name;
    const title = word(one(words.TITLES), 'PROPN', 'NNP', 'nmod:desc');
    return before(
      name,
      title.form === 'Minister'
        ? before(title, word(one(['Foreign', 'Prime', 'Defence']), 'PROPN', 'NNP', 'compound'))
        : title,
    );
  };
  const common = (forms: readonly string[]): Phrase => {
    const plural = chance(0.25);
    const singular = one(forms);
    const form = !plural ? singular : singular.endsWith('y') ? `${singular.slice(0, -1)}ies` : `${singular}s`;
    const noun: Phrase = { ...word(form, 'NOUN', plural ? 'NNS' : 'NN'), plural };
    return chance(0.35) ? before(noun, word(one(words.ADJECTIVES), 'ADJ', 'JJ', 'amod')) : noun;
  };
  const owned = (noun: Phrase): Phrase =>
    before(noun, as(after(state(), word(one(["'s", '’s']), 'PART', 'POS', 'case')), 'nmod:poss'));
  const determined = (noun: Phrase): Phrase =>
    pick<Phrase>(
      () => before(noun, the),
      () => before(noun, the),
      () => (noun.plural ? noun : before(noun, word(one(['a', 'this', 'any', 'no']), 'DET', 'DT', 'det'))),
      () => owned(noun),
      () => before(noun, word(one(['its', 'their', 'his']), 'PRON', 'PRP$', 'nmod:poss')),
    );
  const under = (preposition: string, phrase: Phrase, deprel: string) =>
    as(before(phrase, caseOf(preposition)), deprel);
  const thing = (): Phrase => {
    const noun = determined(common(words.THINGS));
    return pick<Phrase>(
      () => noun,
      () => noun,
      () => after(noun, under('on', propersOrField(), 'nmod')),
      () => after(noun, under(one(['of', 'with', 'to', 'for', 'between']), state(), 'nmod')),
    );
  };
  const propersOrField = (): Phrase => ({ ...word(one(words.FIELDS), 'NOUN', 'NN'), plural: false });
  const single = (): Phrase =>
    pick<Phrase>(
      state,
      state,
      person,
      () => determined(common(words.BODIES)),
      () => determined(common(words.PEOPLE)),
      () => after(before(common(words.PEOPLE), the), under('of', state(), 'nmod')),
    );
  const joined = (first: Phrase, second: Phrase, joint: string, opening?: string): Phrase => {
    const both = after(first, as(before(second, word(joint, 'CCONJ', 'CC', 'cc')), 'conj'));
    return { ...(opening ? before(both, word(opening, 'CCONJ', 'CC', 'cc:preconj')) : both), plural: joint === 'and' };
  };
  return { one, chance, pick, state, person, common, determined, under, thing, single, joined };
};
