import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Document } from '@entente/core/document/document';
import type { Codebook } from '@entente/core/statement/codebook';
import { actorId, documentId, issueId } from '@entente/core/vocabulary';
import { secondReading } from '../src/second-reader/second-reading.ts';

/** What the tests of the second reader share: a codebook, a report, and a model on this machine that answers as it is told to. */

export const CODEBOOK: Codebook = {
  actors: [
    { id: actorId('ruritania'), name: 'Ruritania', kind: 'state', aliases: ['Strelsau'], partOf: [] },
    { id: actorId('graustark'), name: 'Graustark', kind: 'state', aliases: [], partOf: [] },
  ],
  issues: [{ id: issueId('strait'), label: 'The strait', proposal: 'The strait should be reopened.' }],
};

export const TEXT =
  'Ruritania will not reopen the strait unless Graustark withdraws its fleet, officials said on Monday.\nGraustark wants the strait open.\nSubscribe now and reopen the strait of offers.';
export const documentOf = (text: string, more: Partial<Document> = {}): Document => ({
  id: documentId('wire'),
  file: 'secret-name.txt',
  text,
  sha256: '0'.repeat(64),
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  boilerplate: [],
  title: { value: 'A title that stays here', from: 'test' },
  ...more,
});

export const GOOD = {
  quote: 'Ruritania will not reopen the strait unless Graustark withdraws its fleet',
  actor: 'ruritania',
  issue: 'strait',
  stance: 'conditional',
  level: 'explicit',
  condition: { kind: 'unless', quote: 'unless Graustark withdraws its fleet' },
  reason: null,
  attribution: [{ name: 'officials', voice: 'anonymous' }],
};

export type Reply = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let server: Server | undefined;
/** Ends the model of the last test. */
export const stubEnds = async (): Promise<void> => {
  server?.closeAllConnections();
  await new Promise((done) => (server ? server.close(done) : done(undefined)));
  server = undefined;
};

/** A model that answers as it is told to, on this machine; gives its address and keeps what it was sent. */
export const stub = async (
  reply: Reply,
): Promise<{ url: URL; sent: { body: string; headers: IncomingMessage['headers'] }[] }> => {
  const sent: { body: string; headers: IncomingMessage['headers'] }[] = [];
  const made = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => {
      body += piece.toString();
    });
    request.on('end', () => {
      sent.push({ body, headers: request.headers });
      reply(request, response, body);
    });
  });
  server = made;
  await new Promise<void>((listening) => made.listen(0, '127.0.0.1', () => listening()));
  const address: AddressInfo | string | null = made.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: new URL(`http://127.0.0.1:${port}/v1`), sent };
};

export const says =
  (content: unknown): Reply =>
  (_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
  };
export const statements = (...items: unknown[]) => says(JSON.stringify({ statements: items }));

export const reading = async (reply: Reply, document = documentOf(TEXT), patience = 2_000) => {
  const { url, sent } = await stub(reply);
  const result = await secondReading(
    [document],
    CODEBOOK,
    { url, model: 'stub-1', key: 'k-secret', patience },
    { now: () => '2024-03-05T10:00:00Z' },
  );
  return { ...result, sent, dropped: Object.fromEntries(result.dropped), failed: Object.fromEntries(result.failed) };
};
