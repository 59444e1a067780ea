import type { Boilerplate } from '@entente/core/document/document';
import type { Problem, Span } from '@entente/core/vocabulary';
import { parseHTML } from 'linkedom';
import type { Hints } from './describe.ts';
import { isProse, partsOf } from './lines.ts';
import { mainText } from './main-text.ts';
import type { Facts } from './markdown.ts';
import { factsOf } from './page-facts.ts';
import { type Drawn, drawText } from './page-text.ts';

/** The words of a page, frozen, with what its marks said about them. */
export interface Page {
  readonly text: string;
  readonly hints: Hints;
  readonly facts: Facts;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** Pages with more marks than this are no reports. */
const MOST_MARKS = 400_000;

const EMPTY = { text: '', hints: { headings: [], boilerplate: [], titled: false }, facts: {}, notes: [] };

/** The parser finds `body` only inside `html`; saved fragments have neither. */
const whole = (html: string): string => {
  const head = html.slice(0, 100_000);
  if (/<html[\s>]/i.test(head)) return html;
  return /<body[\s>]/i.test(head) ? `<html>${html}</html>` : `<html><body>${html}</body></html>`;
};

const marksIn = (html: string): number => {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0 && count <= MOST_MARKS; at = html.indexOf('<', at + 1)) count++;
  return count;
};

const covered = (span: Span, links: readonly Span[], from: number): number => {
  let sum = 0;
  for (let i = from; i < links.length; i++) {
    const link = links[i];
    if (!link || link.start >= span.end) break;
    sum += Math.max(0, Math.min(link.end, span.end) - Math.max(link.start, span.start));
  }
  return sum;
};

/** Three or more short stretches in a row that are nothing but links: a menu, whatever its marks. */
const linkRuns = (text: string, links: readonly Span[]): Boilerplate[] => {
  const out: Boilerplate[] = [];
  let run: Span[] = [];
  let from = 0;
  const close = () => {
    if (run.length >= 3) out.push(...run.map(({ start, end }): Boilerplate => ({ kind: 'navigation', start, end })));
    run = [];
  };
  for (const part of partsOf(text)) {
    while (from < links.length && (links[from]?.end ?? 0) <= part.start) from++;
    const isLink = part.end - part.start <= 160 && covered(part, links, from) * 5 >= (part.end - part.start) * 4;
    if (isLink) run.push(part);
    else close();
  }
  close();
  return out;
};

/** Short stretches before and after what Readability takes for the article. */
const aroundMain = (text: string, main: string | undefined): Boilerplate[] => {
  if (main === undefined) return [];
  const parts = partsOf(text);
  const squeezed = main.replace(/\s+/g, ' ');
  const inside = parts.map((part) => squeezed.includes(part.text.slice(0, 80).replace(/\s+/g, ' ').trim()));
  const [first, last] = [inside.indexOf(true), inside.lastIndexOf(true)];
  if (first < 0) return [];
  return parts
    .filter((part, index) => !inside[index] && (index < first || index > last) && !isProse(part))
    .map(({ start, end }) => ({ kind: 'navigation', start, end }));
};

const hiddenNote = ({ hidden }: Drawn, file: string): Problem[] => {
  const [first] = hidden;
  if (first === undefined) return [];
  const letters = hidden.reduce((sum, words) => sum + words.length, 0);
  const says = `${hidden.length} ${hidden.length === 1 ? 'stretch' : 'stretches'} (${letters} characters) that a reader of the page cannot see ${hidden.length === 1 ? 'was' : 'were'} left out: “${first.slice(0, 60)}${first.length > 60 ? '…' : ''}”.`;
  return [{ code: 'intake/hidden-text', at: [file], says }];
};

/** A page as its words: marks, scripts and hidden text are dropped, and what they said about title, outlet and date is read first. */
export const pageOf = (html: string, file: string): Page => {
  const fault = (says: string): Page => ({ ...EMPTY, problems: [{ code: 'intake/html', at: [file], says }] });
  if (marksIn(html) > MOST_MARKS)
    return fault(`The page has more than ${MOST_MARKS} marks. Save only the report, or save it as .txt.`);
  try {
    const { document } = parseHTML(whole(html));
    const facts = factsOf(document);
    const drawn = drawText(document);
    const main = drawn.elements <= 20_000 && drawn.depth <= 200 ? mainText(document) : undefined;
    const boilerplate = [
      ...drawn.boilerplate,
      ...linkRuns(drawn.text, drawn.links),
      ...aroundMain(drawn.text, main),
    ].toSorted((a, b) => a.start - b.start || b.end - a.end);
    const hints = { headings: drawn.headings, boilerplate, titled: facts.title !== undefined };
    return { text: drawn.text, hints, facts, problems: [], notes: hiddenNote(drawn, file) };
  } catch (error) {
    return fault(
      `The page cannot be read (${error instanceof Error ? error.message.slice(0, 80) : 'unknown fault'}). Save it again, or as .txt.`,
    );
  }
};
