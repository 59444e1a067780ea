import type { Conflict } from '../conflict/conflict.ts';
import { optionPlaces } from '../conflict/space.ts';
import { codeOfPattern } from '../conflict/state-space.ts';
import type { Formula, PreferenceStatement } from '../preference/preference.ts';
import { holds } from '../preference/truth.ts';
import type { OptionId } from '../vocabulary.ts';
import type { Commitment, PreferenceChange } from './change.ts';

/** What may be changed. Left out: everything. */
export type ChangeKind = 'drop' | 'reverse' | 'condition' | 'move' | 'add' | 'one-way' | 'rule-out';

export const CHANGE_KINDS = ['drop', 'reverse', 'condition', 'move', 'add', 'one-way', 'rule-out'] as const;

/** A preference statement that the dossier's conditions bear and the model does not have yet. */
export interface Addition {
  readonly maker: number;
  readonly statement: PreferenceStatement;
}

const literal = (option: OptionId, taken: boolean): Formula =>
  taken ? { kind: 'option', option } : { kind: 'not', of: { kind: 'option', option } };

const literalText = (option: OptionId, taken: boolean) => (taken ? option : `not ${option}`);

/** Every place an aim could be moved to among `count` others, its own left out. */
const placesBut = (own: number, count: number): number[] =>
  Array.from({ length: count }, (_, to) => to).filter((to) => to !== own);

/** Options a formula speaks of. */
export const optionsIn = (formula: Formula): ReadonlySet<OptionId> => {
  switch (formula.kind) {
    case 'option':
      return new Set([formula.option]);
    case 'not':
      return optionsIn(formula.of);
    case 'and':
    case 'or':
      return new Set(formula.of.flatMap((part) => [...optionsIn(part)]));
    case 'if':
      return new Set([...optionsIn(formula.that), ...optionsIn(formula.when)]);
    case 'iff':
      return new Set([...optionsIn(formula.left), ...optionsIn(formula.right)]);
  }
};

/**
 * The single changes to what one maker wants. An aim is made conditional on one option of another maker being taken, or not.
 *
 * Cost: aims * (2 + 2 * options of others + aims) changes
 */
export const preferenceChanges = (
  conflict: Conflict,
  maker: number,
  kinds: readonly ChangeKind[],
  additions: readonly Addition[],
): PreferenceChange[] => {
  const preference = conflict.makers[maker]?.prefers;
  const may = (kind: ChangeKind) => kinds.includes(kind);
  const changes: PreferenceChange[] = [];
  if (preference?.kind === 'ranking' && may('move'))
    for (const [aim] of preference.tiers.entries())
      for (const to of placesBut(aim, preference.tiers.length)) changes.push({ kind: 'move', maker, aim, to });
  if (preference?.kind === 'weights')
    for (const [aim, [, weight]] of [...preference.weights].entries()) {
      if (weight === 0) continue;
      if (may('drop')) changes.push({ kind: 'drop', maker, aim });
      if (may('reverse')) changes.push({ kind: 'reverse', maker, aim });
    }
  const groups =
    preference?.kind === 'statements' ? preference.groups : preference?.kind === 'unknown' ? [] : undefined;
  if (groups === undefined) return changes;
  const others = conflict.makers.flatMap(({ options }, at) => (at === maker ? [] : options));
  let aim = 0;
  for (const [at, group] of groups.entries())
    for (const { that } of group) {
      if (may('drop')) changes.push({ kind: 'drop', maker, aim });
      if (may('reverse')) changes.push({ kind: 'reverse', maker, aim });
      const said = optionsIn(that);
      if (may('condition'))
        for (const { id } of others)
          if (!said.has(id))
            for (const taken of [true, false])
              changes.push({ kind: 'condition', maker, aim, when: literal(id, taken) });
      const alone = group.length === 1;
      const count = alone ? groups.length : groups.length + 1;
      if (may('move'))
        for (const to of placesBut(alone ? at : -1, count)) changes.push({ kind: 'move', maker, aim, to });
      aim++;
    }
  if (may('add'))
    for (const addition of additions)
      if (addition.maker === maker)
        for (let to = 0; to <= groups.length; to++)
          changes.push({ kind: 'add', maker, statement: addition.statement, to });
  return changes;
};

/**
 * The single commitments: an option made one-way (first the way that keeps it as the wanted state has it), and pairs of options
 * ruled out where neither the wanted state nor the status quo is of that kind.
 */
export const commitments = (conflict: Conflict, wanted: string, kinds: readonly ChangeKind[]): Commitment[] => {
  const options = conflict.makers.flatMap((maker) => maker.options);
  const found: Commitment[] = [];
  if (kinds.includes('one-way'))
    options.forEach(({ id, moves }, at) => {
      if (moves !== 'both') return;
      const [first, second] =
        wanted[at] === 'Y' ? (['forward', 'backward'] as const) : (['backward', 'forward'] as const);
      found.push({ kind: 'one-way', option: id, moves: first }, { kind: 'one-way', option: id, moves: second });
    });
  if (!kinds.includes('rule-out')) return found;
  const optionAt = optionPlaces(conflict);
  const kept = [wanted, ...(conflict.statusQuo ? [conflict.statusQuo] : [])].flatMap(
    (pattern) => codeOfPattern(options.length, pattern) ?? [],
  );
  for (const [at, one] of options.entries())
    for (const other of options.slice(at + 1))
      for (const [oneTaken, otherTaken] of [
        [true, true],
        [true, false],
        [false, true],
        [false, false],
      ] as const) {
        const when: Formula = { kind: 'and', of: [literal(one.id, oneTaken), literal(other.id, otherTaken)] };
        if (kept.some((code) => holds(when, optionAt, code))) continue;
        const text = `${literalText(one.id, oneTaken)} and ${literalText(other.id, otherTaken)}`;
        found.push({ kind: 'rule-out', when, text });
      }
  return found;
};
