import type { Document } from '@entente/core/document/document';
import type { Edtf } from '@entente/core/vocabulary';
import { pair } from '../actor/counterpart.ts';
import { Discourse } from '../actor/discourse.ts';
import { introduce, surnames } from '../actor/introduce.ts';
import type { Weighing } from '../actor/meant.ts';
import type { Mention, Reference } from '../actor/mention.ts';
import { affiliated, hereOf, placesIn, undated, withUnknown } from '../actor/scene.ts';
import { type Surroundings, spot } from '../actor/spot.ts';
import { type Frame, frames } from '../attribution/frame.ts';
import { closedBy, type Quote, quoteAfter, quoted, SILENCE, spokenBy, voiced } from '../attribution/quote.ts';
import { Speakers } from '../attribution/speakers.ts';
import { type Turn, turns, unlabelled } from '../attribution/transcript.ts';
import { type Quantity, quantities } from '../figure/figure.ts';
import { type Expectation, expectations } from '../forecast/forecast.ts';
import { Quotation } from '../forecast/quotation.ts';
import { enter, extensible } from '../lexicon/extension.ts';
import { TITLES } from '../lexicon/generated/roles.ts';
import { STATES } from '../lexicon/generated/states.ts';
import { readable } from '../sentence/plain.ts';
import { type Sentence, sentencesOf } from '../sentence/sentence.ts';
import { type Tree, treesOf } from '../sentence/tree.ts';
import type { Sighted } from '../stance/clause.ts';
import { type Position, positions } from '../stance/position.ts';
import type { SyntaxProvider } from '../syntax/syntax.ts';
import { Clock, type Dated, type Happening, happenings } from '../time/event.ts';
import { yearIn } from '../time/resolve.ts';
import type { Tense } from '../time/tense.ts';

/** A sentence with all that was found in it; the stages after this one read nothing else. */
export interface ReadSentence extends Sighted {
  readonly sentence: Sentence;
  readonly frames: readonly Frame[];
  readonly positions: readonly Position[];
  /** What may be positions: clauses without a word of stance, words of stance without a holder. */
  readonly loose: readonly Position[];
  readonly dated: readonly Dated[];
  /** The time at which the text is, for what has no date of its own. */
  readonly now?: Edtf;
  /** The time of which the sentence tells by its tense: the scene it goes on with, or the day of publication. */
  readonly told?: Edtf;
  readonly tense?: Tense;
  /** The day of publication. */
  readonly today?: Edtf;
  readonly happenings: readonly Happening[];
  readonly quantities: readonly Quantity[];
  readonly expectations: readonly Expectation[];
  /** Whose turn it is, in a transcript. */
  readonly turn?: Turn;
}

/** A document taken apart into sentences. */
export interface ReadReport {
  readonly document: Document;
  /** Plain text of the same length, boilerplate blank. */
  readonly text: string;
  readonly published?: Edtf;
  /** The year in which the text stands: of its publication, or the latest that it tells of. */
  readonly present?: number;
  /** Who signs it. */
  readonly author?: Reference;
  readonly sentences: readonly ReadSentence[];
}

