import { CONCEPTS, type Problem } from '../vocabulary.ts';
import type { Question } from './analysis.ts';
import { axesOf } from './cube-form.ts';
import type { GraphModel } from './graph-model.ts';

const GIB = 2 ** 30;

/** One array of 32-bit numbers, one number a state. */
const ARRAY = 4;

/** Bytes that the cube takes: orders of fibres, values, stamps, and ranks by code where not all codes are feasible. */
const cubeBytes = (model: GraphModel): number => {
  const axes = axesOf(model) ?? [];
  const orders = axes.reduce((sum, { bits }) => sum + (bits <= 7 ? 1 : bits <= 15 ? 2 : 4), 0);
  return 2 ** model.optionCount * (orders + ARRAY + 1 / 8 + (model.codes ? ARRAY : 0));
};

/** Bytes that the tables take: blocks and how far each has been searched, reversed moves, order, scratch and stack. */
const tableBytes = (model: GraphModel): number => {
  const listed = model.listed.reduce((sum, moves) => sum + (moves ? ARRAY * moves.targets.length : 0), 0);
  const implied = model.listed.filter((moves) => moves === undefined).length;
  const stack = listed > 0 ? 12 : 6;
  return model.size * (implied * 8 * ARRAY + (model.makers.length - implied) * ARRAY + 6 * ARRAY + 1 + stack) + listed;
};

/**
 * Bytes that an analysis takes beside the model, at most.
 *
 * Unit: bytes; what the engine of the language adds is small and not counted
 */
export const analysisBytes = (model: GraphModel, { concepts = CONCEPTS, rule = 'legal' }: Question = {}): number => {
  const { size } = model;
  const makers = model.makers.length;
  const movers = model.masks.filter((mask, maker) => mask !== 0 || model.listed[maker] !== undefined).length;
  const sets = ((makers + 1) * concepts.length * size) / 8;
  const scratch = 3 * ARRAY * size;
  const groups = rule === 'each-once' ? 2 ** Math.max(0, movers - 1) : 1;
  const cube = axesOf(model) ? cubeBytes(model) : 0;
  const tables = cube === 0 || rule !== 'legal' ? tableBytes(model) + groups * ARRAY * size : 0;
  return sets + scratch + cube + tables;
};

const inGiB = (bytes: number): string => (bytes / GIB).toFixed(bytes < 10 * GIB ? 1 : 0);

/**
 * Says when an analysis would not fit, before it takes any memory.
 *
 * @param available bytes that may be taken
 */
export const tooLargeToAnalyse = (model: GraphModel, question: Question, available: number): Problem | undefined => {
  const bytes = analysisBytes(model, question);
  if (bytes <= available) return undefined;
  const rule =
    question.rule === 'each-once' ? ' The rule each-once keeps all groups of opponents; legal takes far less.' : '';
  return {
    code: 'stability/too-large',
    at: ['makers'],
    says:
      `To analyse ${model.size.toLocaleString('en-US')} states for ${model.makers.length} makers takes about ${inGiB(bytes)} GiB, ` +
      `and ${inGiB(available)} GiB can be had. Leave options out, or rule combinations out under “infeasible”.${rule}`,
  };
};

/** Nanoseconds for each state and maker: for itself, and for each opponent, as measured (`docs/stability-fast.md`). */
const OWN = 120;
const OPPONENT = 60;

/** So many times as long where some codes are not feasible, and where the tables are needed. */
const SCATTERED = 1.6;
const TABLED = 4;

/**
 * How long an analysis takes, roughly: from a rate measured on one machine, for the four usual concepts.
 *
 * Unit: seconds, with what it takes to compile the model
 */
export const analysisSeconds = (model: GraphModel): number => {
  const makers = model.makers.length;
  const each = OWN + OPPONENT * Math.max(0, makers - 1);
  const slower = axesOf(model) === undefined ? TABLED : model.codes ? SCATTERED : 1;
  return (model.size * makers * each * slower) / 1e9;
};
