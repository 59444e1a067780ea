import { type KeyboardEvent, useRef, useState } from 'react';
import { WORDS } from './words.ts';

interface Props {
  readonly first: string;
  readonly proposal: string;
  readonly onEnter: (label: string, proposal: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** A new issue, entered where it is needed: its name as it was typed, and the proposal that one can be for or against. */
export const IssueEntry = ({ first, proposal, onEnter, onCancel }: Props) => {
  const label = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const [lacks, setLacks] = useState(false);
  const [busy, setBusy] = useState(false);
  const enter = async (): Promise<void> => {
    const [name, sentence] = [label.current?.value.trim() ?? '', words.current?.value.trim() ?? ''];
    setLacks(name === '' || sentence === '');
    if (name === '' || sentence === '' || busy) return;
    setBusy(true);
    await onEnter(name, sentence);
    setBusy(false);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && (event.key !== 'Enter' || event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') void enter();
    else onCancel();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields in it hear the keys
    <div className="issue-entry" onKeyDown={press}>
      <input
        ref={label}
        className="field"
        aria-label={WORDS.issueLabel}
        defaultValue={first}
        autoComplete="off"
        dir="auto"
      />
      <textarea
        ref={words}
        className="field"
        aria-label={WORDS.proposal}
        defaultValue={proposal}
        // biome-ignore lint/a11y/noAutofocus: it appears because the reader entered a name that needs it
        autoFocus
        rows={3}
        dir="auto"
      />
      <small className="quiet">{WORDS.proposalHint}</small>
      {lacks && (
        <p className="fault small" role="alert">
          {WORDS.needsBoth}
        </p>
      )}
      <button type="button" className="button" onClick={() => void enter()}>
        {WORDS.enterIssue} <kbd>Enter</kbd>
      </button>
    </div>
  );
};
