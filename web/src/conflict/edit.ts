import type { Conflict, DecisionMaker, Option } from '@entente/core/conflict/conflict';
import { uniqueIds } from '@entente/core/conflict/ids';
import { readConflict } from '@entente/core/conflict/read-conflict';
import { conflictData } from '@entente/core/conflict/write-conflict';
import type { PreferenceStatement } from '@entente/core/preference/preference';
import { type FormulaFault, formulaFaults, readFormula } from '@entente/core/preference/read-formula';
import {
  type ActorId,
  makerId,
  type OptionId,
  type Outcome,
  optionId,
  type StatementId,
} from '@entente/core/vocabulary';

/** Where an aim stands: the maker, and its place among all of the maker's aims. */
export interface AimPlace {
  readonly maker: number;
  readonly aim: number;
}

/** An aim with the number of its group, counted from 1: aims of equal priority share it. */
export interface PlacedAim {
  readonly aim: PreferenceStatement;
  readonly group: number;
  /** Whether the aim before it is of equal priority. */
  readonly joined: boolean;
}

type Groups = readonly (readonly PreferenceStatement[])[];

const groupsOf = ({ prefers }: DecisionMaker): Groups => (prefers.kind === 'statements' ? prefers.groups : []);

/** A maker's aims in their order. */
export const aimsOf = (maker: DecisionMaker): readonly PlacedAim[] =>
  groupsOf(maker).flatMap((group, at) => group.map((aim, inner) => ({ aim, group: at + 1, joined: inner > 0 })));

/** Whether a maker's preference is a list of aims, or may become one. */
export const hasAims = ({ prefers }: DecisionMaker): boolean =>
  prefers.kind === 'statements' || prefers.kind === 'unknown';

export const optionIds = (conflict: Conflict): ReadonlySet<OptionId> =>
  new Set(conflict.makers.flatMap(({ options }) => options.map(({ id }) => id)));

const withMaker = (conflict: Conflict, at: number, change: (maker: DecisionMaker) => DecisionMaker): Conflict => ({
  ...conflict,
  makers: conflict.makers.map((maker, place) => (place === at ? change(maker) : maker)),
});

const withGroups = (conflict: Conflict, maker: number, change: (groups: Groups) => Groups): Conflict =>
  withMaker(conflict, maker, (own) => {
    const groups = change(groupsOf(own)).filter(({ length }) => length > 0);
    return { ...own, prefers: groups.length === 0 ? { kind: 'unknown' } : { kind: 'statements', groups } };
  });

const mapAims = (groups: Groups, change: (aim: PreferenceStatement, at: number) => PreferenceStatement): Groups => {
  let at = 0;
  return groups.map((group) => group.map((aim) => change(aim, at++)));
};

/** Puts an aim at another place, where it stands for itself; the aims that stay keep their groups. */
export const moveAim = (conflict: Conflict, { maker, aim }: AimPlace, to: number): Conflict => {
  const own = conflict.makers[maker];
  const found = own && aimsOf(own)[aim]?.aim;
  if (found === undefined || to === aim) return conflict;
  return withGroups(conflict, maker, (groups) => {
    const rest = groups.map((group) => group.filter((one) => one !== found)).filter(({ length }) => length > 0);
    let before = 0;
    const out: (readonly PreferenceStatement[])[] = [];
    let placed = false;
    for (const group of rest) {
      const inside = to - before;
      if (!placed && inside <= 0) {
        out.push([found]);
        placed = true;
      }
      if (!placed && inside < group.length) {
        out.push(group.slice(0, inside), [found], group.slice(inside));
        placed = true;
      } else out.push(group);
      before += group.length;
    }
    if (!placed) out.push([found]);
    return out;
  });
};

