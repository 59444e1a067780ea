import type { Conflict } from '@entente/core/conflict/conflict';
import type { OptionId } from '@entente/core/vocabulary';
import { useState } from 'react';
import { Chips, type Cited } from './chips.tsx';
import { FormulaField } from './formula-field.tsx';
import { WORDS } from './words.ts';

/** What cannot be, each combination with its reason. */
export const Rules = ({
  conflict,
  ids,
  cited,
  readOnly,
  onAdd,
  onDrop,
}: {
  readonly conflict: Conflict;
  readonly ids: ReadonlySet<OptionId>;
  readonly cited: Cited;
  readonly readOnly: boolean;
  readonly onAdd: (text: string, why: string) => void;
  readonly onDrop: (at: number) => void;
}) => {
  const [why, setWhy] = useState('');
  return (
    <section className="part rules" aria-labelledby="rules-title">
      <h2 id="rules-title">{WORDS.rules}</h2>
      {conflict.infeasible.length === 0 && <p className="soft">{WORDS.rulesNone}</p>}
      <ul>
        {conflict.infeasible.map(({ text, why: reason, because }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rules may read the same
          <li key={`${at} ${text}`}>
            <code>{text}</code>
            {reason !== undefined && <span className="soft"> {reason}</span>} <Chips ids={because} cited={cited} />{' '}
            {!readOnly && (
              <button
                type="button"
                className="link small"
                aria-label={WORDS.removeRule(text)}
                onClick={() => onDrop(at)}
              >
                {WORDS.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <details className="option-editor">
          <summary className="small">{WORDS.addRule}</summary>
          <input
            className="field"
            aria-label={WORDS.ruleWhy}
            placeholder={WORDS.ruleWhy}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
          <FormulaField
            ids={ids}
            label={WORDS.rule}
            submit={WORDS.add}
            onDone={(text) => {
              onAdd(text, why);
              setWhy('');
            }}
          />
        </details>
      )}
    </section>
  );
};
