import { type DatePoint, readEdtf } from '@entente/core/chronicle/edtf';
import type { Glyph } from '@entente/core/picture/glyph';
import type { ActorId, Edtf, IssueId } from '@entente/core/vocabulary';
import type { PositionCell } from 'entente/http/app';

/** The cell of an actor on an issue. */
export const cellAt = (cells: readonly PositionCell[], actor: ActorId, issue: IssueId): PositionCell | undefined =>
  cells.find((cell) => cell.actor === actor && cell.issue === issue);

/** The mark of a cell: its line counts origins, its fill says whose voice it is. */
export const glyphOfCell = ({ stance, voice, origins, basis }: PositionCell): Glyph => ({
  stance,
  voice,
  line: origins === 0 ? 'none' : origins === 1 ? 'broken' : 'solid',
  suggested: basis === 'suggested',
});

/** How soon a cell is asked about: what is contested or set against something first, what is not said last. */
const ASKED: Readonly<Record<PositionCell['stance'], number>> = {
  oppose: 0,
  conditional: 1,
  support: 2,
  neutral: 3,
  'no-position': 4,
};

/** The cells that questions are offered about, where the dossier asks none: one for each issue, as long as there are some. */
export const askable = (cells: readonly PositionCell[], most = 4): readonly PositionCell[] => {
  const rank = ({ contested, stance, basis }: PositionCell): number =>
    (basis === 'suggested' ? 10 : 0) + (contested ? -1 : ASKED[stance]);
  const sorted = cells.toSorted((a, b) => rank(a) - rank(b) || b.origins - a.origins);
  const firsts = sorted.filter(({ issue }, at) => sorted.findIndex((other) => other.issue === issue) === at);
  return [...firsts, ...sorted.filter((one) => !firsts.includes(one))].slice(0, most);
};

const point = (date: Edtf | undefined): DatePoint | undefined => {
  const read = date === undefined ? undefined : readEdtf(date);
  return read?.kind === 'point' ? read.point : undefined;
};

const two = (number: number): string => String(number).padStart(2, '0');

/**
 * The day before or after for `[` and `]`: a month on where the date is a day or a month, a year on where it is a year.
 *
 * @returns nothing where there is no date to move from
 */
export const monthsOn = (date: Edtf | undefined, by: 1 | -1): Edtf | undefined => {
  const from = point(date);
  if (from === undefined) return undefined;
  const [year = 0, month = 1] = from.last.split('-').map(Number);
  if (from.precision === 'year') return String(year + by).padStart(4, '0');
  const months = year * 12 + (month - 1) + by;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${two((months % 12) + 1)}`;
};

/** Whether a typed date can be asked for; an empty one means all that is known. */
export const isDate = (typed: string): boolean => typed === '' || readEdtf(typed) !== undefined;
