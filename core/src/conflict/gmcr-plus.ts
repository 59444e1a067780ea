import type { Formula, Preference } from '../preference/preference.ts';
import { writeFormula } from '../preference/write-formula.ts';
import { makerId, type OptionId, type Outcome, optionId } from '../vocabulary.ts';
import type { Conflict, Infeasible, Moves } from './conflict.ts';
import { feasibleStates } from './feasible.ts';
import { type Fields, Intake, type Path } from './fields.ts';
import { uniqueIds } from './ids.ts';
import { codeOf, patternOfCode } from './state-space.ts';

/** A conflict from a notation that holds other things too, and what of it could not be taken over. */
export interface Taken {
  readonly conflict: Conflict;
  /** Sentences for people. */
  readonly lost: readonly string[];
}

const DIRECTIONS: ReadonlyMap<unknown, Moves> = new Map([
  ['both', 'both'],
  ['fwd', 'forward'],
  ['back', 'backward'],
]);

/** Above so many options a ranking by state numbers is not looked up. */
const MOST_NUMBERED = 20;

const fieldsOf = (raw: unknown): Fields =>
  new Map(typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? Object.entries(raw) : []);

const listOf = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : []);

/** Whether plain data looks like a file of GMCR+: options at the top, and makers that name them by number. */
export const isGmcrPlus = (raw: unknown): boolean => {
  const fields = fieldsOf(raw);
  if (!fields.has('decisionMakers') || !Array.isArray(fields.get('options')) || fields.has('optionOrder')) return false;
  return fields.has('infeasibles') || fields.get('program') === 'gmcr-py';
};

const or = (of: readonly Formula[]): Formula | undefined => {
  const [first] = of;
  return of.length > 1 ? { kind: 'or', of } : first;
};

/** A condition `[[option, "Y"], …]`, or `{ compound, members }`: any of several. */
const conditionAt = (raw: unknown, at: Path, ids: readonly OptionId[], intake: Intake): Formula | undefined => {
  const members = fieldsOf(raw).get('members');
  if (members !== undefined)
    return or(
      listOf(members).flatMap((each, place) => conditionAt(each, [...at, 'members', place], ids, intake) ?? []),
    );
  const of = listOf(raw).flatMap((pair, place): Formula[] => {
    const [index, taken] = listOf(pair);
    const option = ids[Number(index)];
    if (option !== undefined && (taken === 'Y' || taken === 'N')) {
      const is: Formula = { kind: 'option', option };
      return [taken === 'Y' ? is : { kind: 'not', of: is }];
    }
    intake.problem(
      'gmcr/condition',
      [...at, place],
      `A condition is [option number, "Y" or "N"] with numbers from 0 to ${ids.length - 1}.`,
    );
    return [];
  });
  const [first] = of;
  return of.length > 1 ? { kind: 'and', of } : first;
};

interface NamedMaker {
  readonly name: string;
  readonly fields: Fields;
  readonly at: Path;
  readonly own: readonly number[];
}

const namedMakers = (raw: unknown, optionCount: number, intake: Intake): NamedMaker[] => {
  const owned = new Set<number>();
  const makers = (intake.list(raw, ['decisionMakers'], '“decisionMakers”') ?? []).map((each, place) => {
    const fields = fieldsOf(each);
    const at = ['decisionMakers', place];
    const name = intake.text(fields.get('name'), [...at, 'name'], 'The name of a decision maker') ?? '';
    const own = listOf(fields.get('options')).flatMap((index, within) => {
      const number = Number(index);
      const path = [...at, 'options', within];
      if (!(Number.isInteger(number) && number >= 0 && number < optionCount))
        return (
          intake.problem(
            'gmcr/option',
            path,
            `There is no option ${String(index)}; they count from 0 to ${optionCount - 1}.`,
          ) ?? []
        );
      if (owned.has(number))
        return (
          intake.problem(
            'gmcr/shared-option',
            path,
            `Option ${number} belongs to two decision makers. Give it to one of them.`,
          ) ?? []
        );
      owned.add(number);
      return [number];
    });
    return { name, fields, at, own };
  });
  for (let option = 0; option < optionCount; option++)
    if (!owned.has(option))
      intake.problem(
        'conflict/option-without-owner',
        ['options', option],
        `Option ${option} belongs to no decision maker. Add its number to the “options” of one.`,
      );
  return makers;
};

