import type { Position } from '@entente/core/position/position';
import type { Actor, Issue } from '@entente/core/statement/codebook';
import { actorId, type Edtf, issueId } from '@entente/core/vocabulary';
import { createRoute, z } from '@hono/zod-openapi';
import type { PositionCell } from '../../store/store.ts';
import { asOfIn, asOfQuery } from '../as-of.ts';
import type { Desk } from '../desk.ts';
import { libraryFor, type Quoted, quoted } from '../quoted.ts';
import { answer, found, told } from '../wire.ts';
import { routes } from './routes.ts';

export type { PositionCell };

/** The matrix: who stands where as of a day. */
export interface PositionPage {
  readonly version: number;
  /** Those of whom anything is said, in the codebook's order. */
  readonly actors: readonly Actor[];
  readonly issues: readonly Issue[];
  readonly cells: readonly PositionCell[];
}

/** One cell, opened. */
export interface PositionDetail {
  readonly position: Position;
  /** All statements of the position, of its history and of what is suggested beside it, by id. */
  readonly quoted: readonly Quoted[];
}

const matrix = createRoute({
  method: 'get',
  path: '/api/positions',
  request: { query: asOfQuery },
  responses: { 200: answer<PositionPage>('PositionPage', 'Actors by issues, as of a day') },
});

const cell = createRoute({
  method: 'get',
  path: '/api/positions/{actor}/{issue}',
  request: { params: z.object({ actor: z.string(), issue: z.string() }), query: asOfQuery },
  responses: { 200: answer<PositionDetail>('PositionDetail', 'One position with its statements') },
});

export const matrixOf = async ({ store }: Desk, asOf?: Edtf): Promise<PositionPage> => {
  const version = store.version();
  const [{ actors, issues }, cells] = await Promise.all([store.codebook(), store.positions(asOf)]);
  const [spoken, asked] = [new Set(cells.map(({ actor }) => actor)), new Set(cells.map(({ issue }) => issue))];
  return {
    version,
    actors: actors.filter(({ id }) => spoken.has(id)),
    issues: issues.filter(({ id }) => asked.has(id)),
    cells,
  };
};

export const positions = (desk: Desk) =>
  routes()
    .openapi(matrix, async (context) =>
      context.json(told<PositionPage>(await matrixOf(desk, asOfIn(context.req.valid('query')))), 200),
    )
    .openapi(cell, async (context) => {
      const { actor, issue } = context.req.valid('param');
      const asOf = asOfIn(context.req.valid('query'));
      const own = await desk.store.position(actorId(actor), issueId(issue), asOf);
      const position = found(own, `${actor} ${issue}`, 'Nothing is said of this actor on this issue at that time.');
      const statements = [
        ...position.history.flatMap((stage) => stage.statements),
        ...(position.suggested?.history.flatMap((stage) => stage.statements) ?? []),
      ];
      const library = await libraryFor(
        desk.store,
        statements.map(({ passage }) => passage.document),
      );
      return context.json(told<PositionDetail>({ position, quoted: quoted(library, statements) }), 200);
    });
