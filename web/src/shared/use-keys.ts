import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { cell } from './cell.ts';
import { type Command, commandFor, isOwnKey } from './keys.ts';
import { letters } from './settings.ts';

/** A level of commands: the shell's lie lowest, a view's above those of the view around it, what opened last on top. */
export interface Level {
  readonly name: string;
  readonly commands: readonly Command[];
  /** Views are numbered as they first appear: the outer before the inner, the earlier before the later. */
  readonly number: number;
}

/** What keys do now, for the line at the foot and the help, the top level first. */
export const levels = cell<readonly Level[]>([]);

let appeared = 0;

/** Keys as long as a view is there. `name` heads them in the help; the commands may be new at every rendering. */
export const useKeys = (name: string, commands: readonly Command[]): void => {
  const [number] = useState(() => {
    appeared += 1;
    return appeared;
  });
  const now = useRef(commands);
  now.current = commands;
  const shape = commands.map(({ keys, says, line }) => `${keys.join()} ${says} ${line === true}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown of the commands is in `shape`; what they run is looked up when they run
  const level = useMemo<Level>(
    () => ({
      ...{ name, number },
      commands: commands.map((command, at) => ({ ...command, run: () => now.current[at]?.run() })),
    }),
    [name, number, shape],
  );
  // before the view is painted: what is seen can be pressed
  useLayoutEffect(() => {
    levels.set((before) => [level, ...before].sort((a, b) => b.number - a.number));
    return () => levels.set((before) => before.filter((other) => other !== level));
  }, [level]);
};

const TEXT_INPUTS = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'file', 'color']);

/** Whether letters go into the element. */
const isTyping = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && !TEXT_INPUTS.has(target.type)) ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLElement && target.isContentEditable);

const CONTROLS = 'a[href], button, summary, input, [role=option], [role=button], [role=menuitem]';

const controlAt = (target: EventTarget | null): string => {
  const control = target instanceof HTMLElement ? target.closest<HTMLElement>(CONTROLS) : null;
  if (control instanceof HTMLInputElement) return control.type;
  if (control instanceof HTMLAnchorElement) return 'link';
  return control === null ? '' : (control.getAttribute('role') ?? 'button');
};

const WAIT_MS = 1200;

/** Hears keys on the page. */
export const hearKeys = (): void => {
  let first = '';
  let since = 0;
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && isOwnKey(controlAt(event.target), event.key)) return;
    if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    const waited = event.timeStamp - since < WAIT_MS ? first : '';
    first = '';
    const found = commandFor(
      levels.now().flatMap(({ commands }) => commands),
      event,
      { typing: isTyping(event.target), letters: letters.now() === 'on', first: waited },
    );
    if (found.kind === 'none') return;
    event.preventDefault();
    if (found.kind === 'command') return found.command.run();
    first = found.first;
    since = event.timeStamp;
  });
};
