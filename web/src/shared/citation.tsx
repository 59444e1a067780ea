import type { Citation as Cited, Sentence as Said } from '@entente/core/report/sentence';
import { leadText } from '@entente/core/report/sentence';
import { VoiceMark } from './glyph.tsx';
import { Link } from './link.tsx';
import type { Place } from './router.ts';
import { WORDS } from './words.ts';

/** Where a passage stands: its document's page, at its words. */
export const placeOfPassage = ({
  document,
  start,
  end,
}: {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}): Partial<Place> & Pick<Place, 'room'> => ({
  room: 'sources',
  path: [document],
  query: { at: `${start}-${end}` },
});

const VOICES = { named: 'on record', anonymous: 'anonymous', reading: 'the writer’s account' } as const;

/** A citation: how it is known, and a link to its words. */
export const Citation = ({ citation }: { readonly citation: Cited }) => (
  <Link className="cite" to={placeOfPassage(citation.passage)}>
    <VoiceMark voice={citation.voice} suggested={citation.suggested} />
    {citation.label}
    <span className="unseen">
      , {VOICES[citation.voice]}
      {citation.suggested && ', suggested, not accepted'}
    </span>
  </Link>
);

export const Citations = ({ citations, most = 6 }: { readonly citations: readonly Cited[]; readonly most?: number }) =>
  citations.length === 0 ? null : (
    <span className="cites">
      {citations.slice(0, most).map((citation) => (
        <Citation citation={citation} key={`${citation.label} ${citation.passage.start} ${citation.suggested}`} />
      ))}
      {citations.length > most && <span className="small quiet">{WORDS.more(citations.length - most)}</span>}
    </span>
  );

/** A sentence with its “according to”; a source's words in quotation marks link to their place. */
export const Sentence = ({ sentence, before }: { readonly sentence: Said; readonly before?: Said }) => (
  <>
    {leadText(sentence, before)}
    {sentence.runs.map((run, at) =>
      run.kind === 'quote' ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a sentence do not move
        <span key={at}>
          “<bdi>{run.text}</bdi>”
        </span>
      ) : (
        run.text
      ),
    )}
  </>
);
