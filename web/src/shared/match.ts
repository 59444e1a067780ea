/** Something that can be picked by typing its name. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Other names that find it. */
  readonly also?: readonly string[];
  /** Beside the name, small. */
  readonly note?: string;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** How well typed letters fit a name: 4 its beginning, 3 the beginning of a word in it, 2 its initials, 1 inside it, 0 not at all. */
const fit = (name: string, typed: string): number => {
  if (name.startsWith(typed)) return 4;
  const words = name.split(/[\s\-–'’(),.]+/u).filter(Boolean);
  if (words.some((word) => word.startsWith(typed))) return 3;
  const parts = typed.split(/\s+/u);
  if (parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part)))) return 3;
  if (
    words
      .map((word) => word.charAt(0))
      .join('')
      .startsWith(typed)
  )
    return 2;
  return name.includes(typed) ? 1 : 0;
};

/**
 * The choices that typed letters fit, best first; a name goes before an alias, and of equals those picked last. Without letters, those
 * picked last and then all in their order.
 *
 * @param recent ids picked last, newest first
 */
export const matching = (
  choices: readonly Choice[],
  letters: string,
  recent: readonly string[] = [],
  most = 12,
): readonly Choice[] => {
  const typed = plain(letters);
  const age = (id: string): number => {
    const at = recent.indexOf(id);
    return at < 0 ? recent.length : at;
  };
  return choices
    .map((choice, at) => ({
      choice,
      at,
      score:
        typed === ''
          ? 1
          : Math.max(
              fit(plain(choice.name), typed) * 2,
              ...(choice.also ?? []).map((name) => fit(plain(name), typed) * 2 - 1),
            ),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || age(a.choice.id) - age(b.choice.id) || a.at - b.at)
    .slice(0, most)
    .map(({ choice }) => choice);
};
