import type { Position } from '../stance/position.ts';
import { CONFIDENCE, SURE } from './calibration.ts';
import type { IssueFound } from './issue-of.ts';
import type { ReadSentence } from './report.ts';

/** What tells how likely a suggested statement is right in actor, stance and issue. The weights were fitted to coded reports. */
export const EVIDENCE = [
  'how likely the issue is',
  'it is likelier than the next issue',
  'the issue stands in the words',
  'a verb says it',
  'an adjective or noun says it',
  'a judgement, demand or imperative says it',
  'an act, a claim or an ellipsis says it',
  'the holder is named',
  'the holder is a pronoun',
  'nobody knows the holder',
  'the holder stands far off',
  'it is denied or joined from several words',
  'there is a condition',
  'somebody reports it',
  'it stands in a heading',
  'the issue is all but certain',
  'one state or body alone holds it, right before a verb',
  'several hold it',
  'it is passive',
  'words in the sentence',
  'other positions in the sentence',
  'it is opposed',
  'nothing is said or weighed',
  'a person holds it',
  'words that it is on',
  'it is spoken aloud',
  'only told',
] as const;

/** The evidence for one statement, in the order of `EVIDENCE`. */
export const evidenceOf = (
  { sentence, tree, tokens, positions }: ReadSentence,
  position: Position,
  found: IssueFound,
  conditional: boolean,
  links: number,
): number[] => {
  const kind = position.rule.split(':')[0] ?? '';
  const [holder] = position.holder;
  const named = holder && !holder.unknown && (holder.form === 'state' || holder.form === 'body');
  const near = holder !== undefined && holder.after <= position.cueFirst && position.cueFirst - holder.after <= 3;
  const logit = Math.log(Math.max(found.score, 0.01) / Math.max(1 - found.score, 0.01));
  return [
    Math.max(-4, Math.min(4, logit)),
    found.margin,
    found.direct ? 1 : 0,
    kind === 'verb' ? 1 : 0,
    kind === 'adjective' || kind === 'noun' ? 1 : 0,
    kind === 'judgement' || kind === 'demand' || kind === 'imperative' ? 1 : 0,
    kind === 'act' || kind === 'claim' || kind === 'ellipsis' ? 1 : 0,
    holder && !holder.unknown && (holder.form === 'state' || holder.form === 'body' || holder.form === 'person')
      ? 1
      : 0,
    holder?.form === 'pronoun' ? 1 : 0,
    holder?.unknown || position.of.every(({ state }) => state === undefined) ? 1 : 0,
    holder ? Math.min(1, Math.abs(position.cueFirst - holder.after) / 12) : 0.5,
    position.lemma.includes(' + ') ? 1 : 0,
    conditional ? 1 : 0,
    Math.min(2, links) / 2,
    sentence.heading ? 1 : tree ? 0 : 0.5,
    found.score > 0.9 ? 1 : 0,
    named && near && kind === 'verb' && position.of.length === 1 ? 1 : 0,
    position.of.length > 1 ? 1 : 0,
    position.passive ? 1 : 0,
    Math.min(60, tokens.length) / 30,
    Math.min(4, positions.length - 1) / 4,
    position.stance === 'oppose' ? 1 : 0,
    position.stance === 'neutral' || position.stance === 'no-position' ? 1 : 0,
    holder?.form === 'person' || holder?.form === 'office' ? 1 : 0,
    Math.min(12, position.contentAfter - position.contentFirst) / 12,
    position.spoken ? 1 : 0,
    position.asserted ? 1 : 0,
  ];
};

/** The share of statements with such evidence that were right, in [0, 1]. */
export const likelihood = (evidence: readonly number[]): number => {
  const sum = evidence.reduce((total, value, at) => total + value * (CONFIDENCE.of[at] ?? 0), CONFIDENCE.bias);
  return 1 / (1 + Math.exp(-sum));
};

/** How a statement is put before a person: to accept at a glance, or to look at. */
export type Tier = 'sure' | 'worth a look';

export const tierOf = (confidence: number): Tier => (confidence >= SURE ? 'sure' : 'worth a look');
