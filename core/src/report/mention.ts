import type { Actor, Codebook } from '../statement/codebook.ts';
import type { ActorId } from '../vocabulary.ts';

/** Where a text names an actor. */
export interface Mention {
  readonly actor: ActorId;
  readonly start: number;
  readonly end: number;
}

/** A text of the same length, so that places in it stay: small letters, plain quotes, abbreviations without their dots. */
const folded = (text: string): string =>
  text
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b|\.|\s|$)/gu, '\u2060')
    .replace(/[’‘]/g, "'")
    .toLowerCase();

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface Name {
  readonly actor: ActorId;
  readonly pattern: RegExp;
  readonly length: number;
  /** The letters that it begins with, which a text that names it must hold. */
  readonly begins: string;
}

/** `US` and `UN` are names in capitals only: small, they are words. */
const isShort = (name: string): boolean => /^\p{Lu}{2,3}$/u.test(name.replaceAll('.', ''));

const nameOf = (actor: ActorId, name: string): Name | undefined => {
  const bare = name.replace(/^the /i, '').trim();
  const words = bare
    .split(/[\s\u2060.]+/)
    .filter(Boolean)
    .map((word) => escaped(folded(word)));
  if (words.length === 0) return undefined;
  const spaced =
    bare.includes('.') && words.every((word) => word.length === 1) ? words.join('\u2060?') : words.join('[\\s\u2060]+');
  return {
    actor,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])${spaced}\u2060?(?:s|'s?)?(?![\\p{L}\\p{N}])`, 'gu'),
    length: bare.length,
    begins: folded(bare).split(/[\s\u2060.]+/)[0] ?? '',
  };
};

/** The last word of a person's name, where nobody else has it. */
const surnames = (actors: readonly Actor[]): readonly (readonly [ActorId, string])[] => {
  const all = actors
    .filter(({ kind }) => kind === 'person')
    .flatMap(({ id, name, aliases }) =>
      [...new Set([name, ...aliases].flatMap((one) => one.split(/\s+/)))]
        .filter((word) => /^\p{Lu}\p{L}{2,}$/u.test(word))
        .map((word) => [id, word] as const),
    );
  return all.filter(([id, word]) => all.every(([other, same]) => other === id || same !== word));
};

const NONE: AlsoCalled = () => [];

/**
 * Where a text names actors of the codebook, by name, alias or what they are also called; the longer name before the shorter, none inside
 * another.
 */
export const mentionsIn = (codebook: Codebook, text: string, alsoCalled: AlsoCalled = NONE): readonly Mention[] => {
  const plain = folded(text);
  const found: Mention[] = [];
  for (const { name, needsCapitals } of namesOf(codebook, alsoCalled)) {
    if (!plain.includes(name.begins)) continue;
    for (const match of plain.matchAll(name.pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (needsCapitals && !/^\p{Lu}/u.test(text.slice(start).replace(/^\.+/, '').slice(0, 1))) continue;
      if (needsCapitals && !/^(?:\p{Lu}\.?)+/u.test(text.slice(start, end))) continue;
      if (found.some((other) => other.start < end && start < other.end)) continue;
      found.push({ actor: name.actor, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
};

type AlsoCalled = (actor: Actor) => readonly string[];

/** The names of a codebook, the longest first: the same for every text. */
const kept = new WeakMap<Codebook, { readonly alsoCalled: AlsoCalled; readonly names: readonly Formed[] }>();

const namesOf = (codebook: Codebook, alsoCalled: AlsoCalled): readonly Formed[] => {
  const known = kept.get(codebook);
  if (known?.alsoCalled === alsoCalled) return known.names;
  const { actors } = codebook;
  const own = actors.flatMap((actor) => [actor.name, ...actor.aliases].flatMap((name) => nameAndForm(actor.id, name)));
  const also = actors.flatMap((actor) => alsoCalled(actor).flatMap((name) => nameAndForm(actor.id, name)));
  const short = surnames(actors).flatMap(([id, word]) => nameAndForm(id, word));
  const names = [...own, ...also, ...short].sort((a, b) => b.name.length - a.name.length);
  kept.set(codebook, { alsoCalled, names });
  return names;
};

interface Formed {
  readonly name: Name;
  readonly needsCapitals: boolean;
}

const nameAndForm = (id: ActorId, words: string): readonly Formed[] => {
  const name = nameOf(id, words);
  return name === undefined ? [] : [{ name, needsCapitals: isShort(words) }];
};

const AUXILIARY =
  "(?:do|does|did|is|are|was|were|has|have|had|would|will|can|could|should|might|may|must|do|doesn't|won't|isn't)";

/**
 * The mention that a question is about: who is said to hold a view (“according to X”, “in X’s opinion”, “X’s position”), who acts in a passive
 * (“opposed by X”), the subject after the verb (“does X …”), else the first.
 */
export const subjectOf = (text: string, mentions: readonly Mention[], kind: string): Mention | undefined => {
  const plain = folded(text);
  const before =
    (pattern: string) =>
    ({ start }: Mention): boolean =>
      new RegExp(`${pattern}(?:\\s+the)?\\s+$`).test(plain.slice(0, start));
  const after =
    (pattern: string) =>
    ({ end }: Mention): boolean =>
      new RegExp(`^\\s*${pattern}`).test(plain.slice(end));
  const holds = (mention: Mention): boolean =>
    before('(?:according|acceptable|important) to')(mention) ||
    (/'s?$/.test(plain.slice(mention.start, mention.end)) &&
      after(
        '(?:own\\s+)?(?:position|view|stance|opinion|eyes|words|attitude|line|reasons?|conditions?|demands?|policy on)',
      )(mention)) ||
    before('(?:position|view|stance|opinion|line|reasons?|conditions?|demands?) of')(mention);
  const acts = before('(?:ed|en|pt|ht|ld) by');
  const follows = before(`(?:^|\\s)${AUXILIARY}`);
  const rules: readonly ((mention: Mention) => boolean)[] = [
    holds,
    ...(kind === 'condition' ? [before('take for')] : []),
    acts,
    follows,
    ...(kind === 'if' ? [before('\\b(?:if|when|suppose)')] : []),
  ];
  for (const rule of rules) {
    const found = mentions.find(rule);
    if (found !== undefined) return found;
  }
  return kind === 'changed' ? undefined : mentions[0];
};
