import { expect, test } from 'vitest';
import { main } from './main.ts';
import type { Shell } from './shell.ts';

const shell = () => {
  const said = { out: '', err: '' };
  const it: Shell = {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    terminal: false,
    outTerminal: false,
    columns: 80,
    cwd: '.',
  };
  return { said, it };
};

test('without a command the help is the answer', async () => {
  const { said, it } = shell();
  expect(await main([], it)).toBe(0);
  expect(said.out).toContain('Usage: entente');
});

test('an unknown command is unusable input, said on stderr', async () => {
  const { said, it } = shell();
  expect(await main(['nonsense'], it)).toBe(2);
  expect(said.out).toBe('');
  expect(said.err).toContain('nonsense');
});
