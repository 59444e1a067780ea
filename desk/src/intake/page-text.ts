/// <reference lib="dom" />
import type { Boilerplate, BoilerplateKind } from '@entente/core/document/document';
import type { Span } from '@entente/core/vocabulary';
import { hiddenOn } from './hidden.ts';
import { Invisible } from './invisible.ts';

/** The words of a page in reading order, and what its marks say about stretches of them. */
export interface Drawn {
  readonly text: string;
  readonly headings: readonly Span[];
  readonly links: readonly Span[];
  readonly boilerplate: readonly Boilerplate[];
  /** Rows of tables and entries of lists inside the article. */
  readonly own: readonly Span[];
  /** Words that a reader cannot see. */
  readonly hidden: readonly string[];
  readonly invisible: Invisible;
  /** Elements that hold no words of the report for sure: scripts, what is hidden, menus. */
  readonly beside: readonly globalThis.Element[];
  readonly elements: number;
  readonly depth: number;
}

const words = (text: string) => new Set(text.split(' '));

/** Elements that hold no words of the page. */
const SILENT = words(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT EMBED HEAD TITLE META LINK CANVAS AUDIO VIDEO PICTURE MAP DATALIST INPUT PROGRESS METER',
);
const BLOCK = words(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LABEL LEGEND LI MAIN MENU NAV OL OPTION P PRE SECTION SELECT SUMMARY TABLE TBODY TEXTAREA TFOOT THEAD TIME-BLOCK TR UL',
);
const CELL = words('TD TH');
const ENTRY = words('TR LI DD FIGCAPTION');

const BY_TAG = new Map<string, BoilerplateKind>([
  ...(['NAV', 'FOOTER', 'ASIDE', 'MENU', 'HEADER'] as const).map((tag) => [tag, 'navigation'] as const),
  ...(['FORM', 'BUTTON', 'SELECT', 'TEXTAREA', 'LABEL', 'FIELDSET'] as const).map((tag) => [tag, 'form'] as const),
]);

const BY_CLASS: readonly (readonly [RegExp, BoilerplateKind])[] = [
  [/\b(?:mw-editsection|reference-mark|footnote-ref|noteref)\b/, 'footnote-mark'],
  [/\b(?:reflist|references|mw-references-wrap|footnotes|bibliography|citations)\b/, 'references'],
  [/\b(?:share|sharing|social|sns|addthis|sharedaddy)\b/, 'share'],
  [/\b(?:newsletter|subscribe|subscription|paywall|signup|sign-up|donate|membership)\b/, 'subscription'],
  [/\b(?:comments?|respond|disqus|comment-form|reply)\b/, 'form'],
  [
    /\b(?:nav|navbar|navigation|menu|breadcrumbs?|related|recommended|recirc|sidebar|promo|advert|advertisement|ads?|cookie|cookies|gdpr|consent|trending|most-read|popular|pagination|pager|skip-link|toc|navbox|metadata-box|site-header|site-footer|masthead|topbar|toolbar|tag-list|tags)\b/,
    'navigation',
  ],
];

const isElement = (node: globalThis.Node): node is globalThis.Element => node.nodeType === 1;

/** The only paragraph of a cell parts nothing: Word writes one in each. */
const isCellsOnly = (element: globalThis.Element, tag: string): boolean =>
  tag === 'P' && /^t[dh]$/i.test(element.parentNode?.nodeName ?? '') && element.parentElement?.childElementCount === 1;

interface Open {
  readonly element: globalThis.Node;
  readonly block: boolean;
  readonly heading: boolean;
  readonly link: boolean;
  readonly entry: boolean;
  readonly kind: BoilerplateKind | undefined;
  /** True when the kind is from a tag that holds nothing else, so that its share of the page does not matter. */
  readonly sure: boolean;
  readonly from: number;
}

const kindOf = (element: globalThis.Element, inArticle: boolean): readonly [BoilerplateKind | undefined, boolean] => {
  const tag = element.tagName.toUpperCase();
  if (tag === 'BODY' || tag === 'MAIN' || tag === 'ARTICLE' || tag === 'HTML') return [undefined, false];
  if (tag === 'HEADER' && inArticle) return [undefined, false];
  const byTag = BY_TAG.get(tag);
  if (byTag) return [byTag, tag === 'NAV' || tag === 'FOOTER' || tag === 'ASIDE'];
  const role = element.getAttribute('role');
  if (role === 'navigation' || role === 'search' || role === 'contentinfo') return ['navigation', true];
  const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.toLowerCase().slice(0, 400);
  if (
    tag === 'SUP' &&
    (/\breference\b/.test(name) || (element.querySelector('a') && /^\s*\d{1,3}\s*$/.test(element.textContent ?? '')))
  )
    return ['footnote-mark', true];
  return name.trim() === '' ? [undefined, false] : [BY_CLASS.find(([pattern]) => pattern.test(name))?.[1], false];
};

