import type { Token } from '../sentence/token.ts';
import { dependent, type Tree } from '../sentence/tree.ts';
import { DETERMINERS, PLACES } from '../sentence/words.ts';
import { nounOf, type Place } from './entity.ts';
import { lexiconActor } from './gazetteer.ts';
import type { Mention } from './mention.ts';
import type { People } from './person.ts';

/** The sentence that is being read. */
export interface Scene {
  readonly tokens: readonly Token[];
  readonly tree?: Tree | undefined;
  /** The state in whose capital it plays: “In Lima, the foreign minister said …”. */
  readonly here?: string | undefined;
  readonly block?: number;
  readonly heading?: boolean;
  /** States that it names as places only: “in Bogotá”. */
  readonly places?: readonly string[];
}

/** The token of a mention that the rest of it hangs on; the last one where there is no tree. */
export const headOf = ({ first, after }: Mention, tree: Tree | undefined): number => {
  if (tree)
    for (let at = first; at < after; at += 1) {
      const head = tree.nodes[at]?.head ?? -1;
      if (head < first || head >= after) return at;
    }
  return after - 1;
};

/** The words of a mention in small letters. */
export const wordsOf = ({ first, after }: Mention, tokens: readonly Token[]): string =>
  tokens
    .slice(first, after)
    .map(({ lower }) => lower)
    .join(' ');

/** Where in its sentence a mention stands. */
export const placeOf = (
  mention: Mention,
  tree: Tree | undefined,
  tokens: readonly Token[],
  leading: boolean,
): Place => {
  if (mention.possessive) return 'other';
  if (!tree) return leading && !PLACES.has(tokens[mention.first - 1]?.lower ?? '') ? 'subject' : 'other';
  const node = tree.nodes[headOf(mention, tree)];
  const conjunct = node?.deprel === 'conj' ? tree.nodes[node.head] : node;
  if (!conjunct || !/^nsubj/.test(conjunct.deprel)) return 'other';
  const verb = tree.nodes[conjunct.head];
  return !verb || verb.head < 0 || /^(root|conj|parataxis)$/.test(verb.deprel) ? 'subject' : 'inner';
};

/** The token that is the subject of the clause above the one in which a mention stands: “Peru” in “Peru said it would …”. */
export const subjectAbove = (mention: Mention, tree: Tree | undefined): number | undefined => {
  if (!tree) return undefined;
  let at = headOf(mention, tree);
  for (let step = 0; step < 12; step += 1) {
    const node = tree.nodes[at];
    if (!node || node.head < 0) return undefined;
    if (/^(ccomp|advcl|xcomp|parataxis)/.test(node.deprel)) {
      const subject = dependent(tree, node.head, /^nsubj/);
      if (subject !== undefined && !(mention.first <= subject && subject < mention.after)) return subject;
    }
    at = node.head;
  }
  return undefined;
};

const OPEN = /^(the|a|an|its|their|our|this)$/;

/** Nouns in an apposition without a tree: “Elkem, the country's largest smelter, …”. */
const besides = (tokens: readonly Token[], after: number): string[] => {
  if (tokens[after]?.text !== ',' || !OPEN.test(tokens[after + 1]?.lower ?? '')) return [];
  let noun: string | undefined;
  for (let at = after + 2; at < tokens.length && at - after < 10; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === 'mark' || /^(of|for|in|which|who|that|with|to|and|on|at|from|by)$/.test(token.lower))
      break;
    if (token.kind === 'word' && !token.capital && !DETERMINERS.has(token.lower)) noun = token.lower;
  }
  return noun === undefined ? [] : [nounOf(noun)];
};

/** Nouns by which a text may speak again of what a mention names: of its own words, of what stands beside it. */
export const nounsOf = (mention: Mention, tokens: readonly Token[], tree: Tree | undefined): string[] => {
  if (mention.form === 'pronoun') return [];
  const found: string[] = [];
  const own = tokens[headOf(mention, tree)];
  if (own && !own.capital && mention.form !== 'state') found.push(nounOf(own.lower));
  if (mention.role) found.push(nounOf(mention.role.split(' ').at(-1) ?? ''));
  found.push(...besides(tokens, mention.after));
  if (tree)
    for (let at = mention.first; at < mention.after; at += 1) {
      const node = tree.nodes[at];
      if (!node) continue;
      // “the train drivers' union GDL”, “the GDL, a union of …”, “the GDL is a union”.
      const head = tree.nodes[node.head];
      if (head && node.head >= 0 && head.upos === 'NOUN') {
        if (/^(appos|flat|compound)$/.test(node.deprel)) found.push(nounOf(tokens[node.head]?.lower ?? ''));
        if (/^nsubj/.test(node.deprel) && dependent(tree, node.head, /^cop$/) !== undefined)
          found.push(nounOf(tokens[node.head]?.lower ?? ''));
      }
      for (const beside of tree.dependents[at] ?? [])
        if (
          /^(appos|compound|flat|nmod:desc)$/.test(tree.nodes[beside]?.deprel ?? '') &&
          tree.nodes[beside]?.upos === 'NOUN'
        )
          found.push(nounOf(tokens[beside]?.lower ?? ''));
    }
  return [...new Set(found)].filter(
    (noun) => noun.length > 2 && !/^(one|people|side|country|state|member|part|party to|day|time|year)$/.test(noun),
  );
};

/** Words of the names of whoever is meant, in small letters: “council” of the Security Council. */
export const namesOf = ({ of, form }: Mention, people: People | undefined): string[] => {
  const [one] = of;
  if (of.length !== 1 || !one || form === 'pronoun') return [];
  const known = lexiconActor(one.actor);
  const entry = people?.entry(one.actor);
  if (entry?.kind === 'person' && !entry.office) return [];
  const names = known ? [known.name, ...(known.kind === 'state' ? [] : known.aliases)] : entry ? [entry.name] : [];
  return names.flatMap((name) =>
    name
      .split(/[\s'’-]+/)
      .filter((word) => word.length > 3 && !/^(?:the|and|for|of)$/i.test(word))
      .map(nounOf),
  );
};
