import { readConflict } from '@entente/core/conflict/read-conflict';
import { stateOfPattern } from '@entente/core/conflict/state-space';
import { type Backtest, backtestOf } from '@entente/core/settlement/backtest';
import { compile } from '@entente/core/stability/compile';
import { type Case, catalogue, patternNamed } from '@entente/core/testing/catalogue';
import { CONCEPTS } from '@entente/core/vocabulary';

const ACCESS = {
  'status-quo': 'it was the status quo',
  'by-improvements': 'by improvements',
  'by-moves': 'by moves, not by improvements alone',
  'not-reachable': 'no',
  'status-quo-unknown': 'no status quo given',
} as const;

interface Tested {
  readonly entry: Case;
  readonly outcome: string;
  readonly backtest: Backtest;
}

const tested = (entry: Case): Tested[] => {
  if (entry.outcome === undefined) return [];
  const conflict = readConflict(entry.model);
  const model = conflict.ok ? compile(conflict.value) : conflict;
  if (!model.ok) throw new Error(`${entry.path}: ${model.problems.map(({ says }) => says).join(' ')}`);
  const outcome = patternNamed(entry, entry.outcome.state);
  const state = stateOfPattern(model.value, outcome);
  if (state < 0) throw new Error(`${entry.path}: the outcome ${outcome} is not feasible`);
  return [{ entry, outcome, backtest: backtestOf(model.value, state) }];
};

const hits = (all: readonly Tested[], concept: string) =>
  all.filter(({ backtest }) =>
    backtest.cells.some((cell) => cell.concept === concept && cell.rule === 'legal' && cell.hit),
  ).length;

const chance = (all: readonly Tested[], concept: string) =>
  all.reduce((sum, { backtest }) => {
    const cell = backtest.cells.find((one) => one.concept === concept && one.rule === 'legal');
    return sum + (cell?.equilibria ?? 0) / backtest.states;
  }, 0);

const row = ({ entry, outcome, backtest }: Tested): string => {
  const marks = CONCEPTS.map((concept) => {
    const cell = backtest.cells.find((one) => one.concept === concept && one.rule === 'legal');
    return `${cell?.hit ? 'hit' : 'miss'} (${cell?.equilibria} of ${backtest.states})`;
  });
  const share = backtest.cells.filter(({ hit }) => hit).length;
  const baseline = backtest.statusQuoStayed === undefined ? 'no status quo' : backtest.statusQuoStayed ? 'hit' : 'miss';
  return `| \`${entry.path}\` | ${outcome} | ${marks.join(' | ')} | ${share} of ${backtest.cells.length} | ${ACCESS[backtest.access]} | ${baseline} | 1 in ${backtest.states} |`;
};

/** `docs/backtest.md`, made from the catalogue: hits and misses alike. */
export const backtestPage = (): string => {
  const all = catalogue().flatMap(tested);
  const names = { nash: 'Nash', gmr: 'GMR', smr: 'SMR', seq: 'SEQ' } as const;
  const withStatusQuo = all.filter(({ backtest }) => backtest.statusQuoStayed !== undefined);
  const stayed = withStatusQuo.filter(({ backtest }) => backtest.statusQuoStayed).length;
  return `# Backtest

Of each conflict of [the catalogue](cases.md) whose outcome is recorded: was what came about an equilibrium of the model that was published or entered for it,
and could it be reached from the status quo? Beside it two plain baselines: the status quo stays, and a feasible state at random.

This page is written by \`npm run backtest\`; a test fails when it is out of date.

In brackets, how many states the concept calls equilibria: a concept that calls many stable hits easily. *Readings* counts the four concepts under the three
sanction rules; the preferences of these models are rankings, so nothing else is open in them.

| case | outcome | Nash | GMR | SMR | SEQ | readings | reachable | status quo stays | at random |
|---|---|---|---|---|---|---|---|---|---|
${all.map(row).join('\n')}

| | ${CONCEPTS.map((concept) => names[concept]).join(' | ')} | status quo stays | at random |
|---|${CONCEPTS.map(() => '---|').join('')}---|---|
| hits of ${all.length} | ${CONCEPTS.map((concept) => hits(all, concept)).join(' | ')} | ${stayed} of ${withStatusQuo.length} | |
| hits to expect from naming as many states blindly | ${CONCEPTS.map((concept) => chance(all, concept).toFixed(1)).join(' | ')} | | ${all.reduce((sum, { backtest }) => sum + 1 / backtest.states, 0).toFixed(1)} |

## What came about

${all.map(({ entry }) => `- \`${entry.path}\` (${entry.model.conflict}): ${entry.outcome?.says} Known ${entry.outcome?.known}.`).join('\n')}

## What this does not show

${all.length} conflicts are too few to tell one concept from another, several were modelled after the event, and two of them are the same crisis. A model that
was published with its outcome known is no forecast. The states that the analyst left out cannot come about in it.
`;
};
