import type { Conflict } from '../conflict/conflict.ts';
import { optionPlaces } from '../conflict/space.ts';
import { codeOf, type Maker, patternOf, type State } from '../conflict/state-space.ts';
import { holds } from '../preference/truth.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import { moves, prefers } from '../stability/legal-move.ts';
import { changeWords, placeOf } from './verdict-words.ts';

/** One move of one maker: what it changes, where it leads, and what it brings the maker. */
export interface MoveEntry {
  readonly maker: Maker;
  readonly to: string;
  /** “taking up “Accept””. */
  readonly says: string;
  readonly improvement: boolean;
  /** Places in the maker's ranking, 1 best. */
  readonly from: number;
  readonly place: number;
  readonly of: number;
  /** The most important aim that the move ends, or that it fulfils where it is an improvement; counted from 1. */
  readonly aim?: { readonly number: number; readonly text: string };
}

/** A move with the improvements that it opens to others. */
export interface MoveBranch extends MoveEntry {
  readonly replies: readonly MoveEntry[];
  readonly moreReplies: number;
}

/** Where a state can be left for, in one move and one answer to it. */
export interface MoveTree {
  readonly from: string;
  readonly branches: readonly MoveBranch[];
  /** Moves of each maker that are not spelt out. */
  readonly more: readonly { readonly maker: Maker; readonly count: number }[];
}

/** How many moves of one maker, and how many answers to one move, are spelt out. */
const MOVES = 7;
const REPLIES = 3;

/** The first place at which two states differ for a maker, as its aims go. */
const aimBetween = (
  conflict: Conflict,
  maker: Maker,
  [before, after]: readonly [number, number],
  gained: boolean,
): MoveEntry['aim'] => {
  const preference = conflict.makers[maker]?.prefers;
  if (preference?.kind !== 'statements') return undefined;
  const optionAt = optionPlaces(conflict);
  for (const [at, group] of preference.groups.entries())
    for (const aim of group)
      if (holds(aim.that, optionAt, before) !== gained && holds(aim.that, optionAt, after) === gained)
        return { number: at + 1, text: aim.text };
  return undefined;
};

/**
 * The moves from a state, those first that their maker gains by, then the least bad; and to each, the answer by which each of the
 * others would gain most. Of many moves of one maker the first are spelt out and the rest counted.
 *
 * Cost: O(moves of all makers from the state, and from each that is spelt out)
 */
export const moveTree = (conflict: Conflict, model: GraphModel, from: State): MoveTree => {
  const entry = (maker: Maker, before: State, to: State): MoveEntry => {
    const improvement = prefers(model, maker, to, before);
    const [now, then] = [placeOf(model, maker, before), placeOf(model, maker, to)];
    const aim = aimBetween(conflict, maker, [codeOf(model, before), codeOf(model, to)], improvement);
    return {
      maker,
      to: patternOf(model, to),
      says: changeWords(model, before, to),
      improvement,
      from: now.place,
      place: then.place,
      of: then.of,
      ...(aim !== undefined && { aim }),
    };
  };
  const rank = (maker: Maker, state: State): number => model.ranks[maker]?.[state] ?? 0;
  const best = (maker: Maker, states: readonly State[]): readonly State[] =>
    [...states].sort((a, b) => rank(maker, b) - rank(maker, a) || a - b);
  const all = model.makers.map((_, maker) => [...moves(model, maker, from)]);
  const branches = all.flatMap((states, maker) =>
    best(maker, states)
      .slice(0, MOVES)
      .map((to): MoveBranch => {
        const answers = model.makers.flatMap((_, other) =>
          other === maker
            ? []
            : [
                best(
                  other,
                  [...moves(model, other, to)].filter((next) => prefers(model, other, next, to)),
                ),
              ],
        );
        const replies = model.makers.flatMap((_, other) => {
          const [first] = other === maker ? [] : (answers[other > maker ? other - 1 : other] ?? []);
          return first === undefined ? [] : [entry(other, to, first)];
        });
        return {
          ...entry(maker, from, to),
          replies: replies.slice(0, REPLIES),
          moreReplies: answers.reduce((sum, each) => sum + each.length, 0) - Math.min(REPLIES, replies.length),
        };
      }),
  );
  const more = all.flatMap((states, maker) => (states.length > MOVES ? [{ maker, count: states.length - MOVES }] : []));
  return { from: patternOf(model, from), branches, more };
};
