import type { Conflict } from '@entente/core/conflict/conflict';
import type { Formula, PreferenceStatement } from '@entente/core/preference/preference';
import type { Watched } from '@entente/core/settlement/lookout';
import { minimalChanges } from '@entente/core/settlement/minimal-change';
import { seeded } from '@entente/core/settlement/random';
import { robustness } from '@entente/core/settlement/robustness';
import { compile } from '@entente/core/stability/compile';
import { makerId, optionId } from '@entente/core/vocabulary';

const option = (id: string): Formula => ({ kind: 'option', option: optionId(id) });

/** A conflict at random: `aims` prioritised statements a maker, each a literal or an implication between two. */
const randomConflict = (makers: number, options: number, aims: number, seed: number): Conflict => {
  const random = seeded(seed);
  const ids = Array.from({ length: options }, (_, at) => `o${at}`);
  const literal = (): Formula => {
    const that = option(ids[Math.floor(random() * options)] ?? 'o0');
    return random() < 0.5 ? that : { kind: 'not', of: that };
  };
  const aim = (): PreferenceStatement => ({
    that: random() < 0.6 ? literal() : { kind: 'if', that: literal(), when: literal() },
    text: 'aim',
    because: [],
    assumed: random() < 0.3,
  });
  return {
    title: `${makers} makers, ${options} options`,
    infeasible: [],
    statusQuo: 'N'.repeat(options),
    makers: Array.from({ length: makers }, (_, maker) => ({
      id: makerId(`m${maker}`),
      name: `Maker ${maker}`,
      options: ids
        .filter((_id, at) => at % makers === maker)
        .map((id) => ({ id: optionId(id), name: id, moves: 'both' as const, because: [] })),
      prefers: { kind: 'statements', groups: Array.from({ length: aims }, () => [aim()]) },
    })),
  };
};

const modelOf = (conflict: Conflict) => {
  const model = compile(conflict);
  if (!model.ok) throw new RangeError('A random conflict without infeasible states compiles');
  // Options are dealt out in turn, so a maker's lie apart; the model has them maker by maker.
  return model.value;
};

const finished = <Step, Answer>(search: Generator<Step, Answer, boolean | undefined>): Answer => {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
};

const CONCEPTS: readonly Watched[] = ['nash', 'gmr', 'smr', 'seq'];

/** Seconds to find all smallest changes for a random wanted state, and to count readings, by makers and states. */
export const bench = (args: readonly string[]) => {
  const quick = args.includes('--quick');
  const sizes = quick
    ? [[3, 6]]
    : [
        [3, 6],
        [3, 10],
        [4, 10],
        [6, 10],
      ];
  const settlements = sizes.flatMap(([makers = 3, options = 6]) => {
    const conflict = randomConflict(makers, options, 5, makers * 100 + options);
    const model = modelOf(conflict);
    const state = Math.floor(seeded(options)() * model.size);
    return CONCEPTS.map((concept) => {
      const begun = performance.now();
      const { sets, tried, exhaustiveTo, already } = finished(
        minimalChanges(conflict, model, { state, concept, most: 2 }),
      );
      const seconds = (performance.now() - begun) / 1000;
      return {
        makers,
        options,
        states: model.size,
        concept,
        already,
        exhaustiveTo,
        sets: sets.length,
        verdicts: tried,
        seconds,
      };
    });
  });
  const readings = sizes.slice(0, 2).map(([makers = 3, options = 6]) => {
    const conflict = randomConflict(makers, options, 5, makers * 100 + options);
    const begun = performance.now();
    const { readings: count } = finished(
      robustness(conflict, modelOf(conflict), { concepts: ['nash', 'seq'], samples: 200 }),
    );
    return { makers, options, readings: count, seconds: (performance.now() - begun) / 1000 };
  });
  return { settlements, readings };
};
