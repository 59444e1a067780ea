import { extensible } from '../lexicon/extension.ts';
import {
  ANONYMOUS,
  DOCUMENTS,
  GOVERNMENTS,
  HALVES,
  MEDIA,
  MODIFIERS,
  STATE_BODIES,
  TITLES,
} from '../lexicon/generated/roles.ts';
import { type Found, PhraseTable } from '../sentence/phrases.ts';
import { type Token, tokens } from '../sentence/token.ts';

export type Role = 'title' | 'government' | 'body' | 'anonymous' | 'medium' | 'document';

const plural = (title: string): string => `${title}s`;
/** Words that make an actor out of the words beside them; titles of several persons are theirs without names. */
export const ROLES = new PhraseTable<{ role: Role; words: string }>([
  ...MEDIA.map((words) => [words, { role: 'medium', words }] as const),
  ...STATE_BODIES.map((words) => [words, { role: 'body', words }] as const),
  ...GOVERNMENTS.map((words) => [words, { role: 'government', words }] as const),
  ...ANONYMOUS.map((words) => [words, { role: 'anonymous', words }] as const),
  ...DOCUMENTS.map((words) => [words, { role: 'document', words }] as const),
  ...TITLES.map((words) => [words, { role: 'title', words }] as const),
  ...TITLES.map((words) => [plural(words), { role: 'anonymous', words: plural(words) }] as const),
]);
extensible(({ titles }) =>
  ROLES.extend([
    ...titles.map((words) => [words, { role: 'title', words }] as const),
    ...titles.map((words) => [plural(words), { role: 'anonymous', words: plural(words) }] as const),
  ]),
);
/** Small words with which a role or a modifier of one can begin. */
export const OPENERS: ReadonlySet<string> = new Set(
  [
    ...STATE_BODIES,
    ...GOVERNMENTS,
    ...ANONYMOUS,
    ...MEDIA,
    ...DOCUMENTS,
    ...TITLES,
    ...TITLES.map(plural),
    ...MODIFIERS,
  ].map((words) => tokens(words, 0, words.length)[0]?.lower ?? words),
);

/** Words between a state's name and a role. */
export const MODIFIER = new PhraseTable(MODIFIERS.map((words) => [words, true] as const));

/** Tokens between a state's name and a role: “senior”, “state-run”, “special”. */
const modifiersEnd = (list: readonly Token[], from: number): number => {
  let end = from;
  for (let found = MODIFIER.at(list, end); found && end - from < 4; found = MODIFIER.at(list, end)) {
    if (ROLES.at(list, end)?.value.role === 'body') break;
    end = found.end;
  }
  return end;
};

/** The role that begins at a token, past “senior”, “state-run” and the like. */
export const roleAt = (list: readonly Token[], from: number): Found<{ role: Role; words: string }> | undefined => {
  const direct = ROLES.at(list, from);
  if (direct && (direct.value.role !== 'government' || direct.end > from)) {
    const further = ROLES.at(list, direct.end);
    // “government source”, “Foreign Ministry spokesman”, “state media”: the last role is the head.
    if (further && direct.value.role !== 'title') return further;
    return direct;
  }
  const end = modifiersEnd(list, from);
  const after = end > from ? ROLES.at(list, end) : undefined;
  if (!after) return undefined;
  const further = after.value.role === 'title' ? undefined : ROLES.at(list, after.end);
  return further ?? after;
};

/** The half that a compass point means, among the states that the documents name. */
export const halfOf =
  (named: ReadonlySet<string>) =>
  (point: string): string | undefined => {
    for (const halves of HALVES) {
      const { north, south, east, west } = halves;
      const id = { North: north, South: south, East: east, West: west }[point];
      if (id !== undefined && named.has(id)) return id;
    }
    return undefined;
  };
