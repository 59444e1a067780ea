import type { Problem } from '@entente/core/vocabulary';
import { type Capture, captureBytes, captureFrozen } from './capture.ts';
import { decode } from './encoding.ts';
import { fault, type Place } from './frozen.ts';
import { LARGEST_FILE, tooLarge } from './limits.ts';
import { isMessage } from './mail-head.ts';
import { type Reference, referencesIn } from './references.ts';
import { type Archive, openZip, unpacked } from './zip.ts';

/** What the bytes of a file turned out to be. */
export type Format = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'odt' | 'rtf' | 'mail' | 'mailbox' | 'archive';

/** One report that a file holds: the file itself, a message of a mailbox, an attachment, a file of an archive. */
export interface Reading extends Capture {
  /** Its own name, for people. */
  readonly file: string;
  /** Where it was found: `reports/mail.eml › annex.pdf`. */
  readonly place: Place;
  readonly format: Format;
  /** Its bytes, where they are not those of the whole file. */
  readonly bytes?: Uint8Array;
  /** The entries of a list of references, where the file is one; it is no report then. */
  readonly references?: readonly Reference[];
}

interface Given {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly place: Place;
  /** 0 for a file, 1 for what lies in it, and so on. */
  readonly depth: number;
}

const DEEPEST = 3;
const ARCHIVE_LIMITS = { entries: 5_000, total: 120 * 1024 * 1024, largest: LARGEST_FILE };
const OPEN_LIMITS = { entries: 20_000, total: 400 * 1024 * 1024, largest: 200 * 1024 * 1024 };
const MOST_IN_ALL = 3_000;

const begins = (bytes: Uint8Array, ...magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');

const start = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, 4096));

/** Kinds of files that come with mail and in archives and hold no report. */
const NO_REPORT =
  /\.(?:png|jpe?g|gif|webp|svg|ico|bmp|tiff?|css|m?js|map|woff2?|ttf|otf|eot|ics|vcf|p7[sm]|asc|mp[34]|m4a|wav|avi|mov|webm)$/i;
const LOCKED_OR_OTHER = /\.(?:xlsx?|pptx?|ods|odp|doc|epub|mobi|msg|pages|numbers|key)$/i;

