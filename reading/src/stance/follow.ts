import { VOICINGS } from '../lexicon/generated/stance.ts';
import type { Cue } from '../lexicon/types.ts';
import { PhraseTable } from '../sentence/phrases.ts';
import type { Token } from '../sentence/token.ts';
import { ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS } from '../sentence/words.ts';
import type { Sighted } from './clause.ts';

/** The kind of what follows, in the letters of the lexicon; `-` for nothing that can follow. */
export type Follow = 'o' | 'g' | 't' | 'c' | 'a' | '-';

const VOICED = new PhraseTable(VOICINGS.map((words) => [words, true] as const));

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
const followAt = ({ tokens, mentions }: Sighted, from: number): { follow: Follow; content: number } => {
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

/** Verbs that may stand without what they are on: “Kosovo did not accept”, “the union refused”. */
const ALONE = new Set(
  'accept agree refuse object decline disagree oppose reject consent abstain welcome approve insist hesitate relent protest comment answer respond vote demur dissent concur hesitate relent abstain'.split(
    ' ',
  ),
);
/** Phrases that may: “voted against”, “are in favour”, “said no”. */
const ALONE_TOGETHER =
  /^((say|vote) (yes|no)|(in|vote in) favou?r|vote against|on board|against|give ~ word|take ~ time|wait and see|keep ~ options open|second|sit on the fence)$/;

/** Whether a word can end its clause: what it is on was spoken of before. */
export const standsAlone = (cue: Cue): boolean =>
  (cue.kind === 'verb' && ALONE.has(cue.lemma)) ||
  ALONE_TOGETHER.test(cue.lemma) ||
  (cue.kind === 'adjective' && !cue.lemma.includes(' '));

/** Whether what follows is what the lexicon asks for. */
export const fits = (cue: Cue, follow: Follow): boolean => {
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
  // “considered that monitoring should go on” weighs nothing.
  if (follow === 'c') return cue.follows.includes('o') && cue.kind !== 'noun' && cue.stance !== 'neutral';
  if (cue.kind === 'judgement') return true;
  return false;
};

/** What follows a cue; a noun takes what stands after its owner: “a proposal by South Korea to declare …”. */
export const followOf = (sighted: Sighted, cue: Cue, after: number): { follow: Follow; content: number } => {
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
