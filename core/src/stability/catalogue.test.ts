import { describe, expect, it } from 'vitest';
import { type Case, type CaseResults, catalogue, patternNamed } from '../../testing/catalogue.ts';
import { readConflict } from '../conflict/read-conflict.ts';
import { patternOf, type State } from '../conflict/state-space.ts';
import { ALL_CONCEPTS, type Concept, type Outcome, SANCTION_RULES } from '../vocabulary.ts';
import { analysis, plainAnalysis, verdictOn } from './analysis.ts';
import { compile } from './compile.ts';
import { type GraphModel, rerank } from './graph-model.ts';
import { improvements, moves } from './legal-move.ts';

const CASES = catalogue();

const must = <Value>(outcome: Outcome<Value>): Value => {
  if (outcome.ok) return outcome.value;
  throw new RangeError(outcome.problems.map(({ says }) => says).join('\n'));
};

const modelOf = ({ model }: Case): GraphModel => must(compile(must(readConflict(model))));

const patterns = (model: GraphModel): readonly string[] =>
  Array.from({ length: model.size }, (_, state) => patternOf(model, state));

/** One cell of a publication beside the analysis. */
interface Cell {
  readonly part: 'stable' | 'equilibria' | 'verdicts';
  readonly concept: Concept;
  readonly state: string;
  readonly maker?: string;
  readonly expected: boolean;
  readonly found: boolean;
}

const keys = <Key extends string, Value>(record: Readonly<Partial<Record<Key, Value>>>): [string, Value][] =>
  Object.entries<Value | undefined>(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));

/** A misspelt concept, maker or state in a case must not pass for a cell that is not printed. */
const oneOf = <Known extends string>(known: readonly Known[], text: string, what: string): Known => {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new RangeError(`No ${what} “${text}”; there are ${known.join(', ')}`);
  return found;
};

/** Every cell of the results beside what the analysis finds. */
const cells = (each: Case, results: CaseResults): readonly Cell[] => {
  const model = modelOf(each);
  const states = patterns(model);
  const makers = model.makers.map(({ id }) => String(id));
  const seen = results.within?.map((state) => patternNamed(each, state)) ?? states;
  const found = analysis(model, { concepts: ALL_CONCEPTS, ...(each.rule && { rule: each.rule }) });
  const isStable = (concept: Concept, state: string, maker?: string): boolean => {
    const set =
      maker === undefined
        ? found.equilibria[concept]
        : found.stable[concept]?.[makers.indexOf(oneOf(makers, maker, 'maker'))];
    return set?.has(states.indexOf(oneOf(states, state, 'state'))) ?? false;
  };
  const column = (part: Cell['part'], name: string, listed: readonly string[], maker?: string): Cell[] => {
    const concept = oneOf(ALL_CONCEPTS, name, 'concept');
    const expected = new Set(listed.map((state) => oneOf(states, patternNamed(each, state), 'state')));
    return seen.map((state) => ({
      part,
      concept,
      state,
      ...(maker !== undefined && { maker }),
      expected: expected.has(state),
      found: isStable(concept, state, maker),
    }));
  };
  return [
    ...keys(results.stable ?? {}).flatMap(([maker, byConcept]) =>
      keys(byConcept).flatMap(([concept, listed]) => column('stable', concept, listed, maker)),
    ),
    ...keys(results.equilibria ?? {}).flatMap(([concept, listed]) => column('equilibria', concept, listed)),
    ...(results.verdicts ?? []).map(({ maker, state: named, concept, stable: expected }): Cell => {
      const state = patternNamed(each, named);
      return { part: 'verdicts', concept, state, maker, expected, found: isStable(concept, state, maker) };
    }),
  ];
};

const cellName = ({ part, concept, state, maker }: Omit<Cell, 'expected' | 'found'>) =>
  [part, concept, maker ?? 'all', state].join(' ');

const wrongCells = (each: Case, results: CaseResults) =>
  cells(each, results)
    .filter(({ expected, found }) => expected !== found)
    .map(cellName)
    .sort();

const permutations = (items: readonly number[]): readonly (readonly number[])[] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));

