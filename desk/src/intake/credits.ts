import type { Read } from '@entente/core/document/document';
import { dayIn, isDayLine } from './day.ts';
import { AGENCIES } from './lexicon/agencies.ts';
import { type Part, wordsIn } from './lines.ts';

/** What one line says about the document it stands in. */
export interface Credit {
  readonly title?: Read<string>;
  readonly publisher?: Read<string>;
  readonly author?: Read<string>;
  readonly published?: Read<string>;
  readonly kind?: Read<'wire' | 'encyclopedia' | 'analysis'>;
  /** True when the line says nothing else. */
  readonly whole: boolean;
}

const agencyNames = new Map(AGENCIES.map((name) => [name.toLowerCase(), name]));

/** The agency of that name as it is known; initials such as AP only in capitals. */
export const agency = (name: string): string | undefined => {
  const known = agencyNames.get(name.trim().toLowerCase());
  return known !== undefined && (known.length > 4 || known === name.trim()) ? known : undefined;
};

const NAME =
  "\\p{Lu}[\\p{L}.'-]*(?:[ -](?:(?:de|da|di|del|der|den|van|von|bin|al|el|la|le|ibn|and|of|the|for)[ -])*\\p{Lu}[\\p{L}.'-]*){0,6}";
const BYLINE = new RegExp(
  `^(?:(?:written |reported |story |text |posted |words )?by:?|authors?:|reporters?:)\\s+(${NAME}(?:(?:, | and |, and | & )${NAME}){0,4})(?:[,|]\\s*.{0,80})?$`,
  'iu',
);
const LABEL =
  'upload(?:ed)?(?: date| on)?|(?:first )?publish(?:ed)?(?: date| on| at| time)?|publication date|posted(?: on| at)?|입력|발행일|등록일|게시일|작성일|公開日|发布时间|发布日期';
/** `Posted on 7 November 2021`, a line of its own. */
const DATED = new RegExp(
  `^(?:${LABEL}|date(?: of (?:issue|publication))?|issued(?: on)?|released(?: on)?)\\s*[:|]?\\s*(?<rest>.{6,60})`,
  'iu',
);
/** The same at the end of a line that holds more; there it begins with a capital, or it is a part of a sentence. */
const DATED_AT_END = new RegExp(`(?:^|[\\s|·•])(?<label>${LABEL})\\s*[:|]?\\s*(?<rest>.{6,60})$`, 'iu');
const PLACE = "(?<place>\\p{Lu}[\\p{L} .,'/-]{1,50}?)";
const DAY = '(?:,\\s*(?<day>[^()/]{3,24}?))?';
/** `SEOUL, Oct. 19 (Yonhap) --`, `MOSCOW, October 5. /TASS/.`, `TOKYO, Oct 5, Kyodo -`. */
const DATELINE = [
  new RegExp(`^(?:${PLACE}\\s*)?${DAY}\\s*\\((?<name>[\\p{L}. -]{2,30})\\)\\s*-{1,2}\\s`, 'u'),
  new RegExp(`^${PLACE}\\s*${DAY}\\.?\\s*/(?<name>[\\p{L}. -]{2,30})/\\.?\\s`, 'u'),
  new RegExp(`^${PLACE}\\s*${DAY},\\s*(?<name>\\p{Lu}[\\p{L}]{1,20})\\s-{1,2}\\s`, 'u'),
];
/** `SEOUL --`, `SEOUL, South Korea, Oct. 5 -`: a place in capitals before the first sentence, without an agency. */
const PLACE_ALONE =
  /^\p{Lu}[\p{Lu} .'/-]{2,40}(?:,(?: \p{L}[\p{L}.]*){1,3}){0,2}(?:,? (?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}{2,8})(?:, \d{4})?)?,? ?(?:--?|:) (?=["'\p{Lu}])/u;
const SERIES =
  /^(?<house>\p{Lu}{2,8}) (?:\p{Lu}\p{L}+ )?(?:Focus|Briefs?|Insights?|Comment(?:ary|aries)?|Perspectives?|Reports?|Analysis|Review|Papers?|Bulletin|Notes?|Forum|Memo|Monitor|Outlook|Viewpoint|Update)s?(?<number> (?:No\.? ?\d[\d-]*|\d{1,3}(?:-\d+)?))?[:|]?\s+(?=\p{Lu})/u;

const from = (text: string) => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

const read = (value: string, ground: string): Read<string> => ({ value: value.trim(), from: from(ground) });

