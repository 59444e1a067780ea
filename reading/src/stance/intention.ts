import type { Reference } from '../actor/mention.ts';
import type { Frame } from '../attribution/frame.ts';
import { conditionsIn } from '../condition/condition.ts';
import { ADVERBS, NEGATIONS, table } from '../sentence/words.ts';
import { type Sighted, subjectBefore, verbGroupStart } from './clause.ts';
import type { Found } from './cue.ts';
import { contentEnd, reporter } from './extent.ts';
import type { Position } from './position.ts';
import { deny, type Sign } from './sign.ts';

/** Where the noun phrase before a verb group begins, whatever it names. */
const phraseStart = (tokens: Sighted['tokens'], group: number): number => {
  let first = group;
  while (
    first > 0 &&
    !/^[,;:"(—]$/.test(tokens[first - 1]?.text ?? '') &&
    !/^(that|but|because|while|which|who|if)$/.test(tokens[first - 1]?.lower ?? '')
  )
    first -= 1;
  return first;
};

const MODAL: Readonly<Record<string, Sign>> = table({
  must: 'support',
  should: 'support',
  ought: 'support',
  will: 'support',
  would: 'support',
  "'ll": 'support',
  "'d": 'support',
  "won't": 'oppose',
  "wouldn't": 'oppose',
  cannot: 'oppose',
  "can't": 'oppose',
  "mustn't": 'oppose',
  "shouldn't": 'oppose',
});

/**
 * Demands and announced acts inside reported speech that no cue carries: “said that Sudan must return …”, “said it would not allow …”.
 * A demand may fall on anybody; an announced act is the speaker's own.
 */
export const intentions = (
  sighted: Sighted,
  all: readonly Frame[],
  cues: readonly Found[],
  author: Reference | undefined,
): Position[] => {
  const { tokens } = sighted;
  const found: Position[] = [];
  for (let index = 1; index < tokens.length; index += 1) {
    const lower = tokens[index]?.lower ?? '';
    const sign = MODAL[lower];
    if (sign === undefined) continue;
    const report = reporter(all, index);
    const group = verbGroupStart(tokens, index);
    let verb = index + 1;
    let no = 0;
    while (
      verb < tokens.length &&
      (ADVERBS.has(tokens[verb]?.lower ?? '') ||
        NEGATIONS.has(tokens[verb]?.lower ?? '') ||
        /^(be|have|been)$/.test(tokens[verb]?.lower ?? ''))
    ) {
      if (NEGATIONS.has(tokens[verb]?.lower ?? '')) no += 1;
      verb += 1;
    }
    if (cues.some((cue) => cue.first >= index && cue.first <= verb + 1)) continue;
    const subjects = subjectBefore(sighted, group);
    const demand = /^(must|should|ought|mustn't|shouldn't)$/.test(lower);
    const actors = subjects.flatMap((mention) => mention.of);
    const own = actors.some((one) =>
      report?.of.some((by) => by.actor === one.actor || (by.state !== undefined && by.state === one.state)),
    );
    // Outside a report an act to come is told as a forecast; under a condition it is a position.
    const bargained = actors.length > 0 && conditionsIn(tokens, verb, tokens.length, []).length > 0;
    const of = demand ? (report?.of ?? (author ? [author] : [])) : own || bargained ? actors : [];
    if (of.length === 0) continue;
    const first = subjects[0]?.first ?? phraseStart(tokens, group);
    const after = contentEnd(sighted, verb, all, index);
    found.push({
      first,
      after,
      cueFirst: index,
      contentFirst: demand ? first : verb,
      contentAfter: after,
      follow: demand ? 'c' : 't',
      stance: no % 2 === 1 ? deny(sign, '') : sign,
      of,
      holder: demand ? [] : subjects,
      lemma: lower,
      passive: false,
      asserted: false,
      rule: demand ? `demand: ${lower}` : `announced: ${lower}`,
      spoken: true,
    });
  }
  return found;
};
