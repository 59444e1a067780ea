import { PRESENT_DAYS, SAME_TIME_DAYS } from '@entente/core/position/stand';
import { type Edtf, STANCES, type Stance, statementId } from '@entente/core/vocabulary';
import type { PositionCell } from '../store.ts';
import type { Lane } from './lane.ts';
import { dayNumber, ECHO, FUTURE, IMPLIED, isoDay, NO_DAY, PAST, STANCE, SUGGESTED, VOICE, VOICES } from './mark.ts';
import { Seen } from './seen.ts';

/** The date at which a cell is looked at, in days since 1970; `NO_DAY` where it has no end. */
export interface Until {
  /** What was said later is left out. */
  readonly day: number;
  /** What nothing dates can be as late as this. */
  readonly latest: number;
  /** The last day of the dossier: what nothing dates ends with it. */
  readonly newest: number;
}

const [LAST_DAY, FIRST_DAY] = [dayNumber('9999-12-31'), dayNumber('0000-01-01')];

const at = (column: Int32Array, index: number): number => column[index] ?? 0;

/** Whether nothing tells that it was held by then. */
const isLater = ({ first, last }: Lane, index: number, { day, newest }: Until): boolean => {
  if (day === NO_DAY) return false;
  if (at(first, index) !== NO_DAY) return day < at(first, index);
  const end = at(last, index) === NO_DAY ? newest : at(last, index);
  return end !== NO_DAY && end - day > PRESENT_DAYS;
};

/** Statements of one status that count: how many, how many stances followed each other, and those for now. */
interface Counted {
  readonly count: number;
  readonly stages: number;
  readonly now: readonly number[];
}

/** The last day that one is known to mean. */
const lastKnown = ({ first, last }: Lane, index: number): number =>
  at(last, index) === NO_DAY ? at(first, index) : at(last, index);

const countedIn = (lane: Lane, status: number, until: Until): Counted => {
  const { first, last, weight, size } = lane;
  const counted: number[] = [];
  let [stages, stance, newest, undated, timeless] = [0, -1, NO_DAY, false, false];
  for (let index = 0; index < size; index++) {
    const own = at(weight, index);
    if ((own & SUGGESTED) !== status || isLater(lane, index, until)) continue;
    counted.push(index);
    if ((own & STANCE) !== stance) {
      stance = own & STANCE;
      stages += 1;
    }
    const known = lastKnown(lane, index);
    if ((own & FUTURE) === 0 && known > newest) newest = known;
    if ((own & PAST) === 0) {
      timeless = true;
      if (known === NO_DAY) undated = true;
    }
  }
  const kept = (now: readonly number[]): Counted => ({ count: counted.length, stages, now });
  if (newest === NO_DAY) return kept(counted.filter((index) => !timeless || (at(weight, index) & PAST) === 0));
  const anchor = undated && until.latest > newest ? until.latest : newest;
  const late = counted.filter((index) => at(last, index) === NO_DAY || anchor - at(last, index) <= PRESENT_DAYS);
  const now = late.filter((index) => at(first, index) !== NO_DAY || (at(weight, index) & PAST) === 0);
  return kept(now.length > 0 ? now : late);
};

interface Part {
  readonly stance: number;
  origins: number;
  count: number;
}

const [seen, heard] = [new Seen(), new Seen()];

/** Stances with what bears them, best borne first. */
const partsOf = ({ weight, origin }: Lane, indices: readonly number[]): readonly Part[] => {
  const parts: (Part | undefined)[] = STANCES.map(() => undefined);
  seen.clear();
  for (const index of indices) {
    const stance = at(weight, index) & STANCE;
    const part = parts[stance] ?? { stance, origins: 0, count: 0 };
    parts[stance] = part;
    part.count += 1;
    if (seen.add(at(origin, index) * 8 + stance)) part.origins += 1;
  }
  return parts.filter((part) => part !== undefined).sort((a, b) => b.origins - a.origins || b.count - a.count);
};

/** What decides: of it what is of the same time as its newest. */
const recentIn = (lane: Lane, now: readonly number[]): readonly number[] => {
  const { first, last, weight, keys } = lane;
  const explicit = now.filter((index) => (at(weight, index) & IMPLIED) === 0);
  const deciding = explicit.length > 0 ? explicit : now;
  let [newest, known] = [-1, NO_DAY];
  for (const index of deciding) {
    const mine = lastKnown(lane, index);
    if (mine > known || (mine === known && newest >= 0 && at(keys, index) < at(keys, newest)))
      [newest, known] = [index, mine];
  }
  const begin = newest < 0 ? NO_DAY : at(first, newest);
  if (begin === NO_DAY) return deciding;
  return deciding.filter((index) => at(last, index) === NO_DAY || begin - at(last, index) <= SAME_TIME_DAYS);
};

