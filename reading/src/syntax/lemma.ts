/**
 * Rules for base forms, for each Penn tag: from the end of a word to what is taken off and put on (`ies` → `3y`).
 * The longest end that is listed decides; an end that begins with `^` is a whole word.
 */
export type LemmaRules = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Longest ends in the rules, in letters. */
export const LONGEST_END = 6;

const applied = (form: string, rule: string): string => {
  const [, off = '0', on = ''] = /^(\d+)(.*)$/su.exec(rule) ?? [];
  return form.slice(0, Math.max(0, form.length - Number(off))) + on;
};

/** The base form of a word with that tag: lower case but for names. */
export const lemmaOf = (rules: LemmaRules, word: string, xpos: string): string => {
  const form = xpos.startsWith('NNP') || word === 'I' ? word : word.toLowerCase();
  const ends = rules[xpos];
  if (!ends) return form;
  const plain = form.replace(/[’ʼ]/g, "'");
  const whole = Object.hasOwn(ends, `^${plain.toLowerCase()}`) ? ends[`^${plain.toLowerCase()}`] : undefined;
  if (whole !== undefined) return applied(plain, whole);
  for (let length = Math.min(LONGEST_END, plain.length); length >= 0; length--) {
    const end = plain.slice(plain.length - length).toLowerCase();
    if (!Object.hasOwn(ends, end)) continue;
    const lemma = applied(plain, ends[end] ?? '0');
    return lemma === '' ? plain : lemma;
  }
  return plain;
};
