import type { Reference } from '../actor/mention.ts';
import type { Frame } from '../attribution/frame.ts';
import { dependent } from '../sentence/tree.ts';
import type { Sighted } from './clause.ts';
import { contentEnd, reporter } from './extent.ts';
import type { Position } from './position.ts';
import type { Sign } from './sign.ts';

const ASIDE =
  /^(say|see|note|remember|consider|look|listen|think|imagine|suppose|take|thank|read|click|follow|subscribe|please|forget|recall|let)$/;

/** What a speaker or author tells others to do: “Drop the bill.”, “Don't tear it up”, “Let Stormont vote”. Only a tree tells it from a heading. */
export const imperatives = (sighted: Sighted, all: readonly Frame[], author: Reference | undefined): Position[] => {
  const { tokens, tree } = sighted;
  if (!tree) return [];
  const found: Position[] = [];
  tree.nodes.forEach(({ upos, deprel, lemma, head }, at) => {
    const token = tokens[at];
    if (!token || upos !== 'VERB' || token.lower !== lemma || !/^(root|conj|parataxis|ccomp)$/.test(deprel)) return;
    if (dependent(tree, at, /^(nsubj|csubj|expl|mark)/) !== undefined) return;
    const small = (tree.dependents[at] ?? []).filter(
      (one) => one < at && /^(aux|advmod|neg)/.test(tree.nodes[one]?.deprel ?? ''),
    );
    const words = small.map((one) => tokens[one]?.lower ?? '');
    if (words.some((word) => !/^(do|don't|not|never|please|just|now|then|also|instead|at|let)$/.test(word))) return;
    const first = Math.min(at, ...small);
    const opener = tokens[first - 1];
    const opens =
      !opener || /^["'.;:!?—–(]$/.test(opener.text) || (deprel === 'conj' && /^(and|or|but|,)$/.test(opener.lower));
    if (!opens || (deprel === 'conj' && found.every(({ cueFirst }) => cueFirst !== head))) return;
    const letting = lemma === 'let' && dependent(tree, at, /^(ccomp|xcomp)$/) !== undefined;
    if (ASIDE.test(lemma) && !letting && tokens.length < 40 && lemma !== 'take') return;
    const report = reporter(all, at);
    const of = report?.of ?? (author ? [author] : []);
    if (of.length === 0) return;
    const after = contentEnd(sighted, at + 1, all, at);
    if (after <= at + 1) return;
    const stance: Sign = words.some((word) => /^(don't|not|never)$/.test(word)) ? 'oppose' : 'support';
    found.push({
      first,
      after,
      cueFirst: at,
      contentFirst: letting ? at + 1 : at,
      contentAfter: after,
      follow: letting ? 'c' : 't',
      stance,
      of,
      holder: [],
      lemma,
      passive: false,
      asserted: false,
      rule: 'imperative',
      spoken: true,
    });
  });
  return found;
};
