import type { Conflict } from '../conflict/conflict.ts';
import { contentWords, kin } from './kin.ts';
import type { Question } from './question.ts';
import { withArticle } from './words.ts';

/** A state of a conflict that a question of what happens if somebody acts leads to. */
export interface WhatIf {
  /** The status quo with that option taken, or given up where it is taken. */
  readonly state: string;
  /** “North Korea takes up “Accept””. */
  readonly says: string;
}

/** How many words of a question an option shares, of those that its name has. */
const shared = (name: string, asked: readonly string[]): number => {
  const words = contentWords(name);
  return words.filter((word) => asked.some((other) => kin(word, other))).length / Math.max(1, words.length);
};

/** The option of a conflict that a question asks about, by who acts and what is done; nothing where none comes near. */
export const whatIf = (conflict: Conflict, { actor, issue, text }: Question): WhatIf | undefined => {
  const asked = contentWords(`${text} ${issue?.label ?? ''}`);
  const names = new Set([actor?.name.toLowerCase()]);
  let first = 0;
  let best: { readonly at: number; readonly maker: string; readonly name: string; readonly score: number } | undefined;
  for (const { actor: own, name: maker, options } of conflict.makers) {
    const acts = actor === undefined || own === actor.id || names.has(maker.toLowerCase());
    for (const [inner, { name }] of options.entries()) {
      const score = acts ? shared(name, asked) : 0;
      if (score > (best?.score ?? 0)) best = { at: first + inner, maker, name, score };
    }
    first += options.length;
  }
  if (best === undefined) return undefined;
  const quo = conflict.statusQuo ?? 'N'.repeat(first);
  const taken = quo[best.at] === 'Y';
  return {
    state: `${quo.slice(0, best.at)}${taken ? 'N' : 'Y'}${quo.slice(best.at + 1)}`,
    says: `${withArticle(best.maker)} ${taken ? 'gives up' : 'takes up'} “${best.name}”`,
  };
};
