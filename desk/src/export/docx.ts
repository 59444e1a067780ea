import type { Outline, OutlineBlock } from '@entente/core/report/outline';
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
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

const row = (cells: readonly string[], head: boolean): TableRow =>
  new TableRow({
    tableHeader: head,
    children: cells.map(
      (text) =>
        new TableCell({ children: [new Paragraph({ children: [new TextRun({ text: plain(text), bold: head })] })] }),
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
      this.made[this.#count] = { children: [new Paragraph(plain(this.#texts[number - 1] ?? ''))] };
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
      ...(one.kind === 'item' && { bullet: { level: 0 } }),
      spacing: { after: 120 },
    }),
  ];
};

/** A report as a Word document, with its citations as footnotes. */
export const docxOf = async ({ title, blocks, notes }: Outline): Promise<Uint8Array> => {
  const own = new Notes(notes);
  const children = blocks.flatMap((one) => blockOf(one, own));
  const document = new Document({
    title,
    creator: 'Entente',
    styles: { default: { document: { run: { font: 'Georgia', size: 22 } } } },
    footnotes: own.made,
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
