import { type Frame, framesAround } from '../attribution/frame.ts';
import { AUXILIARIES } from '../sentence/words.ts';
import { clauseEnd, isFiniteVerb, type Sighted, verbGroupStart } from './clause.ts';
import { passiveComplement } from './complement.ts';
import type { Found } from './cue.ts';

const STOP_AFTER_COMMA =
  /^(which|who|whom|whose|while|but|as|with|although|though|after|before|because|since|when|where|so|yet|and|or|according|per|despite|in|on|at|during|amid|saying|citing)$/;

/** The index after what a position is on: the clause without its tail of comments, insertions kept. */
export const contentEnd = (
  { tokens, mentions, tree }: Sighted,
  from: number,
  all: readonly Frame[],
  cue: number,
): number => {
  const end = clauseEnd(tokens, from);
  const outer = all.filter(
    (frame) => frame.place !== 'before' && frame.contentAfter > cue && frame.contentFirst <= cue,
  );
  let limit = end;
  for (const frame of outer) if (frame.contentAfter > from) limit = Math.min(limit, frame.contentAfter);
  for (let index = from; index < limit; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.text === ',') {
      const next = tokens[index + 1];
      if (!next) return index;
      if (STOP_AFTER_COMMA.test(next.lower) || /ing$/.test(next.lower)) return index;
      const mention = mentions.find(({ first }) => first === index + 1);
      const verb = mention && tokens[mention.after];
      if (verb && isFiniteVerb(verb)) return index;
    }
    if (/^(while|whereas|although|though|but)$/.test(token.lower) && index > from) return index;
    // A coordinated finite verb begins another statement: “are not keen … and are concerned about …”.
    if (token.lower === 'and' && AUXILIARIES.has(tokens[index + 1]?.lower ?? '')) return index;
    // So does one that the tree joins to the verb before: “supports the treaty and opposes the embargo”.
    const next = tokens[index + 1];
    const joined = tree?.nodes[index + 1];
    if (
      /^(and|but)$/.test(token.lower) &&
      next !== undefined &&
      isFiniteVerb(next) &&
      joined?.upos === 'VERB' &&
      joined.deprel === 'conj' &&
      joined.head < from
    )
      return index;
  }
  return limit;
};

/** What a passive is on: its subject. */
export const passiveContent = (sighted: Sighted, cue: Found): { first: number; after: number } => {
  const told = passiveComplement(sighted, cue.first);
  if (told) return { first: told.first, after: told.after };
  const group = verbGroupStart(sighted.tokens, cue.first);
  let first = group;
  while (
    first > 0 &&
    !/^[,;:"(]$/.test(sighted.tokens[first - 1]?.text ?? '') &&
    !/^(that|but|because|while)$/.test(sighted.tokens[first - 1]?.lower ?? '')
  )
    first -= 1;
  return { first, after: group };
};

/** What an act of authority is for: itself. “lifted the embargo” is on lifting it. */
export const actContent = (sighted: Sighted, cue: Found, all: readonly Frame[]): { first: number; after: number } => {
  if (!cue.passive) return { first: cue.first, after: contentEnd(sighted, cue.content, all, cue.first) };
  const subject = passiveContent(sighted, cue);
  return { first: subject.first, after: Math.max(subject.after, cue.after) };
};

/** Whoever reports the words around a place last: the one whose judgement a judgement is. */
export const reporter = (all: readonly Frame[], place: number): Frame | undefined => {
  const inner = framesAround(all, place);
  return (
    inner.filter(({ place: where }) => where === 'before').at(-1) ??
    inner.filter(({ place: where }) => where === 'after').at(-1)
  );
};
