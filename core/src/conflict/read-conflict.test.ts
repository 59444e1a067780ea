import { describe, expect, test } from 'vitest';
import { compile } from '../stability/compile.ts';
import { readConflict } from './read-conflict.ts';

const base = {
  conflict: 'A strait',
  makers: [
    {
      id: 'a',
      name: 'Aland',
      options: [{ id: 'open' }, { id: 'patrol', moves: 'forward' }],
      prefers: ['not patrol', 'open if toll'],
    },
    { id: 'b', name: 'Beland', options: ['toll'], prefers: [['toll', 'not open'], 'patrol'] },
  ],
  'status-quo': 'NNY',
};

const problems = (raw: unknown) => {
  const read = readConflict(raw);
  if (!read.ok) return read.problems;
  const model = compile(read.value);
  return model.ok ? [] : model.problems;
};

const codes = (raw: unknown) => problems(raw).map(({ code, at }) => `${code} ${at.join('.')}`);

test('a conflict is read with its groups, directions and assumptions', () => {
  const read = readConflict(base);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.value.makers.map(({ options }) => options.map(({ id, moves }) => `${id} ${moves}`))).toEqual([
    ['open both', 'patrol forward'],
    ['toll both'],
  ]);
  const prefers = read.value.makers[1]?.prefers;
  expect(prefers?.kind === 'statements' && prefers.groups.map((group) => group.map(({ text }) => text))).toEqual([
    ['toll', 'not open'],
    ['patrol'],
  ]);
  expect(prefers?.kind === 'statements' && prefers.groups[0]?.[0]?.assumed).toBe(true);
});

describe('each fault has its code, its place and a remedy', () => {
  const withA = (change: object) => ({ ...base, makers: [{ ...base.makers[0], ...change }, base.makers[1]] });
  test.each([
    [
      'a misspelt option',
      withA({ prefers: ['not patrl'] }),
      'conflict/unknown-option makers.0.prefers.0',
      'Did you mean “patrol”?',
    ],
    [
      'an option nobody has',
      withA({ prefers: ['zebra'] }),
      'conflict/unknown-option makers.0.prefers.0',
      'Known: open, patrol, toll',
    ],
    [
      'an option without an owner',
      { ...base, options: [{ id: 'mine' }] },
      'conflict/option-without-owner options.0',
      'Say whose it is',
    ],
    [
      'an owner nobody knows',
      { ...base, options: [{ id: 'mine', maker: 'c' }] },
      'conflict/option-without-owner options.0',
      'no decision maker here',
    ],
    [
      'a formula that does not parse',
      withA({ prefers: ['open and'] }),
      'conflict/formula makers.0.prefers.0',
      'character 9, an option',
    ],
    [
      'no feasible state',
      { ...base, infeasible: ['open', { when: 'not open' }] },
      'conflict/no-state infeasible',
      '“open”, “not open” rule out all 8',
    ],
    [
      'a doubled maker',
      { makers: [base.makers[0], { ...base.makers[1], id: 'a' }] },
      'conflict/maker-twice makers.1.id',
      'Rename one',
    ],
    [
      'a doubled option',
      { makers: [base.makers[0], { ...base.makers[1], options: ['open', 'toll'] }] },
      'conflict/option-twice makers.1.options.0',
      'of Aland and of Beland',
    ],
    [
      'a pattern too short',
      { ...base, 'status-quo': 'NN' },
      'conflict/pattern status-quo',
      'one letter an option, 3 in all',
    ],
    [
      'a status quo ruled out',
      { ...base, infeasible: ['toll'] },
      'conflict/infeasible-state status-quo',
      'not feasible',
    ],
    [
      'two methods at once',
      withA({ weights: { open: 1 } }),
      'conflict/mixed-preference makers.0.weights',
      'leave out the others',
    ],
    [
      'a ranking that forgets',
      {
        ...base,
        states: ['NNN', 'YNN'],
        'status-quo': 'NNN',
        makers: [{ ...base.makers[0], prefers: undefined, ranking: ['NNN'] }, base.makers[1]],
      },
      'conflict/mixed-preference makers.0.ranking',
      '',
    ],
    [
      'an unknown field',
      { ...base, statusquo: 'NNN' },
      'conflict/unknown-field statusquo',
      'Did you mean “status-quo”?',
    ],
    [
      'a direction that is none',
      withA({ options: [{ id: 'open', moves: 'sideways' }, 'patrol'] }),
      'conflict/moves makers.0.options.0.moves',
      'forward',
    ],
    [
      'a weight that is no number',
      { makers: [{ id: 'a', options: ['x'], weights: { x: 'much' } }] },
      'conflict/weight makers.0.weights.x',
      'must be a number',
    ],
    [
      'an id with a blank',
      { makers: [{ id: 'a', options: ['two words'] }] },
      'conflict/id makers.0.options.0',
      'no blanks',
    ],
    [
      'an id that formulas use',
      { makers: [{ id: 'a', options: ['if'] }] },
      'conflict/id makers.0.options.0',
      'Choose another',
    ],
    ['no maker', { makers: [] }, 'conflict/no-maker makers', 'at least one'],
    ['no options', { makers: [{ id: 'a' }] }, 'conflict/no-option makers', 'Give at least one'],
    ['a list', [], 'conflict/shape ', 'must be a mapping'],
    [
      'a move by nobody known',
      { ...base, moves: { c: [['NNN', 'YNN']] } },
      'conflict/unknown-maker moves.c',
      'Known: a, b.',
    ],
    ['a move to nowhere', { ...base, moves: { a: [['NNN', 'YN']] } }, 'conflict/pattern moves.a.0.1', '3 in all'],
    [
      'exclusive with a stranger',
      { ...base, infeasible: [{ 'mutually-exclusive': ['open', 'tol'] }] },
      'conflict/unknown-option infeasible.0.mutually-exclusive.1',
      '“toll”',
    ],
    [
      'two kinds of rule in one',
      { ...base, infeasible: [{ when: 'open', states: ['YYY'] }] },
      'conflict/infeasible infeasible.0',
      'two entries',
    ],
  ])('%s', (_, raw, code, says) => {
    const found = problems(raw);
    expect(found.map((problem) => `${problem.code} ${problem.at.join('.')}`)).toContain(code);
    expect(found.map((problem) => problem.says).join('\n')).toContain(says);
  });

  test('a ranking that forgets and repeats', () => {
    const makers = [{ id: 'a', options: ['x', 'y'], ranking: ['YY', ['YY', 'YN'], 'NX'] }];
    expect(codes({ makers })).toEqual([
      'conflict/ranked-twice makers.0.ranking.1.0',
      'conflict/pattern makers.0.ranking.2.0',
      'conflict/ranking-forgets makers.0.ranking',
    ]);
  });

  test('too many options: how large it would be', () => {
    const options = (count: number) => Array.from({ length: count }, (_, at) => `o${at}`);
    expect(problems({ makers: [{ id: 'a', options: options(40) }] })[0]?.says).toContain('2^40 combinations');
    expect(problems({ makers: [{ id: 'a', options: options(30) }] })[0]?.says).toMatch(
      /1,073,741,824 combinations.*12 GiB/,
    );
  });

  test('all problems at once, those of states too', () => {
    const makers = [
      { id: 'a', options: ['x', 'y'], prefers: ['z'] },
      { id: 'b', options: ['u'], ranking: ['YYY'] },
    ];
    expect(codes({ makers, 'status-quo': 'Y', colour: 'red' })).toEqual([
      'conflict/unknown-field colour',
      'conflict/unknown-option makers.0.prefers.0',
      'conflict/ranking-forgets makers.1.ranking',
      'conflict/pattern status-quo',
    ]);
  });
});

