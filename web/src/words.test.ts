import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** Attributes that a reader sees or hears. */
const SAID = new Set(['aria-label', 'title', 'placeholder', 'alt', 'aria-description']);
const isSaid = (text: string): boolean => /\p{L}{2,}/u.test(text);

/** Words that a view says by itself: in its elements, or in what names them. Keys (`<kbd>`) are no words. */
const ownWords = (file: string): readonly string[] => {
  const source = ts.createSourceFile(file, readFileSync(HERE + file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'kbd') return;
    if (ts.isJsxText(node) && isSaid(node.text)) found.push(`${file}: ${node.text.trim()}`);
    if (
      ts.isJsxAttribute(node) &&
      SAID.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    )
      found.push(`${file}: ${node.initializer.text}`);
    if (ts.isStringLiteral(node) && ts.isJsxExpression(node.parent) && isSaid(node.text)) {
      if (!ts.isJsxAttribute(node.parent.parent)) found.push(`${file}: ${node.text}`);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
};

test('what the workbench says stands in words.ts, and in no view', () => {
  const views = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  expect(views.length).toBeGreaterThan(30);
  expect(views.flatMap(ownWords)).toEqual([]);
});
