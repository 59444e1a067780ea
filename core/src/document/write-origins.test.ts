import { expect, test } from 'vitest';
import { documentId } from '../vocabulary.ts';
import type { Document } from './document.ts';
import { passageOf } from './passage.ts';
import { type OriginsByHand, readOrigins } from './read-origins.ts';
import { writeOrigins } from './write-origins.ts';

const text = 'They said no. They said yes. They said no.';
const named = (id: string): Document => ({
  ...{ id: documentId(id), file: `${id}.txt`, text, sha256: '', blocks: [], boilerplate: [] },
});
const [wire, brief] = [named('wire'), named('brief')];

test('corrections by hand, written and read, are the same: repeated words, passages of their own, pairs', () => {
  const hand: OriginsByHand = {
    derived: [
      {
        ...{ kind: 'verbatim', source: passageOf(wire, 29, 42), derived: passageOf(brief, 0, 13), score: 1 },
        direction: { by: ['by hand'], sure: true },
      },
    ],
    apart: [[wire.id, brief.id]],
    own: [{ passage: passageOf(brief, 14, 28), from: wire.id }, { passage: passageOf(brief, 0, 13) }],
    joined: [[brief.id, wire.id]],
  };
  const data = writeOrigins(hand, new Map([wire, brief].map((one) => [one.id, one])));
  const read = readOrigins(
    data,
    new Map([
      ['wire', wire],
      ['brief', brief],
    ]),
  );
  expect(read).toEqual({ value: hand, problems: [] });
});
