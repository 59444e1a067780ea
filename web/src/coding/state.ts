import type { AttributionLink, ConditionKind, Statement, Status, Voice } from '@entente/core/statement/statement';
import type { Span, Stance } from '@entente/core/vocabulary';
import type { Coding } from 'entente/http/app';

/** A statement while it is coded or changed: what stands in the fields. */
export interface Draft {
  /** Left out for a new one. */
  readonly id?: string;
  readonly document: string;
  readonly span: Span;
  readonly actor?: string;
  readonly speaker?: string;
  readonly issue?: string;
  readonly stance?: Stance;
  readonly condition?: Span & { readonly kind: ConditionKind; readonly actor?: string };
  readonly reason?: Span;
  readonly attribution: readonly { readonly name: string; readonly voice: Voice }[];
  readonly date?: string;
  readonly tense?: 'current' | 'past' | 'future';
  readonly level: 'explicit' | 'implied';
  readonly note?: string;
}

export type Field = 'actor' | 'issue' | 'stance' | 'condition' | 'reason' | 'attribution' | 'date';

/** What was coded last stays for the next: actor, issue and the like, newest first. */
export interface Sticky {
  readonly actors: readonly string[];
  readonly issues: readonly string[];
  readonly last?: Draft;
}

export const NO_STICKY: Sticky = { actors: [], issues: [] };

const KEPT = 8;
const first = (id: string, ids: readonly string[]): readonly string[] =>
  [id, ...ids.filter((other) => other !== id)].slice(0, KEPT);

/** Keeps what was just coded for the next one. */
export const remembered = (sticky: Sticky, draft: Draft): Sticky => ({
  actors: draft.actor === undefined ? sticky.actors : first(draft.actor, sticky.actors),
  issues: draft.issue === undefined ? sticky.issues : first(draft.issue, sticky.issues),
  last: draft,
});

const inText = (a: Statement, b: Statement): number =>
  a.passage.start - b.passage.start || a.passage.end - b.passage.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** What is still to be decided, in the order of the text. `decided` is what was decided here and is on its way to the desk. */
export const queueOf = (
  statements: readonly Statement[],
  decided: ReadonlyMap<string, Status> = new Map(),
): readonly Statement[] =>
  statements.filter(({ id, status }) => (decided.get(id) ?? status) === 'suggested').toSorted(inText);

/** Every statement that is not rejected, in the order of the text: what one moves among when nothing is left to decide. */
export const coded = (
  statements: readonly Statement[],
  decided: ReadonlyMap<string, Status> = new Map(),
): readonly Statement[] =>
  statements.filter(({ id, status }) => (decided.get(id) ?? status) !== 'rejected').toSorted(inText);

/** The one after (or before) another in a list that may have lost it: the next by place in the text. */
export const neighbour = (
  list: readonly Statement[],
  from: Statement | undefined,
  by: 1 | -1,
): Statement | undefined => {
  if (from === undefined) return by > 0 ? list[0] : list.at(-1);
  return by > 0 ? list.find((one) => inText(one, from) > 0) : list.findLast((one) => inText(one, from) < 0);
};

/** What to show after one was decided: the next that is open, else the first that is. */
export const following = (open: readonly Statement[], decided: Statement): Statement | undefined =>
  neighbour(open, decided, 1) ?? open.find(({ id }) => id !== decided.id);

/** A statement as a draft, to be changed. */
export const draftOf = (statement: Statement): Draft => {
  const { passage, condition, reason } = statement;
  return {
    id: statement.id,
    document: passage.document,
    span: { start: passage.start, end: passage.end },
    actor: statement.actor,
    ...(statement.speaker !== undefined && { speaker: statement.speaker }),
    issue: statement.issue,
    stance: statement.stance,
    ...(condition !== undefined && {
      condition: {
        kind: condition.kind,
        start: condition.passage.start,
        end: condition.passage.end,
        ...(condition.actor !== undefined && { actor: condition.actor }),
      },
    }),
    ...(reason !== undefined && { reason: { start: reason.start, end: reason.end } }),
    attribution: statement.attribution.map(({ name, voice }) => ({ name, voice })),
    ...(statement.date !== undefined && { date: statement.date }),
    ...(statement.tense !== undefined && { tense: statement.tense }),
    level: statement.level,
    ...(statement.note !== undefined && { note: statement.note }),
  };
};

/** A new draft on chosen words; actor and issue are those picked last. */
export const newDraft = (document: string, span: Span, sticky: Sticky): Draft => {
  const [actor, issue] = [sticky.actors[0], sticky.issues[0]];
  return {
    document,
    span,
    ...(actor !== undefined && { actor }),
    ...(issue !== undefined && { issue }),
    attribution: sticky.last?.document === document ? sticky.last.attribution : [],
    level: 'explicit',
  };
};

