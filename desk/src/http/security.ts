import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** What a page may do: show one of its own inline styles and the fonts inside it. Nothing else: no script, no picture, no frame, no form. */
export const contentPolicy = (...styles: readonly string[]): string => {
  const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  return [
    "default-src 'none'",
    `style-src ${hashes.join(' ')}`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};

/** What the workbench may do: run and show its own files, ask its own server. Nothing inline, nothing from elsewhere. */
export const WORKBENCH_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a Host header names this machine's loopback at this port; any other name is a page elsewhere that was pointed here. */
export const ownHost = (host: string | undefined, port: number): boolean =>
  host !== undefined &&
  NAMES.some((name) => host.toLowerCase() === `${name}:${port}` || (port === 80 && host.toLowerCase() === name));

/** Whether an Origin header, where there is one, is this server's own. */
export const ownOrigin = (origin: string | undefined, port: number): boolean =>
  origin === undefined || (origin.startsWith('http://') && ownHost(origin.slice('http://'.length), port));

const ELSEWHERE = 'This server answers only pages of its own on this machine.\n';

const secured = (headers: Headers, policy: string): void => {
  headers.set('Content-Security-Policy', policy);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('X-Frame-Options', 'DENY');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};

const reads = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** Answers only requests that come from this machine's own pages, and only to read. */
export const guard =
  (port: () => number, policy: string): MiddlewareHandler =>
  async (context, next) => {
    const { req } = context;
    if (!ownHost(req.header('host'), port()) || !ownOrigin(req.header('origin'), port()))
      return context.text(ELSEWHERE, 403);
    if (!reads(req.method)) {
      context.header('Allow', 'GET, HEAD');
      return context.text('Nothing can be changed here: this server only shows.\n', 405);
    }
    if (req.header('sec-fetch-site') === 'cross-site' && req.header('sec-fetch-mode') !== 'navigate')
      return context.text(ELSEWHERE, 403);
    await next();
    secured(context.res.headers, policy);
  };

/** The header in which a page of ours proves that it is one: the token stands in the page and nowhere else. */
export const TOKEN_HEADER = 'x-entente-token';

/**
 * Answers only this machine's own pages; what changes something must come from the same origin and carry the token, which a page from
 * elsewhere can neither read nor send.
 */
export const workbenchGuard =
  (port: () => number, token: string): MiddlewareHandler =>
  async (context, next) => {
    const { req } = context;
    if (!ownHost(req.header('host'), port()) || !ownOrigin(req.header('origin'), port()))
      return context.text(ELSEWHERE, 403);
    const site = req.header('sec-fetch-site');
    if (reads(req.method)) {
      if (site === 'cross-site' && req.header('sec-fetch-mode') !== 'navigate') return context.text(ELSEWHERE, 403);
    } else if ((site !== undefined && site !== 'same-origin') || req.header(TOKEN_HEADER) !== token)
      return context.text('Only a page of this server may change something. Load the page again.\n', 403);
    await next();
    secured(context.res.headers, WORKBENCH_POLICY);
  };
