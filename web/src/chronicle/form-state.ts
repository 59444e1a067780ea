import type { WordsPlace, WrittenDown } from 'entente/http/app';

/** Something being written down: what the fields hold, before it is sound. */
export interface Draft {
  readonly kind: WrittenDown['kind'];
  readonly id?: string;
  readonly place?: Pick<WordsPlace, 'document' | 'start' | 'end' | 'quote' | 'label'> | undefined;
  readonly date: string;
  readonly actors: readonly string[];
  /** Where it happened, what is counted, how likely it is said to be. */
  readonly words: string;
  readonly value: string;
  readonly upTo: string;
  readonly unit: string;
  readonly qualifier: string;
}

export const EMPTY: Draft = {
  kind: 'event',
  date: '',
  actors: [],
  words: '',
  value: '',
  upTo: '',
  unit: '',
  qualifier: '',
};

export const QUALIFIERS = ['about', 'over', 'at-least', 'under', 'at-most', 'slightly-less-than', 'between'] as const;

const number = (text: string): number | undefined => {
  const plain = text.replace(/[\s,’']/g, '');
  return plain === '' || !Number.isFinite(Number(plain)) ? undefined : Number(plain);
};

/** What stands in the way of keeping it, in words; nothing where it can be kept. */
export const missingIn = ({ kind, place, value, upTo, unit }: Draft): string | undefined => {
  if (place === undefined) return 'Find the words of a document that it stands on.';
  if (kind !== 'figure') return undefined;
  if (value.trim() !== '' && number(value) === undefined) return `“${value}” is no number.`;
  if (upTo.trim() !== '' && number(upTo) === undefined) return `“${upTo}” is no number.`;
  const [from, to] = [number(value), number(upTo)];
  if (from !== undefined && to !== undefined && to < from) return 'The second number must not be less than the first.';
  if (unit.trim() === '') return 'Say in what it is counted: troops, dollars, years.';
  return undefined;
};

/** As it is sent; nothing where something is missing. */
export const writtenDown = (draft: Draft): WrittenDown | undefined => {
  const { kind, id, place, date, actors, words, unit } = draft;
  if (place === undefined || missingIn(draft) !== undefined) return undefined;
  const where = {
    ...(id !== undefined && { id }),
    document: place.document,
    start: place.start,
    end: place.end,
  };
  if (kind === 'event') return { kind, ...where, date, actors: [...actors], place: words.trim() };
  if (kind === 'forecast') return { kind, ...where, by: actors[0] ?? '', likelihood: words.trim(), due: date };
  const [value, upTo] = [number(draft.value), number(draft.upTo)];
  const qualifier = QUALIFIERS.find((one) => one === draft.qualifier);
  return {
    ...{ kind, ...where, unit: unit.trim(), of: words.trim(), asOf: date },
    ...(value !== undefined && { value }),
    ...(upTo !== undefined && { upTo }),
    ...(qualifier !== undefined && { qualifier }),
  };
};

/** What was written down, as its fields show it. */
export const draftOf = (one: WrittenDown, quote: string, label: string): Draft => {
  const { id, document, start, end } = one;
  const common = {
    ...EMPTY,
    kind: one.kind,
    ...(id !== undefined && { id }),
    place: { document, start, end, quote, label },
  };
  if (one.kind === 'event') return { ...common, date: one.date ?? '', actors: one.actors, words: one.place ?? '' };
  if (one.kind === 'forecast')
    return {
      ...common,
      date: one.due ?? '',
      actors: one.by === undefined ? [] : [one.by],
      words: one.likelihood ?? '',
    };
  return {
    ...common,
    date: one.asOf ?? '',
    words: one.of ?? '',
    value: one.value === undefined ? '' : String(one.value),
    upTo: one.upTo === undefined ? '' : String(one.upTo),
    unit: one.unit,
    qualifier: one.qualifier ?? '',
  };
};
