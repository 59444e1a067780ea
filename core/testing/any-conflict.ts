import fc from 'fast-check';
import type { CommonMove, Conflict, DecisionMaker, Moves, Option } from '../src/conflict/conflict.ts';
import type { Formula, Preference } from '../src/preference/preference.ts';
import { writeFormula } from '../src/preference/write-formula.ts';
import { type MakerId, makerId, type OptionId, optionId } from '../src/vocabulary.ts';

/** Any formula over some options, flat: no `and` directly inside of an `and`. */
export const anyFormula = (ids: readonly OptionId[], depth = 3): fc.Arbitrary<Formula> => {
  const option = fc.constantFrom(...ids).map((id): Formula => ({ kind: 'option', option: id }));
  if (depth === 0) return option;
  const part = anyFormula(ids, depth - 1);
  const row = (kind: 'and' | 'or') =>
    fc
      .array(
        part.filter((each) => each.kind !== kind),
        { minLength: 2, maxLength: 3 },
      )
      .map((of): Formula => ({ kind, of }));
  return fc.oneof(
    option,
    part.map((of): Formula => ({ kind: 'not', of })),
    row('and'),
    row('or'),
    fc.tuple(part, part).map(([that, when]): Formula => ({ kind: 'if', that, when })),
    fc
      .tuple(
        part,
        part.filter(({ kind }) => kind !== 'iff'),
      )
      .map(([left, right]): Formula => ({ kind: 'iff', left, right })),
  );
};

const anyDirection = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Moves>('both') },
  { weight: 1, arbitrary: fc.constantFrom<Moves>('forward', 'backward') },
);

const patternsOf = (count: number): string[] =>
  Array.from({ length: 2 ** count }, (_, code) =>
    Array.from({ length: count }, (__, at) => ((code >>> at) & 1 ? 'Y' : 'N')).join(''),
  );

const anyStatements = (ids: readonly OptionId[]): fc.Arbitrary<Preference> =>
  fc
    .array(
      fc.array(
        anyFormula(ids, 2).map((that) => ({ that, text: writeFormula(that), because: [], assumed: true })),
        { minLength: 1, maxLength: 3 },
      ),
      { maxLength: 4 },
    )
    .map((groups) => ({ kind: 'statements', groups }));

const anyTiers = (patterns: readonly string[], ties: boolean): fc.Arbitrary<Preference> =>
  fc
    .array(fc.integer({ min: 0, max: ties ? 4 : 1_000_000 }), {
      minLength: patterns.length,
      maxLength: patterns.length,
    })
    .map((worth) => {
      const byWorth = new Map<number, string[]>();
      patterns.forEach((pattern, at) => {
        const key = ties ? (worth[at] ?? 0) : (worth[at] ?? 0) * 256 + at;
        byWorth.set(key, [...(byWorth.get(key) ?? []), pattern]);
      });
      return { kind: 'ranking', tiers: [...byWorth].sort(([a], [b]) => b - a).map(([, tier]) => tier) };
    });

const anyWeights = (ids: readonly OptionId[]): fc.Arbitrary<Preference> =>
  fc
    .array(fc.integer({ min: -6, max: 6 }), { minLength: ids.length, maxLength: ids.length })
    .map((weights) => ({ kind: 'weights', weights: new Map(ids.map((id, at) => [id, (weights[at] ?? 0) / 10])) }));

const anyMoves = (
  patterns: readonly string[],
  makers: readonly MakerId[],
): fc.Arbitrary<ReadonlyMap<MakerId, [string, string][]>> =>
  fc
    .array(
      fc.option(fc.array(fc.tuple(fc.constantFrom(...patterns), fc.constantFrom(...patterns)), { maxLength: 12 }), {
        freq: 3,
        nil: undefined,
      }),
      { minLength: makers.length, maxLength: makers.length },
    )
    .map(
      (lists) =>
        new Map(
          makers.flatMap((id, at): [MakerId, [string, string][]][] => {
            const list = lists[at];
            return list ? [[id, list.filter(([from, to]) => from !== to)]] : [];
          }),
        ),
    );

interface Shape {
  /** How many options each maker has. */
  readonly options: readonly number[];
  readonly oneWay: boolean;
  readonly infeasible: boolean;
  readonly listed: boolean;
  readonly common: boolean;
}

const conflictOf = ({ options: counts, oneWay, infeasible, listed, common }: Shape): fc.Arbitrary<Conflict> => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const all = patternsOf(total);
  const states = infeasible
    ? fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }).map((kept) => {
        const left = all.filter((_, at) => kept[at]);
        return left.length > 0 ? left : all.slice(0, 1);
      })
    : fc.constant(all);
  const ids = Array.from({ length: total }, (_, at) => optionId(`o${at + 1}`));
  const makers = counts.map((_, at) => makerId(`m${at + 1}`));
  return states.chain((patterns) =>
    fc
      .record({
        directions: fc.array(oneWay ? anyDirection : fc.constant<Moves>('both'), {
          minLength: total,
          maxLength: total,
        }),
        prefers: fc.array(
          fc.oneof(anyStatements(ids), anyTiers(patterns, true), anyTiers(patterns, false), anyWeights(ids)),
          { minLength: counts.length, maxLength: counts.length },
        ),
        moves: listed ? anyMoves(patterns, makers) : fc.constant(undefined),
        commonMoves: common
          ? fc.array(
              fc.record<CommonMove>({
                by: fc.subarray(makers, { minLength: 1 }),
                from: fc.constantFrom(...patterns),
                to: fc.constantFrom(...patterns),
              }),
              { maxLength: 3 },
            )
          : fc.constant<CommonMove[]>([]),
        statusQuo: fc.constantFrom(...patterns),
      })
      .map(({ directions, prefers, moves, commonMoves, statusQuo }): Conflict => {
        let option = 0;
        return {
          title: 'Any conflict',
          makers: counts.map(
            (count, at): DecisionMaker => ({
              id: makers[at] ?? makerId(''),
              name: `Maker ${at + 1}`,
              options: Array.from({ length: count }, (): Option => {
                const id = ids[option] ?? optionId('');
                return { id, name: `Option ${option + 1}`, moves: directions[option++] ?? 'both', because: [] };
              }),
              prefers: prefers[at] ?? { kind: 'unknown' },
            }),
          ),
          infeasible: [],
          ...(patterns.length < all.length && { states: patterns }),
          ...(moves && { moves }),
          ...(commonMoves.length > 0 && { commonMoves: commonMoves.filter(({ from, to }) => from !== to) }),
          statusQuo,
        };
      }),
  );
};

/** A conflict of one to five makers with up to six options: infeasible states, ties, one-way options, listed and common moves. */
export const anyConflict: fc.Arbitrary<Conflict> = fc
  .record({
    options: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 }).map((counts) => {
      let left = 6;
      const kept = counts.map((count) => {
        const own = Math.min(count, left);
        left -= own;
        return own;
      });
      return kept.some((count) => count > 0) ? kept : [1, ...kept.slice(1)];
    }),
    oneWay: fc.boolean(),
    infeasible: fc.boolean(),
    listed: fc.boolean(),
    common: fc.boolean(),
  })
  .chain(conflictOf);
