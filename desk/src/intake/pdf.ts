import type { Boilerplate } from '@entente/core/document/document';
import { isEdtf } from '@entente/core/document/edtf';
import { alike } from '@entente/core/document/quote';
import type { Problem, Span } from '@entente/core/vocabulary';
import { getDocumentProxy } from 'unpdf';
import { type Frozen, fault, type Place, reason, unread } from './frozen.ts';
import { Invisible } from './invisible.ts';
import type { Facts } from './markdown.ts';
import { linesOf, type Placed } from './pdf-lines.ts';
import type { PrintedPage } from './pdf-page.ts';
import { type PrintedParagraph, paragraphsOf } from './pdf-paragraphs.ts';
import { isRecognised, paintedPage, seenAndUnseen } from './pdf-sight.ts';

/** Longer ones are books. */
const MOST_PAGES = 1_500;
const MOST_LETTERS = 6_000_000;

/** What PDF.js is told: run nothing, fetch nothing, decode no pictures. */
const SAFELY = {
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  enableXfa: false,
  maxImageSize: 1,
  stopAtErrors: false,
};

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

interface Printed {
  readonly pages: readonly PrintedPage[];
  readonly hidden: readonly string[];
  readonly invisible: Invisible;
  /** Pages that could not be read, counted from 1. */
  readonly faulty: readonly number[];
  /** How many pages are pictures, with the words that were recognised in them. */
  readonly recognised: number;
}

/** Letters that nobody can see: without height, or outside of the page. */
const isUnseen = (part: Placed, [left, bottom, right, top]: readonly number[]): boolean =>
  part.size < 1.2 ||
  part.y > (top ?? Infinity) ||
  part.y < (bottom ?? -Infinity) - part.size ||
  part.x > (right ?? Infinity) ||
  part.x + part.width < (left ?? -Infinity);

const printedPages = async (pdf: Pdf): Promise<Printed> => {
  const pages: PrintedPage[] = [];
  const hidden: string[] = [];
  const invisible = new Invisible();
  const faulty: number[] = [];
  let [letters, recognised] = [0, 0];
  for (let number = 1; number <= pdf.numPages && letters <= MOST_LETTERS; number++) {
    try {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const placed = items.flatMap((item): Placed[] => {
        if (!('str' in item)) return [];
        const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number);
        const turned = Math.abs(b) > Math.abs(a);
        const size = Math.round(Math.hypot(c, d) * 10) / 10;
        return [
          {
            text: invisible.without(item.str) + (item.str.endsWith('\u00AD') ? '\u00AD' : ''), // a word broken there goes on in the next line
            x,
            y,
            width: item.width,
            size,
            font: item.fontName,
            rightToLeft: item.dir === 'rtl',
            turned,
          },
        ];
      });
      const painted = placed.length > 0 ? await paintedPage(pdf, page) : undefined;
      const layered = painted !== undefined && isRecognised(painted);
      if (layered) recognised++;
      const sight = painted && !layered ? seenAndUnseen(placed, painted) : { seen: placed, unseen: [] };
      const seen = sight.seen.filter((part) => !isUnseen(part, page.view));
      const unseen = sight.seen.filter((part) => part.text.trim() !== '' && isUnseen(part, page.view));
      hidden.push(...sight.unseen, ...unseen.map(({ text }) => text.trim()));
      for (const { text } of placed) letters += text.length;
      const [, bottom = 0, , top = 0] = page.view;
      pages.push({ lines: linesOf(seen), top, bottom });
      page.cleanup();
    } catch {
      faulty.push(number);
    }
  }
  return { pages, hidden, faulty, invisible, recognised };
};

/** `D:20211107091200+09'00'` → `2021-11-07`. */
const dayOf = (stamp: unknown): string | undefined => {
  const found = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})/.exec(String(stamp ?? ''));
  const day = found?.slice(1).join('-');
  return day !== undefined && isEdtf(day) ? day : undefined;
};

const text = (value: unknown): string | undefined => {
  const found = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : value;
  const words =
    typeof found === 'string'
      ? found
          .replace(/[\u0000-\u001F\s]+/g, ' ')
          .trim()
          .slice(0, 300)
      : '';
  return words === '' ? undefined : words;
};

/** Names that programs put where the title or the author belongs. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)\b|untitled|document\d*|layout \d|slide \d|powerpoint|presentation|print(?:ed)?\b|about:blank|title)|\.(?:docx?|pdf|pptx?|rtf|indd|html?|tmp)$/i;
const NO_AUTHOR =
  /^(?:user|admin(?:istrator)?|owner|unknown|author|default|office|windows|hp|dell|pc|[\w.-]{1,20}\d{3,})$/i;

const plain = (words: string) =>
  alike(words)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The title of the first page: the largest print there, if it is larger than the rest and reads like a title. */
const largest = (paragraphs: readonly PrintedParagraph[]): string | undefined => {
  const first = paragraphs.filter(({ page, kind }) => page === 0 && kind === undefined);
  const size = Math.max(0, ...first.filter(({ heading }) => heading).map((one) => one.size));
  const found = first.filter((one) => one.heading && one.size === size);
  const [only] = found;
  return found.length === 1 && only && only.text.length >= 12 && only.text.includes(' ') ? only.text : undefined;
};

interface Known {
  readonly facts: Facts;
  readonly notes: readonly Problem[];
}

