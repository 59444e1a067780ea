import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Latin letters, punctuation and the signs that the pages use; other scripts fall to the system's fonts. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';

const FACES = [
  ['Source Serif 4 Variable', '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'],
  ['Source Sans 3 Variable', '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'],
] as const;

const face = (family: string, file: string): string => {
  try {
    const bytes = readFileSync(createRequire(import.meta.url).resolve(file));
    const source = `url(data:font/woff2;base64,${bytes.toString('base64')})format("woff2")`;
    return `@font-face{font-family:"${family}";src:${source};font-weight:200 900;font-style:normal;font-display:swap;unicode-range:${LATIN}}`;
  } catch {
    return ''; // without the package a page stands in the reader's own fonts
  }
};

/** The two text faces (OFL), Latin only, inside the page so that it looks the same wherever it is sent: about 110 kB. */
export const FONTS = FACES.map(([family, file]) => face(family, file)).join('\n');
