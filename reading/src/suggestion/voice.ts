import type { Document } from '@entente/core/document/document';
import { isEdtf } from '@entente/core/document/edtf';
import type { Edtf } from '@entente/core/vocabulary';
import type { Gazetteer } from '../actor/gazetteer.ts';
import type { Reference } from '../actor/mention.ts';
import type { People } from '../actor/person.ts';
import { plain } from '../sentence/plain.ts';
import { tokens } from '../sentence/token.ts';

/** Words of the names of newsrooms: what such a one prints is no person's opinion. */
const HOUSE =
  /\b(news|wire|press|agency|staff|desk|times|post|herald|morning|daily|courier|review|gazette|journal|tribune|media|service|bureau|correspondents?|reporters?|radio|tv|television|observer|record|standard|today|online|team|editors?|explainer)\b/i;

const NAME = /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|da|del|van|von|der|den|al|el|bin|ibn) )?\p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** A diary may be signed with a first name. */
const FIRST_NAME = /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u;

/** How far into a document the lines about itself may stand, in blocks and characters. */
const HEAD = { blocks: 6, line: 160 };

const headLines = (document: Document): string[] =>
  document.blocks
    .slice(0, HEAD.blocks)
    .map(({ start, end }) => plain(document.text.slice(start, Math.min(end, start + HEAD.line))));

const personIn = (line: string): string | undefined => {
  const by =
    /^(?:(?:analysis |comment |opinion )?by|opinion|comment|analysis|guest essay|column|commentary)\s*[|:–—-]?\s+(.+)$/i.exec(
      line,
    )?.[1];
  const name = by?.split(/,|\s+[|·•]\s+| and | for | in /)[0]?.trim();
  return name !== undefined && (NAME.test(name) || FIRST_NAME.test(name)) && !HOUSE.test(name) ? name : undefined;
};

const HOUSES =
  /\b(Institute|Institution|Centre|Center|Foundation|Council|Group|Think ?tank|Programme|Program|Observatory|Forum)\b/;
const BRIEF = /\b(policy (brief|paper|note)|briefing|brief|working paper|report no)\b/i;
const RELEASE =
  /\b(for immediate release|press release|media release|press statement|official statement|joint statement|statement by|statement of|communiqué|ministry of)\b/i;

/**
 * Who speaks in a document's own voice: its author where it is a person; the institute of a brief; the state of an official release. An agency reports
 * and does not judge.
 */
export const voiceOf = (document: Document, people: People, gazetteer: Gazetteer): Reference | undefined => {
  const credited = document.author?.value.split(/,| and | for /)[0]?.trim();
  const lines = headLines(document);
  const name =
    [credited].find((one) => one !== undefined && NAME.test(one) && !HOUSE.test(one)) ??
    lines.flatMap((line) => personIn(line) ?? [])[0];
  if (name !== undefined) return { actor: people.introduce(name, {}).id };
  if (lines.some((line) => BRIEF.test(line) && line.length < 100)) {
    // A brief names who wrote it on a line of its own.
    const signed = lines
      .flatMap((line) => line.split(/\n|\s+\|\s+/))
      .map((line) => line.trim())
      .find(
        (line) =>
          NAME.test(line) && /\p{Ll}/u.test(line) && !HOUSE.test(line) && !HOUSES.test(line) && !BRIEF.test(line),
      );
    if (signed !== undefined && signed.split(' ').length < 4) return { actor: people.introduce(signed, {}).id };
    const house = lines.find((line) => HOUSES.test(line) && NAME.test(line.trim()));
    if (house) return { actor: people.introduce(house.trim(), { kind: 'organisation' }).id };
  }
  if (lines.some((line) => RELEASE.test(line)) || document.kind?.value === 'official')
    for (const line of lines) {
      const list = tokens(line, 0, line.length);
      for (let index = 0; index < list.length; index += 1) {
        const known = list[index]?.capital ? gazetteer(list, index) : undefined;
        if (known?.state !== undefined && known.kind !== 'medium') return { actor: known.state, state: known.state };
      }
    }
  return undefined;
};

/** The newsroom that prints a document: its publisher, or the name that stands in a line at its top or in its dateline. */
export const outletOf = (document: Document, people: People): Reference | undefined => {
  const lines = headLines(document);
  const told = document.publisher?.value;
  const pieces = lines.flatMap((line) => [
    ...(line.length < 120 ? line.split(/\s*[|·•,–—]\s*|\s+-\s+/) : []),
    ...[...line.matchAll(/\(([^()]{3,40})\)\s*[-–—]/g)].map(([, name]) => name ?? ''),
  ]);
  const name =
    told ??
    pieces.map((piece) => piece.trim()).find((piece) => NAME.test(piece) && HOUSE.test(piece) && !/\d/.test(piece));
  return name === undefined ? undefined : { actor: people.organisation(name, {}).id };
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY =
  /\b(?:(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]+)\.?,? (\d{4})|([A-Z][a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})|([A-Z][a-z]+) (\d{4}))\b/;

/** Lines at the end that tell when a page was last changed. */
const editedLines = (document: Document): string[] =>
  document.blocks.slice(-8).flatMap(({ start, end }) => {
    const line = plain(document.text.slice(start, end));
    const at = /\b(?:last|latest) (?:edited|updated|modified|revised|changed|reviewed)\b/i.exec(line)?.index;
    return at === undefined ? [] : [line.slice(at, at + 60)];
  });

/** The day or month that stands in the lines a document begins with, for one whose day of publication nobody has told. */
export const dayOf = (document: Document): Edtf | undefined => {
  for (const line of [...headLines(document), ...editedLines(document)]) {
    // A date in a running paragraph tells of what happened, not of the document.
    const found = DAY.exec(line);
    if (!found || (line.length >= HEAD.line && found.index > 40)) continue;
    const [day, name, year] = found[1]
      ? [found[1], found[2], found[3]]
      : found[4]
        ? [found[5], found[4], found[6]]
        : [undefined, found[7], found[8]];
    const month = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
    if (month === 0) continue;
    const two = (value: number | string) => String(value).padStart(2, '0');
    const text = `${year}-${two(month)}${day ? `-${two(day)}` : ''}`;
    if (isEdtf(text)) return text;
  }
  return undefined;
};
