import { isEdtf } from '@entente/core/document/edtf';
import { type Frozen, fault, type Place, reason, unread } from './frozen.ts';
import { pageOf } from './html.ts';
import type { Facts } from './markdown.ts';
import { type Archive, unpacked } from './zip.ts';

export const ODT_LIMITS = { entries: 4_000, total: 200 * 1024 * 1024, largest: 48 * 1024 * 1024 };

/** Whether an archive is a text as LibreOffice and others write it; spreadsheets and slides of the same kind are none. */
export const isOdt = (archive: Archive): boolean => {
  const kind = part(archive, 'mimetype').trim();
  return (
    archive.entries.some(({ name }) => name === 'content.xml') &&
    /^application\/vnd\.oasis\.opendocument\.text/.test(kind)
  );
};

const part = (archive: Archive, name: string): string => {
  const entry = archive.entries.find((one) => one.name === name);
  return entry ? new TextDecoder().decode(unpacked(archive, entry)) : '';
};

/** Styles whose words nobody sees: marked as hidden, white, or without height. */
const hiddenStyles = (xml: string): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const [, attributes = '', body = ''] of xml.matchAll(
    /<style:style\b([^>]{0,1000})>((?:(?!<\/style:style>)[\s\S]){0,4000})<\/style:style>/g,
  )) {
    const name = /\bstyle:name="([^"]{1,200})"/.exec(attributes)?.[1];
    const paper = /\bfo:background-color="(?!transparent|#ffffff)/i.test(body);
    const unseen =
      /\btext:display="none"/.test(body) ||
      /\bfo:font-size="0?(?:\.\d+)?(?:pt|in|cm|%)?"/.test(body) ||
      (!paper && /\bfo:color="#ffffff"/i.test(body));
    if (name !== undefined && unseen) names.add(name);
  }
  return names;
};

/** What of an element of the text becomes which of a page; the others leave their words alone. */
const TAGS: Readonly<Record<string, string>> = {
  'text:p': 'p',
  'text:list': 'ul',
  'text:list-item': 'li',
  'table:table': 'table',
  'table:table-row': 'tr',
  'table:table-cell': 'td',
};

/** Elements whose words are no part of the text: comments, what was deleted, numbers of notes, drawings' names. */
const SILENT =
  /<(office:annotation|text:tracked-changes|text:note-citation|office:forms|svg:title|svg:desc|text:sequence-decls|text:variable-decls|text:user-field-decls|text:hidden-text|text:hidden-paragraph|office:binary-data|text:ruby-text)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/g;

/** The body of a text as a page, for what reads pages. */
const pageIn = (xml: string, hidden: ReadonlySet<string>): string =>
  xml
    .replace(SILENT, '')
    .replace(
      /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
      (_, close: string, name: string, attributes: string, single: string) => {
        const style = /\btext:style-name="([^"]{1,200})"/.exec(attributes)?.[1] ?? '';
        if (name === 'text:s')
          return ' '.repeat(Math.min(40, Number(/\btext:c="(\d{1,3})"/.exec(attributes)?.[1] ?? 1)));
        if (name === 'text:tab') return ' ';
        if (name === 'text:line-break') return '<br>';
        if (name === 'text:note') return close ? '</div>' : '<div class="footnotes">';
        if (name === 'text:h') {
          const level = Number(/\btext:outline-level="(\d)"/.exec(attributes)?.[1] ?? 1);
          return close ? '</h2>' : `<h2 data-level="${level}">`;
        }
        const mark = TAGS[name] ?? (name === 'text:span' ? 'span' : undefined);
        if (mark === undefined || (single && mark !== 'td')) return mark === 'p' ? '<p></p>' : '';
        if (close) return `</${mark}>`;
        const unseen = hidden.has(style) ? ' hidden' : '';
        return `<${mark}${unseen}>${single ? `</${mark}>` : ''}`;
      },
    );

const field = (xml: string, name: string): string | undefined => {
  const words = new RegExp(`<${name}(?:\\s[^>]{0,200})?>([^<]{1,1000})</${name}>`).exec(xml)?.[1];
  return (
    words
      ?.replace(
        /&(amp|lt|gt|quot|apos);/g,
        (_, one: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[one] ?? '',
      )
      .replace(/\s+/g, ' ')
      .trim() || undefined
  );
};

/** The words of an OpenDocument text: headings, paragraphs, lists, tables and notes; comments, deleted and hidden words are left out. */
export const odtOf = (archive: Archive, place: Place): Frozen => {
  try {
    const [content, styles, meta] = [
      part(archive, 'content.xml'),
      part(archive, 'styles.xml'),
      part(archive, 'meta.xml').slice(0, 100_000),
    ];
    if (/<!DOCTYPE|<!ENTITY/i.test(`${content}${styles}`))
      throw new Error('it defines entities of its own, which no office program does');
    const body = /<office:text\b[^>]*>([\s\S]*)<\/office:text>/.exec(content)?.[1];
    if (body === undefined)
      return unread(
        'odt',
        place,
        'The document cannot be read: it holds no text, or is locked with a password. Save it again without one, or as .docx.',
      );
    const hidden = hiddenStyles(`${content.slice(0, content.length - body.length)}${styles}`);
    const page = pageOf(`<html><body><article>${pageIn(body, hidden)}</article></body></html>`, place, false);
    const [title, author, made] = [
      field(meta, 'dc:title'),
      field(meta, 'meta:initial-creator') ?? field(meta, 'dc:creator'),
      field(meta, 'meta:creation-date')?.slice(0, 10),
    ];
    const read = (value: string) => ({ value: value.slice(0, 300), from: 'document properties' });
    const facts: Facts = { ...(title ? { title: read(title) } : {}), ...(author ? { author: read(author) } : {}) };
    const says = `The document was begun on ${made}. That need not be the day it was published, so the day is left open; give it by hand if it is known.`;
    const { title: _, ...rest } = page.hints;
    return {
      ...page,
      hints: { ...rest, own: [{ start: 0, end: page.text.length }], ...(title ? { title } : {}) },
      facts,
      notes: [...page.notes, ...(made && isEdtf(made) ? [fault('made-on', place, says)] : [])],
    };
  } catch (error) {
    return unread('odt', place, `The document cannot be read (${reason(error)}). Save it again, or as .docx or .txt.`);
  }
};
