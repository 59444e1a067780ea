import type { Mention } from '../actor/mention.ts';
import { AUXILIARIES, NEGATIONS } from '../sentence/words.ts';
import type { Sighted } from './clause.ts';
import type { Position } from './position.ts';
import { deny } from './sign.ts';
import { mentionAt } from './subject.ts';

const DO =
  /^(do|does|did|has|have|had|is|are|was|were|would|will|should|can|could|don't|doesn't|didn't|hasn't|haven't|hadn't|isn't|aren't|wasn't|weren't|won't|wouldn't|cannot|can't)$/;
const END = /^([,.;:!?—–)]|either|too|yet|and|but|because|in|on|at|though)$/;
const SAME = /^(same|likewise|similarly)$/;
const AGREES =
  /^(says?|said|thinks?|thought|takes?|took|holds?|held|argues?|argued|feels?|felt|shares?|shared|wants?|wanted|demands?|demanded|does|did|do)$/;

const startingAt = ({ mentions, tokens, tree }: Sighted, from: number): Mention | undefined => {
  let first = from;
  while (/^(the|a|an)$/.test(tokens[first]?.lower ?? '')) first += 1;
  const known = mentions.find(
    (one) => (one.first === first || one.first === from) && one.form !== 'adjective' && one.of.length > 0,
  );
  if (known || !tree) return known;
  for (let at = first; at < Math.min(tokens.length, first + 4); at += 1)
    if (/^nsubj/.test(tree.nodes[at]?.deprel ?? '')) return mentionAt({ mentions, tokens, tree }, tree, at);
  return undefined;
};

const endingAt = ({ mentions, tokens, tree }: Sighted, after: number): Mention | undefined => {
  const known = mentions.find(
    (one) => one.after === after && one.form !== 'adjective' && !one.possessive && one.of.length > 0,
  );
  return (
    known ??
    (tree && /^nsubj/.test(tree.nodes[after - 1]?.deprel ?? '')
      ? mentionAt({ mentions, tokens, tree }, tree, after - 1)
      : undefined)
  );
};

/**
 * Positions that only point to one told just before: “so do the Greens”, “Kosovo did not”, “He hasn't”, “Athens says much the same”.
 *
 * @param told the positions of this sentence and the one before, in order
 */
export const ellipses = (sighted: Sighted, own: readonly Position[], before: readonly Position[]): Position[] => {
  const { tokens, tree } = sighted;
  // Only a tree tells an auxiliary that stands for its verb from one that waits for it.
  if (!tree) return [];
  const waits = (at: number): boolean => {
    const node = tree.nodes[at];
    return node !== undefined && /^(aux|cop)/.test(node.deprel) && node.head > at;
  };
  const found: Position[] = [];
  const copy = (holder: Mention, at: number, after: number, turned: boolean): void => {
    const model = [...before, ...own.filter(({ cueFirst }) => cueFirst < at)].at(-1);
    if (!model || holder.of.length === 0) return;
    // The same party cannot agree with itself; it can only change its mind.
    if (!turned && holder.of.every(({ actor }) => model.of.some((one) => one.actor === actor))) return;
    const first = Math.min(holder.first, at);
    found.push({
      ...model,
      first,
      after,
      cueFirst: at,
      contentFirst: after,
      contentAfter: after,
      stance: turned ? deny(model.stance, model.lemma.split(' + ')[0] ?? '') : model.stance,
      of: holder.of,
      holder: [holder],
      passive: false,
      asserted: false,
      rule: 'ellipsis',
      spoken: false,
    });
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const lower = tokens[index]?.lower ?? '';
    if (own.some(({ cueFirst }) => cueFirst === index)) continue;
    const next = tokens[index + 1]?.lower ?? '';
    if (/^(so|nor|neither|as)$/.test(lower) && DO.test(next)) {
      const holder = startingAt(sighted, index + 2);
      const end = holder && tokens[holder.after];
      if (holder && (!end || END.test(end.lower))) copy(holder, index, holder.after, false);
      continue;
    }
    if (DO.test(lower) && !waits(index)) {
      let at = index + 1;
      let denied = NEGATIONS.has(lower);
      while (/^(not|never|still|also)$/.test(tokens[at]?.lower ?? '')) {
        if (/^(not|never)$/.test(tokens[at]?.lower ?? '')) denied = true;
        at += 1;
      }
      const end = tokens[at];
      const holder = index > 0 && (!end || END.test(end.lower)) ? endingAt(sighted, index) : undefined;
      if (holder && AUXILIARIES.has(lower)) copy(holder, index, at, denied);
      continue;
    }
    if (SAME.test(lower)) {
      let at = index - 1;
      while (at > 0 && index - at < 5 && !AGREES.test(tokens[at]?.lower ?? '')) at -= 1;
      const holder = AGREES.test(tokens[at]?.lower ?? '') ? endingAt(sighted, at) : undefined;
      if (holder) copy(holder, at, index + 1, false);
    }
  }
  return found;
};
