import { readEdtf } from '@entente/core/chronicle/edtf';
import type { Edtf } from '@entente/core/vocabulary';
import type { Place } from './router.ts';

/** The day that a place is looked at from; one that is no date is none, and is told. */
export interface AsOf {
  readonly asOf?: Edtf;
  readonly wrong?: string;
  /** The place without a day that is no date. */
  readonly place: Place;
}

export const asOfIn = (place: Place): AsOf => {
  const { 'as-of': typed = '', ...query } = place.query;
  if (typed === '') return { place };
  return readEdtf(typed) === undefined ? { wrong: typed, place: { ...place, query } } : { asOf: typed, place };
};
