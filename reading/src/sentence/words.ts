/** Closed classes of English: words that build sentences and name nothing. */

/** A table looked up by words of a text: it knows only its own keys, so that “constructor” is a word like others. */
export const table = <Value>(entries: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.assign(Object.create(null), entries);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const AUXILIARIES = set(
  "is are was were be been being am has have had having do does did will would shall should can could may might must cannot can't won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't couldn't shouldn't mustn't 're 'll 've 'd 'm",
);

export const NEGATIONS = set(
  "not no never neither nor cannot can't won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't couldn't shouldn't mustn't without hardly scarcely barely nothing none nobody",
);

export const PREPOSITIONS = set(
  'of in on at by for from with without about against between among into onto over under to toward towards through during after before since until upon within across along around behind beyond despite except near off per post versus via amid alongside concerning regarding following including like unlike out',
);

/** Prepositions after which the name of a capital is a place. */
export const PLACES = set('in at near from to into around outside inside through across over via within');

export const SUBORDINATORS = set(
  'that which who whom whose where wherein when while because unless until if as since although though whereas once but whether so lest provided',
);

export const DETERMINERS = set(
  'the a an this that these those its his her their our my your any some each every all both no such another other what which whose',
);

export const PRONOUNS = set('he she it they we i him her them us');

export const POSSESSIVES = set('his her its their our');

/** Adverbs and small words that stand between a subject and its verb. */
export const ADVERBS = set(
  'also already always only still just now then again yet not never even ever first later soon once repeatedly reportedly allegedly apparently today yesterday tomorrow thus therefore so too further rather quite long often sometimes finally instead consistently currently previously formally officially publicly privately openly flatly firmly strongly explicitly categorically jointly unanimously meanwhile however both all each itself himself herself themselves so-far since no longer very much more less most',
);

export const CONJUNCTIONS = set('and or but nor');

export const MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);

export const WEEKDAYS = set(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun',
);

/** Words that begin with a capital at the head of a sentence and are no names. */
export const isFunctionWord = (lower: string): boolean =>
  AUXILIARIES.has(lower) ||
  NEGATIONS.has(lower) ||
  PREPOSITIONS.has(lower) ||
  SUBORDINATORS.has(lower) ||
  DETERMINERS.has(lower) ||
  PRONOUNS.has(lower) ||
  POSSESSIVES.has(lower) ||
  ADVERBS.has(lower) ||
  CONJUNCTIONS.has(lower);
