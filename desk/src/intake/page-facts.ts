/// <reference lib="dom" />
import type { Read } from '@entente/core/document/document';
import { isEdtf } from '@entente/core/document/edtf';
import { dayIn } from './day.ts';
import type { Facts } from './markdown.ts';

type Page = globalThis.Document;
type Ld = Readonly<Record<string, unknown>>;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** One line of plain words: no marks, no entities, no control characters, not endless. */
const clean = (text: string): string =>
  text
    .slice(0, 2000)
    .replace(/<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1>|$)/gi, ' ')
    .replace(/<\/?[a-z!][^>]*>/gi, ' ')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/&#(x[\da-f]{1,6}|\d{1,7});/gi, (_, code: string) => {
      const point = code.toLowerCase().startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code);
      return point > 31 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
        ? String.fromCodePoint(point)
        : ' ';
    })
    .replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);

const isRecord = (value: unknown): value is Ld => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The articles among a page's linked data, outermost first; depth and number are capped. */
const articles = (page: Page): Ld[] => {
  const found: Ld[] = [];
  for (const script of [...page.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)) {
    try {
      let level: unknown[] = [JSON.parse((script.textContent ?? '').slice(0, 1_000_000))];
      for (let depth = 0; depth < 6 && level.length > 0; depth++) {
        const records = level.flat().slice(0, 500).filter(isRecord);
        found.push(...records.filter((one) => /Article|BlogPosting|Report\b|NewsStory/.test(String(one['@type']))));
        level = records
          .flatMap((one) => [one['@graph'], one['mainEntity'], one['mainEntityOfPage'], one['hasPart']])
          .filter((one) => one !== undefined);
      }
    } catch {
      // faulty linked data says nothing
    }
  }
  return found;
};

/** A name in linked data: a text, `{ name }`, or a list of these. */
const nameIn = (value: unknown): string | undefined => {
  if (typeof value === 'string') return /^https?:/.test(value) ? undefined : clean(value);
  if (Array.isArray(value)) return [...new Set(value.slice(0, 10).map(nameIn).filter(Boolean))].join(', ') || undefined;
  return isRecord(value) ? nameIn(value['name']) : undefined;
};

/** The day of a time stamp, in the zone in which it is written. */
const dayOf = (text: string | undefined | null): string | undefined => {
  if (!text) return undefined;
  const iso = /^\s*(\d{4}-\d{2}-\d{2})(?:$|[T\s])/.exec(text)?.[1] ?? /^\s*(\d{4}-\d{2})\s*$/.exec(text)?.[1];
  const day = iso ?? dayIn(text.slice(0, 100));
  return day !== undefined && isEdtf(day) ? day : undefined;
};

interface Source {
  readonly from: string;
  readonly value: () => string | null | undefined;
}

const firstOf = (sources: readonly Source[], read: (text: string) => string | undefined): Read<string> | undefined => {
  for (const { from, value } of sources) {
    const text = value();
    const found = text ? read(text) : undefined;
    if (found) return { value: found, from };
  }
  return undefined;
};

/** What the `<meta>` marks of a page say, by their name in lower case; the first of each name counts. */
const metaOf = (page: Page): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const mark of [...page.querySelectorAll('meta')].slice(0, 1000)) {
    const content = mark.getAttribute('content');
    for (const name of ['property', 'name', 'itemprop', 'http-equiv'].map((field) =>
      mark.getAttribute(field)?.toLowerCase(),
    ))
      if (name && content && !found.has(name)) found.set(name, content);
  }
  return found;
};

/** The one time that a page names, if it names one alone. */
const onlyTime = (page: Page): string | undefined => {
  const times = new Set(
    [...page.querySelectorAll('time[datetime]')].slice(0, 50).map((time) => time.getAttribute('datetime') ?? ''),
  );
  return times.size === 1 ? [...times][0] : undefined;
};

