import type { Conflict } from '../conflict/conflict.ts';
import { optionPlaces } from '../conflict/space.ts';
import { codeOf, type State } from '../conflict/state-space.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import type { SanctionRule } from '../vocabulary.ts';
import { type Addition, CHANGE_KINDS, type ChangeKind, commitments, preferenceChanges } from './candidate-change.ts';
import type { Change, Commitment } from './change.ts';
import { committedStructure } from './commitment.ts';
import { Lookout, type Watched } from './lookout.ts';
import { changeSets, type Variant, variants } from './variant.ts';

/** What is wanted, and how far to look for it. */
export interface Wish {
  readonly state: State;
  readonly concept: Watched;
  readonly rule?: SanctionRule;
  /** The most changes tried at once; 2 when left out. */
  readonly most?: number;
  /** Goes on to `most` when smaller sets were found; else the search ends with the smallest size that has any. */
  readonly all?: boolean;
  readonly kinds?: readonly ChangeKind[];
  /** Makers whose preferences may change, by place; all when left out. */
  readonly makers?: readonly number[];
  readonly additions?: readonly Addition[];
}

/** What would have to change. */
export interface MinimalChanges {
  /** The wanted state is an equilibrium as things are. */
  readonly already: boolean;
  /** Every smallest set of changes, smallest first; none has another inside it. */
  readonly sets: readonly (readonly Change[])[];
  /** Every set of at most so many changes was tried: none smaller than those found is left out. */
  readonly exhaustiveTo: number;
  readonly tried: number;
  /** When nothing was found: the set that leaves the fewest makers wanting to leave, and those makers. */
  readonly nearest?: { readonly changes: readonly Change[]; readonly unstable: readonly number[] };
}

/** Concepts whose verdict for a maker reads no preference but its own; the others read those of its opponents too. */
const OWN: readonly Watched[] = ['nash', 'gmr', 'smr'];

/** A concept that must hold for a maker if the wanted one does, and that reads its own preference alone. */
const necessary = (concept: Watched): Watched => (OWN.includes(concept) ? concept : 'gmr');

const within = (inner: readonly Change[], outer: readonly Change[]) => inner.every((change) => outer.includes(change));

/** Ways to share `total` changes among makers, each with at most `most`. */
function* shares(makers: number, total: number): Generator<number[]> {
  if (makers === 0) {
    if (total === 0) yield [];
    return;
  }
  for (let own = total; own >= 0; own--) for (const rest of shares(makers - 1, total - own)) yield [own, ...rest];
}

/** One pick from each list, in order. */
function* picks<One>(lists: readonly (readonly One[])[], chosen: readonly One[] = []): Generator<readonly One[]> {
  const list = lists[chosen.length];
  if (list === undefined) {
    yield chosen;
    return;
  }
  for (const one of list) yield* picks(lists, [...chosen, one]);
}

const rivals = (one: Commitment, other: Commitment): boolean =>
  one.kind !== 'one-way' || other.kind !== 'one-way' || one.option !== other.option;

/**
 * The smallest sets of changes under which a wanted state is an equilibrium: all of them, smallest first.
 *
 * Sets are tried by size, so what is found first is minimal; sets that hold a smaller success are left out. Under Nash, GMR and
 * SMR a maker's verdict reads only its own preference, so makers are settled one by one and the answers joined; under SEQ it
 * reads those of its opponents too, so sets are tried jointly, once each maker passes GMR, which SEQ implies.
 *
 * Cost: with c single changes, about c^most verdicts on one state at worst; yields now and then with the number tried, so that a
 *       shell can show it and stop (by `return`ing the generator it keeps nothing; by passing true to `next` it keeps what is known)
 */
