import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP } from 'node:net';
import type { Outcome, Problem } from '@entente/core/vocabulary';
import { LARGEST_FILE } from '../limits.ts';
import { hostOf, isPublic } from './address.ts';
import { bodyOf } from './body.ts';

/** A report as it came from its address. */
export interface Fetched {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The address that answered, after redirects. */
  readonly address: string;
}

/** How names become addresses and addresses connections; tests put their own machine in place of the internet. */
export interface Network {
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** Where to connect for an address that was found public. */
  readonly reach?: (address: string, port: number) => { readonly address: string; readonly port: number };
}

export interface FetchLimits {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly redirects: number;
}

const LIMITS: FetchLimits = { milliseconds: 30_000, bytes: LARGEST_FILE, redirects: 5 };

const INTERNET: Network = {
  resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
};

/** Kinds of content that hold a report, with the ending by which they are known here. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^text\/html$|^application\/xhtml\+xml$/, '.html'],
  [/^text\/(?:markdown|x-markdown)$/, '.md'],
  [/^text\/plain$/, '.txt'],
  [/^application\/(?:x-)?pdf$/, '.pdf'],
  [/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document$/, '.docx'],
  [/^message\/rfc822$/, '.eml'],
];

const refused = (code: string, address: string, says: string): Outcome<never> => ({
  ok: false,
  problems: [{ code: `fetch/${code}`, at: [address.slice(0, 200)], says }],
});

const addressIn = (text: string, base?: URL): URL | Problem => {
  const shown = text.slice(0, 200);
  const wrong = (code: string, says: string): Problem => ({ code: `fetch/${code}`, at: [shown], says });
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    return wrong('address', 'It is no address. Write it as https://…');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return wrong(
      'scheme',
      `Only http and https addresses are fetched, not ${url.protocol.slice(0, 20)}. Save the report as a file and add that.`,
    );
  if (url.username !== '' || url.password !== '')
    return wrong('credentials', 'It holds a name or a password. Leave these out.');
  return url;
};

interface Place {
  readonly address: string;
  readonly port: number;
}

/** Fails when the time is over. */
const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

/** The one address that is connected to: found once, checked, and used; it is not looked up again. */
const placeOf = async (url: URL, network: Network, signal: AbortSignal): Promise<Place | Problem> => {
  const host = hostOf(url);
  const wrong = (code: string, says: string): Problem => ({
    code: `fetch/${code}`,
    at: [url.href.slice(0, 200)],
    says,
  });
  let found: readonly string[];
  try {
    found = isIP(host) === 0 ? await Promise.race([network.resolve(host), ended(signal)]) : [host];
  } catch {
    return wrong('unknown-host', `There is no “${host}”, or the network cannot be reached. Check the address.`);
  }
  const [first] = found;
  if (first === undefined) return wrong('unknown-host', `There is no “${host}”. Check the address.`);
  const inside = found.find((address) => !isPublic(address));
  if (inside !== undefined)
    return wrong(
      'private-address',
      `“${host}” is a machine of this computer or network (${inside}); only public addresses are fetched. Save the report as a file and add that.`,
    );
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  return network.reach?.(first, port) ?? { address: first, port };
};

const HEADERS = {
  'user-agent': 'Entente/0.1 (one request, asked for by a person)',
  accept: 'text/html, application/xhtml+xml, application/pdf, text/plain, text/markdown, */*;q=0.1',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': '*',
};

/** The head of the answer; the connection goes to the place that was checked, under the name that was asked for. */
const answerOf = (url: URL, { address, port }: Place, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const host = hostOf(url);
    const send = url.protocol === 'https:' ? secure : plain;
    const sent = send({
      ...{
        host: address,
        port,
        path: `${url.pathname}${url.search}`,
        method: 'GET',
        signal,
        agent: false,
        maxHeaderSize: 32 * 1024,
      },
      headers: { ...HEADERS, host: url.host },
      ...(isIP(host) === 0 ? { servername: host } : {}),
    });
    sent.once('response', resolve);
    sent.once('error', reject);
    sent.end();
  });

const nameFor = (url: URL, ending: string): string => {
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? hostOf(url);
  let words = last;
  try {
    words = decodeURIComponent(last);
  } catch {
    // as it stands
  }
  const plainWords = words
    .replace(/[\u0000-\u001F\u007F/\\:*?"<>|\u202A-\u202E\u2066-\u2069]/g, ' ')
    .trim()
    .slice(0, 100);
  return `${plainWords.replace(/\.(?:html?|php|aspx?|pdf|docx|txt|md|eml)$/i, '') || 'page'}${ending}`;
};

const failure = (error: unknown, address: string, limits: FetchLimits, late: boolean): Outcome<never> => {
  if (late)
    return refused(
      'too-slow',
      address,
      `It did not answer in ${Math.max(1, Math.round(limits.milliseconds / 1000))} s. Try again later, or save the report as a file and add that.`,
    );
  if (error instanceof RangeError) return refused('too-large', address, error.message);
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
  return refused(
    'failed',
    address,
    `It could not be fetched (${code}). Try again later, or save the report as a file and add that.`,
  );
};

/**
 * Fetches one report: one request, followed by at most five redirects. Only http and https; addresses of this computer and network are
 * refused after their name is resolved, at each redirect anew, and the connection goes to the address that was checked. Never called
 * unless a person asked for this address.
 */
export const fetchReport = async (
  text: string,
  network: Network = INTERNET,
  limits: Partial<FetchLimits> = {},
): Promise<Outcome<Fetched>> => {
  const within = { ...LIMITS, ...limits };
  const signal = AbortSignal.timeout(within.milliseconds);
  let next = addressIn(text);
  for (let hop = 0; ; hop++) {
    const url = next;
    if ('code' in url) return { ok: false, problems: [url] };
    const place = await placeOf(url, network, signal);
    if ('code' in place) return { ok: false, problems: [place] };
    try {
      const answer = await answerOf(url, place, signal);
      const { statusCode: status = 0, headers } = answer;
      if (status >= 300 && status < 400 && headers.location !== undefined) {
        answer.destroy();
        if (hop >= within.redirects)
          return refused(
            'redirects',
            text,
            `It leads on more than ${within.redirects} times. Open it in a browser and save the page.`,
          );
        next = addressIn(headers.location, url);
        continue;
      }
      if (status !== 200) {
        answer.destroy();
        return refused(
          'status',
          url.href,
          `The site answered ${status}${status === 401 || status === 403 || status === 402 ? ' and wants a person' : ''}. Open it in a browser and save the page.`,
        );
      }
      const kind = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      const ending = KINDS.find(([pattern]) => pattern.test(kind))?.[1];
      if (ending === undefined) {
        answer.destroy();
        return refused(
          'content-type',
          url.href,
          `It is ${kind === '' ? 'of no stated kind' : `“${kind.slice(0, 60)}”`} and holds no report. Save the report as a file and add that.`,
        );
      }
      const bytes = await bodyOf(answer, within.bytes);
      return { ok: true, value: { name: nameFor(url, ending), bytes, address: url.href } };
    } catch (error) {
      return failure(error, url.href, within, signal.aborted);
    }
  }
};
