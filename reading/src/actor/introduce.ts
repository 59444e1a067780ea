import { extensible } from '../lexicon/extension.ts';
import { REPORTING } from '../lexicon/generated/reporting.ts';
import { TITLES } from '../lexicon/generated/roles.ts';
import { PhraseTable } from '../sentence/phrases.ts';
import type { Token } from '../sentence/token.ts';
import { AUXILIARIES } from '../sentence/words.ts';
import { nameRun, textOf } from './names.ts';
import { organisations } from './organisation.ts';
import type { People } from './person.ts';
import { ROLES } from './roles.ts';
import type { Surroundings } from './spot.ts';

const TITLE = new PhraseTable(TITLES.map((words) => [words, words] as const));
const SAYS = new PhraseTable(
  REPORTING.filter(({ form }) => form === 'past' || form === 's').map(({ words, lemma }) => [words, lemma] as const),
);

extensible(({ titles }) => TITLE.extend(titles.map((words) => [words, words])));
extensible(({ reporting, without }) =>
  SAYS.extend(
    reporting.filter(({ form }) => form === 'past' || form === 's').map(({ words, lemma }) => [words, lemma]),
    without,
  ),
);

/** State and title inside an apposition: “, head of the Kenyan Trade Ministry's Export Office,”. */
export const apposition = (
  list: readonly Token[],
  comma: number,
  around: Surroundings,
): { title: string; state?: string; ministry?: boolean } | undefined => {
  let title: string | undefined;
  let state: string | undefined;
  let ministry = false;
  for (let index = comma + 1; index < list.length && index - comma < 18; index += 1) {
    const token = list[index];
    if (!token || /^[,;.:]$/.test(token.text)) break;
    const role = TITLE.at(list, index);
    if (role && title === undefined) {
      if (index - comma > 6) return undefined;
      title = role.value;
      index = role.end - 1;
      continue;
    }
    if (ROLES.at(list, index)?.value.role === 'body') ministry = true;
    // After “for” stands what the office deals with, not whom it serves.
    const dealt = list[index - 1]?.lower === 'for' || list[index - 1]?.lower === 'to';
    const known = state === undefined && !dealt ? around.gazetteer(list, index) : undefined;
    if (known) {
      state = known.state ?? (known.kind === 'state' ? known.id : undefined);
      index = known.end - 1;
    }
    if (list[index]?.lower === 'south' || list[index]?.text === 'North') {
      const half = around.half(list[index]?.text ?? '');
      if (half && state === undefined && list[index - 1]?.lower === 'the') state = half;
    }
  }
  if (title === undefined) return undefined;
  return { title, ...(state ? { state } : {}), ...(ministry && !state ? { ministry } : {}) };
};

/**
 * Enters the persons and organisations that a sentence introduces by apposition or by letting them speak:
 * “Ann Otieno, head of …, said”, “Sahrawi Journalists' Union said”.
 */
export const introduce = (list: readonly Token[], around: Surroundings, people: People): void => {
  organisations(list, around, people);
  for (let index = 0; index < list.length; index += 1) {
    if (!list[index]?.capital) continue;
    const end = nameRun(list, index, around.gazetteer);
    if (end <= index) continue;
    const name = textOf(list, index, end);
    const after = list[end];
    if (after?.text === ',' && end - index >= 2) {
      const found = apposition(list, end, around);
      if (found) people.introduce(name, found);
    } else if (end - index >= 2 && after && (SAYS.at(list, end) || AUXILIARIES.has(after.lower))) {
      const organisation =
        list[index - 1]?.lower === 'the' ||
        /(movement|front|party|union|army|council|group|alliance|coalition|agency|committee|forces|association|organi[sz]ation|institute|ministry)$/i.test(
          name,
        );
      if (SAYS.at(list, end)) people.introduce(name, { kind: organisation ? 'organisation' : 'person' });
    }
    index = end - 1;
  }
};

/**
 * Enters as persons the names of two words or more whose last word the same text uses by itself later on: “Yahya Kazman … Kazman said”.
 * A name that is a body's or a place's is none.
 */
export const surnames = (sentences: readonly { readonly tokens: readonly Token[] }[], around: Surroundings): void => {
  const whole = new Map<string, string>();
  const alone = new Set<string>();
  for (const { tokens } of sentences)
    for (let index = 0; index < tokens.length; index += 1) {
      if (!tokens[index]?.capital) continue;
      const end = nameRun(tokens, index, around.gazetteer);
      if (end <= index) {
        index = Math.max(index, (around.gazetteer(tokens, index)?.end ?? index + 1) - 1);
        continue;
      }
      const last = tokens[end - 1];
      if (last && isSurname(last)) {
        if (end - index === 1) {
          if (tokens[index - 1]?.lower !== 'the') alone.add(last.text);
        } else if (end - index <= 4 && tokens[index - 1]?.lower !== 'the')
          whole.set(last.text, textOf(tokens, index, end));
      }
      index = end - 1;
    }
  for (const [last, name] of whole)
    if (alone.has(last) && around.people.known(name) === undefined && around.people.known(last) === undefined)
      around.people.introduce(name, {});
};

const isSurname = ({ text, kind }: Token): boolean =>
  kind === 'word' && /^\p{Lu}\p{Ll}[\p{L}'’-]+$/u.test(text) && text.length > 2;
