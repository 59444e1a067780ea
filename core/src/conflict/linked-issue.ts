import type { Passage } from '../document/passage.ts';
import type { Issue } from '../statement/codebook.ts';
import type { Statement } from '../statement/statement.ts';
import type { ActorId, IssueId } from '../vocabulary.ts';
import { likeness } from './likeness.ts';

/** From this likeness of words on, a passage is taken to speak of an issue. */
const LIKE = 0.5;

const shared = (one: Passage, other: Passage): number =>
  one.document === other.document ? Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)) : 0;

const halfShared = (one: Passage, other: Passage): boolean =>
  shared(one, other) * 2 >= Math.min(one.end - one.start, other.end - other.start) && shared(one, other) > 0;

/**
 * The issues that a condition or a reason speaks of: those on which the same actor is coded to take a position in those words, the
 * closest in extent first; when there is none, the one whose label and proposal share most of its words.
 */
export const linkedIssues = (
  passage: Passage,
  actor: ActorId,
  issues: readonly Issue[],
  statements: readonly Statement[],
): readonly Issue[] => {
  const known = new Map<IssueId, Issue>(issues.map((issue) => [issue.id, issue]));
  const coded = statements
    .filter((one) => one.actor === actor && known.has(one.issue) && halfShared(one.passage, passage))
    .sort((one, other) => distance(one.passage, passage) - distance(other.passage, passage));
  if (coded.length > 0) return [...new Set(coded.map(({ issue }) => issue))].flatMap((id) => known.get(id) ?? []);
  const [best] = issues
    .map((issue) => ({ issue, like: likeness(passage.quote, `${issue.label} ${issue.proposal}`) }))
    .filter(({ like }) => like >= LIKE)
    .sort((one, other) => other.like - one.like);
  return best === undefined ? [] : [best.issue];
};

const distance = (one: Passage, other: Passage): number =>
  Math.abs(one.start - other.start) + Math.abs(one.end - other.end);