/** The words of a page, walked without recursion, so that no depth of nesting can exhaust the stack. */
export const drawText = (document: globalThis.Document): Drawn => {
  const isHidden = hiddenOn(document);
  const invisible = new Invisible();
  const headings: Span[] = [];
  const links: Span[] = [];
  const own: Span[] = [];
  const spans: (Boilerplate & { sure: boolean })[] = [];
  const hidden: string[] = [];
  const beside: globalThis.Element[] = [];
  const chunks: string[] = [];
  let [length, gap, elements, depth, articles, marked] = [0, '', 0, 0, 0, 0];
  const stack: Open[] = [];
  const write = (text: string) => {
    chunks.push(text);
    length += text.length;
  };
  const space = (wanted: ' ' | '\n' | '\n\n') => {
    if (wanted.length > gap.length || (wanted === '\n' && gap === ' ')) gap = wanted;
  };
  const say = (raw: string) => {
    const text = invisible.without(raw).replace(/\s+/g, (run) => (/^\u00A0+$/.test(run) ? run : ' '));
    if (text === '') return;
    const bare = text.replace(/^ | $/g, '');
    if (text.startsWith(' ')) space(' ');
    if (bare === '') return;
    if (gap !== '' && length > 0) write(gap);
    gap = '';
    write(bare);
    if (text.endsWith(' ')) space(' ');
  };
  const next = () => length + (length > 0 ? gap.length : 0);
  const close = () => {
    const open = stack.pop();
    if (!open) return;
    if (open.block) space('\n\n');
    if (open.kind) marked--;
    if (/^(?:ARTICLE|MAIN)$/i.test(open.element.nodeName)) articles--;
    if (length <= open.from) return;
    const span = { start: open.from, end: length };
    if (open.heading) headings.push(span);
    if (open.link) links.push(span);
    if (open.entry && marked === 0) own.push(span);
    if (open.kind && marked === 0) spans.push({ ...span, kind: open.kind, sure: open.sure });
  };
  const enter = (element: globalThis.Element): boolean => {
    const tag = element.tagName.toUpperCase();
    if (SILENT.has(tag)) {
      if (tag !== 'HEAD') beside.push(element);
      return false;
    }
    if (tag === 'BR') space('\n');
    if (isHidden(element)) {
      beside.push(element);
      const unseen = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (unseen !== '') hidden.push(unseen);
      return false;
    }
    const block = BLOCK.has(tag) && !isCellsOnly(element, tag);
    if (block) space('\n\n');
    if (CELL.has(tag)) space(' ');
    if (tag === 'ARTICLE' || tag === 'MAIN') articles++;
    const [kind, sure] = kindOf(element, articles > 0);
    if (kind && sure && marked === 0) beside.push(element);
    if (kind) marked++;
    const entry = articles > 0 && ENTRY.has(tag);
    stack.push({ element, block, heading: /^H[1-6]$/.test(tag), link: tag === 'A', entry, kind, sure, from: next() });
    depth = Math.max(depth, stack.length);
    return true;
  };
  let node: globalThis.Node | null = document.documentElement;
  while (node) {
    let descend = false;
    if (isElement(node)) {
      elements++;
      descend = enter(node);
    } else if (node.nodeType === 3) say(node.nodeValue ?? '');
    const child: globalThis.Node | null = descend ? node.firstChild : null;
    if (descend && !child) close();
    let at: globalThis.Node | null = child;
    let from: globalThis.Node = node;
    while (!at) {
      at = from.nextSibling;
      if (at) break;
      const parent: globalThis.Node | undefined = stack.at(-1)?.element;
      if (!parent) break;
      close();
      from = parent;
    }
    node = at;
  }
  const most = length * 0.4;
  const boilerplate = spans
    .filter(({ start, end, sure }) => sure || end - start <= most)
    .map(({ kind, start, end }): Boilerplate => ({ kind, start, end }))
    .toSorted((a, b) => a.start - b.start);
  return {
    text: `${chunks.join('')}\n`,
    headings,
    links,
    own,
    boilerplate,
    hidden,
    invisible,
    beside,
    elements,
    depth,
  };
};