/** `• Kyodo`, `(Reuters)`, `AP`: a line that holds an agency's name alone. */
const agencyLine = ({ text }: Part): Credit | undefined => {
  const bare = text.replace(/^[•·*\-–—|/\s(]+|[)|/\s.]+$/g, '');
  const name = bare.length <= 40 ? agency(bare.replace(/^(?:source|by|via|from):?\s+/i, '')) : undefined;
  return name ? { author: read(name, text), kind: { value: 'wire', from: from(text) }, whole: true } : undefined;
};

const copyright = ({ text }: Part): Credit | undefined => {
  const found =
    /^(?:©|\(c\)|copyright\b)(?:\s*(?:©|\(c\)))?\s*(?:\d{4}(?:-\d{4})?)?\s*(?:by )?(?<name>[^.,|]{2,50})/i.exec(text);
  if (!found || text.length > 200) return undefined;
  const name = found.groups?.['name']?.trim() ?? '';
  const wire = agency(name);
  if (wire) return { author: read(wire, text), kind: { value: 'wire', from: from(text) }, whole: true };
  return /^\p{Lu}/u.test(name) ? { publisher: read(name, text), whole: true } : { whole: true };
};

/** `The Example Posthttps://example.org/`: the box that a site puts beside a writer's picture. */
const addressLine = ({ text }: Part): Credit | undefined => {
  const found = /^(?<name>.{0,60}?)\s*https?:\/\/(?:www\.)?(?<host>[a-z\d.-]+\.[a-z]{2,})\/?$/i.exec(text);
  const { name = '', host = '' } = found?.groups ?? {};
  if (!found || text.length > 140) return undefined;
  if (!/^\p{Lu}/u.test(name)) return { publisher: read(host, text), whole: true };
  return { publisher: read(name, text), author: read(name, text), whole: true };
};

/** The day after a label, if nothing but a time, a number of readers or a writer follows it. */
const labelledDay = (rest: string | undefined): string | undefined => {
  const bare = (rest ?? '').replace(/\s*(?:[|·•]|\b(?:hits|views|visits|by)\b|조회).*$/i, '');
  return isDayLine(bare) ? dayIn(bare) : undefined;
};

const datedLine = ({ text }: Part): Credit | undefined => {
  const day = text.length <= 160 ? labelledDay(DATED.exec(text)?.groups?.['rest']) : undefined;
  return day ? { published: read(day, text), whole: true } : undefined;
};

/** `IDSS Focus The Title of It JANE Doe Upload Date 2020-01-31`: the head of a page run together into one line. */
const runTogether = ({ text }: Part): Credit | undefined => {
  const named = SERIES.exec(text);
  const found = text.length <= 320 ? DATED_AT_END.exec(text) : null;
  const dated = found && !/^\p{Ll}/u.test(found.groups?.['label'] ?? '') ? found : null;
  const day = labelledDay(dated?.groups?.['rest']);
  // “IAEA Report Finds …” is a headline; only with its number or its day does a name in capitals name a series
  const series = named?.groups?.['number'] || day ? named : null;
  if (!series && !day) return undefined;
  let title = text.slice(series?.[0].length ?? 0, day ? dated?.index : undefined).trim();
  const writer = /\s(?<name>\p{Lu}{2,}(?:-\p{Lu}+)? \p{Lu}\p{Ll}+(?:-\p{L}+)?|\p{Lu}\p{Ll}+ \p{Lu}{3,})$/u.exec(title);
  if (writer) title = title.slice(0, writer.index);
  const name = writer?.groups?.['name'];
  return {
    whole: wordsIn(title) < 3,
    ...(wordsIn(title) >= 3 ? { title: read(title, text) } : {}),
    ...(series?.groups?.['house'] ? { publisher: read(series.groups['house'], text) } : {}),
    ...(series ? { kind: { value: 'analysis', from: from(text) } } : {}),
    ...(name ? { author: read(name, text) } : {}),
    ...(day ? { published: read(day, text.slice(dated?.index ?? 0).trim()) } : {}),
  };
};

const dayLine = ({ text }: Part): Credit | undefined => {
  const day = isDayLine(text) ? dayIn(text) : undefined;
  if (day) return { published: read(day, text), whole: true };
  if (text.length <= 120 && /^(?:last )?(?:updated|modified)\b/i.test(text)) return { whole: true };
  return undefined;
};

const byline = ({ text }: Part): Credit | undefined => {
  if (text.length > 160) return undefined;
  const name = BYLINE.exec(text)?.[1];
  if (name === undefined || !/^\p{Lu}/u.test(name)) return undefined;
  const wire = agency(name);
  const day = dayIn(text);
  return {
    author: read(wire ?? name, text),
    whole: true,
    ...(wire ? { kind: { value: 'wire', from: from(text) } } : {}),
    ...(day ? { published: read(day, text) } : {}),
  };
};

