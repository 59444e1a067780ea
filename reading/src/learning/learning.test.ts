import type { Statement } from '@entente/core/statement/statement';
import { actorId, documentId, issueId, statementId } from '@entente/core/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { because, learn, sureness } from './model.ts';
import { ranked, undecided } from './rank.ts';
import { type Decision, decisionsIn, entryTallies, type Traits } from './suggestion.ts';

const RULES = ['verb: reject', 'verb: urge', 'noun: support', 'judgement: premature', 'demand: should'];
const ACTORS = ['egypt', 'sudan', 'ethiopia'];

/** A stream of numbers in [0, 1) that a seed fixes. */
const random = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** A made-up reader: how right its suggestions are depends on the rule and the actor, which its sureness does not know. */
const worlds = (seed: number, count: number): { traits: Traits; chance: number; right: boolean }[] => {
  const next = random(seed);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const lean: Record<string, number> = {
    'verb: reject': 1.2,
    'verb: urge': -1.8,
    'noun: support': 0.4,
    'judgement: premature': -0.6,
    'demand: should': 0,
  };
  return Array.from({ length: count }, () => {
    const [rule, actor, confidence] = [pick(RULES), pick(ACTORS), 0.4 + 0.5 * next()];
    const odds = Math.log(confidence / (1 - confidence)) + (lean[rule] ?? 0) + (actor === 'sudan' ? -1 : 0.3);
    const chance = 1 / (1 + Math.exp(-odds));
    return {
      traits: { rule, actor, issue: 'dam', stance: next() < 0.5 ? 'support' : 'oppose', confidence },
      chance,
      right: next() < chance,
    };
  });
};

const decided = (all: ReturnType<typeof worlds>): Decision[] =>
  all.map(({ traits, right }) => ({ ...traits, accepted: right }));

/** The share of pairs of a right and a wrong one in which the right one stands higher. */
const ranking = (rows: readonly { score: number; right: boolean }[]): number => {
  let [better, pairs] = [0, 0];
  for (const a of rows)
    for (const b of rows)
      if (a.right && !b.right) {
        pairs += 1;
        better += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
      }
  return better / pairs;
};

/** The mean distance between what is said and what is, over tenths of what is said. */
const miscalibration = (rows: readonly { score: number; right: boolean }[]): number => {
  let sum = 0;
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const bin = rows.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === tenth);
    if (bin.length === 0) continue;
    const said = bin.reduce((total, { score }) => total + score, 0) / bin.length;
    const is = bin.filter(({ right }) => right).length / bin.length;
    sum += (Math.abs(said - is) * bin.length) / rows.length;
  }
  return sum;
};

describe('on made-up decisions', () => {
  const past = worlds(7, 300);
  const coming = worlds(8, 3000);
  const learned = learn(decided(past));
  const before = coming.map(({ traits, right }) => ({ score: traits.confidence, right }));
  const after = coming.map(({ traits, right }) => ({ score: sureness(traits, learned), right }));

  test('the next suggestions are ranked better', () => {
    expect(ranking(before)).toBeLessThan(0.7);
    expect(ranking(after)).toBeGreaterThan(ranking(before) + 0.08);
  });

  test('what is said of how sure they are comes nearer to what is', () => {
    expect(miscalibration(after)).toBeLessThan(0.06);
    expect(miscalibration(after)).toBeLessThan(miscalibration(before));
  });

  test('the more decisions, the better, and twenty do no harm', () => {
    const few = learn(decided(past.slice(0, 20)));
    const some = coming.map(({ traits, right }) => ({ score: sureness(traits, few), right }));
    expect(ranking(some)).toBeGreaterThan(ranking(before) - 0.01);
    expect(ranking(after)).toBeGreaterThan(ranking(some));
  });
});

test('without decisions sureness and order stay as shipped, to the last digit', () => {
  const learned = learn([]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (confidence) => {
      expect(sureness({ rule: 'verb: reject', actor: 'a', issue: 'i', stance: 'oppose', confidence }, learned)).toBe(
        confidence,
      );
    }),
  );
});

test('any decisions in any order give the same, within (0, 1)', () => {
  const decision = fc.record({
    rule: fc.constantFrom(...RULES, 'no colon', ''),
    actor: fc.constantFrom(...ACTORS),
    issue: fc.string(),
    stance: fc.constantFrom('support', 'oppose'),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    accepted: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 30 }), decision, (all, one) => {
      const forth = sureness(one, learn(all));
      expect(sureness(one, learn([...all].reverse()))).toBeCloseTo(forth, 2);
      expect(forth).toBeGreaterThanOrEqual(0);
      expect(forth).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});

const traits = (rule: string, confidence = 0.7): Traits => ({
  rule,
  actor: 'egypt',
  issue: 'dam',
  stance: 'oppose',
  confidence,
});

test('why a sureness moved is told with counts', () => {
  const decisions = [false, false, true, false, false].map((accepted) => ({ ...traits('verb: urge'), accepted }));
  const others = [true, true, true, true].map((accepted) => ({ ...traits('noun: support'), accepted }));
  const learned = learn([...decisions, ...others]);
  expect(sureness(traits('verb: urge'), learned)).toBeLessThan(0.7);
  expect(because(traits('verb: urge'), learned)).toBe('because you rejected 4 of 5 with “verb: urge”');
  expect(because(traits('verb: urge'), learn([]))).toBeUndefined();
});

test('entries of the lexicon are counted one by one', () => {
  const tallies = entryTallies([
    { ...traits('verb: refuse + accept'), accepted: true },
    { ...traits('verb: accept'), accepted: false },
  ]);
  expect(tallies.get('verb: accept')).toEqual({ accepted: 1, rejected: 1 });
  expect(tallies.get('verb: refuse')).toEqual({ accepted: 1, rejected: 0 });
});

const statement = (
  id: string,
  status: Statement['status'],
  start: number,
  rule = 'verb: urge',
  confidence = 0.7,
): Statement => ({
  id: statementId(id),
  passage: { document: documentId('d'), start, end: start + 10, quote: 'ten letters', prefix: '', suffix: '' },
  actor: actorId('egypt'),
  issue: issueId('dam'),
  stance: 'oppose',
  attribution: [],
  level: 'explicit',
  coder: { kind: 'rule', name: rule },
  status,
  confidence,
});

test('statements carry decisions; what a person coded by hand is none', () => {
  const hand: Statement = { ...statement('h', 'accepted', 0), coder: { kind: 'person', name: 'x' } };
  const all = [hand, statement('a', 'accepted', 20), statement('r', 'rejected', 40), statement('s', 'suggested', 60)];
  expect(decisionsIn(all).map(({ accepted }) => accepted)).toEqual([true, false]);
});

test('rejected rules go down, and what is decided is not put forward again', () => {
  const rejected = Array.from({ length: 6 }, (_, index) => statement(`r${index}`, 'rejected', index * 20));
  const fresh = [
    statement('n1', 'suggested', 500),
    statement('n2', 'suggested', 600, 'noun: support', 0.6),
    statement('n3', 'suggested', 5),
  ];
  expect(undecided(fresh, rejected).map(({ id }) => id)).toEqual(['n1', 'n2']);
  expect(ranked(fresh, decisionsIn(rejected)).map(({ statement: { id } }) => id)[0]).toBe('n2');
  expect(ranked(fresh, []).map(({ statement: { id, confidence } }) => [id, confidence])).toEqual([
    ['n1', 0.7],
    ['n2', 0.6],
    ['n3', 0.7],
  ]);
});