export function* minimalChanges(
  conflict: Conflict,
  model: GraphModel,
  wish: Wish,
): Generator<{ readonly tried: number; readonly size: number }, MinimalChanges, boolean | undefined> {
  const { state, concept, rule = 'legal', most = 2, kinds = CHANGE_KINDS, additions = [] } = wish;
  const optionAt = optionPlaces(conflict);
  const wantedCode = codeOf(model, state);
  const pattern = Array.from(optionAt.values(), (at) => ((wantedCode >>> at) & 1 ? 'Y' : 'N')).join('');
  const makers = model.makers.map((_, maker) => maker);
  const single = makers.map((maker) =>
    wish.makers === undefined || wish.makers.includes(maker)
      ? preferenceChanges(conflict, maker, kinds, additions)
      : [],
  );
  const bySize = makers.map(() => new Map<number, readonly Variant[]>());
  const variantsOf = (maker: number, size: number): readonly Variant[] => {
    const known = bySize[maker]?.get(size);
    if (known) return known;
    const made =
      size === 0
        ? [{ ranks: model.ranks[maker] ?? new Uint32Array(), sets: [[]] }]
        : variants(conflict, model, maker, single[maker] ?? [], size);
    bySize[maker]?.set(size, made);
    return made;
  };

  const found: Change[][] = [];
  let tried = 0;
  let nearest: MinimalChanges['nearest'];
  const unstableIn = (lookout: Lookout, ranks: readonly Uint32Array[]): number[] =>
    makers.filter((maker) => !lookout.stable(concept, maker, ranks));
  const note = (changes: readonly Change[], unstable: readonly number[]) => {
    if (nearest === undefined || unstable.length < nearest.unstable.length) nearest = { changes, unstable };
  };
  const add = (sets: Iterable<readonly Change[]>) => {
    for (const set of sets)
      if (!found.some((smaller) => smaller.length < set.length && within(smaller, set))) found.push([...set]);
  };

  const already = unstableIn(new Lookout(model, state, rule), model.ranks);
  note([], already);
  if (already.length === 0) return { already: true, sets: [], exhaustiveTo: 0, tried: 1 };

  const structures = commitments(conflict, pattern, kinds);
  for (let size = 1; size <= most; size++) {
    for (let committing = 0; committing <= size; committing++) {
      for (const chosen of changeSets(structures, committing, rivals)) {
        const lookout = new Lookout(model, state, rule, committedStructure(model, optionAt, chosen));
        const fits = new Map<Variant, boolean>();
        const fit = (variant: Variant, maker: number): boolean => {
          const known = fits.get(variant);
          if (known !== undefined) return known;
          tried++;
          const ranks = model.ranks.map((own, at) => (at === maker ? variant.ranks : own));
          const fine = lookout.stable(necessary(concept), maker, ranks);
          fits.set(variant, fine);
          return fine;
        };
        for (const share of shares(makers.length, size - committing)) {
          if (yield { tried, size }) return outcome(size - 1);
          const lists = share.map((own, maker) => variantsOf(maker, own).filter((variant) => fit(variant, maker)));
          const stuck = makers.filter((maker) => lists[maker]?.length === 0);
          if (stuck.length > 0) {
            if (OWN.includes(concept)) note([...chosen, ...lists.flatMap(([first]) => first?.sets[0] ?? [])], stuck);
            continue;
          }
          for (const pick of picks(lists)) {
            if (yield { tried, size }) return outcome(size - 1);
            if (!OWN.includes(concept)) {
              tried++;
              const unstable = unstableIn(
                lookout,
                pick.map((variant) => variant.ranks),
              );
              if (unstable.length > 0) {
                note([...chosen, ...pick.flatMap(({ sets }) => sets[0] ?? [])], unstable);
                continue;
              }
            }
            for (const sets of picks(pick.map((variant) => variant.sets))) add([[...chosen, ...sets.flat()]]);
          }
        }
      }
    }
    if (found.length > 0 && !wish.all) return outcome(size);
  }
  return outcome(most);

  function outcome(exhaustiveTo: number): MinimalChanges {
    return {
      already: false,
      sets: found,
      exhaustiveTo,
      tried,
      ...(found.length === 0 && nearest !== undefined && { nearest }),
    };
  }
}
