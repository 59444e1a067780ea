import { CARRIERS, CUES, VOICINGS } from '../lexicon/generated/stance.ts';
import type { Cue } from '../lexicon/types.ts';
import { PhraseTable } from '../sentence/phrases.ts';
import type { Token } from '../sentence/token.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  NEGATIONS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
} from '../sentence/words.ts';
import type { Sighted } from './clause.ts';

/** A cue of the lexicon in its place. */
export interface Found extends Cue {
  /** First token of the cue and the one after its last. */
  readonly first: number;
  readonly after: number;
  /** First token of what follows, past adverbs; and its kind as in the lexicon, `-` for nothing that can follow. */
  readonly content: number;
  readonly follow: 'o' | 'g' | 't' | 'c' | 'a' | '-';
  /** Participle with “be”: the subject is what the position is on. */
  readonly passive: boolean;
  /** What follows is denied: “agreed not to”. */
  readonly without: boolean;
}

const grouped = new Map<string, Cue[]>();
for (const cue of CUES) grouped.set(cue.words, [...(grouped.get(cue.words) ?? []), cue]);
const TABLE = new PhraseTable([...grouped].map(([words, cues]) => [words, cues] as const));
const CARRIER = new Set(CARRIERS);
const VOICED = new PhraseTable(VOICINGS.map((words) => [words, true] as const));

const BE =
  /^(is|are|was|were|be|been|being|remains?|remained|seems?|seemed|became|becomes?|appears?|appeared|feels?|felt|looks?|stays?|stayed)$/;

