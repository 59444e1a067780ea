import { certainlyBefore, type DayRange, dayRange, daysBetween, hull } from '../chronicle/edtf.ts';
import type { Passage } from '../document/passage.ts';
import type { Condition, Statement } from '../statement/statement.ts';
import { type Edtf, type IsoDay, type OriginId, STANCES, type Stance } from '../vocabulary.ts';
import { type Standing, standingOfAll } from './voice.ts';

/** A statement with what counting it needs: the days it can mean, and the origin of its words. */
export interface Placed {
  readonly statement: Statement;
  readonly when: DayRange;
  readonly origin: OriginId;
  /** Its words are of another document's origin. */
  readonly echo: boolean;
}

/** One stance and what bears it. */
export interface StancePart {
  readonly stance: Stance;
  readonly statements: readonly Statement[];
  readonly origins: readonly OriginId[];
}

/** What a set of statements of one kind (all accepted, or all suggested) says of an actor on an issue. */
export interface Stand {
  /** The stance, the first of several when independent origins disagree. */
  readonly stance: Stance;
  /** Independent origins give different stances for the same time. */
  readonly contested: boolean;
  /** The stances for now: one, or the rivals, best borne first. */
  readonly stances: readonly StancePart[];
  /** The statements that bear the stance, in order of time. */
  readonly statements: readonly Statement[];
  readonly origins: readonly OriginId[];
  readonly voice: Standing;
  readonly conditions: readonly Condition[];
  readonly reasons: readonly Passage[];
  /** The days that the statements for now can mean. */
  readonly interval?: Edtf;
  /** Statements for now that say otherwise without bearing the position: weaker ones, or asides within one origin. */
  readonly otherwise: readonly StancePart[];
  /** Earlier stances in order of time, the present one last. */
  readonly history: readonly {
    readonly stance: Stance;
    readonly when?: Edtf;
    readonly statements: readonly Statement[];
  }[];
}

/** Statements further back than this from the newest are history, unit days. */
export const PRESENT_DAYS = 366;
/** Stances closer in time than this are rivals; further apart, the later one is a change. Unit days. */
export const SAME_TIME_DAYS = 31;

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

const originsOf = (placed: readonly Placed[]): readonly OriginId[] => unique(placed.map(({ origin }) => origin));

const lastKnown = ({ when }: Placed): string | undefined => when.last ?? when.first;

const apart = (earlier: DayRange, later: DayRange, days: number): boolean =>
  earlier.last !== undefined && later.first !== undefined && daysBetween(earlier.last, later.first) > days;

const inTime = (placed: readonly Placed[]): readonly Placed[] =>
  [...placed].sort((a, b) => {
    const [x, y] = [a.when.first ?? a.when.last ?? '', b.when.first ?? b.when.last ?? ''];
    return x < y ? -1 : x > y ? 1 : a.statement.passage.start - b.statement.passage.start;
  });

const newestOf = (placed: readonly Placed[]): DayRange | undefined => {
  let newest: Placed | undefined;
  for (const one of placed) {
    const last = lastKnown(one);
    if (last !== undefined && last > (newest === undefined ? '' : (lastKnown(newest) ?? ''))) newest = one;
  }
  return newest?.when;
};

/**
 * Splits statements into those for now and the earlier ones. One told as past without a day it began yields to any other; one that nothing
 * dates can be as late as the latest document.
 */
const present = (
  placed: readonly Placed[],
  latest: IsoDay | undefined,
): { readonly now: readonly Placed[]; readonly before: readonly Placed[] } => {
  const newest = newestOf(placed.filter(({ statement }) => statement.tense !== 'future'));
  if (newest === undefined) {
    const now = placed.filter(({ statement }) => statement.tense !== 'past');
    return now.length > 0 ? { now, before: placed.filter((one) => !now.includes(one)) } : { now: placed, before: [] };
  }
  const undated = placed.some(
    ({ when, statement }) => when.first === undefined && when.last === undefined && statement.tense !== 'past',
  );
  const known = newest.last ?? newest.first ?? '';
  const day = undated && latest !== undefined && latest > known ? latest : known;
  const anchor = { first: day, last: day };
  const isNow = ({ when, statement }: Placed): boolean =>
    when.first === undefined && statement.tense === 'past' ? false : !apart(when, anchor, PRESENT_DAYS);
  if (!placed.some(isNow)) {
    const last = ({ when }: Placed): boolean => !apart(when, anchor, PRESENT_DAYS);
    return { now: placed.filter(last), before: placed.filter((one) => !last(one)) };
  }
  return { now: placed.filter(isNow), before: placed.filter((one) => !isNow(one)) };
};

