import type { Issue } from '@entente/core/statement/codebook';
import type { Gazetteer } from '../actor/gazetteer.ts';
import { plain } from '../sentence/plain.ts';
import { type Token, tokens } from '../sentence/token.ts';
import { ADVERBS } from '../sentence/words.ts';
import { kindsIn, type TermKind } from './kind.ts';
import { contentWords, type Word } from './words.ts';

/** A proposal taken apart: “Kosovo should (now) fine drivers with plates issued by Serbian institutions.” */
export interface Proposal {
  readonly issue: Issue;
  /** All its words and those of the label, each stem once. */
  readonly words: readonly Word[];
  readonly labelled: ReadonlySet<string>;
  /** Words that stand in brackets alone: asides. */
  readonly aside: ReadonlySet<string>;
  /** Who has to act, as ids: the names before “should”, where the verb is active. */
  readonly agents: ReadonlySet<string>;
  /** The verb behind “should”, or “be” and its participle. */
  readonly act: Word | undefined;
  /** What it is about: the words before “should”, or behind the act. */
  readonly theme: ReadonlySet<string>;
  readonly kinds: ReadonlySet<TermKind>;
  /** Years that the issue itself names, and those of them in brackets, which say of when it is. */
  readonly years: ReadonlySet<number>;
  readonly dated: readonly number[];
}

const yearsIn = (text: string): number[] => [...text.matchAll(/\b1\d{3}\b|\b20\d\d\b/g)].map(([year]) => Number(year));

const MODAL = /^(should|must|may|shall|can|would|will|ought)$/;

/** Content words of tokens, with names by the gazetteer: a state is its id alone, another name its state or id and its words. */
export const wordsOf = (list: readonly Token[], gazetteer: Gazetteer): Word[] =>
  contentWords(list, (index) => {
    const known = gazetteer(list, index);
    if (!known) return undefined;
    return { ids: [known.state ?? known.id], after: known.end, spelled: known.kind !== 'state' };
  });

export const proposalOf = (issue: Issue, gazetteer: Gazetteer): Proposal => {
  const read = (text: string): Token[] => tokens(plain(text), 0, text.length);
  const [label, whole] = [read(issue.label), read(issue.proposal)];
  const modal = whole.findIndex(({ lower }) => MODAL.test(lower));
  const before = modal < 0 ? [] : wordsOf(whole.slice(0, modal), gazetteer);
  let at = modal + 1;
  let passive = false;
  for (; modal >= 0 && at < whole.length; at += 1) {
    const { kind, lower = '' } = whole[at] ?? {};
    if (lower === 'be' || lower === 'been') passive = true;
    else if (lower === '(') while (at < whole.length && whole[at]?.text !== ')') at += 1;
    else if (kind !== 'mark' && lower !== 'not' && lower !== 'to' && !ADVERBS.has(lower)) break;
  }
  const [act] = modal < 0 ? [] : contentWords(whole.slice(at, at + 1), () => undefined);
  const behind = modal < 0 ? [] : wordsOf(whole.slice(at + 1), gazetteer);
  const stems = (list: readonly Word[]): Set<string> => new Set(list.map(({ stem }) => stem));
  const named = wordsOf(label, gazetteer);
  const bare = stems([...named, ...wordsOf(read(issue.proposal.replace(/\([^)]*\)/g, ' ')), gazetteer)]);
  const words = [...new Map([...named, ...wordsOf(whole, gazetteer)].map((word) => [word.stem, word])).values()];
  const text = `${issue.label} ${issue.proposal}`;
  return {
    issue,
    words,
    labelled: stems(named),
    aside: new Set(words.flatMap(({ stem }) => (bare.has(stem) ? [] : [stem]))),
    agents: new Set(passive ? [] : before.flatMap(({ stem }) => (stem.startsWith('@') ? stem.slice(1) : []))),
    act,
    theme: stems(passive || behind.length === 0 ? before : behind.slice(0, 4)),
    kinds: kindsIn([...label, ...whole]),
    years: new Set(yearsIn(text)),
    dated: [...text.matchAll(/\(([^)]*)\)/g)].flatMap(([, inside = '']) => yearsIn(inside)),
  };
};
