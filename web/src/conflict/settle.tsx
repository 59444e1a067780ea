import type { Conflict } from '@entente/core/conflict/conflict';
import { conflictData } from '@entente/core/conflict/write-conflict';
import { readFormula } from '@entente/core/preference/read-formula';
import type { GroupSaid } from '@entente/core/report/settlement-said';
import type { Addition } from '@entente/core/settlement/candidate-change';
import { statementId } from '@entente/core/vocabulary';
import type { AdditionRow } from 'entente/http/app';
import { useState } from 'react';
import { Problems } from '../shared/states.tsx';
import { useCell } from '../shared/use.ts';
import { Chips, type Cited } from './chips.tsx';
import { optionIds } from './edit.ts';
import type { Explained, SettleConcept } from './examine.ts';
import type { Examiner } from './examiner.ts';
import { additionsFor } from './fetched.ts';
import { Squares } from './squares.tsx';
import { conceptName, WORDS } from './words.ts';

interface Props {
  readonly conflict: Conflict;
  readonly explained: Explained;
  readonly examiner: Examiner;
}

const CONCEPTS: readonly SettleConcept[] = ['nash', 'seq', 'gmr', 'smr'];
const conceptIn = (text: string): SettleConcept => CONCEPTS.find((one) => one === text) ?? 'nash';

const additionsIn = (conflict: Conflict, rows: readonly AdditionRow[]): readonly Addition[] =>
  rows.flatMap(({ maker, text, because }): readonly Addition[] => {
    const read = readFormula(text, optionIds(conflict), []);
    if (!read.ok) return [];
    return [{ maker, statement: { that: read.value, text, because: because.map(statementId), assumed: false } }];
  });

/** Asks what would have to change for the state in view to hold; worked out beside the page, and stopped at any moment. */
export const SettleForm = ({ conflict, explained, examiner }: Props) => {
  const [concept, setConcept] = useState<SettleConcept>('nash');
  const [most, setMost] = useState(2);
  const settling = useCell(examiner.settling);
  const holds = explained.entry.stable.find((one) => one.concept === concept)?.holds === true;
  const begin = async (): Promise<void> => {
    const found = await additionsFor(conflictData(conflict)).catch(() => undefined);
    const additions = found?.ok ? additionsIn(conflict, found.value) : [];
    examiner.settle({ pattern: explained.pattern, concept, most, additions });
  };
  return (
    <form
      className="settle-form"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <h3 id="settle-title">{explained.entry.statusQuo ? WORDS.settleQuo : WORDS.settle}</h3>
      <p className="small soft">{WORDS.settleLead}</p>
      <p className="small fields">
        <label>
          {WORDS.settleFor}{' '}
          <select value={concept} onChange={(event) => setConcept(conceptIn(event.target.value))}>
            {CONCEPTS.map((one) => (
              <option key={one} value={one}>
                {conceptName(one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {WORDS.settleMost}{' '}
          <select value={most} onChange={(event) => setMost(Number(event.target.value))}>
            {[1, 2, 3].map((count) => (
              <option key={count} value={count}>
                {WORDS.settleChanges(count)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {holds ? (
        <p className="small">{WORDS.settleHolds(conceptName(concept))}</p>
      ) : (
        <button type="submit" className="button" id="settle-go" disabled={settling.kind === 'going'}>
          {WORDS.settleGo} <kbd>c</kbd>
        </button>
      )}
    </form>
  );
};

const Group = ({ group, cited }: { readonly group: GroupSaid; readonly cited: Cited }) => (
  <li>
    <h3>
      {WORDS.together(group.count)}
      {group.ways > 1 && <span className="small quiet"> {WORDS.inWays(group.ways)}</span>}
    </h3>
    {group.sides.map(({ who, ways, more }) => (
      <div key={`${who} ${ways[0]?.says ?? ''}`} className="side-of">
        <p>
          <b>{who === '' ? WORDS.commitment : who}</b>
          {ways.length > 1 && ` ${WORDS.oneOf}`}
        </p>
        <ul>
          {ways.map(({ says, formal, because }) => (
            <li key={says}>
              {says}
              {formal && <span className="small quiet"> ({WORDS.formal})</span>} <Chips ids={because} cited={cited} />
            </li>
          ))}
        </ul>
        {more > 0 && <p className="small quiet">{WORDS.moreWays(more)}</p>}
      </div>
    ))}
    <p className="small soft">{group.effects.join(' ')}</p>
  </li>
);

/** What would have to change: how far it is, and what was found, a group of changes each with its cost. */
export const Settlement = ({
  examiner,
  cited,
  sizes,
}: {
  readonly examiner: Examiner;
  readonly cited: Cited;
  readonly sizes: readonly number[];
}) => {
  const settling = useCell(examiner.settling);
  if (settling.kind === 'none') return null;
  return (
    <section className="part settlement" aria-labelledby="settlement-title" aria-live="polite">
      <h2 id="settlement-title" tabIndex={-1}>
        {WORDS.settled}
      </h2>
      {settling.kind === 'going' && (
        <p className="soft">
          {WORDS.settling(settling.tried)}{' '}
          <button type="button" className="link" onClick={() => examiner.endSettling()}>
            {WORDS.cancel} <kbd>Esc</kbd>
          </button>
        </p>
      )}
      {settling.kind === 'failed' && <Problems problems={settling.problems} />}
      {settling.kind === 'there' && (
        <>
          <p className="measure">
            <Squares pattern={settling.said.wanted} sizes={sizes} /> {settling.said.says.join(' ')}
          </p>
          <ol className="settlements">
            {settling.said.groups.map((group) => (
              <Group
                key={group.sides.map(({ who, ways }) => `${who} ${ways[0]?.says}`).join()}
                group={group}
                cited={cited}
              />
            ))}
          </ol>
          {settling.said.more > 0 && <p className="small quiet">{WORDS.moreGroups(settling.said.more)}</p>}
          <p>
            <button type="button" className="link small" onClick={() => examiner.endSettling()}>
              {WORDS.putAway} <kbd>Esc</kbd>
            </button>
          </p>
        </>
      )}
    </section>
  );
};
