import { edtfWords } from '@entente/core/chronicle/edtf-words';
import type { Document } from '@entente/core/document/document';
import type { Line } from '@entente/reading/suggestion/jsonl';
import type { Reading } from '@entente/reading/suggestion/read';

const STANCE: Readonly<Record<string, string>> = {
  support: 'supports',
  oppose: 'opposes',
  conditional: 'accepts only on condition',
  neutral: 'weighs',
  'no-position': 'takes no position on',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const quote = (value: unknown): string => `“${text(value).replace(/\s+/g, ' ').trim()}”`;
const words = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'text' in value ? quote(value.text) : '';

const chain = (value: unknown): string =>
  Array.isArray(value) && value.length > 0 ? `according to ${value.map(String).join(', according to ')}` : '';

const sureness = (line: Line): string =>
  typeof line['confidence'] === 'number' ? `${Math.round(line['confidence'] * 100)} %` : '';

/** The paragraph of the document in which an offset lies, counted from 1. */
const paragraph = (document: Document | undefined, start: number): string => {
  const index = document?.blocks.findIndex((block) => block.start <= start && start < block.end) ?? -1;
  return index < 0 ? '' : `¶${index + 1}`;
};

const body = (line: Line, reading: Reading): string[] => {
  const name = (id: unknown) => reading.codebook.actors.find((actor) => actor.id === id)?.name ?? text(id);
  const date = text(line['date']) === '' ? '' : `, ${edtfWords(text(line['date']))}`;
  const by = chain(line['attribution']);
  switch (line.kind) {
    case 'statement': {
      const issue = reading.codebook.issues.find(({ id }) => id === line['issue']);
      const speaker = line['speaker'] ? ` (${name(line['speaker'])})` : '';
      return [
        `${name(line['actor'])}${speaker} ${STANCE[text(line['stance'])] ?? text(line['stance'])}: ${issue?.label ?? text(line['issue'])}${date}`,
        quote(line['text']),
        ...(line['condition'] ? [`on condition: ${words(line['condition'])}`] : []),
        ...(line['reason'] ? [`because: ${words(line['reason'])}`] : []),
        ...(by ? [by] : []),
        ...(line['model'] ? [`put forward by ${text(line['model'])}, a language model`] : []),
        ...(line['because']
          ? [`${text(line['because'])} (${Math.round(Number(line['shipped']) * 100)} % before)`]
          : []),
      ];
    }
    case 'event':
      return [`event${date || ', undated'}`, quote(line['text'])];
    case 'figure':
      return [
        `figure ${line['value'] === null ? 'without a number' : [line['value']].flat().join('–')} ${text(line['unit'])}`,
        quote(line['text']),
      ];
    case 'forecast':
      return [
        `forecast${line['by'] ? ` by ${name(line['by'])}` : ''} (${text(line['likelihood'])})`,
        quote(line['text']),
      ];
    default:
      return [`taken from ${text(line['source'])} (${text(line['relation'])})`, quote(line['text'])];
  }
};

/**
 * The suggestions of a reading for people, by document, in the order of the text, each with its paragraph, its words and how sure it is.
 *
 * @param given the issues come from a codebook; else they are listed as put forward
 */
export const readingText = (
  reading: Reading,
  found: readonly Line[],
  documents: readonly Document[],
  given: boolean,
): string => {
  const out: string[] = [];
  if (!given && reading.codebook.issues.length > 0) {
    out.push('Issues put forward from what is said:');
    for (const { label, proposal } of reading.codebook.issues) out.push(`  ${label}  (${proposal})`);
    out.push('');
  }
  for (const document of documents) {
    const mine = found.filter((line) => line.document === document.file);
    out.push(`${document.file}: ${mine.length} ${mine.length === 1 ? 'suggestion' : 'suggestions'}, none accepted yet`);
    for (const line of mine) {
      const [first = '', ...rest] = body(line, reading);
      out.push(`  ${paragraph(document, line.start)} ${first}  ${sureness(line)}`.trimEnd());
      for (const more of rest) out.push(`      ${more}`);
    }
    out.push('');
  }
  return `${out.join('\n').trimEnd()}\n`;
};
