import type { Conflict } from '../conflict/conflict.ts';
import type { PreferenceStatement } from '../preference/preference.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import { rerank } from '../stability/graph-model.ts';
import type { Concept, OriginId, SanctionRule, StatementId } from '../vocabulary.ts';
import { equilibriumCodes } from './effect.ts';
import { ranksUnder } from './variant.ts';

/** Something that a conclusion may rest on: one assumption, one aim as evidenced, or all that one origin bears. */
export type Ground =
  | { readonly kind: 'assumption'; readonly maker: number; readonly statement: PreferenceStatement }
  | { readonly kind: 'aim'; readonly maker: number; readonly statement: PreferenceStatement }
  | { readonly kind: 'origin'; readonly origin: OriginId; readonly aims: number };

/** What becomes of the equilibria without a ground. States are codes. */
export interface Rest {
  readonly ground: Ground;
  readonly gained: readonly number[];
  readonly lost: readonly number[];
}

const withoutStatements = (
  conflict: Conflict,
  model: GraphModel,
  gone: (statement: PreferenceStatement, maker: number) => boolean,
): GraphModel => {
  const ranks = conflict.makers.map(({ prefers }, maker) => {
    if (prefers.kind !== 'statements') return model.ranks[maker] ?? new Uint32Array(model.size);
    const groups = prefers.groups.map((group) => group.filter((statement) => !gone(statement, maker)));
    return ranksUnder(conflict, model, maker, {
      kind: 'statements',
      groups: groups.filter(({ length }) => length > 0),
    });
  });
  return rerank(model, ranks);
};

/**
 * What the equilibria under a concept rest on: each assumption, each evidenced aim and each origin is left out by itself, and the
 * difference noted. An aim falls with an origin when every statement behind it comes from that origin.
 *
 * Grounds that change nothing are in the answer too, with nothing gained or lost: that a conclusion does not rest on them is a finding.
 */
export const restsOn = (
  conflict: Conflict,
  model: GraphModel,
  concept: Concept,
  originOf: ReadonlyMap<StatementId, OriginId>,
  rule: SanctionRule = 'legal',
): readonly Rest[] => {
  const before = equilibriumCodes(model, concept, rule);
  const without = (ground: Ground, gone: (statement: PreferenceStatement, maker: number) => boolean): Rest => {
    const now = equilibriumCodes(withoutStatements(conflict, model, gone), concept, rule);
    return {
      ground,
      gained: now.filter((code) => !before.includes(code)),
      lost: before.filter((code) => !now.includes(code)),
    };
  };
  const aims = conflict.makers.flatMap(({ prefers }, maker) =>
    prefers.kind === 'statements' ? prefers.groups.flat().map((statement) => ({ maker, statement })) : [],
  );
  const originsOf = (statement: PreferenceStatement) =>
    new Set(statement.because.flatMap((id) => originOf.get(id) ?? []));
  const bornBy = (statement: PreferenceStatement, origin: OriginId) => {
    const origins = originsOf(statement);
    return origins.size === 1 && origins.has(origin);
  };
  const origins = new Set(aims.flatMap(({ statement }) => [...originsOf(statement)]));
  return [
    ...aims.map(({ maker, statement }) =>
      without(
        { kind: statement.assumed ? 'assumption' : 'aim', maker, statement },
        (other, whose) => other === statement && whose === maker,
      ),
    ),
    ...[...origins].map((origin) => {
      const borne = aims.filter(({ statement }) => bornBy(statement, origin)).length;
      return without({ kind: 'origin', origin, aims: borne }, (statement) => bornBy(statement, origin));
    }),
  ];
};
