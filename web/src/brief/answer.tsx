import type { AnswerParagraph } from '@entente/core/report/answer';
import type { Sentence as Said } from '@entente/core/report/sentence';
import type { Answered } from 'entente/http/app';
import { useState } from 'react';
import { Citations, Sentence } from '../shared/citation.tsx';
import { Link } from '../shared/link.tsx';
import { Shown } from '../shared/states.tsx';
import { router, useFetched } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { answerTo } from './fetched.ts';
import { WORDS } from './words.ts';

/** Parts of which each sentence stands on its own, with its own citations; the others are read through. */
const APART: ReadonlySet<AnswerParagraph['part']> = new Set(['words', 'reasons', 'conditions', 'earlier', 'others']);
const QUIET: ReadonlySet<AnswerParagraph['part']> = new Set(['origins', 'missing', 'suggested']);
const SHOWN = 8;

const Row = ({
  sentences,
  part,
  before,
}: {
  readonly sentences: readonly Said[];
  readonly part: AnswerParagraph['part'];
  readonly before?: Said | undefined;
}) => (
  <div className="answer-row">
    <p className={QUIET.has(part) ? 'small soft' : undefined}>
      {sentences.map((sentence, at) => {
        const last = sentences[at - 1] ?? before;
        const words = <Sentence sentence={sentence} {...(last !== undefined && { before: last })} />;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of an answer do not move
          <span key={at} className={sentence.kind === 'model' ? 'model-says' : undefined}>
            {part === 'finding' && at === 0 ? <strong>{words}</strong> : words}{' '}
          </span>
        );
      })}
    </p>
    <div className="beside">
      <Citations citations={sentences.flatMap(({ citations }) => citations)} most={4} />
    </div>
  </div>
);

const Paragraph = ({ paragraph: { sentences, part } }: { readonly paragraph: AnswerParagraph }) => {
  const [all, setAll] = useState(false);
  if (!APART.has(part)) return <Row sentences={sentences} part={part} />;
  const shown = all ? sentences : sentences.slice(0, SHOWN);
  return (
    <div className="apart">
      {shown.map((sentence, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of an answer do not move
        <Row key={at} sentences={[sentence]} part={part} before={shown[at - 1]} />
      ))}
      {shown.length < sentences.length && (
        <button type="button" className="link small" onClick={() => setAll(true)}>
          {WORDS.more(sentences.length - shown.length)}
        </button>
      )}
    </div>
  );
};

const Paragraphs = ({ paragraphs }: { readonly paragraphs: readonly AnswerParagraph[] }) => (
  <div className="answer">
    {paragraphs.map((paragraph) => (
      <Paragraph key={paragraph.part} paragraph={paragraph} />
    ))}
  </div>
);

/** The day that the page is looked at from stays in its links. */
const day = (): Readonly<Record<string, string>> => {
  const asOf = router.place()?.query['as-of'];
  return asOf === undefined ? {} : { 'as-of': asOf };
};

const query = ({ question, actor }: Answered, issue: string): Readonly<Record<string, string>> => ({
  question,
  ...day(),
  ...(actor !== undefined && { actor: actor.id }),
  issue,
});

/** The other issues that a question could be about; the first is one key away. */
const DidYouMean = ({ answered }: { readonly answered: Answered }) => {
  const { others, issue } = answered;
  const [first] = others;
  useKeys(
    WORDS.room,
    first === undefined
      ? []
      : [
          {
            keys: ['d'],
            says: WORDS.keys.didYouMean,
            run: () => router.go({ room: 'brief', query: query(answered, first.id) }, 'replace'),
            line: true,
          },
        ],
  );
  if (first === undefined) return null;
  return (
    <p className={issue === undefined ? undefined : 'small quiet'}>
      {WORDS.didYouMean}{' '}
      {others.map((other, at) => (
        <span key={other.id}>
          {at > 0 && ' · '}
          <Link to={{ room: 'brief', query: query(answered, other.id) }}>{other.label}</Link>
          {at === 0 && (
            <>
              {' '}
              <kbd>d</kbd>
            </>
          )}
        </span>
      ))}
    </p>
  );
};

/** Why a question is not answered: whom or what it could not be made out to be about. */
const NotAnswered = ({ answered }: { readonly answered: Answered }) => {
  const { question, actor, unknown, open, others } = answered;
  const says =
    unknown !== undefined
      ? WORDS.unknownActor(unknown)
      : actor !== undefined && open
        ? WORDS.whichIssue(actor.name)
        : WORDS.noSuchIssue;
  return (
    <div className="state-of">
      <p className="big">{WORDS.notUnderstood(question)}</p>
      <p>{says}</p>
      <DidYouMean answered={answered} />
      {others.length === 0 && <p>{WORDS.notUnderstoodMore}</p>}
      <p className="small">
        {actor !== undefined && (
          <>
            <Link to={{ room: 'positions' }}>{WORDS.allOf(actor.name)}</Link> ·{' '}
          </>
        )}
        <Link to={{ room: 'coding', query: { codebook: unknown === undefined ? 'issues' : 'actors' } }}>
          {WORDS.toCodebook}
        </Link>
      </p>
    </div>
  );
};

/** What follows from an act is worked out from a model, never from evidence: where that is. */
const Models = ({ answered: { kind, models } }: { readonly answered: Answered }) =>
  kind !== 'if' ? null : models.length === 0 ? (
    <p>
      {WORDS.noModel} <Link to={{ room: 'conflict', path: ['new'] }}>{WORDS.toDraft}</Link>
    </p>
  ) : (
    models.map(({ conflict, title, state, says }) => (
      <p key={conflict}>
        {WORDS.inModel(title, says)}{' '}
        <Link to={{ room: 'conflict', path: [conflict], query: { state } }}>{WORDS.toModel}</Link>
      </p>
    ))
  );

const Found = ({ answered }: { readonly answered: Answered }) => {
  const { actor, named, issue, paragraphs, kind } = answered;
  if (paragraphs.length === 0)
    return (
      <>
        <Models answered={answered} />
        {!(kind === 'if' && answered.models.length > 0) && <NotAnswered answered={answered} />}
      </>
    );
  return (
    <>
      <Models answered={answered} />
      <Paragraphs paragraphs={paragraphs} />
      {issue !== undefined && (
        <p className="small quiet">
          {named !== undefined && actor !== undefined && `${WORDS.speaksFor(named.name, actor.name)} `}
          {WORDS.takenAs(actor?.name ?? WORDS.everybody, issue.label)}{' '}
          {actor !== undefined && (
            <>
              <Link to={{ room: 'positions', query: { actor: actor.id, issue: issue.id, ...day() } }}>
                {WORDS.toCell}
              </Link>
              .
            </>
          )}
        </p>
      )}
      <DidYouMean answered={answered} />
    </>
  );
};

/** A question answered from statements alone, paragraph by paragraph, with its citations in the margin. */
export const AnswerTo = ({
  question,
  actor = '',
  issue = '',
  asOf = '',
}: {
  readonly question: string;
  readonly actor?: string | undefined;
  readonly issue?: string | undefined;
  readonly asOf?: string | undefined;
}) => (
  <Shown fetched={useFetched(answerTo([question, actor, issue, asOf].join('\n')))}>
    {(answered) => <Found answered={answered} />}
  </Shown>
);
