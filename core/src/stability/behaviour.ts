import type { ByMaker, Concept } from '../vocabulary.ts';
import type { StateSet } from './state-set.ts';
import type { Analysis, State } from './verdict.ts';

/** What explains an outcome that was observed. */
export interface Behaviour {
  /** For each maker the concepts under which it stays in that state; none means that nothing here explains it. */
  readonly explains: ByMaker<readonly Concept[]>;
  /**
   * One concept a maker under which the fewest states hold, the observed one among them: the sharpest explanation. Left out when
   * some maker stays under none.
   */
  readonly sharpest?: { readonly concepts: ByMaker<Concept>; readonly holds: StateSet };
}

/** Above so many combinations of concepts each maker's is chosen by itself. */
const MOST_TRIED = 4096;

/**
 * Behaviour: which single concept, maker by maker, would explain that a state came about and stayed.
 *
 * Where several combinations let equally few states hold, the one whose concepts come first is taken: Nash before the others,
 * for it asks for the least foresight.
 */
export const behaviour = ({ model, concepts, stable }: Analysis, observed: State): Behaviour => {
  const setOf = (concept: Concept, maker: number) => stable[concept]?.[maker];
  const explains = model.makers.map((_, maker) => concepts.filter((concept) => setOf(concept, maker)?.has(observed)));
  if (explains.some(({ length }) => length === 0)) return { explains };
  const tries = explains.reduce((product, { length }) => product * length, 1);
  const choices =
    tries <= MOST_TRIED
      ? explains
      : explains.map((own, maker) => {
          const sizes = own.map((concept) => setOf(concept, maker)?.size ?? 0);
          return own.slice(sizes.indexOf(Math.min(...sizes))).slice(0, 1);
        });
  let partial: readonly { readonly concepts: readonly Concept[]; readonly holds: StateSet | undefined }[] = [
    { concepts: [], holds: undefined },
  ];
  choices.forEach((own, maker) => {
    partial = partial.flatMap(({ concepts: before, holds }) =>
      own.flatMap((concept) => {
        const set = setOf(concept, maker);
        return set ? [{ concepts: [...before, concept], holds: holds ? holds.intersect(set) : set }] : [];
      }),
    );
  });
  let sharpest: Behaviour['sharpest'];
  let fewest = Number.POSITIVE_INFINITY;
  for (const { concepts: chosen, holds } of partial) {
    const size = holds?.size ?? fewest;
    if (holds && size < fewest) [sharpest, fewest] = [{ concepts: chosen, holds }, size];
  }
  return { explains, ...(sharpest && { sharpest }) };
};
