import { extensible } from '../lexicon/extension.ts';
import { CUES } from '../lexicon/generated/stance.ts';
import type { Cue } from '../lexicon/types.ts';
import { PhraseTable } from '../sentence/phrases.ts';
import type { Token } from '../sentence/token.ts';
import { dependent, reach } from '../sentence/tree.ts';
import { MONTHS, NEGATIONS, WEEKDAYS } from '../sentence/words.ts';
import type { Sighted } from './clause.ts';
import { type Complement, complementOf, topOf } from './complement.ts';
import { type Follow, fits, followOf, standsAlone } from './follow.ts';
import { agentOf } from './subject.ts';
import { fitsHere, isCarrier } from './use.ts';

/** A cue of the lexicon in its place. */
export interface Found extends Cue {
  /** First token of the cue and the one after its last. */
  readonly first: number;
  readonly after: number;
  /** First token of what follows, past adverbs; and its kind as in the lexicon, `-` for nothing that can follow. */
  readonly content: number;
  readonly follow: Follow;
  /** Participle with “be”: the subject is what the position is on. */
  readonly passive: boolean;
  /** What follows is denied: “agreed not to”. */
  readonly without: boolean;
  /** What it is on, where the tree says so and the words beside it do not. */
  readonly complement?: Complement;
}

const grouped = new Map<string, Cue[]>();
for (const cue of CUES) grouped.set(cue.words, [...(grouped.get(cue.words) ?? []), cue]);
const TABLE = new PhraseTable([...grouped].map(([words, cues]) => [words, cues] as const));
extensible(({ cues, without }) => {
  const added = new Map<string, Cue[]>();
  for (const cue of cues) added.set(cue.words, [...(added.get(cue.words) ?? []), cue]);
  return TABLE.extend(added, without);
});

/** The prepositions under which a noun of stance has what it is on: “opposition to”, “concern over”. */
const GOVERNS = new Map<string, Set<string>>();
for (const { kind, words } of CUES) {
  const [noun = '', preposition, ...rest] = words.split(' ');
  if (kind !== 'noun' || preposition === undefined || rest.length > 0) continue;
  GOVERNS.set(noun, (GOVERNS.get(noun) ?? new Set()).add(preposition));
}

/** The prepositions under which a noun has what it is on. */
export const governing = ({ tokens }: Sighted, { first }: Pick<Found, 'first'>): ReadonlySet<string> | undefined =>
  GOVERNS.get(tokens[first]?.lower ?? '');

const COPULA = /^(is|are|was|were|be|been|being)$/;

const isPassiveHere = ({ tokens, tree }: Sighted, index: number, cue: Cue): boolean => {
  if ((cue.kind !== 'verb' && cue.kind !== 'act') || (cue.form !== 'past' && cue.form !== 'participle')) return false;
  if (tree) {
    const kinds = (tree.dependents[index] ?? []).map((one) => tree.nodes[one]?.deprel ?? '');
    return kinds.some((kind) => /:pass$/.test(kind)) || tree.nodes[index]?.deprel === 'acl';
  }
  const before = tokens.slice(Math.max(0, index - 4), index).map(({ lower }) => lower);
  return before.some((word) => COPULA.test(word)) && !/^(has|have|had)$/.test(before.at(-1) ?? '');
};

/** “agreed on Friday to”: the preposition belongs to the day. */
const dated = (tokens: readonly Token[], { words }: Cue, after: number): boolean => {
  const next = tokens[after];
  return (
    / (on|in|at|by|for|to)$/.test(words) &&
    next !== undefined &&
    (WEEKDAYS.has(next.lower) || MONTHS.has(next.lower) || next.kind === 'number')
  );
};

/** Words of stance with a preposition of their own, by their first word. */
const PREPOSITIONAL = new Map<string, { cue: Cue; preposition: string }[]>();
for (const cue of CUES) {
  const [word = '', preposition, ...rest] = cue.words.split(' ');
  if (preposition === undefined || rest.length > 0 || cue.kind === 'act' || cue.kind === 'judgement') continue;
  PREPOSITIONAL.set(word, [...(PREPOSITIONAL.get(word) ?? []), { cue, preposition }]);
}

/** “opposed in principle to direct talks”: the preposition stands further on, and only the tree ties it to its word. */
const parted = (sighted: Sighted, index: number): Found | undefined => {
  const { tokens, tree } = sighted;
  if (!tree) return undefined;
  for (const { cue, preposition } of PREPOSITIONAL.get(tokens[index]?.lower ?? '') ?? []) {
    if (cue.kind === 'noun' || !fitsHere(sighted, index, index + 1, cue) || isPassiveHere(sighted, index, cue))
      continue;
    const below: readonly number[] = tree.dependents[index] ?? [];
    for (const one of below) {
      const place: number | undefined = one > index ? dependent(tree, one, /^(case|mark)$/) : undefined;
      if (place === undefined || place <= index + 1 || tree.nodes[place]?.lemma !== preposition) continue;
      if (dated(tokens, cue, place + 1)) continue;
      const { first, after } = reach(tree, one, (node, at) => at > one && /^(parataxis|punct|cc)$/.test(node.deprel));
      const follow = tree.nodes[one]?.upos === 'VERB' ? 'g' : 'o';
      if (!cue.follows.includes(follow)) continue;
      const content = Math.max(first, place + 1);
      const complement: Complement = { follow, first: content, after, before: false };
      return { ...cue, first: index, after: index + 1, content, follow, passive: false, without: false, complement };
    }
  }
  return undefined;
};

