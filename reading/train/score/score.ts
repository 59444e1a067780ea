import { mentionsOf } from '../../src/mention/mention.ts';
import { formOf } from '../../src/mention/phrase.ts';
import { type Parsed, parsed } from '../../src/syntax/load.ts';
import type { Model } from '../../src/syntax/model.ts';
import { sentencesIn } from '../../src/syntax/sentence.ts';
import type { Mention, Sentence } from '../../src/syntax/syntax.ts';
import { added, NOTHING, type Overlap, overlap, type PlacedDocument, placed } from '../align.ts';
import type { GoldDocument } from '../conllu.ts';
import { sentenceOf } from '../coreference.ts';
import { mentionsOf as goldMentionsOf, headOf } from '../entity.ts';
import { chainScores } from './chains.ts';
import { clauseScores } from './clauses.ts';

/** Overlaps by the name of what is counted. */
export type Scores = Record<string, Overlap>;

const universal = (label: string) => label.split(':')[0] ?? label;
const ACTORS = new Set(['person', 'organization', 'place']);

const share = (right: number, all: number): Overlap => ({ found: all, gold: all, right });

const wordScores = (document: GoldDocument, trees: readonly Sentence[]): Scores => {
  const counts = { words: 0, upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0, strict: 0 };
  document.sentences.forEach(({ words }, sentence) => {
    words.forEach((word, at) => {
      const token = trees[sentence]?.tokens[at];
      counts.words++;
      if (token?.upos === word.upos) counts.upos++;
      if (token?.xpos === word.xpos) counts.xpos++;
      if (token?.lemma === word.lemma.replace(/[’ʼ]/g, "'")) counts.lemma++;
      if (token?.head !== word.head) return;
      counts.uas++;
      if (universal(token.deprel) === universal(word.deprel)) counts.las++;
      if (token.deprel === word.deprel) counts.strict++;
    });
  });
  const { words, ...right } = counts;
  return Object.fromEntries(Object.entries(right).map(([name, count]) => [`gold.${name}`, share(count, words)]));
};

/** Scores from raw text: words are the same when they stand at the same place (as in the CoNLL 2018 shared task). */
const rawScores = ({ sentences }: PlacedDocument, found: readonly Sentence[]): Scores => {
  const ours: Record<string, string[]> = { tokens: [], sentences: [], upos: [], xpos: [], uas: [], las: [] };
  const theirs: Record<string, string[]> = { tokens: [], sentences: [], upos: [], xpos: [], uas: [], las: [] };
  const note = (
    lists: Record<string, string[]>,
    place: string,
    head: string,
    upos: string,
    xpos: string,
    deprel: string,
  ) => {
    lists['tokens']?.push(place);
    lists['upos']?.push(`${place} ${upos}`);
    lists['xpos']?.push(`${place} ${xpos}`);
    lists['uas']?.push(`${place} ${head}`);
    lists['las']?.push(`${place} ${head} ${universal(deprel)}`);
  };
  const mark = (span: { start: number; end: number } | undefined) => (span ? `${span.start}-${span.end}` : 'root');
  for (const { gold, places } of sentences) {
    theirs['sentences']?.push(`${places[0]?.start}-${places.at(-1)?.end}`);
    gold.words.forEach((word, at) => {
      note(theirs, mark(places[at]), mark(places[word.head]), word.upos, word.xpos, word.deprel);
    });
  }
  for (const { tokens, start, end } of found) {
    ours['sentences']?.push(`${start}-${end}`);
    for (const token of tokens) note(ours, mark(token), mark(tokens[token.head]), token.upos, token.xpos, token.deprel);
  }
  return Object.fromEntries(
    Object.keys(theirs).map((name) => [`raw.${name}`, overlap(ours[name] ?? [], theirs[name] ?? [])]),
  );
};

const mentionScores = (document: GoldDocument, mentions: readonly Mention[]): Scores => {
  const gold = document.sentences.flatMap((sentence, at) => {
    const tokens = sentenceOf(sentence).tokens;
    return goldMentionsOf(sentence).map(({ first, last, type, entity }) => {
      const form = formOf(tokens, { first, last }, headOf(sentence, first, last));
      return { mark: `${at} ${first} ${last}`, type, entity, form };
    });
  });
  const ours = mentions.map(({ sentence, first, last, type, entity, form, antecedent }) => ({
    mark: `${sentence} ${first} ${last}`,
    type,
    entity: String(entity),
    form,
    antecedent,
  }));
  const scores: Scores = {
    'mention.span': overlap(
      ours.map(({ mark }) => mark),
      gold.map(({ mark }) => mark),
    ),
    'mention.typed': overlap(
      ours.map(({ mark, type }) => `${mark} ${type}`),
      gold.map(({ mark, type }) => `${mark} ${type}`),
    ),
  };
  for (const type of ['person', 'organization', 'place', 'event', 'time', 'object', 'abstract'])
    scores[`mention.${type}`] = overlap(
      ours.filter((one) => one.type === type).map(({ mark }) => mark),
      gold.filter((one) => one.type === type).map(({ mark }) => mark),
    );
  const chains = (list: readonly { mark: string; entity: string }[]) =>
    new Map(list.map(({ mark, entity }) => [mark, entity]));
  const goldChains = chains(gold);
  for (const [name, score] of Object.entries(chainScores(chains(ours), goldChains)))
    scores[`coreference.${name}`] = score;
  const seen = new Set<string>();
  const anaphoric = new Set<string>();
  for (const { mark, entity } of gold) {
    if (seen.has(entity)) anaphoric.add(mark);
    seen.add(entity);
  }
  for (const form of ['pronoun', 'definite', 'name'] as const) {
    const wanted = gold.filter(
      (one) => one.form === form && anaphoric.has(one.mark) && (form !== 'definite' || ACTORS.has(one.type)),
    );
    const linked = ours.filter(
      (one) => one.form === form && one.antecedent !== undefined && (form !== 'definite' || ACTORS.has(one.type)),
    );
    const right = linked.filter(({ mark, antecedent }) => {
      const earlier = ours[antecedent ?? -1]?.mark ?? '';
      return goldChains.has(mark) && goldChains.get(mark) === goldChains.get(earlier);
    });
    scores[`coreference.${form}`] = { found: linked.length, gold: wanted.length, right: right.length };
  }
  return scores;
};

/** All scores of one document. Sentences beyond what the parser takes at once count as wrong where their words are given. */
export const documentScores = (model: Model, document: GoldDocument): Scores => {
  const place = placed(document);
  const given = place.sentences.map(({ places }) => places);
  const fitting = given.map((spans) => (spans.length <= 250 ? spans : []));
  const { sentences, kinds }: Parsed = parsed(model, place.text, fitting);
  const raw = parsed(model, place.text, sentencesIn(place.text));
  const annotated = document.sentences.some(({ words }) => words.some(({ misc }) => misc.includes('Entity=')));
  return {
    ...wordScores(document, sentences),
    ...rawScores(place, raw.sentences),
    ...clauseScores(document, sentences),
    ...(annotated ? mentionScores(document, mentionsOf(sentences, kinds, model.coreference)) : {}),
  };
};

/** Adds up scores of documents. */
export const summed = (all: readonly Scores[]): Scores => {
  const total: Scores = {};
  for (const scores of all)
    for (const [name, score] of Object.entries(scores)) total[name] = added(total[name] ?? NOTHING, score);
  return total;
};
