import { type LemmaRules, LONGEST_END } from '../src/syntax/lemma.ts';
import type { GoldSentence } from './conllu.ts';

/** What turns a form into its base: letters off, letters on. */
const ruleOf = (form: string, lemma: string): string => {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  return `${form.length - same}${lemma.slice(same)}`;
};

const best = (counts: ReadonlyMap<string, number>): readonly [string, number] =>
  [...counts].reduce(
    (top, entry) => (entry[1] > top[1] || (entry[1] === top[1] && entry[0] < top[0]) ? entry : top),
    ['0', 0],
  );

/**
 * Learns rules from words with their base forms: for each tag and each end of a word the commonest change, kept only where the
 * next shorter end says something else.
 */
export const lemmaRules = (sentences: readonly GoldSentence[]): LemmaRules => {
  const counts = new Map<string, Map<string, Map<string, number>>>();
  for (const { words } of sentences)
    for (const { form: written, lemma, xpos } of words) {
      const form = (xpos.startsWith('NNP') || written === 'I' ? written : written.toLowerCase()).replace(/[’ʼ]/g, "'");
      const rule = ruleOf(form, lemma.replace(/[’ʼ]/g, "'"));
      const ends = counts.get(xpos) ?? new Map<string, Map<string, number>>();
      counts.set(xpos, ends);
      const low = form.toLowerCase();
      const keys = [`^${low}`];
      for (let length = 0; length <= Math.min(LONGEST_END, low.length); length++)
        keys.push(low.slice(low.length - length));
      for (const key of keys) {
        const rules = ends.get(key) ?? new Map<string, number>();
        rules.set(rule, (rules.get(rule) ?? 0) + 1);
        ends.set(key, rules);
      }
    }
  const learned: Record<string, Record<string, string>> = {};
  for (const [tag, ends] of [...counts].sort()) {
    const kept: Record<string, string> = {};
    const decided = (word: string): string => {
      for (let length = Math.min(LONGEST_END, word.length); length >= 0; length--) {
        const rule = kept[word.slice(word.length - length)];
        if (rule !== undefined && Object.hasOwn(kept, word.slice(word.length - length))) return rule;
      }
      return '0';
    };
    const keys = [...ends.keys()].sort(
      (a, b) => Number(a.startsWith('^')) - Number(b.startsWith('^')) || a.length - b.length || (a < b ? -1 : 1),
    );
    for (const key of keys) {
      const [rule, count] = best(ends.get(key) ?? new Map());
      const whole = key.startsWith('^');
      const seen = [...(ends.get(key) ?? new Map<string, number>()).values()].reduce((sum, one) => sum + one, 0);
      // A longer end must be seen more than once, and mostly with this change, to overrule a shorter one.
      if (key !== '' && !whole && (seen < 2 || count / seen < 0.7)) continue;
      if (rule !== decided(whole ? key.slice(1) : key) || key === '') kept[key] = rule;
    }
    learned[tag] = kept;
  }
  return learned;
};
