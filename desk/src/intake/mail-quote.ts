import type { Boilerplate } from '@entente/core/document/document';
import type { Span } from '@entente/core/vocabulary';
import { dayIn } from './day.ts';
import { wordsIn } from './lines.ts';

/** A message that was sent on in another, with what its head says. */
export interface Forwarded {
  /** Where its words begin. */
  readonly start: number;
  readonly subject?: string;
  readonly sender?: string;
  readonly day?: string;
}

/** What a message holds besides the words of its sender. */
export interface Quoted {
  readonly boilerplate: readonly Boilerplate[];
  readonly forwarded?: Forwarded;
}

/** `On Sat, 6 Nov 2021 at 10:00, Jo wrote:`, in the languages that mail programs speak; it may be broken over two lines. */
const WROTE =
  /^[ \t]*(?:On\b.{4,200}?\bwrote|Am\b.{4,200}?\bschrieb\b.{0,80}|Le\b.{4,200}?\ba écrit|El\b.{4,200}?\bescribió|Il\b.{4,200}?\bha scritto|Em\b.{4,200}?\bescreveu|Op\b.{4,200}?\bschreef\b.{0,80}|.{4,160}?\b(?:пишет|писал)|.{4,160}さんは書きました|.{4,160}写道)\s?[:：][ \t]*$/msu;
const ORIGINAL =
  /^[ \t]*-{3,}\s*(?:Original(?:nachricht| Message)|Ursprüngliche Nachricht|Message d'origine|Mensaje original)\s*-{3,}[ \t]*$/im;
const FORWARD =
  /^[ \t]*(?:-{3,}\s*(?:Forwarded [Mm]essage|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado)\s*-{3,}|Begin forwarded message:)[ \t]*$/m;
const FIELD =
  /^[ \t>]*\*?(?:From|Von|De|Da|Sent|Gesendet|Envoyé|Date|Datum|To|An|À|Para|Cc|Subject|Betreff|Objet|Asunto|Reply-To)\*?\s?:\*?/i;

const lineAt = (text: string, at: number): string =>
  text.slice(at, text.indexOf('\n', at) < 0 ? undefined : text.indexOf('\n', at));

/** Lines of a head such as `From: …` from a place on, blank ones among them left aside. */
const headFrom = (
  text: string,
  from: number,
): { readonly end: number; readonly fields: ReadonlyMap<string, string> } => {
  const fields = new Map<string, string>();
  let [at, end] = [from, from];
  while (at < text.length) {
    const line = lineAt(text, at);
    const next = at + line.length + 1;
    if (FIELD.test(line)) {
      const [name = '', ...value] = line.replace(/[*>]/g, '').split(':');
      fields.set(name.trim().toLowerCase(), value.join(':').trim());
      end = Math.min(next, text.length);
    } else if (line.trim() !== '' || fields.size >= 3) break;
    at = next;
    if (fields.size > 12) break;
  }
  return { end, fields };
};

/** Where a head of another message stands that no line announces: `From:`, and `Sent:` and `Subject:` below it. */
const bareHead = (text: string): number => {
  for (const found of text.matchAll(/^[ \t]*\*?(?:From|Von|De)\*?\s?:/gim)) {
    const { fields } = headFrom(text, found.index);
    if (found.index > 0 && fields.size >= 3) return found.index;
  }
  return -1;
};

const lines = function* (text: string): Generator<Span & { readonly words: string }> {
  for (const found of text.matchAll(/[^\n]+/g))
    yield { start: found.index, end: found.index + found[0].length, words: found[0] };
};

/** Lines that begin with `>`, and the line above them that says whose they are. */
const marked = (text: string, from: number): Boilerplate[] => {
  const out: Boilerplate[] = [];
  for (const { start, end, words } of lines(text)) {
    if (start < from || !/^[ \t]*>/.test(words)) continue;
    const last = out.at(-1);
    if (last && /^\s*$/.test(text.slice(last.end, start))) out[out.length - 1] = { ...last, end };
    else out.push({ kind: 'quoted', start, end });
  }
  return out;
};

const own = (text: string): number => wordsIn(text.replace(/^[ \t]*>.*$/gm, ''));

/** So few words before a forwarded message only hand it on. */
const HANDING_ON = 40;

/**
 * What of a message is not its sender's: letters that it answers, and one that it forwards. Where there is little before it, what is forwarded
 * is what the message is there for.
 */
export const quotedIn = (text: string, subject = ''): Quoted => {
  const forward = FORWARD.exec(text);
  const original = [ORIGINAL.exec(text)?.index, bareHead(text)].filter((at) => at !== undefined && at >= 0);
  const head = Math.min(...original.map(Number), Number.POSITIVE_INFINITY);
  const sentOn =
    forward?.index ??
    (/^\s*(?:fwd?|wg|tr|rv|i)\s*:/i.test(subject) && head < Number.POSITIVE_INFINITY ? head : undefined);
  if (sentOn !== undefined && own(text.slice(0, sentOn)) <= HANDING_ON) {
    const announced = sentOn + (forward?.[0].length ?? ORIGINAL.exec(text.slice(sentOn))?.[0].length ?? 0);
    const { end, fields } = headFrom(text, announced);
    const value = (...names: readonly string[]) => names.map((name) => fields.get(name)).find((one) => one);
    const [title, sender, day] = [
      value('subject', 'betreff', 'objet', 'asunto'),
      value('from', 'von', 'de', 'da')
        ?.replace(/\s*[<[].*$/, '')
        .replace(/^["']|["']$/g, ''),
      dayIn(value('date', 'sent', 'datum', 'gesendet', 'envoyé') ?? ''),
    ];
    const boilerplate: Boilerplate[] = text.slice(0, end).trim() === '' ? [] : [{ kind: 'credit', start: 0, end }];
    return {
      boilerplate: [...boilerplate, ...marked(text, end)],
      forwarded: {
        start: end,
        ...(title ? { subject: title } : {}),
        ...(sender ? { sender } : {}),
        ...(day ? { day } : {}),
      },
    };
  }
  const said = WROTE.exec(text);
  const wrote = said && /[\d@<]/.test(said[0]) ? said : null;
  const below = wrote ? text.slice(wrote.index + wrote[0].length) : '';
  const stops = [head, sentOn ?? Number.POSITIVE_INFINITY];
  if (wrote && !/^\s*>/.test(below)) stops.push(wrote.index); // letters without marks go on to the end
  const stop = Math.min(...stops);
  const before = stop < text.length ? text.slice(0, stop) : text;
  const boilerplate = marked(before, 0);
  const signature = /^-- ?$/m.exec(before);
  if (signature && before.slice(signature.index).trim().split('\n').length <= 15)
    boilerplate.push({ kind: 'credit', start: signature.index, end: before.trimEnd().length });
  if (wrote && wrote.index < stop && boilerplate.length > 0)
    boilerplate.push({ kind: 'quoted', start: wrote.index, end: wrote.index + wrote[0].trimEnd().length });
  if (stop < text.length) boilerplate.push({ kind: 'quoted', start: stop, end: text.trimEnd().length });
  const sorted = boilerplate.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
  return { boilerplate: sorted.filter(({ start }, index) => start >= (sorted[index - 1]?.end ?? 0)) };
};
