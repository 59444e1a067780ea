import { KEYWORDS } from '../preference/read-formula.ts';

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^[-\p{M}]+|-+$/gu, '') || 'x';

/**
 * Ids from names, each once. Where two names give the same id, the owner's name goes before it, and then a number behind.
 *
 * @example uniqueIds(['Full support', 'Full support'], ['US', 'Canada']) // ['us-full-support', 'canada-full-support']
 */
export const uniqueIds = (names: readonly string[], owners: readonly string[] = []): string[] => {
  const slugs = names.map(slug);
  const taken = new Set<string>();
  return slugs.map((own, at) => {
    const shared = slugs.filter((other) => other === own).length > 1;
    const owner = owners[at];
    const base = (shared || KEYWORDS.includes(own)) && owner !== undefined ? `${slug(owner)}-${own}` : own;
    let id = KEYWORDS.includes(base) ? `${base}-1` : base;
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
    taken.add(id);
    return id;
  });
};