const knownOf = async (pdf: Pdf, paragraphs: readonly PrintedParagraph[], place: Place): Promise<Known> => {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: undefined }));
  const entries = new Map<string, unknown>(Object.entries(info));
  const xmp = (name: string): unknown => {
    try {
      return metadata?.get(name);
    } catch {
      return undefined;
    }
  };
  const head = plain(
    paragraphs
      .slice(0, 12)
      .map((one) => one.text)
      .join(' '),
  );
  const named = text(entries.get('Title')) ?? text(xmp('dc:title'));
  const stated =
    named !== undefined && !NO_TITLE.test(named) && head.includes(plain(named)) && plain(named) !== ''
      ? named
      : undefined;
  const printed = largest(paragraphs);
  const title =
    printed !== undefined && (stated === undefined || plain(printed).includes(plain(stated))) ? printed : stated;
  const ground = title === printed ? 'largest print of the first page' : 'PDF title';
  const author = text(entries.get('Author')) ?? text(xmp('dc:creator'));
  const published = dayOf(text(xmp('prism:publicationdate')) ?? text(xmp('prism:coverdate')) ?? text(xmp('dc:date')));
  const made = dayOf(entries.get('CreationDate'));
  const language = text(entries.get('Language'));
  const publisher = text(xmp('prism:publicationname')) ?? text(xmp('dc:publisher'));
  const tag = language && /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(language) ? language : undefined;
  const says = `The PDF was made on ${made}. That need not be the day it was published, so the day is left open; give it by hand if it is known.`;
  return {
    facts: {
      ...(title ? { title: { value: title, from: ground } } : {}),
      ...(author && !NO_AUTHOR.test(author) ? { author: { value: author, from: 'PDF author' } } : {}),
      ...(publisher ? { publisher: { value: publisher, from: 'PDF metadata' } } : {}),
      ...(published ? { published: { value: published, from: 'PDF metadata' } } : {}),
      ...(tag ? { language: { value: tag, from: 'PDF language' } } : {}),
    },
    notes: made && !published ? [fault('made-on', place, says)] : [],
  };
};

const drawn = (paragraphs: readonly PrintedParagraph[]) => {
  let words = '';
  const [headings, boilerplate]: [Span[], Boilerplate[]] = [[], []];
  for (const { text: one, heading, kind, marks } of paragraphs) {
    if (words !== '') words += '\n\n';
    const [start, end] = [words.length, words.length + one.length];
    words += one;
    if (heading) headings.push({ start, end });
    if (kind) boilerplate.push({ kind, start, end });
    for (const mark of marks)
      boilerplate.push({ kind: 'footnote-mark', start: start + mark.start, end: start + mark.end });
  }
  return { words: `${words}\n`, headings, boilerplate };
};

const read = async (pdf: Pdf, place: Place): Promise<Frozen> => {
  if (pdf.numPages > MOST_PAGES)
    return unread(
      'too-many-pages',
      place,
      `It has ${pdf.numPages} pages; the most that is read is ${MOST_PAGES}. Save the pages that matter as a PDF of their own.`,
    );
  const { pages, hidden, faulty, invisible, recognised } = await printedPages(pdf);
  const paragraphs = paragraphsOf(pages);
  const { words, headings, boilerplate } = drawn(paragraphs);
  if (words.length > MOST_LETTERS)
    return unread(
      'too-long',
      place,
      `It holds more than ${MOST_LETTERS} characters. Save the pages that matter as a PDF of their own.`,
    );
  if (words.trim() === '')
    return unread(
      'no-words',
      place,
      faulty.length > 0
        ? 'Its pages cannot be read; the file is damaged. Save it again.'
        : hidden.length > 0
          ? `No word of it can be seen by a reader: ${hidden.length} ${hidden.length === 1 ? 'stretch is' : 'stretches are'} hidden (“${hidden[0]?.slice(0, 60)}”). If its pages are pictures, run text recognition (OCR) over it and save it again.`
          : 'It is a scan: its pages hold pictures and no words. Run text recognition (OCR) over it and save it again.',
    );
  const { facts, notes } = await knownOf(pdf, paragraphs, place);
  const missing = `${faulty.length === 1 ? 'Page' : 'Pages'} ${faulty.slice(0, 8).join(', ')}${faulty.length > 8 ? ' and more' : ''} cannot be read and ${faulty.length === 1 ? 'is' : 'are'} missing from the text.`;
  const unseen = `${hidden.length} ${hidden.length === 1 ? 'stretch' : 'stretches'} that a reader of the page cannot see ${hidden.length === 1 ? 'was' : 'were'} left out: “${hidden[0]?.slice(0, 60)}”.`;
  const all = recognised === pages.length;
  const layer = `${all ? 'Its pages are pictures' : `${recognised} of its ${pages.length} pages ${recognised === 1 ? 'is a picture' : 'are pictures'}`}; the words were recognised in them by a program, which can misread names and numbers. Compare what matters with the page.`;
  return {
    text: words,
    hints: { headings, boilerplate, own: [], ...(facts.title ? { title: facts.title.value } : {}) },
    facts,
    problems: faulty.length > 0 ? [fault('pages-missing', place, missing)] : [],
    notes: [
      ...notes,
      ...(recognised > 0 ? [fault('recognised', place, layer)] : []),
      ...(hidden.length > 0 ? [fault('hidden-text', place, unseen)] : []),
      ...invisible.notes(place),
    ],
  };
};

/**
 * The words of a PDF: paragraphs put together from where the letters stand, words broken over lines joined, running heads, page numbers
 * and footnotes marked.
 */
export const pdfOf = async (bytes: Uint8Array, place: Place): Promise<Frozen> => {
  let pdf: Pdf | undefined;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), SAFELY); // it takes the bytes for itself
    return await read(pdf, place);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      return unread(
        'encrypted',
        place,
        'It is locked with a password. Open it, save it without one, and add it again.',
      );
    return unread('pdf', place, `The PDF cannot be read (${reason(error)}). Save it again, or as .txt.`);
  } finally {
    await pdf?.destroy().catch(() => undefined);
  }
};
