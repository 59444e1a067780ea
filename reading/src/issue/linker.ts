import type { Issue } from '@entente/core/statement/codebook';
import type { Gazetteer } from '../actor/gazetteer.ts';
import { ERA } from './candidate.ts';
import type { VectorOf } from './kinship.ts';
import { lexisOf } from './lexis.ts';
import { proposalOf } from './proposal.ts';
import type { Asked, Linked, Linker, Ranking } from './ranking.ts';
import { FEW, isName, met, type Profile, sum, type View, viewOf } from './view.ts';
import { LINK, LINK_WORDS } from './weights.ts';
import type { Word } from './words.ts';

/** What a word has to say for the issues at all to count as speaking for one of them. */
const DAMPER = 0.2;
/** How far in a list of issues what belongs together reaches. */
const BESIDE = 4;
/** Where in a list a document speaks of at all: a part of what it speaks of most is as good as the whole. */
const SATED = 3;
/** What is left of a sentence's words one sentence later. */
const FADING = 0.7;
/** What is taken for an act or a theme of which a proposal has none. */
const UNSAID = 0.3;
/** Issues that a sentence votes for. */
const VOTES = 8;

const dot = (a: Float32Array | undefined, b: Float32Array | undefined): number => {
  if (!a || !b) return 0;
  let total = 0;
  for (let index = 0; index < a.length; index += 1) total += (a[index] ?? 0) * (b[index] ?? 0);
  return total;
};

const once = (words: readonly Word[]): Word[] => [...new Map(words.map((word) => [word.stem, word])).values()];

/** For each issue how much of the words it knows. */
const knownOf = ({ profiles, toEach, weigh }: View, words: readonly Word[]): Float64Array => {
  const known = new Float64Array(profiles.length);
  for (const word of words) {
    const weight = weigh(word);
    toEach(word).forEach((value, profile) => {
      known[profile] = (known[profile] ?? 0) + weight * value;
    });
  }
  return known;
};

/** How far words speak for one issue and for no other that the document can speak of: all of them together, and the one that does most. */
const aloneIn = ({ profiles, toEach }: View, words: readonly Word[]) => {
  const [all, most] = [new Float64Array(profiles.length), new Float64Array(profiles.length)];
  for (const word of words) {
    if (isName(word.stem)) continue;
    const votes = toEach(word);
    let mass = DAMPER;
    votes.forEach((value, profile) => {
      const vote = (profiles[profile]?.chance ?? 0) * value ** 2;
      votes[profile] = vote;
      mass += vote;
    });
    votes.forEach((vote, profile) => {
      if (vote === 0) return;
      all[profile] = (all[profile] ?? 0) + vote / mass;
      most[profile] = Math.max(most[profile] ?? 0, vote / mass);
    });
  }
  return { all, most };
};

/** For each issue the mean over it and those beside it: a list puts together what belongs together. */
const beside = (of: ArrayLike<number>): number[] =>
  Array.from(of, (_, index) => {
    let [total, count] = [0, 0];
    for (let at = Math.max(0, index - BESIDE); at <= Math.min(of.length - 1, index + BESIDE); at += 1) {
      total += of[at] ?? 0;
      count += 1;
    }
    return count > 0 ? total / count : 0;
  });

