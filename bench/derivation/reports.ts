import type { Document } from '@entente/core/document/document';
import { documentId } from '@entente/core/vocabulary';

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

type Random = () => number;

const ONSETS = 'b br c ch cl d dr f fl g gr h j k kl l m n p pl pr qu r s sh sl st str t th tr v w z'.split(' ');
const VOWELS = 'a e i o u ai ea ee ie oa oo ou'.split(' ');
const CODAS = ' b ck d ft g l ll m mp n nd ng nt p r rd rk rm rn rt s sh ss st t tch th'.split(' ');

const of = <Value>(random: Random, list: readonly Value[]): Value => {
  const value = list[Math.floor(random() * list.length)];
  if (value === undefined) throw new RangeError('Nothing to choose from');
  return value;
};

/** Common words are common: the first hundredth of them is a tenth of what is said. */
const common = (random: Random, list: readonly string[]): string => list[Math.floor(list.length * random() ** 2)] ?? '';

const words = (random: Random, count: number, ending: string): string[] => {
  const made = new Set<string>();
  while (made.size < count) {
    const syllable = () => of(random, ONSETS) + of(random, VOWELS) + of(random, CODAS);
    made.add(syllable() + (random() < 0.6 ? syllable() : '') + ending);
  }
  return [...made];
};

/** What every report of the dispute says in the same words. */
const PHRASES = [
  'told reporters on the sidelines of the summit',
  'said in a statement on Tuesday',
  'said on condition of anonymity because the talks were confidential',
  'according to two people familiar with the matter',
  'in the latest sign of tension between the two countries',
  'a spokesman for the foreign ministry said',
  'did not immediately respond to a request for comment',
  'for the first time in more than a decade',
  'the state-run news agency reported late on Sunday',
  'ahead of a meeting of the Security Council this week',
  'as both sides traded blame for the failure of the talks',
  'who was not authorised to speak to the media',
  'in what observers called an attempt to save face',
  'despite repeated calls by the United Nations for restraint',
  'raising fears of a wider conflict in the region',
  'as part of an agreement reached last year',
  'but declined to give further details',
  'said at a news conference after the meeting',
  'the defence ministry said on its website',
  'as negotiators prepared for another round of talks',
  'which the government has repeatedly denied',
  'in an interview with a local radio station',
  'since the beginning of the crisis in March',
  'a senior official of the ministry told this newspaper',
  'who has led the delegation since the spring',
  'under pressure from opposition parties and the unions',
  'it was not immediately clear how many were affected',
  'in a letter that was made public on Friday',
  'as required by the treaty that both had signed',
  'despite warnings that the situation could get worse',
];
const STOCK = [
  'The two countries have been locked in a dispute over the strait since the armistice of 1953, which was never followed by a treaty of peace.',
  'Several rounds of talks have failed to bridge the gap between the sides over who should take the first step.',
  'Ships that use the passage carry about a fifth of the grain that is traded by sea in this part of the world.',
];
const OUTLETS = [
  'Strelsau Wire',
  'Courier',
  'Agence Sud',
  'Morning Herald',
  'Port Gazette',
  'The Lake Post',
  'Wire One',
];

interface Lexicon {
  readonly nouns: readonly string[];
  readonly verbs: readonly string[];
  readonly adjectives: readonly string[];
  readonly names: readonly string[];
}

const lexiconOf = (random: Random): Lexicon => ({
  nouns: words(random, 2500, ''),
  verbs: words(random, 900, 'ed'),
  adjectives: words(random, 900, 'y'),
  names: words(random, 300, 'ia').map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
});

