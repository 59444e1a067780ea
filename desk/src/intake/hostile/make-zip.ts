import { deflateRawSync } from 'node:zlib';

/** A file to be packed; what its directory says of it can be made to lie. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly says?: Partial<{ size: number; packed: number; flags: number; mode: number; at: number; method: number }>;
}

const bytesFrom = (words: Uint8Array | string) => (typeof words === 'string' ? Buffer.from(words) : Buffer.from(words));

const fields = (widths: readonly (readonly [number, number])[]): Buffer => {
  const out = Buffer.alloc(widths.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of widths) {
    out.writeUIntLE(value, at, width);
    at += width;
  }
  return out;
};

/** A ZIP archive, written by hand so that it can be wrong in every way. */
export const zipOf = (files: readonly Packed[], claims: { readonly count?: number } = {}): Uint8Array => {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, bytes, says = {} } of files) {
    const [plain, title] = [bytesFrom(bytes), Buffer.from(name)];
    const packed = deflateRawSync(plain);
    const { size = plain.length, flags = 0x800, mode = 0o100644, method = 8 } = says;
    const common: [number, number][] = [
      [2, flags],
      [2, method],
      [4, 0],
      [4, 0],
      [4, says.packed ?? packed.length],
      [4, size],
      [2, title.length],
      [2, 0],
    ];
    const body = Buffer.concat([fields([[4, 0x04034b50], [2, 20], ...common]), title, packed]);
    const rest: [number, number][] = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, mode * 0x10000],
      [4, says.at ?? at],
    ];
    directory.push(fields([[4, 0x02014b50], [2, 0x031e], [2, 20], ...common, ...rest]), title);
    bodies.push(body);
    at += body.length;
  }
  const table = Buffer.concat(directory);
  const count = claims.count ?? files.length;
  const end = fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, table.length],
    [4, at],
    [2, 0],
  ]);
  return new Uint8Array(Buffer.concat([...bodies, table, end]));
};

const CONTENT = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** The files of a Word document around the body given as XML. */
export const docxFiles = (body: string, core = ''): readonly Packed[] => [
  { name: '[Content_Types].xml', bytes: CONTENT },
  { name: '_rels/.rels', bytes: RELS },
  {
    name: 'word/document.xml',
    bytes: `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  },
  ...(core === '' ? [] : [{ name: 'docProps/core.xml', bytes: `<cp:coreProperties>${core}</cp:coreProperties>` }]),
];

export const docxWith = (body: string, core = ''): Uint8Array => zipOf(docxFiles(body, core));

/** A paragraph of a Word document; `style` such as `Heading1`, `run` the properties of its letters. */
export const paragraph = (text: string, style = '', run = ''): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r>${run ? `<w:rPr>${run}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
