import { enter, extensible } from '../lexicon/extension.ts';
import { GROUPS, HALVES } from '../lexicon/generated/roles.ts';
import type { Token } from '../sentence/token.ts';
import { isFunctionWord, PLACES, POSSESSIVES, PRONOUNS, table } from '../sentence/words.ts';
import type { Gazetteer, NameFound } from './gazetteer.ts';
import { governmentUnder } from './led.ts';
import type { Mention, MentionForm, Reference, Spotted } from './mention.ts';
import { nameRun, textOf } from './names.ts';
import { afterState, organisationAt, reference, titled } from './office.ts';
import { type People, slug } from './person.ts';
import { MODIFIER, OPENERS, ROLES, roleAt } from './roles.ts';

const DESCRIBES = /^\p{Lu}\p{L}+(?:an|ern|ish|ese)$/u;
const PERSONAL = /^(he|she|him|his|her)$/;
const GROUP = new Set(GROUPS);
const PLURALS = new Map(HALVES.map((halves) => [halves.plural.toLowerCase(), halves]));
const SIZES: Readonly<Record<string, number>> = table({ both: 2, two: 2, three: 3, four: 4, five: 5, six: 6 });

export interface Surroundings {
  readonly gazetteer: Gazetteer;
  readonly people: People;
  /** The state that “the North” means in these documents. */
  readonly half: (point: string) => string | undefined;
}

const plainState = (list: readonly Token[], index: number, known: NameFound): Spotted => {
  const medium = known.kind === 'medium';
  const next = list[known.end];
  const article = list[index - 1]?.lower === 'the' && !/^(an|the)$/.test(list[index]?.lower ?? '');
  // “the Japanese”, “Palestinians” speak of the people; “Japanese proposal” only describes.
  const noun =
    known.form === 'people' &&
    ((/s$/.test(list[known.end - 1]?.lower ?? '') && !/ss$/.test(list[known.end - 1]?.lower ?? '')) ||
      (article && (!next || next.kind === 'mark' || isFunctionWord(next.lower))));
  const form: MentionForm = medium
    ? 'medium'
    : known.form === 'people' && !noun
      ? 'adjective'
      : known.kind === 'state'
        ? 'state'
        : 'body';
  return {
    after: known.end,
    form,
    of: [reference(known.id, known.state)],
    voice: medium ? (known.voice ?? 'outlet') : 'office',
    ...(known.form === 'metonym' ? { metonym: true } : {}),
  };
};

/** “the governments of Egypt and Sudan”, “the leadership of the North”: the states themselves. */
const governmentOf = (list: readonly Token[], index: number, around: Surroundings): Spotted | undefined => {
  const role = ROLES.at(list, index);
  if (role?.value.role !== 'government' || list[role.end]?.lower !== 'of') return undefined;
  const of: Reference[] = [];
  let after = role.end + 1;
  for (let place = after; place < list.length && place - role.end < 16; ) {
    if (/^(the|and|,|both)$/.test(list[place]?.lower ?? '')) {
      place += 1;
      continue;
    }
    const known = around.gazetteer(list, place);
    const half = known ? undefined : around.half(list[place]?.text ?? '');
    if (known?.kind === 'state' && known.form !== 'people') of.push(reference(known.id, known.state));
    else if (half && list[place + 1]?.capital !== true) of.push(reference(half, half));
    else break;
    after = known?.end ?? place + 1;
    place = after;
  }
  return of.length > 0
    ? { after, form: of.length > 1 ? 'group' : 'state', of, voice: 'office', size: of.length }
    : undefined;
};

const compass = (list: readonly Token[], index: number, around: Surroundings): Spotted | undefined => {
  const word = list[index]?.text ?? '';
  if (!/^(North|South|East|West)$/.test(word) || list[index - 1]?.lower !== 'the') return undefined;
  if (list[index + 1]?.capital && list[index + 1]?.kind === 'word') return undefined;
  const id = around.half(word);
  return id ? { after: index + 1, form: 'state', of: [reference(id, id)], voice: 'office' } : undefined;
};

const group = (list: readonly Token[], index: number): Spotted | undefined => {
  const first = list[index]?.lower ?? '';
  const size = SIZES[first];
  let at = size === undefined ? index : index + 1;
  while (
    at < list.length &&
    at - index < 3 &&
    /^(warring|neighbouring|neighboring|rival|opposing|other|Korean|main)$/.test(list[at]?.text ?? '')
  )
    at += 1;
  const noun = list[at]?.lower ?? '';
  const halves = PLURALS.get(noun);
  if (halves) {
    const members = [halves.north, halves.south, halves.east, halves.west].filter((id) => id !== undefined);
    return { after: at + 1, form: 'group', of: members.map((id) => reference(id, id)), voice: 'office', size: 2 };
  }
  const counted = GROUP.has(noun);
  const determined = /^(the|all|these|both)$/.test(list[index - 1]?.lower ?? '') || first === 'both';
  if (size !== undefined && counted && (determined || first !== 'one')) {
    return determined ? { after: at + 1, form: 'group', of: [], voice: 'office', size } : undefined;
  }
  if (size !== undefined && determined && first !== 'both') {
    const next = list[index + 1];
    if (!next || next.kind === 'mark' || isFunctionWord(next.lower) || /ed$/.test(next.lower))
      return { after: index + 1, form: 'group', of: [], voice: 'office', size };
  }
  if (size === undefined && counted && determined && /^(sides|parties|belligerents)$/.test(noun))
    return { after: index + 1, form: 'group', of: [], voice: 'office', size: 2 };
  return undefined;
};

