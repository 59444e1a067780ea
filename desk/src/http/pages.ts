import { positionsOver } from '@entente/core/position/position';
import type { Report } from '@entente/core/report/report';
import type { Outcome, Problem } from '@entente/core/vocabulary';
import { type Context, Hono } from 'hono';
import { documentPage, problemsPage, reportPage } from '../export/html/page.ts';
import { PLAIN_STYLE, STYLE } from '../export/html/style.ts';
import { chronicleJson, positionJson, reportJson } from '../export/json.ts';
import { reportText } from '../export/text.ts';
import { contentPolicy, guard } from './security.ts';

/** What the pages show: the report as the files are now, or what is wrong with them. */
export type Current = () => Promise<Outcome<Report>>;

const TEXT_WIDTH = 100;

/**
 * The pages of one dossier: the report, the same as data, and each document by itself. Reads only; `port` is the one it listens on.
 */
export const pages = (current: Current, port: () => number): Hono => {
  const served = new Hono();
  served.use(guard(port, contentPolicy(STYLE, PLAIN_STYLE)));

  const shown = async (
    context: Context,
    answer: (report: Report) => Response | Promise<Response>,
  ): Promise<Response> => {
    const report = await current();
    return report.ok ? answer(report.value) : context.html(problemsPage(report.problems), 422);
  };
  const data = async (context: Context, answer: (report: Report) => object): Promise<Response> => {
    const report = await current();
    return report.ok ? context.json(answer(report.value)) : context.json({ problems: report.problems }, 422);
  };
  const absent = (context: Context, says: string): Response => {
    const problem: Problem = { code: 'http/absent', at: [context.req.path], says };
    return context.html(problemsPage([problem], 'There is no such page'), 404);
  };

  return served
    .get('/', (context) => shown(context, (report) => context.html(reportPage(report, { served: true }))))
    .get('/report.json', (context) => data(context, reportJson))
    .get('/report.txt', (context) => shown(context, (report) => context.text(reportText(report, TEXT_WIDTH))))
    .get('/positions.json', (context) =>
      data(context, ({ dossier }) => ({
        positions: positionsOver(dossier, dossier.asOf === undefined ? {} : { asOf: dossier.asOf }).map(positionJson),
      })),
    )
    .get('/chronicle.json', (context) => data(context, chronicleJson))
    .get('/documents/:number{[0-9]+}', (context) =>
      shown(context, (report) => {
        const at = Number(context.req.param('number')) - 1;
        return report.documents[at] === undefined
          ? absent(context, `The dossier has ${report.documents.length} documents. The report lists them.`)
          : context.html(documentPage(report, at));
      }),
    )
    .notFound((context) => absent(context, 'The report is at the address without a path.'))
    .onError((fault, context) => {
      const problem: Problem = { code: 'http/fault', at: [context.req.path], says: fault.message };
      return context.html(problemsPage([problem], 'Something went wrong here'), 500);
    });
};
