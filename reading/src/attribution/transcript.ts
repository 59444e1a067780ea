import type { Document } from '@entente/core/document/document';
import type { Span } from '@entente/core/vocabulary';
import type { Reference } from '../actor/mention.ts';
import type { People } from '../actor/person.ts';
import { plain } from '../sentence/plain.ts';
import type { Sentence } from '../sentence/sentence.ts';

/** Who speaks in a block of a transcript: whoever answers, or nobody whose opinion it is where somebody asks. */
export interface Turn {
  readonly asks: boolean;
  readonly of?: Reference;
  readonly name?: string;
  /** The label of the block, or of the one that it goes on with. */
  readonly label: Span;
  /** The label stands in this block. */
  readonly begins: boolean;
}

const LABEL = /^((?:\p{Lu}[\p{L}.'’-]*)(?: \p{Lu}[\p{L}.'’-]*){0,3})\s*:\s+\S/u;
const ASKS = /^(?:q|question|host|interviewer|moderator|presenter|anchor|reporter|journalist)$/i;
const ANSWERS = /^(?:a|answer|guest|interviewee|r|response)$/i;
const NAME = /\p{Lu}[\p{L}’'-]+(?: (?:(?:de|da|del|van|von|al|el|bin|ibn) )?\p{Lu}[\p{L}’'-]+){1,3}/u;
/** How a programme tells whom it speaks with. */
const GUEST = new RegExp(
  `(?:guest(?: today| this week| tonight)?(?: is|,|:)|(?:spoke|speak|speaks|speaking|talk|talks|talked|talking|sat down|interview(?:ed)?) (?:to|with)|interviewed|interview with|joined by|(?:with|joining) (?:us|me)(?: today| now| tonight| from \\S+)?(?: is|,)|in conversation with|welcome(?:s|d)?(?: to the programme| back)?,?)[^.?!]{0,60}?(${NAME.source})`,
  'u',
);
/** How many blocks at the top may tell who is who. */
const TOP = 8;

/**
 * Who speaks in each block of a transcript, by the label that it begins with; a block without one goes on with the speaker before.
 * Empty where a document is no transcript: fewer than two labels, or none that comes again.
 */
export const turns = (document: Document, people: People): ReadonlyMap<number, Turn> => {
  const lines = document.blocks.map(({ start, end }) => plain(document.text.slice(start, Math.min(end, start + 400))));
  const labels = lines.map((line) => LABEL.exec(line)?.[1]);
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  const again = [...counts].filter(([label, count]) => count > 1 || ASKS.test(label) || ANSWERS.test(label));
  if (again.length < 2 || !again.some(([, count]) => count > 1)) return new Map();
  const known = new Set(again.map(([label]) => label));
  const top = lines.slice(0, TOP).filter((_, at) => !known.has(labels[at] ?? ''));
  const names = top.flatMap((line) => line.match(new RegExp(NAME.source, 'gu')) ?? []);
  const guest = top.flatMap((line) => GUEST.exec(line)?.[1] ?? [])[0];
  const fullName = (label: string): string | undefined => {
    if (ASKS.test(label)) return undefined;
    if (ANSWERS.test(label)) return guest;
    const lower = label.toLowerCase();
    return (
      names.find((name) => name.toLowerCase() === lower || name.toLowerCase().endsWith(` ${lower}`)) ??
      (label === label.toUpperCase()
        ? label.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
        : label)
    );
  };
  // Who speaks first asks, where no label says who does; a guest answers.
  const asking = again.some(([label]) => ASKS.test(label))
    ? undefined
    : again.map(([label]) => label).find((label) => guest === undefined || fullName(label) !== guest);
  const found = new Map<number, Turn>();
  let turn: Turn | undefined;
  lines.forEach((_, block) => {
    const label = labels[block];
    if (label !== undefined && known.has(label)) {
      const name = fullName(label);
      const start = document.blocks[block]?.start ?? 0;
      const place = { label: { start, end: start + label.length }, begins: true };
      if (ASKS.test(label) || label === asking || name === undefined) turn = { asks: true, ...place };
      else {
        const one = people.known(name) ?? people.introduce(name, {});
        turn = { asks: false, of: { actor: one.id, ...(one.state ? { state: one.state } : {}) }, name, ...place };
      }
    } else if (document.blocks[block]?.kind === 'heading') turn = undefined;
    else if (turn) turn = { ...turn, begins: false };
    if (turn) found.set(block, turn);
  });
  return found;
};

/** A sentence without the label of its speaker. */
export const unlabelled = (sentence: Sentence, turn: Turn | undefined): Sentence => {
  if (!turn?.begins || sentence.start > turn.label.end || sentence.end <= turn.label.end) return sentence;
  const tokens = sentence.tokens.filter(
    ({ start, text }) => start >= turn.label.end && !(text === ':' && start <= turn.label.end + 1),
  );
  return { ...sentence, start: tokens[0]?.start ?? sentence.start, tokens };
};