/** The issues of a codebook as weighed words, and the linker over them. */
export const linker = (issues: readonly Issue[], gazetteer: Gazetteer, vectorOf?: VectorOf): Linker => {
  const weights = vectorOf ? LINK : LINK_WORDS;
  const texts = issues.map((issue) => proposalOf(issue, gazetteer));
  const lexis = lexisOf(
    texts.map(({ words }) => words),
    vectorOf,
  );
  // For each word of the issues the nearest of what is asked, of the clause, of the sentence, and of those before.
  const fresh = (): Float64Array => new Float64Array(lexis.size);
  const [mine, inClause, around, lately] = [fresh(), fresh(), fresh(), fresh()];
  const within: Linker['within'] = (sentences) => {
    const view = viewOf(texts, lexis, sentences);
    const { profiles, weigh, nearest, strange } = view;
    // What that sentence says of each issue that says most of it.
    const strongest = new Float64Array(profiles.length);
    for (const words of sentences) {
      around.fill(0);
      nearest(words, around);
      profiles.forEach((profile, index) => {
        strongest[index] = Math.max(strongest[index] ?? 0, met(profile, profile.weights, profile.total, around));
      });
    }
    // How much each issue is meant in the document, sentence by sentence, by words alone.
    let meant = new Float64Array(profiles.length);
    let besideMeant: readonly number[] = [];
    const rank = (asked: Asked): Ranking => {
      const { earlier = [], kinds, holders = new Set<string>(), own = false, year, spoken, back = false } = asked;
      const [unique, clause] = [once(asked.words), once(asked.clause)];
      const weighed = unique.map(weigh);
      const [norm, total, clauseTotal] = [Math.hypot(...weighed), sum(weighed), sum(clause.map(weigh))];
      for (const one of [mine, inClause, around, lately]) one.fill(0);
      nearest(unique, mine);
      nearest(clause, inClause);
      nearest(asked.sentence, around);
      earlier.forEach((words, index) => {
        nearest(words, lately, FADING ** index);
      });
      const products = new Float64Array(profiles.length);
      unique.forEach((word, index) => {
        for (const { profile, word: at } of lexis.holders(lexis.placeOf(word.stem) ?? -1))
          products[profile] = (products[profile] ?? 0) + (profiles[profile]?.weights[at] ?? 0) * (weighed[index] ?? 0);
      });
      const [known, clauseKnown] = [knownOf(view, unique), knownOf(view, clause)];
      const [alone, clauseAlone] = [aloneIn(view, unique), aloneIn(view, clause)];
      const [whole, clauseWhole] = [lexis.mean(unique, weigh), lexis.mean(clause, weigh)];
      // How little is said that any issue at all could know.
      const told = profiles.reduce(
        (most, { spoken: share, named }, index) =>
          Math.max(most, (clauseKnown[index] ?? 0) * share * (0.3 + 0.7 * named)),
        0,
      );
      const thin = Math.exp(-1.2 * told);
      const named = new Set(asked.clause.flatMap(({ stem }) => (isName(stem) ? stem.slice(1) : [])));
      const featuresOf = (profile: Profile, index: number): number[] => {
        const { issue, norm: size, years, dated, weights: of, total: sizeOf, label, labelTotal } = profile;
        const memory = spoken?.(issue.id);
        const recent = memory?.lately ?? 0;
        const last = memory?.last ? 1 : 0;
        const { actPlace, themePlaces, agents } = profile;
        const act = actPlace === undefined ? UNSAID : (inClause[actPlace] ?? 0);
        const themes = themePlaces.map((place) => inClause[place] ?? 0);
        const theme = themes.length > 0 ? sum(themes) / themes.length : UNSAID;
        const agent = [...agents].some((one) => holders.has(one)) ? 1 : 0;
        const shared = [...profile.kinds].filter((kind) => kinds?.has(kind)).length;
        return [
          norm > 0 && size > 0 ? (products[index] ?? 0) / (norm * size) : 0,
          total > 0 ? (known[index] ?? 0) / total : 0,
          Math.log(1 + (known[index] ?? 0)),
          met(profile, of, sizeOf, mine),
          met(profile, label, labelTotal, mine),
          met(profile, of, sizeOf, inClause),
          met(profile, label, labelTotal, inClause),
          clauseTotal > 0 ? (clauseKnown[index] ?? 0) / clauseTotal : 0,
          Math.log(1 + (clauseKnown[index] ?? 0)),
          Math.log(1 + met(profile, of, 1, inClause)),
          Math.log(1 + (alone.all[index] ?? 0)),
          Math.log(1 + (clauseAlone.all[index] ?? 0)),
          clauseAlone.most[index] ?? 0,
          met(profile, of, sizeOf, around),
          met(profile, of, sizeOf, lately),
          profile.spoken,
          profile.named,
          strongest[index] ?? 0,
          meant[index] ?? 0,
          besideMeant[index] ?? 0,
          dot(whole, profile.whole),
          dot(clauseWhole, profile.whole),
          act,
          theme,
          act * theme,
          recent,
          recent * thin,
          back ? recent : 0,
          last,
          last * thin,
          memory?.here ? 1 : 0,
          agent && own ? 1 : 0,
          agent,
          agent === 0 && [...agents].some((one) => named.has(one)) ? 1 : 0,
          shared,
          profile.kinds.size - shared,
          year !== undefined && years.has(year) ? 1 : 0,
          year !== undefined && dated.length > 0 && dated.every((one) => Math.abs(one - year) > ERA) ? 1 : 0,
        ];
      };
      const rows = profiles.map(featuresOf);
      const odds = rows.map((features) => sum(features.map((value, at) => value * (weights.of[at] ?? 0))));
      const doubts = [
        1,
        thin,
        Math.exp(-clauseAlone.all.reduce((a, b) => Math.max(a, b), 0)),
        strange,
        ...(asked.doubts ?? [0, 0, 0, 0, 0, 0]),
      ];
      const none = sum(doubts.map((value, at) => value * (weights.none[at] ?? 0)));
      const peak = odds.reduce((a, b) => Math.max(a, b), none);
      const mass = sum(odds.map((one) => Math.exp(one - peak))) + Math.exp(none - peak);
      return {
        issues: profiles
          .map(
            ({ issue }, index): Linked => ({
              issue,
              features: rows[index] ?? [],
              score: Math.exp((odds[index] ?? 0) - peak) / mass,
            }),
          )
          .sort((a, b) => b.score - a.score || (a.issue.id < b.issue.id ? -1 : 1)),
        none: Math.exp(none - peak) / mass,
        doubts,
      };
    };
    const votes = new Float64Array(profiles.length);
    const placeOf = new Map(profiles.map(({ issue }, place) => [issue, place]));
    for (const words of sentences)
      if (words.length > 1)
        for (const { issue, score } of rank({ words, clause: words, sentence: words }).issues.slice(0, VOTES)) {
          const place = placeOf.get(issue) ?? 0;
          votes[place] = (votes[place] ?? 0) + score;
        }
    const near = beside(votes);
    const [highest, highestNear] = [Math.max(0.5, ...votes), Math.max(0.2, ...near)];
    meant = votes.map((value) => value / highest);
    besideMeant = near.map((value) => (profiles.length < FEW ? 1 : Math.min(1, (SATED * value) / highestNear)));
    return { rank };
  };
  return { issues, within };
};
