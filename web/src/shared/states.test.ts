import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { isAbsent, NoDate, Problems } from './states.tsx';

const shown = (code: string): string =>
  renderToStaticMarkup(createElement(Problems, { problems: [{ code, at: ['%E0%A4%A'], says: 'It cannot be read.' }] }));

test('problems of files have a place and a code, those of a request are a sentence', () => {
  expect(shown('dossier/date')).toMatch(/<b>%E0%A4%A: <\/b>It cannot be read\..*dossier\/date/);
  for (const code of ['http/absent', 'http/request', 'desk/unreached'])
    expect(shown(code)).toBe('<ul class="problems"><li>It cannot be read. </li></ul>');
});

test('what is absent is known from other faults', () => {
  const failed = (code: string) => ({ kind: 'failed', problems: [{ code, at: [], says: '' }] }) as const;
  expect(isAbsent(failed('http/absent'))).toBe(true);
  expect(isAbsent(failed('http/fault'))).toBe(false);
  expect(isAbsent({ kind: 'asked' })).toBe(false);
});

test('a day in the address that is no date is told', () => {
  expect(renderToStaticMarkup(createElement(NoDate, { wrong: '2021-99' }))).toContain('“2021-99”, which is no date');
  expect(renderToStaticMarkup(createElement(NoDate, { wrong: undefined }))).toBe('');
});
