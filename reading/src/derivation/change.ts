import type { Change, ChangeKind } from '@entente/core/document/change';
import type { Derivation } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import type { Passage } from '@entente/core/document/passage';
import type { Span } from '@entente/core/vocabulary';
import { doubtOnlyIn } from './doubt.ts';
import { exchanged } from './exchange.ts';
import { headlineChange } from './headline.ts';
import { ATTRIBUTIONS } from './lexicon/weight.ts';
import { type Documents, inside, plain, unquoted } from './plain.ts';
import { changedNumbers } from './quantity.ts';
import { steps } from './scale.ts';

const trimmed = (text: string, span: Span): Span => {
  const words = text.slice(span.start, span.end);
  const lead = /^[\s,]*/.exec(words)?.[0].length ?? 0;
  return { start: span.start + lead, end: span.start + words.trimEnd().length };
};

const attributionIn = (text: string): Span | undefined => {
  const words = unquoted(text);
  const found = ATTRIBUTIONS.map((pattern) => pattern.exec(words)).filter((match) => match !== null);
  const first = found.toSorted((a, b) => a.index - b.index)[0];
  return first && trimmed(words, { start: first.index, end: first.index + first[0].length });
};

const HOLDER = /\b(?:source|official|diplomat|people|person|insider|aide)/;

/** The paragraph around a passage: who is said to say it may stand in the sentence before or after. */
const around = (documents: Documents, { document, start, end }: Passage): string => {
  const text = documents.get(document)?.text ?? '';
  const block = documents.get(document)?.blocks.find((one) => one.start <= start && start < one.end);
  return plain({ quote: text.slice(block?.start ?? start, block?.end ?? end) });
};

type Add = (kind: ChangeKind, lost: Span | undefined, gained: Span | undefined, at: number) => void;

/** “The sources said”, lost or gained: if no sentence of the other side's paragraphs says anything of the kind. */
const attributions = (group: readonly Derivation[], documents: Documents, add: Add): void => {
  const [first] = group;
  if (!first) return;
  const before = attributionIn(plain(first.source));
  const after = group.map(({ derived }) => attributionIn(plain(derived)));
  const at = after.findIndex((one) => one !== undefined);
  if (before && at < 0 && !group.some(({ derived }) => attributionIn(around(documents, derived))))
    add('attribution-lost', before, undefined, 0);
  const gained = after[at];
  if (before || !gained) return;
  const words = plain(group[at]?.derived ?? first.derived).slice(gained.start, gained.end);
  const holder = HOLDER.exec(words)?.[0];
  const told = around(documents, first.source);
  if (!attributionIn(told) && !(holder !== undefined && told.includes(holder)))
    add('attribution-gained', undefined, gained, at);
};

/** Changes between one passage of a source and all that was made of it. */
const changesIn = (group: readonly Derivation[], documents: Documents): Change[] => {
  const [first] = group;
  if (!first || group.some(({ kind }) => kind === 'verbatim')) return [];
  const out: Change[] = [];
  const add: Add = (kind, lost, gained, at) => {
    const derivation = group[at] ?? first;
    out.push({
      kind,
      ...(lost ? { lost: inside(documents, derivation.source, lost) } : {}),
      ...(gained ? { gained: inside(documents, derivation.derived, gained) } : {}),
      derivation,
    });
  };
  attributions(group, documents, add);
  const source = unquoted(plain(first.source));
  const derived = group.map((one) => unquoted(plain(one.derived)));
  const doubt = doubtOnlyIn(source, derived);
  if (doubt) add('hedge-lost', doubt, undefined, 0);
  derived.forEach((text, at) => {
    const raised = doubtOnlyIn(text, [source]);
    if (raised) add('hedge-gained', undefined, raised, at);
    const inPlaceOf = exchanged(source, text);
    for (const [then, now] of changedNumbers(source, text, inPlaceOf)) add('number-changed', then, now, at);
    const [before, after] = [steps(source), steps(text)];
    const seen = new Set<number>();
    for (const now of after) {
      // a sentence that says both the weak and the strong word has not changed it
      if (seen.has(now.start) || before.some(({ scale, step }) => scale === now.scale && step === now.step)) continue;
      const then = before.find((one) => one.scale === now.scale && inPlaceOf(one, now));
      if (!then || after.some(({ scale, step }) => scale === then.scale && step === then.step)) continue;
      seen.add(now.start);
      add(now.step > then.step ? 'stronger' : 'weaker', then, now, at);
    }
  });
  return out;
};

const grouped = (all: readonly Derivation[], key: (one: Derivation) => string): ReadonlyMap<string, Derivation[]> => {
  const groups = new Map<string, Derivation[]>();
  for (const one of all) {
    const known = groups.get(key(one));
    if (known) known.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
};

/**
 * What was lost or gained where one document was made of another: attributions and hedges dropped or added, numbers changed, words
 * exchanged for stronger or weaker ones, in passages and in the headline. Suggestions: the words are given, a person judges. What the words
 * do not show is not said: a clause that was left out changes nothing, and a word counts as exchanged only where it stands in the other's
 * place. What repeats words of its own document is not looked at.
 */
export const changes = (derivations: readonly Derivation[], documents: readonly Document[]): Change[] => {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const across = derivations.filter(({ source, derived }) => source.document !== derived.document);
  const groups = grouped(across, ({ source, derived }) => `${source.document} ${source.start} ${derived.document}`);
  const byDerived = grouped(across, ({ derived }) => derived.document);
  const headlines = documents.flatMap((document) => {
    const taken = byDerived.get(document.id) ?? [];
    const inSourceOrder = taken.toSorted((a, b) => a.source.start - b.source.start);
    return headlineChange(document, inSourceOrder, byId);
  });
  return [...headlines, ...[...groups.values()].flatMap((group) => changesIn(group, byId))];
};
