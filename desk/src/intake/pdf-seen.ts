import { areaOf, type Box, beginning, both, boxOn, common, type Matrix, SAME, type State } from './pdf-state.ts';

/** Letters as a page paints them one after the other, with what a reader sees of them. */
export interface Painted {
  readonly text: string;
  /** `recognised`: not painted at all, as the words that lie under a picture of a page; `unseen`: hidden in another way. */
  readonly sight: 'seen' | 'recognised' | 'unseen';
}

export interface PaintedPage {
  readonly letters: readonly Painted[];
  /** Whether a picture covers most of the page. */
  readonly pictured: boolean;
}

/** A page's operators as PDF.js lists them. */
export interface Operators {
  readonly names: ReadonlyMap<number, string>;
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface Asked {
  readonly page: Box;
  /** Whether a layer that the file describes is switched on. */
  readonly isOn: (layer: unknown) => boolean;
  /** Whether the glyphs of a font are drawings of their own, with colours of their own. */
  readonly isDrawn: (font: string) => boolean;
}

interface Paint {
  readonly box: Box;
  /** Nothing for pictures, patterns, shapes. */
  readonly colour: string | undefined;
}

const numbers = (value: unknown): readonly number[] =>
  Array.isArray(value) ? value.map(Number) : ArrayBuffer.isView(value) ? Array.from(Object(value), Number) : [];

const matrixIn = (value: unknown): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(value);
  return [a, b, c, d, e, f];
};

const boxIn = (value: unknown): Box | undefined => {
  const [left, bottom, right, top] = numbers(value);
  return left === undefined || bottom === undefined || right === undefined || top === undefined
    ? undefined
    : { left, bottom, right, top };
};

const colourIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^#[\da-f]{6}$/i.test(value) ? value.toLowerCase() : undefined;

const alikeColours = (a: string, b: string): boolean =>
  [1, 3, 5].every(
    (at) => Math.abs(Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)) <= 12,
  );

/** A path is a rectangle if it goes along the sides of its own box alone; in any other, letters may stand beside the paint. */
const isRectangle = (path: unknown, { left, bottom, right, top }: Box): boolean => {
  const steps = numbers(path);
  for (let at = 0; at < steps.length; ) {
    const step = steps[at];
    if (step === 4) at += 1;
    else if (step === 0 || step === 1) {
      const [x = Number.NaN, y = Number.NaN] = steps.slice(at + 1, at + 3);
      const corner =
        (Math.abs(x - left) < 0.01 || Math.abs(x - right) < 0.01) &&
        (Math.abs(y - bottom) < 0.01 || Math.abs(y - top) < 0.01);
      if (!corner) return false;
      at += 3;
    } else return false;
  }
  return steps.length > 0 && areaOf({ left, bottom, right, top }) > 0;
};

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly upright: boolean;
}

const glyphIn = (value: unknown): Glyph | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { unicode, width, isSpace, vmetric } = Object(value);
  return typeof unicode === 'string'
    ? { unicode, width: Number(width) || 0, isSpace: isSpace === true, upright: Boolean(vmetric) }
    : undefined;
};

