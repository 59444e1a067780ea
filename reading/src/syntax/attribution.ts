import { branch, child, type Extent, subjectIn, type Tree, treeOf, universal } from './clause-tree.ts';
import {
  COMMENT_VERBS,
  CONTENT_ADJECTIVES,
  CONTENT_NOUNS,
  CONTENT_WITHOUT_SPEAKER,
  QUESTION_VERBS,
  RECALLING_VERBS,
  SHOWING_VERBS,
  SPEECH_VERBS,
  THINKING_VERBS,
  VIEW_NOUNS,
} from './clause-words.ts';
import type { Sentence } from './syntax.ts';

/** Somebody says, thinks or knows something, or something shows it. */
export interface Attribution {
  /** The word that attributes: `said`, `according`. */
  readonly cue: number;
  readonly kind: 'said' | 'thought' | 'shown';
  /** Head of the phrase that names whose words or thoughts they are, when the sentence names it. */
  readonly source?: number;
  /** Head of what is said, and all of it. */
  readonly head: number;
  readonly content: Extent;
}

const kindOf = (tree: Tree, cue: number): Attribution['kind'] => {
  const token = tree.tokens[cue];
  const lemma = token?.lemma ?? '';
  if (SHOWING_VERBS.has(lemma)) return 'shown';
  return THINKING_VERBS.has(lemma) || token?.upos === 'ADJ' ? 'thought' : 'said';
};

/** Whose claim, hope or warning a noun is: its possessor, else the subject of the verb that it is the object of. */
const holderIn = (tree: Tree, noun: number): number | undefined => {
  const owner = child(tree, noun, /^nmod:poss$/);
  const token = tree.tokens[noun];
  return owner ?? (token && /^obj/.test(token.deprel) ? subjectIn(tree, token.head) : undefined);
};

const QUESTION_WORD = /^(?:what|whatever|who|whom|whoever|whose|why|how|where|when|which)$/i;

/** Whether a word asks, or a word before it in its phrase: `what`, `how much`, `which kind`. */
const asks = ({ tokens, dependents }: Tree, at: number) =>
  [at, ...(dependents[at] ?? []).filter((below) => below < at)].some((word) =>
    QUESTION_WORD.test(tokens[word]?.text ?? ''),
  );

/** `Say you want to fly`, `suppose it rains`, `let us say`: nobody says so, it is played with. */
const isSupposed = (tree: Tree, cue: number): boolean => {
  const { tokens } = tree;
  const token = tokens[cue];
  if (!/^(?:say|suppose|imagine|assume)$/i.test(token?.text ?? '')) return false;
  const led = tokens[token?.head ?? -1]?.lemma === 'let';
  return led || (token?.deprel === 'root' && child(tree, cue, /^(?:nsubj|aux|mark|conj)/) === undefined);
};