const sentenceOf = (random: Random, { nouns, verbs, adjectives, names }: Lexicon): string => {
  const thing = () => `the ${random() < 0.5 ? `${common(random, adjectives)} ` : ''}${common(random, nouns)}`;
  const clause = () =>
    of(random, [
      () => `${thing()} of ${common(random, names)} ${common(random, verbs)} ${thing()} and ${common(random, nouns)}`,
      () =>
        `${common(random, names)} had ${common(random, verbs)} ${thing()} before ${thing()} was ${common(random, verbs)}`,
      () => `neither ${thing()} nor ${thing()} would have ${common(random, verbs)} without ${common(random, names)}`,
      () =>
        `some ${2 + Math.floor(random() * 900)} ${common(random, nouns)} were ${common(random, verbs)} near ${common(random, names)}`,
    ])();
  const text = [
    clause(),
    ...(random() < 0.5 ? [`while ${clause()}`] : []),
    ...(random() < 0.35 ? [of(random, PHRASES)] : []),
  ];
  const joined = text.join(random() < 0.5 ? ', ' : ' ');
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`;
};

/** The same sentence told again: as it stands, with words exchanged and dropped, or turned round. */
const retold = (random: Random, sentence: string, { nouns }: Lexicon): string => {
  const how = random();
  if (how < 0.35) return sentence;
  if (how < 0.85)
    return sentence
      .split(' ')
      .flatMap((word, at, all) => {
        if (at === 0 || at === all.length - 1) return [word];
        const chance = random();
        return chance < 0.08 ? [] : chance < 0.16 ? [common(random, nouns)] : [word];
      })
      .join(' ');
  const [first = '', ...rest] = sentence.slice(0, -1).split(', ');
  const turned =
    rest.length > 0 ? `${rest.join(', ')}, ${first.charAt(0).toLowerCase()}${first.slice(1)}` : `Again ${first}`;
  return `${turned.charAt(0).toUpperCase()}${turned.slice(1)}.`;
};

export interface MadeReports {
  readonly documents: readonly Document[];
  /** The report that each copy was made of, by number. */
  readonly madeOf: ReadonlyMap<number, number>;
  /** Starts of the sentences that were taken, by the number of the copy. */
  readonly taken: ReadonlyMap<number, ReadonlySet<number>>;
}

const day = (number: number) => new Date(Date.UTC(2021, 0, 1 + number)).toISOString().slice(0, 10);

/**
 * Made-up reports of one long dispute, in the order of their days. Three in ten are copies: of a report of the last days, or of a copy of one,
 * from a whole rewrite down to four sentences among many of its own. A fifth of all end with standing lines of background.
 */
export const madeReports = (count: number, seed = 1): MadeReports => {
  const random = randomFrom(seed);
  const lexicon = lexiconOf(random);
  const [madeOf, taken] = [new Map<number, number>(), new Map<number, Set<number>>()];
  const bodies: string[][] = [];
  const documents = Array.from({ length: count }, (_, number): Document => {
    const own = Array.from({ length: 14 + Math.floor(random() * 12) }, () => sentenceOf(random, lexicon));
    const copied = new Set<number>();
    if (number > 0 && random() < 0.3) {
      const source = Math.max(0, number - 1 - Math.floor(random() * 40));
      const whole = bodies[source] ?? [];
      const share = 4 + Math.floor(random() * Math.max(1, whole.length - 4));
      const from = Math.floor(random() * Math.max(1, whole.length - share + 1));
      const copies = whole.slice(from, from + share).map((sentence) => retold(random, sentence, lexicon));
      const at = Math.floor(random() * 4);
      own.splice(at, Math.floor(copies.length / 2), ...copies);
      for (const index of copies.keys()) copied.add(at + index);
      madeOf.set(number, source);
    }
    bodies.push(own);
    const sentences = random() < 0.2 ? [...own, ...STOCK.slice(0, 1 + Math.floor(random() * 3))] : own;
    let text = '';
    const starts = new Set<number>();
    const blocks: { kind: 'paragraph'; start: number; end: number }[] = [];
    sentences.forEach((sentence, at) => {
      if (copied.has(at)) starts.add(text.length);
      const last = blocks.at(-1);
      if (at % 3 === 0 || last === undefined)
        blocks.push({ kind: 'paragraph', start: text.length, end: text.length + sentence.length });
      else last.end = text.length + sentence.length;
      text += sentence + (at % 3 === 2 ? '\n\n' : ' ');
    });
    if (starts.size > 0) taken.set(number, starts);
    return {
      ...{ id: documentId(`report-${number}`), file: `report-${number}.txt`, sha256: '0'.repeat(64), boilerplate: [] },
      ...{ text, blocks },
      published: { value: day(Math.floor(number / 8)), from: 'bench' },
      publisher: { value: of(random, OUTLETS), from: 'bench' },
    };
  });
  return { documents, madeOf, taken };
};
