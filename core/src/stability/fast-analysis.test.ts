import { expect, test } from 'vitest';
import { random, randomRanks, smallRandomModel } from '../../testing/random-model.ts';
import { ALL_CONCEPTS, SANCTION_RULES } from '../vocabulary.ts';
import { plainAnalysis } from './analysis.ts';
import { analyser, fastAnalysis } from './fast-analysis.ts';
import type { GraphModel } from './graph-model.ts';
import type { Analysis } from './verdict.ts';

const wordsOf = ({ stable, equilibria }: Analysis) => ({
  stable: Object.entries(stable).map(([concept, sets]) => [concept, sets.map(({ words }) => [...words])]),
  equilibria: Object.entries(equilibria).map(([concept, set]) => [concept, [...set.words]]),
});

const say = (model: GraphModel) =>
  JSON.stringify({
    masks: model.masks,
    forward: model.forward,
    backward: model.backward,
    codes: model.codes && [...model.codes],
    ranks: model.ranks.map((ranks) => [...ranks]),
    listed: model.listed.map((moves) => moves && { starts: [...moves.starts], targets: [...moves.targets] }),
  });

const conflicts = Number(process.env['ENTENTE_CONFLICTS'] ?? 150);

test.each(SANCTION_RULES)(
  `agrees with the definitions on ${conflicts} random conflicts under the rule %s`,
  (rule) => {
    const next = random(SANCTION_RULES.indexOf(rule) + 1);
    for (let conflict = 0; conflict < conflicts; conflict++) {
      const model = smallRandomModel(next);
      const question = { concepts: ALL_CONCEPTS, rule };
      expect(wordsOf(fastAnalysis(model, question)), say(model)).toEqual(wordsOf(plainAnalysis(model, question)));
    }
  },
  120_000,
);

test('an analyser gives under other ranks what it would give when made anew', () => {
  const next = random(4);
  for (let conflict = 0; conflict < 50; conflict++) {
    const model = smallRandomModel(next);
    const again = analyser(model, { concepts: ALL_CONCEPTS });
    for (let time = 0; time < 4; time++) {
      const ranks = model.ranks.map(() => randomRanks(model.size, 2 + time * 9, next));
      expect(wordsOf(again.analyse(ranks))).toEqual(
        wordsOf(plainAnalysis({ ...model, ranks }, { concepts: ALL_CONCEPTS })),
      );
    }
  }
});
