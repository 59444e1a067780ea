import type { Reference } from '../actor/mention.ts';
import { slug } from '../actor/person.ts';
import type { Frame } from '../attribution/frame.ts';
import { dependent } from '../sentence/tree.ts';
import { NEGATIONS } from '../sentence/words.ts';
import type { Sighted } from './clause.ts';
import { topOf } from './complement.ts';
import type { Position } from './position.ts';

/** Verbs that put a matter of fact forward as somebody's own, and those that deny it. */
const CLAIMS = /^(claim|allege|contend|maintain|assert|insist|argue|according to|as per)$/;

/** Who claims: a known actor, or people without a name by their words (“some historians”). */
const claimant = ({ tokens }: Sighted, frame: Frame): Reference[] => {
  if (frame.of.length > 0) return frame.form === 'medium' ? [] : [...frame.of];
  if (frame.voice !== 'anonymous' || frame.form !== 'source') return [];
  const words = tokens
    .slice(frame.sourceFirst, frame.sourceAfter)
    .map(({ text }) => text)
    .join(' ');
  return words === '' ? [] : [{ actor: slug(words) }];
};

/**
 * Claims of fact: “some historians claim that …”, “according to Tehran, …”, “denied that …”. They are positions where the codebook asks
 * just that; the caller counts them only where they plainly speak of an issue.
 */
export const assertions = (sighted: Sighted, all: readonly Frame[]): Position[] =>
  all.flatMap((frame) => {
    const denies = frame.lemma === 'deny';
    const phrase = frame.place === 'phrase';
    if (!denies && !CLAIMS.test(frame.lemma)) return [];
    if (sighted.tokens.slice(frame.cueFirst, frame.cueAfter).some(({ lower }) => NEGATIONS.has(lower))) return [];
    // “maintain its approach” claims nothing: what is claimed is a clause.
    const { tree } = sighted;
    if (tree && !phrase && frame.place === 'before') {
      const cue = topOf(tree, frame.cueFirst, frame.cueAfter);
      const clause = dependent(tree, cue, /^(ccomp|xcomp|parataxis)$/);
      if (clause === undefined) return [];
    }
    // Sources of a report are no parties: “according to” counts for states alone.
    if (phrase && frame.form !== 'state') return [];
    const of = claimant(sighted, frame);
    const { contentFirst, contentAfter } = frame;
    if (of.length === 0 || contentAfter - contentFirst < 3) return [];
    return [
      {
        first: Math.min(contentFirst, frame.place === 'before' ? frame.sourceFirst : contentFirst),
        after: contentAfter,
        cueFirst: frame.cueFirst,
        contentFirst,
        contentAfter,
        follow: 'c' as const,
        stance: denies ? ('oppose' as const) : ('support' as const),
        of,
        holder: [],
        lemma: frame.lemma,
        passive: false,
        asserted: true,
        rule: `claim: ${frame.lemma}`,
        spoken: true,
      },
    ];
  });
