import { compareEdtf, dayRange } from '../chronicle/edtf.ts';
import { edtfWords } from '../chronicle/edtf-words.ts';
import type { Change } from '../document/change.ts';
import { shortSource } from '../document/citation.ts';
import type { Derivation } from '../document/derivation.ts';
import type { Document } from '../document/document.ts';
import { mainOrigins } from '../document/origin.ts';
import type { DocumentId } from '../vocabulary.ts';
import { type Difference, difference } from './difference.ts';
import type { Dossier } from './dossier.ts';
import { type Library, placeLabel } from './sentence.ts';
import { counted } from './words.ts';

/** A document as the report lists it. */
export interface DocumentEntry {
  readonly document: Document;
  readonly name: string;
  /** In words: “7 November 2021”, “undated, not before November 2021”, “undated”. */
  readonly date: string;
  /** The origin that most of it is of: 1 for the first of the dossier, and so on. */
  readonly origin: number;
  readonly takesFrom: readonly DocumentId[];
  readonly accepted: number;
  readonly suggested: number;
}

/** Two passages beside each other, with what was lost and gained between them. */
export interface AlignedPair {
  readonly derivation: Derivation;
  readonly sourceLabel: string;
  readonly derivedLabel: string;
  readonly difference: Difference;
  /** What happened to the words, in a word; what that did to their weight stands in `changes`. */
  readonly change: 'kept' | 'shortened' | 'lengthened' | 'reworded';
  /** What changed in weight: hedges and attributions lost or gained, numbers, stronger and weaker words. */
  readonly changes: readonly Change[];
}

/** What one document takes from another, or says twice itself. */
export interface DerivationEntry {
  readonly source: Document;
  readonly derived: Document;
  readonly sourceName: string;
  readonly derivedName: string;
  readonly pairs: readonly AlignedPair[];
  /** `all`: most of it is of the source's origin; `part`: these passages alone are; `itself`: it repeats its own words. */
  readonly share: 'all' | 'part' | 'itself';
  /** The grounds for the direction, and whether they settle it. */
  readonly by: readonly string[];
  readonly sure: boolean;
}

/** Names of documents, made distinct where two have the same source. */
export const documentNames = (documents: readonly Document[]): ReadonlyMap<DocumentId, string> => {
  const count = new Map<string, number>();
  for (const document of documents) count.set(shortSource(document), (count.get(shortSource(document)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return new Map(
    documents.map((document) => {
      const name = shortSource(document);
      if ((count.get(name) ?? 0) < 2) return [document.id, name];
      seen.set(name, (seen.get(name) ?? 0) + 1);
      return [document.id, `${name} (${seen.get(name)})`];
    }),
  );
};

const dateWords = (document: Document, sources: readonly Document[]): string => {
  if (document.published !== undefined) return edtfWords(document.published.value);
  const newest = sources
    .flatMap(({ published }) => (published === undefined ? [] : [published.value]))
    .sort(compareEdtf)
    .at(-1);
  const first = dayRange(newest).first;
  return newest === undefined || first === undefined ? 'undated' : `undated, not before ${edtfWords(newest)}`;
};

export const documentEntries = (dossier: Dossier): readonly DocumentEntry[] => {
  const origins = mainOrigins(dossier.documents, dossier.origins);
  const order = [...new Set(dossier.documents.map(({ id }) => origins.get(id)))];
  const names = documentNames(dossier.documents);
  const byId = new Map(dossier.documents.map((one) => [one.id, one]));
  const counts = new Map<DocumentId, { accepted: number; suggested: number }>();
  for (const { passage, status } of dossier.statements) {
    const count = counts.get(passage.document) ?? { accepted: 0, suggested: 0 };
    if (status === 'accepted') count.accepted++;
    if (status === 'suggested') count.suggested++;
    counts.set(passage.document, count);
  }
  return dossier.documents.map((document) => {
    const takesFrom = [
      ...new Set(
        dossier.derivations
          .filter(({ source, derived }) => derived.document === document.id && source.document !== document.id)
          .map(({ source }) => source.document),
      ),
    ];
    return {
      document,
      name: names.get(document.id) ?? document.file,
      date: dateWords(
        document,
        takesFrom.flatMap((id) => byId.get(id) ?? []),
      ),
      origin: order.indexOf(origins.get(document.id)) + 1,
      takesFrom,
      ...(counts.get(document.id) ?? { accepted: 0, suggested: 0 }),
    };
  });
};

const changeOf = ({ lost, gained }: Difference): AlignedPair['change'] => {
  if (lost === 0 && gained === 0) return 'kept';
  return gained === 0 ? 'shortened' : lost === 0 ? 'lengthened' : 'reworded';
};

const inside = (a: Derivation, b: Derivation): boolean =>
  a !== b &&
  a.derived.start >= b.derived.start &&
  a.derived.end <= b.derived.end &&
  a.source.start >= b.source.start &&
  a.source.end <= b.source.end &&
  (a.derived.end - a.derived.start < b.derived.end - b.derived.start ||
    a.source.end - a.source.start < b.source.end - b.source.start);

/** Documents that take from others, with their passages side by side in the order of the derived one. */
export const derivationEntries = (
  dossier: Dossier,
  library: Library,
  changes: readonly Change[] = [],
): readonly DerivationEntry[] => {
  const groups = new Map<string, Derivation[]>();
  for (const one of dossier.derivations) {
    const key = JSON.stringify([one.source.document, one.derived.document]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const names = documentNames(dossier.documents);
  const main = mainOrigins(dossier.documents, dossier.origins);
  return [...groups.values()].flatMap((group): DerivationEntry[] => {
    const [first] = group;
    const source = first && library.get(first.source.document);
    const derived = first && library.get(first.derived.document);
    if (first === undefined || source === undefined || derived === undefined) return [];
    const pairs = group
      .filter((one) => !group.some((other) => inside(one, other)))
      .sort((a, b) => a.derived.start - b.derived.start || a.source.start - b.source.start)
      .map((derivation) => {
        const compared = difference(derivation.source.quote, derivation.derived.quote);
        return {
          derivation,
          sourceLabel: placeLabel(library, derivation.source),
          derivedLabel: placeLabel(library, derivation.derived),
          difference: compared,
          change: changeOf(compared),
          changes: changes.filter((one) => one.derivation === derivation),
        };
      });
    return [
      {
        source,
        derived,
        sourceName: names.get(source.id) ?? source.file,
        derivedName: names.get(derived.id) ?? derived.file,
        pairs,
        share: source.id === derived.id ? 'itself' : main.get(source.id) === main.get(derived.id) ? 'all' : 'part',
        by: [...new Set(group.flatMap(({ direction }) => direction.by))],
        sure: group.some(({ direction }) => direction.sure),
      },
    ];
  });
};

/** “Frontier India takes 12 passages from Kyodo, counted with it; the rest is its own”. */
export const takingWords = ({ derivedName, sourceName, pairs, share }: DerivationEntry): string => {
  const passages = counted(pairs.length, 'passage');
  if (share === 'itself') return `${derivedName} says ${passages} twice`;
  const taken = `${derivedName} takes ${passages} from ${sourceName}`;
  return share === 'all' ? `${taken}: one origin` : `${taken}, counted with it; the rest is its own`;
};
