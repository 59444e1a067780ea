import { ID, KEYWORDS } from '../preference/read-formula.ts';
import { actorId, type MakerId, makerId, type OptionId, optionId, statementId } from '../vocabulary.ts';
import type { DecisionMaker, Moves, Option } from './conflict.ts';
import { FIELDS, type Fields, type Intake, type Path } from './fields.ts';

/** A maker without what it prefers: that can be read only when all options are known. */
export type BareMaker = Omit<DecisionMaker, 'prefers'>;

export interface ReadMakers {
  readonly makers: readonly BareMaker[];
  /** The fields of each maker, for its preferences, and its place in the file. */
  readonly fields: readonly { readonly fields: Fields; readonly at: Path }[];
}

const MOST_MAKERS = 31;

const validId = (id: string, at: Path, what: string, intake: Intake): boolean => {
  if (KEYWORDS.includes(id.toLowerCase()))
    intake.problem(
      'conflict/id',
      at,
      `“${id}” means something in formulas and cannot be the id of ${what}. Choose another.`,
    );
  else if (!ID.test(id))
    intake.problem('conflict/id', at, `“${id}” cannot be the id of ${what}: use letters, digits, _ and -, no blanks.`);
  else return true;
  return false;
};

const directions: readonly Moves[] = ['both', 'forward', 'backward'];

const readMoves = (raw: unknown, at: Path, intake: Intake): Moves => {
  if (raw === undefined) return 'both';
  const found = directions.find((direction) => direction === raw);
  if (found) return found;
  const says = `“moves” of an option must be both, forward (can be taken, not undone) or backward (can be undone, not taken), not “${String(raw)}”.`;
  intake.problem('conflict/moves', at, says);
  return 'both';
};

const readOption = (raw: unknown, at: Path, owned: boolean, intake: Intake): Option | undefined => {
  if (typeof raw === 'string') {
    const id = raw.trim();
    return validId(id, at, 'an option', intake)
      ? { id: optionId(id), name: id, moves: 'both', because: [] }
      : undefined;
  }
  const fields = intake.fields(raw, at, owned ? FIELDS.ownedOption : FIELDS.option, 'An option');
  if (!fields) return undefined;
  const id = intake.text(fields.get('id'), [...at, 'id'], 'The id of an option');
  if (id === undefined || !validId(id, [...at, 'id'], 'an option', intake)) return undefined;
  const note = intake.optionalText(fields, 'note', at, '“note”');
  return {
    id: optionId(id),
    name: intake.optionalText(fields, 'name', at, 'The name of an option') ?? id,
    moves: readMoves(fields.get('moves'), [...at, 'moves'], intake),
    because: intake.texts(fields.get('because'), [...at, 'because'], 'The id of a statement').map(statementId),
    ...(note !== undefined && { note }),
  };
};

const readMaker = (raw: unknown, at: Path, intake: Intake): { maker: BareMaker; fields: Fields } | undefined => {
  const fields = intake.fields(raw, at, FIELDS.maker, 'A decision maker');
  if (!fields) return undefined;
  const id = intake.text(fields.get('id'), [...at, 'id'], 'The id of a decision maker');
  if (id === undefined || !validId(id, [...at, 'id'], 'a decision maker', intake)) return undefined;
  const raws = fields.has('options') ? intake.list(fields.get('options'), [...at, 'options'], '“options”') : [];
  const options = (raws ?? []).flatMap(
    (each, place) => readOption(each, [...at, 'options', place], false, intake) ?? [],
  );
  const actor = intake.optionalText(fields, 'actor', at, '“actor”');
  const note = intake.optionalText(fields, 'note', at, '“note”');
  const name = intake.optionalText(fields, 'name', at, 'The name of a decision maker') ?? id;
  const maker = {
    id: makerId(id),
    name,
    ...(actor !== undefined && { actor: actorId(actor) }),
    options,
    ...(note !== undefined && { note }),
  };
  return { maker, fields };
};

/** Options that stand at the top of the file, each naming its maker, behind those that stand with their maker. */
const readOwned = (raw: unknown, makers: readonly BareMaker[], intake: Intake): Map<MakerId, Option[]> => {
  const owned = new Map<MakerId, Option[]>();
  const list = raw === undefined ? [] : (intake.list(raw, ['options'], '“options”') ?? []);
  list.forEach((each, place) => {
    const at = ['options', place];
    const option = readOption(each, at, true, intake);
    if (!option) return;
    const named =
      typeof each === 'object' && each !== null ? Object.entries(each).find(([key]) => key === 'maker') : [];
    const owner = makers.find(({ id }) => id === named?.[1]);
    if (owner) owned.set(owner.id, [...(owned.get(owner.id) ?? []), option]);
    else {
      const known = makers.map(({ id }) => id).join(', ');
      const says = named?.[1]
        ? `Option “${option.id}” belongs to “${String(named[1])}”, who is no decision maker here. Known: ${known}.`
        : `Option “${option.id}” belongs to no decision maker. Say whose it is with “maker:” (${known}), or move it under that maker.`;
      intake.problem('conflict/option-without-owner', at, says);
    }
  });
  return owned;
};

const repeated = (makers: readonly BareMaker[], places: readonly Path[], intake: Intake): void => {
  const seenMaker = new Set<MakerId>();
  const owner = new Map<OptionId, string>();
  makers.forEach(({ id, name, options }, at) => {
    if (seenMaker.has(id))
      intake.problem(
        'conflict/maker-twice',
        [...(places[at] ?? []), 'id'],
        `Two decision makers are called “${id}”. Rename one.`,
      );
    seenMaker.add(id);
    options.forEach((option, place) => {
      const before = owner.get(option.id);
      if (before !== undefined)
        intake.problem(
          'conflict/option-twice',
          [...(places[at] ?? []), 'options', place],
          before === name
            ? `${name} has the option “${option.id}” twice. Rename or leave out one.`
            : `Option “${option.id}” is there twice, of ${before} and of ${name}. An option has one owner: rename or leave out one.`,
        );
      owner.set(option.id, name);
    });
  });
};

/** Reads who decides, and on what. */
export const readMakers = (top: Fields, intake: Intake): ReadMakers => {
  const list =
    intake.list(top.get('makers') ?? undefined, ['makers'], '“makers”, who decides and on which options,') ?? [];
  if (Array.isArray(top.get('makers')) && list.length === 0)
    intake.problem('conflict/no-maker', ['makers'], 'There is no decision maker. Name at least one, with its options.');
  if (list.length > MOST_MAKERS)
    intake.problem(
      'conflict/too-large',
      ['makers'],
      `There are ${list.length} decision makers; the most is ${MOST_MAKERS}.`,
    );
  const read = list.slice(0, MOST_MAKERS).flatMap((raw, place) => {
    const maker = readMaker(raw, ['makers', place], intake);
    return maker ? [{ ...maker, at: ['makers', place] }] : [];
  });
  const bare = read.map(({ maker }) => maker);
  const owned = readOwned(top.get('options'), bare, intake);
  const makers = bare.map((maker) => ({ ...maker, options: [...maker.options, ...(owned.get(maker.id) ?? [])] }));
  repeated(
    makers,
    read.map(({ at }) => at),
    intake,
  );
  if (makers.length > 0 && intake.problems.length === 0 && makers.every(({ options }) => options.length === 0))
    intake.problem('conflict/no-option', ['makers'], 'No decision maker has an option. Give at least one of them one.');
  return { makers, fields: read.map(({ fields, at }) => ({ fields, at })) };
};