/** Whether a clause ends at a token, or only its circumstances follow. */
const ends = (tokens: readonly Token[], at: number): boolean =>
  at >= tokens.length ||
  /^([,.;:!?"—–]|either|too|yet|again|outright|to|at|in|on|by|with|for|because|but|and|as|when|while|unless|until|if)$/.test(
    tokens[at]?.lower ?? '',
  );

const cueAt = (sighted: Sighted, index: number): Found | undefined => {
  const { tokens, tree } = sighted;
  let agentless: Found | undefined;
  for (const hit of TABLE.all(tokens, index))
    for (const cue of hit.value) {
      if (dated(tokens, cue, hit.end)) continue;
      if (!fitsHere(sighted, index, hit.end, cue)) continue;
      let { follow, content } = followOf(sighted, cue, hit.end);
      const passive = isPassiveHere(sighted, index, cue);
      let complement: Complement | undefined;
      if (tree && !passive && cue.kind !== 'act' && (follow === '-' || !fits(cue, follow))) {
        const told = complementOf(sighted, topOf(tree, index, hit.end), GOVERNS.get(tokens[index]?.lower ?? ''));
        if (told && fits(cue, told.follow)) {
          complement = told;
          follow = told.follow;
          content = told.before ? hit.end : told.first;
        }
      }
      const alone = tree && follow === '-' && standsAlone(cue) && ends(tokens, hit.end);
      if (!passive && !alone && !fits(cue, follow)) continue;
      const without =
        follow !== 'c' && tokens.slice(hit.end, content).some(({ lower }) => lower === 'not' || lower === 'never');
      const found: Found = {
        ...cue,
        first: index,
        after: hit.end,
        content,
        follow,
        passive,
        without,
        ...(complement ? { complement } : {}),
      };
      // “was opposed in principle to”: a passive that nobody does is rather an adjective, where there is one.
      if (!(tree && passive && agentOf(tree, index) === undefined)) return found;
      agentless ??= found;
    }
  return parted(sighted, index) ?? agentless;
};

/** All cues of a sentence that are used as the lexicon says, in order, the longest at each place. */
export const cuesIn = (sighted: Sighted): Found[] => {
  const found: Found[] = [];
  for (let index = 0; index < sighted.tokens.length; index += 1) {
    const cue = cueAt(sighted, index);
    if (!cue) continue;
    found.push(cue);
    index = cue.after - 1;
  }
  return found;
};

/** “neither confirmed nor denied”, “neither for nor against”: both are withheld. */
export const neither = ({ tokens, tree }: Sighted, { first }: Pick<Found, 'first'>): boolean => {
  if (!tree) return false;
  const says = (from: number, to: number): boolean =>
    tokens.slice(from, to).some((_, at) => /^(VERB|ADJ|ADP)$/.test(tree.nodes[from + at]?.upos ?? ''));
  for (let at = Math.max(0, first - 8); at < first + 1; at += 1) {
    if (tokens[at]?.lower !== 'neither') continue;
    const nor = tokens.findIndex(({ lower }, index) => index > at && index - at < 9 && lower === 'nor');
    // “Neither Chad nor Niger supports” denies a subject.
    if (nor < 0 || !says(at + 1, nor) || first > nor + 3) continue;
    const next = tree.nodes[nor + 1]?.upos ?? '';
    if (/^(VERB|ADJ|ADP|AUX)$/.test(next)) return true;
  }
  return false;
};

/** “Neither Chad nor Niger supports”, “no party backed”: the denial stands at the subject. */
const deniedSubject = ({ tokens, tree }: Sighted, cue: Found): boolean => {
  if (!tree || cue.kind === 'noun') return false;
  const subject = dependent(tree, topOf(tree, cue.first, cue.after), /^nsubj/);
  if (subject === undefined) return false;
  const { first } = reach(tree, subject);
  return /^(no|neither|none|nobody|nothing|few)$/.test(tokens[Math.min(first, subject)]?.lower ?? '');
};

/** Whether the words before a cue deny it: “did not argue”, “no intention to”. Double negation is counted out. */
export const negated = (sighted: Sighted, cue: Found, groupStart: number): boolean => {
  const { tokens } = sighted;
  let count = groupStart <= cue.first && deniedSubject(sighted, cue) ? 1 : 0;
  const from = cue.kind === 'noun' ? Math.max(0, cue.first - 4) : groupStart;
  for (let index = from; index < cue.first; index += 1) {
    const lower = tokens[index]?.lower ?? '';
    if (NEGATIONS.has(lower) && !(lower === 'no' && tokens[index + 1]?.lower === 'longer')) count += 1;
    else if (lower === 'no') count += 1;
  }
  if (
    cue.kind === 'noun' &&
    tokens.slice(cue.first - 2 < 0 ? 0 : cue.first - 2, cue.first).every(({ lower }) => !NEGATIONS.has(lower))
  ) {
    // “did not express support”: the denial stands before the verb that carries the noun.
    const verb = cue.first - 1;
    const carried = isCarrier(tokens[verb]?.lower ?? '') || isCarrier(tokens[verb - 1]?.lower ?? '');
    if (!carried) return false;
  }
  return count % 2 === 1;
};