/** Tiers of state numbers, best first; they count the feasible states in ascending order of GMCR+’s codes, from 1. */
const rankingAt = (raw: unknown, at: Path, patterns: readonly string[], intake: Intake): Preference => ({
  kind: 'ranking',
  tiers: listOf(raw).map((tier, row) =>
    (Array.isArray(tier) ? tier : [tier]).flatMap((number: unknown) => {
      const pattern = patterns[Number(number) - 1];
      if (pattern !== undefined) return [pattern];
      intake.problem(
        'gmcr/state',
        [...at, row],
        `There is no state ${String(number)}; they count from 1 to ${patterns.length}.`,
      );
      return [];
    }),
  ),
});

/**
 * Reads a file of GMCR+ (`.gmcr`, JSON): options, decision makers, infeasible conditions, one-way options, preference
 * statements or rankings. Ids are made from names, for it has none.
 */
export const readGmcrPlus = (raw: unknown): Outcome<Taken> => {
  const intake = new Intake();
  const top = fieldsOf(raw);
  const options = (intake.list(top.get('options'), ['options'], '“options”') ?? []).map((each, place) => ({
    name: intake.text(fieldsOf(each).get('name'), ['options', place, 'name'], 'The name of an option') ?? '',
    moves: DIRECTIONS.get(fieldsOf(each).get('permittedDirection') ?? 'both') ?? 'both',
  }));
  const named = namedMakers(top.get('decisionMakers'), options.length, intake);
  if (intake.problems.length > 0) return { ok: false, problems: intake.problems };
  const owner = options.map((_, option) => named.find(({ own }) => own.includes(option))?.name ?? '');
  const ids = uniqueIds(
    options.map(({ name }) => name),
    owner,
  ).map(optionId);
  const makerIds = uniqueIds(named.map(({ name }) => name));
  const infeasible = listOf(top.get('infeasibles')).flatMap((each, place): Infeasible[] => {
    const when = conditionAt(each, ['infeasibles', place], ids, intake);
    return when ? [{ when, text: writeFormula(when), because: [] }] : [];
  });
  const ranked = top.get('useManualPreferenceRanking') === true || top.get('useManualPreferenceVectors') === true;
  const ourOrder = named.flatMap(({ own }) => own);
  const patterns = (): string[] => {
    if (options.length > MOST_NUMBERED) {
      intake.problem(
        'gmcr/too-large',
        ['options'],
        `With ${options.length} options states are not looked up by number; the most is ${MOST_NUMBERED}.`,
      );
      return [];
    }
    const space = feasibleStates(
      new Map(ids.map((id, at) => [id, at])),
      infeasible.map(({ when }) => when),
      options.length,
    );
    return Array.from({ length: space.size }, (_, state) => {
      const theirs = patternOfCode(options.length, codeOf(space, state));
      return ourOrder.map((option) => theirs[option]).join('');
    });
  };
  const states = ranked ? patterns() : [];
  const makers = named.map(({ name, fields, at, own }, place) => {
    const ranking = fields.get('preferenceRanking') ?? fields.get('preferenceVector');
    const prefers: Preference =
      ranked && ranking !== undefined
        ? rankingAt(ranking, [...at, 'preferenceRanking'], states, intake)
        : {
            kind: 'statements',
            groups: listOf(fields.get('preferences')).flatMap((each, statement) => {
              const that = conditionAt(each, [...at, 'preferences', statement], ids, intake);
              return that ? [[{ that, text: writeFormula(that), because: [], assumed: true }]] : [];
            }),
          };
    const ownOptions = own.map((option) => ({
      id: ids[option] ?? optionId(''),
      name: options[option]?.name ?? '',
      moves: options[option]?.moves ?? ('both' as const),
      because: [],
    }));
    return { id: makerId(makerIds[place] ?? ''), name, options: ownOptions, prefers };
  });
  if (intake.problems.length > 0) return { ok: false, problems: intake.problems };
  const misperceived = named.filter(({ fields }) => listOf(fields.get('misperceptions')).length > 0);
  const lost = [
    ...misperceived.map(({ name }) => `What ${name} misperceives: here every maker sees every state.`),
    ...(listOf(top.get('coalitions')).some(Array.isArray) ? ['The coalitions: ask for one with --coalition.'] : []),
    ...(ranked && named.some(({ fields }) => listOf(fields.get('preferences')).length > 0)
      ? ['The preference statements: the file says that the rankings are in force.']
      : []),
  ];
  return {
    ok: true,
    value: { conflict: { title: String(top.get('title') ?? 'Untitled conflict'), makers, infeasible }, lost },
  };
};
