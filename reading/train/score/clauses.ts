import { attributionsIn, conditionsIn, negationsIn } from '../../src/syntax/clause.ts';
import { REPORTING_VERBS } from '../../src/syntax/clause-words.ts';
import type { Sentence } from '../../src/syntax/syntax.ts';
import { type Overlap, overlap } from '../align.ts';
import type { GoldDocument } from '../conllu.ts';
import { sentenceOf } from '../coreference.ts';
import { contentOf, unitsOf } from './discourse.ts';

const universal = (label: string) => label.split(':')[0] ?? label;

/** Marks of the dependents with a relation of verbs of reporting and stance. */
const arcsOfVerbs = ({ tokens }: Sentence, at: number, relation: string): string[] =>
  tokens.flatMap((token, dependent) => {
    const head = tokens[token.head];
    const counts =
      head !== undefined &&
      universal(token.deprel) === relation &&
      head.upos === 'VERB' &&
      REPORTING_VERBS.has(head.lemma);
    return counts ? [`${at} ${dependent} ${token.head}`] : [];
  });

const negations = (sentence: Sentence, at: number) => {
  const found = negationsIn(sentence);
  return {
    heads: found.map(({ cue, head }) => `${at} ${cue} ${head}`),
    scopes: found.flatMap(({ cue, scope }) => scope.map((word) => `${at} ${cue} ${word}`)),
  };
};

/** What an attribution is compared by: the unit its cue stands in, or the cue itself where the data have no such unit. */
interface GoldAttribution {
  readonly name: string;
  readonly sentence: number;
  readonly unit: ReadonlySet<number>;
  readonly source: number;
  readonly content: readonly number[];
}

const goldAttributions = (document: GoldDocument, trees: readonly Sentence[]): GoldAttribution[] => {
  const units = unitsOf(document);
  return units.flatMap((unit) => {
    if (!unit.relation.startsWith('attribution')) return [];
    const tokens = trees[unit.sentence]?.tokens ?? [];
    // A unit that is interrupted goes on in a later one, joined to it as `same-unit`.
    const inside = new Set(
      units
        .filter((one) => one === unit || (one.relation === 'same-unit' && one.to === unit.number))
        .flatMap(({ words }) => words),
    );
    const content = contentOf(units, unit).filter((word) => tokens[word]?.upos !== 'PUNCT');
    if (content.length === 0) return [];
    const source =
      unit.words.find(
        (word) => /^(?:nsubj|obl:agent)/.test(tokens[word]?.deprel ?? '') && inside.has(tokens[word]?.head ?? -1),
      ) ?? -1;
    return [{ name: `${unit.sentence}:${unit.number}`, sentence: unit.sentence, unit: inside, source, content }];
  });
};

const attributionScores = (gold: readonly GoldAttribution[], trees: readonly Sentence[]) => {
  const [cues, sources, contents]: [string[], string[], string[]] = [[], [], []];
  const contentWhereFound: string[] = [];
  const met = new Set<string>();
  trees.forEach((tree, sentence) => {
    for (const found of attributionsIn(tree)) {
      const match = gold.find((one) => one.sentence === sentence && one.unit.has(found.cue) && !met.has(one.name));
      const name = match?.name ?? `${sentence}:cue${found.cue}`;
      const words = found.content.filter((word) => tree.tokens[word]?.upos !== 'PUNCT');
      if (match) {
        met.add(name);
        contentWhereFound.push(...words.map((word) => `${name} ${word}`));
      }
      cues.push(name);
      if (found.source !== undefined) sources.push(`${name} ${found.source}`);
      contents.push(...words.map((word) => `${name} ${word}`));
    }
  });
  const all = gold.flatMap(({ name, content }) => content.map((word) => `${name} ${word}`));
  return {
    'attribution.cue': overlap(
      cues,
      gold.map(({ name }) => name),
    ),
    'attribution.source': overlap(
      sources,
      gold.flatMap(({ name, source }) => (source < 0 ? [] : [`${name} ${source}`])),
    ),
    'attribution.content': overlap(contents, all),
    'attribution.content-of-found': overlap(
      contentWhereFound,
      all.filter((mark) => met.has(mark.split(' ')[0] ?? '')),
    ),
  };
};

/** Conditions as annotated: conditional constructions (their protasis) and units that are a condition of another one. */
const goldConditions = (document: GoldDocument, trees: readonly Sentence[]) => {
  const extents: string[] = [];
  const hosts: string[] = [];
  const units = unitsOf(document);
  document.sentences.forEach(({ words }, sentence) => {
    const tokens = trees[sentence]?.tokens ?? [];
    const isUnder = (top: number) => (word: number) => {
      let at = word;
      for (let step = 0; step <= tokens.length && at >= 0 && at !== top; step++) at = tokens[at]?.head ?? -1;
      return at === top;
    };
    const taken = new Set<number>();
    words.forEach(({ misc }, head) => {
      if (!/CxnElt=[^|]*Conditional[^|,]*\.Protasis/.test(misc)) return;
      const host = tokens[head]?.head ?? -1;
      if (host >= 0) hosts.push(`${sentence} ${head} ${host}`);
      words.forEach((_, word) => {
        if (isUnder(head)(word)) taken.add(word);
      });
    });
    for (const unit of units)
      if (
        unit.sentence === sentence &&
        unit.relation === 'contingency-condition' &&
        !unit.words.some((word) => taken.has(word))
      )
        for (const word of unit.words) taken.add(word);
    for (const word of taken) if (tokens[word]?.upos !== 'PUNCT') extents.push(`${sentence} ${word}`);
  });
  return { extents, hosts };
};

/** Scores of what the reader takes from trees: who says, what is denied, under which condition. */
export const clauseScores = (document: GoldDocument, found: readonly Sentence[]): Record<string, Overlap> => {
  const gold = document.sentences.map(sentenceOf);
  const of = (relation: string) =>
    overlap(
      found.flatMap((tree, at) => arcsOfVerbs(tree, at, relation)),
      gold.flatMap((tree, at) => arcsOfVerbs(tree, at, relation)),
    );
  const [ours, theirs] = [found.map(negations), gold.map(negations)];
  const conditions = goldConditions(document, gold);
  const foundConditions = found.flatMap((tree, sentence) =>
    conditionsIn(tree).map((condition) => ({ ...condition, sentence, tree })),
  );
  const extents = foundConditions.flatMap(({ extent, sentence, tree }) =>
    extent.filter((word) => tree.tokens[word]?.upos !== 'PUNCT').map((word) => `${sentence} ${word}`),
  );
  return {
    'verb.subject': of('nsubj'),
    'verb.ccomp': of('ccomp'),
    'verb.xcomp': of('xcomp'),
    'verb.object': of('obj'),
    'negation.head': overlap(
      ours.flatMap(({ heads }) => heads),
      theirs.flatMap(({ heads }) => heads),
    ),
    'negation.scope': overlap(
      ours.flatMap(({ scopes }) => scopes),
      theirs.flatMap(({ scopes }) => scopes),
    ),
    ...attributionScores(goldAttributions(document, gold), found),
    'condition.extent': overlap(extents, conditions.extents),
    'condition.host': overlap(
      foundConditions.map(({ sentence, head, host }) => `${sentence} ${head} ${host}`),
      conditions.hosts,
    ),
  };
};
