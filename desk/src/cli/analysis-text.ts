import type { Conflict } from '@entente/core/conflict/conflict';
import { patternOf, type State } from '@entente/core/conflict/state-space';
import { conceptList, ruleWords, standingWords, stateWords } from '@entente/core/report/verdict-summary';
import { CONCEPT_NAMES, placeOf } from '@entente/core/report/verdict-words';
import type { RuleDifference } from '@entente/core/stability/sanction-rules';
import type { Analysis } from '@entente/core/stability/verdict';
import { wrapped } from './wrapped.ts';

/** How many states the table shows before it counts the rest. */
const MOST_ROWS = 24;

const count = (value: number, noun: string): string =>
  `${value.toLocaleString('en-US')} ${noun}${value === 1 ? '' : 's'}`;

const makersText = (conflict: Conflict, width: number): string[] => {
  let place = 0;
  return conflict.makers.flatMap(({ name, id, options, prefers }) => {
    const widest = Math.max(0, ...options.map((option) => option.id.length));
    return [
      `  ${name}${name === id ? '' : ` (${id})`}${prefers.kind === 'unknown' ? ': no preference given, so it is indifferent among all states' : ''}`,
      ...options.map((option) => {
        const way = { both: '', forward: ' (cannot be undone)', backward: ' (can only be undone)' }[option.moves];
        const head = `    ${String(++place).padStart(2)} ${option.id.padEnd(widest)}`;
        const rest = option.name === option.id ? way.trim() : `${option.name}${way}`;
        return rest === '' ? head : `${head}  ${wrapped(rest, width, ' '.repeat(head.length + 2)).trimStart()}`;
      }),
    ];
  });
};

const short = (name: string): string => (name.length > 14 ? `${name.slice(0, 13)}…` : name);

/** The states that hold under some concept, the one that holds under most first. */
const holding = ({ concepts, equilibria, model }: Analysis): State[] => {
  const [first, ...rest] = concepts.flatMap((concept) => equilibria[concept] ?? []);
  if (!first) return [];
  const all = [...rest.reduce((union, set) => union.union(set), first)];
  const weight = (state: State) =>
    concepts.filter((concept) => equilibria[concept]?.has(state)).length + (state === model.statusQuo ? 0.5 : 0);
  return all.sort((a, b) => weight(b) - weight(a) || a - b);
};

const table = (done: Analysis, states: readonly State[]): string[] => {
  const { model, concepts, equilibria } = done;
  const head = [
    'state',
    ...concepts.map((concept) => CONCEPT_NAMES[concept]),
    ...model.makers.map(({ name }) => short(name)),
    '',
  ];
  const rows = states.map((state) => [
    patternOf(model, state),
    ...concepts.map((concept) => (equilibria[concept]?.has(state) ? 'yes' : '–')),
    ...model.makers.map((_, maker) => {
      const { place, of } = placeOf(model, maker, state);
      return `${place}/${of}`;
    }),
    state === model.statusQuo ? 'status quo' : '',
  ]);
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  return [head, ...rows].map(
    (row) =>
      `  ${row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd()}`,
  );
};

/** The answer for people: who decides on what, what holds, where the status quo stands, and why. */
export const analysisText = (
  conflict: Conflict,
  done: Analysis,
  differences: readonly RuleDifference[] | undefined,
  columns: number,
): string => {
  const width = Math.min(Math.max(columns, 40), 110);
  const { model, concepts, equilibria } = done;
  const states = holding(done);
  const shown = states.slice(0, MOST_ROWS);
  const tallies = concepts.map(
    (concept) => `${CONCEPT_NAMES[concept]} ${(equilibria[concept]?.size ?? 0).toLocaleString('en-US')}`,
  );
  const combinations = 2 ** model.optionCount;
  const feasible =
    model.size === combinations
      ? `all ${count(combinations, 'combination')} feasible`
      : `${count(model.size, 'feasible state')} of ${count(combinations, 'combination')}`;
  const lines = [
    conflict.title,
    `${count(model.makers.length, 'maker')}, ${count(model.optionCount, 'option')}, ${feasible}${conflict.asOf ? `, as of ${conflict.asOf}` : ''}`,
    '',
    'Makers and options, in the order of a state’s letters (Y taken, N not)',
    ...makersText(conflict, width),
    '',
    `What holds: states in which every maker stays (${tallies.join(', ')})`,
    ...(states.length === 0
      ? [`  None, under ${conceptList(concepts)}: from every state somebody would move.`]
      : ['  Under each maker the place of the state in its ranking: 1 is best.', ...table(done, shown)]),
    ...(states.length > shown.length
      ? [`  and ${(states.length - shown.length).toLocaleString('en-US')} more; --json lists them all.`]
      : []),
  ];
  if (model.statusQuo !== undefined) {
    lines.push('', 'Where the status quo stands', wrapped(standingWords(done, model.statusQuo), width, '  '));
    for (const { name, place, of, verdicts } of stateWords(done, model.statusQuo)) {
      lines.push(`  ${name}: rank ${place} of ${of}`);
      for (const { concepts: under, stable, why } of verdicts) {
        lines.push(`    ${stable ? 'stays' : 'goes'} (${conceptList(under)})`);
        lines.push(...why.map((sentence) => wrapped(sentence, width, '      ')));
      }
    }
  }
  const rules = ruleWords(done, differences);
  if (rules.length > 0) lines.push('', 'Sanctions', ...rules.map((sentence) => wrapped(sentence, width, '  ')));
  return `${lines.join('\n')}\n`;
};