/** Past determiners, adjectives and adverbs: is the word at `index` used as a noun or as a verb? */
const usedAsNoun = ({ tokens, mentions }: Sighted, index: number): boolean => {
  let at = index - 1;
  while (
    at >= 0 &&
    !DETERMINERS.has(tokens[at]?.lower ?? '') &&
    /(al|ive|ous|ic|ful|ary|able|ible|long-standing|new|own|strong|public|clear|formal|full|deep|serious|grave|firm|further|repeated|early|mutual|latest|recent|joint|similar)$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    at -= 1;
  const before = tokens[at];
  if (!before) return index > 0;
  if (before.text === "'s" || before.text === "'") return true;
  if (mentions.some((mention) => mention.after === at + 1 && mention.form === 'adjective')) return true;
  if (DETERMINERS.has(before.lower) || POSSESSIVES.has(before.lower)) return true;
  if (CARRIER.has(before.lower)) return true;
  return PREPOSITIONS.has(before.lower) && before.lower !== 'to';
};

const usedAsVerb = ({ tokens, mentions }: Sighted, index: number, form: Cue['form']): boolean => {
  let at = index - 1;
  while (at >= 0 && (ADVERBS.has(tokens[at]?.lower ?? '') || /ly$/.test(tokens[at]?.lower ?? ''))) at -= 1;
  const before = tokens[at];
  if (!before) return form === 'ing';
  if (DETERMINERS.has(before.lower) && !/^(this|that|which|what|all|both|each)$/.test(before.lower)) return false;
  if (before.text === "'s") return form === 'ing';
  if (form === 'base') {
    if (
      AUXILIARIES.has(before.lower) ||
      NEGATIONS.has(before.lower) ||
      before.lower === 'to' ||
      /^(and|or|but|also|who|we|they|i|you|that|which)$/.test(before.lower)
    )
      return true;
    return (
      mentions.some((mention) => mention.after === at + 1 && mention.form !== 'adjective' && !mention.possessive) ||
      /s$/.test(before.lower)
    );
  }
  if (form === 's')
    return (
      !PREPOSITIONS.has(before.lower) &&
      !POSSESSIVES.has(before.lower) &&
      !mentions.some((mention) => mention.after === at + 1 && mention.form === 'adjective')
    );
  return !POSSESSIVES.has(before.lower) || form === 'ing';
};

const skip = (tokens: readonly Token[], from: number): number => {
  let at = from;
  while (
    at < tokens.length &&
    ((ADVERBS.has(tokens[at]?.lower ?? '') && !/^(no|both|all|each)$/.test(tokens[at]?.lower ?? '')) ||
      /^["']$/.test(tokens[at]?.text ?? '') ||
      (/ly$/.test(tokens[at]?.lower ?? '') && tokens[at]?.lower !== 'only'))
  )
    at += 1;
  return at;
};

/** What follows at a token, in the letters of the lexicon. */
const followAt = ({ tokens, mentions }: Sighted, from: number): { follow: Found['follow']; content: number } => {
  const at = skip(tokens, from);
  const token = tokens[at];
  if (!token || (token.kind === 'mark' && !/^[$€£(]$/.test(token.text))) return { follow: '-', content: from };
  if (token.lower === 'to') {
    const next = tokens[at + 1];
    const noun = next?.capital === true || DETERMINERS.has(next?.lower ?? '') || PRONOUNS.has(next?.lower ?? '');
    return noun ? { follow: '-', content: from } : { follow: 't', content: at + 1 };
  }
  if (/^(that|whether|how|why|if)$/.test(token.lower))
    return { follow: token.lower === 'if' ? '-' : 'c', content: at + 1 };
  const mention = mentions.find((one) => one.first === at || one.first === at + 1);
  if (mention && !mention.possessive) {
    const next = tokens[skip(tokens, mention.after)];
    if (next?.lower === 'to' && mention.form !== 'adjective')
      return { follow: 'a', content: skip(tokens, mention.after) + 1 };
    if (next && AUXILIARIES.has(next.lower) && mention.form !== 'adjective') return { follow: 'c', content: at };
  }
  if (
    /ing$/.test(token.lower) &&
    !token.capital &&
    token.lower.length > 4 &&
    !/^(nothing|anything|something|everything|king|during)$/.test(token.lower)
  )
    return { follow: 'g', content: at };
  if (PREPOSITIONS.has(token.lower) || SUBORDINATORS.has(token.lower) || /^(and|or|but|nor)$/.test(token.lower))
    return { follow: '-', content: from };
  if (AUXILIARIES.has(token.lower)) return { follow: '-', content: from };
  if (PRONOUNS.has(token.lower) && AUXILIARIES.has(tokens[at + 1]?.lower ?? '')) return { follow: 'c', content: at };
  return { follow: 'o', content: at };
};

const fits = (cue: Cue, follow: Found['follow']): boolean => {
  if (follow === '-')
    return (
      cue.kind === 'noun' ||
      cue.kind === 'judgement' ||
      cue.stance === 'no-position' ||
      (cue.kind === 'adjective' && !/[^o]/.test(cue.follows))
    );
  if (cue.follows.includes(follow)) return true;
  // “urge X to” is asked of X; “oppose X to” is not English: the noun phrase stands alone. A gerund can be a noun.
  if (follow === 'a') return cue.follows.includes('o') || cue.follows.includes('c');
  if (follow === 'g') return cue.follows.includes('o') && cue.kind !== 'noun';
  if (follow === 'c') return cue.follows.includes('o') && cue.kind !== 'noun';
  if (cue.kind === 'judgement') return true;
  return false;
};

const COPULA = /^(is|are|was|were|be|been|being)$/;

/** Whether a cue is used in its place as the kind of word that the lexicon says it is. */
const used = (sighted: Sighted, index: number, cue: Cue): boolean => {
  const { tokens } = sighted;
  const inName = tokens[index]?.capital === true && index > 0 && tokens[index - 1]?.kind === 'word';
  if (cue.kind !== 'noun' && inName) return false;
  const noun = usedAsNoun(sighted, index);
  if (cue.kind === 'noun') return noun || (cue.lemma.includes(' ') && !usedAsVerb(sighted, index, 'base'));
  const before = tokens.slice(Math.max(0, index - 4), index).map(({ lower }) => lower);
  const last = before.at(-1) ?? '';
  const linked = cue.kind !== 'verb' && before.some((word) => BE.test(word));
  if (cue.kind === 'verb') {
    if (cue.form === 'past' || cue.form === 'participle') return !(noun && DETERMINERS.has(last));
    return usedAsVerb(sighted, index, cue.form) && !(noun && cue.form !== 'ing');
  }
  if (cue.kind === 'adjective')
    return linked || before.length === 0 || /^(,|and|or|not|voted|but)$/.test(last) || /ly$/.test(last);
  return (
    linked ||
    /^(as|consider|considers|considered|call|called|calls|deem|deemed|an?|the)$/.test(last) ||
    /^["']$/.test(last)
  );
};

/** What follows a cue; a noun takes what stands after its owner: “a proposal by South Korea to declare …”. */
const followOf = (sighted: Sighted, cue: Cue, after: number): { follow: Found['follow']; content: number } => {
  const { tokens, mentions } = sighted;
  if (cue.words.endsWith(' that')) return { follow: 'c', content: after };
  const found = followAt(sighted, after);
  // “agreed to continue”: after the “to” of the cue a bare verb is no noun phrase.
  const next = tokens[found.content];
  const bare =
    next &&
    !next.capital &&
    next.kind === 'word' &&
    !DETERMINERS.has(next.lower) &&
    !/(s|tion|ment|ity|ing)$/.test(next.lower);
  if (found.follow === 'o' && cue.words.endsWith(' to') && cue.follows.includes('t') && bare)
    return { follow: 't', content: found.content };
  if (cue.kind !== 'noun') return found;
  const voiced = VOICED.at(tokens, after);
  const by = tokens[voiced?.end ?? after]?.lower === 'by' ? (voiced?.end ?? after) + 1 : undefined;
  const owner = by === undefined ? undefined : mentions.find(({ first }) => first === by);
  if (owner) {
    const beyond = followAt(sighted, owner.after);
    return beyond.follow === 't' || beyond.follow === 'c' ? beyond : { follow: '-', content: owner.after };
  }
  // Without a preposition a noun governs no other noun: “expressed its concern last month”.
  return found.follow === 'o' && !PREPOSITIONS.has(tokens[after - 1]?.lower ?? '')
    ? { follow: '-', content: after }
    : found;
};

const cueAt = (sighted: Sighted, index: number): Found | undefined => {
  const { tokens } = sighted;
  for (const hit of TABLE.all(tokens, index))
    for (const cue of hit.value) {
      if (!used(sighted, index, cue)) continue;
      const { follow, content } = followOf(sighted, cue, hit.end);
      const participle = cue.kind === 'verb' && (cue.form === 'past' || cue.form === 'participle');
      const passive =
        participle &&
        tokens.slice(Math.max(0, index - 4), index).some(({ lower }) => COPULA.test(lower)) &&
        !/^(has|have|had)$/.test(tokens[index - 1]?.lower ?? '');
      if (!passive && !fits(cue, follow)) continue;
      const without =
        follow !== 'c' && tokens.slice(hit.end, content).some(({ lower }) => lower === 'not' || lower === 'never');
      return { ...cue, first: index, after: hit.end, content, follow, passive, without };
    }
  return undefined;
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

/** Whether the words before a cue deny it: “did not argue”, “no intention to”. Double negation is counted out. */
export const negated = (tokens: readonly Token[], cue: Found, groupStart: number): boolean => {
  let count = 0;
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
    const carried = CARRIER.has(tokens[verb]?.lower ?? '') || CARRIER.has(tokens[verb - 1]?.lower ?? '');
    if (!carried) return false;
  }
  return count % 2 === 1;
};

export const isCarrier = (lower: string): boolean => CARRIER.has(lower);
