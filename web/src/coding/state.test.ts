import type { Statement, Status } from '@entente/core/statement/statement';
import { quotaDossier } from '@entente/core/testing/quota-dossier';
import { statementId } from '@entente/core/vocabulary';
import { describe, expect, test } from 'vitest';
import {
  asLast,
  attributionFrom,
  attributionText,
  coded,
  codingOf,
  conditionKindOf,
  draftOf,
  following,
  missing,
  NO_STICKY,
  neighbour,
  newDraft,
  proposalFrom,
  queueOf,
  remembered,
} from './state.ts';
import { choiceAt, isRightToLeft, movedBy, spanOfChoice, wordsIn } from './words-in.ts';

const statement = (id: string, start: number, status: Status = 'suggested'): Statement => {
  const [model] = quotaDossier.statements;
  if (model === undefined) throw new RangeError('the test dossier has no statement');
  return { ...model, id: statementId(id), status, passage: { ...model.passage, start, end: start + 5 } };
};

describe('what is next', () => {
  const [a, b, c] = [statement('a', 10), statement('b', 20), statement('c', 30)];
  const all = [c, statement('z', 15, 'accepted'), a, statement('y', 5, 'rejected'), b];
  test('suggestions stand in the order of the text, decided ones leave', () => {
    expect(queueOf(all).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(queueOf(all, new Map([['b', 'accepted']])).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(coded(all).map(({ id }) => id)).toEqual(['a', 'z', 'b', 'c']);
  });
  test('after a decision comes the next in the text, and after the last the first that is open', () => {
    expect(following([a, c], b)?.id).toBe('c');
    expect(following([a, b], c)?.id).toBe('a');
    expect(following([], c)).toBeUndefined();
  });
  test('forward and back, and no further than the ends', () => {
    expect(neighbour([a, b, c], b, -1)?.id).toBe('a');
    expect(neighbour([a, b, c], c, 1)).toBeUndefined();
    expect(neighbour([a, b, c], undefined, 1)?.id).toBe('a');
  });
});

describe('a draft', () => {
  test('of a statement is sent back as it was', () => {
    for (const one of quotaDossier.statements) {
      const coding = codingOf(draftOf(one), one.status);
      expect(coding).toMatchObject({
        ...{ id: one.id, start: one.passage.start, end: one.passage.end, actor: one.actor, issue: one.issue },
        ...{ stance: one.stance, level: one.level, status: one.status },
      });
      expect(coding?.condition?.start).toBe(one.condition?.passage.start);
      expect(coding?.reason?.end).toBe(one.reason?.end);
    }
  });
  test('on new words has the actor and issue picked last, and lacks its stance', () => {
    const [one] = quotaDossier.statements;
    if (one === undefined) throw new RangeError('none');
    const sticky = remembered(NO_STICKY, draftOf(one));
    const draft = newDraft('elsewhere', { start: 3, end: 9 }, sticky);
    expect([draft.actor, draft.issue]).toEqual([one.actor, one.issue]);
    expect(missing(draft)).toEqual(['stance']);
    expect(codingOf(draft, 'accepted')).toBeUndefined();
    const same = asLast(draft, sticky);
    expect(missing(same)).toEqual([]);
    expect(same.span).toEqual({ start: 3, end: 9 });
  });
  test('without anything coded before lacks all three', () =>
    expect(missing(newDraft('d', { start: 0, end: 4 }, NO_STICKY))).toEqual(['actor', 'issue', 'stance']));
  test('picked last stands first, each once', () => {
    const draft = newDraft('d', { start: 0, end: 4 }, NO_STICKY);
    const sticky = ['x', 'y', 'x'].reduce((now, actor) => remembered(now, { ...draft, actor }), NO_STICKY);
    expect(sticky.actors).toEqual(['x', 'y']);
  });
});

test.each([
  ['unless the cut is monitored', 'unless'],
  ['until prisoners return', 'until'],
  ['only if others follow', 'only-if'],
  ['provided that inspectors may enter', 'only-if'],
  ['in return for fuel', 'in-exchange'],
  ['if the fleet withdraws', 'if'],
  ['as long as tests go on', 'as-long-as'],
  ['before talks begin', 'before'],
  ['once the port is open', 'after'],
  ['the withdrawal must come first', 'first'],
  ['a full withdrawal', 'only-if'],
])('the condition “%s” is %s', (words, kind) => expect(conditionKindOf(words)).toBe(kind));

describe('an attribution as it is typed', () => {
  test('outermost first, its voices given or guessed', () =>
    expect(attributionFrom('Strait News > two officials > Mara Lund')).toEqual([
      { name: 'Strait News', voice: 'agency' },
      { name: 'two officials', voice: 'anonymous' },
      { name: 'Mara Lund', voice: 'named' },
    ]));
  test('written and read again it is the same', () => {
    for (const { attribution } of quotaDossier.statements) {
      const links = attribution.map(({ name, voice }) => ({ name, voice }));
      expect(attributionFrom(attributionText(links))).toEqual(links);
    }
  });
  test('nothing is nobody', () => expect(attributionFrom('  ')).toEqual([]));
});

describe('choosing words by keys', () => {
  const text = 'Vestria, its minister said, will not back it.';
  const words = wordsIn(text, { start: 0, end: text.length }, 'en');
  const at = (from: number, to: number) => {
    const span = spanOfChoice(words, { from, to });
    return span && text.slice(span.start, span.end);
  };
  test('words are words, in any script', () => {
    expect(words.map(({ start, end }) => text.slice(start, end)).slice(0, 3)).toEqual(['Vestria', 'its', 'minister']);
    expect(wordsIn('日本は反対した', { start: 0, end: 7 }, 'ja').length).toBeGreaterThan(1);
    expect(wordsIn('اليابان ترفض', { start: 0, end: 12 }, 'ar').length).toBe(2);
    expect(wordsIn('plain words', { start: 0, end: 11 }, 'not a language').length).toBe(2);
  });
  test('from one word to another, either way round', () => {
    expect(at(4, 6)).toBe('will not back');
    expect(at(6, 4)).toBe('will not back');
  });
  test('a step moves, a wide step widens, and neither leaves the text', () => {
    expect(movedBy({ from: 2, to: 2 }, 1, false, words.length)).toEqual({ from: 3, to: 3 });
    expect(movedBy({ from: 2, to: 2 }, 1, true, words.length)).toEqual({ from: 2, to: 3 });
    expect(movedBy({ from: 0, to: 0 }, -1, true, words.length)).toEqual({ from: 0, to: 0 });
  });
  test('right to left is told by the first letter', () => {
    expect(isRightToLeft('«مصر ترفض» in Latin')).toBe(true);
    expect(isRightToLeft('ישראל')).toBe(true);
    expect(isRightToLeft('Egypt: مصر')).toBe(false);
    expect(isRightToLeft('')).toBe(false);
  });
  test('begins at the words that are worked on', () => {
    const span = { start: text.indexOf('will'), end: text.indexOf('back') + 4 };
    const choice = choiceAt(words, span);
    expect(spanOfChoice(words, choice)).toEqual(span);
  });
});

test.each([
  ['the quota  should\nbe cut', 'The quota should be cut.'],
  ['“We refuse.”', '“We refuse.”'],
  ['  ', ''],
])('chosen words begin a proposal: %j', (words, sentence) => expect(proposalFrom(words)).toBe(sentence));
