import { basename, extname } from 'node:path';

const DOSSIER_FILES = ['dossier', 'documents', 'codebook', 'statements', 'chronicle', 'origins'];
/** Words that a dossier adds to the lexicon. */
const LEXICON = /^lexicon\/[^/]+\.(?:ya?ml|json)$/i;
const REPORT = /^\.(?:txt|text|md|markdown|mdown|html?|xhtml|xht|pdf|docx|odt|rtf|eml|mht|mhtml|mbox|zip|)$/i;
/** Files that belong to saved pages and folders and hold no report. */
const BESIDE =
  /^\.(?:css|m?js|map|svg|ico|woff2?|ttf|otf|eot|mp3|mp4|m4a|wav|ogg|flac|mov|avi|mkv|webm|ts|lock|log|csv|tsv|jsonl|xml|rss|bib|ris|ics|vcf|tmp|bak|part|crdownload|download|lnk|exe|dll|dmg|sqlite|db)$/i;
const PICTURE = /^\.(?:png|jpe?g|gif|webp|avif|heic|heif|bmp|tiff?|psd|jp2|djvu?)$/i;
/** Files that hold nothing but the address of a page. */
const LINK = /^\.(?:url|webloc|desktop|website)$/i;
const ABOUT =
  /^(?:read[ _-]?me|licen[cs]e|copying|notice|changelog|contributing|manifest|index)(?:\.(?:md|txt|markdown))?$/i;

/** What a file in a folder is for, by its name. */
export type Sort = 'report' | 'data' | 'dossier' | 'dossier-words' | 'about' | 'beside' | 'picture' | 'link';

/** @param given whether it was named by itself, and so is wanted whatever its ending */
export const sortOf = (name: string, given: boolean): Sort => {
  const file = basename(name);
  const extension = extname(file);
  const stem = basename(file, extension);
  if (/^\.ya?ml$/i.test(extension) && DOSSIER_FILES.includes(stem) && !name.includes('/')) return 'dossier';
  if (LEXICON.test(name)) return 'dossier-words';
  if (/^\.(?:ya?ml|json)$/i.test(extension)) return 'data';
  if (LINK.test(extension)) return 'link';
  if (given) return 'report';
  if (ABOUT.test(file)) return 'about';
  if (PICTURE.test(extension)) return 'picture';
  return BESIDE.test(extension) ? 'beside' : 'report';
};

/** Endings of files that are read; what ends otherwise is told. */
export const isRead = (name: string): boolean => REPORT.test(extname(name));

export const isConflictFile = (name: string, bytes: Uint8Array): boolean => {
  const text = new TextDecoder().decode(bytes.subarray(0, 1_000_000));
  return (
    /^\s*\{?\s*["']?conflict["']?\s*:/m.test(text) &&
    /["']?makers["']?\s*:/.test(text) &&
    /\.(?:ya?ml|json)$/i.test(name)
  );
};

/** A page that Entente made: its words are those of the documents beside it, and are no report of their own. */
export const isOwnPage = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 1024)).includes('<meta name="generator" content="Entente">');

/** The address that a link file holds. */
export const addressInLink = (bytes: Uint8Array): string | undefined =>
  /(?:^\s*URL\s*=\s*|<string>\s*)(https?:\/\/[^\s<>"]{1,2000})/im.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 20_000)),
  )?.[1];
