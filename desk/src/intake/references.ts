import type { Document, Read } from '@entente/core/document/document';
import { isEdtf } from '@entente/core/document/edtf';
import { alike } from '@entente/core/document/quote';
import type { Facts } from './markdown.ts';

/** What a reference manager knows of a publication. */
export interface Reference {
  readonly title?: string;
  readonly address?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
  readonly language?: string;
  /** Names of its files and keys by which it is called, without folders and endings, in lower case. */
  readonly names: readonly string[];
}

const MOST = 20_000;

type Item = Readonly<Record<string, unknown>>;

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

const words = (value: unknown): string | undefined => {
  const text =
    typeof value === 'string'
      ? value
          .replace(/<\/?[a-z][^>]{0,100}>/gi, '')
          .replace(/\s+/g, ' ')
          .trim()
          .slice(0, 500)
      : '';
  return text === '' ? undefined : text;
};

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 50) : []);

const personIn = (value: unknown): string | undefined => {
  if (!isItem(value)) return words(value);
  const whole = words(value['literal']) ?? words(value['name']);
  const given = [
    value['given'] ?? value['firstName'],
    value['non-dropping-particle'],
    value['family'] ?? value['lastName'],
  ];
  return whole ?? (given.map(words).filter(Boolean).join(' ') || undefined);
};

/** `{ "date-parts": [[2021, 11, 7]] }`, `{ "raw": "2021-11-07" }` or a text; never more exact than it is written. */
const dateIn = (value: unknown): string | undefined => {
  const parts = isItem(value) ? list(list(value['date-parts'])[0]).map(Number) : [];
  if (parts.length > 0) {
    const [year, ...rest] = parts.slice(0, 3);
    const date = [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
    return isEdtf(date) ? date : undefined;
  }
  const text = isItem(value) ? (words(value['raw']) ?? words(value['literal'])) : words(value);
  const stamp = /^(\d{4}-\d{2}-\d{2})[T ]/.exec(text ?? '')?.[1] ?? text;
  return stamp !== undefined && isEdtf(stamp) ? stamp : undefined;
};

const stem = (path: string): string =>
  path
    .replace(/^.*[/\\]/s, '')
    .replace(/\.[a-z\d]{1,5}$/i, '')
    .toLowerCase();

const referenceOf = (item: Item): Reference | undefined => {
  const title = words(item['title']);
  const address = words(item['URL'] ?? item['url']);
  const publisher =
    words(item['container-title'] ?? item['publicationTitle'] ?? item['websiteTitle'] ?? item['blogTitle']) ??
    words(item['publisher']);
  const people = list(item['author'] ?? item['creators'])
    .map(personIn)
    .filter((one) => one !== undefined);
  const published = dateIn(item['issued'] ?? item['date']);
  const language = words(item['language']);
  const files = list(item['attachments']).flatMap((one) =>
    isItem(one) ? [one['path'], one['title'], one['filename']] : [one],
  );
  const names = [item['id'], item['citation-key'], item['citationKey'], item['key'], ...files]
    .flatMap((one) => words(one) ?? [])
    .map(stem)
    .filter((one) => one.length >= 3);
  if (!title && !address) return undefined;
  return {
    ...{ names },
    ...(title ? { title } : {}),
    ...(address ? { address } : {}),
    ...(publisher ? { publisher } : {}),
    ...(people.length > 0 ? { author: people.join(', ') } : {}),
    ...(published ? { published } : {}),
    ...(language && /^[a-z]{2,3}(?:[-_][A-Za-z\d]{2,8})*$/.test(language)
      ? { language: language.replace('_', '-') }
      : {}),
  };
};

/** The entries of a list of references (CSL-JSON, or what Zotero and Better BibTeX write), or nothing when a file is none. */
export const referencesIn = (text: string): readonly Reference[] | undefined => {
  if (!/^\s*[[{]/.test(text) || !/"(?:title|URL|url)"\s*:/.test(text)) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const items = Array.isArray(data)
    ? data
    : isItem(data)
      ? list(data['items']).length > 0
        ? data['items']
        : [data]
      : [];
  if (!Array.isArray(items)) return undefined;
  const kinds = items.filter(
    (one) => isItem(one) && (typeof one['type'] === 'string' || typeof one['itemType'] === 'string'),
  );
  if (kinds.length === 0 || kinds.length * 2 < items.length) return undefined;
  const found = kinds.slice(0, MOST).flatMap((one: unknown) => (isItem(one) ? (referenceOf(one) ?? []) : []));
  return found.length > 0 ? found : undefined;
};

/** An address without what does not tell pages apart: scheme, `www.`, fragment, tracking, a slash at the end. */
export const plainAddress = (address: string): string =>
  address
    .trim()
    .replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/i, '')
    .replace(/#.*$/s, '')
    .replace(/[?&](?:utm_[a-z]+|fbclid|gclid|ref|source|cmpid|mc_cid|mc_eid)=[^&]*/gi, '')
    .replace(/[/?&]+$/, '')
    .toLowerCase();

const plainTitle = (title: string): string =>
  alike(title)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Finds the reference of a document: by the name of its file, else by its address, else by its title. */
export const matcher = (references: readonly Reference[]) => {
  const [byName, byAddress, byTitle] = [
    new Map<string, Reference>(),
    new Map<string, Reference>(),
    new Map<string, Reference>(),
  ];
  for (const reference of references) {
    for (const name of reference.names) byName.set(name, reference);
    if (reference.address) byAddress.set(plainAddress(reference.address), reference);
    const title = plainTitle(reference.title ?? '');
    if (title.length >= 12) byTitle.set(title, reference);
  }
  return (
    document: Document,
    address: string | undefined,
  ): { readonly reference: Reference; readonly by: string } | undefined => {
    const name = byName.get(stem(document.file));
    if (name) return { reference: name, by: 'name of the file' };
    const page = address === undefined ? undefined : byAddress.get(plainAddress(address));
    if (page) return { reference: page, by: 'address' };
    const titles = [document.title?.value ?? '', document.file.replace(/\.[a-z\d]{1,5}$/i, '').replace(/[_-]+/g, ' ')];
    const title = titles.map((one) => byTitle.get(plainTitle(one))).find((one) => one !== undefined);
    return title ? { reference: title, by: 'title' } : undefined;
  };
};

/** A document with what its reference says; what stands in front matter stays. */
export const withReference = (document: Document, reference: Reference, from: string): Document => {
  const read = (field: keyof Facts, value: string | undefined): Readonly<Record<string, Read<string>>> => {
    const now = document[field];
    const kept = typeof now === 'object' && now.from === 'front matter';
    return value === undefined || kept ? {} : { [field]: { value, from } };
  };
  return {
    ...document,
    ...read('title', reference.title),
    ...read('publisher', reference.publisher),
    ...read('author', reference.author),
    ...read('published', reference.published),
    ...read('language', reference.language),
  };
};
