import type { Mention, Reference } from '../actor/mention.ts';
import { slug } from '../actor/person.ts';
import { dependent, type Node, reach, relation, type Tree } from '../sentence/tree.ts';
import { AUXILIARIES, DETERMINERS, MONTHS, PRONOUNS, WEEKDAYS } from '../sentence/words.ts';
import type { Sighted } from './clause.ts';

/** Verbs whose object does what the verb under them says: “urged Sudan to sign”. */
const OBJECT_CONTROL = new Set(
  'urge ask tell order advise allow permit enable force compel press pressure push encourage persuade convince invite instruct warn beg request require want expect cause help lead authorise authorize empower oblige recommend forbid prompt entice lobby challenge remind implore beseech entreat train commission direct get'.split(
    ' ',
  ),
);
/** Of these the object has done it: “persuaded Sudan to sign”. */
const BROUGHT_ABOUT = new Set('force compel persuade convince lead get prompt cause oblige help enable'.split(' '));

export interface SubjectFound {
  /** Head of the phrase that is the subject. */
  readonly head: number;
  /** The object of a verb that asks for it: what follows is not yet done or held by it. */
  readonly asked: boolean;
}

const isPassive = (tree: Tree, verb: number): boolean => dependent(tree, verb, /^(aux:pass|nsubj:pass)$/) !== undefined;

/** The agent of a passive: “rejected by Tehran”, also where a time stands between (“several times by Tehran”). */
export const agentOf = (tree: Tree, verb: number): number | undefined => {
  const below = (tree.dependents[verb] ?? []).filter(
    (one) => one > verb && /^(obl|nmod)/.test(tree.nodes[one]?.deprel ?? ''),
  );
  for (const one of [...below, ...below.flatMap((next) => tree.dependents[next] ?? [])]) {
    const by = one > verb ? dependent(tree, one, /^case$/) : undefined;
    if (by !== undefined && tree.nodes[by]?.lemma === 'by' && tree.heads.get(one) !== 'time') return one;
  }
  return undefined;
};

const antecedent = (tree: Tree, pronoun: number): number => {
  const { nodes } = tree;
  if (!/^(who|which|that|whom|whose)$/.test(nodes[pronoun]?.lemma ?? '') || nodes[pronoun]?.upos !== 'PRON')
    return pronoun;
  for (let at = nodes[pronoun]?.head ?? -1, step = 0; at >= 0 && step < 6; at = nodes[at]?.head ?? -1, step += 1)
    if (nodes[at]?.deprel === 'acl:relcl') return nodes[at]?.head ?? pronoun;
  return pronoun;
};

/** The subject of a verb, adjective or noun in predicate: its own, or that of the verb it is joined to or opened by. */
export const subjectHead = (tree: Tree, verb: number): SubjectFound | undefined => {
  const { nodes } = tree;
  let at = verb;
  let asked = false;
  for (let step = 0; step < 7; step += 1) {
    const own = dependent(tree, at, /^nsubj/);
    if (own !== undefined) {
      // “the plan rejected by Cairo and …”: below a passive the agent acts, where it is named.
      const acts = nodes[own]?.deprel === 'nsubj:pass' && at !== verb ? agentOf(tree, at) : undefined;
      return { head: antecedent(tree, acts ?? own), asked };
    }
    const node: Node | undefined = nodes[at];
    if (!node || node.head < 0) return undefined;
    const kind = relation(node);
    // From a small word of the verb group to its verb.
    if (/^(aux|cop|advmod|mark|cc|punct)$/.test(kind)) {
      at = node.head;
      if (at === verb) return undefined;
      continue;
    }
    if (node.deprel === 'acl:relcl') return { head: node.head, asked };
    if (kind === 'acl') return { head: node.head, asked };
    if (kind === 'xcomp' || kind === 'advcl') {
      const above = nodes[node.head];
      const object = dependent(tree, node.head, /^(obj|iobj)$/);
      if (above && OBJECT_CONTROL.has(above.lemma)) {
        if (object !== undefined && object < at && kind === 'xcomp')
          return { head: object, asked: asked || !BROUGHT_ABOUT.has(above.lemma) };
        if (isPassive(tree, node.head)) asked = asked || !BROUGHT_ABOUT.has(above.lemma);
      }
    } else if (kind === 'parataxis' || kind === 'ccomp') {
      // “…, adding that” and the like hang loosely: only where no subject can be meant but the one above.
      if (!/^(aux|mark)$/.test(relation(nodes[(tree.dependents[at] ?? [])[0] ?? -1])) && kind === 'parataxis') {
        at = node.head;
        continue;
      }
      return undefined;
    } else if (kind !== 'conj') return undefined;
    at = node.head;
  }
  return undefined;
};

