import type { Preference, PreferenceStatement } from '../preference/preference.ts';
import { readFormula, unknownOption } from '../preference/read-formula.ts';
import { type OptionId, optionId, statementId } from '../vocabulary.ts';
import { FIELDS, type Fields, type Intake, type Path } from './fields.ts';

const readStatement = (
  raw: unknown,
  at: Path,
  known: ReadonlySet<OptionId>,
  intake: Intake,
): PreferenceStatement | undefined => {
  const plain = typeof raw === 'string';
  const fields = plain ? new Map<string, unknown>() : intake.fields(raw, at, FIELDS.preference, 'A preference');
  if (!fields) return undefined;
  const place = plain ? at : [...at, 'that'];
  const text = intake.text(plain ? raw : fields.get('that'), place, '“that”, the formula of a preference,');
  const because = intake.texts(fields.get('because'), [...at, 'because'], 'The id of a statement').map(statementId);
  const assumed = intake.flag(fields, 'assumed', at) ?? because.length === 0;
  const note = intake.optionalText(fields, 'note', at, '“note”');
  if (text === undefined) return undefined;
  const that = readFormula(text, known, place);
  if (!that.ok) {
    intake.problems.push(...that.problems);
    return undefined;
  }
  return { that: that.value, text, because, assumed, ...(note !== undefined && { note }) };
};

const readStatements = (raw: unknown, at: Path, known: ReadonlySet<OptionId>, intake: Intake): Preference => {
  const list = intake.list(raw, at, '“prefers”') ?? [];
  const groups = list.map((each, place) =>
    (Array.isArray(each) ? each : [each]).flatMap(
      (one: unknown, within) =>
        readStatement(one, Array.isArray(each) ? [...at, place, within] : [...at, place], known, intake) ?? [],
    ),
  );
  return { kind: 'statements', groups: groups.filter(({ length }) => length > 0) };
};

const readTiers = (raw: unknown, at: Path, intake: Intake): Preference => {
  const list = intake.list(raw, at, '“ranking”') ?? [];
  const tiers = list.map((tier, place) => intake.texts(tier, [...at, place], 'A state'));
  return { kind: 'ranking', tiers: tiers.filter(({ length }) => length > 0) };
};

const readWeights = (raw: unknown, at: Path, known: ReadonlySet<OptionId>, intake: Intake): Preference => {
  const weights = new Map<OptionId, number>();
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    intake.problem(
      'conflict/shape',
      at,
      '“weights” must give a number to each option that matters: { accept: 3, test: -1 }.',
    );
    return { kind: 'weights', weights };
  }
  for (const [key, weight] of Object.entries(raw)) {
    const option = optionId(key);
    if (!known.has(option)) intake.problems.push(unknownOption(key, known, [...at, key]));
    if (typeof weight !== 'number' || !Number.isFinite(weight))
      intake.problem('conflict/weight', [...at, key], `The weight of “${key}” must be a number.`);
    else weights.set(option, weight);
  }
  return { kind: 'weights', weights };
};

/** Reads what a maker prefers, by the one method that it uses. */
export const readPreference = (
  fields: Fields,
  at: Path,
  who: string,
  known: ReadonlySet<OptionId>,
  intake: Intake,
): Preference => {
  const methods = ['prefers', 'ranking', 'weights'].filter((method) => fields.has(method));
  if (methods.length > 1)
    intake.problem(
      'conflict/mixed-preference',
      [...at, methods[1] ?? ''],
      `${who} has ${methods.map((method) => `“${method}”`).join(' and ')}. One maker ranks by one method: leave out the others.`,
    );
  if (fields.has('prefers')) return readStatements(fields.get('prefers'), [...at, 'prefers'], known, intake);
  if (fields.has('ranking')) return readTiers(fields.get('ranking'), [...at, 'ranking'], intake);
  if (fields.has('weights')) return readWeights(fields.get('weights'), [...at, 'weights'], known, intake);
  return { kind: 'unknown' };
};
