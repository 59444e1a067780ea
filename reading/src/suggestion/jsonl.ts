import type { Derivation } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import type { Passage } from '@entente/core/document/passage';
import type { Ranked } from '../learning/rank.ts';
import { tierOf } from './confidence.ts';
import type { Reading } from './read.ts';

/** One suggestion as a line of `entente read --jsonl`. */
export type Line = Readonly<Record<string, unknown>> & {
  readonly kind: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
};

const place = (files: ReadonlyMap<string, string>, { document, start, end, quote }: Passage) => ({
  document: files.get(document) ?? document,
  start,
  end,
  text: quote,
});

const learntOf = (one: Ranked | undefined): { shipped?: number; because?: string } =>
  one?.because === undefined ? {} : { shipped: one.shipped, because: one.because };

/**
 * The suggestions of a reading as flat records, in order of document and place.
 *
 * `weighed` tells what a person's earlier decisions made of their sureness, and why. Offsets are UTF-16 code units into the frozen text. `state` is the state that an actor is or belongs to.
 */
export const lines = (
  reading: Reading,
  documents: readonly Document[],
  derivations: readonly Derivation[],
  weighed: readonly Ranked[] = [],
): Line[] => {
  const learnt = new Map(
    weighed.flatMap((one) => (one.because === undefined ? [] : [[one.statement.id, one] as const])),
  );

  const files = new Map(documents.map(({ id, file }) => [id as string, file]));
  const order = new Map(documents.map(({ file }, index) => [file, index]));
  const actors = new Map(reading.codebook.actors.map((actor) => [actor.id as string, actor]));
  const proposals = new Map(reading.codebook.issues.map(({ id, proposal }) => [id, proposal]));
  const stateOf = (id: string): string | undefined => {
    let actor = actors.get(id);
    const seen = new Set<string>();
    while (actor && actor.kind !== 'state' && actor.partOf[0] && !seen.has(actor.id)) {
      seen.add(actor.id);
      actor = actors.get(actor.partOf[0].actor);
    }
    return actor?.kind === 'state' ? actor.id : undefined;
  };
  const chain = (links: readonly { name: string }[]) => links.map(({ name }) => name);
  const found: Line[] = [
    ...reading.statements.map((one) => ({
      kind: 'statement',
      ...place(files, one.passage),
      actor: one.actor,
      state: stateOf(one.actor) ?? null,
      speaker: one.speaker ?? null,
      issue: one.issue,
      proposal: proposals.get(one.issue) ?? null,
      stance: one.stance,
      condition: one.condition
        ? {
            kind: one.condition.kind,
            start: one.condition.passage.start,
            end: one.condition.passage.end,
            text: one.condition.passage.quote,
          }
        : null,
      reason: one.reason ? { start: one.reason.start, end: one.reason.end, text: one.reason.quote } : null,
      attribution: chain(one.attribution),
      voices: one.attribution.map(({ voice }) => voice),
      date: one.date ?? null,
      tense: one.tense ?? null,
      level: one.level,
      rule: one.coder.name,
      ...(one.coder.kind === 'model' ? { model: one.coder.name, note: one.note ?? null } : {}),
      confidence: one.confidence ?? null,
      ...learntOf(learnt.get(one.id)),
      tier: one.confidence === undefined ? null : tierOf(one.confidence),
    })),
    ...reading.events.map((one) => ({
      kind: 'event',
      ...place(files, one.passage),
      date: one.date ?? null,
      actors: one.actors,
      place: one.place ?? null,
      attribution: chain(one.attribution),
      rule: one.coder.name,
      confidence: one.confidence ?? null,
    })),
    ...reading.figures.map((one) => ({
      kind: 'figure',
      ...place(files, one.passage),
      value: one.value ?? null,
      unit: one.unit,
      of: one.of ?? null,
      qualifier: one.qualifier ?? null,
      asOf: one.asOf ?? null,
      attribution: chain(one.attribution),
      rule: one.coder.name,
      confidence: one.confidence ?? null,
    })),
    ...reading.forecasts.map((one) => ({
      kind: 'forecast',
      ...place(files, one.passage),
      by: one.by ?? null,
      likelihood: one.likelihood ?? null,
      due: one.due ?? null,
      attribution: chain(one.attribution),
      rule: one.coder.name,
      confidence: one.confidence ?? null,
    })),
    ...derivations.map((one) => ({
      kind: 'derivation',
      ...place(files, one.derived),
      source: files.get(one.source.document) ?? one.source.document,
      sourceStart: one.source.start,
      sourceEnd: one.source.end,
      relation: one.kind,
      score: one.score,
      sure: one.direction.sure,
      rule: one.direction.by.join(', '),
      confidence: one.score,
    })),
  ];
  return found.sort(
    (a, b) => (order.get(a.document) ?? 0) - (order.get(b.document) ?? 0) || a.start - b.start || a.end - b.end,
  );
};

/** The lines as text: one JSON object a line. */
export const writeJsonl = (found: readonly Line[]): string => found.map((line) => `${JSON.stringify(line)}\n`).join('');
