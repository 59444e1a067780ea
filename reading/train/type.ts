import { dependentsOf } from '../src/mention/phrase.ts';
import {
  TYPER_ROWS,
  TYPES,
  type Typer,
  typeFeatures,
  typeScores,
  VECTOR,
  VECTOR_SCALE,
  type Vectors,
  vectorRows,
} from '../src/mention/type.ts';
import type { GoldDocument } from './conllu.ts';
import { sentenceOf } from './coreference.ts';
import { kindsOf } from './entity.ts';
import { randomFrom, shuffled } from './random.ts';

const PASSES = 8;
const RATE = 0.1;
const DENSE_RATE = 0.1;
const DECAY = 1e-3;

const COLUMNS: ReadonlyMap<string, number> = new Map(TYPES.map((type, column) => [type, column]));

/** Learns the types of what words stand for from gold trees: a softmax over features, one step for each mention. */
export const trainTyper = (
  documents: readonly GoldDocument[],
  vectors: Vectors,
  seed: number,
): Typer & { readonly weights: Float32Array } => {
  const count = TYPES.length;
  const lessons = documents.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => {
      const { tokens } = sentenceOf(sentence);
      const dependents = dependentsOf(tokens);
      return kindsOf(sentence).flatMap((kind, head) => {
        const right = COLUMNS.get(kind) ?? -1;
        return right < 0
          ? []
          : [{ right, features: typeFeatures(tokens, dependents, head), rows: vectorRows(vectors, tokens, head) }];
      });
    }),
  );
  const weights = new Float32Array(TYPER_ROWS * count);
  const dense = new Float32Array(2 * VECTOR * count);
  const typer = { weights, scale: 1, dense, vectors };
  const random = randomFrom(seed);
  for (let pass = 0; pass < PASSES; pass++) {
    const rate = RATE * (1 - pass / PASSES) + 0.005;
    for (const { right, features, rows } of shuffled(lessons, random)) {
      const scores = typeScores(typer, features, rows);
      const top = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - top));
      const sum = powers.reduce((total, power) => total + power, 0);
      for (let type = 0; type < count; type++) {
        const error = (type === right ? 1 : 0) - (powers[type] ?? 0) / sum;
        if (Math.abs(error) < 1e-3) continue;
        for (const feature of features) {
          const at = feature * count + type;
          weights[at] = (weights[at] ?? 0) + rate * (error - DECAY * (weights[at] ?? 0));
        }
        rows.forEach((row, which) => {
          if (row < 0) return;
          for (let column = 0; column < VECTOR; column++) {
            const at = (which * VECTOR + column) * count + type;
            dense[at] =
              (dense[at] ?? 0) + rate * DENSE_RATE * error * (vectors.table[row * VECTOR + column] ?? 0) * VECTOR_SCALE;
          }
        });
      }
    }
  }
  return typer;
};

/** The typer's weights as bytes, with what one unit is worth. */
export const typerBytes = (weights: Float32Array): { readonly bytes: Int8Array; readonly scale: number } => {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
  return { bytes: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale };
};
