import type { Conflict, Option } from '../conflict/conflict.ts';
import { likeness } from '../conflict/likeness.ts';
import type { Passage } from '../document/passage.ts';
import { conditionWishes } from '../preference/elicit.ts';
import { writeFormula } from '../preference/write-formula.ts';
import type { Statement } from '../statement/statement.ts';
import type { ActorId, StatementId } from '../vocabulary.ts';
import type { Addition } from './candidate-change.ts';

/** From this likeness of words on, an option is taken to be what a condition asks for. */
const LIKE = 0.5;

const overlaps = (one: Passage, other: Passage) =>
  one.document === other.document && one.start < other.end && other.start < one.end;

/**
 * Aims that the dossier's conditions bear and a model does not have: where a maker's statement sets a condition, its own option is one
 * that the statement is evidence of, and the condition is the option of another maker that the same words are evidence of, or whose name
 * shares most of their words. Each comes with its statement.
 *
 * @param makerOf the maker that an actor's word counts for, by place; undefined for actors who are no maker
 */
export const additionsFrom = (
  conflict: Conflict,
  statements: readonly Statement[],
  makerOf: (actor: ActorId) => number | undefined,
): readonly Addition[] => {
  const byId = new Map<StatementId, Statement>(statements.map((statement) => [statement.id, statement]));
  const asks = ({ because, name }: Option, { id, condition }: Statement): boolean => {
    if (condition === undefined) return false;
    const spoken = because.some((each) => {
      const passage = byId.get(each)?.passage;
      return each === id || (passage !== undefined && overlaps(passage, condition.passage));
    });
    return spoken || likeness(name, condition.passage.quote) >= LIKE;
  };
  const known = new Set(
    conflict.makers.flatMap(({ prefers }, maker) =>
      prefers.kind === 'statements' ? prefers.groups.flat().map(({ that }) => `${maker} ${writeFormula(that)}`) : [],
    ),
  );
  return statements.flatMap((statement): Addition[] => {
    const maker = statement.condition && statement.status === 'accepted' ? makerOf(statement.actor) : undefined;
    if (maker === undefined) return [];
    const own = (conflict.makers[maker]?.options ?? []).filter(({ because }) => because.includes(statement.id));
    const asked = conflict.makers.flatMap(({ options }, other) =>
      other === maker ? [] : options.filter((option) => asks(option, statement)),
    );
    return own
      .flatMap(({ id }) => asked.flatMap((demanded) => conditionWishes(id, demanded.id, statement)))
      .flatMap(({ that, because }): Addition[] => {
        const text = writeFormula(that);
        const key = `${maker} ${text}`;
        if (known.has(key)) return [];
        known.add(key);
        return [{ maker, statement: { that, text, because, assumed: false } }];
      });
  });
};
