import type { Reading } from '../read-file.ts';

/** Asks a reader for what a file holds. */
export interface Ask {
  readonly job: number;
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly place: string;
}

/** What a reader says: that it has loaded what it reads with; what it found, one by one, then that it is done, with the memory it holds by then. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reading'; readonly job: number; readonly reading: Reading }
  | { readonly kind: 'failed'; readonly job: number; readonly says: string }
  | { readonly kind: 'done'; readonly job: number; readonly memory: number };
