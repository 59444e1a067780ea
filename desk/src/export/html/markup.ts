/** Markup that may stand in a page as it is. Made only by `html`, so nothing from outside gets in unescaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters and the marks that turn the direction of text have no place in a page. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Text as it may stand between tags and in quoted attributes. */
export const escaped = (text: string): string =>
  text.replace(INVISIBLE, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

type Part = Markup | string | number | false | undefined | readonly Part[];

const rendered = (part: Part): string =>
  part === undefined || part === false
    ? ''
    : part instanceof Markup
      ? part.text
      : typeof part === 'string' || typeof part === 'number'
        ? escaped(String(part))
        : part.map(rendered).join('');

/** Markup with every value in it escaped, save markup itself. Attributes must be quoted. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.map((text, at) => text + rendered(parts[at])).join(''));