/** The state in whose capital a body sits: “the foreign ministry in Baku”. */
const seatAt = (list: readonly Token[], at: number, around: Surroundings): string | undefined => {
  if (list[at]?.lower !== 'in' || !list[at + 1]?.capital) return undefined;
  const known = around.gazetteer(list, at + 1);
  return known?.form === 'metonym' ? known.state : undefined;
};

/** Roles without a state before them: “diplomatic sources”, “the foreign ministry”, “state media”. */
const unowned = (list: readonly Token[], index: number, around: Surroundings): Spotted | undefined => {
  const role = roleAt(list, index);
  if (!role) return undefined;
  const before = list[index - 1]?.lower ?? '';
  const definite = /^(the|its|their|his|her)$/.test(before);
  const words = role.value.words;
  switch (role.value.role) {
    case 'anonymous':
      return { after: role.end, form: 'source', of: [], voice: 'anonymous', role: words };
    case 'medium':
      return { after: role.end, form: 'medium', of: [], voice: 'media', role: words };
    case 'government': {
      const seat = seatAt(list, role.end, around);
      if (seat) return { after: role.end, form: 'state', of: [reference(seat, seat)], voice: 'office' };
      return definite && /^(government|regime|administration|authorities|leadership|cabinet)$/.test(words)
        ? { after: role.end, form: 'office', of: [], voice: 'office', role: words }
        : undefined;
    }
    case 'body': {
      const seat = seatAt(list, role.end, around);
      if (seat)
        return {
          after: role.end,
          form: 'body',
          of: [reference(`${seat}-${slug(words)}`, seat)],
          voice: 'office',
          role: words,
        };
      return definite ? { after: role.end, form: 'office', of: [], voice: 'office', role: words } : undefined;
    }
    default:
      return undefined;
  }
};

const OPENING = new Set<string>([...OPENERS, ...GROUPS, ...Object.keys(SIZES), ...PRONOUNS, ...POSSESSIVES]);
extensible(({ titles }) =>
  enter(
    OPENING,
    titles.flatMap((title) => title.split(' ')[0] ?? []),
  ),
);

const spotAt = (list: readonly Token[], index: number, around: Surroundings): Spotted | undefined => {
  const token = list[index];
  if (!token || token.kind === 'mark') return undefined;
  // Most words are neither names nor words of a role.
  if (!token.capital && !OPENING.has(token.lower)) return undefined;
  if ((PRONOUNS.has(token.lower) && token.text !== 'US') || POSSESSIVES.has(token.lower)) {
    return {
      after: index + 1,
      form: 'pronoun',
      of: [],
      voice: PERSONAL.test(token.lower) ? 'named' : 'office',
      role: token.lower,
    };
  }
  const known = token.capital ? around.gazetteer(list, index) : undefined;
  if (known) return afterState(list, index, known, around) ?? plainState(list, index, known);
  const role =
    governmentOf(list, index, around) ??
    titled(list, index, around) ??
    compass(list, index, around) ??
    group(list, index);
  if (role) return role;
  if (token.capital) {
    const body = organisationAt(list, index, around);
    if (body) return afterState(list, index, body, around) ?? plainState(list, index, body);
    const end = nameRun(list, index, around.gazetteer);
    if (end > index) {
      const led = governmentUnder(list, index, end, around);
      if (led) return led;
      const one =
        around.people.known(textOf(list, index, end)) ??
        (end - index > 1 ? undefined : around.people.known(token.text));
      if (one) return { after: end, form: 'person', of: [reference(one.id, one.state)], voice: 'named' };
    }
  }
  return unowned(list, index, around);
};

const ARTICLES: ReadonlySet<string> = new Set('the a an some any several both all'.split(' '));

/**
 * The mentions of actors in the tokens of a sentence, not overlapping, in order. Persons that it introduces are entered in `people`.
 */
export const spot = (list: readonly Token[], around: Surroundings): Mention[] => {
  const found: Mention[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const one = spotAt(list, index, around);
    if (!one) continue;
    const { after, ...rest } = one;
    const before = list[index - 1]?.lower ?? '';
    let first = index;
    if (rest.form === 'source' || rest.form === 'office')
      while (first > 0 && MODIFIER.at(list, first - 1) && !found.some((other) => other.after === first)) first -= 1;
    // “African diplomats”, “two officials”: what kind and how many belong to the name of a source.
    const kind = list[first - 1];
    if (rest.form === 'source' && kind && (SIZES[kind.lower] !== undefined || DESCRIBES.test(kind.text))) first -= 1;
    if (ARTICLES.has(list[first - 1]?.lower ?? '')) first -= 1;
    const place = rest.metonym && PLACES.has(before) && list[index - 1]?.lower !== 'to';
    if (!place)
      found.push({
        ...rest,
        first,
        after,
        start: list[first]?.start ?? 0,
        end: list[after - 1]?.end ?? 0,
        // “it's keen” is “it is keen”.
        possessive:
          (list[after]?.text === "'s" && rest.form !== 'pronoun') ||
          (list[after]?.text === "'" && /s$/.test(list[after - 1]?.lower ?? '')),
      });
    index = after - 1;
  }
  return found;
};
