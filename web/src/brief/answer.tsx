import type { Answer, AnswerParagraph } from '@entente/core/report/answer';
import type { Sentence as Said } from '@entente/core/report/sentence';
import type { Answered } from 'entente/http/app';
import { useState } from 'react';
import { Citations, Sentence } from '../shared/citation.tsx';
import { Link } from '../shared/link.tsx';
import { Shown } from '../shared/states.tsx';
import { useFetched } from '../shared/use.ts';
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

const Paragraphs = ({ answer }: { readonly answer: Answer }) => (
  <div className="answer">
    {answer.paragraphs.map((paragraph) => (
      <Paragraph key={paragraph.part} paragraph={paragraph} />
    ))}
  </div>
);

const Found = ({ answered }: { readonly answered: Answered }) => {
  const { question, actor, issue, answer, others } = answered;
  if (answer === undefined || actor === undefined || issue === undefined)
    return (
      <div className="state-of">
        <p className="big">{WORDS.notUnderstood(question)}</p>
        <p>{WORDS.notUnderstoodMore}</p>
        <p>
          <Link to={{ room: 'coding', query: { codebook: actor === undefined ? 'actors' : 'issues' } }}>
            {actor === undefined ? 'actors' : 'issues'}
          </Link>
        </p>
      </div>
    );
  return (
    <>
      <Paragraphs answer={answer} />
      <p className="small quiet">
        {WORDS.takenAs(actor.name, issue.label)}{' '}
        <Link to={{ room: 'positions', query: { actor: actor.id, issue: issue.id } }}>{WORDS.toCell}</Link>.{' '}
        {others.length > 0 && (
          <>
            {WORDS.others}{' '}
            {others.map((other, at) => (
              <span key={other.id}>
                {at > 0 && ', '}
                <Link to={{ room: 'brief', query: { question, actor: actor.id, issue: other.id } }}>{other.label}</Link>
              </span>
            ))}
            .
          </>
        )}
      </p>
    </>
  );
};

/** A question answered from statements alone, paragraph by paragraph, with its citations in the margin. */
export const AnswerTo = ({
  question,
  actor = '',
  issue = '',
}: {
  readonly question: string;
  readonly actor?: string | undefined;
  readonly issue?: string | undefined;
}) => (
  <Shown fetched={useFetched(answerTo([question, actor, issue].join('\n')))}>
    {(answered) => <Found answered={answered} />}
  </Shown>
);
