import type { Mention } from '../actor/mention.ts';
import { enter, extensible } from '../lexicon/extension.ts';
import { REPORTING } from '../lexicon/generated/reporting.ts';
import { CUES } from '../lexicon/generated/stance.ts';
import type { Token } from '../sentence/token.ts';
import type { Tree } from '../sentence/tree.ts';
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  NEGATIONS,
  PREPOSITIONS,
  SUBORDINATORS,
} from '../sentence/words.ts';
import { membersAt, subjectHead } from './subject.ts';

/** Finite verbs that the lexicon knows: a subject does not reach across them. */
const FINITE = new Set<string>(
  [
    ...CUES.filter(({ kind, form }) => kind === 'verb' && (form === 's' || form === 'past')),
    ...REPORTING.filter(({ form }) => form === 's' || form === 'past'),
  ].map(({ words }) => words.split(' ')[0] ?? ''),
);
extensible(({ cues, reporting }) =>
  enter(
    FINITE,
    [...cues.filter(({ kind }) => kind === 'verb'), ...reporting]
      .filter(({ form }) => form === 's' || form === 'past')
      .map(({ words }) => words.split(' ')[0] ?? ''),
  ),
);

export interface Sighted {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Where a parser is at hand and the sentence can hold a position. */
  readonly tree?: Tree;
}

/** Who is the subject of a verb group, by place: nobody, one mention, or several joined by “and”. */
export type Subjects = readonly Mention[];

/** An auxiliary, or a verb of the lexicon in the past or third person. */
export const isFiniteVerb = (token: Token): boolean =>
  AUXILIARIES.has(token.lower) || (FINITE.has(token.lower) && !token.capital);

/** The first token of the verb group that ends before `at`: past auxiliaries, negations and adverbs. */
export const verbGroupStart = (list: readonly Token[], at: number): number => {
  let start = at;
  while (start > 0) {
    const token = list[start - 1];
    if (!token) break;
    const lower = token.lower;
    const small =
      AUXILIARIES.has(lower) || NEGATIONS.has(lower) || ADVERBS.has(lower) || (/ly$/.test(lower) && !token.capital);
    if (!small) break;
    start -= 1;
  }
  return start;
};

/** The mention that ends at a token, a possessive one apart. */
const endingAt = (mentions: readonly Mention[], after: number): Mention | undefined =>
  mentions.find((mention) => mention.after === after && !mention.possessive && mention.form !== 'adjective');

/** “Japan, South Korea and the United States”: all members, seen from the last. */
const joined = ({ tokens, mentions }: Sighted, last: Mention): Mention[] => {
  const all = [last];
  let first = last;
  for (let guard = 0; guard < 12; guard += 1) {
    let at = first.first - 1;
    if (tokens[at]?.lower === 'and' || tokens[at]?.text === '&') {
      at -= 1;
      if (tokens[at]?.text === ',') at -= 1;
    } else if (tokens[at]?.text === ',' && all.length > 1) at -= 1;
    else break;
    const before = mentions.find(
      (mention) => mention.after === at + 1 && !mention.possessive && mention.form !== 'adjective',
    );
    if (!before) break;
    all.unshift(before);
    first = before;
  }
  return all;
};

const inPhrase = (tokens: readonly Token[], mention: Mention): boolean => {
  let before = mention.first - 1;
  while (
    before >= 0 &&
    (DETERMINERS.has(tokens[before]?.lower ?? '') || /^(former|new|current|then)$/.test(tokens[before]?.lower ?? ''))
  )
    before -= 1;
  return PREPOSITIONS.has(tokens[before]?.lower ?? '') || tokens[before]?.lower === 'to';
};

/** The comma that opens the insertion which the comma at `close` ends, or -1. */
const openingComma = (tokens: readonly Token[], close: number): number => {
  for (let index = close - 1; index >= 0 && close - index < 40; index -= 1) {
    const text = tokens[index]?.text ?? '';
    if (text === ',' || text === '(' || text === '—') return index;
    if (text === ';' || text === ':') return -1;
  }
  return -1;
};

/**
 * The subject of the verb group whose first token is `start`: by the tree where there is one, else sought to the left past appositions,
 * relative pronouns and coordinated verbs.
 *
 * @param verb the word that the subject is sought for, where it is not the first of its group
 * @returns the mentions that are the subject; empty when the subject is no actor
 */
