import type { Document } from '@entente/core/document/document';
import { passageOf } from '@entente/core/document/passage';
import type { Codebook } from '@entente/core/statement/codebook';
import { VOICES } from '@entente/core/statement/read-coded';
import { CONDITION_KINDS } from '@entente/core/statement/read-statements';
import type { AttributionLink, Condition, Statement } from '@entente/core/statement/statement';
import { type Span, STANCES, statementId } from '@entente/core/vocabulary';

/** Why something that a model said was left out. */
export type Dropped =
  | 'no-json'
  | 'no-list'
  | 'too-many'
  | 'shape'
  | 'actor'
  | 'issue'
  | 'stance'
  | 'quote'
  | 'boilerplate'
  | 'condition'
  | 'reason'
  | 'attribution'
  | 'twice';

/** Who answered, when, to what. */
export interface Answerer {
  readonly model: string;
  /** Hash of what the model was told. */
  readonly prompt: string;
  /** ISO time in UTC. */
  readonly time: string;
}

export interface Checked {
  readonly statements: readonly Statement[];
  readonly dropped: ReadonlyMap<Dropped, number>;
}

const MOST = 200;
const LONGEST_QUOTE = 2_000;
const LEVELS = ['explicit', 'implied'] as const;

type Record_ = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON of an answer: bare, or alone in one fence. Anything else said around it is no answer. */
const jsonIn = (answer: string): unknown => {
  const bare = answer.trim();
  const fenced = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/.exec(bare);
  try {
    return JSON.parse(fenced?.[1] ?? bare);
  } catch {
    return undefined;
  }
};

/**
 * The statements of an answer that hold: of known actors, issues and stances, and of words that stand letter by letter in the part of the
 * document that was sent, outside of what is not its report. All else is left out and counted. Offsets are looked up here, never taken over.
 */
export const checked = (answer: string, document: Document, codebook: Codebook, part: Span, by: Answerer): Checked => {
  const dropped = new Map<Dropped, number>();
  const drop = (why: Dropped): undefined => {
    dropped.set(why, (dropped.get(why) ?? 0) + 1);
    return undefined;
  };
  const data = jsonIn(answer);
  if (data === undefined) drop('no-json');
  const items = isRecord(data) ? data['statements'] : undefined;
  if (data !== undefined && !Array.isArray(items)) drop('no-list');
  if (!Array.isArray(items)) return { statements: [], dropped };
  if (items.length > MOST) drop('too-many');

  const actors = new Map(codebook.actors.map((actor) => [actor.id as string, actor.id]));
  const issues = new Map(codebook.issues.map((issue) => [issue.id as string, issue.id]));
  const within = (words: unknown, shortest: number, near?: Span): Span | 'boilerplate' | undefined => {
    if (typeof words !== 'string' || words.trim().length < shortest || words.length > LONGEST_QUOTE) return undefined;
    const quote = words.trim();
    let outside = false;
    const from = [near?.start, part.start].filter((one) => one !== undefined);
    for (const begin of from)
      for (
        let start = document.text.indexOf(quote, begin);
        start >= 0;
        start = document.text.indexOf(quote, start + 1)
      ) {
        const end = start + quote.length;
        if (end > part.end) break;
        if (!document.boilerplate.some((one) => one.start < end && start < one.end)) return { start, end };
        outside = true;
      }
    return outside ? 'boilerplate' : undefined;
  };

  const linksOf = (value: unknown): AttributionLink[] =>
    (Array.isArray(value) ? value.slice(0, 6) : []).flatMap((one: unknown) => {
      if (!isRecord(one)) return drop('attribution') ?? [];
      const place = within(one['name'], 2);
      const voice = VOICES.find((known) => known === one['voice']);
      if (place === undefined || place === 'boilerplate' || !voice) return drop('attribution') ?? [];
      const passage = passageOf(document, place.start, place.end);
      return [{ name: passage.quote, voice, passage }];
    });

  const conditionOf = (value: unknown, near: Span): Condition | 'none' | undefined => {
    if (value === null || value === undefined) return 'none';
    const kind = isRecord(value) ? CONDITION_KINDS.find((known) => known === value['kind']) : undefined;
    const place = isRecord(value) ? within(value['quote'], 4, near) : undefined;
    return kind && place && place !== 'boilerplate'
      ? { kind, passage: passageOf(document, place.start, place.end) }
      : undefined;
  };

  const seen = new Set<string>();
  const statements = items.slice(0, MOST).flatMap((item: unknown): Statement[] => {
    if (!isRecord(item)) return drop('shape') ?? [];
    const [actor, issue] = [actors.get(String(item['actor'])), issues.get(String(item['issue']))];
    const stance = STANCES.find((known) => known === item['stance']);
    const level = item['level'] === undefined ? 'explicit' : LEVELS.find((known) => known === item['level']);
    if (!actor) return drop('actor') ?? [];
    if (!issue) return drop('issue') ?? [];
    if (!stance) return drop('stance') ?? [];
    if (!level) return drop('shape') ?? [];
    const place = within(item['quote'], 8);
    if (place === 'boilerplate') return drop('boilerplate') ?? [];
    if (!place) return drop('quote') ?? [];
    const found = conditionOf(item['condition'], place);
    if (found === undefined || (stance === 'conditional' && found === 'none')) return drop('condition') ?? [];
    const ground =
      item['reason'] === null || item['reason'] === undefined ? undefined : within(item['reason'], 4, place);
    if (item['reason'] && (ground === undefined || ground === 'boilerplate')) drop('reason');
    const key = `${place.start}-${place.end} ${actor} ${issue}`;
    if (seen.has(key)) return drop('twice') ?? [];
    seen.add(key);
    return [
      {
        id: statementId(`${document.id}-m${place.start}-${place.end}-${seen.size}`),
        passage: passageOf(document, place.start, place.end),
        actor,
        issue,
        stance,
        ...(found === 'none' ? {} : { condition: found }),
        ...(ground && ground !== 'boilerplate' ? { reason: passageOf(document, ground.start, ground.end) } : {}),
        attribution: linksOf(item['attribution']),
        level,
        coder: { kind: 'model', name: by.model },
        status: 'suggested',
        note: `Second reader ${by.model}, prompt ${by.prompt}, ${by.time}.`,
      },
    ];
  });
  return { statements, dropped };
};

/** Counts of what was left out, added up. */
export const addDropped = (all: readonly ReadonlyMap<Dropped, number>[]): ReadonlyMap<Dropped, number> => {
  const sum = new Map<Dropped, number>();
  for (const one of all) for (const [why, count] of one) sum.set(why, (sum.get(why) ?? 0) + count);
  return sum;
};
