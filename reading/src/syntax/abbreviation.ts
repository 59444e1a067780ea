const set = (words: string) => new Set(words.split(' '));

/** Titles and the like: a name follows, never a new sentence. */
const TITLES = set(
  'mr mrs ms dr prof rev hon gov sen rep reps pres gen lt col maj capt cmdr sgt adm brig amb st messrs mlle mme ft mt vs cf viz approx ca fig figs eq vol pp nos no',
);

/** Abbreviations that keep their stop and may end a sentence. */
const OTHERS = set(
  'jr sr etc al ed eds dept univ inc ltd corp co bros jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri ave blvd rd est i.e e.g',
);

/** Those that are also words: the stop is theirs only when they begin with a capital and a capital or a number follows. */
const ALSO_WORDS = set(
  'no nos mar jun mon fri rep reps gen col ed fig figs st ms co al sen mt ft rev hon eq pp vol ca',
);

const follows = (text: string, at: number) => /^\s+(\S)/u.exec(text.slice(at, at + 8))?.[1];

/** Whether the stop after a word belongs to it. `after` is the place behind the stop. */
export const keepsStop = (word: string, text: string, after: number): boolean => {
  const next = follows(text, after);
  if (/^\p{Lu}$/u.test(word)) return next !== undefined && word !== 'I';
  if (/^[bcdpv]$/.test(word)) return next !== undefined && /[\d\p{Lu}]/u.test(next);
  const form = word.toLowerCase();
  if (!TITLES.has(form) && !OTHERS.has(form)) return false;
  if (form === 'al') return next !== undefined || /^[,;)\]]/.test(text.slice(after));
  if (form === 'pp' || form === 'ca' || form === 'vol') return next !== undefined;
  if (ALSO_WORDS.has(form)) return next !== undefined && /[\d\p{Lu}]/u.test(next) && /^\p{Lu}/u.test(word);
  return true;
};

/** Words that, capitalised after an abbreviation, begin a new sentence rather than go on with a name. */
const BEGINNERS = set(
  'the a an this that these those he she it they we you i his her its their our my there here in on at by for from with as if when while after before although though but and or so yet however meanwhile also both some many most all no not what who how why where which once since until to under according',
);

/** Whether a token that ends in a stop of its own (`U.S.`, `p.m.`) can end a sentence before the given word. */
export const endsWithAbbreviation = (token: string, next: string): boolean => {
  if (TITLES.has(token.slice(0, -1).toLowerCase()) || /^[\p{Lu}bcdpv]\.$/u.test(token)) return false;
  return /^\p{Lu}/u.test(next) && BEGINNERS.has(next.toLowerCase());
};
