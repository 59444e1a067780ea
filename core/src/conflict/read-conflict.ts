import { nearest } from '../preference/nearest.ts';
import { readFormula } from '../preference/read-formula.ts';
import { type MakerId, makerId, type Outcome, type Problem } from '../vocabulary.ts';
import { patternProblems, stateProblems } from './check-states.ts';
import type { Coalesced, CommonMove, Conflict } from './conflict.ts';
import { FIELDS, type Fields, Intake, type Path } from './fields.ts';
import { type Known, readInfeasible } from './read-infeasible.ts';
import { type ReadMakers, readMakers } from './read-makers.ts';
import { readPreference } from './read-preference.ts';

const readCoalesced = (raw: unknown, at: Path, known: Known, intake: Intake): Coalesced | undefined => {
  const fields =
    typeof raw === 'string' ? new Map([['when', raw]]) : intake.fields(raw, at, FIELDS.coalesce, '“coalesce”');
  if (!fields) return undefined;
  const place = typeof raw === 'string' ? at : [...at, 'when'];
  const text = intake.text(fields.get('when'), place, '“when”, the states to make one,');
  const as = intake.optionalText(fields, 'as', at, '“as”');
  const why = intake.optionalText(fields, 'why', at, '“why”');
  const note = intake.optionalText(fields, 'note', at, '“note”');
  if (text === undefined) return undefined;
  const when = readFormula(text, known.ids, place);
  if (!when.ok) intake.problems.push(...when.problems);
  return when.ok
    ? {
        when: when.value,
        text,
        ...(as !== undefined && { as }),
        ...(why !== undefined && { why }),
        ...(note !== undefined && { note }),
      }
    : undefined;
};

const checkMaker = (id: string, at: Path, makers: readonly MakerId[], intake: Intake): void => {
  if (makers.some((maker) => maker === id)) return;
  const near = nearest(id, makers);
  const remedy = near ? `Did you mean “${near}”?` : `Known: ${makers.join(', ')}.`;
  intake.problem('conflict/unknown-maker', at, `There is no decision maker “${id}”. ${remedy}`);
};

const readPair = (raw: unknown, at: Path, intake: Intake): (readonly [string, string])[] => {
  const [from, to, ...more] = intake.texts(raw, at, 'A state');
  if (from !== undefined && to !== undefined && more.length === 0) return [[from, to]];
  intake.problem('conflict/move', at, 'A move is two states, from and to: [YN, NN].');
  return [];
};

const readMoves = (raw: unknown, makers: readonly MakerId[], intake: Intake): Conflict['moves'] => {
  if (raw === undefined) return undefined;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return intake.problem(
      'conflict/shape',
      ['moves'],
      '“moves” must give each maker a list of moves: { a: [[YN, NN]] }.',
    );
  const moves = new Map<MakerId, readonly (readonly [string, string])[]>();
  for (const [key, value] of Object.entries(raw)) {
    checkMaker(key, ['moves', key], makers, intake);
    const list = intake.list(value, ['moves', key], `The moves of “${key}”`) ?? [];
    const pairs = list.flatMap((pair, place) => readPair(pair, ['moves', key, place], intake));
    moves.set(makerId(key), pairs);
  }
  return moves;
};

const readCommonMove = (raw: unknown, at: Path, makers: readonly MakerId[], intake: Intake): CommonMove | undefined => {
  const fields = intake.fields(raw, at, FIELDS.commonMove, 'A common move');
  if (!fields) return undefined;
  const names = intake.texts(fields.get('by'), [...at, 'by'], 'The id of a decision maker');
  if (names.length === 0) intake.problem('conflict/move', [...at, 'by'], '“by” must name who can make the move.');
  for (const id of names) checkMaker(id, [...at, 'by'], makers, intake);
  const from = intake.text(fields.get('from'), [...at, 'from'], '“from”');
  const to = intake.text(fields.get('to'), [...at, 'to'], '“to”');
  const note = intake.optionalText(fields, 'note', at, '“note”');
  if (from === undefined || to === undefined) return undefined;
  return { by: names.map(makerId), from, to, ...(note !== undefined && { note }) };
};