/** Title, outlet, author, day and language as the marks of a page give them: linked data, then OpenGraph and its like, then visible marks. */
export const factsOf = (page: Page): Facts => {
  const linked = articles(page);
  const ld = (field: string, read: (value: unknown) => string | undefined): Source => ({
    from: `JSON-LD ${field}`,
    value: () => linked.map((one) => read(one[field])).find((one) => one),
  });
  const marks = metaOf(page);
  const meta = (...names: string[]): Source[] =>
    names.map((name) => ({ from: `<meta ${name}>`, value: () => marks.get(name.toLowerCase()) }));
  const seen = (selector: string, attribute?: string): Source => ({
    from: `<${selector}>`,
    value: () => {
      const element = page.querySelector(selector);
      return attribute ? element?.getAttribute(attribute) : element?.textContent;
    },
  });
  const text = (value: string) => clean(value) || undefined;
  const plain = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const title = firstOf(
    [
      ld('headline', plain),
      ...meta('og:title', 'twitter:title', 'dc.title', 'citation_title'),
      seen('[itemprop="headline"]'),
      seen('article h1'),
      seen('h1'),
      seen('title'),
    ],
    text,
  );
  const publisher = firstOf(
    [
      ld('publisher', nameIn),
      ld('sourceOrganization', nameIn),
      ld('isPartOf', nameIn),
      ...meta('og:site_name', 'citation_publisher', 'dc.publisher', 'application-name'),
    ],
    text,
  );
  const author = firstOf(
    [
      ld('author', nameIn),
      ...meta('author', 'article:author', 'dc.creator', 'citation_author', 'parsely-author', 'sailthru.author', 'byl'),
      seen('[rel="author"]'),
      seen('[itemprop="author"]'),
      seen('.byline'),
      seen('.author'),
    ],
    (value) => (/^\s*https?:/.test(value) ? undefined : clean(value).replace(/^by:?\s+/i, '') || undefined),
  );
  const published = firstOf(
    [
      ld('datePublished', plain),
      ...meta(
        'article:published_time',
        'datePublished',
        'date',
        'dc.date',
        'dc.date.issued',
        'citation_publication_date',
        'pubdate',
        'publish-date',
        'parsely-pub-date',
        'sailthru.date',
      ),
      seen('time[pubdate]', 'datetime'),
      seen('time[itemprop="datePublished"]', 'datetime'),
      seen('article time[datetime]', 'datetime'),
      seen('[itemprop="datePublished"]', 'datetime'),
      seen('header time[datetime]', 'datetime'),
      seen('main time[datetime]', 'datetime'),
      { from: '<time>, the only one', value: () => onlyTime(page) },
      {
        from: 'address of the page',
        value: () =>
          /\/((?:19|20)\d\d)\/(\d\d)\/(\d\d)\//
            .exec(page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '')
            ?.slice(1)
            .join('-'),
      },
    ],
    dayOf,
  );
  const language = firstOf([seen('html', 'lang'), ...meta('og:locale', 'content-language')], languageTag);
  return {
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(author ? { author } : {}),
    ...(published ? { published } : {}),
    ...(language ? { language } : {}),
  };
};

/** Where a browser that saved a page says it was: `<!-- saved from url=(0040)https://… -->`, or `url: https://…` of SingleFile. */
const SAVED_FROM = /<!--[^>]{0,200}?(?:saved from url=\(\d{1,6}\)|\burl:\s{0,5})(https?:\/\/[^\s<>"]{1,2000})/i;

/** The address that a page gives as its own, else the one it was saved from. */
export const addressOf = (page: Page, html: string): string | undefined => {
  const given = [
    page.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    page.querySelector('meta[property="og:url"]')?.getAttribute('content'),
    SAVED_FROM.exec(html.slice(0, 4000))?.[1],
  ];
  return given
    .map((one) => one?.trim().slice(0, 2000))
    .find((one) => one !== undefined && /^https?:\/\/[^\s<>"]+$/i.test(one));
};

const languageTag = (text: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(text.trim().replace('_', '-').slice(0, 35))[0];
  } catch {
    return undefined;
  }
};
