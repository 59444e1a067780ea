import type { Formula, Preference } from '../preference/preference.ts';
import { writeFormula } from '../preference/write-formula.ts';
import { makerId, type OptionId, type Outcome, optionId } from '../vocabulary.ts';
import type { Conflict, DecisionMaker, Infeasible, Moves, Option } from './conflict.ts';
import { type Fields, Intake, type Path } from './fields.ts';
import { uniqueIds } from './ids.ts';

/**
 * The neutral format `gmcr-neutral/1`: options and states by place, states counted from 1 in ascending order of codes, ranks as
 * payoffs, preference statements as patterns.
 */

const DIRECTIONS: ReadonlyMap<unknown, Moves> = new Map([
  ['both', 'both'],
  ['forward', 'forward'],
  ['fwd', 'forward'],
  ['back', 'backward'],
  ['backward', 'backward'],
]);

const fieldsOf = (raw: unknown): Fields =>
  new Map(typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? Object.entries(raw) : []);

const listOf = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : []);

/** Whether plain data looks like the neutral format. */
export const isNeutral = (raw: unknown): boolean => {
  const fields = fieldsOf(raw);
  return (
    String(fields.get('format') ?? '').startsWith('gmcr-neutral') ||
    (fields.has('optionOrder') && fields.has('decisionMakers'))
  );
};

/** A pattern with `-` for either, as a formula; undefined when it is none, or all `-`. */
export const wildFormula = (pattern: unknown, order: readonly OptionId[]): Formula | undefined => {
  if (typeof pattern !== 'string' || pattern.length !== order.length || !/^[YN-]*[YN][YN-]*$/.test(pattern))
    return undefined;
  const of = order.flatMap((option, at): Formula[] => {
    const is: Formula = { kind: 'option', option };
    return pattern[at] === 'Y' ? [is] : pattern[at] === 'N' ? [{ kind: 'not', of: is }] : [];
  });
  const [only] = of;
  return of.length === 1 && only ? only : { kind: 'and', of };
};

const patternsAt = (raw: unknown, at: Path, order: readonly OptionId[], intake: Intake): Formula | undefined => {
  const list = listOf(raw);
  const of = list.flatMap((pattern, place) => {
    const formula = wildFormula(pattern, order);
    if (formula) return [formula];
    intake.problem(
      'neutral/pattern',
      [...at, place],
      `“${String(pattern)}” is no pattern of ${order.length} letters Y, N or -.`,
    );
    return [];
  });
  const [only] = of;
  if (only === undefined) return undefined;
  return of.length === 1 ? only : { kind: 'or', of };
};

const tiersOf = (raw: unknown, states: readonly string[], at: Path, intake: Intake): Preference => {
  const tiers = listOf(raw).map((tier, row) =>
    listOf(tier).flatMap((number, place) => {
      const pattern = states[Number(number) - 1];
      if (pattern) return [pattern];
      const says = `${String(number)} is no state: they count from 1 to ${states.length}.`;
      intake.problem('neutral/state', [...at, row, place], says);
      return [];
    }),
  );
  return { kind: 'ranking', tiers };
};

const tiersOfPayoffs = (raw: unknown, states: readonly string[], at: Path, intake: Intake): Preference => {
  const payoffs = listOf(raw);
  if (payoffs.length !== states.length || payoffs.some((payoff) => typeof payoff !== 'number')) {
    intake.problem(
      'neutral/payoffs',
      at,
      `There must be ${states.length} payoffs, one number a state, not ${payoffs.length}.`,
    );
    return { kind: 'unknown' };
  }
  const byPayoff = new Map<number, string[]>();
  payoffs.forEach((payoff, state) => {
    const tier = byPayoff.get(Number(payoff)) ?? [];
    tier.push(states[state] ?? '');
    byPayoff.set(Number(payoff), tier);
  });
  const tiers = [...byPayoff].sort(([a], [b]) => b - a).map(([, tier]) => tier);
  return { kind: 'ranking', tiers };
};

