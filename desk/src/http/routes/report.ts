import { type Outline, outlineOf, REPORT_PARTS, type ReportPart } from '@entente/core/report/outline';
import type { Modelled } from '@entente/core/report/report';
import { type Report, reportOf } from '@entente/core/report/report';
import type { Problem } from '@entente/core/vocabulary';
import { createRoute, z } from '@hono/zod-openapi';
import { docxOf } from '../../export/docx.ts';
import { reportPage } from '../../export/html/page.ts';
import { markdownOf } from '../../export/markdown.ts';
import { conflictIn } from '../../store/conflict-file.ts';
import type { Desk } from '../desk.ts';
import { answer, told } from '../wire.ts';
import { routes } from './routes.ts';

/** A report as the page shows it before it is saved. */
export interface ReportView {
  readonly version: number;
  readonly outline: Outline;
  /** The parts that there is something for. */
  readonly parts: readonly ReportPart[];
  readonly problems: readonly Problem[];
}

const chosen = z.object({ parts: z.string().max(200).optional() });

const view = createRoute({
  method: 'get',
  path: '/api/report',
  request: { query: chosen },
  responses: { 200: answer<ReportView>('ReportView', 'A report with the parts that were chosen') },
});

/** So many states a conflict of a report may have; a larger one is told of, not analysed. */
const MOST_STATES = 2 ** 16;

const partsIn = (words: string | undefined): readonly ReportPart[] =>
  words === undefined
    ? REPORT_PARTS
    : [...new Set(words.split(','))].flatMap((word) => REPORT_PARTS.find((part) => part === word) ?? []);

const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'report';

export const report = (desk: Desk) => {
  let known: { readonly version: number; readonly made: Promise<Report> } | undefined;
  const make = async (): Promise<Report> => {
    const problems: Problem[] = [];
    const conflicts: Modelled[] = [];
    for (const { file, text } of await desk.store.conflicts()) {
      const read = conflictIn(text, file, (_, states) =>
        states <= MOST_STATES
          ? undefined
          : {
              code: 'report/too-many-states',
              at: [file],
              says: `It has ${states.toLocaleString('en-US')} states and is left out of the report.`,
            },
      );
      if (read.ok) conflicts.push(read.value);
      else problems.push(...read.problems);
    }
    return reportOf(await desk.dossier(), { conflicts, problems });
  };
  const current = (): Promise<Report> => {
    const version = desk.store.version();
    if (known?.version !== version) {
      known = { version, made: make() };
      known.made.catch(() => {
        known = undefined;
      });
    }
    return known.made;
  };
  const served = routes().openapi(view, async (context) => {
    const made = await current();
    const has: Readonly<Record<ReportPart, boolean>> = {
      answer: made.answer !== undefined,
      positions: made.issues.length > 0,
      chronicle: made.chronicle.dated.length > 0,
      conflict: made.models.length > 0,
      methods: true,
    };
    const page: ReportView = {
      version: desk.store.version(),
      outline: outlineOf(made, partsIn(context.req.valid('query').parts)),
      parts: REPORT_PARTS.filter((part) => has[part]),
      problems: made.problems,
    };
    return context.json(told<ReportView>(page), 200);
  });
  const saved = (name: string, ending: string): string =>
    `attachment; filename="report.${ending}"; filename*=UTF-8''${encodeURIComponent(fileName(name))}.${ending}`;
  served.get('/api/report.md', async (context) => {
    const made = await current();
    context.header('Content-Disposition', saved(made.title, 'md'));
    context.header('Content-Type', 'text/markdown; charset=utf-8');
    return context.body(markdownOf(outlineOf(made, partsIn(context.req.query('parts')))));
  });
  served.get('/api/report.docx', async (context) => {
    const made = await current();
    const bytes = await docxOf(outlineOf(made, partsIn(context.req.query('parts'))));
    context.header('Content-Disposition', saved(made.title, 'docx'));
    context.header('Content-Type', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    return context.body(new Uint8Array(bytes).buffer);
  });
  served.get('/api/report.html', async (context) => {
    const made = await current();
    context.header('Content-Disposition', saved(made.title, 'html'));
    return context.html(reportPage(made));
  });
  return served;
};
