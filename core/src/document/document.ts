import type { DocumentId, Edtf, Grade, Span } from '../vocabulary.ts';

/** A value read off a document, with the ground it was read from, so that a person can check or correct it. */
export interface Read<Value> {
  readonly value: Value;
  /** Where it comes from: words such as `first line`, `<meta property="article:published_time">`, `front matter`, `by hand`. */
  readonly from: string;
}

/** Kinds of boilerplate: everything in a frozen text that the source did not write as part of its report. */
export type BoilerplateKind =
  | 'navigation'
  | 'share'
  | 'subscription'
  | 'form'
  | 'references'
  | 'running-head'
  | 'quoted'
  | 'footnote-mark'
  | 'credit';

export interface Boilerplate extends Span {
  readonly kind: BoilerplateKind;
}

/** A block of the frozen text: a heading or a paragraph, without the line breaks around it. */
export interface Block extends Span {
  readonly kind: 'heading' | 'paragraph';
}

/**
 * A source as captured. The text is frozen: every offset in a dossier counts from it, and the hash proves that it is unchanged.
 */
export interface Document {
  readonly id: DocumentId;
  /** The file's name as it was given, for people; never a path. */
  readonly file: string;
  /** The frozen text. */
  readonly text: string;
  /** SHA-256 of the frozen text in UTF-8, 64 hex digits. */
  readonly sha256: string;
  /** In reading order, not overlapping. Citations count paragraphs among these, boilerplate left out: `¶3`. */
  readonly blocks: readonly Block[];
  readonly boilerplate: readonly Boilerplate[];
  readonly title?: Read<string>;
  /** The outlet that printed it. */
  readonly publisher?: Read<string>;
  /** The person or agency that wrote it, as credited. */
  readonly author?: Read<string>;
  /** Left out when the text does not give it and nobody said. */
  readonly published?: Read<Edtf>;
  /** BCP 47, `en`, `ko`. */
  readonly language?: Read<string>;
  readonly kind?: Read<'wire' | 'article' | 'brief' | 'encyclopedia' | 'analysis' | 'official' | 'other'>;
  readonly grade?: Grade;
  /** The publication that this document summarises, where it says so. */
  readonly summarises?: Read<string>;
  /** Its text must not leave this machine: no language model elsewhere is asked about it. */
  readonly send?: 'never';
}
