import type { Conflict } from '@entente/core/conflict/conflict';
import { patternOf, type State } from '@entente/core/conflict/state-space';
import { behaviourWords, evolutionWords } from '@entente/core/report/verdict-beyond';
import { conceptList, ruleWords, standingWords, stateWords } from '@entente/core/report/verdict-summary';
import { CONCEPT_NAMES, placeOf } from '@entente/core/report/verdict-words';
import { behaviour } from '@entente/core/stability/behaviour';
import { evolution } from '@entente/core/stability/evolution';
import type { RuleDifference } from '@entente/core/stability/sanction-rules';
import type { Analysis } from '@entente/core/stability/verdict';
import { wrapped } from './wrapped.ts';

/** Up to so many states paths are followed unasked. */
const MOST_FOLLOWED = 2 ** 16;

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

/** How many states hold under some concept, and the first of them: those that hold under most concepts first. */
const holding = ({ concepts, equilibria, model }: Analysis): { readonly count: number; readonly first: State[] } => {
  const sets = concepts.flatMap((concept) => equilibria[concept] ?? []);
  const [one, ...rest] = sets;
  if (!one) return { count: 0, first: [] };
  const byWeight = new Map<number, State[]>();
  let count = 0;
  for (const state of rest.reduce((union, set) => union.union(set), one)) {
    count++;
    const weight = sets.filter((set) => set.has(state)).length + (state === model.statusQuo ? 0.5 : 0);
    const alike = byWeight.get(weight) ?? [];
    if (alike.length < MOST_ROWS) byWeight.set(weight, [...alike, state]);
  }
  const first = [...byWeight].sort(([a], [b]) => b - a).flatMap(([, states]) => states);
  return { count, first: first.slice(0, MOST_ROWS) };
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

/** What is asked besides. */
export interface Asked {
  /** The state to explain, instead of the status quo. */
  readonly state?: State;
  /** Sentences on a coalition. */
  readonly coalition?: (done: Analysis) => readonly string[];
}

/** The answer for people: who decides on what, what holds, where the status quo stands, and why. */
export const analysisText = (
  conflict: Conflict,
  done: Analysis,
  differences: readonly RuleDifference[] | undefined,
  columns: number,
  asked: Asked = {},
): string => {
  const width = Math.min(Math.max(columns, 40), 110);
  const { model, concepts, equilibria } = done;
  const { count: holds, first: shown } = holding(done);
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
    ...(holds === 0
      ? [`  None, under ${conceptList(concepts)}: from every state somebody would move.`]
      : ['  Under each maker the place of the state in its ranking: 1 is best.', ...table(done, shown)]),
    ...(holds > shown.length
      ? [`  and ${(holds - shown.length).toLocaleString('en-US')} more; --json lists them all.`]
      : []),
  ];
  const state = asked.state ?? model.statusQuo;
  if (state !== undefined) {
    const title = state === model.statusQuo ? 'Where the status quo stands' : `Where ${patternOf(model, state)} stands`;
    lines.push('', title, wrapped(standingWords(done, state), width, '  '));
    for (const { name, place, of, verdicts } of stateWords(done, state)) {
      lines.push(`  ${name}: rank ${place} of ${of}`);
      for (const { concepts: under, stable, why } of verdicts) {
        lines.push(`    ${stable ? 'stays' : 'goes'} (${conceptList(under)})`);
        lines.push(...why.map((sentence) => wrapped(sentence, width, '      ')));
      }
    }
  }
  const section = (title: string, sentences: readonly string[]) => {
    if (sentences.length > 0) lines.push('', title, ...sentences.map((sentence) => wrapped(sentence, width, '  ')));
  };
  if (asked.state !== undefined)
    section('What would explain it', behaviourWords(model, asked.state, behaviour(done, asked.state)));
  const start = model.statusQuo;
  if (start !== undefined && model.size <= MOST_FOLLOWED) {
    const ways = { moves: evolution(model, start, 'moves'), improvements: evolution(model, start, 'improvements') };
    section(
      'How it can go on from the status quo',
      evolutionWords(model, ways, asked.state === undefined ? shown : [asked.state]),
    );
  }
  if (asked.coalition) section('Acting together', asked.coalition(done));
  const rules = ruleWords(done, differences);
  section('Sanctions', rules);
  return `${lines.join('\n')}\n`;
};
