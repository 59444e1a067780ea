import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Addresses of the links and pictures of a Markdown text, code left out. */
const links = (text: string): readonly string[] => {
  const prose = text.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  const inline = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map(([, address = '']) => address);
  const apart = [...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map(([, address = '']) => address);
  return [...inline, ...apart];
};

/** The name that a heading gets as the target of a link. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchors = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading = '']) => anchor(heading)));

/** Links of a page that lead to no file, or to no heading of one. */
const deadLinks = (page: string, text: string): readonly string[] =>
  links(text).filter((address) => {
    if (/^[a-z][a-z+.-]*:/i.test(address)) return false;
    const [path = '', target] = address.split('#');
    const file = path === '' ? join(root, page) : join(root, dirname(page), decodeURI(path));
    if (!existsSync(file)) return true;
    return target !== undefined && file.endsWith('.md') && !anchors(readFileSync(file, 'utf8')).has(target);
  });

/** Folders of the project that hold pages; `shared` and what is built or installed are no part of it. */
const walk = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return entry.name.endsWith('.md') ? [path] : [];
    return ['node_modules', 'dist', 'shared', 'fixtures', 'coverage'].includes(entry.name) || entry.name.startsWith('.')
      ? []
      : walk(path);
  });
const pages = walk('');

test.each(pages)('%s has no dead link', (page) => {
  expect(deadLinks(page, readFileSync(join(root, page), 'utf8'))).toEqual([]);
});

test('a dead link is found: a missing file, a missing heading', () => {
  const text =
    'See [a](none.md), [b](README.md#none), [c](README.md#documentation), `[d](none.md)` and [e](https://e.example).';
  expect(deadLinks('docs/README.md', text)).toEqual(['none.md', 'README.md#none']);
});