/** Makes an aim of equal priority with the one before it, or, where it is already, gives it a place of its own after it. */
export const joinAim = (conflict: Conflict, { maker, aim }: AimPlace): Conflict =>
  withGroups(conflict, maker, (groups) => {
    let first = 0;
    for (const [at, group] of groups.entries()) {
      const inside = aim - first;
      if (inside < group.length) {
        if (inside > 0)
          return [...groups.slice(0, at), group.slice(0, inside), group.slice(inside), ...groups.slice(at + 1)];
        const before = groups[at - 1];
        if (before === undefined) return groups;
        return [...groups.slice(0, at - 1), [...before, ...group], ...groups.slice(at + 1)];
      }
      first += group.length;
    }
    return groups;
  });

/** Gives every aim of a maker a place of its own, in the order they stand in. */
export const orderAims = (conflict: Conflict, maker: number): Conflict =>
  withGroups(conflict, maker, (groups) => groups.flat().map((aim) => [aim]));

/** Marks an aim as assumed, or takes the mark away where it has evidence to stand on. */
export const assumeAim = (conflict: Conflict, place: AimPlace): Conflict =>
  withGroups(conflict, place.maker, (groups) =>
    mapAims(groups, (aim, at) =>
      at === place.aim ? { ...aim, assumed: aim.because.length === 0 || !aim.assumed } : aim,
    ),
  );

/** Takes a statement as evidence of an aim, or takes it away; an aim is assumed as long as it has none. */
export const bearAim = (conflict: Conflict, place: AimPlace, statement: StatementId): Conflict =>
  withGroups(conflict, place.maker, (groups) =>
    mapAims(groups, (aim, at) => {
      if (at !== place.aim) return aim;
      const because = aim.because.includes(statement)
        ? aim.because.filter((one) => one !== statement)
        : [...aim.because, statement];
      return { ...aim, because, assumed: because.length === 0 || (aim.because.length > 0 && aim.assumed) };
    }),
  );

const formulaIn = (conflict: Conflict, text: string): ReturnType<typeof readFormula> =>
  readFormula(text, optionIds(conflict), []);

/** What is wrong with a formula as it is typed, and where. */
export const faultsIn = (ids: ReadonlySet<OptionId>, text: string): readonly FormulaFault[] => formulaFaults(text, ids);

/** Rewrites an aim. Its evidence stays with it; what has none is assumed. */
export const rewriteAim = (conflict: Conflict, place: AimPlace, text: string): Outcome<Conflict> => {
  const read = formulaIn(conflict, text);
  if (!read.ok) return read;
  const value = withGroups(conflict, place.maker, (groups) =>
    mapAims(groups, (aim, at) =>
      at === place.aim
        ? { ...aim, that: read.value, text: text.trim(), assumed: aim.assumed || aim.because.length === 0 }
        : aim,
    ),
  );
  return { ok: true, value };
};

/** A new aim, last and assumed. */
export const addAim = (conflict: Conflict, maker: number, text: string): Outcome<Conflict> => {
  const read = formulaIn(conflict, text);
  if (!read.ok) return read;
  const aim: PreferenceStatement = { that: read.value, text: text.trim(), because: [], assumed: true };
  return { ok: true, value: withGroups(conflict, maker, (groups) => [...groups, [aim]]) };
};

export const dropAim = (conflict: Conflict, place: AimPlace): Conflict => {
  let at = 0;
  return withGroups(conflict, place.maker, (groups) => groups.map((group) => group.filter(() => at++ !== place.aim)));
};

/** The place of an option among all options, as patterns count. */
const placeIn = ({ makers }: Conflict, maker: number, option: number): number =>
  makers.slice(0, maker).reduce((sum, { options }) => sum + options.length, 0) + option;

/** Whether states are written out somewhere, so that options can be neither added nor removed here. */
export const listsStates = (conflict: Conflict): boolean =>
  conflict.states !== undefined ||
  conflict.moves !== undefined ||
  conflict.commonMoves !== undefined ||
  conflict.coalesced !== undefined ||
  conflict.infeasible.some(({ written }) => written !== undefined) ||
  conflict.makers.some(({ prefers }) => prefers.kind === 'ranking');

/** Takes up an option in the status quo, or gives it up. */
export const flipStatusQuo = (conflict: Conflict, maker: number, option: number): Conflict => {
  const size = optionIds(conflict).size;
  const before = [...(conflict.statusQuo ?? 'N'.repeat(size))];
  const at = placeIn(conflict, maker, option);
  before[at] = before[at] === 'Y' ? 'N' : 'Y';
  return { ...conflict, statusQuo: before.join('') };
};

