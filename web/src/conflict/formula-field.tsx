import type { FormulaFault } from '@entente/core/preference/read-formula';
import type { OptionId } from '@entente/core/vocabulary';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { faultsIn } from './edit.ts';
import { WORDS } from './words.ts';

/** The formula once more, with the letters marked that are wrong. */
const Marked = ({ text, faults }: { readonly text: string; readonly faults: readonly FormulaFault[] }) => {
  let at = 0;
  const pieces = faults.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = Math.max(at, end);
    return [{ start, before, wrong: text.slice(start, end) || '␣' }];
  });
  return (
    <code className="fault-at" aria-hidden="true">
      {pieces.map(({ start, before, wrong }) => (
        <span key={start}>
          {before}
          <mark>{wrong}</mark>
        </span>
      ))}
      {text.slice(at)}
    </code>
  );
};

/** The letters before the cursor that could begin an option's id. */
const begun = (text: string, cursor: number): string => /[\p{L}\p{N}_.-]*$/u.exec(text.slice(0, cursor))?.[0] ?? '';

/** A field for a formula, checked as it is typed: what is wrong stands under it, with its place; ids of options are offered. */
export const FormulaField = ({
  ids: known,
  label,
  first = '',
  opened = false,
  submit,
  onDone,
  onCancel,
}: {
  /** The ids of the options that a formula may name. */
  readonly ids: ReadonlySet<OptionId>;
  readonly label: string;
  readonly first?: string;
  readonly opened?: boolean;
  readonly submit: string;
  readonly onDone: (text: string) => void;
  readonly onCancel?: () => void;
}) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(first);
  const [cursor, setCursor] = useState(0);
  const [left, setLeft] = useState(false);
  const faults = text.trim() === '' ? [] : faultsIn(known, text);
  const word = begun(text, cursor);
  const ids = [...known];
  const offered =
    word === '' ? [] : ids.filter((one) => one.startsWith(word.toLowerCase()) && one !== word).slice(0, 5);
  // Somebody still typing at the end has made no fault yet.
  const shown = faults.filter(
    ({ start, end }) => left || (start < text.trimEnd().length && !(end === cursor && offered.length > 0)),
  );
  const take = (one: string): void => {
    const next = `${text.slice(0, cursor - word.length)}${one}${text.slice(cursor)}`;
    setText(next);
    setCursor(cursor - word.length + one.length);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    const [best] = offered;
    if (event.key === 'Tab' && !event.shiftKey && best !== undefined) {
      event.preventDefault();
      take(best);
    }
    if (event.key !== 'Escape' || onCancel === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <form
      className="formula"
      onSubmit={(event) => {
        event.preventDefault();
        setLeft(true);
        const [fault] = faults;
        if (fault !== undefined) {
          input.current?.focus();
          input.current?.setSelectionRange(fault.start, fault.end);
        }
        if (text.trim() === '' || fault !== undefined) return;
        onDone(text);
        setText('');
      }}
    >
      <input
        ref={input}
        className="field code"
        aria-label={label}
        aria-invalid={shown.length > 0}
        aria-describedby={`${id}-under`}
        placeholder={WORDS.aimHint}
        // biome-ignore lint/a11y/noAutofocus: it opens because the reader asked for it
        autoFocus={opened}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setCursor(event.target.selectionStart ?? event.target.value.length);
        }}
        onBlur={() => setLeft(true)}
        onKeyDown={press}
      />
      <button type="submit" className="button" disabled={text.trim() === ''}>
        {submit}
      </button>
      <div className="under" id={`${id}-under`} aria-live="polite">
        {offered.length > 0 && (
          <p className="small soft offered">
            {offered.map((one, at) => (
              <button
                type="button"
                className="link small"
                key={one}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(one)}
              >
                <code>{one}</code>
                {at === 0 && <kbd>Tab</kbd>}
              </button>
            ))}
          </p>
        )}
        {shown.length > 0 && <Marked text={text} faults={shown} />}
        {shown.map(({ start, says }) => (
          <p className="small fault" key={`${start} ${says}`}>
            {WORDS.atLetter(start + 1)}: {says}
          </p>
        ))}
      </div>
    </form>
  );
};
