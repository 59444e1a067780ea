import { dayRange, overlaps } from './edtf.ts';
import type { Figure } from './event.ts';

/** Figures for one thing that do not agree. */
export interface Rivals {
  /** What is counted, in the words of the first. */
  readonly of: string;
  readonly unit: string;
  readonly figures: readonly Figure[];
}

const SMALL = new Set(
  'a an the of in on at to for by and or with from its their his her that which who were was is are be been had has have as about over some more than'.split(
    ' ',
  ),
);

/** Content words in the singular, sorted: “jobs in harbours” and “harbour job” are the same thing. */
const thing = (of: string): string =>
  of
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !SMALL.has(word))
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word))
    .sort()
    .join(' ');

const value = ({ value, qualifier }: Figure): string => `${[value].flat().join('–')} ${qualifier ?? ''}`;

/** Figures as of dates that cannot meet count two different moments. */
const sameMoment = (a: Figure, b: Figure): boolean => overlaps(dayRange(a.asOf), dayRange(b.asOf));

const numbers = ({ value }: Figure): string => [value].flat().join('–');

/**
 * Figures that count the same thing at the same time and give different numbers, side by side. The same thing is the same unit and the
 * same two or more content words of what is counted: “troops in South Korea” says what is meant, “people” does not. Nothing is guessed
 * beyond that. A figure without a number rivals nothing.
 */
export const rivalFigures = (figures: readonly Figure[]): readonly Rivals[] => {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.value === undefined || figure.of === undefined || !thing(figure.of).includes(' ')) continue;
    const key = `${figure.status} ${thing(figure.unit)} | ${thing(figure.of)}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].flatMap((group) => {
    const rivals = group.filter((one) =>
      group.some((other) => numbers(one) !== numbers(other) && sameMoment(one, other)),
    );
    const distinct = rivals.filter(
      (one, at) =>
        rivals.findIndex((other) => value(other) === value(one) && other.passage.document === one.passage.document) ===
        at,
    );
    const [first] = distinct;
    return first === undefined || distinct.length < 2
      ? []
      : [{ of: first.of ?? '', unit: first.unit, figures: distinct }];
  });
};
