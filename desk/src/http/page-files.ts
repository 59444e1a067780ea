import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the workbench as it is sent. */
export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its name holds a hash of what it holds. */
  readonly forever: boolean;
}

/** The built workbench: its first page, and the files that it asks for, by path. */
export interface PageFiles {
  readonly first: string;
  readonly files: ReadonlyMap<string, PageFile>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Where the build puts it, seen from the sources as from what is built of them. */
const BUILT = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

const TOKEN_PLACE = '<meta name="entente-token" content="" />';

/** Reads the built workbench; nothing when it has not been built. */
export const pageFiles = async (token: string, folder = BUILT): Promise<PageFiles | undefined> => {
  const first = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
  if (first === undefined || !first.includes(TOKEN_PLACE)) return undefined;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, PageFile>();
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const name = `/${path.slice(folder.length).replaceAll('\\', '/').replace(/^\//, '')}`;
    files.set(name, { bytes: new Uint8Array(await readFile(path)), type, forever: name.startsWith('/assets/') });
  }
  return { first: first.replace(TOKEN_PLACE, TOKEN_PLACE.replace('content=""', `content="${token}"`)), files };
};
