import { userInfo } from 'node:os';
import type { Coder } from '@entente/core/statement/statement';

/** The person before the terminal: the name given, else that of the account. */
export const coderNamed = (name?: string): Coder => {
  if (name !== undefined && name.trim() !== '') return { kind: 'person', name: name.trim() };
  try {
    return { kind: 'person', name: userInfo().username || 'unnamed' };
  } catch {
    return { kind: 'person', name: 'unnamed' }; // an account without a name, as in some containers
  }
};
