import type { Conflict } from '../conflict/conflict.ts';
import { patternOfCode } from '../conflict/state-space.ts';
import { writeFormula } from '../preference/write-formula.ts';
import { type Change, isCommitment } from './change.ts';
import type { SettlementAnswer } from './settle.ts';

/** A change as plain data: ids and formulas as they are typed in a conflict file, places counted from 1. */
export type WrittenChange = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** An aim as plain data: its place, what it says where it says something, and what bears it. */
const aimFields = (
  conflict: Conflict,
  change: Exclude<Change, { kind: 'one-way' | 'rule-out' | 'add' }>,
): WrittenChange => {
  const maker = conflict.makers[change.maker];
  const statement = maker?.prefers.kind === 'statements' ? maker.prefers.groups.flat()[change.aim] : undefined;
  return {
    maker: maker?.id ?? '',
    aim: change.aim + 1,
    ...(statement && { that: writeFormula(statement.that), because: statement.because, assumed: statement.assumed }),
  };
};

export const writeChange = (conflict: Conflict, change: Change): WrittenChange => {
  const { kind } = change;
  if (isCommitment(change))
    return change.kind === 'one-way'
      ? { kind, option: change.option, moves: change.moves }
      : { kind, when: writeFormula(change.when) };
  if (change.kind === 'add')
    return {
      kind,
      maker: conflict.makers[change.maker]?.id ?? '',
      that: writeFormula(change.statement.that),
      because: change.statement.because,
      to: change.to + 1,
    };
  const fields = aimFields(conflict, change);
  if (change.kind === 'condition') return { kind, ...fields, when: writeFormula(change.when) };
  return change.kind === 'move' ? { kind, ...fields, to: change.to + 1 } : { kind, ...fields };
};

/** What it would take, as plain data for `--json`: stable, documented in docs/settlement.md. */
export const writeSettlement = (conflict: Conflict, answer: SettlementAnswer) => {
  const options = conflict.makers.reduce((sum, maker) => sum + maker.options.length, 0);
  const patterns = (codes: readonly number[]) => codes.map((code) => patternOfCode(options, code));
  const { sets, groups, nearest, ...rest } = answer;
  const written = (changes: readonly Change[]) => changes.map((change) => writeChange(conflict, change));
  return {
    conflict: conflict.title,
    ...rest,
    ways: sets.length,
    groups: groups.map(({ sides, ways, effect }) => ({
      ways,
      sides: sides.map(({ maker, alternatives }) => ({
        side: maker === 'commitments' ? maker : (conflict.makers[maker]?.id ?? ''),
        alternatives: alternatives.map(written),
      })),
      first: { gained: patterns(effect.gained), lost: patterns(effect.lost), access: effect.access },
    })),
    ...(nearest && {
      nearest: {
        changes: written(nearest.changes),
        unstable: nearest.unstable.map((maker) => conflict.makers[maker]?.id ?? ''),
      },
    }),
  };
};
