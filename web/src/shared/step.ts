import type { Step } from 'entente/http/app';
import type { Place } from './router.ts';

/** What steps are called whose name in the log is no verb. */
const CALLED: Readonly<Record<string, string>> = {
  capture: 'adding',
  edit: 'changing',
  'put back': 'putting back',
  'new conflict': 'making the conflict',
  'remove conflict': 'removing the conflict',
  'join or part aims': 'joining or parting aims',
};

const doing = (what: string): string => {
  const [verb = '', ...rest] = what.replaceAll('-', ' ').split(' ');
  return CALLED[what] ?? [`${verb.endsWith('e') ? verb.slice(0, -1) : verb}ing`, ...rest].join(' ');
};

/** A step in words that follow “Undone:” and “The last step was”: `adding script.html`, `accepting Vestria, quotas`. */
export const stepWords = ({ what, subject }: Pick<Step, 'what' | 'subject'>): string => {
  const act = doing(what);
  if (subject === undefined) return act;
  const { kind, name, more } = subject;
  const plain = kind === 'derivation' ? '' : name === undefined ? ` the ${kind}` : ` ${name}`;
  const named = what.includes(' ') && what !== 'put back' && name !== undefined ? ` “${name}”` : plain;
  return `${act}${named}${more > 0 ? ` and ${more.toLocaleString()} more` : ''}`;
};

/** The records that each room works on. */
const WORKED_ON: Readonly<Partial<Record<Place['room'], readonly string[]>>> = {
  sources: ['document', 'derivation'],
  coding: ['statement', 'actor', 'issue'],
  chronicle: ['event', 'figure', 'forecast'],
  conflict: ['conflict'],
};

/** Whether a step belongs to what the reader has in view, so that it is taken back without a question; adding documents never does. */
export const isHere = (
  { what, subject, touched }: Pick<Step, 'what' | 'subject' | 'touched'>,
  place: Pick<Place, 'room' | 'path' | 'query'> | undefined,
): boolean => {
  if (place === undefined || subject === undefined || what === 'capture') return false;
  const { kind, document } = subject;
  if (WORKED_ON[place.room]?.includes(kind) !== true) return false;
  const [open] = place.path;
  if (place.room === 'coding' && kind === 'statement')
    return place.query['codebook'] === undefined && (open === undefined || open === document);
  if (place.room === 'conflict')
    return open === undefined || touched.some((record) => record.kind === kind && record.id === open);
  return true;
};
