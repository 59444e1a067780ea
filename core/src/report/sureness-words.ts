import type { Conflict } from '../conflict/conflict.ts';
import { patternOf, patternOfCode } from '../conflict/state-space.ts';
import { shortSource } from '../document/citation.ts';
import { standingOf } from '../position/voice.ts';
import type { Ground, Rest } from '../settlement/rests-on.ts';
import { type Robustness, type Sureness, shareWord, surest } from '../settlement/robustness.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import type { OriginId, StatementId } from '../vocabulary.ts';
import type { Dossier } from './dossier.ts';
import { formulaWords } from './settlement-words.ts';
import { CONCEPT_NAMES } from './verdict-words.ts';
import { withArticle } from './words.ts';

const percent = (share: number): string => {
  if (share > 0 && share < 0.01) return 'under 1\u00a0%';
  if (share < 1 && share > 0.99) return 'over 99\u00a0%';
  return `${Math.round(share * 100)}\u00a0%`;
};

const IN: Readonly<Record<ReturnType<typeof shareWord>, string>> = {
  all: 'in all readings',
  most: 'in most readings',
  some: 'in some readings',
  few: 'in few readings',
  no: 'in no reading',
};

/** What the readings are: how many, what is left open in them, and whether all were counted. */
export const readingsWords = ({ readings, openness, sampled, seed }: Robustness): string => {
  const open = [
    ...(openness.orders === 'all'
      ? ['the order of all aims']
      : openness.orders === 'groups'
        ? ['the order of aims of equal priority']
        : []),
    ...(openness.assumptions ? ['what is assumed, in or out'] : []),
  ];
  const count = `${readings.toLocaleString('en-US')} reading${readings === 1 ? '' : 's'}`;
  const left = open.length > 0 ? `open: ${open.join('; ')}` : 'nothing left open';
  const how =
    sampled === undefined
      ? 'counted exactly'
      : `counted exactly where makers can be counted apart, else ${sampled.toLocaleString('en-US')} sampled (seed ${seed})`;
  return `${count} (${left}), ${how}.`;
};

/** The states under one concept by how sure they are, in words: `YNYNNY in all readings; YNYYNY in some readings (25 %)`. */
export const surenessWords = (model: GraphModel, sureness: Sureness, most = 6): string => {
  const states = surest(sureness);
  const { concept, rule, exact, low, high, shares } = sureness;
  const name = `${CONCEPT_NAMES[concept]}${rule === 'legal' ? '' : `, sanctions ${rule}`}`;
  if (states.length === 0) return `${name}: no state is an equilibrium in any reading.`;
  const said = states.slice(0, most).map((state) => {
    const share = shares[state] ?? 0;
    const word = IN[shareWord(share)].replace('in all', exact ? 'in all' : 'in all sampled');
    const between = !exact && low && high ? `, ${percent(low[state] ?? 0)} to ${percent(high[state] ?? 1)}` : '';
    return `${patternOf(model, state)} ${word}${shareWord(share) === 'all' ? between.replace(/^, (.*)$/, ' ($1)') : ` (${percent(share)}${between})`}`;
  });
  const more = states.length > most ? `; and ${states.length - most} more` : '';
  return `${name}: ${said.join('; ')}${more}.`;
};

const groundWords = (conflict: Conflict, ground: Ground, originName: (origin: OriginId) => string): string => {
  if (ground.kind === 'origin')
    return `${originName(ground.origin)} (which alone bears ${ground.aims} aim${ground.aims === 1 ? '' : 's'})`;
  const maker = withArticle(conflict.makers[ground.maker]?.name ?? '');
  const kind = ground.kind === 'assumption' ? 'the assumption' : 'the aim';
  return `${kind} that ${maker} wants ${formulaWords(conflict, ground.statement.that)}`;
};

/** What the equilibria rest on: each ground whose fall changes them, and the count of those whose fall does not. */
export const restsWords = (
  conflict: Conflict,
  model: GraphModel,
  rests: readonly Rest[],
  originName: (origin: OriginId) => string = (origin) => origin,
): readonly string[] => {
  const patterns = (codes: readonly number[]) => {
    const all = codes.map((code) => patternOfCode(model.optionCount, code));
    return all.length > 4 ? `${all.slice(0, 4).join(', ')} and ${all.length - 4} more` : all.join(', ');
  };
  const bearing = rests.filter(({ gained, lost }) => gained.length + lost.length > 0);
  const idle = rests.length - bearing.length;
  return [
    ...bearing.map(({ ground, gained, lost }) => {
      const parts = [
        ...(lost.length > 0 ? [`${patterns(lost)} would no longer hold`] : []),
        ...(gained.length > 0 ? [`${patterns(gained)} would hold as well`] : []),
      ];
      return `Without ${groundWords(conflict, ground, originName)}, ${parts.join(' and ')}.`;
    }),
    ...(idle > 0
      ? [
          `${bearing.length > 0 ? 'Nothing' : 'It rests on no single aim, assumption or origin: nothing'} changes without ${bearing.length > 0 ? `any one of the other ${idle}` : 'any one of them'}.`,
        ]
      : []),
  ];
};

/** An origin by its first document, with how much of what it bears in a conflict is anonymous. */
export const originNames =
  (conflict: Conflict, dossier: Dossier | undefined, originOf: ReadonlyMap<StatementId, OriginId>) =>
  (origin: OriginId): string => {
    const [root] = dossier?.origins.find(({ id }) => id === origin)?.documents ?? [];
    const document = dossier?.documents.find(({ id }) => id === (root ?? origin));
    const used = new Set(
      conflict.makers.flatMap(({ prefers }) =>
        prefers.kind === 'statements' ? prefers.groups.flat().flatMap(({ because }) => because) : [],
      ),
    );
    const borne = (dossier?.statements ?? []).filter(({ id }) => used.has(id) && originOf.get(id) === origin);
    const anonymous = borne.filter((statement) => standingOf(statement) === 'anonymous').length;
    const voice =
      anonymous === 0
        ? ''
        : anonymous === borne.length
          ? ', anonymous throughout'
          : `, ${anonymous} of ${borne.length} statements anonymous`;
    return `the one origin ${document ? shortSource(document) : origin}${voice}`;
  };
