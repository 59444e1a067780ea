import type { Token } from '../sentence/token.ts';

/** Terms that tell neighbouring proposals apart: the delay of a step from the step, a part of it from the whole, the order of two. */
const KINDS = {
  sequence:
    /^(before|first|until|prior|precondition|preconditions|condition|conditions|preceding|beforehand|prerequisite|then)$/,
  exchange: /^(exchange|swap|package|bargain|trade-off|quid|return)$/,
  delay: /^(delay\w*|postpone\w*|defer\w*|suspen\w+|pause\w*|adjourn\w*|later|moratorium|freeze|frozen)$/,
  part: /^(partial\w*|limited|local\w*|temporar\w+|interim|some|gradual\w*|phased|pilot|certain|humanitarian)$/,
  whole: /^(full\w*|complete\w*|total\w*|entire\w*|all|comprehensive\w*|permanent\w*|whole|final\w*|general)$/,
  renewal: /^(extend\w*|extension\w*|renew\w*|prolong\w*|rollover|continu\w+)$/,
  compromise: /^(compromise\w*|concession\w*|flexib\w+|middle|half-way|soften\w*)$/,
  direct: /^(direct|directly|bilateral\w*|face-to-face)$/,
  binding: /^(binding|legally|mandatory|obligatory|compulsory)$/,
  guarantee: /^(guarantee\w*|assurance\w*|written|pledge\w*)$/,
  outside: /^(independent\w*|international\w*|outside|third|neutral|external\w*|foreign)$/,
  alone: /^(unilateral\w*|alone|without|separate\w*)$/,
  change: /^(amend\w*|change\w*|renegotiat\w+|revis\w+|rewrit\w+|reopen\w*|modif\w+|alter\w*|review\w*)$/,
  more: /^(more|further|additional|increase\w*|rais\w+|rise|expand\w*|widen\w*|wider|broaden\w*|new)$/,
  less: /^(less|fewer|cut\w*|reduc\w+|lower\w*|ease|eas\w+|relax\w*|limit|limits|restrict\w*)$/,
  end: /^(end|ends|ended|ending|stop\w*|halt\w*|cease\w*|abolish\w*|scrap\w*|lift\w*|remov\w+|withdr\w+|repeal\w*|annul\w*)$/,
} as const;

export type TermKind = keyof typeof KINDS;

const ENTRIES = Object.entries(KINDS).map(([kind, pattern]): readonly [TermKind, RegExp] => {
  if (!isKind(kind)) throw new RangeError(`${kind} is no kind of term`);
  return [kind, pattern];
});

function isKind(kind: string): kind is TermKind {
  return kind in KINDS;
}

const known = new Map<string, readonly TermKind[]>();
const MOST = 20_000;

const kindsOf = (lower: string): readonly TermKind[] => {
  const held = known.get(lower);
  if (held) return held;
  const found = ENTRIES.flatMap(([kind, pattern]) => (pattern.test(lower) ? [kind] : []));
  if (known.size >= MOST) known.clear();
  known.set(lower, found);
  return found;
};

/** The kinds of terms that tokens name. */
export const kindsIn = (list: readonly Token[]): ReadonlySet<TermKind> => {
  const found = new Set<TermKind>();
  for (const { lower } of list) for (const kind of kindsOf(lower)) found.add(kind);
  return found;
};
