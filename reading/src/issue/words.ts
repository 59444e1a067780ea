import type { Token } from '../sentence/token.ts';
import { isFunctionWord, table } from '../sentence/words.ts';

const IRREGULAR: Readonly<Record<string, string>> = table({
  ceasefire: 'ceas',
  'cease-fire': 'ceas',
  truce: 'ceas',
  armistice: 'ceas',
  held: 'hold',
  sought: 'seek',
  withdrew: 'withdraw',
  withdrawn: 'withdraw',
  withdrawal: 'withdraw',
  ended: 'end',
  ending: 'end',
  denuclearised: 'denuclear',
  denuclearisation: 'denuclear',
  denuclearization: 'denuclear',
  denuclearise: 'denuclear',
  denuclearize: 'denuclear',
  denuclearized: 'denuclear',
  denuclearizing: 'denuclear',
  abducted: 'abduct',
  abductee: 'abduct',
  abductees: 'abduct',
  abduction: 'abduct',
  abductions: 'abduct',
  unification: 'unif',
  unify: 'unif',
  unite: 'unif',
  reunification: 'unif',
  united: 'unif',
  declaration: 'declar',
  declare: 'declar',
  proclaim: 'declar',
  talks: 'negoti',
  talk: 'negoti',
  negotiation: 'negoti',
  dialogue: 'negoti',
  dialog: 'negoti',
  recognise: 'recogn',
  recognize: 'recogn',
  recognition: 'recogn',
  'non-recognition': 'recogn',
  assistance: 'aid',
  aid: 'aid',
  help: 'aid',
  drills: 'exercis',
  manoeuvres: 'exercis',
  maneuvers: 'exercis',
  exercise: 'exercis',
  exercises: 'exercis',
  hostilities: 'fight',
  fighting: 'fight',
  soldiers: 'troop',
  forces: 'troop',
  troops: 'troop',
});

const ENDINGS = [
  /(?:isations?|izations?|ations?|itions?|ments?|ities|ity|ness|ings?|ions?|ised|ized|ises|izes|ise|ize|edly|ed|ally|al|ical|ic|ive|ies|es|ers?|ors?|e|y|s)$/,
  /(?:ions?|ings?|ed|ies|es|al|e|y|s)$/,
  /(?:e|y|s)$/,
];

/** A rough stem: what is left of a word when its endings are cut. Words of the same family mostly meet in it. */
export const stem = (lower: string): string => {
  const known = STEMS.get(lower);
  if (known !== undefined) return known;
  const cut = cutOf(lower);
  if (STEMS.size >= MOST) STEMS.clear();
  STEMS.set(lower, cut);
  return cut;
};
const STEMS = new Map<string, string>();
const MOST = 20_000;

const cutOf = (lower: string): string => {
  const irregular = IRREGULAR[lower];
  if (irregular) return irregular;
  let word = lower.replace(/'s$/, '');
  for (let round = 0; round < 2; round += 1) {
    const cut = ENDINGS.map((ending) => word.replace(ending, '')).find((one) => one.length >= 4 && one !== word);
    if (cut === undefined) break;
    word = cut;
  }
  return word;
};

/** Words that proposals and positions are full of and that tell nothing about their matter. */
const EMPTY = new Set(
  'should would could must may take make made part well also one two three new first only said say says any some other party parties discuss proceed argue pros cons proposal idea plan issue matter position question step move toward towards way'.split(
    ' ',
  ),
);

/** A content word: its stem, or the actor it names as `@id`; and the word itself, empty for a name. */
export interface Word {
  readonly stem: string;
  readonly lower: string;
}

/** A name among tokens. `spelled` where its words count beside the id: “the Security Council” is more than its owner. */
export interface NameAt {
  readonly ids: readonly string[];
  readonly after: number;
  readonly spelled?: boolean;
}

/** The content words of tokens: names of actors as `@id`, function words left out. */
export const contentWords = (tokens: readonly Token[], names: (index: number) => NameAt | undefined): Word[] => {
  const words: Word[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    const name = names(index);
    if (name) {
      words.push(...name.ids.map((id) => ({ stem: `@${id}`, lower: '' })));
      if (name.spelled) words.push(...contentWords(tokens.slice(index, name.after), () => undefined));
      index = name.after - 1;
      continue;
    }
    const { lower } = token;
    if (token.kind === 'mark' || lower.length < 2 || isFunctionWord(lower) || EMPTY.has(lower)) continue;
    if (lower.includes('-'))
      for (const piece of lower.split('-')) if (piece.length > 3) words.push({ stem: stem(piece), lower: piece });
    words.push({ stem: stem(lower), lower });
  }
  return words;
};

/** The stems of content words. */
export const contentOf = (...given: Parameters<typeof contentWords>): string[] =>
  contentWords(...given).map(({ stem }) => stem);
