import { patternOf, type State } from '../conflict/state-space.ts';
import { verdictOn } from '../stability/analysis.ts';
import { behaviour } from '../stability/behaviour.ts';
import { evolution } from '../stability/evolution.ts';
import type { Analysis, Step } from '../stability/verdict.ts';
import { verdictWords } from './verdict-words.ts';

/** What is known of one state, as plain data: every verdict with its words, the ways there, and what would explain it. */
export const stateData = (done: Analysis, state: State) => {
  const { model, concepts, rule } = done;
  const name = (at: State) => patternOf(model, at);
  const steps = (path: readonly Step[] | undefined) =>
    path?.map(({ maker, to }) => ({ maker: model.makers[maker]?.id, to: name(to) })) ?? null;
  const from = model.statusQuo;
  const { explains, sharpest } = behaviour(done, state);
  return {
    state: name(state),
    verdicts: model.makers.flatMap(({ id }, maker) =>
      concepts.map((concept) => {
        const verdict = verdictOn(model, concept, maker, state, rule);
        return {
          maker: id,
          concept,
          stable: verdict.stable,
          says: verdictWords(model, concept, maker, state, verdict),
        };
      }),
    ),
    ...(from !== undefined && {
      paths: {
        from: name(from),
        improvements: steps(evolution(model, from, 'improvements').pathTo(state)),
        moves: steps(evolution(model, from, 'moves').pathTo(state)),
      },
    }),
    behaviour: model.makers.map(({ id }, maker) => ({
      maker: id,
      concepts: explains[maker] ?? [],
      ...(sharpest && { sharpest: sharpest.concepts[maker] }),
    })),
  };
};
