import type { Outline, OutlineBlock } from '@entente/core/report/outline';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Characters that XML cannot hold. */
const plain = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ');

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** A row that is not torn apart at the end of a page; a head is told again on the next. */
const row = (cells: readonly string[], head: boolean): TableRow =>
  new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: cells.map(
      (text) =>
        new TableCell({
          borders: { top: NONE, left: NONE, right: NONE, bottom: LINE },
          margins: { top: 40, bottom: 40, left: 60, right: 60 },
          children: [
            new Paragraph({ style: head ? 'TableHead' : 'TableCell', children: [new TextRun({ text: plain(text) })] }),
          ],
        }),
    ),
  });

/** Word wants a note of its own at each place, so a note that is cited twice is written twice. */
class Notes {
  readonly made: Record<string, { children: Paragraph[] }> = {};
  readonly #texts: readonly string[];
  #count = 0;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  runs(numbers: readonly number[]): readonly FootnoteReferenceRun[] {
    return [...new Set(numbers)].map((number) => {
      this.#count += 1;
      this.made[this.#count] = {
        children: [new Paragraph({ style: 'FootnoteText', text: plain(this.#texts[number - 1] ?? '') })],
      };
      return new FootnoteReferenceRun(this.#count);
    });
  }
}

const blockOf = (one: OutlineBlock, notes: Notes): readonly (Paragraph | Table)[] => {
  if (one.kind === 'heading') return [new Paragraph({ text: plain(one.text), heading: LEVELS[one.level] })];
  if (one.kind === 'table')
    return [
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: [row(one.head, true), ...one.rows.map((cells) => row(cells, false))],
      }),
      new Paragraph(''),
    ];
  return [
    new Paragraph({
      children: [new TextRun(plain(one.text)), ...notes.runs(one.notes)],
      ...(one.kind === 'item' ? { bullet: { level: 0 }, style: 'ListParagraph' } : { style: 'BodyText' }),
    }),
  ];
};

const SERIF = 'Georgia';
const SANS = 'Calibri';
const head = (size: number, before: number) => ({
  run: { font: SERIF, size, bold: true, color: '111111' },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
});

/** Styles that Word knows by name, so that an outline, a list of contents and a screen reader find them; the report speaks English. */
const STYLES = {
  default: {
    document: { run: { font: SERIF, size: 22, language: { value: 'en-GB' } } },
    heading1: head(36, 0),
    heading2: head(28, 320),
    heading3: head(23, 220),
    listParagraph: { paragraph: { spacing: { after: 80 } } },
    footnoteText: { run: { font: SERIF, size: 18 }, paragraph: { spacing: { after: 40 } } },
  },
  paragraphStyles: [
    { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', paragraph: { spacing: { after: 120, line: 300 } } },
    { id: 'TableCell', name: 'Table Cell', basedOn: 'Normal', run: { font: SANS, size: 19 } },
    { id: 'TableHead', name: 'Table Head', basedOn: 'Normal', run: { font: SANS, size: 19, bold: true } },
  ],
};

/** A report as a Word document, with its citations as footnotes. */
export const docxOf = async ({ title, blocks, notes }: Outline): Promise<Uint8Array> => {
  const own = new Notes(notes);
  const children = blocks.flatMap((one) => blockOf(one, own));
  const document = new Document({
    title: plain(title),
    creator: 'Entente',
    description: 'Every claim has its source in a footnote.',
    styles: STYLES,
    footnotes: own.made,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
