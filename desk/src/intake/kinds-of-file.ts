import { basename, extname } from 'node:path';

const DOSSIER_FILES = ['dossier', 'documents', 'codebook', 'statements', 'chronicle', 'origins'];
/** Words that a dossier adds to the lexicon. */
const LEXICON = /^lexicon\/[^/]+\.(?:ya?ml|json)$/i;
const REPORT = /^\.(?:txt|text|md|markdown|mdown|html?|xhtml|xht|pdf|docx|eml|mht|mhtml|mbox|zip|)$/i;
/** Files that belong to saved pages and folders and hold no report. */
const BESIDE =
  /^\.(?:css|m?js|map|png|jpe?g|gif|svg|webp|ico|avif|woff2?|ttf|otf|eot|mp3|mp4|webm|ts|lock|log|csv|tsv|jsonl|xml|bib|ris)$/i;
const ABOUT =
  /^(?:read[ _-]?me|licen[cs]e|copying|notice|changelog|contributing|manifest|index)(?:\.(?:md|txt|markdown))?$/i;

/** What a file in a folder is for, by its name. */
export type Sort = 'report' | 'data' | 'dossier' | 'dossier-words' | 'about' | 'beside';

/** @param given whether it was named by itself, and so is wanted whatever its ending */
export const sortOf = (name: string, given: boolean): Sort => {
  const file = basename(name);
  const extension = extname(file);
  const stem = basename(file, extension);
  if (/^\.ya?ml$/i.test(extension) && DOSSIER_FILES.includes(stem) && !name.includes('/')) return 'dossier';
  if (LEXICON.test(name)) return 'dossier-words';
  if (/^\.(?:ya?ml|json)$/i.test(extension)) return 'data';
  if (given) return 'report';
  if (ABOUT.test(file)) return 'about';
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