const officeKind = ({ entries }: Archive): string | undefined => {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (has(/^xl\//)) return 'a spreadsheet';
  if (has(/^ppt\//)) return 'a set of slides';
  if (has(/^META-INF\/container\.xml$/)) return 'an e-book (EPUB)';
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'an OpenDocument file other than a text';
  if (has(/\.iwa$/)) return 'a document of Apple’s office (Pages, Numbers, Keynote)';
  if (has(/^\[Content_Types\]\.xml$/)) return 'an office document without words';
  return undefined;
};

const reading = (given: Given, format: Format, capture: Capture): Reading => ({
  ...capture,
  ...{ file: given.file, place: given.place, format },
  ...(given.depth > 0 ? { bytes: given.bytes } : {}),
});

const only = (given: Given, format: Format, problem: Problem): Reading =>
  reading(given, format, { problems: [problem], notes: [] });

const inside = (given: Given, name: string, bytes: Uint8Array): Given => ({
  ...{
    bytes,
    file: name.replace(/^.*[/\\]/s, '').slice(0, 200) || 'unnamed',
    place: `${given.place} › ${name.slice(0, 200)}`,
  },
  depth: given.depth + 1,
});

/** Passed over without a word worth reading: pictures and signatures. */
const passedOver = (given: Given, format: Format, name: string): Reading =>
  reading(given, format, {
    problems: [],
    notes: [fault('passed-over', `${given.place} › ${name.slice(0, 200)}`, 'It holds no report; it was passed over.')],
  });

async function* readArchive(given: Given, archive: Archive): AsyncGenerator<Reading> {
  const checked = openZip(given.bytes, ARCHIVE_LIMITS, given.place);
  if ('code' in checked) return yield only(given, 'archive', checked);
  const { entries } = archive;
  if (given.depth > 0)
    return yield only(
      given,
      'archive',
      fault('zip-nested', given.place, 'It is an archive inside of another file. Unpack it and add the folder.'),
    );
  const files = entries.filter(
    ({ name, size }) => !name.endsWith('/') && size > 0 && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name),
  );
  if (files.length === 0)
    return yield only(given, 'archive', fault('empty', given.place, 'The archive holds no files.'));
  for (const entry of files) {
    if (NO_REPORT.test(entry.name)) {
      yield passedOver(given, 'archive', entry.name);
      continue;
    }
    const part = inside(given, entry.name, new Uint8Array());
    try {
      yield* readFile({ ...part, bytes: unpacked(archive, entry) });
    } catch (error) {
      const says = `It cannot be unpacked (${error instanceof Error ? error.message.slice(0, 80) : 'unknown fault'}). Pack it again, or add it by itself.`;
      yield only(part, 'archive', fault('zip', part.place, says));
    }
  }
}

async function* readZip(given: Given): AsyncGenerator<Reading> {
  const archive = openZip(given.bytes, OPEN_LIMITS, given.place);
  if ('code' in archive) return yield only(given, 'archive', archive);
  const { isDocx, docxOf, DOCX_LIMITS } = await import('./docx.ts');
  if (isDocx(archive)) {
    const checked = openZip(given.bytes, DOCX_LIMITS, given.place);
    if ('code' in checked) return yield only(given, 'docx', checked);
    const frozen = await docxOf(checked, given.place);
    return yield reading(given, 'docx', captureFrozen(frozen, 'none', given.file, given.place));
  }
  const { isOdt, odtOf, ODT_LIMITS } = await import('./odt.ts');
  if (isOdt(archive)) {
    const checked = openZip(given.bytes, ODT_LIMITS, given.place);
    if ('code' in checked) return yield only(given, 'odt', checked);
    return yield reading(given, 'odt', captureFrozen(odtOf(checked, given.place), 'none', given.file, given.place));
  }
  const office = officeKind(archive);
  if (office)
    return yield only(
      given,
      'archive',
      fault(
        'binary',
        given.place,
        `It is ${office}, which is not read. Save the report as .pdf, .docx, .html or .txt.`,
      ),
    );
  yield* readArchive(given, archive);
}

async function* readMail(given: Given): AsyncGenerator<Reading> {
  const { messageOf } = await import('./mail.ts');
  const { attached, ...frozen } = await messageOf(given.bytes, given.place);
  const bare = frozen.text.trim() === '' && frozen.problems.length === 0 && attached.length > 0;
  const says = 'The message holds no words of its own; only what came with it was read.';
  yield bare
    ? reading(given, 'mail', { problems: [], notes: [...frozen.notes, fault('no-words', given.place, says)] })
    : reading(given, 'mail', captureFrozen(frozen, 'none', given.file, given.place));
  for (const { name, bytes } of attached)
    if (NO_REPORT.test(name)) yield passedOver(given, 'mail', name);
    else yield* readFile(inside(given, name, bytes));
}

async function* readMailbox(given: Given): AsyncGenerator<Reading> {
  const { messagesIn } = await import('./mail.ts');
  const { messages, more } = messagesIn(given.bytes);
  const stem = given.file.replace(/\.mbox$/i, '');
  for (const [index, bytes] of messages.entries()) yield* readMail(inside(given, `${stem} ${index + 1}.eml`, bytes));
  if (more)
    yield only(
      given,
      'mailbox',
      fault(
        'too-many',
        given.place,
        `It holds more than ${messages.length} messages; the first ${messages.length} were read. Divide it.`,
      ),
    );
}

const formatOf = (name: string): Format =>
  /\.(?:md|markdown|mdown)$/i.test(name) ? 'markdown' : /\.(?:x?html?|xht)$/i.test(name) ? 'html' : 'text';

/** What a file is goes by its bytes, and by its name only where these leave it open. */
async function* readFile(given: Given): AsyncGenerator<Reading> {
  const { bytes, file, place, depth } = given;
  if (bytes.length > LARGEST_FILE) return yield only(given, 'text', fault('too-large', place, tooLarge(bytes.length)));
  if (depth > DEEPEST)
    return yield only(
      given,
      'text',
      fault('too-deep', place, 'It lies too deep inside of other files. Save it by itself and add it.'),
    );
  if (isPdf(bytes)) {
    const { pdfOf } = await import('./pdf.ts');
    return yield reading(given, 'pdf', captureFrozen(await pdfOf(bytes, place), 'none', file, place));
  }
  if (begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0x50, 0x4b, 5, 6)) return yield* readZip(given);
  if (begins(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) {
    const { rtfOf } = await import('./rtf.ts');
    return yield reading(given, 'rtf', captureFrozen(rtfOf(bytes, place), 'none', file, place));
  }
  const head = start(bytes);
  if (/^From \S/.test(head) && (/\.mbox$/i.test(file) || isMessage(head.replace(/^.*\r?\n/, ''))))
    return yield* readMailbox(given);
  if (/\.(?:eml|mht|mhtml)$/i.test(file) || isMessage(head)) return yield* readMail(given);
  if (/\.json$/i.test(file)) {
    const decoded = decode(bytes);
    const references = decoded.ok ? referencesIn(decoded.value.text) : undefined;
    if (references) return yield { ...reading(given, 'text', { problems: [], notes: [] }), references };
  }
  if (depth > 0 && LOCKED_OR_OTHER.test(file)) {
    const says = `Files that end in ${/\.\w+$/.exec(file)?.[0]} are not read. Save the report as .pdf, .docx, .html or .txt.`;
    return yield only(given, 'text', fault('format', place, says));
  }
  const words = captureBytes(bytes, 'none', file, place);
  const says = `Its name says ${/\.\w+$/.exec(file)?.[0]}, but it holds plain words or a page, and was read as that. Check that it is what you meant to save.`;
  const odd = words.document && /\.(?:pdf|docx?|zip)$/i.test(file) ? [fault('ending', place, says)] : [];
  yield reading(given, formatOf(file), { ...words, notes: [...words.notes, ...odd] });
}

/**
 * Reads the bytes of a file, whatever it is: one reading for each report in it. Nothing is written, fetched or run.
 *
 * @param place how the file is named in problems
 */
export async function* readings(bytes: Uint8Array, file: string, place: Place): AsyncGenerator<Reading> {
  let count = 0;
  for await (const one of readFile({ bytes, file, place, depth: 0 })) {
    if (++count > MOST_IN_ALL) {
      yield only(
        { bytes, file, place, depth: 0 },
        'archive',
        fault('too-many', place, `It holds more than ${MOST_IN_ALL} files. Divide it.`),
      );
      return;
    }
    yield one;
  }
}
