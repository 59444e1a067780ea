import { OUTCOMES, QUALIFIERS } from '@entente/core/chronicle/read-chronicle';
import { isEdtf } from '@entente/core/document/edtf';
import { ACTOR_KINDS } from '@entente/core/statement/read-codebook';
import { VOICES } from '@entente/core/statement/read-coded';
import { CONDITION_KINDS } from '@entente/core/statement/read-statements';
import { type Problem, STANCES } from '@entente/core/vocabulary';
import { z } from 'zod';
import { problem } from './fault.ts';
import type { RecordKind, RecordOf } from './record.ts';

const text = z.string().refine((value) => value.trim() !== '', 'must be a text that is not empty');
const edtf = z.string().refine(isEdtf, 'is no date. Write it as 2021-10-19, 2021-10, 2021, 2018-04~ or 1977/1983');
const offset = z.int().min(0);
const id = z.string().regex(/^[^\s/\\]{1,200}$/u, 'must be a short text without spaces and slashes');
const codebookId = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,199}$/u, 'must be letters, digits, “-”, “_” and “.”');

const span = z
  .looseObject({ start: offset, end: offset })
  .refine(({ start, end }) => start < end, 'ends before it begins');
const passage = z
  .looseObject({ document: id, start: offset, end: offset, quote: text })
  .refine(({ start, end, quote }) => end - start === quote.length, 'its quote is not as long as its span');
const read = <Value extends z.ZodType>(value: Value) => z.looseObject({ value, from: z.string() });

const coder = z.looseObject({ kind: z.enum(['person', 'rule', 'model']), name: text });
const coded = {
  id,
  passage,
  attribution: z.array(z.looseObject({ name: text, voice: z.enum(VOICES), passage: passage.optional() })),
  coder,
  status: z.enum(['suggested', 'accepted', 'rejected']),
  confidence: z.number().min(0).max(1).optional(),
};

const statement = z.looseObject({
  ...coded,
  actor: codebookId,
  speaker: codebookId.optional(),
  issue: codebookId,
  stance: z.enum(STANCES),
  condition: z.looseObject({ kind: z.enum(CONDITION_KINDS), passage, actor: codebookId.optional() }).optional(),
  reason: passage.optional(),
  date: edtf.optional(),
  tense: z.enum(['current', 'past', 'future']).optional(),
  level: z.enum(['explicit', 'implied']),
  note: z.string().optional(),
});

const event = z.looseObject({
  ...coded,
  date: edtf.optional(),
  actors: z.array(codebookId),
  place: z.string().optional(),
});

const figure = z.looseObject({
  ...coded,
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]).optional(),
  unit: text,
  of: z.string().optional(),
  qualifier: z.enum(QUALIFIERS).optional(),
  asOf: edtf.optional(),
});

const forecast = z.looseObject({
  ...coded,
  by: codebookId.optional(),
  likelihood: z.string().optional(),
  due: edtf.optional(),
  resolution: z.looseObject({ outcome: z.enum(OUTCOMES), note: z.string() }).optional(),
});

const document = z.looseObject({
  id,
  file: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  blocks: z.array(span),
  boilerplate: z.array(span),
  title: read(z.string()).optional(),
  publisher: read(z.string()).optional(),
  author: read(z.string()).optional(),
  published: read(edtf).optional(),
  language: read(z.string()).optional(),
  kind: read(z.enum(['wire', 'article', 'brief', 'encyclopedia', 'analysis', 'official', 'other'])).optional(),
  grade: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).optional(),
  summarises: read(z.string()).optional(),
  send: z.literal('never').optional(),
});

const derivation = z.looseObject({
  kind: z.enum(['verbatim', 'paraphrase']),
  source: passage,
  derived: passage,
  score: z.number().min(0).max(1),
  direction: z.looseObject({ by: z.array(z.string()), sure: z.boolean() }),
});

export const computedShape = derivation;

const SHAPES = {
  head: z.looseObject({ title: text, question: text.optional(), asOf: edtf.optional() }),
  document,
  actor: z.looseObject({
    id: codebookId,
    name: text,
    kind: z.enum(ACTOR_KINDS),
    aliases: z.array(text),
    partOf: z.array(z.looseObject({ actor: codebookId, from: edtf.optional(), to: edtf.optional() })),
    mergedInto: codebookId.optional(),
  }),
  issue: z.looseObject({ id: codebookId, label: text, proposal: text, mergedInto: codebookId.optional() }),
  statement,
  event,
  figure,
  forecast,
  derivation: z.union([
    z.looseObject({ kind: z.literal('taken'), id, derivation }),
    z.looseObject({ kind: z.enum(['apart', 'joined']), id, documents: z.tuple([id, id]) }),
    z.looseObject({ kind: z.literal('own'), id, passage, from: id.optional() }),
  ]),
  conflict: z.looseObject({
    id,
    file: z.string().regex(/^[^/\\]+\.(?:ya?ml|json)$/i, 'must end in .yaml or .json'),
    text: z.string(),
  }),
  setting: z.looseObject({ id, value: z.unknown() }),
} as const satisfies Readonly<Record<RecordKind, z.ZodType>>;

/** What a record has wrong in its fields, each with its place in it. */
export const shapeProblems = (kind: RecordKind, recordId: string, record: unknown): readonly Problem[] => {
  const parsed = SHAPES[kind].safeParse(record);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => {
      const field = path.map(String).join(' › ') || 'the record';
      return problem(
        'shape',
        [kind, recordId, ...path.map((one) => (typeof one === 'symbol' ? String(one) : one))],
        `“${field}”: ${message}.`,
      );
    });
  const own = kind === 'head' ? 'head' : Object(record).id;
  if (own === recordId) return [];
  return [problem('id', [kind, recordId], `The record calls itself “${own}”. Give it under its own id.`)];
};

/** The record in a JSON text that was checked when it was written. */
export const recordIn = <Kind extends RecordKind>(_kind: Kind, body: string): RecordOf[Kind] => JSON.parse(body);

/** A record that passed `shapeProblems`. */
export const isShaped = <Kind extends RecordKind>(_kind: Kind, record: unknown): record is RecordOf[Kind] =>
  typeof record === 'object' && record !== null;
