import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { listening } from '../desk/src/cli/listening.ts';
import { main } from '../desk/src/cli/main.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The fenced blocks of a page in one language, in order. */
const blocks = (page: string, language: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```(\S+)[^\n]*\n([\s\S]*?)^```$/gm)].flatMap(([, name, body]) =>
    name === language && body !== undefined ? [body] : [],
  );

test('the first example of the README runs and prints what it says', async () => {
  const [source = ''] = blocks(join(root, 'README.md'), 'ts');
  const [printed = ''] = blocks(join(root, 'README.md'), 'text');
  expect(source.trim().split('\n').length).toBeLessThanOrEqual(20);
  const folder = join(root, 'scripts', 'generated');
  const file = join(folder, 'readme.ts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, source);
  const lines: string[] = [];
  const log = console.log;
  console.log = (...words: unknown[]) => void lines.push(words.join(' '));
  try {
    await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    console.log = log;
    rmSync(folder, { recursive: true });
  }
  expect(lines.join('\n').trim()).toBe(printed.trim());
});

test('every command that the README shows runs', async () => {
  const commands = blocks(join(root, 'README.md'), 'sh')
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line.startsWith('npx entente ') && !/ (open|add) /.test(line));
  expect(commands.length).toBeGreaterThan(3);
  const folder = mkdtempSync(join(tmpdir(), 'entente-readme-'));
  for (const line of commands) {
    const words = [...line.slice('npx entente '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare ?? '',
    );
    const { shell, out } = listening(root);
    const args = words.map((word, at) => (words[at - 1] === '-o' ? join(folder, word) : word));
    const code = await main(args, shell);
    expect({ line, code }).toEqual({ line, code: 0 });
    expect(out().length, line).toBeGreaterThan(0);
  }
});
