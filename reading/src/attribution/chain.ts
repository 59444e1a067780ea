import type { AttributionLink } from '@entente/core/statement/statement';
import type { Reference } from '../actor/mention.ts';
import type { Token } from '../sentence/token.ts';
import { isFunctionWord, POSSESSIVES } from '../sentence/words.ts';
import { type Frame, sourceWords } from './frame.ts';
import type { Turn } from './transcript.ts';

/** A link with the place of its words, as offsets into the text. */
export interface Link {
  readonly name: string;
  readonly voice: AttributionLink['voice'];
  readonly start: number;
  readonly end: number;
  readonly of: readonly Reference[];
}

const sameActor = (a: readonly Reference[], b: readonly Reference[]): boolean =>
  a.length > 0 && b.length > 0 && a.every((one) => b.some((other) => other.actor === one.actor));

/** A source told by a pronoun or a possessive, with the name of whom it means; undefined where nobody knows. */
const meant = (frame: Frame, words: string, nameOf: (id: string) => string | undefined): string | undefined => {
  if (frame.antecedent !== undefined && frame.form !== 'person') return frame.antecedent;
  const names = frame.of.flatMap(({ actor }) => nameOf(actor) ?? []);
  if (frame.form === 'pronoun') {
    // One state is not “they”.
    const enough = words.toLowerCase() === 'they' ? 2 : 1;
    return names.length >= enough ? names.join(' and ') : undefined;
  }
  const [first = '', ...rest] = words.split(/\s+/);
  if (POSSESSIVES.has(first.toLowerCase()) && rest.length > 0) {
    const owner = frame.owner && nameOf(frame.owner.actor);
    const tail = rest.join(' ');
    return owner === undefined ? tail : `${owner}${owner.endsWith('s') ? '’' : '’s'} ${tail}`;
  }
  // “which said”: a word that only points names nobody.
  if (rest.length === 0 && isFunctionWord(first.toLowerCase())) return undefined;
  const own = frame.form === 'person' || (frame.form === 'medium' && frame.voice !== 'media');
  return own && frame.of.length === 1 ? (names[0] ?? words) : words;
};

/** Whether words that no list knows can name a source: few, and no half of a clause. */
const isSource = (words: string): boolean =>
  words.split(/\s+/).length <= 9 &&
  !/[,;:\d]/.test(words) &&
  !/^(which|what|who|whose|contrary|contacted|asked|speaking|from|in|on|at|by|as|if|while|there|that|this|these|those|it|and|but)\b/i.test(
    words,
  );

export const linkOf = (
  text: string,
  tokens: readonly Token[],
  frame: Frame,
  nameOf: (id: string) => string | undefined,
): Link | undefined => {
  const words =
    sourceWords(text, tokens, frame) ??
    (frame.elsewhere && {
      ...frame.elsewhere,
      name: frame.antecedent ?? text.slice(frame.elsewhere.start, frame.elsewhere.end),
    });
  if (words && frame.form === 'words' && !isSource(words.name)) return undefined;
  const name = words && meant(frame, words.name, nameOf);
  return words && name ? { ...words, name, voice: frame.voice, of: frame.of } : undefined;
};

/**
 * The links that the sentence names for a position, outermost first. A state that speaks for itself is no link: its words are its position.
 *
 * @param around the frames around the position, outermost first
 */
export const chainOf = (
  text: string,
  tokens: readonly Token[],
  around: readonly Frame[],
  holder: readonly Reference[],
  nameOf: (id: string) => string | undefined,
): Link[] => {
  const links: Link[] = [];
  for (const frame of around) {
    const own =
      sameActor(frame.of, holder) ||
      frame.of.some(({ actor, state }) => actor === state && holder.some((one) => one.state === state));
    const official =
      frame.form === 'state' ||
      frame.form === 'group' ||
      (frame.form === 'body' && !/(ministry|department|commission|office)$/.test(frame.of[0]?.actor ?? '')) ||
      (frame.form === 'office' && frame.of.length > 0 && frame.of.every(({ actor, state }) => actor === state)) ||
      (frame.form === 'pronoun' && frame.of.every(({ actor, state }) => actor === state));
    if (own && official && frame.place === 'before') continue;
    const link = linkOf(text, tokens, frame, nameOf);
    if (!link) continue;
    if (links.some((other) => other.name === link.name)) continue;
    links.push(link);
  }
  return links;
};

/** Whoever answers in a transcript stands before all that he tells. */
export const answering = ({ of, name, label }: Turn): Link | undefined =>
  of && name !== undefined ? { name, voice: 'named', start: label.start, end: label.end, of: [of] } : undefined;
