import type { ReportPart } from '@entente/core/report/outline';

export const PART_NAMES: Readonly<Record<ReportPart, string>> = {
  answer: 'Question and answer',
  positions: 'Positions',
  chronicle: 'Chronicle',
  conflict: 'What can hold',
  methods: 'Methods and documents',
};

export const WORDS = {
  keysOf: 'Report',
  title: 'Report',
  lead: 'Every sentence carries its sources; what has none cannot be added.',
  parts: 'Parts',
  nothing: 'nothing to say yet',
  up: (part: string) => `${part} earlier`,
  down: (part: string) => `${part} later`,
  print: 'Print',
  html: 'Save as HTML',
  htmlMore: 'whole, with the documents in full',
  word: 'Save as Word',
  markdown: 'Save as Markdown',
  notes: 'Notes',
  problems: 'Left out of the report',
  keys: {
    part: 'part on or off',
    order: 'reorder',
    print: 'print',
    html: 'HTML',
    word: 'Word',
    markdown: 'Markdown',
  },
} as const;
