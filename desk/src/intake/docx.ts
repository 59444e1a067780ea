import { isEdtf } from '@entente/core/document/edtf';
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { type Frozen, fault, type Place, reason, unread } from './frozen.ts';
import { pageOf } from './html.ts';
import type { Facts } from './markdown.ts';
import { type Archive, unpacked } from './zip.ts';

export const DOCX_LIMITS = { entries: 4_000, total: 200 * 1024 * 1024, largest: 60 * 1024 * 1024 };

/** The words of a document weigh less than this; pictures are not looked at. */
const MOST_WORDS = 48 * 1024 * 1024;

const part = (archive: Archive, name: string): string => {
  const entry = archive.entries.find((one) => one.name === name);
  return entry ? new TextDecoder().decode(unpacked(archive, entry)) : '';
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const property = (xml: string, name: string): string | undefined => {
  const found = new RegExp(`<${name}(?:\\s[^>]{0,200})?>([^<]{1,1000})</${name}>`).exec(xml)?.[1];
  const words = found
    ?.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => ENTITIES[entity] ?? '')
    .replace(/\s+/g, ' ');
  return words?.trim() || undefined;
};

/** Where a run of letters begins and ends around a place in it; runs of text boxes lie inside of others, the innermost counts. */
const runAround = (xml: string, at: number): readonly [number, number] | undefined => {
  const start = Math.max(xml.lastIndexOf('<w:r>', at), xml.lastIndexOf('<w:r ', at));
  const end = xml.indexOf('</w:r>', at);
  return start < 0 || end < 0 ? undefined : [start, end + 6];
};

const TEXT = /<w:t(?:\s[^>]{0,100})?>([^<]{0,5000})<\/w:t>/g;

/** The document without the runs that Word does not show: marked as hidden, white where nothing is dark, or without height. */
const seenOnly = (xml: string): { readonly xml: string; readonly hidden: readonly string[] } => {
  const dark = /<w:shd\b[^>]{0,200}w:fill="(?!auto|FFFFFF)[\dA-Fa-f]{6}"/.test(xml) || /<w:highlight\b/.test(xml);
  const mark = dark
    ? /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>|<w:sz w:val="[012]"\s*\/>/g
    : /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>|<w:sz w:val="[012]"\s*\/>|<w:color\s+w:val="(?:FFFFFF|ffffff)"\s*\/>/g;
  const hidden: string[] = [];
  const kept: string[] = [];
  let from = 0;
  for (const found of xml.matchAll(mark)) {
    if (found.index < from) continue;
    const run = runAround(xml, found.index);
    // properties of a paragraph's mark stand outside of any run
    if (!run || xml.slice(run[0], found.index).includes('</w:r>') || xml.slice(found.index, run[1]).includes('<w:r>'))
      continue;
    const words = [...xml.slice(...run).matchAll(TEXT)].map(([, one]) => one).join('');
    kept.push(xml.slice(from, Math.max(from, run[0])));
    from = run[1];
    if (words.trim() !== '') hidden.push(words.trim());
  }
  return { xml: kept.length === 0 ? xml : kept.join('') + xml.slice(from), hidden };
};

const day = (stamp: string | undefined): string | undefined => {
  const found = /^\d{4}-\d{2}-\d{2}/.exec(stamp ?? '')?.[0];
  return found !== undefined && isEdtf(found) ? found : undefined;
};

const NO_TITLE = /^(?:title|document\d*|untitled|microsoft word\b.*|.{0,80}\.docx?)$/i;
const NO_AUTHOR =
  /^(?:user|admin(?:istrator)?|owner|unknown|author|windows user|microsoft office user|python-docx|un-named|[\w.-]{1,20}\d{3,})$/i;

const factsOf = (core: string): Facts => {
  const [title, author, language] = [
    property(core, 'dc:title'),
    property(core, 'dc:creator'),
    property(core, 'dc:language'),
  ];
  const read = (value: string) => ({ value: value.slice(0, 300), from: 'document properties' });
  return {
    ...(title && !NO_TITLE.test(title) ? { title: read(title) } : {}),
    ...(author && !NO_AUTHOR.test(author) ? { author: read(author) } : {}),
    ...(language && /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(language) ? { language: read(language) } : {}),
  };
};

