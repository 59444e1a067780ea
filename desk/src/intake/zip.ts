import { inflateRawSync } from 'node:zlib';
import type { Problem } from '@entente/core/vocabulary';
import { fault, type Place } from './frozen.ts';

/** One file in a ZIP archive, as its directory describes it; nothing is unpacked yet. */
export interface Entry {
  readonly name: string;
  /** Bytes once unpacked, as the archive says. */
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  /** Where its own header begins. */
  readonly at: number;
}

export interface Archive {
  readonly entries: readonly Entry[];
  readonly bytes: Uint8Array;
}

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all files together, unpacked. */
  readonly total: number;
  /** Bytes of the largest file, unpacked. */
  readonly largest: number;
}

/** A file of some size that shrinks further than this was made to swell. */
const STEEPEST = 250;
const SMALL = 1024 * 1024;

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;

const directoryEnd = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  return -1;
};

/** What is wrong with the name of an entry: it would be written elsewhere than in the folder it is unpacked to. */
const unsafeName = (name: string): boolean =>
  name === '' ||
  name.length > 1000 ||
  /^[/\\]|^[a-z]:|\0/i.test(name) ||
  name.split(/[/\\]/).some((part) => part === '..');

interface Listed extends Entry {
  readonly locked: boolean;
  readonly link: boolean;
}

const listed = (view: DataView, bytes: Uint8Array, at: number): readonly [Listed, number] | undefined => {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
  const end = at + 46 + (name ?? 0);
  if (end > view.byteLength) return undefined;
  const letters = new TextDecoder((flags & 0x800) === 0 ? 'latin1' : 'utf-8').decode(bytes.subarray(at + 46, end));
  const mode = view.getUint32(at + 38, true) >>> 16;
  const entry = {
    ...{ name: letters, method, packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true) },
    ...{ at: view.getUint32(at + 42, true), locked: (flags & 0x41) !== 0, link: (mode & 0xf000) === 0xa000 },
  };
  return [entry, end + (extra ?? 0) + (comment ?? 0)];
};

/**
 * The directory of a ZIP archive, checked before anything is unpacked: how many files, how large, how steeply packed, whether they overlap,
 * are locked, are links, or would be written elsewhere.
 */
export const openZip = (bytes: Uint8Array, limits: ZipLimits, place: Place): Archive | Problem => {
  const wrong = (code: string, says: string): Problem => fault(code, place, says);
  const broken = wrong('zip', 'The archive is damaged: its directory cannot be read. Pack it again.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  if (end < 0) return broken;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === 0xffffffff || count === 0xffff)
    return wrong(
      'zip-entries',
      `It holds more than ${limits.entries} files, or is of the kind for very large archives (ZIP64). Unpack it and add the folder.`,
    );
  if (count > limits.entries)
    return wrong(
      'zip-entries',
      `It holds ${count} files; the most that is read is ${limits.entries}. Unpack it and add the folder.`,
    );
  const entries: Listed[] = [];
  for (let index = 0; index < count; index++) {
    const found = listed(view, bytes, at);
    if (!found) return broken;
    entries.push(found[0]);
    at = found[1];
  }
  const evil = entries.find(({ name }) => unsafeName(name));
  if (evil)
    return wrong(
      'zip-path',
      `It holds a file that would be written outside of its folder (“${evil.name.slice(0, 80)}”). It was not opened.`,
    );
  const link = entries.find((one) => one.link);
  if (link)
    return wrong(
      'zip-link',
      `It holds a link (“${link.name.slice(0, 80)}”), which can lead anywhere. It was not opened.`,
    );
  if (entries.some(({ locked }) => locked))
    return wrong('encrypted', 'It is locked with a password. Unpack it and add the files.');
  const large = entries.find(({ size }) => size > limits.largest);
  if (large)
    return wrong(
      'zip-size',
      `“${large.name.slice(0, 80)}” in it would have ${megabytes(large.size)} once unpacked; the most is ${megabytes(limits.largest)}.`,
    );
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.total)
    return wrong(
      'zip-size',
      `It would have ${megabytes(total)} once unpacked; the most is ${megabytes(limits.total)}. Divide it.`,
    );
  const steep = entries.find(({ size, packed }) => size > SMALL && size > packed * STEEPEST);
  if (steep)
    return wrong(
      'zip-ratio',
      `“${steep.name.slice(0, 80)}” in it swells to ${Math.round(steep.size / Math.max(1, steep.packed))} times its size. It was not unpacked.`,
    );
  const ordered = entries.toSorted((a, b) => a.at - b.at);
  const overlaps = ordered.some((entry, index) => entry.at + 30 + entry.packed > (ordered[index + 1]?.at ?? end));
  if (overlaps)
    return wrong('zip-overlap', 'Files in it lie on top of each other, which no packer does. It was not unpacked.');
  return { entries, bytes };
};

/** The bytes of one file of an archive; never more than its directory says. */
export const unpacked = ({ bytes }: Archive, entry: Entry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL_HEADER)
    throw new Error(`the header of “${entry.name.slice(0, 80)}” is missing`);
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0 && entry.packed === entry.size) return packed;
  if (entry.method !== 8) throw new Error(`“${entry.name.slice(0, 80)}” is packed in a way that is not known`);
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
};
