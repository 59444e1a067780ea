import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiled } from '../../testing/small-conflict.ts';
import { readNeutral } from '../conflict/neutral.ts';
import type { Concept } from '../vocabulary.ts';
import { analysis } from './analysis.ts';
import { moves } from './legal-move.ts';

/** Cases that stand beside the checkout, in the neutral format; without them this file tests nothing. */
const folder = join(import.meta.dirname, '../../../../shared/cases');

const CONCEPT: Readonly<Record<string, Concept>> = { Nash: 'nash', GMR: 'gmr', SMR: 'smr', SEQ: 'seq' };

interface Result {
  readonly stable?: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly equilibria?: Readonly<Record<string, readonly number[]>>;
  readonly reachable?: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

interface Case {
  readonly name: string;
  readonly decisionMakers: readonly { readonly name: string; readonly payoffs: readonly number[] }[];
  readonly expected?: Result;
  readonly referenceResult?: Result;
  readonly disputed?: readonly {
    readonly concept: string;
    readonly dm?: string;
    readonly state?: number;
    readonly reference: unknown;
  }[];
}

const read = (file: string): readonly Case[] => {
  const data = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return Array.isArray(data) ? data : [data];
};

const files = (under: string) =>
  existsSync(join(folder, under))
    ? readdirSync(join(folder, under))
        .filter((file) => file.endsWith('.json'))
        .map((file) => join(under, file))
    : [];

describe.skipIf(!existsSync(folder))('cases beside the checkout', () => {
  const cases = [...files('.'), ...files('synthetic')].flatMap(read);

  test('there are some', () => expect(cases.length).toBeGreaterThan(10));

  test.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const conflict = readNeutral(each);
    if (!conflict.ok) throw new Error(JSON.stringify(conflict.problems));
    const model = compiled(conflict.value);
    each.decisionMakers.forEach(({ payoffs }, maker) => {
      const distinct = [...new Set(payoffs)].sort((a, b) => a - b);
      expect([...(model.ranks[maker] ?? [])]).toEqual(payoffs.map((payoff) => distinct.indexOf(payoff) + 1));
    });
    const found = analysis(model);
    const numbers = (states: Iterable<number> | undefined) => [...(states ?? [])].map((state) => state + 1);
    const maker = (name: string) => each.decisionMakers.findIndex((other) => other.name === name);
    for (const result of [each.expected ?? {}, each.referenceResult ?? {}]) {
      for (const [name, makers] of Object.entries(result.stable ?? {}))
        for (const [who, states] of Object.entries(makers))
          expect({ name, who, states: numbers(found.stable[CONCEPT[name] ?? 'nash']?.[maker(who)]) }).toEqual({
            name,
            who,
            states,
          });
      for (const [name, states] of Object.entries(result.equilibria ?? {}))
        expect({ name, states: numbers(found.equilibria[CONCEPT[name] ?? 'nash']) }).toEqual({ name, states });
      for (const [who, from] of Object.entries(result.reachable ?? {}))
        for (const [state, targets] of Object.entries(from))
          expect(numbers([...moves(model, maker(who), Number(state) - 1)]).sort((a, b) => a - b)).toEqual(
            [...targets].sort((a, b) => a - b),
          );
    }
    // Disputed values are those in which a program of the field departs from the definitions; ours are the definitions'.
    for (const { concept, dm, state, reference } of each.disputed ?? []) {
      const under = CONCEPT[concept] ?? 'nash';
      if (dm !== undefined && state !== undefined)
        expect(found.stable[under]?.[maker(dm)]?.has(state - 1)).toBe(reference);
      else expect(numbers(found.equilibria[under])).toEqual(reference);
    }
  });

  test('Garrison: with each opponent moving once, the disputed state is not stable', () => {
    const [garrison] = read('Garrison.json');
    const conflict = readNeutral(garrison);
    if (!conflict.ok || !garrison) throw new Error('unreadable');
    const model = compiled(conflict.value);
    const [legal, once] = [analysis(model), analysis(model, { rule: 'each-once' })];
    expect(legal.equilibria.gmr?.has(5)).toBe(true);
    expect(once.equilibria.gmr?.has(5)).toBe(false);
  });
});
