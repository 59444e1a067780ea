import { readEdtf } from '../chronicle/edtf.ts';
import type { Edtf } from '../vocabulary.ts';

/**
 * How closely a date is known, as a sign: a dot for a day, a bar for some day within a month or year, brackets for a span, an arrow where an
 * end is open; `loose` when the text itself is unsure.
 */
export interface DateSign {
  readonly shape: 'day' | 'within' | 'span' | 'since' | 'until' | 'none';
  readonly loose: boolean;
}

export const dateSign = (date: Edtf | undefined): DateSign => {
  const read = date === undefined ? undefined : readEdtf(date);
  if (read === undefined) return { shape: 'none', loose: false };
  if (read.kind === 'point')
    return {
      shape: read.point.precision === 'day' ? 'day' : 'within',
      loose: read.point.approximate || read.point.uncertain,
    };
  const loose = [read.from, read.to].some((end) => typeof end === 'object' && (end.approximate || end.uncertain));
  if (typeof read.to === 'string') return { shape: 'since', loose };
  if (typeof read.from === 'string') return { shape: 'until', loose };
  return { shape: 'span', loose };
};

/** The sign in characters. */
export const dateSignText = ({ shape, loose }: DateSign): string =>
  `${{ day: '•', within: '▬', span: '[ ]', since: '[ →', until: '← ]', none: '·' }[shape]}${loose ? '~' : ''}`;
