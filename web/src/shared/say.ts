import { cell } from './cell.ts';

/** One thing to be told in the line at the foot: what was done, and how to take it back. It stays until the next. */
export interface Notice {
  readonly says: string;
  /** True when it went wrong. */
  readonly fault?: boolean;
  /** True when `u` undoes it. */
  readonly undo?: boolean;
}

export const notice = cell<Notice | undefined>(undefined);

/** What was undone or done again last, so that a room can show it. */
export const undone = cell<readonly { readonly kind: string; readonly id: string }[]>([]);

/** Tells something in the line at the foot; screen readers say it. */
export const say = (says: string, more: Omit<Notice, 'says'> = {}): void => notice.set({ says, ...more });
