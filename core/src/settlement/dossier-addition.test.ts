import { expect, test } from 'vitest';
import type { Conflict } from '../conflict/conflict.ts';
import type { Passage } from '../document/passage.ts';
import type { Formula, PreferenceStatement } from '../preference/preference.ts';
import type { Statement } from '../statement/statement.ts';
import { actorId, documentId, issueId, makerId, optionId, statementId } from '../vocabulary.ts';
import { additionsFrom } from './dossier-addition.ts';

const text = 'Lowland will not agree until Upland shares its flow data. Upland keeps silent.';

const passage = (quote: string): Passage => {
  const start = text.indexOf(quote);
  return { document: documentId('d'), start, end: start + quote.length, quote };
};

const refusal: Statement = {
  id: statementId('s1'),
  passage: passage('Lowland will not agree until Upland shares its flow data'),
  actor: actorId('lowland'),
  issue: issueId('fill'),
  stance: 'conditional',
  condition: { kind: 'until', passage: passage('until Upland shares its flow data') },
  attribution: [],
  level: 'explicit',
  coder: { kind: 'person', name: 'coder' },
  status: 'accepted',
};

const option = (id: string): Formula => ({ kind: 'option', option: optionId(id) });
const aim = (that: Formula): PreferenceStatement => ({ that, text: '', because: [], assumed: true });

const dam = (aims: readonly PreferenceStatement[]): Conflict => ({
  title: 'dam',
  infeasible: [],
  makers: [
    {
      id: makerId('up'),
      name: 'Upland',
      options: [{ id: optionId('share'), name: 'Share the flow data', moves: 'both', because: [] }],
      prefers: { kind: 'unknown' },
    },
    {
      id: makerId('low'),
      name: 'Lowland',
      options: [{ id: optionId('agree'), name: 'Agree', moves: 'both', because: [statementId('s1')] }],
      prefers: { kind: 'statements', groups: aims.map((one) => [one]) },
    },
  ],
});

const makerOf = (actor: string) => (actor === 'lowland' ? 1 : actor === 'upland' ? 0 : undefined);

test('a condition in the dossier that the model lacks is offered with its statement', () => {
  const found = additionsFrom(dam([aim(option('agree'))]), [refusal], makerOf);
  expect(found.map(({ maker, statement }) => [maker, statement.text, statement.because, statement.assumed])).toEqual([
    [1, 'share if agree', ['s1'], false],
  ]);
});

test('what the model has already, a suggestion nobody accepted, and a party outside of the model give none', () => {
  const has = dam([aim({ kind: 'if', that: option('share'), when: option('agree') })]);
  expect(additionsFrom(has, [refusal], makerOf)).toEqual([]);
  expect(additionsFrom(dam([]), [{ ...refusal, status: 'suggested' }], makerOf)).toEqual([]);
  expect(additionsFrom(dam([]), [{ ...refusal, actor: actorId('coastland') }], makerOf)).toEqual([]);
});
