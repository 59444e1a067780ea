import type { Document, Read } from '@entente/core/document/document';
import { isEdtf } from '@entente/core/document/edtf';
import { notKnown } from '@entente/core/document/nearest';
import type { Problem, Span } from '@entente/core/vocabulary';
import { readYaml } from '../store/yaml.ts';

const FIELDS = ['title', 'publisher', 'author', 'published', 'kind', 'grade', 'summarises', 'language', 'url', 'send'];
const KINDS = ['wire', 'article', 'brief', 'encyclopedia', 'analysis', 'official', 'other'] as const;
const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

export type Facts = Partial<
  Pick<Document, 'title' | 'publisher' | 'author' | 'published' | 'kind' | 'grade' | 'summarises' | 'language' | 'send'>
>;

export interface FrontMatter {
  readonly facts: Facts;
  readonly problems: readonly Problem[];
  /** The text after it. */
  readonly body: string;
}

const FENCED = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/;

const written = <Value>(value: Value): Read<Value> => ({ value, from: 'front matter' });

/** The fields that stand between `---` lines at the top of a text; each fault is told and its field left out. */
export const frontMatter = (text: string, file: string): FrontMatter => {
  const fenced = FENCED.exec(text);
  if (!fenced) return { facts: {}, problems: [], body: text };
  const body = text.slice(fenced[0].length).replace(/^(?:[ \t]*\r?\n)+/, '');
  const yaml = readYaml(`\n${fenced[1] ?? ''}`, file); // the empty line stands for the fence, so that lines count right
  if (!yaml.ok) return { facts: {}, problems: yaml.problems, body };
  const { value, place } = yaml.value;
  const problems: Problem[] = [];
  const fault = (code: string, field: string, says: string) => {
    problems.push({ code: `front-matter/${code}`, at: [place([field]), field], says });
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (value !== null) fault('shape', '', 'Expected fields such as “title: …” between the two lines of ---.');
    return { facts: {}, problems, body };
  }
  const fields = new Map(Object.entries(value));
  for (const name of fields.keys())
    if (!FIELDS.includes(name)) fault('unknown-field', name, notKnown('Field', name, FIELDS));
  const text_ = (name: string): string | undefined => {
    const found: unknown = fields.get(name);
    if (found === undefined || found === null) return undefined;
    if (typeof found === 'string' && found.trim() !== '') return found.trim();
    if (typeof found === 'number') return String(found);
    fault('not-text', name, `“${name}” must be a text. Put it in quotes.`);
    return undefined;
  };
  const oneOf = <Word extends string>(name: string, words: readonly Word[]): Word | undefined => {
    const found = text_(name);
    const word = words.find((one) => one === found);
    if (found !== undefined && word === undefined)
      fault(`unknown-${name}`, name, notKnown(`The ${name}`, found, words));
    return word;
  };
  const [title, publisher, author] = [text_('title'), text_('publisher'), text_('author')];
  const [language, summarises, published] = [text_('language'), text_('summarises'), text_('published')];
  const [kind, grade] = [oneOf('kind', KINDS), oneOf('grade', GRADES)];
  // Any word but “never” is a fault; until it is put right the text stays here.
  const send = fields.has('send') ? (oneOf('send', ['never'] as const) ?? 'never') : undefined;
  const dated = published === undefined || isEdtf(published);
  if (!dated) fault('date', 'published', `“${published}” is no date. Write it as 2021-11-07, 2021-11 or 2021.`);
  const facts: Facts = {
    ...(title === undefined ? {} : { title: written(title) }),
    ...(publisher === undefined ? {} : { publisher: written(publisher) }),
    ...(author === undefined ? {} : { author: written(author) }),
    ...(published === undefined || !dated ? {} : { published: written(published) }),
    ...(kind === undefined ? {} : { kind: written(kind) }),
    ...(grade === undefined ? {} : { grade }),
    ...(summarises === undefined ? {} : { summarises: written(summarises) }),
    ...(language === undefined ? {} : { language: written(language) }),
    ...(send === undefined ? {} : { send }),
  };
  return { facts, problems, body };
};

const LONGEST_LINE = 20_000;

/** Markdown as plain words: marks of headings, emphasis, links and quotes are left out, so that a quote reads as a reader sees it. */
export const plainMarkdown = (body: string): { readonly text: string; readonly headings: readonly Span[] } => {
  const headings: Span[] = [];
  let text = '';
  for (const line of body.split(/\r\n|\n|\r/)) {
    if (line.length > LONGEST_LINE) {
      text += `${line}\n`; // no one writes marks in such a line, and looking for them would take long
      continue;
    }
    const heading = /^ {0,3}#{1,6}[ \t]+(?=\S)/.exec(line);
    const bare = line
      .slice(heading?.[0].length ?? 0)
      .replace(/^ {0,3}(?:>[ \t]?)+/, '')
      .replace(/^(\s*)[*+-][ \t]+(?=\S)/, '$1• ')
      .replace(/^ {0,3}(?:[-*_][ \t]*){3,}$/, '')
      .replace(/!\[[^\]]{0,500}\]\([^)]{0,2000}\)/g, '')
      .replace(/\[([^\]]{1,1000})\]\([^)]{0,2000}\)/g, '$1')
      .replace(/<\/?[a-z!][^>]{0,2000}>/gi, '')
      .replace(/(\*\*|__)(?=\S)([^*_]{1,2000}?\S)\1/g, '$2')
      .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]{0,2000}?[^\s*_])\1(?![\p{L}\p{N}*_])/gu, '$2')
      .replace(/\\([\\`*_{}[\]()#+.!>-])/g, '$1');
    const words = heading ? bare.replace(/[ \t]+#+[ \t]*$/, '') : bare;
    if (heading) headings.push({ start: text.length, end: text.length + words.length });
    text += `${words}\n`;
  }
  return { text: text.replace(/\n+$/, '\n'), headings };
};
