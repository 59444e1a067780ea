import type { Passage } from '@entente/core/document/passage';
import { type ActorId, actorId, type IssueId, issueId } from '@entente/core/vocabulary';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { RecordKind, RecordOf } from './record.ts';

/** A record with its kind, so that the one tells the other. */
export type AnyRecord = {
  readonly [Kind in RecordKind]: { readonly kind: Kind; readonly record: RecordOf[Kind] };
}[RecordKind];

/** A record from the JSON that was checked when it was written. */
export const anyRecord = (kind: RecordKind, body: string): AnyRecord => ({ kind, record: JSON.parse(body) });

/** Other records that a record cannot do without. */
export interface Needs {
  readonly documents: readonly string[];
  readonly actors: readonly string[];
  readonly issues: readonly string[];
}

const some = <Value>(values: readonly (Value | undefined)[]): Value[] => values.filter((value) => value !== undefined);

/** Every passage that a record quotes, with the field that holds it. */
export const passagesOf = (one: AnyRecord): readonly (readonly [field: string, passage: Passage])[] => {
  const links = (attribution: RecordOf['event']['attribution']) =>
    attribution.flatMap(({ passage }) => (passage ? [['attribution', passage] as const] : []));
  switch (one.kind) {
    case 'statement': {
      const { passage, condition, reason, attribution } = one.record;
      return [
        ['passage', passage],
        ...(condition ? [['condition', condition.passage] as const] : []),
        ...(reason ? [['reason', reason] as const] : []),
        ...links(attribution),
      ];
    }
    case 'event':
    case 'figure':
    case 'forecast':
      return [['passage', one.record.passage], ...links(one.record.attribution)];
    case 'derivation':
      if (one.record.kind === 'own') return [['passage', one.record.passage]];
      return one.record.kind !== 'taken'
        ? []
        : [
            ['source', one.record.derivation.source],
            ['derived', one.record.derivation.derived],
          ];
    default:
      return [];
  }
};

export const needsOf = (one: AnyRecord): Needs => {
  const documents = passagesOf(one).map(([, { document }]) => document);
  const none = { documents, actors: [], issues: [] };
  switch (one.kind) {
    case 'statement': {
      const { actor, speaker, issue, condition } = one.record;
      return { documents, actors: some([actor, speaker, condition?.actor]), issues: [issue] };
    }
    case 'event':
      return { ...none, actors: one.record.actors };
    case 'forecast':
      return { ...none, actors: some([one.record.by]) };
    case 'actor':
      return { ...none, actors: [...one.record.partOf.map(({ actor }) => actor), ...some([one.record.mergedInto])] };
    case 'issue':
      return { ...none, issues: some([one.record.mergedInto]) };
    case 'document':
      return { ...none, documents: some([one.record.revisionOf]) };
    case 'derivation': {
      const { record } = one;
      if (record.kind === 'own') return { ...none, documents: some([...documents, record.from]) };
      return record.kind === 'taken' ? none : { ...none, documents: record.documents };
    }
    default:
      return none;
  }
};

/** The makers of a conflict file whose actor is renamed, everything else to the letter as it was. */
const renamedMakers = (text: string, actor: (id: ActorId) => ActorId): string => {
  const makers = parseDocument(text).get('makers');
  if (!isSeq(makers)) return text;
  const splices = makers.items.flatMap((maker) => {
    const node = isMap(maker) ? maker.get('actor', true) : undefined;
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return [];
    const now = actor(actorId(node.value));
    return now === node.value ? [] : [{ start: node.range[0], end: node.range[1], now: JSON.stringify(now) }];
  });
  return splices.reduceRight(
    (changed, { start, end, now }) => changed.slice(0, start) + now + changed.slice(end),
    text,
  );
};

/** A record that names others, with these named by the ids that they have now. */
export const repointed = (
  one: AnyRecord,
  actor: (id: ActorId) => ActorId,
  issue: (id: IssueId) => IssueId,
): AnyRecord['record'] => {
  const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];
  switch (one.kind) {
    case 'statement': {
      const { record } = one;
      const { speaker, condition } = record;
      return {
        ...record,
        actor: actor(record.actor),
        ...(speaker !== undefined && { speaker: actor(speaker) }),
        issue: issue(record.issue),
        ...(condition?.actor !== undefined && { condition: { ...condition, actor: actor(condition.actor) } }),
      };
    }
    case 'event':
      return { ...one.record, actors: unique(one.record.actors.map(actor)) };
    case 'forecast':
      return { ...one.record, ...(one.record.by !== undefined && { by: actor(one.record.by) }) };
    case 'actor': {
      const { record } = one;
      const partOf = record.partOf
        .map((part) => ({ ...part, actor: actor(part.actor) }))
        .filter((part) => part.actor !== record.id);
      return { ...record, partOf };
    }
    case 'conflict':
      return { ...one.record, text: renamedMakers(one.record.text, actor) };
    default:
      return one.record;
  }
};

/** Leads from an id to the one that it was merged into, over any number of steps. */
export const through = (merged: ReadonlyMap<string, string>) => {
  const end = (id: string): string => {
    let at = id;
    for (let next = merged.get(at), left = merged.size; next !== undefined && left > 0; next = merged.get(at), left--)
      at = next;
    return at;
  };
  return {
    actor: (id: ActorId): ActorId => (merged.has(id) ? actorId(end(id)) : id),
    issue: (id: IssueId): IssueId => (merged.has(id) ? issueId(end(id)) : id),
  };
};

/** What lists and searches are made by. */
export interface Indexed {
  readonly document: string | null;
  readonly actor: string | null;
  readonly issue: string | null;
  readonly status: string | null;
  readonly start: number | null;
  readonly label: string | null;
  readonly day: string | null;
  /** What search finds it by; empty for what is not searched. */
  readonly words: string;
}

const NOTHING: Indexed = {
  ...{ document: null, actor: null, issue: null, status: null, start: null, label: null, day: null },
  words: '',
};

const joined = (words: readonly (string | undefined)[]): string => some(words).join('\n');

export const indexOf = (one: AnyRecord): Indexed => {
  switch (one.kind) {
    case 'document': {
      const { title, published, file } = one.record;
      return { ...NOTHING, label: title?.value ?? file, day: published?.value ?? null };
    }
    case 'statement': {
      const { passage, actor, issue, status, date, reason, note, attribution } = one.record;
      const outside = reason && (reason.start < passage.start || reason.end > passage.end) ? reason.quote : undefined;
      return {
        ...{ document: passage.document, actor, issue, status, start: passage.start, label: null, day: date ?? null },
        words: joined([passage.quote, outside, note, ...attribution.map(({ name }) => name)]),
      };
    }
    case 'event':
    case 'figure':
    case 'forecast': {
      const { passage, status } = one.record;
      return { ...NOTHING, document: passage.document, start: passage.start, status };
    }
    case 'actor':
      return { ...NOTHING, label: one.record.name };
    case 'issue':
      return { ...NOTHING, label: one.record.label };
    default:
      return NOTHING;
  }
};