describe('every case', () => {
  it.each(CASES.map((each) => [each.path, each] as const))(
    '%s: what it prints is what the analysis finds, but for what differs',
    (_, each) => {
      const noted = (each.differs ?? [])
        .filter(({ part }) => ['stable', 'equilibria', 'verdicts'].includes(part))
        .map(({ part, concept, maker, state }) =>
          [part, concept, maker ?? 'all', patternNamed(each, state ?? '')].join(' '),
        )
        .sort();
      expect(wrongCells(each, each.printed ?? {})).toEqual(noted);
    },
  );

  it.each(CASES.map((each) => [each.path, each] as const))('%s: the fast analysis is the plain one', (_, each) => {
    const model = modelOf(each);
    for (const rule of SANCTION_RULES) {
      const question = { concepts: ALL_CONCEPTS, rule };
      const [fast, plain] = [analysis(model, question), plainAnalysis(model, question)];
      for (const concept of ALL_CONCEPTS)
        model.makers.forEach((__, maker) => {
          expect([...(fast.stable[concept]?.[maker] ?? [])]).toEqual([...(plain.stable[concept]?.[maker] ?? [])]);
        });
    }
  });

  it.each(
    CASES.flatMap((each) => {
      const rules = new Set((each.differs ?? []).flatMap(({ rule }) => (rule ? [rule] : [])));
      return [...rules].map((rule) => [each.path, rule, each] as const);
    }),
  )('%s: under the rule %s what it prints is what the analysis finds', (_, rule, each) => {
    expect(wrongCells({ ...each, rule }, each.printed ?? {})).toEqual([]);
  });

  it.each(CASES.flatMap((each) => (each.worked ? [[each.path, each, each.worked] as const] : [])))(
    '%s: what was worked by hand is what the analysis finds',
    (_, each, worked) => {
      expect(cells(each, worked).length).toBeGreaterThan(0);
      expect(wrongCells(each, worked)).toEqual([]);
    },
  );

  it.each(
    CASES.flatMap((each) =>
      [each.printed, each.worked].flatMap((results) =>
        keys(results?.rankings ?? {}).map(([maker, tiers]) => [each.path, maker, each, tiers] as const),
      ),
    ),
  )('%s: %s ranks the states as printed', (_, maker, each, tiers) => {
    const model = modelOf(each);
    const at = model.makers.findIndex(({ id }) => id === maker);
    const ranks = patterns(model).map((pattern, state) => ({ pattern, rank: model.ranks[at]?.[state] ?? 0 }));
    const found = [...new Set(ranks.map(({ rank }) => rank))]
      .sort((a, b) => b - a)
      .map((tier) =>
        ranks
          .filter(({ rank }) => rank === tier)
          .map(({ pattern }) => pattern)
          .sort(),
      );
    expect(found).toEqual(tiers.map((tier) => tier.map((state) => patternNamed(each, state)).sort()));
  });

  it.each(
    CASES.flatMap((each) =>
      (each.printed?.reachable ?? []).map((said) => [each.path, said.from, said.by, each, said] as const),
    ),
  )('%s: from %s by %s', (_, from, by, each, said) => {
    const model = modelOf(each);
    const all = patterns(model);
    const reached = new Set<State>();
    const open = [all.indexOf(patternNamed(each, from))];
    for (let state = open.pop(); state !== undefined; state = open.pop())
      for (let maker = 0; maker < model.makers.length; maker++)
        for (const to of by === 'improvements' ? improvements(model, maker, state) : moves(model, maker, state))
          if (!reached.has(to)) open.push(reached.add(to) && to);
    for (const state of said.states) expect(reached).toContain(all.indexOf(patternNamed(each, state)));
    for (const state of said.not ?? []) expect(reached).not.toContain(all.indexOf(patternNamed(each, state)));
  });

  it.each(
    CASES.flatMap((each) =>
      (each.printed?.inverse ?? []).map((said) => [each.path, said.varied, said.wanted, each, said] as const),
    ),
  )('%s: rankings of %s that make %s an equilibrium', (_, varied, wanted, each, said) => {
    const model = modelOf(each);
    const at = model.makers.findIndex(({ id }) => id === varied);
    const state = patterns(model).indexOf(patternNamed(each, wanted));
    const rankings = permutations(Array.from({ length: model.size }, (__, place) => place + 1));
    expect(rankings.length).toBe(said.permutations);
    for (const [key, count] of keys(said.holds)) {
      const concept = oneOf(ALL_CONCEPTS, key, 'concept');
      const noted = each.differs?.find((one) => one.part === 'inverse' && one.concept === key);
      const holding = rankings.filter((ranks) => {
        const varying = rerank(
          model,
          model.ranks.map((own, maker) => (maker === at ? Uint32Array.from(ranks) : own)),
        );
        return model.makers.every((__, maker) => verdictOn(varying, concept, maker, state).stable);
      });
      if (noted) expect(noted.printed).toBe(count);
      expect(holding.length).toBe(noted?.found ?? count);
      if (noted) expect(holding.length).not.toBe(count);
    }
  });

  it.each(CASES.flatMap((each) => (each.printed?.kept ? [[each.path, each, each.printed.kept] as const] : [])))(
    '%s: how often the state that stayed was an equilibrium',
    (_, each, kept) => {
      const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      const { path = [], until = '' } = each.outcome ?? {};
      const stays = path.map(({ from, state }, at) => {
        const next = path[at + 1];
        return {
          state: patternNamed(each, state),
          steps: (next ? months(next.from) : months(until) + 1) - months(from) - 1,
        };
      });
      expect(stays.reduce((sum, { steps }) => sum + steps, 0)).toBe(kept.months);
      const model = modelOf(each);
      const found = analysis(model, { concepts: ALL_CONCEPTS }).equilibria;
      for (const [name, count] of keys(kept.equilibrium)) {
        const holding = found[oneOf(ALL_CONCEPTS, name, 'concept')];
        const held = stays.filter(({ state }) => holding?.has(patterns(model).indexOf(state)));
        expect(held.reduce((sum, { steps }) => sum + steps, 0)).toBe(count);
      }
    },
  );
});