/** The draft with actor, issue, stance and attribution of the one coded last; words and place stay its own. */
export const asLast = (draft: Draft, { last }: Sticky): Draft => {
  if (last === undefined) return draft;
  const { actor, issue, stance, speaker, attribution, date } = last;
  return {
    ...draft,
    ...(actor !== undefined && { actor }),
    ...(issue !== undefined && { issue }),
    ...(stance !== undefined && { stance }),
    ...(speaker !== undefined && { speaker }),
    ...(date !== undefined && { date }),
    attribution,
  };
};

/** Chosen words as the first wording of a proposal: one sentence on one line, for the reader to make a proposal of. */
export const proposalFrom = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ').trim().slice(0, 300);
  if (line === '') return '';
  const sentence = line.charAt(0).toLocaleUpperCase() + line.slice(1);
  return /[.!?…。！？]["”’»)]*$/u.test(sentence) ? sentence : `${sentence}.`;
};

/** What a draft still lacks. */
export const missing = (draft: Draft): readonly Field[] =>
  (['actor', 'issue', 'stance'] as const).filter((field) => draft[field] === undefined);

/** The draft as it is sent; nothing while something is missing. */
export const codingOf = (draft: Draft, status: Status): Coding | undefined => {
  const { actor, issue, stance, span, attribution, condition, reason, ...rest } = draft;
  if (actor === undefined || issue === undefined || stance === undefined) return undefined;
  return {
    ...rest,
    ...{ start: span.start, end: span.end, actor, issue, stance, status },
    attribution: [...attribution],
    ...(condition !== undefined && { condition }),
    ...(reason !== undefined && { reason }),
  };
};

const CONNECTIVES: readonly (readonly [RegExp, ConditionKind])[] = [
  [/^unless\b/i, 'unless'],
  [/^(?:until|till)\b/i, 'until'],
  [/^(?:only (?:if|when|after|once)|on condition|provided|on the condition)\b/i, 'only-if'],
  [/^as long as\b/i, 'as-long-as'],
  [/^(?:before|prior to|ahead of)\b/i, 'before'],
  [/^(?:after|once|following)\b/i, 'after'],
  [/^(?:in (?:exchange|return)|for)\b/i, 'in-exchange'],
  [/^(?:if|should|were|when|in case)\b/i, 'if'],
  [/\bfirst\b/i, 'first'],
];

/** The kind of a condition by the connective in its words; a bare one is taken as “only if”. */
export const conditionKindOf = (words: string): ConditionKind =>
  CONNECTIVES.find(([pattern]) => pattern.test(words.trim()))?.[1] ?? 'only-if';

const VOICES: readonly Voice[] = ['named', 'office', 'anonymous', 'document', 'agency', 'outlet', 'media', 'author'];

const guess = (name: string, at: number): Voice => {
  if (
    /\b(?:sources?|officials?|diplomats?|insiders?|people|aides?)\b/i.test(name) &&
    !/^\p{Lu}\p{Ll}+ \p{Lu}/u.test(name)
  )
    return 'anonymous';
  if (/\b(?:ministry|government|office|department|spokes\w+|president|minister)\b/i.test(name)) return 'office';
  if (/\b(?:statement|report|letter|communiqu[eé]|treaty|resolution|document)\b/i.test(name)) return 'document';
  return at === 0 && /\b(?:news|times|post|press|agency|kyodo|reuters|yonhap)\b/i.test(name) ? 'agency' : 'named';
};

/** An attribution as one types it, outermost first: `Kyodo > diplomatic sources (anonymous)`. */
export const attributionText = (links: readonly Pick<AttributionLink, 'name' | 'voice'>[]): string =>
  links.map(({ name, voice }) => `${name} (${voice})`).join(' > ');

/** Reads an attribution as it is typed; a voice that is not given is guessed from the name. */
export const attributionFrom = (text: string): Draft['attribution'] =>
  text
    .split('>')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part, at) => {
      const [, name = part, voice = ''] = /^(.*?)\s*\(([a-z]+)\)$/u.exec(part) ?? [];
      return { name, voice: VOICES.find((one) => one === voice) ?? guess(name, at) };
    });

/** The keys of the stances: `+ − ? 0 .` */
export const STANCE_KEYS: Readonly<Record<string, Stance>> = {
  '+': 'support',
  '=': 'support',
  '-': 'oppose',
  '−': 'oppose',
  '?': 'conditional',
  '0': 'neutral',
  '.': 'no-position',
};
