import type { Question } from '@entente/reading/second-reader/prompt';

/** Where the second reader is asked, and as what. */
export interface Endpoint {
  /** An OpenAI-compatible base address: `http://127.0.0.1:8080/v1`. */
  readonly url: URL;
  readonly model: string;
  readonly key?: string;
  /** Milliseconds for one answer. */
  readonly patience: number;
}

export const PATIENCE = 120_000;
/** An answer larger than this is cut off and not read. */
export const LARGEST_ANSWER = 512 * 1024;

export type Answer =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly why: 'unreachable' | 'refused' | 'too-slow' | 'too-large' | 'not-an-answer' | 'stopped';
      readonly status?: number;
    };

const isLocal = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);

/** An address that may be asked: https, or http on this machine; without a name or password in it. */
export const endpointUrl = (text: string): URL | undefined => {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '' || url.search !== '') return undefined;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url)) ? url : undefined;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `choices[0].message.content` of a chat completion. A call for a tool is no answer. */
const contentOf = (body: string): string | undefined => {
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch {
    return undefined;
  }
  const choices = isRecord(data) ? data['choices'] : undefined;
  const first: unknown = Array.isArray(choices) ? choices[0] : undefined;
  const message = isRecord(first) ? first['message'] : undefined;
  const content = isRecord(message) ? message['content'] : undefined;
  return typeof content === 'string' ? content : undefined;
};

/** The body as text, unless it grows beyond what is read. */
const bodyOf = async (response: Response): Promise<string | undefined> => {
  if (Number(response.headers.get('content-length') ?? 0) > LARGEST_ANSWER || !response.body) {
    await response.body?.cancel();
    return undefined;
  }
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const piece of response.body) {
    size += piece.length;
    if (size > LARGEST_ANSWER) return undefined; // leaving the loop cancels the body
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
};

/** Asks one question. No tools are offered, nothing is followed elsewhere, and neither time nor size is without end. */
export const ask = async (
  { url, model, key, patience }: Endpoint,
  { system, user }: Question,
  signal?: AbortSignal,
): Promise<Answer> => {
  const late = AbortSignal.timeout(patience);
  const stop = signal ? AbortSignal.any([late, signal]) : late;
  const address = new URL(`${url.pathname.replace(/\/$/, '')}/chat/completions`, url);
  try {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'error',
      signal: stop,
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({
        model,
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
        temperature: 0,
        stream: false,
        response_format: { type: 'json_object' },
      }),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { ok: false, why: 'refused', status: response.status };
    }
    const body = await bodyOf(response);
    if (body === undefined) return { ok: false, why: 'too-large' };
    const text = contentOf(body);
    return text === undefined ? { ok: false, why: 'not-an-answer' } : { ok: true, text };
  } catch {
    if (signal?.aborted) return { ok: false, why: 'stopped' };
    return { ok: false, why: late.aborted ? 'too-slow' : 'unreachable' };
  }
};
