import type { Token } from '../sentence/token.ts';
import { ADVERBS, AUXILIARIES, PREPOSITIONS, SUBORDINATORS } from '../sentence/words.ts';
import { stem } from './words.ts';

/** Verbs that ask for the same act; a position on one is a position on the other. */
const SAME_ACT = [
  'declare proclaim announce',
  'end stop halt terminate cease conclude finish',
  'start begin open launch initiate',
  'resume restart reopen',
  'hold conduct stage convene organise organize',
  'withdraw pull remove',
  'sign ratify adopt',
  'build construct erect',
  'lift ease scrap abolish drop',
  'extend prolong renew',
  'continue maintain keep preserve',
  'deploy send station dispatch',
  'give provide grant supply deliver',
  'split divide partition',
  'join enter accede',
  'return repatriate hand',
  'raise increase expand boost',
  'cut reduce lower',
  'ban prohibit forbid outlaw bar',
  'let allow permit',
  'recognise recognize acknowledge',
].map((words) => new Set(words.split(' ').map(stem)));

/** Verbs that only lead to an act: “discuss a treaty”, “work toward a ceasefire”, “take part”. */
const LIGHT = new Set(
  'discuss consider explore pursue seek work achieve reach make take have get go do proceed move negotiate talk accept support agree see help try push press realise realize implement carry complete secure ensure be'
    .split(' ')
    .map(stem),
);

/** The verb that says which act words ask for, as a stem; undefined where it is a light one or none. */
export const actOf = (tokens: readonly Token[], from: number, to: number): string | undefined => {
  for (let index = from; index < to; index += 1) {
    const { lower = '', kind } = tokens[index] ?? {};
    if (kind === 'mark' || lower === 'to' || lower === 'not' || ADVERBS.has(lower)) continue;
    const verb = stem(lower);
    return LIGHT.has(verb) || LIGHT.has(stem(lower.replace(/ing$/, 'e'))) ? undefined : verb;
  }
  return undefined;
};

/** Whether two acts are the same or unknown: “end the war” is not “declare an end to the war”. */
export const sameAct = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a === b || SAME_ACT.some((act) => act.has(a) && act.has(b));

/** Nouns of acts that no ending gives away. */
const ACTS = new Set(
  'accord agreement aid alliance armistice attack ban blockade boycott ceasefire cease-fire census change curfew cut cuts deal drills embargo election entry exercise exercises exit federation freeze handover help independence inquiry launch levy loan membership merger military-exercise moratorium occupation pact partnership peace plan poll probe quota reform reforms referendum release return rule sale sanctions settlement strike strikes summit swap talks tariff tariffs tax test tests trade transfer treaty trial truce union use veto visa visit vote'.split(
    ' ',
  ),
);
/** Nouns that end like acts, or stand for one, and can be neither wanted nor refused by themselves. */
const VAGUE = new Set(
  'action actions activity activities attention behaviour behavior chance concern conclusion condition conditions conflict crisis danger development developments effort efforts event events fact feeling issue meaning meetings mention moment opinion possibility problem question reason relation risk role situation statement tension tensions thing things threat war'.split(
    ' ',
  ),
);
const NOMINAL =
  /(?:tion|tions|sion|sions|ment|ments|wal|wals|osal|oval|ance|ence|ency|ing|ings|ery|ty|sm|ship|sure|ures?)$/;

/** What can be for or against among noun phrases: an act, or a thing still to be made (“a corridor”, “a new bridge”). */
export const isAct = (
  tokens: readonly Token[],
  first: number,
  after: number,
  named: (index: number) => boolean,
): boolean => {
  let head = -1;
  for (let index = first; index < after; index += 1) {
    const { lower = '', kind } = tokens[index] ?? {};
    const stops = kind === 'mark' && tokens[index]?.text !== "'s" && tokens[index]?.text !== "'";
    const opens = PREPOSITIONS.has(lower) || SUBORDINATORS.has(lower) || AUXILIARIES.has(lower) || lower === 'to';
    const participle = head >= first && index > head && /[a-z]ed$/.test(lower) && index > first + 1;
    if (stops || opens || participle) break;
    head = index;
  }
  const { lower = '' } = tokens[head] ?? {};
  if (lower === '' || VAGUE.has(lower)) return false;
  if (ACTS.has(lower) || ACTS.has(lower.split('-').at(-1) ?? lower)) return true;
  if (named(head)) return false;
  if (NOMINAL.test(lower)) return true;
  return /^(a|an|any|another|more|new|no|further)$/.test(tokens[first]?.lower ?? '');
};
