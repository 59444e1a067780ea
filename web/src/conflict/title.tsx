import { useState } from 'react';
import { WORDS } from './words.ts';

/** The conflict's title; pressed, a field to change it. */
export const Title = ({
  title,
  readOnly,
  onDone,
}: {
  readonly title: string;
  readonly readOnly: boolean;
  readonly onDone: (title: string) => void;
}) => {
  const [text, setText] = useState<string>();
  if (readOnly) return <bdi>{title}.</bdi>;
  if (text === undefined)
    return (
      <button
        type="button"
        className="as-text title-text"
        aria-label={WORDS.rename(title)}
        onClick={() => setText(title)}
      >
        <bdi>{title}.</bdi>
      </button>
    );
  const done = (): void => {
    if (text.trim() !== '' && text.trim() !== title) onDone(text.trim());
    setText(undefined);
  };
  return (
    <input
      className="field title-field"
      aria-label={WORDS.title}
      // biome-ignore lint/a11y/noAutofocus: it opens because the reader asked for it
      autoFocus
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        setText(undefined);
      }}
    />
  );
};