/** A new option of a maker, last of its own, not taken in the status quo. */
export const addOption = (conflict: Conflict, maker: number, name: string): Conflict => {
  const known = [...optionIds(conflict)];
  const id = uniqueIds([...known, name]).at(-1) ?? name;
  const option: Option = { id: optionId(id), name, moves: 'both', because: [] };
  const at = placeIn(conflict, maker, conflict.makers[maker]?.options.length ?? 0);
  const { statusQuo } = conflict;
  return {
    ...withMaker(conflict, maker, (own) => ({ ...own, options: [...own.options, option] })),
    ...(statusQuo !== undefined && { statusQuo: `${statusQuo.slice(0, at)}N${statusQuo.slice(at)}` }),
  };
};

/** Renames an option; formulas know it by its id, which stays. */
export const renameOption = (conflict: Conflict, maker: number, option: number, name: string): Conflict =>
  withMaker(conflict, maker, (own) => ({
    ...own,
    options: own.options.map((one, at) => (at === option ? { ...one, name } : one)),
  }));

/** What is wrong with a conflict once something was taken out of it: formulas that name an option that is gone. */
const checked = (conflict: Conflict): Outcome<Conflict> => {
  const read = readConflict(conflictData(conflict));
  return read.ok ? { ok: true, value: conflict } : read;
};

/** Removes an option that no formula names any more. */
export const dropOption = (conflict: Conflict, maker: number, option: number): Outcome<Conflict> => {
  const at = placeIn(conflict, maker, option);
  const { statusQuo } = conflict;
  return checked({
    ...withMaker(conflict, maker, (own) => ({ ...own, options: own.options.filter((_, place) => place !== option) })),
    ...(statusQuo !== undefined && { statusQuo: `${statusQuo.slice(0, at)}${statusQuo.slice(at + 1)}` }),
  });
};

/** A new maker with one option; linked to the actor who speaks for it, where that is one of the codebook. */
export const addMaker = (conflict: Conflict, name: string, option: string, actor?: ActorId): Conflict => {
  const id = uniqueIds([...conflict.makers.map((maker) => String(maker.id)), name]).at(-1) ?? name;
  const maker: DecisionMaker = {
    id: makerId(id),
    name,
    ...(actor !== undefined && { actor }),
    options: [],
    prefers: { kind: 'unknown' },
  };
  return addOption({ ...conflict, makers: [...conflict.makers, maker] }, conflict.makers.length, option);
};

export const renameMaker = (conflict: Conflict, maker: number, name: string): Conflict =>
  withMaker(conflict, maker, (own) => ({ ...own, name }));

/** Removes a maker with its options, where no formula of another names them any more. */
export const dropMaker = (conflict: Conflict, maker: number): Outcome<Conflict> => {
  const [at, size] = [placeIn(conflict, maker, 0), conflict.makers[maker]?.options.length ?? 0];
  const { statusQuo } = conflict;
  return checked({
    ...conflict,
    makers: conflict.makers.filter((_, place) => place !== maker),
    ...(statusQuo !== undefined && { statusQuo: `${statusQuo.slice(0, at)}${statusQuo.slice(at + size)}` }),
  });
};

export const renameConflict = (conflict: Conflict, title: string): Conflict => ({ ...conflict, title });

/** Rules combinations out. */
export const addInfeasible = (conflict: Conflict, text: string, why: string): Outcome<Conflict> => {
  const read = formulaIn(conflict, text);
  if (!read.ok) return read;
  const rule = { when: read.value, text: text.trim(), because: [], ...(why.trim() !== '' && { why: why.trim() }) };
  return { ok: true, value: { ...conflict, infeasible: [...conflict.infeasible, rule] } };
};

export const dropInfeasible = (conflict: Conflict, at: number): Conflict => ({
  ...conflict,
  infeasible: conflict.infeasible.filter((_, place) => place !== at),
});