test('patterns are checked beside every other fault, those of a maker nobody knows too', () => {
  const raw = {
    ...base,
    infeasible: ['zebra'],
    states: ['NNN', 'YNN', 'ZZ'],
    moves: { c: [['NNN', 'YNNN']], a: [['NNN', 'NN']] },
    'common-moves': [{ by: ['b'], from: 'NNN', to: 'Y' }],
    'status-quo': 'YYY',
  };
  const patterns = [
    'conflict/pattern states.2',
    'conflict/pattern moves.c.0.1',
    'conflict/pattern moves.a.0.1',
    'conflict/pattern common-moves.0.to',
    'conflict/infeasible-state status-quo',
  ];
  expect(codes(raw)).toEqual(['conflict/unknown-option infeasible.0', 'conflict/unknown-maker moves.c', ...patterns]);
  const { infeasible: _, moves, ...rest } = raw;
  expect(codes({ ...rest, moves: { a: moves.a } })).toEqual(patterns.filter((one) => !one.includes('.c.')));
  expect(codes({ ...base, infeasible: ['open', 'not open'], 'status-quo': 'NN' })).toEqual([
    'conflict/no-state infeasible',
    'conflict/pattern status-quo',
  ]);
});

test('a maker without options is named before what follows from it', () => {
  const makers = [{ id: 'a', name: 'Aland', options: [], prefers: ['open', 'toll'] }, base.makers[1]];
  const found = problems({ ...base, makers });
  expect(found.map(({ code, at }) => `${code} ${at.join('.')}`)).toEqual([
    'conflict/maker-without-options makers.0.options',
    'conflict/unknown-option makers.0.prefers.0',
    'conflict/unknown-option makers.1.prefers.0.1',
    'conflict/unknown-option makers.1.prefers.1',
  ]);
  expect(found[0]?.says).toMatch(/^Aland has no options\./);
});

test('a word of one letter is not taken for another', () => {
  const found = problems({ makers: [{ id: 'a', options: ['x', 'y'], prefers: ['z'] }] });
  expect(found.map(({ says }) => says).join()).toMatch(/Known: x, y\./);
});

describe('sugar says the same as its formula', () => {
  const options = ['x', 'y', 'z'];
  const states = (infeasible: unknown[]) => {
    const read = readConflict({ makers: [{ id: 'a', options }], infeasible });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const model = compile(read.value);
    return model.ok ? Array.from(model.value.codes ?? []) : [];
  };
  test.each([
    [{ 'mutually-exclusive': ['x', 'y', 'z'] }, [0, 1, 2, 4]],
    [{ 'at-least-one-of': ['x', 'z'] }, [1, 3, 4, 5, 6, 7]],
    [{ 'exactly-one-of': ['x', 'y', 'z'] }, [1, 2, 4]],
    [{ 'exactly-one-of': ['x'] }, [1, 3, 5, 7]],
    [{ option: 'x', requires: 'y and z' }, [0, 2, 4, 6, 7]],
    [{ states: ['YY-', 'N-Y'] }, [0, 1, 2, 5]],
    [{ states: 'YYY' }, [0, 1, 2, 3, 4, 5, 6]],
  ])('%j', (rule, codesLeft) => expect(states([rule])).toEqual(codesLeft));
});