/** The smallest stretch that holds some statements. */
const hull = ({ first, last }: Lane, indices: readonly number[]): Edtf | undefined => {
  let [begin, end] = [LAST_DAY, FIRST_DAY];
  for (const index of indices) {
    if (at(first, index) !== NO_DAY && at(first, index) < begin) begin = at(first, index);
    if (at(last, index) !== NO_DAY && at(last, index) > end) end = at(last, index);
  }
  if (end === FIRST_DAY) return begin === LAST_DAY ? undefined : `${isoDay(begin)}/..`;
  if (begin === LAST_DAY) return `../${isoDay(end)}`;
  return begin === end ? isoDay(begin) : `${isoDay(begin)}/${isoDay(end)}`;
};

/** An echo counts only where what it echoes is silent; then: named as soon as one is, else anonymous. */
const voiceOf = ({ weight, origin }: Lane, indices: readonly number[]): PositionCell['voice'] => {
  heard.clear();
  for (const index of indices) if ((at(weight, index) & ECHO) === 0) heard.add(at(origin, index));
  let best = VOICES.length - 1;
  for (const index of indices)
    if ((at(weight, index) & ECHO) === 0 || !heard.has(at(origin, index)))
      best = Math.min(best, (at(weight, index) >> VOICE) & 3);
  return VOICES[best] ?? 'reading';
};

const stanceAt = (number: number): Stance => STANCES[number] ?? 'neutral';

const leadOf = (parts: readonly Part[]): Part => {
  const [lead] = parts;
  if (lead === undefined) throw new RangeError('A cell needs at least one statement, got 0');
  return lead;
};

/** How many different numbers stand in a column, 0 left out where it means none. */
const different = (column: Int32Array, indices: readonly number[], from: number): number => {
  let count = 0;
  seen.clear();
  for (const index of indices) if (at(column, index) >= from && seen.add(at(column, index))) count += 1;
  return count;
};

/** Stances that origins give of which the lead has none, as bits. */
const rivalsOf = ({ weight, origin }: Lane, recent: readonly number[], lead: number): number => {
  heard.clear();
  for (const index of recent) if ((at(weight, index) & STANCE) === lead) heard.add(at(origin, index));
  let found = 0;
  for (const index of recent) if (!heard.has(at(origin, index))) found |= 1 << (at(weight, index) & STANCE);
  return found;
};

/**
 * What a cell says at a date: the same as `positionOf` in the core makes of its statements, counted on columns of numbers, without the
 * statements.
 *
 * Cost: linear in the marks of the lane
 *
 * @returns nothing where nothing had been said yet
 */
export const standAt = (lane: Lane, until: Until): Omit<PositionCell, 'actor' | 'issue'> | undefined => {
  const [accepted, suggested] = [countedIn(lane, 0, until), countedIn(lane, SUGGESTED, until)];
  if (accepted.count + suggested.count === 0) return undefined;
  const { weight, origin, condition } = lane;
  const basis = accepted.count > 0 ? accepted : suggested;
  const recent = recentIn(lane, basis.now);
  const parts = partsOf(lane, recent);
  const lead = leadOf(parts);
  const rivals = parts.length > 1 ? rivalsOf(lane, recent, lead.stance) : 0;
  const leads = basis.now.filter((index) => (at(weight, index) & STANCE) === lead.stance);
  const rival = recent.filter((index) => (rivals & (1 << (at(weight, index) & STANCE))) !== 0);
  const bearing = rival.length === 0 ? leads : [...leads, ...rival].sort((a, b) => a - b);
  const stances = [
    { stance: lead.stance, origins: different(origin, leads, 0), count: leads.length },
    ...parts.filter(({ stance }) => (rivals & (1 << stance)) !== 0),
  ];
  const interval = hull(lane, bearing);
  return {
    stance: stanceAt(lead.stance),
    contested: rivals !== 0,
    stances: stances.map(({ stance, origins, count }) => ({ stance: stanceAt(stance), origins, statements: count })),
    basis: accepted.count > 0 ? 'accepted' : 'suggested',
    voice: voiceOf(lane, bearing),
    origins: different(origin, bearing, 0),
    statements: bearing.map((index) => statementId(lane.id(index))),
    counts: { accepted: accepted.count, suggested: suggested.count },
    conditions: different(condition, bearing, 1),
    ...(interval !== undefined && { interval }),
    stages: basis.stages,
    ...(accepted.count > 0 &&
      suggested.count > 0 && {
        suggested: stanceAt(leadOf(partsOf(lane, recentIn(lane, suggested.now))).stance),
      }),
  };
};

/** The statements of a cell that count at a date, by their place in the lane. */
export const countedAt = (lane: Lane, until: Until): readonly number[] =>
  Array.from({ length: lane.size }, (_, index) => index).filter((index) => !isLater(lane, index, until));
