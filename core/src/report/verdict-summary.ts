import { patternOf, type State } from '../conflict/state-space.ts';
import { verdictOn } from '../stability/analysis.ts';
import type { RuleDifference } from '../stability/sanction-rules.ts';
import type { Analysis } from '../stability/verdict.ts';
import type { Concept, SanctionRule } from '../vocabulary.ts';
import { CONCEPT_NAMES, listed, nameOf, placeOf, verdictWords } from './verdict-words.ts';

/** One maker's verdict on one state: whether it stays there under each concept, and why. */
export interface MakerWords {
  readonly name: string;
  readonly place: number;
  readonly of: number;
  /** Concepts that agree, with the sentences that say why. */
  readonly verdicts: readonly {
    readonly concepts: readonly Concept[];
    readonly stable: boolean;
    readonly why: readonly string[];
  }[];
}

export const conceptList = (concepts: readonly Concept[]): string =>
  listed(concepts.map((concept) => CONCEPT_NAMES[concept]));

/** The concept whose answers one for good need only be added to. */
const WEAKER: Readonly<Partial<Record<Concept, Concept>>> = { smr: 'gmr', 'symmetric-sequential': 'seq' };

/** Why each maker stays in a state, or goes: concepts whose verdict has the same witness are said together. */
export const stateWords = ({ model, concepts, rule }: Analysis, state: State): readonly MakerWords[] =>
  model.makers.map(({ name }, maker) => {
    const verdicts: { concepts: Concept[]; stable: boolean; why: readonly string[]; witness: string }[] = [];
    for (const concept of concepts) {
      const verdict = verdictOn(model, concept, maker, state, rule);
      const why = verdictWords(model, concept, maker, state, verdict);
      const witness = JSON.stringify(verdict.stable ? verdict.because : why);
      const weaker = WEAKER[concept];
      const same = verdicts.find(
        (other) =>
          other.stable === verdict.stable &&
          (other.why.join() === why.join() ||
            (verdict.stable && verdict.because.length === 0) ||
            (weaker !== undefined && other.concepts.includes(weaker) && other.witness === witness)),
      );
      if (same) {
        same.concepts.push(concept);
        same.why = why; // the same answers; the stronger concept says more about them
      } else verdicts.push({ concepts: [concept], stable: verdict.stable, why, witness });
    }
    const said = verdicts.map(({ concepts: under, stable, why }) => ({ concepts: under, stable, why }));
    return { name, ...placeOf(model, maker, state), verdicts: said };
  });

/** Where a state stands: under which concepts all makers stay in it, and who would leave it under the others. */
export const standingWords = ({ model, concepts, stable, equilibria }: Analysis, state: State): string => {
  const holds = concepts.filter((concept) => equilibria[concept]?.has(state));
  const pattern = patternOf(model, state);
  if (holds.length === concepts.length)
    return `With these preferences ${pattern} holds: every maker stays, under ${conceptList(holds)}.`;
  const leavers = (concept: Concept) =>
    model.makers.flatMap((_, maker) => (stable[concept]?.[maker]?.has(state) ? [] : [nameOf(model, maker)]));
  const left = concepts.filter((concept) => !holds.includes(concept));
  const groups = new Map<string, Concept[]>();
  for (const concept of left) {
    const who = listed(leavers(concept));
    groups.set(who, [...(groups.get(who) ?? []), concept]);
  }
  const why = [...groups].map(([who, under]) => `${who} would leave it under ${conceptList(under)}`).join('; ');
  return holds.length === 0
    ? `With these preferences ${pattern} does not hold: ${why}.`
    : `With these preferences ${pattern} holds under ${conceptList(holds)}; ${why}.`;
};

export const RULE_WORDS: Readonly<Record<SanctionRule, string>> = {
  legal: 'by any sequence in which nobody moves twice in a row',
  'each-once': 'by a sequence in which each moves at most once',
  single: 'by one move of one of them',
};

/** Whether another sanction rule would change an equilibrium, and where. */
export const ruleWords = (
  { model, rule }: Analysis,
  differences: readonly RuleDifference[] | undefined,
): readonly string[] => {
  if (model.makers.length < 3) return [];
  if (differences === undefined)
    return ['Other sanction rules were not tried: there are too many states. Ask for one with --rule.'];
  if (differences.length === 0)
    return [`Opponents may answer ${RULE_WORDS[rule]}. No other sanction rule would change an equilibrium.`];
  return [
    `Opponents may answer ${RULE_WORDS[rule]}. That matters here:`,
    ...differences.map(({ rule: other, concept, gained, lost }) => {
      const named = (states: readonly State[]) =>
        `${states
          .slice(0, 8)
          .map((state) => patternOf(model, state))
          .join(', ')}${states.length > 8 ? ` and ${states.length - 8} more` : ''}`;
      const parts = [
        ...(gained.length > 0 ? [`${named(gained)} would hold too`] : []),
        ...(lost.length > 0 ? [`${named(lost)} would not hold`] : []),
      ];
      return `If they could answer only ${RULE_WORDS[other].replace(/^by any /, 'by a ')} (${other}), under ${CONCEPT_NAMES[concept]} ${parts.join(' and ')}.`;
    }),
  ];
};
