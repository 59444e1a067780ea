import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyConflict } from '../../testing/any-conflict.ts';
import { compiled } from '../../testing/small-conflict.ts';
import type { Conflict } from '../conflict/conflict.ts';
import { patternOf } from '../conflict/state-space.ts';
import type { Preference } from '../preference/preference.ts';
import { ALL_CONCEPTS, type Concept, SANCTION_RULES } from '../vocabulary.ts';
import { analysis } from './analysis.ts';
import type { GraphModel } from './graph-model.ts';
import type { Analysis } from './verdict.ts';

const IMPLIED: readonly (readonly [Concept, Concept])[] = [
  ['nash', 'symmetric-sequential'],
  ['symmetric-sequential', 'seq'],
  ['symmetric-sequential', 'smr'],
  ['seq', 'gmr'],
  ['smr', 'gmr'],
  ['seq', 'simultaneous'],
];

test.each(IMPLIED)('law: %s implies %s, for every maker under every rule', (strong, weak) => {
  fc.assert(
    fc.property(anyConflict, fc.constantFrom(...SANCTION_RULES), (conflict, rule) => {
      const model = compiled(conflict);
      const { stable } = analysis(model, { concepts: [strong, weak], rule });
      model.makers.forEach((_, maker) => {
        const [narrow, wide] = [stable[strong]?.[maker], stable[weak]?.[maker]];
        expect(wide && narrow?.minus(wide).size).toBe(0);
      });
    }),
    { numRuns: 150 },
  );
});

test('law: what is stable when each opponent moves once, or one opponent once, is stable under longer answers, for GMR and SEQ', () => {
  fc.assert(
    fc.property(anyConflict, (conflict) => {
      const model = compiled(conflict);
      const [legal, once, single] = SANCTION_RULES.map((rule) =>
        analysis(model, { concepts: ['gmr', 'smr', 'seq'], rule }),
      );
      for (const concept of ['gmr', 'smr', 'seq'] as const)
        model.makers.forEach((_, maker) => {
          const [few, more, most] = [single, once, legal].map((done) => done?.stable[concept]?.[maker]);
          expect(more && few?.minus(more).size).toBe(0);
          expect(most && more?.minus(most).size).toBe(0);
        });
    }),
    { numRuns: 150 },
  );
});

const named = (model: GraphModel, { stable, equilibria }: Analysis, turn: (pattern: string) => string) => ({
  stable: Object.fromEntries(
    Object.entries(stable).map(([concept, sets]) => [
      concept,
      Object.fromEntries(
        model.makers.map(({ id }, maker) => [
          id,
          [...(sets[maker] ?? [])].map((state) => turn(patternOf(model, state))).sort(),
        ]),
      ),
    ]),
  ),
  equilibria: Object.fromEntries(
    Object.entries(equilibria).map(([concept, set]) => [
      concept,
      [...set].map((state) => turn(patternOf(model, state))).sort(),
    ]),
  ),
});

/** The same conflict with its makers, and so its options, in the opposite order; and how a pattern is written there. */
const reversed = (conflict: Conflict): { readonly conflict: Conflict; readonly turn: (pattern: string) => string } => {
  const lengths = conflict.makers.map(({ options }) => options.length);
  const turn = (pattern: string): string => {
    const starts = lengths.map((_, maker) => lengths.slice(0, maker).reduce((sum, length) => sum + length, 0));
    const parts = lengths.map((length, maker) => pattern.slice(starts[maker], (starts[maker] ?? 0) + length));
    return parts.reverse().join('');
  };
  const prefers = (preference: Preference): Preference =>
    preference.kind === 'ranking'
      ? { kind: 'ranking', tiers: preference.tiers.map((tier) => tier.map(turn)) }
      : preference;
  const { states, moves, commonMoves, statusQuo } = conflict;
  return {
    turn,
    conflict: {
      ...conflict,
      makers: conflict.makers.map((maker) => ({ ...maker, prefers: prefers(maker.prefers) })).reverse(),
      ...(states && { states: states.map(turn) }),
      ...(moves && {
        moves: new Map(
          [...moves].map(([id, pairs]) => [id, pairs.map(([from, to]) => [turn(from), turn(to)] as const)]),
        ),
      }),
      ...(commonMoves && {
        commonMoves: commonMoves.map((move) => ({ ...move, from: turn(move.from), to: turn(move.to) })),
      }),
      ...(statusQuo !== undefined && { statusQuo: turn(statusQuo) }),
    },
  };
};

test('law: naming makers and states otherwise names the answer otherwise, and changes nothing else', () => {
  fc.assert(
    fc.property(anyConflict, (conflict) => {
      const other = reversed(conflict);
      const [model, turned] = [compiled(conflict), compiled(other.conflict)];
      const question = { concepts: ALL_CONCEPTS };
      expect(named(turned, analysis(turned, question), (pattern) => pattern)).toEqual(
        named(model, analysis(model, question), other.turn),
      );
    }),
    { numRuns: 150 },
  );
});

test('law: only the order of ranks is read: other methods and other numbers for the same order change nothing', () => {
  fc.assert(
    fc.property(anyConflict, fc.integer({ min: 2, max: 9 }), (conflict, factor) => {
      const model = compiled(conflict);
      const makers = conflict.makers.map((maker, at): Conflict['makers'][number] => {
        const { prefers } = maker;
        if (prefers.kind === 'weights')
          return {
            ...maker,
            prefers: {
              kind: 'weights',
              weights: new Map([...prefers.weights].map(([id, weight]) => [id, Math.round(weight * 10) * factor])),
            },
          };
        const tiers: string[][] = [];
        model.ranks[at]?.forEach((rank, state) => {
          tiers[rank - 1] = [...(tiers[rank - 1] ?? []), patternOf(model, state)];
        });
        return { ...maker, prefers: { kind: 'ranking', tiers: tiers.reverse() } };
      });
      const again = compiled({ ...conflict, makers });
      const question = { concepts: ALL_CONCEPTS };
      expect(named(again, analysis(again, question), String)).toEqual(named(model, analysis(model, question), String));
    }),
    { numRuns: 150 },
  );
});