/** Whether a dependent of a verb, an adjective or a noun is what is said or thought. */
const isContent = (tree: Tree, cue: number, at: number): boolean => {
  const { tokens } = tree;
  const [over, token] = [tokens[cue], tokens[at]];
  if (!over || !token || isSupposed(tree, cue)) return false;
  const mark = child(tree, at, /^mark$/);
  switch (universal(token)) {
    case 'ccomp':
      if (over.upos === 'ADJ') return CONTENT_ADJECTIVES.has(over.lemma);
      // `was like: …` and `goes: …` open what somebody says.
      if (over.lemma === 'be' || over.lemma === 'go') return at > cue && over.upos !== 'AUX';
      return !CONTENT_WITHOUT_SPEAKER.has(over.lemma);
    case 'csubj':
      return token.deprel === 'csubj:pass' && at > cue && SPEECH_VERBS.has(over.lemma);
    case 'xcomp':
      return token.xpos === 'VBG' && RECALLING_VERBS.has(over.lemma);
    case 'obj': {
      // `knows what it did`, `explained why it left`, where the clause hangs on the question word.
      const clause = child(tree, at, /^(?:acl|advcl):relcl$/);
      return clause !== undefined && asks(tree, at) && QUESTION_VERBS.has(over.lemma);
    }
    case 'advcl':
      return over.lemma === 'feel' && at > cue && tokens[mark ?? -1]?.lemma === 'like';
    case 'acl':
      return CONTENT_NOUNS.has(over.lemma) && tokens[mark ?? -1]?.lemma === 'that';
    case 'parataxis': {
      // `said: “They left”`
      const first = branch(tree, at)[0] ?? at;
      const opened = /^[:"“]$/.test(tokens[first - 1]?.text ?? '');
      return opened && first > cue && SPEECH_VERBS.has(over.lemma) && child(tree, cue, /^(?:ccomp|obj)/) === undefined;
    }
    default:
      return false;
  }
};

/** Whether a clause comments on the one it hangs on: `…, he said`, `as the minister told reporters`. */
const isComment = (tree: Tree, cue: number): boolean => {
  const { tokens } = tree;
  const token = tokens[cue];
  if (!token || token.head < 0 || child(tree, cue, /^ccomp/) !== undefined) return false;
  const label = universal(token);
  if (label === 'parataxis')
    return COMMENT_VERBS.has(token.lemma) && child(tree, cue, /^(?:nsubj|obl:agent)/) !== undefined;
  const mark = tokens[child(tree, cue, /^mark$/) ?? -1];
  return (
    label === 'advcl' &&
    mark?.lemma === 'as' &&
    SPEECH_VERBS.has(token.lemma) &&
    child(tree, cue, /^nsubj/) !== undefined &&
    child(tree, cue, /^obj/) === undefined
  );
};

/** Content that lies in quotation marks, with all else between them: a quotation is one thing, however the tree divides it. */
const withQuote = ({ tokens }: Tree, content: Extent, cue: number): Extent => {
  const is = (at: number, pattern: RegExp) => pattern.test(tokens[at]?.text ?? '');
  const first = content.find((at) => tokens[at]?.upos !== 'PUNCT') ?? -1;
  if (first < 1) return content;
  const plain = tokens.some(({ text }) => text === '"');
  let open = first - 1;
  if (plain) {
    // Marks that look alike open and close by turns.
    while (open >= 0 && !is(open, /^"$/)) open--;
    const before = tokens.slice(0, open).filter(({ text }) => text === '"').length;
    if (open < 0 || before % 2 === 1) return content;
  } else {
    while (open >= 0 && !is(open, /^[“”]$/)) open--;
    if (!is(open, /^“$/)) return content;
  }
  let close = open + 1;
  while (close < tokens.length && !is(close, plain ? /^"$/ : /^”$/)) close++;
  if (close >= tokens.length || (cue > open && cue < close)) return content;
  const inside = tokens.flatMap((_, at) => (at > open && at < close ? [at] : []));
  const all = [...new Set([...content, ...inside])].sort((a, b) => a - b);
  while (tokens[all.at(-1) ?? -1]?.upos === 'PUNCT') all.pop();
  return all;
};

interface Beside {
  /** The phrase that names the source and hangs beside the content. */
  readonly hanging: number;
  readonly source: number;
  readonly top: number;
}

/** Sources that hang beside what they say: `according to Kyodo`, `as per the treaty`, `in Oslo's view`. */
const besideOf = (tree: Tree, cue: number): Beside | undefined => {
  const { tokens } = tree;
  const token = tokens[cue];
  if (!token || token.head < 0) return undefined;
  const word = token.text.toLowerCase();
  const top = (at: number) => tokens[at]?.head ?? -1;
  if (VIEW_NOUNS.has(token.lemma) && /^obl/.test(token.deprel)) {
    const source = child(tree, cue, /^nmod:poss$/);
    const opens = /^(?:in|from|to)$/i.test(tokens[child(tree, cue, /^case$/) ?? -1]?.text ?? '');
    return source !== undefined && opens ? { hanging: cue, source, top: token.head } : undefined;
  }
  if (word !== 'according' || !/^to$/i.test(tokens[cue + 1]?.text ?? '')) return undefined;
  if (universal(token) === 'case') return { hanging: token.head, source: token.head, top: top(token.head) };
  return { hanging: cue, source: child(tree, cue, /^obl/) ?? token.head, top: token.head };
};

/** The attributions of a sentence, in the order of their cues. Nested ones are all given. */
export const attributionsIn = (sentence: Sentence): Attribution[] => {
  const tree = treeOf(sentence);
  const { tokens, dependents } = tree;
  const found: Attribution[] = [];
  const add = (cue: number, source: number | undefined, head: number, without: readonly number[]) =>
    found.push({
      cue,
      kind: kindOf(tree, cue),
      ...(source === undefined ? {} : { source }),
      head,
      content: withQuote(tree, branch(tree, head, new Set(without)), cue),
    });
  tokens.forEach((token, at) => {
    for (const dependent of dependents[at] ?? [])
      if (isContent(tree, at, dependent)) {
        const source = universal(tokens[dependent]) === 'acl' ? holderIn(tree, at) : subjectIn(tree, at);
        add(at, source, dependent, []);
      }
    if (isComment(tree, at)) add(at, subjectIn(tree, at), token.head, [at]);
    const beside = besideOf(tree, at);
    if (beside && beside.top >= 0) add(at, beside.source, beside.top, [beside.hanging]);
  });
  return found;
};
