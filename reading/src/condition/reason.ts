import { extensible } from '../lexicon/extension.ts';
import { REASONS } from '../lexicon/generated/connectives.ts';
import { PhraseTable } from '../sentence/phrases.ts';
import type { Token } from '../sentence/token.ts';

const TABLE = new PhraseTable(REASONS.map((words) => [words, words] as const));
extensible(({ reasons, without }) =>
  TABLE.extend(
    reasons.map((words) => [words, words]),
    without,
  ),
);

/** Connectives that give a reason only where a clause follows a comma. */
const AFTER_COMMA =
  /^(as|since|given|considering|arguing|noting|citing|saying|claiming|fearing|arguing that|noting that|saying that|claiming that)$/;

/** The place of a reason given after (or before) a position: token indices, connective left out. */
export const reasonIn = (
  tokens: readonly Token[],
  from: number,
  to: number,
): { first: number; after: number } | undefined => {
  for (let index = from; index < to; index += 1) {
    // “with the issue … remaining unresolved”: an absolute phrase gives the ground.
    if (tokens[index]?.lower === 'with' && tokens[index - 1]?.text === ',') {
      const ing = tokens
        .slice(index, Math.min(to, index + 24))
        .findIndex(({ lower, capital }) => /ing$/.test(lower) && !capital && lower.length > 5);
      if (ing > 1) return { first: index, after: to };
    }
    const hit = TABLE.at(tokens, index);
    if (!hit) continue;
    const before = tokens[index - 1]?.text ?? '';
    if (AFTER_COMMA.test(hit.value) && before !== ',' && index > 0) continue;
    if (hit.value === 'as' && /^(well|per|reported|quoted)$/.test(tokens[hit.end]?.lower ?? '')) continue;
    if (hit.value === 'since' && tokens[hit.end]?.kind === 'number') continue;
    if (hit.end >= to) continue;
    return { first: hit.end, after: to };
  }
  return undefined;
};
