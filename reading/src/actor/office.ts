import { TITLES_OF } from '../lexicon/generated/roles.ts';
import type { Token } from '../sentence/token.ts';
import { isFunctionWord } from '../sentence/words.ts';
import type { NameFound } from './gazetteer.ts';
import type { Reference, Spotted } from './mention.ts';
import { namedAfter, nameRun, textOf } from './names.ts';
import { slug } from './person.ts';
import { MODIFIER, ROLES, roleAt } from './roles.ts';
import type { Surroundings } from './spot.ts';

export const reference = (actor: string, state: string | undefined): Reference => ({
  actor,
  ...(state ? { state } : {}),
});

const person = (
  around: Surroundings,
  name: string,
  title: string,
  state: string | undefined,
  after: number,
): Spotted => {
  const of = state ?? TITLES_OF[title];
  const one = around.people.introduce(name, { ...(of ? { state: of } : {}), title });
  return { after, form: 'person', of: [reference(one.id, one.state)], voice: 'named', role: title };
};

/** A body that the documents introduced, at a token. */
export const organisationAt = (list: readonly Token[], index: number, around: Surroundings): NameFound | undefined => {
  if (!list[index]?.capital) return undefined;
  const end = nameRun(list, index, around.gazetteer);
  for (let after = end; after > index; after -= 1) {
    const one = around.people.known(textOf(list, index, after));
    if (one && one.kind !== 'person' && (after === end || one.name.length > 1))
      return {
        id: one.id,
        name: one.name,
        kind: 'organisation',
        form: 'name',
        end: after,
        ...(one.state === undefined ? {} : { state: one.state }),
      };
  }
  return undefined;
};

/** What these are of is what they deal with: “the minister of Agriculture”. */
const PORTFOLIO = /(minister|secretary|commissioner|under-secretary-general|adviser|envoy|director)$/;

/** What an office is of, where no list knows it: “the mayor of Lakeport”. */
const namedOwner = (list: readonly Token[], index: number, around: Surroundings): NameFound | undefined => {
  const end = nameRun(list, index, around.gazetteer);
  if (end <= index || end - index > 4) return undefined;
  const name = textOf(list, index, end);
  const one = around.people.known(name);
  if (one?.kind === 'person') return undefined;
  const { id } = one ?? around.people.organisation(name, {});
  return { id, name, kind: 'organisation', form: 'name', end };
};

/** One who is known by an office alone: “China's representative”, “the Turkish president”. */
const officer = (around: Surroundings, title: string, owner: string | undefined, name: string): Reference[] => {
  if (owner === undefined) return [];
  const one = around.people.officer(title, owner, name);
  return [reference(one.id, one.state)];
};

/** A single source without a name is a person too: “a senior Kremlin official”. */
const SINGLE = /^(official|source|diplomat|officer|aide|insider|lawmaker|adviser|spokes(?:wo)?man|spokesperson)$/;

/** “Yemen's internationally recognised government”, “Ghana's new president”: a role past words that only describe it. */
const roleBeyond = (list: readonly Token[], from: number): ReturnType<typeof roleAt> => {
  for (let at = from + 1; at <= from + 3; at += 1) {
    const before = list[at - 1];
    if (before?.kind !== 'word' || before.capital || isFunctionWord(before.lower)) return undefined;
    if (
      !/(?:ly|ed|al|an|ic|ive|ous|ish|ing|ary|ent|new|old|next|then|own|main|top|last|first|late)$/.test(before.lower)
    )
      return undefined;
    const role = roleAt(list, at);
    if (role && /^(title|government|body)$/.test(role.value.role)) return role;
  }
  return undefined;
};