/** `HEADLINE: …`, `LENGTH: 300 words`: what news archives write before a report. */
const archiveField = ({ text }: Part): Credit | undefined => {
  const found =
    /^(?<name>HEADLINE|BYLINE|SOURCE|PUBLICATION|LOAD-DATE|DATE|SECTION|LENGTH|DATELINE|LANGUAGE|BODY|PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|SUBJECT|GEOGRAPHIC|GRAPHIC):\s*(?<value>.*)$/u.exec(
      text,
    );
  const { name, value = '' } = found?.groups ?? {};
  if (!found) return undefined;
  if (value !== '' && name === 'HEADLINE') return { title: read(value, text), whole: false };
  const day = name === 'DATE' && isDayLine(value) ? dayIn(value) : undefined;
  return {
    whole: true,
    ...(value !== '' && name === 'BYLINE' ? { author: read(value.replace(/^by\s+/i, ''), text) } : {}),
    ...(value !== '' && (name === 'SOURCE' || name === 'PUBLICATION') ? { publisher: read(value, text) } : {}),
    ...(day ? { published: read(day, text) } : {}),
  };
};

const wikipedia = ({ text }: Part): Credit | undefined =>
  /^from wikipedia, the free encyclopa?edia/i.test(text) && text.length < 80
    ? { publisher: read('Wikipedia', text), kind: { value: 'encyclopedia', from: from(text) }, whole: true }
    : undefined;

const desk = ({ text }: Part): Credit | undefined =>
  text.length <= 200 && /^\(?(?:additional )?(?:reporting|editing|writing) by \p{Lu}/iu.test(text)
    ? { whole: true }
    : undefined;

/** What a short line at the head or the foot of a page says about the document. */
export const creditIn = (part: Part): Credit | undefined => {
  if (part.text.length > 320) return undefined;
  return (
    archiveField(part) ??
    agencyLine(part) ??
    dayLine(part) ??
    byline(part) ??
    copyright(part) ??
    addressLine(part) ??
    wikipedia(part) ??
    desk(part) ??
    datedLine(part) ??
    runTogether(part)
  );
};

const datelineAt = ({ text }: Part): RegExpExecArray | undefined =>
  DATELINE.map((way) => way.exec(text.slice(0, 120))).find(
    (found) => found !== null && /^\p{Lu}/u.test(found.groups?.['name'] ?? ''),
  ) ?? undefined;

/** Whether words begin with the place from which they were reported, as those of a report do. */
export const startsWithPlace = (part: Part): boolean =>
  datelineAt(part) !== undefined || PLACE_ALONE.test(part.text.slice(0, 120));

/** The words without the place, day and agency before them. */
export const withoutPlace = (part: Part): string =>
  part.text.slice(datelineAt(part)?.[0].length ?? PLACE_ALONE.exec(part.text.slice(0, 120))?.[0].length ?? 0);

/** What the first words of a report say: `SEOUL, Oct. 19 (Yonhap) --`. A day without its year is none. */
export const datelineIn = (part: Part): Credit | undefined => {
  const found = datelineAt(part);
  const { name, day } = found?.groups ?? {};
  if (!found || name === undefined) return undefined;
  const wire = agency(name) ?? (name.split(' ').length <= 3 ? name : undefined);
  const full = day === undefined ? undefined : dayIn(day);
  return {
    whole: false,
    ...(wire ? { author: read(wire, found[0].trim()), kind: { value: 'wire', from: from(found[0].trim()) } } : {}),
    ...(full ? { published: read(full, found[0].trim()) } : {}),
  };
};

/** `… on Monday. (AFP)`: the agency after the last words of a report. */
export const endingIn = ({ text }: Part): Credit | undefined => {
  const tail = text.slice(-40);
  const name = agency(
    /[.!?"']\s*(?:\(([\p{L}. -]{2,30})\)|-{1,2}\s?([\p{L}. -]{2,30}))$/u.exec(tail)?.slice(1).find(Boolean) ?? '',
  );
  return name
    ? { author: read(name, tail.slice(-name.length - 4)), kind: { value: 'wire', from: from(tail) }, whole: false }
    : undefined;
};

/** `Jane Doe is a correspondent …`, `The Post is the in-house agency …`: who wrote it, said after their name. */
export const isBiography = ({ text }: Part, names: readonly string[]): boolean =>
  text.length <= 600 &&
  names.some(
    (name) =>
      name.length >= 4 &&
      text.startsWith(name) &&
      /^\s(?:is|was|writes|works|covers|reports)\b/.test(text.slice(name.length)),
  );
