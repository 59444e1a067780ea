import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Placed } from './pdf-lines.ts';
import { type Painted, type PaintedPage, paintedOn } from './pdf-seen.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

// PDF.js moves the bytes of fonts with it; Node 20 does not have it yet
if (!('transferToFixedLength' in ArrayBuffer.prototype))
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer) {
      return structuredClone(this, { transfer: [this] });
    },
  });

/** What a page paints, in order; nothing where its operators cannot be followed. */
export const paintedPage = async (pdf: Pdf, page: Page): Promise<PaintedPage | undefined> => {
  try {
    const { OPS } = await getResolvedPDFJS();
    const layers = await pdf.getOptionalContentConfig();
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const isOn = (layer: unknown): boolean => {
      try {
        return layers.isVisible(layer) !== false;
      } catch {
        return true;
      }
    };
    const isDrawn = (font: string): boolean => {
      try {
        return Boolean(Object(page.commonObjs.get(font)).isType3Font);
      } catch {
        return false;
      }
    };
    const names = new Map(Object.entries(OPS).map(([name, operator]) => [Number(operator), name]));
    const { fnArray, argsArray } = await page.getOperatorList();
    return paintedOn({ names, fnArray, argsArray }, { page: { left, bottom, right, top }, isOn, isDrawn });
  } catch {
    return undefined;
  }
};

/** Under a picture of a page, so many times as many letters as are painted are its recognised words. */
const MOSTLY = 3;

/** Whether the letters that are not painted are the words of a picture that covers the page: what text recognition puts under it. */
export const isRecognised = ({ letters, pictured }: PaintedPage): boolean => {
  const count = (sight: Painted['sight']) =>
    letters.reduce((sum, one) => sum + (one.sight === sight ? one.text.trim().length : 0), 0);
  return pictured && count('recognised') > 0 && count('recognised') >= count('seen') * MOSTLY;
};

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\u00AD\u200B-\u200F\u202A-\u202E]/g, '');

const sorted = (text: string): string => [...text].toSorted().join('');

/** So many letters may stand between two that follow each other in the text: those of masks, or that have no words. */
const MOST_BETWEEN = 3_000;

/** Stretches as the page places them, parted into what is seen and what is not: both come in the order of painting. */
export const seenAndUnseen = (
  placed: readonly Placed[],
  { letters }: PaintedPage,
): { readonly seen: readonly Placed[]; readonly unseen: readonly string[] } => {
  let all = '';
  const hidden: boolean[] = [];
  const ends: number[] = [];
  for (const { text, sight } of letters) {
    const words = bare(text);
    all += words;
    for (let i = 0; i < words.length; i++) hidden.push(sight !== 'seen');
    ends.push(all.length);
  }
  const seen: Placed[] = [];
  const unseen: string[] = [];
  const known: boolean[] = [];
  let from = 0;
  for (const part of placed) {
    const words = bare(part.text);
    const near = all.slice(from, from + words.length);
    const found = near === words || sorted(near) === sorted(words) ? from : all.indexOf(words, from);
    if (words === '' || found < 0 || found > from + MOST_BETWEEN) {
      seen.push(part);
      continue;
    }
    from = found + words.length;
    for (let i = found; i < from; i++) known[i] = true;
    const flags = hidden.slice(found, from);
    if (!flags.includes(true)) {
      seen.push(part);
      continue;
    }
    if (!flags.includes(false)) {
      unseen.push(part.text.trim());
      continue;
    }
    // some of it: cut where sight changes, each piece where its letters stand
    let [start, letter] = [0, 0];
    const cut = (end: number, isHidden: boolean) => {
      const text = part.text.slice(start, end);
      const share = (index: number) => (part.width * index) / part.text.length;
      if (isHidden) unseen.push(text.trim());
      else seen.push({ ...part, text, x: part.x + share(start), width: share(end) - share(start) });
      start = end;
    };
    for (let i = 0; i < part.text.length; i++) {
      const here = bare(part.text[i] ?? '').length;
      if (here === 0) continue;
      if (letter > 0 && flags[letter] !== flags[letter - 1]) cut(i, flags[letter - 1] === true);
      letter += here;
    }
    cut(part.text.length, flags.at(-1) === true);
  }
  // PDF.js says nothing of what stands beside the page
  const beside = letters.filter(
    ({ text, sight }, index) => sight === 'unseen' && bare(text) !== '' && !known[(ends[index] ?? 0) - 1],
  );
  return { seen, unseen: [...unseen, ...beside.map(({ text }) => text.trim())].filter((words) => words !== '') };
};
