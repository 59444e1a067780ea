import type { Boilerplate } from '@entente/core/document/document';
import { western } from './encoding.ts';
import { type Frozen, fault, type Place, unread } from './frozen.ts';
import { Invisible } from './invisible.ts';
import type { Facts } from './markdown.ts';

/** Groups whose words are no part of the text. */
const ASIDE = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator info pict object objdata header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc xe tc rxe atnid atnauthor annotation atrfstart atrfend atnref themedata colorschememapping datastore latentstyles filetbl revtbl private txe fldinst bkmkstart bkmkend nonshppict shpinst falt panose template userprops wgrffmtfilter mmathPr xmlnstbl operator pgptbl'.split(
    ' ',
  ),
);

/** What a word stands for. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{
    par: '\n\n',
    sect: '\n\n',
    page: '\n\n',
    line: '\n',
    row: '\n\n',
    cell: ' ',
    nestcell: ' ',
    nestrow: '\n\n',
    tab: ' ',
  },
  ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' },
  ...{ emspace: ' ', enspace: ' ', qmspace: ' ', zwj: '', zwnj: '', ltrmark: '', rtlmark: '' },
};

const CHARSETS: Readonly<Record<number, string>> = {
  ...{
    0: 'windows-1252',
    77: 'macintosh',
    128: 'shift_jis',
    129: 'euc-kr',
    134: 'gbk',
    136: 'big5',
    161: 'windows-1253',
  },
  ...{ 162: 'windows-1254', 163: 'windows-1258', 177: 'windows-1255', 178: 'windows-1256', 186: 'windows-1257' },
  ...{ 204: 'windows-1251', 222: 'windows-874', 238: 'windows-1250' },
};

const PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

const encodingOf = (page: number): string =>
  PAGES[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');

interface Group {
  /** Whether its words are left out. */
  readonly aside: boolean;
  readonly hidden: boolean;
  /** How many letters stand for one that older programs do not know. */
  readonly skip: number;
  readonly encoding: string;
}

const DEEPEST = 500;
const MOST_LETTERS = 6_000_000;

export const isRtf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 6)) === '{\\rtf1';