/** The words of a phrase that names somebody unknown, up to what only tells more of him. */
const nameOf = ({ tokens }: Sighted, tree: Tree, head: number): { first: number; after: number } => {
  let { first, after } = reach(tree, head, (node, index) =>
    index > head
      ? !/^(flat|compound|fixed|goeswith)/.test(node.deprel) && !(node.deprel === 'nmod' && index - head <= 4)
      : /^(acl|advcl|cc|conj|punct|case|appos|parataxis|dep)/.test(node.deprel),
  );
  // A date tells when, not who: “Georgia on 20 March …”.
  for (let index = head + 1; index + 1 < after; index += 1) {
    const next = tokens[index + 1];
    const time = next?.kind === 'number' || MONTHS.has(next?.lower ?? '') || WEEKDAYS.has(next?.lower ?? '');
    if (time && /^(on|in|by|since|until|before|after)$/.test(tokens[index]?.lower ?? '')) after = index;
  }
  while (
    first < head &&
    (DETERMINERS.has(tokens[first]?.lower ?? '') ||
      /^(neither|either|only|even|but|then|own)$/.test(tokens[first]?.lower ?? ''))
  )
    first += 1;
  // “Lima in particular”, “the group, through Peru”, “federations under the banner of …”.
  for (let index = head + 1; index < after; index += 1)
    if (
      tokens[index]?.text === ',' ||
      /^(in particular|in turn|for example|for instance|at least|of course|for his|for her|for its|for their)/.test(
        `${tokens[index]?.lower} ${tokens[index + 1]?.lower}`,
      ) ||
      /^(under|through|via|with|like|such|as|from|on|at)$/.test(tokens[index]?.lower ?? '')
    )
      after = index;
  if (after - first > 8) ({ first, after } = { first: Math.max(first, head - 3), after: head + 1 });
  return { first, after };
};

const PEOPLE = new Set(['person', 'organization']);
/** Heads of phrases that are people for the parser but hold no position of their own. */
const NOBODY =
  /^(one|ones|some|many|others?|those|these|that|this|it|he|she|they|we|i|you|who|which|what|people|everyone|everybody|nobody|none|anyone|someone|both|each|all|most|few|several|world|man|men|woman|women|child|children|victims?|reader|family|families)$/;

