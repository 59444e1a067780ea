import type { Sentence } from '../sentence/sentence.ts';
import type { Token } from '../sentence/token.ts';
import type { Tree } from '../sentence/tree.ts';
import { MONTHS } from '../sentence/words.ts';
import { unknownAt } from '../stance/subject.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Mention } from './mention.ts';
import type { Introduced, People } from './person.ts';

/** The index after a dateline: “LIMA, May 3 (Agency) —”. 0 where a sentence has none. */
export const dateline = (tokens: readonly Token[]): number => {
  const [first] = tokens;
  if (!first?.capital) return 0;
  const end = tokens.findIndex(
    ({ text, spaced }, index) => index > 0 && index < 18 && /^(-|–|—)$/.test(text) && spaced,
  );
  if (end < 1) return 0;
  const before = tokens.slice(0, end);
  const shouted = /^\p{Lu}{3,}$/u.test(first.text);
  const dated = before.some(({ lower }) => MONTHS.has(lower));
  const told = before.some(
    ({ kind, capital, lower }) => kind === 'word' && !capital && !MONTHS.has(lower) && lower !== 'of',
  );
  return (shouted || dated) && !told && end < 16 ? end + 1 : 0;
};

/** A sentence without its dateline; the same one where it has none. */
export const undated = (sentence: Sentence): Sentence => {
  const from = dateline(sentence.tokens);
  if (from === 0) return sentence;
  const tokens = sentence.tokens.slice(from);
  return { ...sentence, tokens, start: tokens[0]?.start ?? sentence.start };
};

/** The state in whose capital a sentence plays: “In Lima, …”, “A spokesman in Lima …” is not read. */
export const hereOf = (tokens: readonly Token[], gazetteer: Gazetteer): string | undefined => {
  if (!/^(in|at|from|back)$/.test(tokens[0]?.lower ?? '')) return undefined;
  const at = tokens[0]?.lower === 'back' && tokens[1]?.lower === 'in' ? 2 : 1;
  const known = tokens[at]?.capital ? gazetteer(tokens, at) : undefined;
  return known?.form === 'metonym' && tokens[known.end]?.text === ',' ? known.state : undefined;
};

/** The states whose capitals or names a sentence holds without speaking of them as actors: “in Bogotá”. */
export const placesIn = (tokens: readonly Token[], mentions: readonly Mention[], gazetteer: Gazetteer): string[] => {
  const found: string[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    if (!tokens[index]?.capital || mentions.some(({ first, after }) => first <= index && index < after)) continue;
    const known = gazetteer(tokens, index);
    if (known?.kind === 'state' && known.state !== undefined) found.push(known.state);
    if (known) index = known.end - 1;
  }
  return found;
};

/** The mentions of a sentence with those that no list knows: subjects, agents and owners that are people or bodies. */
export const withUnknown = (mentions: readonly Mention[], tokens: readonly Token[], tree: Tree): Mention[] => {
  const found = [...mentions];
  tree.nodes.forEach(({ deprel, upos }, at) => {
    if (upos !== 'NOUN' && upos !== 'PROPN') return;
    const role = deprel === 'conj' ? (tree.nodes[tree.nodes[at]?.head ?? -1]?.deprel ?? '') : deprel;
    if (!/^(nsubj|nmod:poss|obl|obj|iobj|appos|nmod)/.test(role)) return;
    // “there aren't enough drivers”: what only exists does nothing.
    const verb = tree.nodes[at]?.head ?? -1;
    if (
      verb >= 0 &&
      tree.dependents[verb]?.some((one) => tree.nodes[one]?.deprel === 'expl' && tokens[one]?.lower === 'there')
    )
      return;
    // What only stands beside has to be a name.
    if (!/^(nsubj|nmod:poss)/.test(role) && upos !== 'PROPN') return;
    if (mentions.some(({ first, after, form }) => first <= at && at < after && form !== 'adjective')) return;
    const one = unknownAt({ tokens, mentions, tree }, tree, at);
    if (!one || found.some(({ first, after, form }) => form !== 'adjective' && first < one.after && one.first < after))
      return;
    found.push({ ...one, possessive: tokens[one.after]?.text === "'s" });
  });
  return found.sort((a, b) => a.first - b.first);
};

/** Titles of those who speak for a state or body: whoever bears one has to be somebody's. */
const SPEAKS =
  /(minister|president|premier|chancellor|spokes(wo)?man|spokesperson|envoy|ambassador|representative|secretary|negotiator|chief|leader|head|chair(wo)?man|chairperson|commander|governor|official|taoiseach|delegate|general|mediator|king|adviser|advisor|director)$/;

const isWhole = ({ form, possessive, of }: Mention): boolean =>
  of.length === 1 && (form === 'state' || form === 'body' || (form === 'person' && possessive) || form === 'adjective');

/**
 * Gives a person whose state the text has not told the one that stands beside his title (“the GDL's leader, Kurt Maier”, “Kurt Maier of the GDL”),
 * or else the one in whose capital the sentence plays.
 */
export const affiliated = (
  mention: Mention,
  all: readonly Mention[],
  tree: Tree | undefined,
  people: People,
  here: string | undefined,
): Mention => {
  const [of] = mention.of;
  if (mention.form !== 'person' || !of || of.state !== undefined || mention.unknown) return mention;
  const entry: Introduced | undefined = people.entry(of.actor);
  if (!entry) return mention;
  if (entry.state === undefined && entry.kind === 'person') {
    const beside =
      tree &&
      all.find((other) => {
        if (other === mention || !isWhole(other)) return false;
        for (let at = other.first; at < other.after; at += 1) {
          const node = tree.nodes[at];
          if (!node || !/^(nmod|compound|appos|amod)/.test(node.deprel)) continue;
          for (let up = node.head, step = 0; up >= 0 && step < 3; up = tree.nodes[up]?.head ?? -1, step += 1)
            if (mention.first <= up && up < mention.after) return true;
            else if (!/^(nmod|compound|appos|flat)/.test(tree.nodes[up]?.deprel ?? '')) {
              // “the union's leader, Kurt Maier”: the name hangs on the title.
              const held = (tree.dependents[up] ?? []).some(
                (one) =>
                  /^(appos|flat)/.test(tree.nodes[one]?.deprel ?? '') && mention.first <= one && one < mention.after,
              );
              return held && /NOUN/.test(tree.nodes[up]?.upos ?? '');
            }
        }
        return false;
      });
    const [owner] = beside?.of ?? [];
    const state = owner
      ? (owner.state ?? owner.actor)
      : entry.title !== undefined && SPEAKS.test(entry.title)
        ? here
        : undefined;
    if (state !== undefined && state !== of.actor) entry.state = state;
  }
  return entry.state === undefined ? mention : { ...mention, of: [{ actor: of.actor, state: entry.state }] };
};
