import type { Chronicle } from '../chronicle/chronicle.ts';
import { dayRange } from '../chronicle/edtf.ts';
import { edtfWords } from '../chronicle/edtf-words.ts';
import { counted, listed, spelled } from './words.ts';

/** How much is told of what happened, from when to when, and what of it differs: the heading of a chronicle. */
export const chronicleFinding = ({ dated, undated, rivals, forecasts }: Chronicle): string | undefined => {
  if (dated.length + undated.length + rivals.length + forecasts.length === 0) return undefined;
  const dates = dated.flatMap(({ first }) => first.date ?? []);
  const begin = dates.map((date) => dayRange(date).first).find((day) => day !== undefined);
  const end = dates
    .flatMap((date) => dayRange(date).last ?? [])
    .sort()
    .at(-1);
  const span =
    begin === undefined || end === undefined
      ? ''
      : begin === end
        ? ` on ${edtfWords(begin)}`
        : ` from ${edtfWords(begin)} to ${edtfWords(end)}`;
  const more = [
    ...(rivals.length > 0
      ? [`${spelled(rivals.length, 'figure')} ${rivals.length === 1 ? 'is' : 'are'} told in more than one way`]
      : []),
    ...(forecasts.length > 0
      ? [`${spelled(forecasts.length, 'forecast')} ${forecasts.length === 1 ? 'is' : 'are'} made`]
      : []),
  ];
  return `${counted(dated.length, 'dated happening')}${span}${more.length > 0 ? `; ${listed(more)}` : ''}`;
};