const FILLS = new Set(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']);
const PICTURES = /^paint.*Image/;

/** So much of a page must a picture cover to be a picture of the page. */
const MOST_OF_PAGE = 0.6;
/** What shows through less than this is not seen. */
const FAINT = 0.03;

/** Follows the operators of a page and says of its letters, in the order of painting, whether a reader sees them. */
export const paintedOn = ({ names, fnArray, argsArray }: Operators, { page, isOn, isDrawn }: Asked): PaintedPage => {
  const letters: Painted[] = [];
  const paints: Paint[] = [];
  const saved: State[] = [];
  const layers: boolean[] = [];
  let state = beginning(page);
  let [line, at]: [Matrix, Matrix] = [SAME, SAME];
  let [pictured, clips] = [false, false];
  const picture = (box: Box) => {
    if (areaOf(common(box, page)) > areaOf(page) * MOST_OF_PAGE) pictured = true;
    paints.push({ box, colour: undefined });
  };
  const restore = () => {
    if (state.bare) picture(boxOn(state.ctm, { left: 0, bottom: 0, right: 1, top: 1 }));
    state = saved.pop() ?? state;
  };
  const moved = (x: number, y: number) => {
    line = both(line, [1, 0, 0, 1, x, y]);
    at = line;
  };
  /** Paint under letters; what is not known for sure hides nothing. */
  const isInkless = (ink: string | undefined, box: Box): boolean => {
    if (ink === undefined) return false;
    for (const paint of paints.toReversed()) {
      const shared = areaOf(common(paint.box, box));
      if (shared <= 0) continue;
      return shared > areaOf(box) * 0.9 && paint.colour !== undefined && alikeColours(paint.colour, ink);
    }
    return alikeColours('#ffffff', ink);
  };
  const sightOf = (box: Box, upright: boolean): Painted['sight'] => {
    const { mode, ink, outline, cover, outlineCover, masked, clip, font } = state;
    if (layers.includes(false)) return 'unseen';
    if (isDrawn(font)) return 'seen';
    if (mode === 3) return 'recognised';
    if (mode === 7) return 'unseen';
    const [fills, strokes] = [mode !== 1 && mode !== 5, mode === 1 || mode === 2 || mode === 5 || mode === 6];
    if (!(fills && cover > FAINT) && !(strokes && outlineCover > FAINT)) return 'unseen';
    if (upright || areaOf(box) === 0) return 'seen';
    if (areaOf(common(box, clip)) < areaOf(box) * 0.1) return 'unseen';
    const inkless = (!fills || isInkless(ink, box)) && (!strokes || isInkless(outline, box));
    return inkless && !masked ? 'unseen' : 'seen';
  };
  const show = (value: unknown) => {
    const { size, stretch, rise, letterSpace, wordSpace } = state;
    let [text, width, upright] = ['', 0, false];
    for (const one of Array.isArray(value) ? value : []) {
      if (typeof one === 'number') {
        width -= (one / 1000) * size * stretch;
        continue;
      }
      const glyph = glyphIn(one);
      if (!glyph) continue;
      text += glyph.unicode;
      upright ||= glyph.upright;
      width += ((glyph.width / 1000) * size + letterSpace + (glyph.isSpace ? wordSpace : 0)) * stretch;
    }
    const box = boxOn(both(state.ctm, at), {
      left: 0,
      bottom: rise - size * 0.1,
      right: width,
      top: rise + size * 0.65,
    });
    if (text !== '') letters.push({ text, sight: sightOf(box, upright) });
    at = both(at, [1, 0, 0, 1, width, 0]);
    if (state.bare) state = { ...state, bare: false };
  };
  const path = (operator: unknown, steps: unknown, reach: unknown) => {
    const box = boxIn(reach);
    if (!box) return;
    const placed = boxOn(state.ctm, box);
    const paint = names.get(Number(operator)) ?? '';
    const straight = (state.ctm[1] === 0 && state.ctm[2] === 0) || (state.ctm[0] === 0 && state.ctm[3] === 0);
    if (FILLS.has(paint) && state.cover > FAINT) {
      const sure =
        state.cover > 0.97 &&
        !state.masked &&
        straight &&
        isRectangle(Array.isArray(steps) ? steps[0] : undefined, box);
      paints.push({ box: common(placed, state.clip), colour: sure ? state.ink : undefined });
    }
    if (clips) state = { ...state, clip: common(state.clip, placed) };
    clips = false;
    if (paint !== 'endPath') state = { ...state, bare: false };
  };
  const set = (entries: unknown) => {
    for (const entry of Array.isArray(entries) ? entries : []) {
      const [name, value]: readonly unknown[] = Array.isArray(entry) ? entry : [];
      if (name === 'ca') state = { ...state, cover: Number(value) };
      if (name === 'CA') state = { ...state, outlineCover: Number(value) };
      if (name === 'SMask') state = { ...state, masked: Boolean(value) };
      if (name === 'Font' && Array.isArray(value))
        state = { ...state, font: String(value[0]), size: Number(value[1]) || 0 };
    }
  };
  const acts: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save: () => {
      saved.push(state);
      state = { ...state, bare: false };
    },
    restore,
    transform: (args) => {
      state = { ...state, ctm: both(state.ctm, matrixIn(args)), bare: true };
    },
    paintFormXObjectBegin: ([matrix, reach]) => {
      saved.push(state);
      const ctm = matrix ? both(state.ctm, matrixIn(matrix)) : state.ctm;
      const box = boxIn(reach);
      state = { ...state, ctm, bare: false, ...(box && { clip: common(state.clip, boxOn(ctm, box)) }) };
    },
    paintFormXObjectEnd: () => {
      state = saved.pop() ?? state;
      state = { ...state, bare: false };
    },
    beginText: () => {
      [line, at] = [SAME, SAME];
    },
    setTextMatrix: ([value]) => {
      line = matrixIn(value);
      at = line;
    },
    moveText: ([x, y]) => moved(Number(x), Number(y)),
    setLeadingMoveText: ([x, y]) => {
      state = { ...state, leading: -Number(y) };
      moved(Number(x), Number(y));
    },
    nextLine: () => moved(0, -state.leading),
    setLeading: ([value]) => {
      state = { ...state, leading: Number(value) };
    },
    setFont: ([font, size]) => {
      state = { ...state, font: String(font), size: Number(size) || 0 };
    },
    setCharSpacing: ([value]) => {
      state = { ...state, letterSpace: Number(value) };
    },
    setWordSpacing: ([value]) => {
      state = { ...state, wordSpace: Number(value) };
    },
    setHScale: ([value]) => {
      state = { ...state, stretch: Number(value) / 100 };
    },
    setTextRise: ([value]) => {
      state = { ...state, rise: Number(value) };
    },
    setTextRenderingMode: ([value]) => {
      state = { ...state, mode: Number(value) };
    },
    setGState: ([entries]) => set(entries),
    setFillRGBColor: ([colour]) => {
      state = { ...state, ink: colourIn(colour) };
    },
    setFillTransparent: () => {
      state = { ...state, ink: undefined };
    },
    setFillColorN: () => {
      state = { ...state, ink: undefined };
    },
    setStrokeRGBColor: ([colour]) => {
      state = { ...state, outline: colourIn(colour) };
    },
    setStrokeTransparent: () => {
      state = { ...state, outline: undefined };
    },
    setStrokeColorN: () => {
      state = { ...state, outline: undefined };
    },
    clip: () => {
      clips = true;
    },
    eoClip: () => {
      clips = true;
    },
    constructPath: ([operator, steps, reach]) => path(operator, steps, reach),
    shadingFill: () => void paints.push({ box: state.clip, colour: undefined }),
    beginMarkedContent: () => void layers.push(true),
    beginMarkedContentProps: ([tag, layer]) => void layers.push(tag !== 'OC' || isOn(layer)),
    endMarkedContent: () => void layers.pop(),
    showText: ([glyphs]) => show(glyphs),
  };
  for (const [index, operator] of fnArray.entries()) {
    const name = names.get(operator) ?? '';
    const args = argsArray[index];
    if (PICTURES.test(name)) picture(boxOn(state.ctm, { left: 0, bottom: 0, right: 1, top: 1 }));
    else acts[name]?.(Array.isArray(args) ? args : []);
  }
  return { letters, pictured };
};
