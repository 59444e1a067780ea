import { patternOf } from '../conflict/state-space.ts';
import type { RuleDifference } from './sanction-rules.ts';
import type { StateSet } from './state-set.ts';
import type { Analysis } from './verdict.ts';

const CHUNK = 4096;

function* list(values: Iterable<string | number>): Generator<string> {
  let held: string[] = [];
  let first = true;
  yield '[';
  for (const value of values) {
    held.push(JSON.stringify(value));
    if (held.length < CHUNK) continue;
    yield `${first ? '' : ','}${held.join(',')}`;
    held = [];
    first = false;
  }
  if (held.length > 0) yield `${first ? '' : ','}${held.join(',')}`;
  yield ']';
}

/**
 * Writes an analysis as JSON, in pieces so that millions of states need no more memory than a few:
 * `{ conflict, options, states, makers: [{ id, ranks, stable: { nash, … } }], equilibria: { nash, … } }`, states as patterns.
 * With another sanction rule than `legal` there is `rule` too, and `otherRules` where another rule would change an equilibrium, and `more` behind them.
 */
export function* writeAnalysis(
  title: string,
  { model, concepts, rule, stable, equilibria }: Analysis,
  differences: readonly RuleDifference[] = [],
  more: Readonly<Record<string, unknown>> = {},
): Generator<string> {
  const patterns = function* (states: StateSet | undefined): Generator<string> {
    for (const state of states ?? []) yield patternOf(model, state);
  };
  const all = function* (): Generator<string> {
    for (let state = 0; state < model.size; state++) yield patternOf(model, state);
  };
  yield `{"conflict":${JSON.stringify(title)},"options":${JSON.stringify(model.options.map(({ id }) => id))},"states":`;
  yield* list(all());
  yield ',"makers":[';
  for (const [maker, { id }] of model.makers.entries()) {
    yield `${maker > 0 ? ',' : ''}{"id":${JSON.stringify(id)},"ranks":`;
    yield* list(model.ranks[maker] ?? []);
    yield ',"stable":{';
    for (const [at, concept] of concepts.entries()) {
      yield `${at > 0 ? ',' : ''}"${concept}":`;
      yield* list(patterns(stable[concept]?.[maker]));
    }
    yield '}}';
  }
  yield '],"equilibria":{';
  for (const [at, concept] of concepts.entries()) {
    yield `${at > 0 ? ',' : ''}"${concept}":`;
    yield* list(patterns(equilibria[concept]));
  }
  yield '}';
  if (rule !== 'legal') yield `,"rule":${JSON.stringify(rule)}`;
  if (differences.length > 0) {
    const named = differences.map(({ rule: other, concept, gained, lost }) => ({
      rule: other,
      concept,
      gained: gained.map((state) => patternOf(model, state)),
      lost: lost.map((state) => patternOf(model, state)),
    }));
    yield `,"otherRules":${JSON.stringify(named)}`;
  }
  for (const [key, value] of Object.entries(more)) yield `,${JSON.stringify(key)}:${JSON.stringify(value)}`;
  yield '}\n';
}