const listOf = <Value>(
  top: Fields,
  key: string,
  intake: Intake,
  read: (raw: unknown, at: Path) => Value | undefined,
): Value[] => {
  const raw = top.get(key);
  const list = raw === undefined || raw === null ? [] : (intake.list(raw, [key], `“${key}”`) ?? []);
  return list.flatMap((each, place) => read(each, [key, place]) ?? []);
};

/** Makers who cannot do anything, where options are named that nobody has: that is said first, for the rest follows from it. */
const withoutOptions = (
  { makers, moves, commonMoves }: Conflict,
  fields: ReadMakers['fields'],
  { problems }: Intake,
): Problem[] => {
  if (!problems.some(({ code }) => code === 'conflict/unknown-option')) return [];
  return makers.flatMap(({ id, name, options }, place) =>
    options.length > 0 || moves?.has(id) || commonMoves?.some(({ by }) => by.includes(id))
      ? []
      : [
          {
            code: 'conflict/maker-without-options',
            at: [...(fields[place]?.at ?? []), 'options'],
            says: `${name} has no options. Name those that it can take; what is said below may follow from this.`,
          },
        ],
  );
};

/**
 * Reads a conflict from plain data, as a YAML or JSON file gives it. The places of problems are paths into that data.
 *
 * What shows only when the states are known (a ranking that forgets one, no feasible state) is said by `compile`; here too when
 * there are other problems, so that all of them are said at once. A pattern's length needs the options alone.
 *
 * @returns the conflict, or every problem with its remedy
 */
export const readConflict = (raw: unknown): Outcome<Conflict> => {
  const intake = new Intake();
  const top = intake.fields(raw, [], FIELDS.conflict, 'A conflict file');
  if (!top) return { ok: false, problems: intake.problems };
  const { makers: bare, fields } = readMakers(top, intake);
  const onlyFields = () => intake.problems.every(({ code }) => code === 'conflict/unknown-field');
  const counted = onlyFields();
  const order = bare.flatMap(({ options }) => options.map(({ id }) => id));
  const known: Known = { ids: new Set(order), order };
  const ids = bare.map(({ id }) => id);
  const infeasible = listOf(top, 'infeasible', intake, (each, at) => readInfeasible(each, at, known, intake));
  const coalesced = listOf(top, 'coalesce', intake, (each, at) => readCoalesced(each, at, known, intake));
  const sound = onlyFields();
  const makers = bare.map((maker, at) => {
    const own = fields[at];
    const prefers = own
      ? readPreference(own.fields, own.at, maker.name, known.ids, intake)
      : ({ kind: 'unknown' } as const);
    return { ...maker, prefers };
  });
  const moves = readMoves(top.get('moves') ?? undefined, ids, intake);
  const commonMoves = listOf(top, 'common-moves', intake, (each, at) => readCommonMove(each, at, ids, intake));
  const states = top.has('states') ? intake.texts(top.get('states'), ['states'], 'A state') : undefined;
  const asOf = intake.optionalText(top, 'as-of', [], '“as-of”');
  const note = intake.optionalText(top, 'note', [], '“note”');
  const statusQuo = intake.optionalText(top, 'status-quo', [], '“status-quo”');
  const conflict: Conflict = {
    title: intake.optionalText(top, 'conflict', [], '“conflict”, the title,') ?? 'Untitled conflict',
    ...(note !== undefined && { note }),
    ...(asOf !== undefined && { asOf }),
    makers,
    infeasible,
    ...(states && { states }),
    ...(moves && { moves }),
    ...(commonMoves.length > 0 && { commonMoves }),
    ...(coalesced.length > 0 && { coalesced }),
    ...(statusQuo !== undefined && { statusQuo }),
  };
  if (intake.problems.length === 0) return { ok: true, value: conflict };
  const idle = withoutOptions(conflict, fields, intake);
  if (idle.length > 0) return { ok: false, problems: [...idle, ...intake.problems] };
  const more = sound ? stateProblems(conflict) : counted ? patternProblems(conflict) : [];
  return { ok: false, problems: [...intake.problems, ...more] };
};
