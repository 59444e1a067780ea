import type { GoldSentence } from './conllu.ts';
import {
  after,
  as,
  before,
  caseOf,
  comma,
  flat,
  mark,
  type Node,
  not,
  type Phrase,
  the,
  to,
  type Verb,
  word,
} from './made-node.ts';
import { phrases } from './made-phrase.ts';
import * as words from './made-words.ts';
import { randomFrom } from './random.ts';

const ACCORDING = after(word('according', 'VERB', 'VBG', 'case'), word('to', 'ADP', 'IN', 'fixed'));

const grammar = (random: () => number) => {
  const { one, chance, pick, state, person, common, determined, under, thing, single, joined } = phrases(random);

  const actor = (deep: number): Phrase =>
    pick<Phrase>(
      single,
      single,
      single,
      () => joined(single(), single(), 'and', chance(0.3) ? 'both' : undefined),
      () => joined(single(), single(), 'nor', 'neither'),
      () => (deep > 0 ? described(determined(common(words.PEOPLE)), deep - 1, 'who') : single()),
      () => after(person(), as(before(before(common(words.PEOPLE), the), comma), 'appos'), comma),
    );

  /** The verb in some tense, with its auxiliaries; `relation` is that of what it becomes. */
  const finite = (verb: Verb, plural: boolean): Node => {
    const [base = '', third = '', past = '', participle = '', present = ''] = verb;
    const is = word(plural ? 'are' : 'is', 'AUX', plural ? 'VBP' : 'VBZ', 'aux');
    const has = word(plural ? 'have' : 'has', 'AUX', plural ? 'VBP' : 'VBZ', 'aux');
    const modal = word(one(['will', 'would', 'may', 'must', 'could', 'should']), 'AUX', 'MD', 'aux');
    const did = word(one(['did', plural ? 'do' : 'does']), 'AUX', 'VBD', 'aux');
    const denied = chance(0.4) ? [not] : [];
    return pick<Node>(
      () => word(past, 'VERB', 'VBD'),
      () => word(past, 'VERB', 'VBD'),
      () => word(plural ? base : third, 'VERB', plural ? 'VBP' : 'VBZ'),
      () => before(word(base, 'VERB', 'VB'), modal, ...denied),
      () =>
        before(
          word(participle, 'VERB', 'VBN'),
          has,
          ...(chance(0.3) ? [word('never', 'ADV', 'RB', 'advmod')] : denied),
        ),
      () => before(word(base, 'VERB', 'VB'), did.form === 'did' ? did : { ...did, xpos: plural ? 'VBP' : 'VBZ' }, not),
      () => before(word(present, 'VERB', 'VBG'), is, ...denied),
    );
  };
  const passive = (verb: Verb, plural: boolean): Node => {
    const participle = word(verb[3] ?? '', 'VERB', 'VBN');
    const be = (form: string, xpos: string) => word(form, 'AUX', xpos, 'aux:pass');
    const has = word(plural ? 'have' : 'has', 'AUX', plural ? 'VBP' : 'VBZ', 'aux');
    return pick<Node>(
      () => before(participle, be(plural ? 'were' : 'was', 'VBD')),
      () => before(participle, be(plural ? 'were' : 'was', 'VBD'), ...(chance(0.3) ? [not] : [])),
      () => before(participle, has, be('been', 'VBN')),
      () => before(participle, word(one(['will', 'should', 'must']), 'AUX', 'MD', 'aux'), be('be', 'VB')),
    );
  };
  const time = (): Node =>
    pick<Node>(
      () => before(word(one(words.DAYS), 'PROPN', 'NNP', 'obl'), caseOf('on')),
      () =>
        before(
          word(one(['week', 'month', 'year']), 'NOUN', 'NN', 'obl:unmarked'),
          word(one(['last', 'next']), 'ADJ', 'JJ', 'amod'),
        ),
      () =>
        before(
          word('times', 'NOUN', 'NNS', 'obl:unmarked'),
          chance(0.5) ? word('several', 'ADJ', 'JJ', 'amod') : word('three', 'NUM', 'CD', 'nummod'),
        ),
      () => as(before(state(), caseOf('in')), 'obl'),
    );
  const timed = <T extends Node>(node: T): T => (chance(0.25) ? after(node, time()) : node);
  const manner = <T extends Node>(node: T): T =>
    chance(0.12) ? { ...node, before: [...node.before, word(one(words.MANNERS), 'ADV', 'RB', 'advmod')] } : node;

  /** A verb with its objects; how it is inflected is for `inflect`. */
  const predicate = (inflect: (verb: Verb) => Node, deep: number): Node =>
    pick<Node>(
      () => timed(manner(after(inflect(one(words.ACTS)), as(object(deep), 'obj')))),
      () => timed(manner(after(inflect(one(words.ACTS)), as(object(deep), 'obj')))),
      () => timed(inflect(one(words.MOVES))),
      () => after(inflect(one(words.AIMS)), as(infinitive(deep), 'xcomp')),
      () => after(inflect(one(words.URGES)), as(actor(0), 'obj'), as(infinitive(deep), 'xcomp')),
      () => after(inflect(one(words.CALLS)), as(object(0), 'obj'), word(one(words.JUDGMENTS), 'ADJ', 'JJ', 'xcomp')),
      () => after(inflect(['call', 'calls', 'called', 'called', 'calling']), under('for', thing(), 'obl')),
      () => (deep > 0 ? after(inflect(one(words.SAYINGS)), as(content(deep - 1), 'ccomp')) : inflect(one(words.MOVES))),
    );
  const object = (deep: number): Phrase => (deep > 0 && chance(0.2) ? described(thing(), deep - 1) : thing());
  const infinitive = (deep: number): Node =>
    before(
      predicate((verb) => word(verb[0] ?? '', 'VERB', 'VB'), Math.max(0, deep - 1)),
      to,
    );
  const content = (deep: number): Node => (chance(0.6) ? before(clause(deep), mark('that')) : clause(deep));

  /** A phrase with a relative or participle clause, or with something between commas. */
  const described = (phrase: Phrase, deep: number, pronoun = 'which'): Phrase => {
    const relative = (form: string, deprel: string) => word(form, 'PRON', form === 'who' ? 'WP' : 'WDT', deprel);
    const object = () => {
      const verb = before(finite(one(words.ACTS), false), as(single(), 'nsubj'));
      const full = chance(0.75) ? before(verb, relative(one(['that', pronoun]), 'obj')) : verb;
      return as(timed(full), 'acl:relcl');
    };
    return pick<Phrase>(
      () => after(phrase, object()),
      () => after(phrase, object()),
      () =>
        after(
          phrase,
          as(
            before(
              predicate((verb) => finite(verb, phrase.plural), deep),
              relative(one(['that', pronoun]), 'nsubj'),
            ),
            'acl:relcl',
          ),
        ),
      () =>
        after(
          phrase,
          as(
            before(
              before(
                predicate((verb) => finite(verb, phrase.plural), deep),
                relative(pronoun, 'nsubj'),
              ),
              comma,
            ),
            'acl:relcl',
          ),
          comma,
        ),
      () =>
        after(
          phrase,
          as(after(word(one(words.ACTS)[3] ?? '', 'VERB', 'VBN'), under('by', single(), 'obl:agent')), 'acl'),
        ),
    );
  };
  const copula = (plural: boolean): Node => {
    const be = word(plural ? one(['are', 'were']) : one(['is', 'was']), 'AUX', plural ? 'VBP' : 'VBZ', 'cop');
    const past = be.form === 'was' || be.form === 'were';
    const judged = before(
      word(one(words.JUDGMENTS), 'ADJ', 'JJ'),
      past ? { ...be, xpos: 'VBD' } : be,
      ...(chance(0.3) ? [not] : []),
    );
    return chance(0.25) ? after(judged, under('to', actor(0), 'obl')) : judged;
  };
  /** A clause as its verb; the relation is still to be given. */
  const clause = (deep: number): Node => {
    const chosen = one([acting, acting, acting, acted, acted, judged]);
    return chosen(deep);
  };
  const acting = (deep: number): Node => {
    const subject = actor(deep);
    const verb = before(
      predicate((one) => finite(one, subject.plural), deep),
      as(subject, 'nsubj'),
    );
    if (!chance(0.15)) return verb;
    const second = predicate((forms) => word(forms[2] ?? '', 'VERB', 'VBD'), 0);
    return after(verb, as(before(second, word(one(['and', 'but']), 'CCONJ', 'CC', 'cc')), 'conj'));
  };
  const acted = (deep: number): Node => {
    const subject = deep > 0 && chance(0.5) ? described(thing(), deep - 1) : thing();
    const verb = passive(one(words.ACTS), subject.plural);
    const rest = chance(0.4)
      ? [...(chance(0.3) ? [time()] : []), under('by', single(), 'obl:agent')]
      : chance(0.4)
        ? [time()]
        : [];
    return before(after(verb, ...rest), as(subject, 'nsubj:pass'));
  };
  const judged = (deep: number): Node => {
    const subject = deep > 0 && chance(0.3) ? described(thing(), deep - 1) : thing();
    return before(copula(subject.plural), as(subject, 'nsubj'));
  };
  const condition = (): Node =>
    as(
      before(clause(0), mark(one(['if', 'unless', 'if', 'unless', 'because', 'although', 'before', 'after', 'until']))),
      'advcl',
    );
  const quoted = (node: Node): Node => {
    const [open, close] = one([
      ['“', '”'],
      ['"', '"'],
    ]);
    return after(
      before(node, word(open ?? '"', 'PUNCT', '``', 'punct')),
      comma,
      word(close ?? '"', 'PUNCT', "''", 'punct'),
    );
  };
  const speaking = (subject: Phrase, inverted = false): Node => {
    const said = word(one(words.SAYINGS)[2] ?? 'said', 'VERB', 'VBD');
    return timed(inverted ? after(said, as(subject, 'nsubj')) : before(said, as(subject, 'nsubj')));
  };
  /** `should the talks fail, …` */
  const inverted = (): Node => {
    const subject = actor(0);
    const verb = predicate(([base = '']) => word(base, 'VERB', 'VB'), 0);
    return after(as(before(verb, word('should', 'AUX', 'MD', 'aux'), as(subject, 'nsubj')), 'advcl'), comma);
  };
  /** `as long as sanctions remain`: the clause hangs on `long`, and that on the verb outside. */
  const asLong = (): Node => {
    const held = as(before(clause(0), mark('as')), 'advcl');
    const first = word(one(['as', 'so']), 'ADV', 'RB', 'advmod');
    return after(before(word('long', 'ADV', 'RB', 'advmod'), first), held);
  };
  /** The verb with something between commas behind its subject: `the deal, he said, was …`, `Oslo, however, insists …`. */
  const interrupted = (comment: Node): Node => {
    const verb = clause(0);
    const at = verb.before.findIndex(({ deprel }) => deprel.startsWith('nsubj'));
    return { ...verb, before: [...verb.before.slice(0, at + 1), comment, ...verb.before.slice(at + 1)] };
  };
  const comment = (): Node => {
    const said = before(word(one(words.SAYINGS)[2] ?? 'said', 'VERB', 'VBD'), as(single(), 'nsubj'));
    return after(before(as(said, 'parataxis'), comma), comma);
  };
  const however = (): Node => after(before(word('however', 'ADV', 'RB', 'advmod'), comma), comma);
  /** `its position that …`, `fears that …` */
  const held = (): Node => {
    const noun: Phrase = { ...word(one(words.HOLDINGS), 'NOUN', 'NN'), plural: false };
    const full = after(determined(noun), as(before(clause(0), mark('that')), 'acl'));
    const subject = single();
    const verb = word(one(['reiterated', 'repeated', 'rejected', 'made', 'dropped']), 'VERB', 'VBD');
    return after(before(verb, as(subject, 'nsubj')), as(full, 'obj'));
  };
  const whether = (): Node => as(before(clause(0), mark('whether')), 'ccomp');
  const told = (): Node => {
    const hearer: Phrase = {
      ...word(one(['reporters', 'journalists', 'parliament', 'lawmakers']), 'NOUN', 'NNS'),
      plural: true,
    };
    const verb = after(word('told', 'VERB', 'VBD'), as(chance(0.5) ? hearer : single(), 'iobj'));
    return after(before(verb, as(actor(1), 'nsubj')), as(content(1), 'ccomp'));
  };
  const whole = (): Node =>
    pick<Node>(
      () => clause(1),
      () => clause(2),
      () => clause(2),
      () => after(clause(1), condition()),
      () => before(clause(1), after(condition(), comma)),
      () => before(clause(1), inverted()),
      () => (chance(0.5) ? before(clause(0), after(asLong(), comma)) : after(clause(0), asLong())),
      () => interrupted(chance(0.6) ? comment() : however()),
      () => (chance(0.5) ? held() : told()),
      () => {
        const asked = as(after(word('asked', 'VERB', 'VBN'), whether()), 'advcl');
        return before(after(speaking(single()), as(content(0), 'ccomp')), after(asked, comma));
      },
      () => before(clause(1), as(after(before(single(), ACCORDING), comma), 'obl')),
      () => after(clause(1), as(before(single(), comma, ACCORDING), 'obl')),
      () => before(speaking(actor(1)), as(chance(0.5) ? quoted(clause(1)) : after(clause(1), comma), 'ccomp')),
      () => before(speaking(single(), true), as(quoted(clause(1)), 'ccomp')),
      () => after(speaking(actor(1)), as(content(1), 'ccomp')),
    );

  return () => flat(whole());
};

/**
 * Sentences made by a small grammar, with the trees that GUM would give them: clauses of reports on conflicts that the treebank hardly has
 * (`the embargo that Poland proposed was delayed`, `neither … nor`, names nobody has heard of).
 */
export const madeSentences = (count: number, seed: number): GoldSentence[] => {
  const make = grammar(randomFrom(seed));
  const sentences: GoldSentence[] = [];
  while (sentences.length < count) {
    const made = make();
    if (made.length > 40) continue;
    sentences.push({
      id: `made-${sentences.length}`,
      text: made.map(({ form }) => form).join(' '),
      paragraph: false,
      words: made,
    });
  }
  return sentences;
};
