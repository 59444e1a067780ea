import type { Conflict } from '@entente/core/conflict/conflict';
import { patternOfCode } from '@entente/core/conflict/state-space';
import { accessWords, changeInWords, changesInWords, evidenceOf } from '@entente/core/report/settlement-words';
import { CONCEPT_NAMES } from '@entente/core/report/verdict-words';
import { type Change, isFormal } from '@entente/core/settlement/change';
import type { Side } from '@entente/core/settlement/factored';
import type { SettlementAnswer, SettlementGroup } from '@entente/core/settlement/settle';
import type { Evidence } from '../settlement/beside.ts';
import { hanging, wrapped } from './wrapped.ts';

/** How many groups of settlements, and alternatives of a side, are spelt out before the rest is counted. */
const SPELT = 8;
const ALTERNATIVES = 6;

const optionsOf = (conflict: Conflict) =>
  conflict.makers.flatMap(({ name: maker, options }) => options.map((option) => ({ ...option, maker })));

const stateLine = (conflict: Conflict, pattern: string): string => {
  const taken = optionsOf(conflict).filter((_, at) => pattern[at] === 'Y');
  return taken.length === 0 ? 'nothing is taken up' : taken.map(({ maker, name }) => `${maker}: ${name}`).join('; ');
};

const effectLines = (conflict: Conflict, { effect }: SettlementGroup, wanted: string): string[] => {
  const count = optionsOf(conflict).length;
  const patterns = (codes: readonly number[]) =>
    codes.map((code) => patternOfCode(count, code)).filter((pattern) => pattern !== wanted);
  const [gained, lost] = [patterns(effect.gained), patterns(effect.lost)];
  const some = (all: readonly string[]) =>
    all.length > 6 ? `${all.slice(0, 6).join(', ')} and ${all.length - 6} more` : all.join(', ');
  return [
    ...(gained.length > 0 ? [`It would make ${some(gained)} hold as well.`] : []),
    ...(lost.length > 0 ? [`${some(lost)} would no longer hold.`] : []),
    ...(gained.length + lost.length === 0 ? ['It would change no other state.'] : []),
    accessWords(effect.access),
  ];
};

const evidenceLines = (conflict: Conflict, changes: readonly Change[], evidence: Evidence | undefined): string[] => {
  const ids = [...new Set(changes.flatMap((change) => evidenceOf(conflict, change)))];
  if (ids.length === 0) return [];
  const words = ids.flatMap((id) => evidence?.words(id) ?? []);
  if (words.length === 0) return [`touches statements ${ids.join(', ')}`];
  const [first] = words;
  return [`touches ${first}${words.length > 1 ? ` and ${words.length - 1} more` : ''}`];
};

/** The alternatives of one side: those that touch the same evidence under one line of it, those of form behind a line that says so. */
const sideLines = (
  conflict: Conflict,
  { maker, alternatives }: Side,
  evidence: Evidence | undefined,
  width: number,
): string[] => {
  const name = maker === 'commitments' ? 'Commitments' : (conflict.makers[maker]?.name ?? '');
  const shown = alternatives.slice(0, ALTERNATIVES);
  const lines = [`   ${name}${alternatives.length > 1 ? ', one of' : ''}:`];
  let before = '';
  const firstFormal = shown.find((changes) => changes.some(isFormal));
  for (const changes of shown) {
    if (changes === firstFormal) lines.push('     in form only, no source bears this:');
    lines.push(hanging(changes.map((change) => changeInWords(conflict, change)).join('; and '), width, '   – '));
    const touched = evidenceLines(conflict, changes, evidence).join(' ');
    if (touched !== '' && touched !== before) lines.push(wrapped(touched, width, '       '));
    before = touched;
  }
  if (alternatives.length > shown.length) lines.push(`     and ${alternatives.length - shown.length} more, in --json`);
  return lines;
};

