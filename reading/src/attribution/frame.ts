import type { Voice } from '@entente/core/statement/statement';
import type { Span } from '@entente/core/vocabulary';
import type { Mention, Reference } from '../actor/mention.ts';
import { extensible } from '../lexicon/extension.ts';
import { REPORTING, SOURCES } from '../lexicon/generated/reporting.ts';
import type { Form } from '../lexicon/types.ts';
import { PhraseTable } from '../sentence/phrases.ts';
import type { Token } from '../sentence/token.ts';
import { AUXILIARIES, POSSESSIVES, PREPOSITIONS, SUBORDINATORS, WEEKDAYS } from '../sentence/words.ts';
import { clauseEnd, type Sighted, subjectBefore, verbGroupStart } from '../stance/clause.ts';

/** Somebody is said to say something: who, by which words, and what stands inside. Places are token indices. */
export interface Frame {
  /** Words of the one who speaks. */
  readonly sourceFirst: number;
  readonly sourceAfter: number;
  readonly of: readonly Reference[];
  readonly form: Mention['form'] | 'words';
  readonly voice: Voice;
  readonly cueFirst: number;
  readonly cueAfter: number;
  readonly lemma: string;
  readonly contentFirst: number;
  readonly contentAfter: number;
  /** Whom a possessive before the source means: “its” in “its state media”. */
  readonly owner?: Reference;
  /** The source in full, where these words only point back to it. */
  readonly antecedent?: string;
  /** Where the source stands in the text, when it is named in another sentence. */
  readonly elsewhere?: Span;
  /** Before its content (“X said that …”), after it (“…, X said”), or a phrase (“according to X”). */
  readonly place: 'before' | 'after' | 'phrase';
}

const SAYS = new PhraseTable<{ lemma: string; form: Form }>(
  REPORTING.map(({ words, lemma, form }) => [words, { lemma, form }]),
);
const PHRASES = new PhraseTable(SOURCES.map((words) => [words, words] as const));
extensible(({ reporting, without }) =>
  SAYS.extend(
    reporting.map(({ words, lemma, form }) => [words, { lemma, form }]),
    without,
  ),
);
extensible(({ sources, without }) =>
  PHRASES.extend(
    sources.map((words) => [words, words]),
    without,
  ),
);

/** Words that end the name of a source: “according to X, …”, “a senator who …” goes on. */
const nameEnd = (tokens: readonly Token[], from: number): number => {
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at];
    if (!token || /^[,;:."(]$/.test(token.text)) break;
    if (AUXILIARIES.has(token.lower) && at > from && !/^(who|which|that)$/.test(tokens[at - 1]?.lower ?? '')) break;
    at += 1;
  }
  return at;
};

const sourceOf = (sighted: Sighted, first: number, after: number): Pick<Frame, 'of' | 'form' | 'voice'> => {
  const inside = sighted.mentions.filter(
    (mention) => mention.first >= first && mention.after <= after && mention.form !== 'adjective',
  );
  const mention =
    inside.find((one) => one.form === 'source' || one.form === 'medium') ??
    inside.find((one) => one.form !== 'pronoun') ??
    inside[0];
  if (mention && (mention.first <= first + 1 || mention.form === 'source' || mention.form === 'medium'))
    return { of: mention.of, form: mention.form, voice: mention.voice };
  const words = sighted.tokens.slice(first, after).map(({ lower }) => lower);
  const document = words.some((word) =>
    /^(statement|declaration|resolutions?|treaty|agreement|report|reports|constitution|letter|documents?|memo|data|estimates?|communiqu[eé]|survey|poll|website)$/.test(
      word,
    ),
  );
  return { of: [], form: 'words', voice: document ? 'document' : 'anonymous' };
};

