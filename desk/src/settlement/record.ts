import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** The version that a result is recorded with. */
export const VERSION = '0.1.0';

/** What a result was made from, so that it can be made again. */
export interface Inputs {
  readonly entente: string;
  readonly command: string;
  readonly input: { readonly file: string; readonly sha256: string };
  readonly question: Readonly<Record<string, unknown>>;
}

/** A result with its inputs. */
export interface ResultRecord extends Inputs {
  readonly result: unknown;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const inputsOf = async (
  command: string,
  path: string,
  question: Readonly<Record<string, unknown>> | object,
): Promise<Inputs> => ({
  entente: VERSION,
  command,
  input: { file: basename(path), sha256: sha256(await readFile(path)) },
  question: { ...question },
});

export const record = async (
  command: string,
  path: string,
  question: Readonly<Record<string, unknown>> | object,
  result: unknown,
): Promise<ResultRecord> => ({ ...(await inputsOf(command, path, question)), result });
