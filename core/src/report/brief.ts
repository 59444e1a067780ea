import { compareEdtf, dayRange } from '../chronicle/edtf.ts';
import { edtfWords } from '../chronicle/edtf-words.ts';
import type { Event } from '../chronicle/event.ts';
import { type Glyph, glyphOfPosition } from '../picture/glyph.ts';
import type { Position } from '../position/position.ts';
import type { ActorId, IssueId } from '../vocabulary.ts';
import type { Dossier } from './dossier.ts';
import { type Citation, cite, distinctCitations, type Library, libraryOf, placeLabel } from './sentence.ts';
import { toldOnce } from './standing.ts';
import { listed, STANCE_WORDS, shortened, spelled, VOICE_WORDS, withArticle } from './words.ts';

/** One line of a brief: a position, what is to be said of it, and where it stands. */
export interface BriefLine {
  readonly actor: ActorId;
  readonly issue: IssueId;
  readonly glyph: Glyph;
  /** “Japan opposes it: Declaring the Korean War over”. */
  readonly says: string;
  /** A source's own words, where they are what the line is about. */
  readonly quote?: string;
  readonly note: string;
  readonly citations: readonly Citation[];
  readonly when?: string;
}

/** Something that happened lately. */
export interface BriefEvent {
  readonly date: string;
  readonly quote: string;
  readonly citations: readonly Citation[];
  readonly suggested: boolean;
}

/** The state of things beside the matrix: what is thin or contested, which conditions are open, what moved and happened lately. */
export interface Brief {
  readonly thin: readonly BriefLine[];
  readonly conditions: readonly BriefLine[];
  readonly moved: readonly BriefLine[];
  readonly happened: readonly BriefEvent[];
  /** How many of each there are beyond those given. */
  readonly more: { readonly thin: number; readonly conditions: number; readonly moved: number };
}

const SHOWN = 5;

/** How little stands behind a position, most pressing first: contested, then nobody on record, then one origin. 0 when it is not thin. */
const thinness = ({ contested, voice, origins }: Position): number =>
  contested ? 3 : voice !== 'named' ? 2 : origins.length < 2 ? 1 : 0;

const thinNote = (position: Position): string => {
  const { contested, voice, origins, stances } = position;
  if (contested)
    return `origins differ: ${listed(stances.map(({ stance, origins: own }) => `${STANCE_WORDS[stance].cell.replace(' …', '')} (${spelled(own.length, 'origin')})`))}`;
  return `${spelled(origins.length, 'origin')}, ${VOICE_WORDS[voice]}${voice === 'named' ? '' : ' throughout'}`;
};

/** The strongest citations of a position, each source once. */
const citedBy = (dossier: Dossier, library: Library, position: Position): readonly Citation[] =>
  distinctCitations(
    toldOnce(dossier, position.statements)
      .slice(0, 2)
      .map(({ first }) => cite(library, first)),
  );

const newest = (position: Position): string => dayRange(position.interval).last ?? '';

const byNewest = (a: Position, b: Position): number => (newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : 0);

/** The last change of stance: “supported it until June 2021”. */
const moveNote = ({ history }: Position): string => {
  const before = history.at(-2);
  if (before === undefined) return '';
  const when = before.when === undefined ? '' : `, ${edtfWords(before.when)}`;
  return `before that: ${STANCE_WORDS[before.stance].cell.replace(' …', '')}${when}`;
};

const happenedLately = (
  events: readonly Event[],
  library: Library,
  until: string | undefined,
): readonly BriefEvent[] => {
  const last = dayRange(until).last;
  return events
    .filter(({ date, status }) => {
      const { first } = dayRange(date);
      return status !== 'rejected' && first !== undefined && (last === undefined || first <= last);
    })
    .toSorted((a, b) => compareEdtf(b.date, a.date))
    .filter(({ passage }) => library.has(passage.document))
    .slice(0, SHOWN)
    .map(({ date, passage, status }) => ({
      date: date ?? '',
      quote: shortened(passage.quote, 160),
      citations: [
        { passage, label: placeLabel(library, passage), voice: 'reading' as const, suggested: status === 'suggested' },
      ],
      suggested: status === 'suggested',
    }));
};

/**
 * What a reader must know of the positions given, besides where they stand. Nothing in it is said without a passage behind it.
 *
 * @param positions those that matter; the rest of the dossier may be left out of it, but not the documents that they cite
 */
export const briefOf = (dossier: Dossier, positions: readonly Position[]): Brief => {
  const library = libraryOf(dossier.documents);
  const actors = new Map(dossier.codebook.actors.map(({ id, name }) => [id, name]));
  const issues = new Map(dossier.codebook.issues.map(({ id, label }) => [id, label]));
  const line = (position: Position, note: string): BriefLine => ({
    ...{ actor: position.actor, issue: position.issue, glyph: glyphOfPosition(position) },
    says: `${withArticle(actors.get(position.actor) ?? position.actor)} ${STANCE_WORDS[position.stance].does}: ${issues.get(position.issue) ?? position.issue}`,
    note,
    citations: citedBy(dossier, library, position),
    ...(position.interval !== undefined && { when: position.interval }),
  });
  const thin = positions
    .filter((position) => thinness(position) > 0)
    .toSorted((a, b) => thinness(b) - thinness(a) || byNewest(a, b));
  const conditional = positions.filter(({ conditions }) => conditions.length > 0).toSorted(byNewest);
  const moved = positions.filter(({ history }) => history.length > 1).toSorted(byNewest);
  return {
    thin: thin.slice(0, SHOWN).map((position) => line(position, thinNote(position))),
    conditions: conditional.slice(0, SHOWN).map((position) => {
      const [condition] = position.conditions;
      const bearer = position.statements.find((one) => one.condition === condition) ?? position.statements[0];
      return {
        ...line(position, `${spelled(position.origins.length, 'origin')}, ${VOICE_WORDS[position.voice]}`),
        ...(condition !== undefined && { quote: shortened(condition.passage.quote, 180) }),
        ...(bearer !== undefined &&
          condition !== undefined && { citations: [cite(library, bearer, condition.passage)] }),
      };
    }),
    moved: moved.slice(0, SHOWN).map((position) => line(position, moveNote(position))),
    happened: happenedLately(dossier.events, library, dossier.asOf),
    more: {
      thin: Math.max(0, thin.length - SHOWN),
      conditions: Math.max(0, conditional.length - SHOWN),
      moved: Math.max(0, moved.length - SHOWN),
    },
  };
};
