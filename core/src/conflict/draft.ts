import { actorsById } from '../position/organ.ts';
import { type Evidence, type Position, positionsOver } from '../position/position.ts';
import {
  conditionWishes,
  type FocalOptions,
  opponentWishes,
  plainWish,
  preferenceStatements,
  proposerWishes,
  type Wish,
} from '../preference/elicit.ts';
import { writeFormula } from '../preference/write-formula.ts';
import type { Issue } from '../statement/codebook.ts';
import type { Statement } from '../statement/statement.ts';
import {
  type ActorId,
  type Edtf,
  type IssueId,
  makerId,
  type OptionId,
  type Outcome,
  optionId,
} from '../vocabulary.ts';
import type { Conflict, DecisionMaker, Infeasible, Option } from './conflict.ts';
import { doersOf } from './doer.ts';
import { linkedIssues } from './linked-issue.ts';

export interface DraftQuestion {
  readonly title: string;
  readonly asOf?: Edtf;
  /** The issue that the conflict turns on; the one on which most parties take a position when left out. */
  readonly focal?: IssueId;
}

/** A conflict put forward from statements: a proposal for an analyst, never a finding. */
export interface Draft {
  readonly conflict: Conflict;
  readonly focal: IssueId;
  /** What the statements hold that has no place in the draft, and why. */
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
}

const ids = (statements: readonly Statement[]) => statements.map(({ id }) => id);

const PARTIES = ['state', 'organisation', 'body', 'group'];

interface Act {
  readonly option: Option;
  readonly maker: ActorId;
}

/**
 * Drafts a conflict from what the parties say: options, combinations that cannot be, and what each wants, every part with the
 * statements that bear it. No source ranks a party's wishes, so all of one maker's stand in one group, in no order, until an analyst
 * orders them. Options come from the question that the conflict turns on (who presses it, who would have to accept, who objects) and
 * from the issues that a condition or a reason given there ties to it, where the proposal says whose act it would be.
 */
