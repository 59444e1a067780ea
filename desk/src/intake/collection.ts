import { basename, extname } from 'node:path';
import type { Document } from '@entente/core/document/document';
import { documentId, type Problem } from '@entente/core/vocabulary';
import { sha256 } from './capture.ts';
import { fault } from './frozen.ts';
import type { Format, Reading } from './read-file.ts';
import { matcher, type Reference, withReference } from './references.ts';
import { type Revision, Versions } from './revision.ts';

/** The bytes that a document was taken from, as they were found. */
export interface Original {
  /** Its own name, for people. */
  readonly name: string;
  /** Where it was found, as messages name it: `reports/mail.eml › annex.pdf`. */
  readonly place: string;
  /** SHA-256 of its bytes, 64 hex digits. */
  readonly sha256: string;
  readonly size: number;
  readonly format: Format;
  /** Where it lies on disk; left out for what came in a message, an archive, or from elsewhere. */
  readonly path?: string;
  /** The address under which the document itself says that it is published. */
  readonly address?: string;
}

/** A report as it is captured, with its bytes. */
export interface CapturedReport {
  readonly document: Document;
  readonly original: Original;
  readonly bytes: Uint8Array;
  /** The document that it may be a changed version of. */
  readonly revision?: Revision;
}

export type OnReport = (report: CapturedReport) => void | Promise<void>;

/** Where messages are put. */
export interface Told {
  readonly problems: Problem[];
  readonly notes: Problem[];
}

/** Names that Windows keeps for devices: no file can be written under them there. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** `documents/courier.md` → `courier`, `reports/2021/Kyodo 1.txt` → `reports-2021-kyodo-1`; of two alike, the second gets its ending, then a number. */
const idFor = (name: string, taken: ReadonlySet<string>): string => {
  const slug = (text: string) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'document';
  const extension = extname(name);
  const plain = slug(name.slice(0, name.length - extension.length).replace(/^documents\//, '')).slice(0, 80);
  const stem = RESERVED.test(plain) ? `${plain}-file` : plain;
  const ids = [stem, `${stem}${extension.replace('.', '-').toLowerCase()}`];
  for (let number = 2; ; number++) {
    const id = ids.shift() ?? `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
};

export interface Loaded {
  readonly found: { readonly name: string; readonly path?: string };
  readonly bytes: Uint8Array;
  /** The address from which it was fetched. */
  readonly address?: string;
}

/** Files as they were found become documents; keeps what is known of those that came before. */
export class Collection {
  readonly documents: Document[] = [];
  readonly originals = new Map<string, Original>();
  readonly revisions: Revision[] = [];
  private readonly references = new Map<string, readonly Reference[]>();
  private readonly used = new Set<Reference>();
  private match: ReturnType<typeof matcher> = () => undefined;
  private readonly ids = new Set<string>();
  private readonly bytes = new Map<string, string>();
  private readonly words = new Map<string, string>();
  private readonly versions = new Versions();
  private readonly out: Told;
  private readonly onReport: OnReport | undefined;

  constructor(out: Told, onReport: OnReport | undefined) {
    this.out = out;
    this.onReport = onReport;
  }

  addReferences(name: string, references: readonly Reference[]): void {
    this.references.set(name, references);
    this.match = matcher([...this.references.values()].flat());
  }

  private described(document: Document, address: string | undefined): Document {
    const found = this.match(document, address);
    if (!found) return document;
    const file = [...this.references].find(([, all]) => all.includes(found.reference))?.[0] ?? '';
    this.used.add(found.reference);
    return withReference(document, found.reference, `${basename(file)}, by ${found.by}`);
  }

  async add({ found, bytes: whole, address: fetched }: Loaded, reading: Reading): Promise<void> {
    const { document, place, format } = reading;
    const address = reading.address ?? (reading.bytes ? undefined : fetched);
    this.out.problems.push(...reading.problems);
    this.out.notes.push(...reading.notes);
    if (!document) return;
    const bytes = reading.bytes ?? whole;
    const hash = sha256(bytes);
    const [file, copy] = [this.bytes.get(hash), this.words.get(document.sha256)];
    if (file !== undefined || copy !== undefined) {
      const says =
        file === undefined
          ? `It holds the same words as ${copy} and counts once.`
          : `It is the same file as ${file}, byte for byte, and counts once.`;
      this.out.notes.push(fault('copy', place, says));
      return;
    }
    this.bytes.set(hash, place);
    this.words.set(document.sha256, place);
    const id = idFor(reading.bytes ? `${found.name.replace(/\.\w{1,5}$/, '')} ${reading.file}` : found.name, this.ids);
    this.ids.add(id);
    const known = this.described({ ...document, id: documentId(id) }, address);
    const original: Original = {
      ...{ name: reading.file, place, sha256: hash, size: bytes.length, format },
      ...(reading.bytes || found.path === undefined ? {} : { path: found.path }),
      ...(address ? { address } : {}),
    };
    const revision = this.versions.add(known, address);
    if (revision) {
      const earlier = this.originals.get(revision.of)?.name ?? revision.of;
      const says = `It has the same ${revision.by} as ${earlier} and other words: it may be a changed version. Both are kept.`;
      this.out.notes.push(fault('revision', place, says));
      this.revisions.push(revision);
    }
    this.documents.push(known);
    this.originals.set(id, original);
    await this.onReport?.({ document: known, original, bytes, ...(revision ? { revision } : {}) });
  }

  /** Tells how many entries of the lists of references belong to a document. */
  tellReferences(): void {
    for (const [name, all] of this.references) {
      const left = all.filter((one) => !this.used.has(one));
      const first = (left[0]?.title ?? left[0]?.address ?? '').slice(0, 60);
      const rest =
        left.length === 0
          ? ''
          : ` “${first}” belongs to none${left.length > 1 ? `, nor do ${left.length - 1} others` : ''}.`;
      const says = `${all.length - left.length} of its ${all.length} references describe reports here.${rest}`;
      this.out.notes.push(fault('references', name, says));
    }
  }
}
