import { createHash, randomBytes } from 'node:crypto';
import type { Document } from '@entente/core/document/document';
import type { Codebook } from '@entente/core/statement/codebook';
import type { Statement } from '@entente/core/statement/statement';
import { addDropped, checked, type Dropped } from '@entente/reading/second-reader/check';
import { INSTRUCTION, type Question, questions } from '@entente/reading/second-reader/prompt';
import { type Answer, ask, type Endpoint } from './ask.ts';

export type Failure = Extract<Answer, { ok: false }>['why'];

/** What a second reader suggested, and what of its answers could not be used. */
export interface SecondReading {
  readonly statements: readonly Statement[];
  /** How many questions were asked. */
  readonly asked: number;
  /** Documents that were not sent because they are marked `send: never`. */
  readonly kept: readonly string[];
  readonly dropped: ReadonlyMap<Dropped, number>;
  readonly failed: ReadonlyMap<Failure, number>;
}

export interface SecondReadingOptions {
  readonly signal?: AbortSignal;
  readonly onAnswer?: (done: number, all: number) => void;
  /** ISO time in UTC. */
  readonly now?: () => string;
}

/** Questions on the way at a time. */
const AT_ONCE = 2;
/** After so many failures in a row nothing more is asked. */
const GIVES_UP = 4;

/** First letters of the SHA-256 of what every question begins with: two readings with the same were told the same. */
export const promptHash = (): string => createHash('sha256').update(INSTRUCTION).digest('hex').slice(0, 12);

/**
 * Lets a language model code documents by a codebook. Documents marked `send: never` are not sent. What it says is checked against their words;
 * what holds is a suggestion, like those of the rules.
 */
export const secondReading = async (
  documents: readonly Document[],
  codebook: Codebook,
  endpoint: Endpoint,
  { signal, onAnswer, now = () => new Date().toISOString() }: SecondReadingOptions = {},
): Promise<SecondReading> => {
  const kept = documents.filter(({ send }) => send === 'never').map(({ file }) => file);
  const tasks: { document: Document; question: Question }[] = documents
    .filter(({ send }) => send !== 'never')
    .flatMap((document) =>
      questions(document, codebook, `=== ${randomBytes(9).toString('hex')} ===`).map((question) => ({
        document,
        question,
      })),
    );
  const prompt = promptHash();
  const found: (readonly Statement[])[] = tasks.map(() => []);
  const dropped: ReadonlyMap<Dropped, number>[] = [];
  const failed = new Map<Failure, number>();
  let [next, done, inARow] = [0, 0, 0];
  const work = async (): Promise<void> => {
    while (next < tasks.length && inARow < GIVES_UP && signal?.aborted !== true) {
      const place = next;
      next += 1;
      const task = tasks[place];
      if (!task) return;
      const answer = await ask(endpoint, task.question, signal);
      done += 1;
      onAnswer?.(done, tasks.length);
      if (!answer.ok) {
        inARow += 1;
        failed.set(answer.why, (failed.get(answer.why) ?? 0) + 1);
        continue;
      }
      inARow = 0;
      const result = checked(answer.text, task.document, codebook, task.question.part, {
        model: endpoint.model,
        prompt,
        time: now(),
      });
      found[place] = result.statements;
      dropped.push(result.dropped);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { statements: found.flat(), asked: done, kept, dropped: addDropped(dropped), failed };
};
