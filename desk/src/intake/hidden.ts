/// <reference lib="dom" />

const HIDING =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*(?:0?\.0\d*|0)(?:\.0+)?%?\s*(?![.\d])|font-size\s*:\s*(?:0(?![.\d])|0?\.\d+(?:px|pt|em|rem|%)|[01](?:\.\d+)?(?:px|pt)(?![.\d]))|text-indent\s*:\s*-\d{3,}|(?:left|top|right|bottom|margin-left|margin-top)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*(?:0|1px)[\s,)]|clip-path\s*:\s*(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0)|transform\s*:\s*(?:scale[xy]?\(\s*0\s*[,)]|translate[xy]?\(\s*-\d{4,})|mso-hide\s*:\s*all|color\s*:\s*(?:transparent|rgba\([^)]{1,40},\s*0?(?:\.0+)?\s*\)|#[\da-f]{6}00\b))/i;
const FLAT = /(?:^|;)\s*(?:max-)?(?:height|width)\s*:\s*[01](?:px|pt|em|rem|%)?\s*(?:!important)?\s*(?:;|$)/i;
const CUT_OFF = /(?:^|;)\s*overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/i;
const HIDDEN_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|hidden-text|u-hidden|is-hidden|preheader)(?:\s|$)/i;

const hides = (style: string): boolean => HIDING.test(style) || (FLAT.test(style) && CUT_OFF.test(style));

/** Classes and ids that a page's own style hides on every screen: rules inside `@media` and the like are left aside. */
const hiddenNames = (document: globalThis.Document): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const style of document.querySelectorAll('style')) {
    const text = (style.textContent ?? '').slice(0, 200_000);
    let [depth, from] = [0, 0];
    let outer = ''; // the selector of a rule, with its declarations as long as nothing nests in it
    for (const brace of text.matchAll(/[{}]/g)) {
      if (depth <= 1) outer += text.slice(from, brace.index);
      from = brace.index + 1;
      if (brace[0] === '{') {
        if (depth === 0) outer += '{';
        depth++;
        continue;
      }
      depth = Math.max(0, depth - 1);
      if (depth > 0) continue;
      const [selector = '', body = ''] = outer.split('{');
      outer = '';
      if (selector.includes('@') || !hides(body)) continue;
      for (const one of selector.split(',')) if (/^\s*[.#][\w-]+\s*$/.test(one)) names.add(one.trim());
    }
  }
  return names;
};

type Colour = readonly [number, number, number];

const NAMED: Readonly<Record<string, Colour>> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  black: [0, 0, 0],
};

const colourIn = (text: string): Colour | undefined => {
  const value = text.trim().toLowerCase();
  const named = NAMED[/^[a-z]+/.exec(value)?.[0] ?? ''];
  if (named) return named;
  const hex = /^#([\da-f]{6}|[\da-f]{3})\b/.exec(value)?.[1];
  const digits = hex?.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const pair = (at: number) => Number.parseInt((digits ?? '').slice(at, at + 2), 16);
  if (digits) return [pair(0), pair(2), pair(4)];
  const rgb = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(value);
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])] : undefined;
};

const near = (a: Colour, b: Colour) => a.every((part, index) => Math.abs(part - (b[index] ?? 0)) <= 20);

const inStyle = (element: globalThis.Element, property: string): string | undefined =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]{1,100})`, 'i').exec(
    (element.getAttribute('style') ?? '').slice(0, 4000),
  )?.[1];

const inkOf = (element: globalThis.Element): Colour | undefined => {
  const text =
    inStyle(element, 'color') ?? (element.tagName.toUpperCase() === 'FONT' ? element.getAttribute('color') : undefined);
  return text ? colourIn(text) : undefined;
};

const paperOf = (element: globalThis.Element): Colour | undefined => {
  const text = inStyle(element, 'background(?:-color)?') ?? element.getAttribute('bgcolor');
  return text ? colourIn(text) : undefined;
};

/** A whole article that lies behind a dialog is marked like this as well, so only short stretches count. */
const MOST_SILENT = 300;

/** Tells what a reader of a page cannot see, as far as the page itself says so. */
export const hiddenOn = (document: globalThis.Document): ((element: globalThis.Element) => boolean) => {
  const names = hiddenNames(document);
  const styled = document.querySelector('style,link[rel~="stylesheet"]') !== null;
  /** Ink of the colour of the paper under it; without a style sheet, paper is white. */
  const isInkless = (element: globalThis.Element): boolean => {
    const ink = inkOf(element);
    if (!ink) return false;
    let at: globalThis.Element | null = element;
    for (let up = 0; at && up < 60; up++, at = at.parentElement) {
      const paper = paperOf(at);
      if (paper) return near(ink, paper);
    }
    return !styled && near(ink, [255, 255, 255]);
  };
  return (element) => {
    if (element.hasAttribute('hidden')) return true;
    if (element.getAttribute('aria-hidden') === 'true' && (element.textContent ?? '').length <= MOST_SILENT)
      return true;
    if (element.tagName.toUpperCase() === 'DIALOG' && !element.hasAttribute('open')) return true;
    const style = element.getAttribute('style')?.slice(0, 4000);
    if (style && hides(style)) return true;
    if ((style || element.tagName.toUpperCase() === 'FONT') && isInkless(element)) return true;
    const name = element.getAttribute('class')?.slice(0, 2000);
    if (name && (HIDDEN_CLASS.test(name) || (names.size > 0 && name.split(/\s+/).some((one) => names.has(`.${one}`)))))
      return true;
    const id = names.size > 0 && element.getAttribute('id');
    return id ? names.has(`#${id}`) : false;
  };
};
