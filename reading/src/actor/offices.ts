import { lexiconActor } from './gazetteer.ts';
import type { Reference } from './mention.ts';
import { type People, slug } from './person.ts';

// Which words are offices, and whose they can be.

/** Offices and bodies of a state: without its name they are of the state that is spoken of. */
export const OF_STATE =
  /(government|regime|administration|authorities|leadership|cabinet|president|premier|minister|ministry|parliament|army|military|negotiator|delegation|spokes(wo)?man|spokesperson|chancellor|envoy|ambassador|king|prosecutor|general|court|bank|congress|senate|assembly|secretary|taoiseach|forces|police|troops|mission|embassy|representative|delegate)s?$/;
/** Words that mean a government and no body of it. */
export const GOVERNMENT = /^(government|regime|administration|authorities|leadership|cabinet|presidency)$/;

/** Offices that bodies of several states have, and states have not. */
export const OF_BODIES =
  /(secretary-general|high representative|rapporteur|personal envoy|special representative|executive secretary|commissioner)$/;
/** Offices and bodies that only states have. */
export const OF_STATES =
  /(minister|ministry|premier|taoiseach|ambassador|king|queen|emir|army|military|forces|attorney general|treasury|foreign secretary|navy|chief of staff|head of state|government|cabinet|parliament)$/;
export const OWN = /(opposition|party|rebels|media)$/;
/** Titles of those who speak for somebody: whoever bears one has to be somebody's. */
export const SPEAKS =
  /(minister|president|premier|chancellor|spokes(wo)?man|spokesperson|envoy|ambassador|representative|secretary|negotiator|chief|leader|head|chair(wo)?man|chairperson|commander|governor|official|taoiseach|delegate|general|king|director)$/;

export const genderOf = (role: string | undefined): 'he' | 'she' | undefined => {
  if (role === undefined) return undefined;
  if (/woman$|^(mrs|ms|queen|princess)\b/.test(role)) return 'she';
  return /[^o]man$|^(mr|king|prince|sir)\b/.test(role) ? 'he' : undefined;
};

export const BODY =
  /(ministry|parliament|army|military|court|bank|congress|senate|assembly|forces|police|troops|mission|embassy|authorities|delegation)s?$/;

/** Whoever holds an office, or a body, of an owner: “the prime minister”, “the armed forces”. */
export const partOf = (people: People | undefined, role: string, { actor, state }: Reference): readonly Reference[] => {
  const owner = state ?? actor;
  if (GOVERNMENT.test(role) || !people) return [{ actor: owner, ...(state ? { state } : {}) }];
  // A party or an opposition is its own.
  if (OWN.test(role)) return [];
  if (BODY.test(role)) return [{ actor: `${owner}-${slug(role)}`, state: owner }];
  const name = people.entry(owner)?.name ?? lexiconActor(owner)?.name ?? owner;
  const one = people.officer(role, owner, `${role} of ${name}`);
  return [{ actor: one.id, ...(one.state ? { state: one.state } : {}) }];
};
