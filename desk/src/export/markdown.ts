import type { Outline, OutlineBlock } from '@entente/core/report/outline';

/** A source's words must not become marks of the notation, nor tags of the page that it may be turned into. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/^([#+\-=>]|\d+[.)])(?=\s|$)/, '\\$1');

const marks = (notes: readonly number[]): string => [...new Set(notes)].map((number) => `[^${number}]`).join('');

const cell = (text: string): string => plain(text) || ' ';

const block = (one: OutlineBlock): string => {
  switch (one.kind) {
    case 'heading':
      return `${'#'.repeat(one.level)} ${plain(one.text)}`;
    case 'paragraph':
      return `${plain(one.text)}${marks(one.notes)}`;
    case 'item':
      return `- ${plain(one.text)}${marks(one.notes)}`;
    case 'table':
      return [one.head, one.head.map(() => '---'), ...one.rows]
        .map((row, at) => `| ${row.map((text) => (at === 1 ? text : cell(text))).join(' | ')} |`)
        .join('\n');
  }
};

/** A report in Markdown, with its citations as footnotes. */
export const markdownOf = ({ blocks, notes }: Outline): string => {
  const body = blocks.map((one, at) => {
    const next = blocks[at + 1];
    return `${block(one)}${one.kind === 'item' && next?.kind === 'item' ? '\n' : '\n\n'}`;
  });
  return `${body.join('')}${notes.map((text, at) => `[^${at + 1}]: ${plain(text)}`).join('\n')}\n`;
};
