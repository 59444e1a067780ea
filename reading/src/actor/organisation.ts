import type { Token } from '../sentence/token.ts';
import type { NameFound } from './gazetteer.ts';
import { nameRun, textOf } from './names.ts';
import type { People } from './person.ts';
import type { Surroundings } from './spot.ts';

/** Letters that stand for no body: offices, units, clocks, papers, kinds of arms. */
const NO_BODY =
  /^(?:A|AM|PM|MPs?|MEPs?|CEOs?|CFO|GDP|GNP|TV|FM|AD|BC|BCE|CE|Q|QA|FAQ|COVID|HIV|AIDS|DNA|SMS|PDF|GMT|UTC|CET|CEST|EST|EDT|BST|VAT|LNG|LPG|ICBMs?|UAVs?|NGOs?|IDPs?|WMDs?|POWs?|AI|GPS|EEZs?|MOU|SUVs?|OK|ID|IT|HQ|PR|HR|TNT|OP|ED|RE|PS|NB|VIP|DC|DMZ|LOC|[IVXLC]+)$/;

const ACRONYM = /^(?=(?:.*\p{Lu}){2})\p{Lu}[\p{Lu}\p{Ll}&-]{1,8}$/u;

/** Whether a word is an abbreviation of the name of a body, going by its letters: “GDL”, “ReCAAP”; not “IV”. */
export const isAcronym = ({ text, kind }: Token): boolean =>
  kind === 'word' &&
  ACRONYM.test(text) &&
  !NO_BODY.test(text) &&
  (text.length <= 6 || /\p{Ll}/u.test(text)) &&
  text.replace(/[^\p{Lu}]/gu, '').length * 2 > text.length;

/** A line in capitals tells nothing of which of its words are names. */
const shouts = (list: readonly Token[]): boolean => {
  const words = list.filter(({ kind, text }) => kind === 'word' && text.length > 1);
  return words.filter(({ text }) => !/\p{Ll}/u.test(text)).length * 2 > words.length;
};

/** What a name ends or begins with that makes it the name of a body. */
const HEAD =
  /^(?:Party|Union|Unions|Front|Movement|Council|Commission|Ministry|Bank|Court|Tribunal|Institute|Institution|Federation|Confederation|Group|League|Army|Assembly|Association|Alliance|Agency|Authority|Committee|Organi[sz]ation|Democrats|Brotherhood|Guards|Forces|Bloc|Coalition|Corporation|Company|Chamber|Congress|Parliament|Senate|Secretariat|Office|Bureau|Department|Directorate|Foundation|Centre|Center|Network|Forum|Church|Board|Brigades?|Command|Administration|Consortium|Initiative|Society|Fund|Platform|Mission)$/;
const SMALL = /^(?:of|for|the|and|on|to|in|de|del|la|des|du|para)$/;

/** The first token of the capitalised words, small ones among them, that end at a token. */
const nameStart = (list: readonly Token[], after: number): number => {
  let first = after;
  for (let at = after - 1; at >= 0 && after - at < 10; at -= 1) {
    const token = list[at];
    if (!token || (token.kind === 'mark' && !/^['’-]$/.test(token.text) && token.text !== "'s")) break;
    if (token.capital) first = at;
    else if (!SMALL.test(token.lower) && token.text !== "'s" && !/^['’-]$/.test(token.text)) break;
  }
  return list[first]?.lower === 'the' ? first + 1 : first;
};

/** Whether letters are the initials of words, in order; small words may lend theirs. */
const abbreviates = (letters: string, words: readonly string[]): boolean => {
  const wanted = letters.toLowerCase().replace(/[^\p{L}]/gu, '');
  let at = 0;
  for (const word of words) {
    if (word[0]?.toLowerCase() !== wanted[at]) {
      if (SMALL.test(word.toLowerCase())) continue;
      return false;
    }
    at += 1;
    // “RosNeft”, “MINURSO”: a word may lend more than its first letter.
    while (
      at < wanted.length &&
      word.toLowerCase().startsWith(wanted.slice(at - 1, at + 1)) &&
      words.length < wanted.length
    )
      at += 1;
  }
  return at >= wanted.length - 1 && at > 1;
};

/** The state that a name holds: “Sudanese Armed Forces”. */
const stateIn = (list: readonly Token[], first: number, after: number, around: Surroundings): string | undefined => {
  for (let at = first; at < after; at += 1) {
    const known = list[at]?.capital ? around.gazetteer(list, at) : undefined;
    if (known?.kind === 'state' && known.end < after) return known.id;
  }
  return undefined;
};

/** Enters the bodies that a sentence names by themselves: “Rapid Support Forces (RSF)”, “the GDL”, “Lake Farmers' Union”. */
export const organisations = (list: readonly Token[], around: Surroundings, people: People): void => {
  if (shouts(list)) return;
  list.forEach((token, index) => {
    if (!token.capital || token.kind !== 'word') return;
    if (isAcronym(token) && !around.gazetteer(list, index)) {
      const bracketed = list[index - 1]?.text === '(' && list[index + 1]?.text === ')';
      if (bracketed) {
        const first = nameStart(list, index - 1);
        const words = list.slice(first, index - 1).flatMap(({ kind, text }) => (kind === 'word' ? [text] : []));
        if (words.length > 1 && abbreviates(token.text, words)) {
          const name = textOf(list, first, index - 1);
          const whole: NameFound | undefined = around.gazetteer(list, first);
          const state = stateIn(list, first, index - 1, around);
          const one =
            whole?.end === index - 1
              ? people.organisation(whole.name, { id: whole.id, ...(whole.state ? { state: whole.state } : {}) })
              : people.organisation(name, state ? { state } : {});
          people.alias(token.text, one);
          return;
        }
      }
      // “Arab League (AL)” is no beginning of a name: only what stands alone.
      if (!people.known(token.text)) people.organisation(token.text, {});
      return;
    }
    if (!HEAD.test(token.text) || around.gazetteer(list, index)) return;
    // “the Lake Farmers' Union”, “Front for Democratic Change”.
    const first = index > 0 && list[index - 1]?.capital ? nameStart(list, index + 1) : index;
    let after = index + 1;
    // “… of Humanitarian Affairs”, “… for the Lakes and Rivers”.
    for (let tail = after; /^(?:of|for|on|and)$/.test(list[tail]?.lower ?? '') && after - index < 9; tail = after) {
      const from = list[tail + 1]?.lower === 'the' ? tail + 2 : tail + 1;
      const end = list[from]?.capital ? nameRun(list, from, () => undefined) : from;
      if (end <= from || (list[tail]?.lower === 'and' && tail === index + 1)) break;
      after = end;
    }
    if (after - first < 2 || after - first > 12) return;
    const words = list.slice(first, after);
    if (words.some(({ kind, text }) => kind === 'mark' && !/^(?:'s|['’-])$/.test(text))) return;
    if (list.slice(first, index).some(({ lower }) => /^(?:and|in|to|on|at|by|for)$/.test(lower))) return;
    const known = around.gazetteer(list, first);
    // “Kenya's Trade Ministry” is the ministry of a state: that is read from its parts.
    if (known && (known.end >= after || known.kind !== 'state' || words[known.end - first]?.text === "'s")) return;
    const state = stateIn(list, first, after, around);
    people.organisation(textOf(list, first, after), state ? { state } : {});
  });
};