/** One word of the language: `\par`, `\u8212`, `\'93`, `\*`; a brace; or plain letters. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z\d])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;

/** The words of an RTF document, as Word and news archives write it; pictures, comments, deleted and hidden words are left out. */
export const rtfOf = (bytes: Uint8Array, place: Place): Frozen => {
  const source = new TextDecoder('latin1').decode(bytes);
  const fonts = new Map<number, string>();
  const facts: { title?: string; author?: string } = {};
  const hidden: string[] = [];
  let [text, notes, away, field, font] = ['', '', '', '', -1];
  let group: Group = { aside: false, hidden: false, skip: 1, encoding: 'windows-1252' };
  let [base, toSkip, raw] = ['windows-1252', 0, [] as number[]];
  const stack: (Group & { readonly field: string })[] = [];
  const flush = () => {
    if (raw.length === 0) return;
    const bytes = Uint8Array.from(raw);
    const words = group.encoding === 'windows-1252' ? western(bytes) : new TextDecoder(group.encoding).decode(bytes);
    raw = [];
    put(words);
  };
  const put = (words: string) => {
    if (field === 'title' || field === 'author') facts[field] = `${facts[field] ?? ''}${words}`.slice(0, 300);
    else if (group.aside) return;
    else if (field === 'note') notes += words;
    else if (group.hidden) away += words;
    else text += words;
  };
  const showed = () => {
    if (away.trim() !== '') hidden.push(away.replace(/\s+/g, ' ').trim());
    away = '';
  };
  const letters = (words: string) => {
    const kept = words.slice(toSkip);
    toSkip = Math.max(0, toSkip - words.length);
    // letters beyond ASCII are bytes of the encoding in force
    for (const letter of kept) raw.push(letter.charCodeAt(0) & 0xff);
  };
  for (const [whole, word, given, hex, sign, brace, plain] of source.matchAll(TOKEN)) {
    if (text.length > MOST_LETTERS) break;
    if (plain !== undefined) {
      letters(plain);
      continue;
    }
    if (hex !== undefined) {
      if (toSkip > 0) toSkip--;
      else raw.push(Number.parseInt(hex, 16));
      continue;
    }
    flush();
    if (brace === '{') {
      if (stack.length > DEEPEST)
        return unread('rtf', place, 'The document cannot be read: it is nested too deep. Save it as .docx or .txt.');
      stack.push({ ...group, field });
      toSkip = 0;
    } else if (brace === '}') {
      const before = stack.pop();
      if (field === 'note' && before?.field !== 'note') notes += '\n\n';
      if (before) ({ field, ...group } = before);
      if (!group.hidden) showed();
      toSkip = 0;
      if (stack.length === 0) break;
    } else if (sign !== undefined) {
      if (sign === '*') group = { ...group, aside: true };
      else if (sign === '~') put('\u00A0');
      else if (sign === '_') put('-');
      else if (sign === '\n' || sign === '\r') put('\n\n');
      else if ('\\{}'.includes(sign)) letters(sign);
    } else if (word !== undefined) {
      const number = given === undefined ? undefined : Number(given);
      const off = number === 0;
      if (word === 'u' && number !== undefined) {
        put(String.fromCharCode(number < 0 ? number + 65_536 : number));
        toSkip = group.skip;
      } else if (word === 'uc') group = { ...group, skip: Math.min(number ?? 1, 16) };
      else if (word === 'bin')
        return unread('rtf', place, 'The document holds raw bytes, which are not read. Save it as .docx or .txt.');
      else if (word === 'ansicpg' && number) {
        base = encodingOf(number);
        group = { ...group, encoding: base };
      } else if (word === 'mac') group = { ...group, encoding: 'macintosh' };
      else if (word === 'f' && number !== undefined) {
        font = number;
        if (!group.aside) group = { ...group, encoding: fonts.get(number) ?? base };
      } else if (word === 'fcharset' && number !== undefined && CHARSETS[number] && number !== 0)
        fonts.set(font, CHARSETS[number]);
      else if (word === 'v' || word === 'deleted') {
        if (word === 'deleted') group = { ...group, aside: !off };
        else group = { ...group, hidden: !off };
        if (off) showed();
      } else if (word === 'plain') {
        group = { ...group, hidden: false };
        showed();
      } else if (word === 'title' || word === 'author') field = group.aside ? word : field;
      else if (word === 'footnote') field = 'note';
      else if (ASIDE.has(word)) {
        group = { ...group, aside: true };
        field = '';
      } else if (word === 'shptxt' || word === 'dptxbxtext') group = { ...group, aside: false };
      else if (LETTERS[word] !== undefined) put(LETTERS[word]);
    } else if (whole === '') break;
  }
  flush();
  showed();
  const invisible = new Invisible();
  const plain = (letters: string) =>
    invisible
      .without(letters)
      .replace(/[^\S\n\u00A0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  const [body, below] = [plain(text), plain(notes)];
  const words = below === '' ? body : `${body}\n\n${below}`;
  const boilerplate: Boilerplate[] =
    below === '' ? [] : [{ kind: 'references', start: words.length - below.length, end: words.length }];
  const title = facts.title?.trim();
  const author = facts.author?.trim();
  const read = (value: string) => ({ value, from: 'document properties' });
  const known: Facts = { ...(title ? { title: read(title) } : {}), ...(author ? { author: read(author) } : {}) };
  const unseen = `${hidden.length} ${hidden.length === 1 ? 'stretch' : 'stretches'} that Word does not show ${hidden.length === 1 ? 'was' : 'were'} left out: “${hidden[0]?.slice(0, 60)}”.`;
  return {
    text: words === '' ? '' : `${words}\n`,
    hints: { headings: [], boilerplate, own: [{ start: 0, end: body.length }], ...(title ? { title } : {}) },
    facts: known,
    problems: [],
    notes: [...(hidden.length > 0 ? [fault('hidden-text', place, unseen)] : []), ...invisible.notes(place)],
  };
};
