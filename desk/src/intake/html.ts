import type { Boilerplate } from '@entente/core/document/document';
import { alike } from '@entente/core/document/quote';
import type { Problem, Span } from '@entente/core/vocabulary';
import { parseHTML } from 'linkedom';
import { phraseKind, without } from './boilerplate.ts';
import type { Frozen } from './frozen.ts';
import { isProse, type Part } from './lines.ts';
import { mainText } from './main-text.ts';
import { addressOf, factsOf } from './page-facts.ts';
import { type Drawn, drawText } from './page-text.ts';
import { partsOf } from './parts.ts';
import { stubIn } from './stub.ts';

/** Pages with more marks than this are no reports. */
const MOST_MARKS = 150_000;
const DEEPEST = 12_000;
const MOST_ATTRIBUTES = 5_000;

const EMPTY = { text: '', hints: { headings: [], boilerplate: [], own: [] }, facts: {}, notes: [] };

/** The parser finds `body` only inside `html`; saved fragments have neither. */
const whole = (page: string): string => {
  const html = page.replace(
    /^\s{0,1000}(?:<\?xml[^>]{0,500}>\s{0,1000})?<!doctype[^>[]{0,500}(?:\[[\s\S]{0,20000}?\]\s{0,100})?>/i,
    '',
  );
  const head = html.slice(0, 100_000);
  if (/<html[\s>]/i.test(head)) return html;
  return /<body[\s>]/i.test(head) ? `<html>${html}</html>` : `<html><body>${html}</body></html>`;
};

/** Marks that are seldom closed, or never; they do not nest. */
const UNNESTED = /^(?:p|li|t[dhr]|d[dt]|option|br|img|hr|input|meta|link|source|wbr|col|area|base|embed|track|param)$/i;

/** How many words stand in a mark that is unusually long, quoted ones left out: the parser takes time by the square of its attributes. */
const attributesIn = (html: string, from: number): number => {
  const near = html.slice(from, from + 4_000);
  if (near.includes('>')) return 0;
  const long = html.slice(from, from + 400_000).replace(/"[^"]{0,300000}"|'[^']{0,300000}'/g, '""');
  const end = long.indexOf('>');
  return (end < 0 ? long : long.slice(0, end)).match(/\s+[^\s=]/g)?.length ?? 0;
};

interface Measure {
  readonly marks: number;
  readonly depth: number;
  readonly attributes: number;
}

/** How many marks a page has, how deep they nest at most, and how many attributes one has; the parser takes time by the square of these. */
const measure = (html: string): Measure => {
  let [marks, depth, deepest, attributes] = [0, 0, 0, 0];
  for (const mark of html.matchAll(/<(\/?)([a-z][a-z\d]{0,20})/gi)) {
    attributes = Math.max(attributes, attributesIn(html, mark.index));
    if (++marks > MOST_MARKS || deepest > DEEPEST || attributes > MOST_ATTRIBUTES) break;
    if (UNNESTED.test(mark[2] ?? '')) continue;
    depth = Math.max(0, depth + (mark[1] ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return { marks, depth: deepest, attributes };
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
const linkRuns = (parts: readonly Part[], links: readonly Span[]): Boilerplate[] => {
  const out: Boilerplate[] = [];
  let run: Span[] = [];
  let from = 0;
  const close = () => {
    if (run.length >= 3) out.push(...run.map(({ start, end }): Boilerplate => ({ kind: 'navigation', start, end })));
    run = [];
  };
  for (const part of parts) {
    while (from < links.length && (links[from]?.end ?? 0) <= part.start) from++;
    const isLink = part.end - part.start <= 160 && covered(part, links, from) * 5 >= (part.end - part.start) * 4;
    if (isLink) run.push(part);
    else close();
  }
  close();
  return out;
};

/** Short stretches before and after what Readability takes for the article; those that are known already are left aside. */
const aroundMain = (
  parts: readonly Part[],
  { headings, own }: Drawn,
  known: readonly Boilerplate[],
  main: string | undefined,
): Boilerplate[] => {
  if (main === undefined) return [];
  const bare = (words: string) => alike(words).replace(/\s+/g, '');
  const squeezed = bare(main);
  const belongs = new Set([...headings, ...own].map(({ start }) => start));
  const marked = new Set<number>();
  let from = 0;
  for (const part of parts) {
    while (from < known.length && (known[from]?.end ?? 0) <= part.start) from++;
    const span = known[from];
    if (span && span.start <= part.start && part.end <= span.end) marked.add(part.start);
  }
  const open = parts.filter(({ start }) => !marked.has(start));
  const inside = open.map((part) => belongs.has(part.start) || squeezed.includes(bare(part.text.slice(0, 80))));
  const [first, last] = [inside.indexOf(true), inside.lastIndexOf(true)];
  if (first < 0) return [];
  return open
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

/**
 * A page as its words: marks, scripts and hidden text are dropped, and what they said about title, outlet and date is read first.
 *
 * @param saved whether it was a page of a site, which may hold something else than the report that was wanted
 */
export const pageOf = (html: string, file: string, saved = true): Frozen => {
  const fault = (says: string): Frozen => ({ ...EMPTY, problems: [{ code: 'intake/html', at: [file], says }] });
  const { marks, depth, attributes } = measure(html);
  if (marks > MOST_MARKS)
    return fault(`The page has more than ${MOST_MARKS} marks. Save only the report, or save it as .txt.`);
  if (attributes > MOST_ATTRIBUTES)
    return fault(
      `A mark of the page has more than ${MOST_ATTRIBUTES} attributes. Save only the report, or save it as .txt.`,
    );
  if (depth > DEEPEST)
    return fault(`The page is nested deeper than ${DEEPEST} levels. Save only the report, or save it as .txt.`);
  try {
    const { document } = parseHTML(whole(html));
    const facts = factsOf(document);
    const address = addressOf(document, html);
    const drawn = drawText(document);
    const small = drawn.elements <= 20_000 && drawn.depth <= 200 && drawn.text.length <= 1_000_000;
    const main = small ? mainText(document, drawn.beside) : undefined;
    const parts = partsOf(drawn.text);
    const inOrder = (a: Span, b: Span) => a.start - b.start || b.end - a.end;
    const known = [...drawn.boilerplate, ...linkRuns(parts, drawn.links)].toSorted(inOrder);
    const boilerplate = [...known, ...aroundMain(parts, drawn, known, main)].toSorted(inOrder);
    const { headings, own, text } = drawn;
    const first = headings[0];
    const stub = !saved
      ? {}
      : stubIn(
          {
            html,
            heads: [document.title ?? '', first ? text.slice(first.start, first.end) : ''],
            own: without(
              text,
              [...boilerplate, ...parts.filter((part) => phraseKind(part) !== undefined)].toSorted(inOrder),
            ),
            text,
          },
          file,
        );
    if (stub.problem) return { ...EMPTY, problems: [stub.problem] };
    const hints = { headings, own, boilerplate, ...(facts.title ? { title: facts.title.value } : {}) };
    return {
      text,
      hints,
      facts,
      problems: [],
      notes: [...(stub.note ? [stub.note] : []), ...hiddenNote(drawn, file), ...drawn.invisible.notes(file)],
      ...(address ? { address } : {}),
    };
  } catch (error) {
    return fault(
      `The page cannot be read (${error instanceof Error ? error.message.slice(0, 80) : 'unknown fault'}). Save it again, or as .txt.`,
    );
  }
};
