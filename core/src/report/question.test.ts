import { describe, expect, test } from 'vitest';
import { harbour, type Row, river } from '../../testing/question-table.ts';
import { type Question, readQuestion } from './question.ts';

const told = ({ kind, actor, issue, unknown }: Question): string =>
  [kind, actor?.id ?? (unknown === undefined ? '-' : `(${unknown})`), issue?.id ?? '-'].join(' ');

const right = ([, kind, actor, issue]: Row): string =>
  [kind, actor === '' ? '-' : actor, issue === '' ? '-' : issue].join(' ');

describe.each([harbour, river])('questions to a made-up dossier', ({ codebook, stands, rows }) => {
  test('all but few are read as a person reads them', () => {
    const wrong = rows.filter(
      (row) => told(readQuestion(codebook, stands, row[0])).replace(/ \(.*?\) /, ' - ') !== right(row),
    );
    expect(wrong.length / rows.length, wrong.map(([text]) => text).join(' ')).toBeLessThan(0.15);
  });
});

describe('a question', () => {
  const { codebook, stands } = harbour;
  const read = (text: string): Question => readQuestion(codebook, stands, text);
  test('names what else it could be about', () => {
    const { issue, others } = read('What does Marenia say about fees?');
    expect([issue?.id, others.map(({ id }) => id)]).toEqual(['harbour-fees', ['fee-exemption']]);
  });
  test('about something that is no issue takes none, and says what comes nearest', () => {
    const { issue, others } = read('Why does Quell refuse a tunnel under the harbour?');
    expect([issue, others[0]?.id]).toEqual([undefined, 'harbour-fees']);
  });
  test('by somebody unknown says whom it does not know', () =>
    expect(read('Why does Sweden oppose dredging the channel?').unknown).toBe('Sweden'));
  test('by a person is put to the party that the person speaks for', () => {
    const { actor, named } = read('Does Ilse Brandt back the customs union?');
    expect([actor?.id, named?.id]).toEqual(['marenia', 'brandt']);
  });
  test('of what changed has its date', () => expect(read('What changed since 3 May 2031?').since).toBe('2031-05-03'));
  test('without a word on what it is about is open', () => expect(read('What does Marenia want?').open).toBe(true));
  test('keeps the way that it asks after', () => {
    expect(read('Who opposes dredging?').stance).toBe('oppose');
    expect(read('Who is for dredging?').stance).toBe('support');
  });
});
