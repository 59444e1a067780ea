import type { Token } from '../sentence/token.ts';
import { isFunctionWord, MONTHS, WEEKDAYS } from '../sentence/words.ts';
import type { Gazetteer } from './gazetteer.ts';

const PARTICLES = new Set('al bin ibn el van von de der da di du dos la le ben ould abu ul'.split(' '));

/** Capitalised words that may be a name: no state, month or function word among them. Gives the index after the last. */
export const nameRun = (list: readonly Token[], from: number, gazetteer: Gazetteer): number => {
  let end = from;
  while (end < list.length && end - from < 6) {
    const token = list[end];
    if (!token) break;
    const particle = end > from && PARTICLES.has(token.lower) && list[end + 1]?.capital === true;
    const initial = token.text === '.' && /^\p{Lu}$/u.test(list[end - 1]?.text ?? '') && end > from;
    if (!particle && !initial) {
      if (token.kind !== 'word' || !token.capital || MONTHS.has(token.lower) || WEEKDAYS.has(token.lower)) break;
      // “Moon Jae In”: in a name that has begun, a capital makes a small word a name.
      if (isFunctionWord(token.lower) && end - from < 2) break;
      if (end === from && gazetteer(list, end)) break;
      const known = end > from ? gazetteer(list, end) : undefined;
      if (known?.kind === 'state' && (known.form !== 'name' || known.end > end + 1)) break;
    }
    end += 1;
  }
  while (end > from && list[end - 1]?.text === '.') end -= 1;
  return end;
};

export const textOf = (list: readonly Token[], from: number, after: number): string => {
  let text = '';
  for (let index = from; index < after; index += 1) {
    const token = list[index];
    text += `${index > from && token?.spaced ? ' ' : ''}${token?.text ?? ''}`;
  }
  return text;
};

/** “, Paul Frei,” or “ Ann Otieno” after a title, past “for the Sahel” and the like. */
export const namedAfter = (
  list: readonly Token[],
  from: number,
  gazetteer: Gazetteer,
): { name: string; after: number } | undefined => {
  const direct = nameRun(list, from, gazetteer);
  if (direct > from) return { name: textOf(list, from, direct), after: direct };
  let comma = from;
  while (comma < list.length && comma - from < 14 && list[comma]?.text !== ',') {
    if (/^[;:.]$/.test(list[comma]?.text ?? '') || list[comma]?.lower === 'who') return undefined;
    comma += 1;
  }
  const end = nameRun(list, comma + 1, gazetteer);
  if (list[comma]?.text !== ',' || end <= comma + 1 || list[end]?.text !== ',') return undefined;
  // A list of names is no apposition: the words before the comma must not hold a verb of their own, so they begin with a preposition.
  if (comma > from && !/^(for|of|on|to|in|at)$/.test(list[from]?.lower ?? '')) return undefined;
  return { name: textOf(list, comma + 1, end), after: end };
};