export interface Split {
  readonly document: Document;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

export const split = (document: Document): Split => {
  const text = readable(document);
  return { document, text, sentences: sentencesOf(document, text) };
};

const lastWord = (title: string): string => title.split(' ').at(-1)?.replace('.', '') ?? title;
const TITLE_WORDS = new Set(TITLES.map(lastWord));
extensible(({ titles }) => enter(TITLE_WORDS, titles.map(lastWord)));

/** Enters the persons that documents introduce and the states that they name, before any of them is read. */
export const acquaint = (documents: readonly Split[], around: Surroundings, named: Set<string>): void => {
  for (const { sentences } of documents)
    for (const { tokens } of sentences)
      for (let index = 0; index < tokens.length; index += 1) {
        const known = tokens[index]?.capital ? around.gazetteer(tokens, index) : undefined;
        if (!known) continue;
        if (known.kind === 'state') named.add(known.id);
        index = known.end - 1;
      }
  for (const { sentences } of documents)
    for (const { tokens } of sentences) {
      introduce(tokens, around, around.people);
      // Only a title makes a person of a name beside it.
      if (tokens.some(({ lower }) => TITLE_WORDS.has(lower))) spot(tokens, around);
    }
  for (const { sentences } of documents) {
    surnames(sentences, around);
    pair(sentences, around);
  }
};

const EARLIER = new Map(STATES.flatMap(({ id, before }) => (before ? [[id, before] as const] : [])));

/** What names meant in the year of which the text tells: “Moscow” in 1949 is the Soviet Union. */
const inTime = (mentions: readonly Mention[], year: number | undefined): readonly Mention[] => {
  const then = (id: string): string => {
    const earlier = EARLIER.get(id);
    return earlier && year !== undefined && year < earlier.year ? earlier.state : id;
  };
  if (year === undefined || ![...EARLIER.values()].some((earlier) => year < earlier.year)) return mentions;
  return mentions.map((mention) => ({
    ...mention,
    of: mention.of.map(({ actor, state }) => ({
      actor: then(actor),
      ...(state === undefined ? {} : { state: then(state) }),
    })),
  }));
};

/** Trees of the sentences that can hold a position, where a parser is at hand. */
const treesFor = (
  text: string,
  sentences: readonly Sentence[],
  syntax: SyntaxProvider | undefined,
): ReadonlyMap<Sentence, Tree> => {
  if (!syntax) return new Map();
  const worth = sentences.filter(({ tokens }) => tokens.length > 1);
  const trees = treesOf(text, worth, syntax);
  return new Map(worth.flatMap((sentence, index) => (trees[index] ? [[sentence, trees[index]] as const] : [])));
};

/** Who speaks in a document's own voice: a person or house that takes sides, or else the newsroom that reports. */
export interface Voices {
  readonly author?: Reference;
  readonly outlet?: Reference;
}

/** Reads one document from its first sentence to its last. */
export const report = (
  { document, text, sentences: whole }: Split,
  around: Surroundings,
  published: Edtf | undefined,
  { author: writer, outlet }: Voices = {},
  syntax?: SyntaxProvider,
  weighing?: (mention: Mention) => Weighing,
): ReadReport => {
  const taken = turns(document, around.people);
  const printed = whole.map((one) => unlabelled(one, taken.get(one.block)));
  // Where and when a report was sent is no part of its first sentence.
  const sentences = printed.map(undated);
  const discourse = new Discourse(around.people, weighing);
  const speakers = new Speakers();
  const clock = new Clock(published);
  const quotation = new Quotation(text);
  const trees = treesFor(text, sentences, syntax);
  let block = -1;
  let quote: Quote = SILENCE;
  let lastHeld: readonly Position[] = [];
  const sightOf = ({ tokens }: Sentence, tree: Tree | undefined): Sighted => {
    const mentions = spot(tokens, around);
    return { tokens, mentions: tree ? withUnknown(mentions, tokens, tree) : mentions, ...(tree ? { tree } : {}) };
  };
  const read = sentences.map((sentence, index): ReadSentence => {
    if (sentence.block !== block) {
      clock.turn();
      quotation.turn();
    }
    block = sentence.block;
    const turn = taken.get(sentence.block);
    const author = turn ? turn.of : writer;
    const line = printed[index] ?? sentence;
    const dated = clock.read(text, line);
    const tree = trees.get(sentence);
    const { tokens } = sentence;
    const seen = spot(tokens, around);
    const here = hereOf(tokens, around.gazetteer);
    const wider = tree ? withUnknown(seen, tokens, tree) : seen;
    const placed = wider.map((one) => affiliated(one, wider, tree, around.people, here));
    const mentions = inTime(
      discourse.resolve(placed, {
        tokens,
        tree,
        here,
        block: sentence.block,
        heading: sentence.heading,
        places: placesIn(line.tokens, line === sentence ? seen : [], around.gazetteer),
      }),
      yearIn(clock.now),
    );
    const bare: Sighted = { tokens: sentence.tokens, mentions, ...(tree ? { tree } : {}) };
    // “three years ago”, “within four months” are dates that count.
    const spans = dated
      .map(({ expression }) => expression)
      .filter(({ moment }) => moment.kind !== 'distance' && moment.kind !== 'stretch');
    const said = frames(bare);
    const closing =
      said.length === 0
        ? closedBy(sentences, index, (later) => frames(sightOf(later, trees.get(later))), document.text)
        : undefined;
    const all = speakers.hear(
      closing ? [spokenBy(closing, tokens.length)] : quoted(said, sentence, quote),
      bare,
      document.text,
      index,
    );
    quote = quoteAfter(quote, sentence, all, document.text);
    const quoting = quotation.at(sentence, all);
    const sighted: Sighted = { ...bare, mentions: voiced(mentions, all, author, quoting.inside) };
    const told = positions(sighted, all, author, lastHeld);
    const held = told.filter(({ loose }) => loose === undefined);
    if (held.length > 0) lastHeld = held;
    for (const { of, holder } of held) discourse.acted(of, holder[0]?.form === 'person');
    for (const { of, form } of all) discourse.acted(of, form === 'person');
    return {
      ...sighted,
      sentence,
      frames: all,
      positions: held,
      loose: told.filter(({ loose }) => loose !== undefined),
      dated,
      ...(clock.now === undefined ? {} : { now: clock.now }),
      ...(clock.told === undefined ? {} : { told: clock.told }),
      ...(clock.inTense === undefined ? {} : { tense: clock.inTense }),
      ...(published === undefined ? {} : { today: published }),
      happenings: happenings(line, dated, clock),
      quantities: quantities(line, spans),
      expectations: expectations(
        sighted,
        all,
        held,
        dated.map(({ expression, date }) => ({ start: expression.start, ...(date ? { date } : {}) })),
        { ...(author ? { author } : outlet && !turn ? { outlet } : {}), quoted: quoting.of },
      ),
      ...(turn ? { turn } : {}),
    };
  });
  const told = read.flatMap(({ dated }) => dated.flatMap(({ date }) => yearIn(date) ?? []));
  const present = yearIn(published) ?? (told.length > 0 ? told.reduce((a, b) => Math.max(a, b)) : undefined);
  return {
    document,
    text,
    ...(published === undefined ? {} : { published }),
    ...(present === undefined ? {} : { present }),
    ...(writer === undefined ? {} : { author: writer }),
    sentences: read,
  };
};
