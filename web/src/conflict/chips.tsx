import type { CitedWords } from 'entente/http/app';
import { Citation } from '../shared/citation.tsx';
import { WORDS } from './words.ts';

export type Cited = Readonly<Record<string, CitedWords>>;

const MOST = 4;

/** The statements that bear a part of a conflict, each a link to its words. */
export const Chips = ({ ids, cited }: { readonly ids: readonly string[]; readonly cited: Cited }) => {
  const seen = new Set<string>();
  const words = ids.flatMap((id) => {
    const one = cited[id];
    if (one === undefined || seen.has(one.citation.label)) return [];
    seen.add(one.citation.label);
    return [{ id, ...one }];
  });
  if (words.length === 0) return null;
  return (
    <span className="cites">
      {words.slice(0, MOST).map(({ id, citation, quote }) => (
        <span key={id} title={`“${quote}”`}>
          <Citation citation={citation} />
        </span>
      ))}
      {words.length > MOST && <span className="small quiet">{WORDS.more(words.length - MOST)}</span>}
    </span>
  );
};
