import { describe, expect, test } from 'vitest';
import { attributionsIn, conditionsIn, negationsIn, subjectOf } from './clause.ts';
import type { Sentence, Token } from './syntax.ts';

/** A sentence from `word|head|relation` with heads counted from 1; lemmas are the words unless given after one more stroke. */
const tree = (notation: string): Sentence => {
  let at = 0;
  const tokens = notation.split(' ').map((item): Token => {
    const [text = '', head = '0', deprel = 'dep', lemma = text.toLowerCase()] = item.split('|');
    const start = at;
    at += text.length + 1;
    const upos = /^[.,:“”"]$/.test(text) ? 'PUNCT' : 'X';
    return { start, end: start + text.length, text, lemma, upos, xpos: '', head: Number(head) - 1, deprel };
  });
  return { start: 0, end: at, tokens };
};

const words = ({ tokens }: Sentence, extent: readonly number[]) => extent.map((at) => tokens[at]?.text).join(' ');

describe('attributions', () => {
  const that = tree('Norway|2|nsubj said|0|root|say that|6|mark it|6|nsubj would|6|aux leave|2|ccomp .|2|punct');
  const after = tree(
    'Norway|3|nsubj would|3|aux leave|0|root ,|6|punct officials|6|nsubj said|3|parataxis|say .|3|punct',
  );
  const according = tree(
    'According|3|case to|1|fixed Kyodo|6|obl ,|3|punct Norway|6|nsubj left|0|root|leave .|6|punct',
  );
  const refuses = tree('Norway|2|nsubj refused|0|root|refuse to|4|mark say|2|xcomp why|6|advmod left|4|ccomp');
  const claims = tree(
    'Oslo|2|nsubj rejected|0|root|reject its|4|nmod:poss claim|2|obj that|7|mark they|7|nsubj left|4|acl|leave',
  );
  test.each([
    [claims, 'claim', 'its', 'that they left'],
    [that, 'said', 'Norway', 'that it would leave'],
    [after, 'said', 'officials', 'Norway would leave'],
    [according, 'According', 'Kyodo', 'Norway left'],
    [refuses, 'say', 'Norway', 'why left'],
  ])('%#', (sentence, cue, source, content) => {
    const [found] = attributionsIn(sentence);
    expect(found && words(sentence, [found.cue])).toBe(cue);
    expect(found?.source !== undefined && words(sentence, [found.source])).toBe(source);
    expect(found && words(sentence, found.content)).toBe(content);
  });

  test('what somebody brings about is not what he says', () => {
    expect(attributionsIn(tree('It|2|nsubj made|0|root|make them|4|nsubj leave|2|ccomp'))).toEqual([]);
  });
});

describe('conditions', () => {
  test('a fronted one depends on the first clause behind it, whatever the tree says', () => {
    const sentence = tree(
      'If|3|mark they|3|nsubj agree|9|advcl ,|3|punct Oslo|6|nsubj said|0|root|say it|9|nsubj would|9|aux sign|6|ccomp',
    );
    const [found] = conditionsIn(sentence);
    expect(found && words(sentence, found.extent)).toBe('If they agree');
    expect(found && words(sentence, [found.host])).toBe('said');
  });
  test('unless', () => {
    const sentence = tree('Oslo|3|nsubj will|3|aux refuse|0|root unless|6|mark they|6|nsubj leave|3|advcl .|3|punct');
    expect(conditionsIn(sentence)).toMatchObject([{ marker: 'unless', cue: 3, head: 5, extent: [3, 4, 5], host: 2 }]);
  });
  test('inverted', () => {
    const sentence = tree('Should|3|aux they|3|nsubj agree|7|advcl ,|3|punct Oslo|7|nsubj will|7|aux sign|0|root');
    expect(conditionsIn(sentence)).toMatchObject([{ marker: 'if', cue: 0, host: 6 }]);
  });
  test('a question is no condition', () => {
    expect(conditionsIn(tree('They|2|nsubj asked|0|root|ask if|5|mark Oslo|5|nsubj agrees|2|ccomp'))).toEqual([]);
  });
});

describe('negations', () => {
  test('reaches the clause but not its subject', () => {
    const sentence = tree(
      "Oslo|4|nsubj did|4|aux n't|4|advmod argue|0|root the|6|det points|4|obj ,|9|punct and|9|cc left|4|conj",
    );
    const [found] = negationsIn(sentence);
    expect(found && words(sentence, found.scope)).toBe("did n't argue the points");
  });
  test('no before a noun denies the clause', () => {
    expect(negationsIn(tree('There|2|expl is|0|root no|4|det idea|2|nsubj'))).toMatchObject([{ cue: 2, head: 1 }]);
  });
});

test('the subject of an opened or joined verb is that of its verb', () => {
  expect(subjectOf(tree('Oslo|2|nsubj wants|0|root to|4|mark leave|2|xcomp and|6|cc vote|4|conj'), 5)).toBe(0);
});
