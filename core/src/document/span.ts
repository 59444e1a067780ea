import type { Span } from '../vocabulary.ts';

/** How many code units two stretches of one text share. */
export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
