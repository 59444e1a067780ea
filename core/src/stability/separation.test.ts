import { describe, expect, it, test } from 'vitest';
import { type Case, catalogue, type Separation } from '../../testing/catalogue.ts';
import { readConflict } from '../conflict/read-conflict.ts';
import { stateOfPattern } from '../conflict/state-space.ts';
import { ALL_CONCEPTS, type Concept, type SanctionRule } from '../vocabulary.ts';
import { verdictOn } from './analysis.ts';
import { compile } from './compile.ts';
import type { GraphModel } from './graph-model.ts';

const modelOf = ({ path, model }: Case): GraphModel => {
  const conflict = readConflict(model);
  const compiled = conflict.ok ? compile(conflict.value) : conflict;
  if (!compiled.ok) throw new RangeError(`${path}: ${compiled.problems.map(({ says }) => says).join(' ')}`);
  return compiled.value;
};

const CLAIMS = catalogue().flatMap((each) => (each.separates ?? []).map((claim) => ({ each, claim })));

const known = (concepts: readonly Concept[]): readonly Concept[] =>
  ALL_CONCEPTS.filter((concept) => concepts.includes(concept));

/** Stable under the first, not under the second, in some case. */
const PAIRS: readonly (readonly [Concept, Concept])[] = [
  ['seq', 'nash'],
  ['smr', 'nash'],
  ['gmr', 'seq'],
  ['gmr', 'smr'],
  ['seq', 'smr'],
  ['smr', 'seq'],
  ['seq', 'symmetric-sequential'],
  ['smr', 'symmetric-sequential'],
  ['symmetric-sequential', 'nash'],
  ['simultaneous', 'seq'],
  ['smr', 'simultaneous'],
];

const RULES: readonly (readonly [SanctionRule, SanctionRule])[] = [
  ['legal', 'each-once'],
  ['legal', 'single'],
  ['each-once', 'single'],
];

const separatesRules = (concept: Concept, yes: SanctionRule, no: SanctionRule) => {
  const under = (rule: SanctionRule, side: 'stable' | 'unstable') =>
    CLAIMS.filter(({ claim }) => claim.rule === rule && claim[side].includes(concept));
  const same = (a: Separation, b: Separation) => a.maker === b.maker && a.state === b.state;
  return under(yes, 'stable').some(({ each, claim }) =>
    under(no, 'unstable').some((other) => other.each === each && same(claim, other.claim)),
  );
};

describe('separating cases', () => {
  it.each(
    CLAIMS.map(({ each, claim }) => [each.path, claim.maker, claim.state, claim.rule ?? 'legal', each, claim] as const),
  )('%s: %s in %s under the rule %s', (_, maker, state, rule, each, claim) => {
    const model = modelOf(each);
    const at = model.makers.findIndex(({ id }) => id === maker);
    const stable = ALL_CONCEPTS.filter((one) => verdictOn(model, one, at, stateOfPattern(model, state), rule).stable);
    const claimed = [...known(claim.stable), ...known(claim.unstable)];
    expect(stable.filter((one) => claimed.includes(one))).toEqual(known(claim.stable));
  });

  test.each(PAIRS)('some state is stable under %s and not under %s', (yes, no) => {
    expect(CLAIMS.some(({ claim }) => claim.stable.includes(yes) && claim.unstable.includes(no))).toBe(true);
  });

  test.each(RULES)('some state is stable under the rule %s and not under %s, for GMR, SMR and SEQ', (yes, no) => {
    for (const concept of known(['gmr', 'smr', 'seq'])) expect(separatesRules(concept, yes, no)).toBe(true);
  });
});
