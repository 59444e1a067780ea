import type { Conflict, Moves } from '../src/conflict/conflict.ts';
import type { Preference } from '../src/preference/preference.ts';
import { compile } from '../src/stability/compile.ts';
import type { GraphModel } from '../src/stability/graph-model.ts';
import { makerId, optionId } from '../src/vocabulary.ts';

/** A maker as a test writes it: its options, each with `>` or `<` behind it when it moves one way, and tiers of patterns, best first. */
export interface SmallMaker {
  readonly options: readonly string[];
  readonly best: string;
}

const moves = (option: string): Moves =>
  option.endsWith('>') ? 'forward' : option.endsWith('<') ? 'backward' : 'both';

/** Tiers as `YY = NN > YN > NY`. */
const tiers = (text: string): Preference => ({
  kind: 'ranking',
  tiers: text.split('>').map((tier) => tier.trim().split(/\s*=\s*/)),
});

/** A conflict in a few lines, its states those that the first maker ranks. */
export const smallConflict = (makers: Readonly<Record<string, SmallMaker>>): Conflict => ({
  title: 'small',
  makers: Object.entries(makers).map(([name, { options, best }]) => ({
    id: makerId(name),
    name,
    options: options.map((option) => ({
      id: optionId(option.replace(/[<>]$/, '')),
      name: option.replace(/[<>]$/, ''),
      moves: moves(option),
      because: [],
    })),
    prefers: tiers(best),
  })),
  infeasible: [],
  states: Object.values(makers)[0]?.best.split(/[\s=>]+/) ?? [],
});

export const compiled = (conflict: Conflict): GraphModel => {
  const model = compile(conflict);
  if (!model.ok) throw new Error(JSON.stringify(model.problems));
  return model.value;
};

export const small = (makers: Readonly<Record<string, SmallMaker>>): GraphModel => compiled(smallConflict(makers));