/** A name with the role that follows it: “Kremlin spokesman”, “Yemen's government”, “SAF officers”. */
export const afterState = (
  list: readonly Token[],
  index: number,
  known: NameFound,
  around: Surroundings,
): Spotted | undefined => {
  const possessive = list[known.end]?.text === "'s";
  const from = possessive ? known.end + 1 : known.end;
  const short =
    known.form === 'people' ||
    possessive ||
    /^[A-Z.]+$/.test(list[known.end - 1]?.text ?? '') ||
    known.kind !== 'state';
  const role = (short ? roleAt(list, from) : ROLES.at(list, from)) ?? (possessive ? roleBeyond(list, from) : undefined);
  if (!role || (known.form === 'metonym' && !possessive && !/^(title|anonymous|government)$/.test(role.value.role)))
    return undefined;
  const words = role.value.words;
  const state = known.state ?? (known.kind === 'state' ? known.id : undefined);
  const owner = state ?? known.id;
  // “the Greek Cypriot leader”: what the name is leads the words of the office.
  const whole = textOf(list, index, role.end);
  switch (role.value.role) {
    case 'government':
      return { after: role.end, form: 'state', of: [reference(known.id, state)], voice: 'office' };
    case 'anonymous': {
      const one = SINGLE.test(words) ? around.people.insider(whole, owner) : undefined;
      const of = reference(one?.id ?? known.id, one ? owner : state);
      return { after: role.end, form: 'source', of: [of], voice: 'anonymous', role: words };
    }
    case 'title': {
      const named = namedAfter(list, role.end, around.gazetteer);
      if (named) return person(around, named.name, words, owner, named.after);
      const of = officer(around, words, owner, whole);
      return { after: role.end, form: 'office', of, voice: 'office', role: words };
    }
    case 'medium':
      return { after: role.end, form: 'medium', of: [reference(known.id, state)], voice: 'media', role: words };
    case 'document':
      return undefined;
    case 'body':
      return {
        after: role.end,
        form: 'body',
        of: [reference(`${known.id}-${slug(words)}`, owner)],
        voice: 'office',
        role: words,
      };
  }
};

/** Who is somebody's for whom he speaks: “a spokeswoman for the union”. An envoy is for what he deals with. */
const SPEAKS_FOR =
  /^(speaker|spokes(?:wo)?man|spokesperson|representative|negotiator|delegate|lawyer|chief negotiator)$/;

/** An office with what it is of, and whoever bears it: “the mayor of Lakeport”, “Foreign Minister Jane Roe”. */
export const titled = (list: readonly Token[], index: number, around: Surroundings): Spotted | undefined => {
  const role = ROLES.at(list, index);
  if (role?.value.role !== 'title') return undefined;
  const title = role.value.words;
  let after = role.end;
  let state: string | undefined;
  if (list[after]?.lower === 'of' || (list[after]?.lower === 'for' && SPEAKS_FOR.test(title))) {
    let place = after + 1;
    while (place < list.length && place - after < 4 && (list[place]?.lower === 'the' || MODIFIER.at(list, place)))
      place += 1;
    const known = around.gazetteer(list, place);
    const body = known
      ? undefined
      : (organisationAt(list, place, around) ?? (PORTFOLIO.test(title) ? undefined : namedOwner(list, place, around)));
    if (known || body) {
      state = known?.state ?? known?.id ?? body?.state ?? body?.id;
      after = body?.end ?? (known ? (afterState(list, place, known, around)?.after ?? known.end) : after);
    }
  }
  const name = nameRun(list, after, around.gazetteer);
  if (name > after) return person(around, textOf(list, after, name), title, state, name);
  const named = namedAfter(list, after, around.gazetteer);
  if (named && (state !== undefined || list[after]?.lower === 'of' || list[after]?.lower === 'for'))
    return person(around, named.name, title, state, named.after);
  if (state === undefined && !/^(the|its|his|her|their|our)$/.test(list[index - 1]?.lower ?? '')) return undefined;
  const of = officer(around, title, state, textOf(list, index, after));
  return { after, form: 'office', of, voice: 'office', role: title };
};
