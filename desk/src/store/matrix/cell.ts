import type { Position } from '@entente/core/position/position';
import type { PositionCell } from '../store.ts';

/** A position without its statements. */
export const cellOf = (position: Position): PositionCell => ({
  actor: position.actor,
  issue: position.issue,
  stance: position.stance,
  contested: position.contested,
  stances: position.stances.map(({ stance, origins, statements }) => ({
    ...{ stance, origins: origins.length, statements: statements.length },
  })),
  basis: position.basis,
  voice: position.voice,
  origins: position.origins.length,
  statements: position.statements.map(({ id }) => id),
  counts: position.counts,
  conditions: position.conditions.length,
  ...(position.interval !== undefined && { interval: position.interval }),
  stages: position.history.length,
  ...(position.suggested && { suggested: position.suggested.stance }),
});
