import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

const tooLarge = (most: number) =>
  new RangeError(`It has more than ${Math.round(most / 1024 / 1024)} MB. Save only the report as a file and add that.`);

/**
 * The body of an answer, unpacked, counted as it comes and broken off at the limit.
 *
 * @throws RangeError when there is more
 */
export const bodyOf = async (answer: IncomingMessage, most: number): Promise<Uint8Array> => {
  const coding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpacker = unpackers[coding];
  if (unpacker === undefined && coding !== 'identity' && coding !== '') {
    answer.destroy();
    throw Object.assign(new Error('unknown coding'), { code: `packed as ${coding.slice(0, 20)}` });
  }
  if (Number(answer.headers['content-length'] ?? 0) > most) {
    answer.destroy();
    throw tooLarge(most);
  }
  const body = unpacker ? answer.pipe(unpacker()) : answer;
  if (body !== answer) answer.once('error', (error) => body.destroy(error));
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) continue;
      size += chunk.length;
      if (size > most) throw tooLarge(most);
      chunks.push(chunk);
    }
  } finally {
    answer.destroy();
    body.destroy();
  }
  return new Uint8Array(Buffer.concat(chunks));
};
