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
    const upos = /^[.,:“”"]$/.test(text) ? 'PUNCT' : text === 'sure' || text === 'happy' ? 'ADJ' : 'X';
    const xpos = /ing$/.test(text) ? 'VBG' : '';
    return { start, end: start + text.length, text, lemma, upos, xpos, head: Number(head) - 1, deprel };
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
  const explained = tree('Oslo|2|nsubj explained|0|root|explain why|2|obj it|5|nsubj left|3|advcl:relcl|leave');
  const as = tree('As|3|mark Oslo|3|nsubj says|6|advcl|say ,|3|punct they|6|nsubj left|0|root|leave .|6|punct');
  const view = tree('In|3|case its|3|nmod:poss view|6|obl ,|3|punct they|6|nsubj left|0|root|leave');
  const sure = tree('Oslo|3|nsubj is|3|cop|be sure|0|root they|5|nsubj left|3|ccomp|leave');
  const recalls = tree('They|2|nsubj remember|0|root leaving|2|xcomp|leave Oslo|3|obj');
  const feels = tree('They|2|nsubj feel|0|root like|5|mark Oslo|5|nsubj left|2|advcl|leave');
  test.each([
    [explained, 'explained', 'Oslo', 'why it left'],
    [as, 'says', 'Oslo', 'they left'],
    [view, 'view', 'its', 'they left'],
    [sure, 'sure', 'Oslo', 'they left'],
    [recalls, 'remember', 'They', 'leaving Oslo'],
    [feels, 'feel', 'They', 'like Oslo left'],
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
  test('nor what pleases him, nor what is only supposed, nor how to do a thing', () => {
    expect(attributionsIn(tree('He|3|nsubj is|3|cop|be happy|0|root they|5|nsubj left|3|ccomp|leave'))).toEqual([]);
    expect(attributionsIn(tree('Say|0|root they|3|nsubj leave|1|ccomp'))).toEqual([]);
    expect(attributionsIn(tree('They|2|nsubj know|0|root how|2|obj to|5|mark leave|3|acl'))).toEqual([]);
  });
  test('a quotation is one thing, however the tree divides it', () => {
    const divided = tree(
      '“|3|punct We|3|nsubj left|8|ccomp|leave ,|3|punct they|6|nsubj stayed|8|parataxis|stay ”|3|punct said|0|root|say Oslo|8|nsubj .|8|punct',
    );
    expect(attributionsIn(divided).map(({ content }) => words(divided, content))).toEqual(['We left , they stayed']);
  });
  test('what is shown, thought and said are told apart', () => {
    const kinds = [that, sure, tree('It|2|nsubj shows|0|root|show that|5|mark they|5|nsubj left|2|ccomp|leave')];
    expect(kinds.map((sentence) => attributionsIn(sentence)[0]?.kind)).toEqual(['said', 'thought', 'shown']);
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
  test.each([
    [
      'Oslo|2|nsubj waits|0|root|wait as|4|advmod long|2|advmod as|7|mark they|7|nsubj talk|2|advcl',
      'as long as they talk',
    ],
    [
      'Oslo|2|nsubj agrees|0|root|agree on|5|case the|5|det condition|2|obl that|8|mark they|8|nsubj talk|5|acl',
      'on the condition that they talk',
    ],
    [
      'Oslo|2|nsubj waits|0|root|wait ,|2|punct assuming|2|advcl|assume they|6|nsubj talk|4|ccomp',
      'assuming they talk',
    ],
    ['Oslo|2|nsubj waits|0|root|wait depending|6|case on|3|fixed the|6|det talks|2|obl', 'depending on the talks'],
    ['Oslo|2|nsubj waits|0|root|wait in|6|mark case|3|fixed they|6|nsubj talk|2|advcl', 'in case they talk'],
  ])('%s', (notation, extent) => {
    const sentence = tree(notation);
    const [found, ...others] = conditionsIn(sentence);
    expect(found && words(sentence, found.extent)).toBe(extent);
    expect(found?.host).toBe(1);
    expect(others).toEqual([]);
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
