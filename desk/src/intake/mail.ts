import PostalMime, { type Address, type Email } from 'postal-mime';
import { dayIn } from './day.ts';
import { NO_HINTS } from './describe.ts';
import { type Frozen, fault, type Place, reason } from './frozen.ts';
import { pageOf } from './html.ts';
import { Invisible } from './invisible.ts';
import { wordsIn } from './lines.ts';
import { quotedIn } from './mail-quote.ts';
import type { Facts } from './markdown.ts';

/** A file that came with a message. */
export interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Message extends Frozen {
  readonly attached: readonly Attached[];
}

const MOST_ATTACHED = 50;
const MOST_MESSAGES = 1_000;

const senderOf = (from: Address | undefined): string | undefined => {
  if (!from) return undefined;
  return (from.name.trim() || from.address?.trim())?.slice(0, 200) || undefined;
};

const header = (mail: Email, name: string): string | undefined => mail.headers.find(({ key }) => key === name)?.value;

/** A page that a browser saved as one file: the day in its head is the day of saving, its sender the browser. */
const isSavedPage = (mail: Email): boolean =>
  /\bsaved by (?:blink|webkit|mozilla|windows)/i.test(header(mail, 'from') ?? '') ||
  header(mail, 'snapshot-content-location') !== undefined;

const factsOf = (mail: Email): Facts => {
  const [subject, sender, day] = [
    mail.subject?.replace(/\s+/g, ' ').trim().slice(0, 300),
    senderOf(mail.from),
    dayIn(header(mail, 'date') ?? ''),
  ];
  return {
    ...(subject ? { title: { value: subject, from: 'subject of the message' } } : {}),
    ...(sender ? { author: { value: sender, from: 'sender of the message' } } : {}),
    ...(day ? { published: { value: day, from: 'date of the message' } } : {}),
  };
};

const SUFFIX: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'text/html': '.html',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'message/rfc822': '.eml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};

const attachedTo = (mail: Email): readonly Attached[] =>
  mail.attachments
    .filter(({ related }) => related !== true)
    .slice(0, MOST_ATTACHED)
    .map(({ filename, mimeType, content }, index) => ({
      name:
        (filename ?? '').replace(/^.*[/\\]/s, '').slice(0, 200) || `attachment ${index + 1}${SUFFIX[mimeType] ?? ''}`,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    }));

/** The words of a message with what is not its sender's set aside, and with the head of what it only hands on. */
const withQuotes = (frozen: Frozen, facts: Facts, mail: Email, place: Place): Frozen => {
  const { boilerplate, forwarded } = quotedIn(frozen.text, mail.subject ?? '');
  const sender = facts.author?.value ?? 'its sender';
  const read = (value: string | undefined, what: string) =>
    value ? { value: value.slice(0, 300), from: `${what} of the forwarded message` } : undefined;
  const [title, author, published] = forwarded
    ? [read(forwarded.subject, 'subject'), read(forwarded.sender, 'sender'), read(forwarded.day, 'date')]
    : [facts.title, facts.author, facts.published];
  const count = boilerplate
    .filter(({ kind }) => kind === 'quoted')
    .reduce((sum, { start, end }) => sum + wordsIn(frozen.text.slice(start, end)), 0);
  const quoted = `${count} words of other letters stand in it and are set aside: they are not those of ${sender}. Add those letters themselves if they matter.`;
  const handed = `It was forwarded by ${sender}${facts.published ? ` on ${facts.published.value}` : ''}; title, writer and day are those of what was forwarded.`;
  const { title: _, ...hints } = frozen.hints;
  const known = title ?? (forwarded ? facts.title : undefined);
  return {
    ...frozen,
    hints: {
      ...hints,
      boilerplate: [...hints.boilerplate, ...boilerplate].toSorted((a, b) => a.start - b.start || b.end - a.end),
      ...(known ? { title: known.value } : {}),
    },
    facts: {
      ...frozen.facts,
      ...(known ? { title: known } : {}),
      ...(author ? { author } : {}),
      ...(published ? { published } : {}),
    },
    notes: [
      ...frozen.notes,
      ...(forwarded ? [fault('forwarded', place, handed)] : []),
      ...(count > 0 ? [fault('quoted', place, quoted)] : []),
    ],
  };
};

/** The words of a message with its subject, sender and day, and the files that came with it. */
export const messageOf = async (bytes: Uint8Array, place: Place): Promise<Message> => {
  const nothing = { text: '', hints: NO_HINTS, facts: {}, notes: [], attached: [] };
  try {
    const mail = await PostalMime.parse(bytes, {
      maxNestingDepth: 20,
      maxHeadersSize: 512 * 1024,
      maxRfc822NestingDepth: 3,
      forceRfc822Attachments: true,
    });
    if (!mail.headers.some(({ key }) => /^(?:from|subject|date|content-type|mime-version)$/.test(key)))
      return {
        ...nothing,
        problems: [fault('mail', place, 'It has no head of a message. Save the message again, or as .txt.')],
      };
    const attached = attachedTo(mail);
    const more = mail.attachments.length - MOST_ATTACHED;
    const notes =
      more > 0
        ? [
            fault(
              'attachments',
              place,
              `It has ${more} more attachments than are read (${MOST_ATTACHED}). Save those that matter and add them.`,
            ),
          ]
        : [];
    const invisible = new Invisible();
    const [text, html] = [invisible.without(mail.text?.trim() ?? ''), mail.html?.trim() ?? ''];
    if (html !== '' && (isSavedPage(mail) || text.length < 40)) {
      const page = pageOf(html, place, isSavedPage(mail));
      if (isSavedPage(mail)) {
        const address = page.address ?? header(mail, 'snapshot-content-location');
        return { ...page, attached: [], ...(address ? { address } : {}) };
      }
      const frozen = withQuotes(page, factsOf(mail), mail, place);
      return { ...frozen, notes: [...notes, ...frozen.notes], attached };
    }
    const words = { text: text === '' ? '' : `${text}\n`, hints: NO_HINTS, facts: {}, problems: [], notes: [] };
    const frozen = withQuotes(words, factsOf(mail), mail, place);
    return { ...frozen, notes: [...notes, ...frozen.notes, ...invisible.notes(place)], attached };
  } catch (error) {
    const says = `The message cannot be read (${reason(error)}). Save it again, or as .txt.`;
    return { ...nothing, problems: [fault('mail', place, says)] };
  }
};

/** The messages of a mailbox (mbox), each as a file of its own. */
export const messagesIn = (bytes: Uint8Array): { readonly messages: readonly Uint8Array[]; readonly more: boolean } => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts: number[] = [];
  for (let at = 0; at >= 0 && starts.length <= MOST_MESSAGES; ) {
    if (text.subarray(at, at + 5).toString('latin1') === 'From ') starts.push(at);
    const next = text.indexOf('\nFrom ', at);
    at = next < 0 ? -1 : next + 1;
  }
  const messages = starts.slice(0, MOST_MESSAGES).map((start, index) => {
    const whole = bytes.subarray(start, starts[index + 1] ?? bytes.length);
    const line = whole.indexOf(10);
    return whole.subarray(line < 0 ? whole.length : line + 1);
  });
  return { messages, more: starts.length > MOST_MESSAGES };
};
