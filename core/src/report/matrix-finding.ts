import type { Stance } from '../vocabulary.ts';
import { counted, listed, STANCE_TOLD, withArticle } from './words.ts';

/** A cell as its finding reads it. */
export interface CellSaid {
  readonly name: string;
  readonly stance: Stance;
  /** Independent origins behind it. */
  readonly origins: number;
  readonly contested: boolean;
  readonly suggested: boolean;
}

const some = (names: readonly string[]): string =>
  listed(names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names);

/**
 * Who stands where on one issue, in one line, with how much of it is thin: “Early tariffs: as reported, Norland supports it, Vestria opposes
 * it; 1 of 2 positions rests on one origin”. What machines suggest is said to be suggested, never reported.
 */
export const matrixFinding = (issue: string, cells: readonly CellSaid[]): string | undefined => {
  if (cells.length === 0) return undefined;
  const parts = STANCE_TOLD.flatMap(([stance, one, many]) => {
    const names = cells.filter((cell) => cell.stance === stance).map(({ name }) => withArticle(name));
    return names.length === 0 ? [] : [`${some(names)} ${names.length === 1 ? one : many}`];
  });
  const thin = cells.filter(({ origins }) => origins < 2).length;
  const how = cells.every(({ suggested }) => suggested) ? 'as suggested, not checked' : 'as reported';
  const rests =
    thin === 0
      ? ''
      : thin === cells.length
        ? cells.length === 1
          ? '; it rests on one origin'
          : '; each rests on one origin'
        : `; ${thin} of ${counted(cells.length, 'position')} ${thin === 1 ? 'rests' : 'rest'} on one origin`;
  return `${issue}: ${how}, ${listed(parts)}${rests}`;
};
