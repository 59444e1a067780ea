import type { Document } from '@entente/core/document/document';
import type { Codebook } from '@entente/core/statement/codebook';
import type { Statement } from '@entente/core/statement/statement';
import type { Dropped } from '@entente/reading/second-reader/check';
import { type Endpoint, endpointUrl, PATIENCE } from '../second-reader/ask.ts';
import { type Failure, secondReading } from '../second-reader/second-reading.ts';
import { progress } from './progress.ts';
import { type Shell, Unusable } from './shell.ts';

/** The environment variable that may hold the key of the endpoint. */
export const KEY = 'ENTENTE_SECOND_READER_KEY';

export interface SecondReaderOptions {
  readonly secondReader?: string;
  readonly model?: string;
  readonly patience?: string;
}

const fault = (code: string, says: string): Unusable =>
  new Unusable([{ code: `second-reader/${code}`, at: ['--second-reader'], says }]);

/** Where to ask, if it was asked for. @throws Unusable when the address, the model or the patience is missing or wrong */
export const endpointOf = (
  options: SecondReaderOptions,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Endpoint | undefined => {
  if (options.secondReader === undefined) {
    if (options.model !== undefined)
      throw fault(
        'address',
        '--model names what --second-reader asks. Give the address too: --second-reader http://127.0.0.1:8080/v1',
      );
    return undefined;
  }
  const url = endpointUrl(options.secondReader);
  if (!url)
    throw fault(
      'address',
      'The address must be https, or http on this machine, without a name, a password or a question mark in it: http://127.0.0.1:8080/v1',
    );
  if (!options.model) throw fault('model', 'Say which model is asked: --model NAME');
  const seconds = options.patience === undefined ? PATIENCE / 1000 : Number(options.patience);
  if (!(seconds >= 1 && seconds <= 3600)) throw fault('patience', '--patience is a number of seconds from 1 to 3600.');
  const key = env[KEY];
  return { url, model: options.model, ...(key ? { key } : {}), patience: seconds * 1000 };
};

const LEFT_OUT: Readonly<Record<Dropped, string>> = {
  'no-json': 'answers that were no JSON',
  'no-list': 'answers without a list of statements',
  'too-many': 'answers with more than 200 entries, cut there',
  shape: 'entries of a wrong shape',
  actor: 'entries with an actor that is not in the codebook',
  issue: 'entries with an issue that is not in the codebook',
  stance: 'entries with a stance that is none',
  quote: 'quotes that do not stand in the text',
  boilerplate: 'quotes of what is not part of the report',
  condition: 'entries with a condition that does not stand in the text, or without the one that their stance needs',
  reason: 'reasons that do not stand in the text',
  attribution: 'sources that do not stand in the text',
  twice: 'entries that came twice',
};
const FAILED: Readonly<Record<Failure, string>> = {
  unreachable: 'could not be asked: nobody answers at that address, or it sends elsewhere',
  refused: 'were refused; check the address, the model and the key',
  'too-slow': 'took too long; give more time with --patience',
  'too-large': 'had an answer that was too large',
  'not-an-answer': 'had an answer that is no chat completion',
  stopped: 'were stopped',
};

/** Asks the second reader about documents and says on stderr what became of it. */
export const askSecondReader = async (
  documents: readonly Document[],
  codebook: Codebook,
  endpoint: Endpoint,
  shell: Shell,
  signal: AbortSignal,
): Promise<readonly Statement[]> => {
  const seen = progress(shell);
  const result = await secondReading(documents, codebook, endpoint, {
    signal,
    onAnswer: (done, all) => seen.say(`second reader: ${done} of ${all} questions answered`),
  });
  seen.end();
  const { statements, asked, kept, dropped, failed } = result;
  shell.err(
    `Second reader ${endpoint.model} at ${endpoint.url.host}: ${asked} questions, ${statements.length} suggestions that hold.\n`,
  );
  if (kept.length > 0) shell.err(`  not sent, as marked: ${kept.join(', ')}\n`);
  for (const [why, count] of failed) shell.err(`  ${count} ${count === 1 ? 'question' : 'questions'} ${FAILED[why]}\n`);
  for (const [why, count] of dropped) shell.err(`  left out: ${count} ${LEFT_OUT[why]}\n`);
  return statements;
};
