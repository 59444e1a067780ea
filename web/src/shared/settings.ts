import { type Cell, cell } from './cell.ts';

const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // storage is switched off: the choice lasts as long as the page
  }
};

/** A choice of the reader's that this browser keeps; one of some words. */
const choice = <Word extends string>(name: string, words: readonly Word[], first: Word): Cell<Word> => {
  const found = words.find((word) => word === kept(`entente.${name}`)) ?? first;
  const own = cell<Word>(found);
  own.subscribe(() => {
    try {
      localStorage.setItem(`entente.${name}`, own.now());
    } catch {
      // as above
    }
  });
  return own;
};

export const theme = choice('theme', ['system', 'light', 'dark'], 'system');

/** Whether single letters are keys (WCAG 2.1.4). */
export const letters = choice('letters', ['on', 'off'], 'on');

/** Sets the page to the theme, now and whenever it changes. */
export const keepTheme = (page: HTMLElement): void => {
  const set = (): void => {
    const now = theme.now();
    if (now === 'system') delete page.dataset['theme'];
    else page.dataset['theme'] = now;
  };
  set();
  theme.subscribe(set);
};
