import type { Concept } from '@entente/core/vocabulary';
import { useEffect, useState } from 'react';
import { Problems } from '../shared/states.tsx';
import { useCell } from '../shared/use.ts';
import type { Examined } from './examine.ts';
import type { Examination, Examiner } from './examiner.ts';
import type { Editing, OnDesk } from './state.ts';
import { conceptName, WORDS } from './words.ts';

const LATER_MS = 150;

/** What goes on, where it lasts longer than a moment. */
const Going = ({ examiner }: { readonly examiner: Examiner }) => {
  const going = useCell(examiner.going);
  const [late, setLate] = useState(false);
  const on = going !== undefined;
  useEffect(() => {
    if (!on) return setLate(false);
    const timer = setTimeout(() => setLate(true), LATER_MS);
    return () => clearTimeout(timer);
  }, [on]);
  if (going === undefined || !late) return null;
  return (
    <p className="going small" role="status">
      {going.kind === 'analysing'
        ? WORDS.analysing(going.states)
        : going.kind === 'compiling'
          ? WORDS.compiling(going.states)
          : WORDS.starting}
      <progress
        className="progress"
        max={1}
        {...(going.kind === 'analysing' && { value: going.done })}
        aria-label={WORDS.starting}
      />
      <button type="button" className="link small" onClick={() => examiner.stop()}>
        {WORDS.cancel} <kbd>Esc</kbd>
      </button>
    </p>
  );
};

/** How the analysis goes: under way, stopped, or with problems. */
export const Standing = ({
  state,
  examiner,
  again,
}: {
  readonly state: Examination;
  readonly examiner: Examiner;
  readonly again: () => void;
}) => {
  const has = state.found !== undefined;
  return (
    <>
      <Going examiner={examiner} />
      {state.stopped && (
        <p className="small warn" role="status">
          {has ? WORDS.stopped : WORDS.stoppedFirst}{' '}
          <button type="button" className="link small" onClick={again}>
            {WORDS.again}
          </button>
        </p>
      )}
      {state.problems.length > 0 && (
        <div role="alert">
          <p className="fault">{has ? WORDS.wrong : WORDS.wrongFirst}</p>
          <Problems problems={state.problems} />
        </div>
      )}
    </>
  );
};

/** Somebody changed the same conflict meanwhile: nothing is written over until the reader chooses. */
export const Clash = ({ state, editing }: { readonly state: OnDesk; readonly editing: Editing }) => {
  if (state.clash.length === 0) return null;
  const two = state.clash.some(({ code }) => code === 'store/conflict');
  return (
    <div className="clash" role="alert">
      <p>
        <b>{two ? WORDS.clash : WORDS.refused}</b> {two && WORDS.clashMore}
      </p>
      {!two && <Problems problems={state.clash} />}
      <p className="actions">
        {two && (
          <button type="button" className="button" onClick={() => editing.keepMine(WORDS.what.keep)}>
            {WORDS.mine}
          </button>
        )}
        <button type="button" className="button" onClick={() => editing.takeTheirs()}>
          {WORDS.theirs}
        </button>
      </p>
    </div>
  );
};

/** The concepts, with how many states hold under each. */
export const Concepts = ({
  found,
  concept,
  onChoose,
}: {
  readonly found: Examined;
  readonly concept: Concept | undefined;
  readonly onChoose: (one: Concept | undefined) => void;
}) => (
  <fieldset className="segmented" aria-label={WORDS.concepts}>
    <button type="button" aria-pressed={concept === undefined} onClick={() => onChoose(undefined)}>
      {WORDS.all}
    </button>
    {found.concepts.map((one, at) => (
      <button type="button" key={one} aria-pressed={one === concept} onClick={() => onChoose(one)}>
        {conceptName(one)} {found.counts[at]?.toLocaleString()}
      </button>
    ))}
  </fieldset>
);
