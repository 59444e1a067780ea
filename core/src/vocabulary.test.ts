import { expect, expectTypeOf, test } from 'vitest';
import {
  type ActorId,
  actorId,
  type DocumentId,
  documentId,
  type EventId,
  type FigureId,
  type ForecastId,
  type IssueId,
  type MakerId,
  type OptionId,
  type OriginId,
  type StatementId,
} from './vocabulary.ts';

test('no two kinds of id are the same text', () => {
  expect(documentId('001')).toBe('001');
  expectTypeOf<DocumentId>().not.toEqualTypeOf<ActorId>();
  expectTypeOf<string>().not.toExtend<DocumentId>();
  // @ts-expect-error an actor is no document
  const wrong: DocumentId = actorId('japan');
  expect(wrong).toBe('japan');
  type Id =
    | DocumentId
    | StatementId
    | ActorId
    | IssueId
    | EventId
    | FigureId
    | ForecastId
    | OriginId
    | MakerId
    | OptionId;
  type Brands<T> = T extends { readonly brand: infer Brand } ? Brand : never;
  type Names =
    | 'DocumentId'
    | 'StatementId'
    | 'ActorId'
    | 'IssueId'
    | 'EventId'
    | 'FigureId'
    | 'ForecastId'
    | 'OriginId'
    | 'MakerId'
    | 'OptionId';
  expectTypeOf<Brands<Id>>().toEqualTypeOf<Names>();
});
