import type { Document } from '@entente/core/document/document';
import type { Span } from '@entente/core/vocabulary';
import { useMemo, useState } from 'react';
import type { Command } from '../shared/keys.ts';
import { rowsOf, spanOf } from '../shared/segments.ts';
import { showPlace } from '../shared/sheet.tsx';
import { WORDS } from './words.ts';
import { choiceAt, isRightToLeft, movedBy, spanOfChoice, type WordChoice, wordsIn } from './words-in.ts';

/** How many words ↑ and ↓ pass: about a line of the sheet. */
const LINE = 11;

/**
 * Choosing words by keys: `v` begins at the words that are worked on, arrows move by words, Shift widens.
 *
 * @returns whether it goes on, how it begins and ends, and its keys
 */
export const useChoosing = (
  { text, language, ...paged }: Document,
  begin: Span | undefined,
  onChosen: (span: Span | undefined) => void,
) => {
  const [choice, setChoice] = useState<WordChoice>();
  const { blocks, boilerplate } = paged;
  const words = useMemo(
    () =>
      rowsOf({ blocks, boilerplate }) // what is folded away is passed over
        .filter(({ kind }) => kind !== 'fold')
        .flatMap((row) => wordsIn(text, spanOf(row), language?.value)),
    [text, language, blocks, boilerplate],
  );
  const set = (next: WordChoice | undefined): void => {
    setChoice(next);
    const span = next === undefined ? undefined : spanOfChoice(words, next);
    onChosen(span);
    if (span !== undefined) showPlace(span.start);
  };
  const move = (by: number, wider: boolean) => (): void =>
    choice === undefined ? undefined : set(movedBy(choice, by, wider, words.length));
  const on = useMemo(() => (isRightToLeft(text) ? -1 : 1), [text]); // an arrow leads where it points
  const keys: readonly Command[] = [
    { keys: ['ArrowRight', 'l'], says: WORDS.keys.move, run: move(on, false) },
    { keys: ['ArrowLeft', 'h'], says: WORDS.keys.move, run: move(-on, false) },
    { keys: ['ArrowDown'], says: WORDS.keys.move, run: move(LINE, false) },
    { keys: ['ArrowUp'], says: WORDS.keys.move, run: move(-LINE, false) },
    { keys: ['Shift+ArrowRight', 'Shift+L'], says: WORDS.keys.widen, run: move(on, true) },
    { keys: ['Shift+ArrowLeft', 'Shift+H'], says: WORDS.keys.widen, run: move(-on, true) },
    { keys: ['Shift+ArrowDown'], says: WORDS.keys.widen, run: move(LINE, true) },
    { keys: ['Shift+ArrowUp'], says: WORDS.keys.widen, run: move(-LINE, true) },
  ];
  return {
    going: choice !== undefined,
    keys,
    begin: (): void => set(choiceAt(words, begin ?? { start: 0, end: 1 })),
    end: (): void => setChoice(undefined),
  };
};