/** Articles stand outside a name: “the sources” is “sources”. */
const trimmed = (tokens: readonly Token[], first: number): number => {
  const bare = tokens[first]?.lower === 'the' ? first + 1 : first;
  // “the agency's diplomatic sources”: the agency was named before.
  const owned = /^(agency|newspaper|daily|broadcaster|paper)$/.test(tokens[bare]?.lower ?? '');
  return owned && tokens[bare + 1]?.text === "'s" ? bare + 2 : bare;
};

/** The words that name the source of a frame, with their place in the text. */
export const sourceWords = (
  text: string,
  tokens: readonly Token[],
  { sourceFirst, sourceAfter }: Pick<Frame, 'sourceFirst' | 'sourceAfter'>,
): { readonly name: string; readonly start: number; readonly end: number } | undefined => {
  const start = tokens[trimmed(tokens, sourceFirst)]?.start;
  const end = tokens[sourceAfter - 1]?.end;
  return start === undefined || end === undefined || end <= start
    ? undefined
    : { name: text.slice(start, end), start, end };
};

const isPast = (form: Form): boolean => form === 'past' || form === 's' || form === 'participle';

/** Adverbials that may stand between a final “said” and the end: “said on Tuesday”, “said Saturday”, “told reporters”. */
const closes = (tokens: readonly Token[], from: number): boolean => {
  let at = from;
  while (at < tokens.length && at - from < 14) {
    const token = tokens[at];
    if (!token) break;
    if (/^[.,;!?"—]$/.test(token.text)) return true;
    if (SUBORDINATORS.has(token.lower) && token.lower !== 'as') return false;
    if (
      at === from &&
      !(
        PREPOSITIONS.has(token.lower) ||
        WEEKDAYS.has(token.lower) ||
        /^(reporters|journalists|today|yesterday|here|late|early|earlier|later|this|last|the)$/.test(token.lower) ||
        token.kind === 'number' ||
        token.capital
      )
    )
      return false;
    at += 1;
  }
  return at >= tokens.length;
};

const framesAt = (sighted: Sighted, index: number): Frame | undefined => {
  const { tokens } = sighted;
  const phrase = PHRASES.at(tokens, index);
  if (phrase) {
    const from = phrase.end;
    const after = nameEnd(tokens, from);
    if (after <= from) return undefined;
    const opening = index === 0 || (/^["'(]$/.test(tokens[index - 1]?.text ?? '') && index < 3);
    const source = sourceOf(sighted, from, after);
    const base = {
      sourceFirst: from,
      sourceAfter: after,
      ...source,
      cueFirst: index,
      cueAfter: from,
      lemma: phrase.value,
      place: 'phrase' as const,
    };
    return opening
      ? { ...base, contentFirst: after, contentAfter: tokens.length }
      : { ...base, contentFirst: 0, contentAfter: index };
  }
  const verb = SAYS.at(tokens, index);
  if (!verb || tokens[index]?.capital) return undefined;
  const { lemma, form } = verb.value;
  const group = verbGroupStart(tokens, index);
  const auxiliary = tokens.slice(group, index).some(({ lower }) => AUXILIARIES.has(lower));
  const plain = form === 'base' && !auxiliary;
  const ing = form === 'ing';
  if (ing && !/^(,|by|before|after|while|when)$/.test(tokens[index - 1]?.lower ?? '')) return undefined;
  // “takes note of reports that …”: a noun reports nothing by itself.
  if (sighted.tree && /^(NOUN|PROPN|ADJ)$/.test(sighted.tree.nodes[index]?.upos ?? '')) return undefined;
  if (form === 'base' && tokens[group - 1]?.lower === 'to') return undefined;
  const base = { cueFirst: group, cueAfter: verb.end, lemma };
  const before = tokens[group - 1]?.text ?? '';
  // Inverted: “…,” said Noh Kyu-duk.
  if (isPast(form) && (before === '"' || before === ',' || before === "'") && group === index) {
    const mention = sighted.mentions.find((one) => one.first === verb.end && one.form !== 'adjective');
    if (mention && (before !== ',' || closes(tokens, mention.after)))
      return {
        ...base,
        sourceFirst: mention.first,
        sourceAfter: mention.after,
        of: mention.of,
        form: mention.form,
        voice: mention.voice,
        contentFirst: 0,
        contentAfter: group,
        place: 'after',
      };
  }
  const subjects =
    ing && !sighted.tree ? subjectBefore(sighted, mainVerb(tokens, index)) : subjectBefore(sighted, group, index);
  const first = subjects[0];
  const last = subjects[subjects.length - 1];
  let sourceFirst = first?.first ?? -1;
  const sourceAfter = last?.after ?? group;
  if (!first) {
    if (ing || plain) return undefined;
    // A subject that is no known actor: its words back to the last comma or the beginning.
    sourceFirst = group - 1;
    while (
      sourceFirst > 0 &&
      !/^[,;:"(—]$/.test(tokens[sourceFirst - 1]?.text ?? '') &&
      !/^(that|but|because|while|when)$/.test(tokens[sourceFirst - 1]?.lower ?? '')
    )
      sourceFirst -= 1;
    if (sourceFirst >= group || sourceFirst < 0) return undefined;
    const words = tokens.slice(sourceFirst, group);
    if (words.some(({ lower }) => AUXILIARIES.has(lower) && lower !== 'being')) return undefined;
    if (/^(whose|which|who|what|to)$/.test(words[0]?.lower ?? '')) return undefined;
  }
  const source = first
    ? { of: subjects.flatMap((one) => one.of), form: first.form, voice: first.voice }
    : sourceOf(sighted, sourceFirst, sourceAfter);
  if (isPast(form) || auxiliary) {
    const opener = tokens[sourceFirst - 1]?.text ?? '';
    if (sourceFirst > 2 && (opener === ',' || opener === '"') && closes(tokens, verb.end))
      return {
        ...base,
        sourceFirst,
        sourceAfter,
        ...source,
        contentFirst: 0,
        contentAfter: sourceFirst - 1,
        place: 'after',
      };
  }
  return {
    ...base,
    sourceFirst,
    sourceAfter,
    ...source,
    contentFirst: verb.end,
    contentAfter: clauseEnd(tokens, verb.end),
    place: 'before',
  };
};

/** The first finite verb before a participle that hangs on it: “X met Y, saying …”. */
const mainVerb = (tokens: readonly Token[], from: number): number => {
  for (let index = 0; index < from; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (AUXILIARIES.has(token.lower)) return verbGroupStart(tokens, index);
    if (
      !token.capital &&
      /(ed|s|said|met|told|took|made|gave|held|went|came|began|sought)$/.test(token.lower) &&
      index > 0 &&
      SAYS.at(tokens, index)
    )
      return verbGroupStart(tokens, index);
  }
  return from;
};

/** All reports of speech in a sentence, in order of their cue. */
export const frames = (sighted: Sighted): Frame[] => {
  const found: Frame[] = [];
  for (let index = 0; index < sighted.tokens.length; index += 1) {
    const frame = framesAt(sighted, index);
    if (!frame) continue;
    const by = sighted.mentions.find(({ first, form }) => first === frame.sourceFirst && form === 'pronoun');
    const owner = by && POSSESSIVES.has(by.role ?? '') && by.of.length === 1 ? by.of[0] : undefined;
    found.push(owner ? { ...frame, owner } : frame);
    index = Math.max(index, frame.cueAfter - 1);
  }
  return found;
};

/** The frames in whose content a place stands, outermost first. */
export const framesAround = (all: readonly Frame[], place: number): Frame[] => {
  const around = all.filter((frame) => frame.contentFirst <= place && place < frame.contentAfter);
  const outer = around.filter((frame) => frame.place !== 'before').sort((a, b) => b.cueFirst - a.cueFirst);
  return [...outer, ...around.filter((frame) => frame.place === 'before').sort((a, b) => a.cueFirst - b.cueFirst)];
};
