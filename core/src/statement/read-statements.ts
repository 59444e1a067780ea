import type { Document } from '../document/document.ts';
import { entriesOf, Fields, type Kept, type Path, unrepeated } from '../document/fields.ts';
import type { Passage } from '../document/passage.ts';
import { type Problem, STANCES, statementId } from '../vocabulary.ts';
import type { Codebook } from './codebook.ts';
import { CODED_FIELDS, type Context, contextOf, optionalQuoted, quoted, readCoded } from './read-coded.ts';
import type { Condition, ConditionKind, Statement } from './statement.ts';

export const CONDITION_KINDS = [
  'unless',
  'until',
  'only-if',
  'if',
  'before',
  'after',
  'first',
  'as-long-as',
  'in-exchange',
] as const satisfies readonly ConditionKind[];

const TENSES = ['current', 'past', 'future'] as const;
const LEVELS = ['explicit', 'implied'] as const;
const FIELDS = [
  ...CODED_FIELDS,
  ...['actor', 'speaker', 'issue', 'stance', 'condition', 'reason', 'date', 'tense', 'level', 'note'],
];

const readCondition = (fields: Fields, context: Context, document: Document, near: Passage): Condition | undefined => {
  if (!fields.has('condition')) return undefined;
  const inner = new Fields(
    fields.entry('condition'),
    'condition',
    ['kind', 'quote', 'occurrence', 'actor'],
    fields.problems,
  );
  const kind = inner.oneOf('kind', CONDITION_KINDS);
  const passage = quoted(inner, document, near);
  const actor = inner.reference('actor', 'actor', context.actors);
  if (!inner.sound) fields.sound = false;
  return kind && passage && { kind, passage, ...(actor ? { actor } : {}) };
};

const readStatement = (fields: Fields, context: Context): Statement | undefined => {
  const coded = readCoded(fields, 'statement', context);
  const actor = fields.has('actor') ? fields.reference('actor', 'actor', context.actors) : undefined;
  if (!fields.has('actor')) fields.text('actor');
  const issue = fields.has('issue') ? fields.reference('issue', 'issue', context.issues) : undefined;
  if (!fields.has('issue')) fields.text('issue');
  const speaker = fields.reference('speaker', 'actor', context.actors);
  const stance = fields.oneOf('stance', STANCES);
  const level = fields.oneOf('level', LEVELS);
  const tense = fields.optionalOneOf('tense', TENSES);
  const [date, note] = [fields.date('date'), fields.optionalText('note')];
  if (!coded) return undefined;
  const { document, id, ...rest } = coded;
  const condition = readCondition(fields, context, document, coded.passage);
  const reason = optionalQuoted(fields, 'reason', document, coded.passage);
  if (stance === 'conditional' && !fields.has('condition'))
    fields.fault(
      'conditional-without-condition',
      'stance',
      'A conditional stance needs its “condition” with kind and quote; without one in words the stance is support or oppose.',
    );
  if (!fields.sound || !actor || !issue || !stance || !level) return undefined;
  return {
    id: statementId(id),
    ...rest,
    actor,
    issue,
    stance,
    level,
    ...(speaker ? { speaker } : {}),
    ...(condition ? { condition } : {}),
    ...(reason ? { reason } : {}),
    ...(date === undefined ? {} : { date }),
    ...(tense === undefined ? {} : { tense }),
    ...(note === undefined ? {} : { note }),
  };
};

/**
 * Statements from plain data: a list with document, quote, actor, issue, stance, attribution and level, and what else a statement has.
 * A statement with a fault is left out and the fault told; the others are kept.
 */
export const readStatements = (
  data: unknown,
  documents: readonly Document[],
  codebook: Codebook,
): Kept<readonly Statement[]> => {
  const problems: Problem[] = [];
  const context = contextOf(documents, codebook);
  const read: { value: Statement; at: Path }[] = [];
  for (const entry of entriesOf(data, 'statement', problems)) {
    const value = readStatement(new Fields(entry, 'statement', FIELDS, problems), context);
    if (value) read.push({ value, at: entry.at });
  }
  return { value: unrepeated(read, 'statement', problems), problems };
};
