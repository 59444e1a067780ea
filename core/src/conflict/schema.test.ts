import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyConflict } from '../../testing/any-conflict.ts';
import { catalogue } from '../../testing/catalogue.ts';
import { misfits } from '../../testing/json-schema.ts';
import { FIELDS } from './fields.ts';
import { readConflict } from './read-conflict.ts';
import { conflictData } from './write-conflict.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../schema/conflict.schema.json'), 'utf8'));

const propertiesOf = (part: string): string[] =>
  Object.keys((part === 'conflict' ? schema : schema['$defs'][part]).properties);

test.each(Object.entries(FIELDS))('the schema has the fields that the reader knows: %s', (part, fields) => {
  expect(propertiesOf(part).sort()).toEqual([...fields].sort());
});

test('every case of the catalogue fits the schema', () => {
  for (const { path, model } of catalogue())
    expect({ path, misfits: misfits(model, schema) }).toEqual({ path, misfits: [] });
});

test('law: what is written fits the schema', () => {
  fc.assert(
    fc.property(anyConflict, (conflict) => {
      expect(misfits(JSON.parse(JSON.stringify(conflictData(conflict))), schema)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

const maker = { id: 'a', options: ['x', 'y'] };

test.each([
  ['an unknown field', { makers: [maker], colour: 'red' }],
  ['two methods', { makers: [{ ...maker, prefers: ['x'], weights: { x: 1 } }] }],
  ['a direction that is none', { makers: [{ id: 'a', options: [{ id: 'x', moves: 'up' }] }] }],
  ['two kinds of rule', { makers: [maker], infeasible: [{ when: 'x', states: ['YY'] }] }],
  ['an id that formulas use', { makers: [{ id: 'if', options: ['x'] }] }],
  ['a preference without formula', { makers: [{ ...maker, prefers: [{ note: 'why' }] }] }],
  ['no makers', {}],
  ['a weight that is no number', { makers: [{ ...maker, weights: { x: 'much' } }] }],
  ['an owner forgotten', { makers: [maker], options: [{ id: 'z' }] }],
])('schema and reader both refuse %s', (_, data) => {
  expect(misfits(data, schema)).not.toEqual([]);
  expect(readConflict(data).ok).toBe(false);
});
