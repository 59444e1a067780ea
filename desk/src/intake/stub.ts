import type { Problem } from '@entente/core/vocabulary';
import { fault, type Place } from './frozen.ts';
import { wordsIn } from './lines.ts';

/** What pages say that stand before a report, or where there is none. */
const BEFORE: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:just a moment|checking (?:your|if|the)|attention required|verify(?:ing)? (?:that )?you are|are you (?:a )?(?:human|robot)|access (?:to this page )?(?:has been )?denied|403|forbidden|request (?:unsuccessful|blocked)|security check|one more step|please (?:wait|enable))|enable javascript and cookies|unusual traffic/i,
    'a check for robots',
  ],
  [
    /^(?:(?:error )?404|page not found|not found|(?:sorry, )?(?:this|the) page|oops|410|gone|error|this article (?:is|has been)|content (?:is )?(?:not|no longer) available|nothing (?:was )?found)\b|page (?:you (?:are looking|requested)|not found)|could not be found|no longer (?:available|exists)|seite nicht gefunden|page introuvable|página no encontrada/i,
    'a message that the page is not there',
  ],
  [
    /^(?:log ?in|sign ?in|anmelden|connexion|iniciar sesión|create (?:an )?account|register)\b|by (?:logging|signing) in you agree/i,
    'a form to log in',
  ],
  [
    /^(?:we (?:value|care about) your privacy|before you continue|cookies?\b|your privacy|manage (?:consent|cookies)|consent)|we and our (?:\d+ )?partners|store and(?:\/or)? access information on a device/i,
    'a question about cookies',
  ],
];

/** What a page says where it breaks off for those who do not pay. */
const WALL =
  /\b(?:(?:for|available to) (?:paid )?subscribers(?: only)?|subscribers? only|(?:to|and) (?:continue reading|keep reading|read (?:on|more|the (?:full|rest|whole|entire)))|continue reading (?:this|with|for)|(?:read|unlock) (?:the|this) (?:full|rest|whole|entire|article|story)|already a (?:subscriber|member)|premium (?:article|content)|free articles? (?:left|remaining|this month)|nur für abonnent|réservé aux abonnés|solo para suscriptores)/i;

/** A report of fewer words than this may be all that such a page let through. */
const FEW = 250;
const NEXT_TO_NONE = 80;

export interface Seen {
  readonly html: string;
  /** Title and first heading, as far as the page has them. */
  readonly heads: readonly string[];
  /** The words of the page that are no boilerplate. */
  readonly own: string;
  /** All of its words. */
  readonly text: string;
}

/** What is wrong with a page that is no report, or the beginning of one: it stands before it, or ends where a subscription is asked for. */
export const stubIn = (
  { html, heads, own, text }: Seen,
  place: Place,
): { readonly problem?: Problem; readonly note?: Problem } => {
  const words = wordsIn(own);
  const told = [...heads, ...own.split('\n').slice(0, 6)].map((line) => line.trim().slice(0, 300));
  const isArticle =
    /"@type"\s*:\s*\[?\s*"(?:News|Reportage|Opinion|Analysis)?(?:News)?Article"|property=["']og:type["'][^>]{0,40}content=["']article["']/i.test(
      html,
    );
  const found =
    words < NEXT_TO_NONE && !isArticle
      ? BEFORE.find(([pattern]) => told.some((line) => pattern.test(line)))
      : undefined;
  if (found) {
    const says = `It holds no report but ${found[1]} (“${(told.find((line) => found[0].test(line)) ?? '').slice(0, 60)}”). Open the page in a browser, wait until the report is there, and save it again.`;
    return { problem: fault('no-report', place, says) };
  }
  const closed = /"isAccessibleForFree"\s*:\s*(?:false|"false")/i.test(html);
  const brokenOff = /(?:\.\.\.|…|\[\+\d+ chars\])\s*$/.test(own.trimEnd());
  if (words < FEW && (closed || (WALL.test(text) && (brokenOff || words < 120)))) {
    const says = `It seems to be the beginning of a report alone (${words} words): the page asks for a subscription. Log in, save it again, and add it; both versions are kept.`;
    return { note: fault('teaser', place, says) };
  }
  if (/"@type"\s*:\s*\[?\s*"LiveBlogPosting"/.test(html)) {
    const says =
      'It is a page that goes on being written, with many reports under one day. Give each statement the day that stands beside it, and add the page again when it is done.';
    return { note: fault('live-page', place, says) };
  }
  return {};
};
