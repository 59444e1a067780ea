import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type Choice, matching } from './match.ts';

interface Props {
  /** Of the field, so that a key can lead to it. */
  readonly id?: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Ids picked last, newest first. */
  readonly recent?: readonly string[];
  /** What is chosen now. */
  readonly chosen?: string;
  readonly onChoose: (id: string) => void;
  /** Offers to enter what was typed as something new. */
  readonly onNew?: (name: string) => void;
  readonly onCancel?: () => void;
  /** Takes the focus when it appears. */
  readonly opened?: boolean;
  readonly newSays?: (name: string) => string;
}

const NEW = ' new';

/** A field that finds one of many names as letters are typed: arrows move, Enter picks, Escape leaves it as it was. */
export const TypeAhead = ({
  id: own,
  label,
  choices,
  recent = [],
  chosen,
  onChoose,
  onNew,
  onCancel,
  opened = false,
  newSays = (name) => `Enter “${name}” as new`,
}: Props) => {
  const id = useId();
  const name = choices.find((choice) => choice.id === chosen)?.name ?? '';
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(opened);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (opened) input.current?.select();
  }, [opened]);
  const found = matching(choices, typed ?? '', recent);
  const exact = found.some(({ name }) => name.toLowerCase() === typed?.trim().toLowerCase());
  const canEnter = onNew !== undefined && typed !== undefined && typed.trim() !== '' && !exact;
  const options = [...found.map((choice) => choice.id), ...(canEnter ? [NEW] : [])];
  const current = options[Math.min(at, options.length - 1)];
  const close = (): void => {
    setTyped(undefined);
    setAt(0);
    setOpen(false);
  };
  const pick = (option: string | undefined): void => {
    if (option === undefined) return;
    const entered = typed?.trim() ?? '';
    close();
    if (option === NEW) onNew?.(entered);
    else onChoose(option);
  };
  const press = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      if (!open) setOpen(true);
      else setAt((now) => (now + move + options.length) % Math.max(1, options.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      pick(open ? current : chosen);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
      onCancel?.();
    }
  };
  return (
    <div className="type-ahead">
      <input
        ref={input}
        {...(own !== undefined && { id: own })}
        className="field"
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && current !== undefined ? `${id}-${options.indexOf(current)}` : undefined}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: it appears because the reader pressed its key
        autoFocus={opened}
        value={typed ?? name}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onBlur={() => {
          close();
          if (opened) onCancel?.();
        }}
      />
      <div
        className="choices"
        role="listbox"
        id={`${id}-list`}
        aria-label={label}
        hidden={!open || options.length === 0}
      >
        {options.map((option, index) => {
          const choice = found.find((one) => one.id === option);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field; the option is named by aria-activedescendant
            <div
              key={option}
              id={`${id}-${index}`}
              role="option"
              aria-selected={option === current}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
            >
              {choice === undefined ? newSays(typed?.trim() ?? '') : <bdi>{choice.name}</bdi>}
              {choice?.note !== undefined && <small className="quiet"> {choice.note}</small>}
            </div>
          );
        })}
      </div>
    </div>
  );
};
