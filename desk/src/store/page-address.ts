/** Names of parameters that say how a reader came to a page, and not which page it is. */
const TRACKING = /^(?:utm_\w*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmpid|ref_src|_ga)$/i;

/**
 * The address of a page as it is kept: without a fragment, without what says how a reader came there.
 *
 * @returns nothing where it is no address on the web
 */
export const pageAddress = (given: string): string | undefined => {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...new Set(url.searchParams.keys())]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
};

/** Every way in which the address of one page can have been kept; none for the front page of a site, which is another each day. */
export const sameAddresses = (kept: string): readonly string[] => {
  const url = new URL(kept);
  if (url.pathname === '/' && url.search === '') return [];
  const host = url.host.replace(/^www\./, '');
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/$/, '') : '';
  return ['https', 'http'].flatMap((protocol) =>
    [host, `www.${host}`].flatMap((name) =>
      [path, `${path}/`].map((one) => new URL(`${protocol}://${name}${one}${url.search}`).href),
    ),
  );
};
