import type { Conflict } from '@entente/core/conflict/conflict';
import { originNames, readingsWords, restsWords, surenessWords } from '@entente/core/report/sureness-words';
import { restsOn } from '@entente/core/settlement/rests-on';
import { type RobustnessQuestion, robustness } from '@entente/core/settlement/robustness';
import { writeSureness } from '@entente/core/settlement/write-sureness';
import type { Concept, OriginId, Problem, SanctionRule, StatementId } from '@entente/core/vocabulary';
import { evidenceBeside } from '../settlement/beside.ts';
import { record } from '../settlement/record.ts';
import type { ConflictFile } from '../store/conflict-file.ts';
import { interruption, progress, searched } from './progress.ts';
import { type Shell, Unusable } from './shell.ts';
import { wrapped } from './wrapped.ts';

/** What `analyze --sure` is asked beside the concepts and the rule, as typed. */
export interface SureWords {
  readonly orders?: string;
  readonly samples?: string;
  readonly seed?: string;
}

/** The same, checked. */
export type SureQuestion = Required<Pick<RobustnessQuestion, 'orders' | 'samples' | 'seed'>>;

const ORDERS = ['none', 'groups', 'all'] as const;

/** So many states are analysed anew for every reading; above, a smaller question is the better one. */
const MOST_STATES = 4096;

/** What `--sure` is asked, checked before the file is read. @throws Unusable with every problem */
export const checkedSure = ({ orders, samples, seed }: SureWords): SureQuestion => {
  const problems: Problem[] = [];
  const kept = ORDERS.find((one) => one === (orders ?? 'groups'));
  if (kept === undefined)
    problems.push({
      code: 'analyze/orders',
      at: ['--orders'],
      says: `“${orders}” is not known. Known: ${ORDERS.join(', ')}.`,
    });
  const count = Number(samples ?? 2000);
  if (!Number.isInteger(count) || count < 10 || count > 1_000_000)
    problems.push({
      code: 'analyze/samples',
      at: ['--samples'],
      says: `“${samples}” is no number of samples. Write 10 to 1000000.`,
    });
  const start = Number(seed ?? 1);
  if (!Number.isInteger(start) || start < 0 || start > 0xffffffff)
    problems.push({ code: 'analyze/seed', at: ['--seed'], says: `“${seed}” is no seed. Write a whole number from 0.` });
  if (problems.length > 0) throw new Unusable(problems);
  return { orders: kept ?? 'groups', samples: count, seed: start };
};

/** Refuses what belongs to `--sure` where that is not asked. @throws Unusable with every problem */
export const withoutSure = (words: SureWords): void => {
  const problems = (['orders', 'samples', 'seed'] as const).flatMap((name) =>
    words[name] === undefined
      ? []
      : [
          {
            code: 'analyze/without-sure',
            at: [`--${name}`],
            says: `--${name} says how --sure tries the readings. Add --sure, or leave it out.`,
          },
        ],
  );
  if (problems.length > 0) throw new Unusable(problems);
};

/** Why the readings of a conflict cannot be tried, told before its states are ranked. */
export const notForSure = (conflict: Conflict, states: number): Problem | undefined => {
  if (conflict.makers.every(({ prefers }) => prefers.kind === 'unknown'))
    return {
      code: 'analyze/no-preferences',
      at: ['makers'],
      says: 'No maker has a preference, so every state holds and there is nothing to be sure of. Give “prefers”, “ranking” or “weights”.',
    };
  if (states <= MOST_STATES) return undefined;
  return {
    code: 'analyze/too-many-readings',
    at: ['makers'],
    says: `The conflict has ${states.toLocaleString('en-US')} states; with --sure it may have at most ${MOST_STATES.toLocaleString('en-US')}, since each reading is analysed anew. Leave options out, or rule combinations out.`,
  };
};

/** How sure the equilibria are, and what they rest on: the text, or the record for `--json`. */
export const sureAnswer = async (
  file: ConflictFile,
  path: string,
  sure: SureQuestion & { readonly json: boolean },
  { concepts, rule }: { readonly concepts: readonly Concept[]; readonly rule: SanctionRule },
  shell: Shell,
): Promise<string> => {
  const { conflict, model } = file;
  const { json, ...words } = sure;
  const question = { ...words, concepts, rules: [rule] };
  const [bar, interrupted] = [progress(shell), interruption()];
  const result = await searched(
    robustness(conflict, model, question),
    ({ done }) => bar.say(`readings: ${Math.round(done * 100)} % done; Ctrl-C stops with what is known`),
    interrupted.stopped,
  );
  bar.end();
  interrupted.end();
  const evidence = await evidenceBeside(path);
  const [first = 'nash'] = concepts;
  const originOf: ReadonlyMap<StatementId, OriginId> = evidence?.originOf ?? new Map();
  const rests = restsOn(conflict, model, first, originOf, rule);
  if (json) {
    const asked = {
      sure: true,
      orders: words.orders,
      samples: String(words.samples),
      seed: String(words.seed),
      concepts: concepts.join(','),
      rule,
    };
    return `${JSON.stringify(await record('analyze', path, asked, writeSureness(conflict, model, result, rests)), undefined, 2)}\n`;
  }
  const width = Math.min(Math.max(shell.columns, 40), 100);
  const lines = [
    'How sure',
    wrapped(readingsWords(result), width, '  '),
    ...result.sureness.map((one) => wrapped(surenessWords(model, one), width, '  ')),
    ...(result.stopped ? [wrapped('Stopped before the end; the concepts above are done.', width, '  ')] : []),
    '',
    `What the ${first === 'nash' ? 'Nash' : first.toUpperCase()} equilibria rest on`,
    ...restsWords(conflict, model, rests, originNames(conflict, evidence?.dossier, originOf)).map((line) =>
      wrapped(line, width, '  '),
    ),
  ];
  return `${lines.join('\n')}\n`;
};