/** An archive with nothing in it but the words and what describes them; what it would fetch from elsewhere is left out. */
const wordsAlone = (archive: Archive): { readonly bytes: Uint8Array; readonly hidden: readonly string[] } => {
  const parts: Record<string, Uint8Array> = {};
  const hidden: string[] = [];
  let total = 0;
  for (const entry of archive.entries) {
    if (
      !/\.(?:xml|rels)$/i.test(entry.name) ||
      /^(?:customXml|word\/(?:media|embeddings|theme|fonts))\//i.test(entry.name)
    )
      continue;
    total += entry.size;
    if (total > MOST_WORDS) throw new Error('its words weigh more than 48 MB');
    const bytes = unpacked(archive, entry);
    const text = new TextDecoder().decode(bytes);
    if (/<!DOCTYPE|<!ENTITY/i.test(text))
      throw new Error('it defines entities of its own, which no office program does');
    const seen = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/i.test(entry.name) ? seenOnly(text) : undefined;
    hidden.push(...(seen?.hidden ?? []));
    parts[entry.name] = seen && seen.xml !== text ? new TextEncoder().encode(seen.xml) : bytes;
  }
  return { bytes: zipSync(parts, { level: 0 }), hidden };
};

export const isDocx = ({ entries }: Archive): boolean =>
  entries.some(({ name }) => name === '[Content_Types].xml') &&
  entries.some(({ name }) => /^word\/document\d*\.xml$/i.test(name));

/** The title is the only heading of the first rank; chapters come below it. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...[1, 2, 3, 4, 5].map((rank) => `p[style-name='heading ${rank}'] => h${rank + 1}:fresh`),
];

/** The words of a Word document: headings, paragraphs, lists, tables and footnotes; pictures, comments and deleted words are left out. */
export const docxOf = async (archive: Archive, place: Place): Promise<Frozen> => {
  try {
    const { bytes, hidden } = wordsAlone(archive);
    const nothing = mammoth.images.imgElement(async () => ({ src: '' }));
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: nothing, styleMap: STYLES },
    );
    const html = value
      .replace(/<img\b[^>]{0,2000}>/g, '')
      .replace(/\s?<a href="#(?:foot|end)note-ref-[^>]{0,80}>↑<\/a>/g, '')
      .replace(/<ol>(?=<li id="(?:footnote|endnote)-)/g, '<ol class="footnotes">')
      .replace(/<sup>(<a href="#(?:foot|end)note)/g, '<sup class="reference">$1');
    const page = pageOf(`<html><body><article>${html}</article></body></html>`, place, false);
    const core = part(archive, 'docProps/core.xml').slice(0, 100_000);
    const { title, ...facts } = factsOf(core);
    const shown = title ?? page.facts.title;
    const made = day(property(core, 'dcterms:created'));
    const says = `The document was begun on ${made}. That need not be the day it was published, so the day is left open; give it by hand if it is known.`;
    const unseen = `${hidden.length} ${hidden.length === 1 ? 'stretch' : 'stretches'} that Word does not show ${hidden.length === 1 ? 'was' : 'were'} left out: “${hidden[0]?.slice(0, 60)}”.`;
    const { title: _, ...rest } = page.hints;
    // whoever wrote it put nothing into it that belongs to a site
    const hints = { ...rest, own: [{ start: 0, end: page.text.length }] };
    return {
      ...page,
      hints: { ...hints, ...(shown ? { title: shown.value } : {}) },
      facts: { ...facts, ...(shown ? { title: shown } : {}) },
      notes: [
        ...page.notes,
        ...(made ? [fault('made-on', place, says)] : []),
        ...(hidden.length > 0 ? [fault('hidden-text', place, unseen)] : []),
      ],
    };
  } catch (error) {
    return unread('docx', place, `The document cannot be read (${reason(error)}). Save it again, or as .txt.`);
  }
};