const readPrefers = (
  fields: Fields,
  at: Path,
  order: readonly OptionId[],
  states: readonly string[],
  intake: Intake,
): Preference => {
  const preferences = fieldsOf(fields.get('preferences'));
  const inside = [...at, 'preferences'];
  if (fields.get('misperceptions') !== undefined && listOf(fields.get('misperceptions')).length > 0)
    intake.problem(
      'neutral/misperceptions',
      [...at, 'misperceptions'],
      'Misperceptions are not modelled here. Leave them out to analyse the conflict as it is.',
    );
  const method = preferences.get('method');
  const statements = listOf(preferences.get('statements'));
  if (method === 'prioritisedStatements' && statements.length > 0)
    return {
      kind: 'statements',
      groups: statements.flatMap((raw, place) => {
        const that = patternsAt(fieldsOf(raw).get('anyOf'), [...inside, 'statements', place, 'anyOf'], order, intake);
        return that ? [[{ that, text: writeFormula(that), because: [], assumed: true }]] : [];
      }),
    };
  if (method === 'directRanking')
    return tiersOf(preferences.get('directRanking'), states, [...inside, 'directRanking'], intake);
  if (fields.has('payoffs')) return tiersOfPayoffs(fields.get('payoffs'), states, [...at, 'payoffs'], intake);
  if (fields.has('ranking')) return tiersOf(fields.get('ranking'), states, [...at, 'ranking'], intake);
  return { kind: 'unknown' };
};

/** Reads the neutral format. Ids are made from the names, for it has none. */
export const readNeutral = (raw: unknown): Outcome<Conflict> => {
  const intake = new Intake();
  const top = fieldsOf(raw);
  const rawMakers = intake.list(top.get('decisionMakers'), ['decisionMakers'], '“decisionMakers”') ?? [];
  const named = rawMakers.map((each, place) => {
    const fields = fieldsOf(each);
    const at = ['decisionMakers', place];
    const name = intake.text(fields.get('name'), [...at, 'name'], 'The name of a decision maker') ?? '';
    const options = listOf(fields.get('options')).map((option, within) => {
      const plain = typeof option === 'string' ? new Map([['name', option]]) : fieldsOf(option);
      return {
        name: intake.text(plain.get('name'), [...at, 'options', within, 'name'], 'The name of an option') ?? '',
        moves: DIRECTIONS.get(plain.get('reversible') ?? 'both') ?? 'both',
      };
    });
    return { name, options, fields, at };
  });
  const makerIds = uniqueIds(named.map(({ name }) => name));
  const optionIds = uniqueIds(
    named.flatMap(({ options }) => options.map(({ name }) => name)),
    named.flatMap(({ options, name }) => options.map(() => name)),
  ).map(optionId);
  const states = intake.texts(top.get('feasibleStates'), ['feasibleStates'], 'A state');
  let next = 0;
  const makers = named.map(({ name, options, fields, at }, place): DecisionMaker => {
    const own = options.map((option): Option => {
      const id = optionIds[next++] ?? optionId('');
      return { id, name: option.name, moves: option.moves, because: [] };
    });
    const prefers = readPrefers(fields, at, optionIds, states, intake);
    return { id: makerId(makerIds[place] ?? ''), name, options: own, prefers };
  });
  const patterns = intake.texts(top.get('infeasible'), ['infeasible'], 'An infeasible pattern');
  const infeasible = patterns.flatMap((pattern, place): Infeasible[] => {
    const when = patternsAt([pattern], ['infeasible', place], optionIds, intake);
    return when ? [{ when, text: pattern, written: { kind: 'states', patterns: [pattern] }, because: [] }] : [];
  });
  if (intake.problems.length > 0) return { ok: false, problems: intake.problems };
  const title = String(top.get('name') ?? 'Untitled conflict');
  return { ok: true, value: { title, makers, infeasible, ...(states.length > 0 && { states }) } };
};