const groupLines = (
  conflict: Conflict,
  group: SettlementGroup,
  at: number,
  wanted: string,
  evidence: Evidence | undefined,
  width: number,
): string[] => {
  const ways =
    group.ways === 1
      ? ''
      : ` (${group.sides.map(({ alternatives }) => alternatives.length).join(' × ')}${group.sides.length > 1 ? ` = ${group.ways.toLocaleString('en-US')}` : ''} ways)`;
  const size = group.first.length;
  return [
    `${at + 1}. ${size === 1 ? 'One change' : `${size} changes`}${ways}`,
    ...group.sides.flatMap((side) => sideLines(conflict, side, evidence, width)),
    ...effectLines(conflict, group, wanted).map((line, place) =>
      wrapped(
        `${place === 0 && group.ways > 1 ? 'With the first of each: ' : ''}${place === 0 && group.ways > 1 ? `${line.charAt(0).toLowerCase()}${line.slice(1)}` : line}`,
        width,
        '   ',
      ),
    ),
  ];
};

/** The answer of `settle` for people: what is wanted, where it stands, and each smallest set of changes with what it does. */
export const settleText = (
  conflict: Conflict,
  answer: SettlementAnswer,
  evidence: Evidence | undefined,
  columns: number,
): string => {
  const width = Math.min(Math.max(columns, 40), 100);
  const { wanted, concept, rule, sets, groups, groupCount, exhaustiveTo, tried, already, nearest, access, equilibria } =
    answer;
  const under = `${CONCEPT_NAMES[concept]}${rule === 'legal' ? '' : ` (sanctions: ${rule})`}`;
  const lines = [
    conflict.title,
    '',
    wrapped(`Wanted: ${wanted} under ${under}: ${stateLine(conflict, wanted)}.`, width),
  ];
  if (already)
    return `${[...lines, '', wrapped(`It holds already: with these preferences every maker stays. ${accessWords(access)}`, width)].join('\n')}\n`;
  lines.push(
    '',
    wrapped(
      `With these preferences ${equilibria.length === 0 ? 'no state holds' : `what holds is ${equilibria.slice(0, 8).join(', ')}${equilibria.length > 8 ? ` and ${equilibria.length - 8} more` : ''}`} under ${under}.`,
      width,
    ),
  );
  const [smallest] = sets;
  const found = sets.length;
  const proof = `Every set of at most ${exhaustiveTo} change${exhaustiveTo === 1 ? '' : 's'} was tried (${tried.toLocaleString('en-US')} verdicts), so no smaller set is left out.`;
  if (smallest === undefined) {
    lines.push(
      '',
      wrapped(
        exhaustiveTo > 0
          ? `No set of at most ${exhaustiveTo} change${exhaustiveTo === 1 ? '' : 's'} makes it hold. ${proof}`
          : 'Stopped before any set of changes was tried to the end.',
        width,
      ),
    );
    if (nearest) {
      const who = nearest.unstable.map((maker) => conflict.makers[maker]?.name ?? '').join(' and ');
      const near =
        nearest.changes.length === 0 ? 'As things are' : `Nearest: if ${changesInWords(conflict, nearest.changes)},`;
      lines.push('', wrapped(`${near} ${who} would still leave it.`, width));
    }
    lines.push('', wrapped('Try more changes with --most, or another concept.', width));
    return `${lines.join('\n')}\n`;
  }
  const size = smallest.length;
  lines.push(
    '',
    wrapped(
      `It would hold after ${size} change${size === 1 ? '' : 's'}, in ${found === 1 ? 'one way' : `${found.toLocaleString('en-US')} ways`}. ${proof}`,
      width,
    ),
  );
  groups.slice(0, SPELT).forEach((group, at) => {
    lines.push('', ...groupLines(conflict, group, at, wanted, evidence, width));
  });
  if (groupCount > SPELT) lines.push('', `And ${(groupCount - SPELT).toLocaleString('en-US')} more; --json has them.`);
  return `${lines.join('\n')}\n`;
};
