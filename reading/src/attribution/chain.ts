import type { AttributionLink } from '@entente/core/statement/statement';
import type { Reference } from '../actor/mention.ts';
import type { Token } from '../sentence/token.ts';
import type { Frame } from './frame.ts';

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

/** Articles stand outside a name: “the sources” is “sources”. */
const trimmed = (tokens: readonly Token[], first: number): number => {
  const bare = tokens[first]?.lower === 'the' ? first + 1 : first;
  // “the agency's diplomatic sources”: the agency was named before.
  const owned = /^(agency|newspaper|daily|broadcaster|paper)$/.test(tokens[bare]?.lower ?? '');
  return owned && tokens[bare + 1]?.text === "'s" ? bare + 2 : bare;
};

export const linkOf = (
  text: string,
  tokens: readonly Token[],
  frame: Frame,
  nameOf: (id: string) => string | undefined,
): Link | undefined => {
  const first = trimmed(tokens, frame.sourceFirst);
  const start = tokens[first]?.start;
  const end = tokens[frame.sourceAfter - 1]?.end;
  if (start === undefined || end === undefined || end <= start) return undefined;
  const [one] = frame.of;
  const named =
    frame.form === 'person' || frame.form === 'pronoun' || (frame.form === 'medium' && frame.voice !== 'media');
  const name =
    named && one && frame.of.length === 1 ? (nameOf(one.actor) ?? text.slice(start, end)) : text.slice(start, end);
  return { name, voice: frame.voice, start, end, of: frame.of };
};

/** “they said”, “the sources said”: the anonymous source named in full before. */
export const named = (text: string, links: readonly Link[], before: Link | undefined): Link[] =>
  links.map((link) => {
    const short = link.name.toLowerCase();
    const they = text.slice(link.start, link.end).toLowerCase() === 'they' && link.of.length <= 1;
    const again = they || (link.voice === 'anonymous' && before?.name.toLowerCase().endsWith(` ${short}`));
    return before && again ? { ...link, name: before.name, voice: before.voice } : link;
  });

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
      (frame.form === 'pronoun' && frame.of.every(({ actor, state }) => actor === state));
    if (own && official && frame.place === 'before') continue;
    const link = linkOf(text, tokens, frame, nameOf);
    if (!link) continue;
    if (links.some((other) => other.name === link.name)) continue;
    links.push(link);
  }
  return links;
};