export const subjectBefore = (sighted: Sighted, start: number, verb = start): Subjects => {
  const { tree } = sighted;
  const found = tree && subjectHead(tree, verb);
  if (!tree || !found) return subjectByWords(sighted, start);
  if (found.asked) return [];
  const members = membersAt(sighted, tree, found.head);
  return members.length > 0 ? members : [];
};

const subjectByWords = (sighted: Sighted, start: number): Subjects => {
  const { tokens, mentions } = sighted;
  let at = start - 1;
  for (let guard = 0; guard < 12 && at >= 0; guard += 1) {
    const token = tokens[at];
    if (!token) return [];
    const direct = endingAt(mentions, at + 1);
    if (direct && !inPhrase(tokens, direct)) return joined(sighted, direct);
    if (token.text === ',' || token.text === ')' || token.text === '—') {
      // “The special envoy, Paul Frei, did …”: the mention itself holds the insertion.
      const whole = endingAt(mentions, at);
      if (whole && tokens.slice(whole.first, whole.after).some(({ text }) => text === ','))
        return joined(sighted, whole);
      const open = openingComma(tokens, at);
      if (open < 0) {
        at -= 1;
        continue;
      }
      if (open === 0) return [];
      at = open - 1;
      continue;
    }
    if (token.text === '"' || token.text === "'" || token.lower === 'to') {
      at -= 1;
      continue;
    }
    if (CONJUNCTIONS.has(token.lower) || token.lower === 'then') {
      // A coordinated verb: its subject is that of the verb before it.
      let verb = at - 1;
      while (verb >= 0 && !isFiniteVerb(tokens[verb] ?? token)) {
        if (tokens[verb]?.text === ';') return [];
        verb -= 1;
      }
      if (verb < 0) return [];
      at = verbGroupStart(tokens, verb) - 1;
      continue;
    }
    if (/^(who|which|that|whom)$/.test(token.lower)) {
      at -= 1;
      continue;
    }
    if (SUBORDINATORS.has(token.lower) || isFiniteVerb(token)) return [];
    // Inside a noun phrase: find where it begins, and take its first mention that no preposition governs.
    let left = at;
    while (left >= 0) {
      const one = tokens[left];
      if (!one || one.text === ',' || one.text === ';' || one.text === ':' || one.text === '(' || one.text === '"')
        break;
      const covered = mentions.some((mention) => mention.first <= left && left < mention.after);
      if (!covered && (SUBORDINATORS.has(one.lower) || isFiniteVerb(one))) break;
      left -= 1;
    }
    // “which on June 27 adopted”: only a phrase stands between the pronoun and the verb.
    const opener = tokens[left]?.lower ?? '';
    if (/^(who|which|that)$/.test(opener) && PREPOSITIONS.has(tokens[left + 1]?.lower ?? '')) {
      at = left - 1;
      continue;
    }
    const inside = mentions.filter(
      (mention) => mention.first > left && mention.after <= at + 1 && mention.form !== 'adjective',
    );
    const head = inside.find((mention) => !inPhrase(tokens, mention) && !mention.possessive);
    if (head) {
      // “talks between A and B failed”: what stands before the mention is the head, unless it is a small word.
      const before = tokens
        .slice(left + 1, head.first)
        .filter((one) => one.kind === 'word' && !DETERMINERS.has(one.lower) && !ADVERBS.has(one.lower));
      const phraseFirst =
        before.length === 0 || PREPOSITIONS.has(before[0]?.lower ?? '') || CONJUNCTIONS.has(before[0]?.lower ?? '');
      const after = tokens.slice(head.after, at + 1).filter((one) => one.kind === 'word');
      const own =
        after.length === 0 ||
        PREPOSITIONS.has(after[0]?.lower ?? '') ||
        ADVERBS.has(after[0]?.lower ?? '') ||
        after[0]?.lower === 'to';
      return phraseFirst && own ? joined(sighted, head) : [];
    }
    return [];
  }
  return [];
};

/** The index after the clause that goes on from `from`: up to a semicolon, a closing report or the end. */
export const clauseEnd = (tokens: readonly Token[], from: number): number => {
  let depth = 0;
  for (let index = from; index < tokens.length; index += 1) {
    const text = tokens[index]?.text ?? '';
    if (text === '(' || text === '[') depth += 1;
    else if (text === ')' || text === ']') {
      if (depth === 0) return index;
      depth -= 1;
    } else if (depth === 0 && /^[;:.!?—]$/.test(text)) return index;
  }
  return tokens.length;
};
