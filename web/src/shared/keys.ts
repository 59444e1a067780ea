/** Something a key does in a room. */
export interface Command {
  /** As `chordOf` writes them: `j`, `Enter`, `Shift+U`, `Alt+ArrowUp`; `g l` is g, then l. The first is the one shown. */
  readonly keys: readonly string[];
  /** A verb: “accept”, “next”. */
  readonly says: string;
  readonly run: () => void;
  /** Shown in the line at the foot, not in the help alone. */
  readonly line?: boolean;
  /** Also while a field is being typed in. */
  readonly typing?: boolean;
}

/** What of a key press is looked at. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A key press as it is written: letters carry Shift in words; signs (`?`, `[`) carry in themselves what their keyboard needs for them. */
export const chordOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string => {
  const letter = /^\p{L}$/u.test(key);
  if (altKey && /^[^\p{L}\p{N}\s]$/u.test(key)) return key; // AltGr, or ⌥ on a Mac: `[` on a German keyboard
  const name = key === ' ' ? 'Space' : letter ? (shiftKey ? key.toUpperCase() : key) : key;
  const shift = shiftKey && (letter || key.length > 1 || key === ' ');
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
};

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** A chord as it is shown: `⇧U`, `Alt ↑`. */
export const chordText = (chord: string): string =>
  chord
    .replace('Mod+', 'Ctrl ')
    .replace('Alt+', 'Alt ')
    .replace('Shift+', '⇧')
    .replace(/Arrow\w+|Escape/, (name) => SHOWN[name] ?? name);

const PRESSED = ['Enter', ' '];
const MOVED = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];

/** Keys that a control answers by itself, by the type of an input or by what it is: no command takes them. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  ...{ link: PRESSED, button: PRESSED, option: PRESSED, menuitem: PRESSED },
  ...{ checkbox: [' '], radio: [' ', ...MOVED], range: MOVED },
};

/** Whether a control (`link`, `button`, `checkbox`, `range` …) answers a key by itself. */
export const isOwnKey = (control: string, key: string): boolean => OWN[control]?.includes(key) === true;

const single = (chord: string): boolean => chord.length === 1 || /^Shift\+\p{L}$/u.test(chord);

/** What a press leads to: a command, the wait for a second key, or nothing. */
export type Found =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'wait'; readonly first: string }
  | { readonly kind: 'none' };

/**
 * Finds the command of a press among those of the room (which come first) and of everywhere.
 *
 * Single letters do nothing while a field is typed in, nor when the reader has switched them off (WCAG 2.1.4).
 */
export const commandFor = (
  commands: readonly Command[],
  press: Press,
  { typing, letters, first = '' }: { readonly typing: boolean; readonly letters: boolean; readonly first?: string },
): Found => {
  const chord = chordOf(press);
  if (single(chord) && (typing || !letters)) return { kind: 'none' };
  const open = typing ? commands.filter((command) => command.typing) : commands;
  const both = first === '' ? '' : `${first} ${chord}`;
  const exact = open.find(({ keys }) => keys.includes(both)) ?? open.find(({ keys }) => keys.includes(chord));
  if (exact !== undefined) return { kind: 'command', command: exact };
  const starts = open.some(({ keys }) => keys.some((key) => key.startsWith(`${chord} `)));
  return starts ? { kind: 'wait', first: chord } : { kind: 'none' };
};