const partsOf = (placed: readonly Placed[]): readonly (StancePart & { readonly placed: readonly Placed[] })[] =>
  STANCES.map((stance) => placed.filter(({ statement }) => statement.stance === stance))
    .filter((group) => group.length > 0)
    .map((group) => ({
      stance: group[0]?.statement.stance ?? 'neutral',
      statements: inTime(group).map(({ statement }) => statement),
      origins: originsOf(group),
      placed: group,
    }))
    .sort((a, b) => b.origins.length - a.origins.length || b.statements.length - a.statements.length);

const bare = ({ stance, statements, origins }: StancePart): StancePart => ({ stance, statements, origins });

const historyOf = (placed: readonly Placed[]): Stand['history'] => {
  const runs: { stance: Stance; placed: Placed[] }[] = [];
  for (const one of inTime(placed)) {
    const run = runs.at(-1);
    if (run !== undefined && run.stance === one.statement.stance) run.placed.push(one);
    else runs.push({ stance: one.statement.stance, placed: [one] });
  }
  return runs.map((run) => {
    const when = hull(run.placed.map((one) => one.when));
    return {
      stance: run.stance,
      ...(when !== undefined && { when }),
      statements: run.placed.map(({ statement }) => statement),
    };
  });
};

const distinct = <Value>(values: readonly Value[], passage: (value: Value) => Passage): readonly Value[] => [
  ...new Map(
    values.map((value) => {
      const { document, start, end } = passage(value);
      return [`${document} ${start} ${end}`, value] as const;
    }),
  ).values(),
];

/** What an echo says counts only where what it echoes is silent: a copy that drops “the sources said” puts nobody on record. */
const firstHand = (placed: readonly Placed[]): readonly Placed[] => {
  const heard = new Set(placed.filter(({ echo }) => !echo).map(({ origin }) => origin));
  return placed.filter(({ echo, origin }) => !(echo && heard.has(origin)));
};

/**
 * What statements of one kind say of one actor on one issue. The rules, in this order:
 *
 * 1. *Now before then*: what lies more than a year before the newest statement is history.
 * 2. *A change is a change*: a different stance more than a month older than the newest is history too.
 * 3. *Explicit before implied*: if anything is explicit, only that decides.
 * 4. *Origins, not articles*: stances of independent origins that differ make the position contested; within one origin the better
 *    borne stance stands and the other is kept in `otherwise`.
 *
 * @param latest the last day on which a document of the dossier was published
 * @throws RangeError when there is no statement
 */
export const standOf = (placed: readonly Placed[], latest?: IsoDay): Stand => {
  if (placed.length === 0) throw new RangeError('A stand needs at least one statement, got 0');
  const { now } = present(placed, latest);
  const explicit = now.filter(({ statement }) => statement.level === 'explicit');
  const deciding = explicit.length > 0 ? explicit : now;
  const newest = newestOf(deciding);
  const same = (a: Placed): boolean => newest === undefined || !apart(a.when, newest, SAME_TIME_DAYS);
  const recent = deciding.filter(same);
  const [lead, ...others] = partsOf(recent.length > 0 ? recent : deciding);
  if (lead === undefined) throw new RangeError('A stand needs a stance');
  const rivals = others.filter(({ origins }) => origins.some((origin) => !lead.origins.includes(origin)));
  const aside = others.filter((part) => !rivals.includes(part));
  const rivalStances = rivals.map(({ stance }) => stance);
  const bearing = inTime(
    now.filter(
      (one) =>
        one.statement.stance === lead.stance || (rivalStances.includes(one.statement.stance) && recent.includes(one)),
    ),
  );
  const leadNow = bearing.filter(({ statement }) => statement.stance === lead.stance);
  const implied = partsOf(
    now.filter(
      (one) =>
        !deciding.includes(one) && one.statement.stance !== lead.stance && !rivalStances.includes(one.statement.stance),
    ),
  );
  const statements = bearing.map(({ statement }) => statement);
  const interval = hull(bearing.map(({ when }) => when));
  return {
    stance: lead.stance,
    contested: rivals.length > 0,
    stances: [
      { ...bare(lead), statements: leadNow.map(({ statement }) => statement), origins: originsOf(leadNow) },
      ...rivals.map(bare),
    ],
    statements,
    origins: originsOf(bearing),
    voice: standingOfAll(firstHand(bearing).map(({ statement }) => statement)),
    conditions: distinct(
      statements.flatMap(({ condition }) => (condition === undefined ? [] : [condition])),
      ({ passage }) => passage,
    ),
    reasons: distinct(
      statements.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
      (passage) => passage,
    ),
    ...(interval !== undefined && { interval }),
    otherwise: [...aside.map(bare), ...implied.map(bare)],
    history: historyOf(placed),
  };
};

/** Whether a placed statement can lie in an interval; one that nothing dates cannot be put there. */
export const within = (placed: Placed, interval: Edtf): boolean => {
  const range = dayRange(interval);
  const undated = placed.when.first === undefined && placed.when.last === undefined;
  return !undated && !certainlyBefore(placed.when, range) && !certainlyBefore(range, placed.when);
};
