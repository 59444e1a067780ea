/** Words at a place on a page, in points from the lower left corner. */
export interface Put {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** How letters are painted: 0 filled, 3 not at all. */
  readonly mode?: number;
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&');

const shown = ({ text, x, y, size = 11, bold = false, mode = 0 }: Put) =>
  `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${mode} Tr 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`;

/** A PDF file from its objects, the first of which is the catalogue; the table of places is right. */
export const pdfOfObjects = (objects: readonly string[], trailer = ''): Uint8Array => {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of places) file += `${String(at).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return latin(file);
};

export const stream = (words: string, extra = '') =>
  `<< /Length ${words.length} ${extra} >>\nstream\n${words}\nendstream`;

/** A PDF with words at places; `info` is put into its description as it stands. */
export const pdfWith = (pages: readonly (readonly Put[])[], info = ''): Uint8Array => {
  const first = 6;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< ${info} >>`,
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
      stream(page.map(shown).join('\n')),
    ]),
  ];
  return pdfOfObjects(objects, '/Info 5 0 R');
};

/** Lines under each other, as a program of layout sets them. */
export const linesFrom = (y: number, lines: readonly string[], put: Partial<Put> = {}): readonly Put[] =>
  lines.map((text, index) => ({ x: 72, size: 11, ...put, text, y: y - index * (put.size ?? 11) * 1.3 }));
