import type { Token } from './token.ts';
import { tokens } from './token.ts';

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  value?: Value;
}

export interface Found<Value> {
  readonly value: Value;
  /** Index after the last token. */
  readonly end: number;
}

const NOTHING: readonly never[] = [];

/** Phrases of several words with what they mean, found in one walk along the tokens. The first phrase entered wins. */
export class PhraseTable<Value> {
  private readonly root: Node<Value> = { next: new Map() };

  constructor(entries: Iterable<readonly [phrase: string, value: Value]>) {
    for (const [phrase, value] of entries) {
      let node = this.root;
      for (const { lower } of tokens(phrase, 0, phrase.length)) {
        let next = node.next.get(lower);
        if (!next) {
          next = { next: new Map() };
          node.next.set(lower, next);
        }
        node = next;
      }
      if (node !== this.root) node.value ??= value;
    }
  }

  /**
   * Enters phrases in place of what they meant before, and takes others out.
   *
   * @returns what puts the table back as it was
   */
  extend(entries: Iterable<readonly [phrase: string, value: Value]>, without: Iterable<string> = []): () => void {
    const before: (readonly [Node<Value>, Value | undefined])[] = [];
    const set = (phrase: string, value: Value | undefined): void => {
      let node = this.root;
      for (const { lower } of tokens(phrase, 0, phrase.length)) {
        let next = node.next.get(lower);
        if (!next && value === undefined) return;
        if (!next) {
          next = { next: new Map() };
          node.next.set(lower, next);
        }
        node = next;
      }
      if (node === this.root) return;
      before.push([node, node.value]);
      if (value === undefined) delete node.value;
      else node.value = value;
    };
    for (const phrase of without) set(phrase, undefined);
    for (const [phrase, value] of entries) set(phrase, value);
    return () => {
      for (const [node, value] of before.reverse())
        if (value === undefined) delete node.value;
        else node.value = value;
    };
  }

  /** All phrases that begin at a token, the longest first. */
  all(list: readonly Token[], index: number): readonly Found<Value>[] {
    const first = list[index];
    let node = first && this.root.next.get(first.lower);
    if (!node) return NOTHING;
    const found: Found<Value>[] = [];
    for (let place = index + 1; node; place += 1) {
      if (node.value !== undefined) found.unshift({ value: node.value, end: place });
      const next = list[place];
      node = next && node.next.get(next.lower);
    }
    return found;
  }

  /** The longest phrase that begins at a token. */
  at(list: readonly Token[], index: number): Found<Value> | undefined {
    const first = list[index];
    let node = first && this.root.next.get(first.lower);
    if (!node) return undefined;
    let value: Value | undefined;
    let end = index;
    for (let place = index + 1; node; place += 1) {
      if (node.value !== undefined) {
        value = node.value;
        end = place;
      }
      const next = list[place];
      node = next && node.next.get(next.lower);
    }
    return value === undefined ? undefined : { value, end };
  }
}
