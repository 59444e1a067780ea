import { describe, expect, test } from 'vitest';
import { quotaDossier } from '../../testing/quota-dossier.ts';
import { positionsOver } from '../position/position.ts';
import { briefOf } from './brief.ts';

const positions = positionsOver(quotaDossier);
const brief = briefOf(quotaDossier, positions);

describe('a brief', () => {
  test('puts first what nobody on record says, with its words', () => {
    expect(brief.thin.map(({ says, note }) => `${says} (${note})`)[0]).toMatch(/\(one origin, anonymous throughout\)$/);
    for (const { citations } of brief.thin) expect(citations.length).toBeGreaterThan(0);
  });
  test('leaves out what two origins put on record', () =>
    expect(brief.thin.some(({ actor }) => actor === 'norland')).toBe(false));
  test('quotes an open condition and cites its place', () => {
    const held = positions.filter(({ conditions }) => conditions.length > 0);
    expect(brief.conditions.length).toBe(Math.min(5, held.length));
    for (const { quote, citations } of brief.conditions) {
      expect(quote).toBeTruthy();
      expect(citations[0]?.passage.quote.replace(/\s+/g, ' ')).toContain(quote?.slice(0, 12));
    }
  });
  test('tells what moved by what was held before', () => {
    for (const { note, actor, issue } of brief.moved) {
      const own = positions.find((one) => one.actor === actor && one.issue === issue);
      expect(own?.history.length).toBeGreaterThan(1);
      expect(note).toMatch(/^before that: /);
    }
  });
  test('tells nothing that happened after its day', () => {
    const early = briefOf({ ...quotaDossier, asOf: '1990' }, positions);
    expect(early.happened).toEqual([]);
  });
  test('of no positions says nothing', () => {
    const none = briefOf({ ...quotaDossier, events: [] }, []);
    expect([none.thin, none.conditions, none.moved, none.happened].flat()).toEqual([]);
  });
});
