const NONE = -1;
const FULL = 0.6;

/**
 * Which documents hold which run of words: an index that grows.
 *
 * Shape: an open-addressed table `keys` (hash) with `heads` (newest posting, −1 for none), `counts` and `firsts`; postings are lists through
 * `next`, newest first, `documents` their numbers. About 28 bytes for each run of words of each document.
 */
export class Postings {
  private keys = new Int32Array(1 << 16);
  private heads = new Int32Array(1 << 16).fill(NONE);
  private counts = new Int32Array(1 << 16);
  private firsts = new Int32Array(1 << 16);
  private documents = new Int32Array(1 << 16);
  private next = new Int32Array(1 << 16);
  private used = 0;
  private size = 0;

  /** The slot of a key, or the empty one where it would stand. */
  private slot(key: number): number {
    const mask = this.keys.length - 1;
    let at = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) & mask;
    while ((this.heads[at] ?? NONE) !== NONE && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private widen(): void {
    const { keys, heads, counts, firsts } = this;
    const length = keys.length * 2;
    this.keys = new Int32Array(length);
    this.heads = new Int32Array(length).fill(NONE);
    this.counts = new Int32Array(length);
    this.firsts = new Int32Array(length);
    for (let old = 0; old < keys.length; old++) {
      if ((heads[old] ?? NONE) === NONE) continue;
      const at = this.slot(keys[old] ?? 0);
      this.keys[at] = keys[old] ?? 0;
      this.heads[at] = heads[old] ?? NONE;
      this.counts[at] = counts[old] ?? 0;
      this.firsts[at] = firsts[old] ?? 0;
    }
  }

  /** Notes that a document holds a key; the same twice in a row is noted once. */
  add(key: number, document: number): void {
    if (this.used > this.keys.length * FULL) this.widen();
    if (this.size === this.documents.length) {
      const [documents, next] = [new Int32Array(this.size * 2), new Int32Array(this.size * 2)];
      documents.set(this.documents);
      next.set(this.next);
      [this.documents, this.next] = [documents, next];
    }
    const at = this.slot(key);
    const head = this.heads[at] ?? NONE;
    if (head === NONE) {
      this.used++;
      this.keys[at] = key;
      this.firsts[at] = document;
    } else if (this.documents[head] === document) return;
    this.documents[this.size] = document;
    this.next[this.size] = head;
    this.heads[at] = this.size++;
    this.counts[at] = (this.counts[at] ?? 0) + 1;
  }

  /** How many documents hold a key. */
  count(key: number): number {
    const at = this.slot(key);
    return (this.heads[at] ?? NONE) === NONE ? 0 : (this.counts[at] ?? 0);
  }

  /** Gives the newest documents that hold a key, at most so many, and the first of all. */
  each(key: number, most: number, visit: (document: number) => void): void {
    const slot = this.slot(key);
    let left = most;
    let at = this.heads[slot] ?? NONE;
    for (; at !== NONE && left > 0; at = this.next[at] ?? NONE, left--) visit(this.documents[at] ?? 0);
    if (at !== NONE) visit(this.firsts[slot] ?? 0);
  }
}
