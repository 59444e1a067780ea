import { expect, test } from 'vitest';
import { harbour } from '../../testing/question-table.ts';
import { readConflict } from '../conflict/read-conflict.ts';
import { readQuestion } from './question.ts';
import { whatIf } from './what-if.ts';

const conflict = () => {
  const read = readConflict({
    conflict: 'The harbour',
    makers: [
      { id: 'port', name: 'Port Authority of Sel', actor: 'port', options: [{ id: 'lower', name: 'Lower the fees' }] },
      {
        id: 'dockers',
        name: 'Dockers’ Union',
        actor: 'dockers',
        options: [
          { id: 'strike', name: 'Strike in the port' },
          { id: 'talk', name: 'Talk with the owners' },
        ],
      },
    ],
    'status-quo': 'NYN',
  });
  if (!read.ok) throw new RangeError(JSON.stringify(read.problems));
  return read.value;
};

const asked = (text: string) => whatIf(conflict(), readQuestion(harbour.codebook, harbour.stands, text));

test('an act is found by who acts and what is done', () => {
  expect(asked('What happens if the Port Authority lowers the harbour fees?')).toEqual({
    state: 'YYN',
    says: 'Port Authority of Sel takes up “Lower the fees”',
  });
  expect(asked('What if the dockers talk with the owners?')?.state).toBe('NYY');
});

test('what is done already is given up', () =>
  expect(asked('What happens if the dockers end the strike?')).toEqual({
    state: 'NNN',
    says: 'Dockers’ Union gives up “Strike in the port”',
  }));

test('what nobody can do leads nowhere', () => expect(asked('What if Quell builds a bridge?')).toBeUndefined());
