import type { Preference, PreferenceStatement } from '../preference/preference.ts';
import { writeFormula } from '../preference/write-formula.ts';
import type { Conflict, DecisionMaker, Infeasible, Option } from './conflict.ts';

type Plain = Record<string, unknown>;

const filled = (fields: Plain): Plain =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );

const optionData = ({ id, name, moves, because, note }: Option): Plain =>
  filled({ id, name: name === id ? undefined : name, moves: moves === 'both' ? undefined : moves, because, note });

const statementData = ({ that, because, assumed, note }: PreferenceStatement): Plain =>
  filled({
    that: writeFormula(that),
    because,
    assumed: assumed ? true : because.length === 0 ? false : undefined, // no evidence and no word means assumed
    note,
  });

const preferenceData = (prefers: Preference): Plain => {
  switch (prefers.kind) {
    case 'statements':
      return {
        prefers: prefers.groups.map((group) => {
          const [only] = group;
          return group.length === 1 && only ? statementData(only) : group.map(statementData);
        }),
      };
    case 'ranking':
      return { ranking: prefers.tiers };
    case 'weights':
      return { weights: Object.fromEntries(prefers.weights) };
    case 'unknown':
      return {};
  }
};

const makerData = ({ id, name, actor, note, options, prefers }: DecisionMaker): Plain => ({
  ...filled({ id, name: name === id ? undefined : name, actor, note, options: options.map(optionData) }),
  ...preferenceData(prefers),
});

const infeasibleData = ({ when, written, why, because, note }: Infeasible): Plain => {
  const rule = (): Plain => {
    if (written === undefined) return { when: writeFormula(when) };
    switch (written.kind) {
      case 'requires':
        return { option: written.option, requires: written.requires };
      case 'states':
        return { states: written.patterns };
      default:
        return { [written.kind]: written.of };
    }
  };
  return { ...rule(), ...filled({ why, because, note }) };
};

/**
 * A conflict as plain data, as a conflict file has it: what `readConflict` reads. A shell makes YAML or JSON of it.
 *
 * @example JSON.stringify(conflictData(conflict), null, 2)
 */
export const conflictData = (conflict: Conflict): Plain =>
  filled({
    conflict: conflict.title,
    note: conflict.note,
    'as-of': conflict.asOf,
    makers: conflict.makers.map(makerData),
    infeasible: conflict.infeasible.map(infeasibleData),
    states: conflict.states,
    coalesce: (conflict.coalesced ?? []).map(({ when, as, why, note }) =>
      filled({ when: writeFormula(when), as, why, note }),
    ),
    moves: conflict.moves && Object.fromEntries(conflict.moves),
    'common-moves': (conflict.commonMoves ?? []).map(({ by, from, to, note }) => filled({ by, from, to, note })),
    'status-quo': conflict.statusQuo,
  });
