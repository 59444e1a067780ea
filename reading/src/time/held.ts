import type { Edtf } from '@entente/core/vocabulary';
import type { Token } from '../sentence/token.ts';
import { AUXILIARIES } from '../sentence/words.ts';
import { edgeOf } from './calendar.ts';
import type { Dated } from './dated.ts';
import type { Happening } from './event.ts';
import { type Tense, tenseOf } from './tense.ts';

/** A clause that takes a position: its cue, and what the position is on. Token indices. */
export interface Held {
  readonly first: number;
  readonly after: number;
  readonly cueFirst: number;
  readonly contentFirst: number;
  readonly contentAfter: number;
}

/** What a sentence knows of time. */
export interface Timed {
  readonly tokens: readonly Token[];
  readonly dated: readonly Dated[];
  readonly happenings: readonly Happening[];
  /** The time of which the sentence tells where it names none. */
  readonly told?: Edtf;
  /** The tense of the first finite verb. */
  readonly tense?: Tense;
  /** When the report was published, where that is known. */
  readonly today?: Edtf;
}

/** A date at the end of what a position is on dates the position (“rejected the plan on 3 May”); one inside belongs to the plan (“to vote in May”). */
const ofContent = ({ tokens }: Timed, { cueFirst, contentFirst }: Held, place: number, ahead: boolean): boolean => {
  if (place < contentFirst) return false;
  // What was said before publication was not said later.
  if (ahead) return true;
  // The “to” that ties the cue to its content is not one inside it: “agreed to withdraw on 3 May”.
  for (let index = Math.min(cueFirst + 3, contentFirst); index < place; index += 1) {
    const { lower = '', capital = false } = tokens[index] ?? {};
    if (lower === 'to' || lower === 'that' || lower === 'which' || lower === 'by' || lower === 'who') return true;
    if (AUXILIARIES.has(lower) && !capital) return true;
  }
  return false;
};

/**
 * When a position was taken: by a date of its own clause, by one that leads the sentence or stands beside who reports it, by the happening
 * that it goes back to (“after the vote”), else the time of which the sentence tells. Undefined where the text leaves it open.
 */
export const heldAt = (one: Timed, held: Held): Edtf | undefined => {
  const { tokens } = one;
  const [from, to] = [tokens[held.first]?.start ?? 0, tokens[held.after - 1]?.end ?? 0];
  const placed = one.dated.flatMap((dated) => {
    const place = tokens.findIndex(({ end }) => end > dated.expression.start);
    const { date } = dated;
    if (date === undefined || dated.attributive || dated.outdone || ofContent(one, held, place, dated.ahead)) return [];
    return [{ ...dated, date, place, inside: dated.expression.start >= from && dated.expression.end <= to }];
  });
  const own = placed.find(({ inside, aside }) => inside && !aside) ?? placed.find(({ aside }) => !aside);
  if (own) return own.date;
  const open =
    one.tense === 'past' ? undefined : placed.find(({ inside, expression }) => inside && expression.bound === 'since');
  if (open) return open.date;
  // “…, which left the pact in 2018, has opposed …”: what is held now is held on the day of the report.
  const mine = tenseOf(tokens, Math.max(0, held.cueFirst - 3), held.cueFirst + 1);
  if (one.today !== undefined && (mine === 'present' || mine === 'perfect')) return one.today;
  const back = one.happenings.find(({ by }) => by === 'happening told before');
  return edgeOf(back?.date) ?? one.told;
};