export const draftConflict = (evidence: Evidence, question: DraftQuestion): Outcome<Draft> => {
  const actors = actorsById(evidence.codebook);
  const issues = new Map(evidence.codebook.issues.map((issue) => [issue.id, issue]));
  const nameOf = (actor: ActorId) => actors.get(actor)?.name ?? actor;
  const positions = positionsOver(evidence, question.asOf === undefined ? {} : { asOf: question.asOf }).filter(
    ({ actor }) => PARTIES.includes(actors.get(actor)?.kind ?? ''),
  );
  const on = (issue: IssueId) => positions.filter((position) => position.issue === issue);
  const weight = (issue: IssueId) =>
    on(issue).length * 1000 + on(issue).reduce((sum, { statements }) => sum + statements.length, 0);
  const focal =
    question.focal ?? [...issues.keys()].sort((one, other) => weight(other) - weight(one)).find((id) => weight(id) > 0);
  const issue = focal === undefined ? undefined : issues.get(focal);
  if (focal === undefined || issue === undefined)
    return refused('draft/no-issue', 'No statement takes a position on an issue of the codebook. Code some first.');
  const stands = on(focal);
  const supporters = stands.filter(({ stance }) => stance === 'support');
  const proposer = supporters.reduce<Position | undefined>(
    (most, next) => (most === undefined || next.statements.length > most.statements.length ? next : most),
    undefined,
  );
  if (proposer === undefined)
    return refused('draft/no-proposer', `Nobody supports “${issue.label}”, so nobody proposes it. Name another issue.`);

  const leftOut: { what: string; why: string }[] = [];
  const press = optionId('press');
  const acts: Act[] = [
    act(proposer.actor, press, `Press for this: ${issue.label}`, ids(proposer.statements)),
    ...stands
      .filter((stand) => stand !== proposer)
      .map((stand) =>
        stand.stance === 'oppose'
          ? act(stand.actor, optionId(`object-${stand.actor}`), `Object: ${issue.label}`, ids(stand.statements))
          : act(stand.actor, optionId(`accept-${stand.actor}`), `Accept: ${issue.label}`, ids(stand.statements)),
      ),
  ];
  const focalOption = new Map(acts.map(({ maker, option }) => [maker, option.id]));
  const acceptOf = (wanted: (stand: Position) => boolean): OptionId[] =>
    stands.flatMap((stand) => {
      const own = focalOption.get(stand.actor);
      return stand !== proposer && stand.stance !== 'oppose' && own !== undefined && wanted(stand) ? [own] : [];
    });
  const parts: FocalOptions = {
    press,
    accept: acceptOf(() => true),
    undecided: acceptOf(({ stance }) => stance === 'no-position' || stance === 'neutral'),
  };

  const linked = new Map<Statement, { readonly condition: readonly Issue[]; readonly reason: readonly Issue[] }>();
  const others = evidence.codebook.issues.filter(({ id }) => id !== focal);
  for (const stand of stands)
    for (const statement of stand.statements) {
      const [condition = [], reason = []] = [statement.condition?.passage, statement.reason].map((passage) =>
        passage === undefined ? [] : linkedIssues(passage, statement.actor, others, evidence.statements),
      );
      linked.set(statement, { condition, reason });
      if (statement.condition && condition.length === 0)
        leftOut.push({
          what: statement.condition.passage.quote,
          why: `No issue of the codebook is this condition of ${nameOf(stand.actor)}.`,
        });
    }
  const tied = new Set(
    [...linked.values()].flatMap(({ condition, reason }) => [...condition, ...reason].map(({ id }) => id)),
  );
  const issueOption = new Map<IssueId, OptionId>();
  for (const other of others) {
    const held = on(other.id);
    if (!tied.has(other.id)) {
      if (held.length > 0)
        leftOut.push({ what: other.label, why: `No condition or reason ties it to “${issue.label}”.` });
      continue;
    }
    const { actors: doers, joint } = doersOf(other, evidence.codebook);
    const [doer] = doers;
    if (doer === undefined || joint) {
      leftOut.push({ what: other.label, why: 'Its proposal names no single party whose act it would be.' });
      continue;
    }
    const id = optionId(other.id);
    issueOption.set(other.id, id);
    acts.push(act(doer, id, other.label, ids(held.flatMap(({ statements }) => statements))));
  }

  const optionsOf = (found: readonly Issue[] = []) => found.flatMap(({ id }) => issueOption.get(id) ?? []);
  const wishesOf = (maker: ActorId): readonly Wish[] =>
    positions
      .filter(({ actor }) => actor === maker)
      .flatMap((position): readonly Wish[] => {
        const { stance, statements } = position;
        const own = focalOption.get(maker);
        if (position === proposer) return proposerWishes(parts, statements);
        if (position.issue === focal && own !== undefined) {
          if (stance === 'support') return [plainWish(own, 'support', statements)];
          if (stance === 'oppose') return opponentWishes(parts, own, statements, reasonsOf(statements));
          return statements.flatMap((statement) =>
            optionsOf(linked.get(statement)?.condition).flatMap((condition) =>
              conditionWishes(own, condition, statement),
            ),
          );
        }
        const id = issueOption.get(position.issue);
        return id !== undefined && (stance === 'support' || stance === 'oppose')
          ? [plainWish(id, stance, statements)]
          : [];
      });
  const reasonsOf = (statements: readonly Statement[]) =>
    statements.flatMap((statement) =>
      optionsOf(linked.get(statement)?.reason).map((option) => ({ option, statement })),
    );

  const makers = [...new Set(acts.map(({ maker }) => maker))].map((maker): DecisionMaker => {
    const statements = preferenceStatements(wishesOf(maker), writeFormula);
    return {
      id: makerId(maker),
      name: nameOf(maker),
      actor: maker,
      options: acts.filter((one) => one.maker === maker).map(({ option }) => option),
      prefers: statements.length > 0 ? { kind: 'statements', groups: [statements] } : { kind: 'unknown' },
    };
  });
  const infeasible = stands.flatMap((stand): Infeasible[] => {
    const own = focalOption.get(stand.actor);
    if (own === undefined || !parts.accept.includes(own)) return [];
    return [
      {
        when: {
          kind: 'and',
          of: [
            { kind: 'option', option: own },
            { kind: 'not', of: { kind: 'option', option: press } },
          ],
        },
        text: `${own} and not ${press}`,
        why: `Nothing to accept unless ${nameOf(proposer.actor)} proposes it.`,
        because: ids(stand.statements),
      },
    ];
  });
  const taken = new Set<OptionId>([
    press,
    ...stands.flatMap(({ actor, stance }) => (stance === 'oppose' ? (focalOption.get(actor) ?? []) : [])),
    ...acts.flatMap(({ maker, option }) =>
      positions.some(
        ({ actor, issue: held, stance }) =>
          actor === maker && issueOption.get(held) === option.id && stance === 'support',
      )
        ? [option.id]
        : [],
    ),
  ]);
  const conflict: Conflict = {
    title: question.title,
    ...(question.asOf !== undefined && { asOf: question.asOf }),
    makers,
    infeasible,
    statusQuo: makers
      .flatMap(({ options }) => options)
      .map(({ id }) => (taken.has(id) ? 'Y' : 'N'))
      .join(''),
  };
  return { ok: true, value: { conflict, focal, leftOut } };
};

const act = (maker: ActorId, id: OptionId, name: string, because: Option['because']): Act => ({
  maker,
  option: { id, name, moves: 'both', because },
});

const refused = (code: string, says: string): Outcome<never> => ({ ok: false, problems: [{ code, at: [], says }] });