/** A mention made of a phrase that no list knows: “tribal elders”, “the Lake Council”. */
export const unknownAt = (sighted: Sighted, tree: Tree, head: number): Mention | undefined => {
  const { tokens } = sighted;
  const node = tree.nodes[head];
  const type = tree.heads.get(head);
  const token = tokens[head];
  if (!node || !token || node.upos === 'PRON' || token.kind !== 'word' || NOBODY.test(token.lower)) return undefined;
  const named = node.upos === 'PROPN' && type !== 'time' && type !== 'event' && type !== 'abstract';
  if (!named && !(type !== undefined && PEOPLE.has(type))) return undefined;
  const { first, after } = nameOf(sighted, tree, head);
  // “I'd be a fool”: a clause is no name.
  if (tokens.slice(first, after).some(({ lower }) => PRONOUNS.has(lower.replace(/'.*$/, '')) || AUXILIARIES.has(lower)))
    return undefined;
  const words = tokens.slice(first, after).map(({ text, spaced }, index) => (index > 0 && spaced ? ` ${text}` : text));
  const actor = slug(words.join(''));
  if (actor === '') return undefined;
  const inside = sighted.mentions.find(
    (one) => one.first >= first && one.after <= after && one.of[0]?.state !== undefined,
  );
  const state = inside?.of.length === 1 ? inside.of[0]?.state : undefined;
  return {
    first,
    after,
    start: tokens[first]?.start ?? 0,
    end: tokens[after - 1]?.end ?? 0,
    form: named ? 'person' : 'body',
    of: [{ actor, ...(state === undefined ? {} : { state }) }],
    possessive: false,
    voice: named ? 'named' : 'anonymous',
    unknown: true,
  };
};

/** Those on whose behalf a role speaks: “the foreign ministers of Egypt and Sudan”. */
const ownersBelow = (sighted: Sighted, tree: Tree, head: number): Reference[] => {
  const found: Reference[] = [];
  for (const one of tree.dependents[head] ?? []) {
    if (!/^nmod/.test(tree.nodes[one]?.deprel ?? '')) continue;
    const preposition = dependent(tree, one, /^case$/);
    if (!/^(of|from|'s|’s)$/.test(tree.nodes[preposition ?? -1]?.lemma ?? 'of')) continue;
    for (const place of [one, ...(tree.dependents[one] ?? []).filter((next) => tree.nodes[next]?.deprel === 'conj')]) {
      const mention = sighted.mentions.find(({ first, after }) => first <= place && place < after);
      if (mention && (mention.form === 'state' || mention.form === 'body' || mention.form === 'group'))
        found.push(...mention.of);
    }
  }
  return found;
};

/** The mention that a phrase is, by its head; undefined where it names nobody. */
export const mentionAt = (sighted: Sighted, tree: Tree, head: number): Mention | undefined => {
  const inside = sighted.mentions.filter(({ first, after }) => first <= head && head < after);
  const mention = inside.find(({ form, possessive }) => form !== 'adjective' && !possessive) ?? undefined;
  if (mention) {
    if (mention.of.length > 0) return mention;
    const of = ownersBelow(sighted, tree, head);
    if (of.length > 0) return { ...mention, of };
    return mention.form === 'office' || mention.form === 'source'
      ? (unknownAt(sighted, tree, head) ?? mention)
      : mention;
  }
  if (inside.some(({ possessive }) => possessive)) return undefined;
  const node = tree.nodes[head];
  if (node && /^appos/.test(node.deprel) && node.head >= 0 && node.head !== head) {
    const whole = sighted.mentions.find(
      ({ first, after, form, possessive }) =>
        first <= node.head && node.head < after && form !== 'adjective' && !possessive,
    );
    if (whole) return whole;
  }
  // “Israel Katz, the foreign minister,” hangs on either of the two; “the group Boko Haram” too.
  for (const one of tree.dependents[head] ?? [])
    if (/^(appos|flat|compound)$/.test(tree.nodes[one]?.deprel ?? '') && tree.nodes[one]?.upos === 'PROPN') {
      const other = sighted.mentions.find(
        ({ first, after, form, possessive }) =>
          first <= one && one < after && form !== 'adjective' && !possessive && form !== 'state',
      );
      if (other) return other;
    }
  return unknownAt(sighted, tree, head);
};

/** All members of a phrase with “and”: “Japan, South Korea and the United States”. */
export const membersAt = (sighted: Sighted, tree: Tree, head: number): Mention[] => {
  const heads = [head, ...(tree.dependents[head] ?? []).filter((one) => tree.nodes[one]?.deprel === 'conj')];
  const found: Mention[] = [];
  for (const one of heads) {
    const mention = mentionAt(sighted, tree, one);
    if (mention && !found.some(({ first }) => first === mention.first)) found.push(mention);
  }
  // Where the tree misses a member: “Neither Chad nor Niger”.
  for (let last = found.at(-1); last; ) {
    const { after } = last;
    const link = sighted.tokens[after]?.lower ?? '';
    const next = /^(and|nor|or|&)$/.test(link)
      ? sighted.mentions.find(
          ({ first, form, possessive }) => first === after + 1 && /^(state|body|person)$/.test(form) && !possessive,
        )
      : undefined;
    if (!next || found.some(({ first }) => first === next.first) || !/^(state|body|person)$/.test(last.form)) break;
    if (!/^(appos|conj|flat|nsubj|dep)/.test(tree.nodes[next.after - 1]?.deprel ?? '')) break;
    found.push(next);
    last = next;
  }
  return found;
};
