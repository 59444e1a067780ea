import type { Actor } from '@entente/core/statement/codebook';
import { STATES } from '@entente/reading/lexicon/generated/states';

/** What the gazetteer calls an actor besides: other names, capitals and houses, people. Found by the name that the codebook gives. */
export const alsoCalled = ({ kind, id, name, aliases }: Actor): readonly string[] => {
  if (kind !== 'state') return [];
  const own = [name, ...aliases].map((one) => one.toLowerCase());
  const state = STATES.find((known) => known.id === id || known.names.some((one) => own.includes(one.toLowerCase())));
  return state === undefined ? [] : [...state.names, ...state.metonyms, ...state.people];
};
