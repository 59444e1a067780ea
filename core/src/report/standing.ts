import { dayRange } from '../chronicle/edtf.ts';
import { folded, repeatsBy, type Told } from '../chronicle/repeat.ts';
import { originAt } from '../document/origin.ts';
import type { Stand } from '../position/position.ts';
import { standingOf } from '../position/voice.ts';
import type { Statement } from '../statement/statement.ts';
import { originId } from '../vocabulary.ts';
import type { Dossier } from './dossier.ts';
import { evidenceSentence, type Library, type Sentence } from './sentence.ts';
import { STANCE_WORDS, shortened, unique, withArticle } from './words.ts';

const strength = (statement: Statement): number =>
  (statement.level === 'explicit' ? 0 : 4) + ['named', 'anonymous', 'reading'].indexOf(standingOf(statement));

const lastDay = ({ date }: Statement): string => dayRange(date).last ?? '';
const newness = (a: Statement, b: Statement): number =>
  lastDay(a) < lastDay(b) ? -1 : lastDay(a) > lastDay(b) ? 1 : 0;
const place = (a: Statement, b: Statement): number =>
  a.passage.document === b.passage.document ? a.passage.start - b.passage.start : 0;

/**
 * Statements with what only repeats them folded beneath: those whose words are of another document's origin last, whatever they say of who is on
 * record; then the stronger first, then the newer; what lies inside another passage is left to that.
 */
export const toldOnce = (dossier: Dossier, statements: readonly Statement[]): readonly Told<Statement>[] => {
  const originOf = originAt(dossier.origins);
  const echo = ({ passage }: Statement): number => (originOf(passage) === originId(passage.document) ? 0 : 1);
  return folded(statements, repeatsBy(dossier.derivations), ({ stance, status }) => `${stance} ${status}`)
    .map((told, at) => ({ told, one: told.first, at }))
    .sort(
      (a, b) =>
        echo(a.one) - echo(b.one) ||
        strength(a.one) - strength(b.one) ||
        newness(b.one, a.one) ||
        place(a.one, b.one) ||
        a.at - b.at,
    )
    .map(({ told }) => told);
};

/** “Kyodo, citing …, reports that Japan opposes it.” */
export const standingSentence = (
  dossier: Dossier,
  library: Library,
  name: string,
  stand: Stand,
  object?: string,
): Sentence => {
  const originOf = originAt(dossier.origins);
  const parts = stand.stances.map(({ stance, statements }) => {
    const told = toldOnce(dossier, statements).map(({ first }) => first);
    const firsts = unique(told, (one) => originOf(one.passage));
    const does = STANCE_WORDS[stance].does;
    return { firsts, does: object === undefined ? does : does.replace(/\bit$/, object) };
  });
  const [lead] = parts;
  const reporting = lead?.firsts.slice(0, 3) ?? [];
  const said = evidenceSentence(library, reporting, []);
  const condition = reporting.find((one) => one.condition !== undefined)?.condition?.passage;
  const comma = said.lead.includes(',') ? ',' : '';
  const several = said.lead.includes('; ');
  const rivals = parts.slice(1).map(({ does, firsts }) => {
    const other = evidenceSentence(library, firsts.slice(0, 2), []);
    return {
      text: `; ${other.lead}${other.lead.includes(',') ? ',' : ''} that it ${does}`,
      citations: other.citations,
    };
  });
  return {
    ...said,
    joint: `${comma} ${several ? 'report' : 'reports'} that `,
    runs: [
      { kind: 'ours', text: `${withArticle(name)} ${lead?.does ?? ''}${rivals.map(({ text }) => text).join('')}` },
      ...(condition === undefined
        ? []
        : [
            { kind: 'ours' as const, text: ': ' },
            { kind: 'quote' as const, text: shortened(condition.quote), passage: condition },
          ]),
      { kind: 'ours', text: '.' },
    ],
    citations: [...said.citations, ...rivals.flatMap(({ citations }) => citations)],
  };
};
