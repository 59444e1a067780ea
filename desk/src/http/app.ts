import type { Problem } from '@entente/core/vocabulary';
import { HTTPException } from 'hono/http-exception';
import type { Desk } from './desk.ts';
import type { PageFiles } from './page-files.ts';
import { answers } from './routes/answers.ts';
import { brief } from './routes/brief.ts';
import { chronicle } from './routes/chronicle.ts';
import { codebook } from './routes/codebook.ts';
import { conflicts } from './routes/conflicts.ts';
import { dayRoutes } from './routes/days.ts';
import { documents } from './routes/documents.ts';
import { evidence } from './routes/evidence.ts';
import { files } from './routes/files.ts';
import { happenings } from './routes/happenings.ts';
import { head } from './routes/head.ts';
import { live } from './routes/live.ts';
import { pairs } from './routes/pairs.ts';
import { positions } from './routes/positions.ts';
import { report } from './routes/report.ts';
import { routes } from './routes/routes.ts';
import { statements } from './routes/statements.ts';
import { workbenchGuard } from './security.ts';
import { Refused } from './wire.ts';

const api = (desk: Desk) =>
  routes()
    .route('/', head(desk))
    .route('/', documents(desk))
    .route('/', statements(desk))
    .route('/', codebook(desk))
    .route('/', positions(desk))
    .route('/', answers(desk))
    .route('/', brief(desk))
    .route('/', conflicts(desk))
    .route('/', evidence(desk))
    .route('/', dayRoutes(desk))
    .route('/', chronicle(desk))
    .route('/', happenings(desk))
    .route('/', report(desk))
    .route('/', pairs(desk))
    .route('/', files(desk))
    .route('/', live(desk));

/** The routes with their types: the browser's client is typed from it. */
export type Api = ReturnType<typeof api>;

/** What the pages of the workbench know by name. */
export type { Happening, Work } from './live.ts';
export type { Quoted } from './quoted.ts';
export type { Answered } from './routes/answers.ts';
export type { BriefPage, Holding } from './routes/brief.ts';
export type { ChroniclePage, EventLine, FigureLine, ForecastLine } from './routes/chronicle.ts';
export type { CodebookPage, CodedUnder, Named } from './routes/codebook.ts';
export type { CitedWords, ConflictPage, ConflictRow, ConflictSaved, DraftPage } from './routes/conflicts.ts';
export type { DaysPage } from './routes/days.ts';
export type { DocumentList, DocumentPage, DocumentRow, Hits, SearchHit } from './routes/documents.ts';
export type { AdditionRow, EvidencePage } from './routes/evidence.ts';
export type { Taking } from './routes/files.ts';
export type { Happening as WrittenDown, WordsPlace } from './routes/happenings.ts';
export type { Done, DossierHead, Step } from './routes/head.ts';
export type { PairPage } from './routes/pairs.ts';
export type { PositionCell, PositionDetail, PositionPage } from './routes/positions.ts';
export type { ReportView } from './routes/report.ts';
export type { Coded, Coding } from './routes/statements.ts';
export type { Told } from './wire.ts';

/** What listening needs to know of a workbench. */
export interface Served {
  readonly desk: Desk;
  readonly token: string;
  readonly files: PageFiles;
  readonly port: () => number;
}

const DESCRIPTION = { openapi: '3.1.0', info: { title: 'Entente, one dossier', version: '0.1.0' } };

/** The workbench on one dossier: the routes under /api, their description, and the pages that use them. */
export const app = ({ desk, token, files: pages, port }: Served) => {
  const served = routes();
  served.use(workbenchGuard(port, token));
  served.route('/', api(desk));
  served.get('/openapi.json', (context) => context.json(served.getOpenAPI31Document(DESCRIPTION)));
  served.get('*', (context) => {
    const { path } = context.req;
    const file = pages.files.get(path);
    if (file !== undefined)
      return context.body(file.bytes, 200, {
        'Content-Type': file.type,
        ...(file.forever && { 'Cache-Control': 'public, max-age=31536000, immutable' }),
      });
    if (path.startsWith('/api/') || path.startsWith('/assets/'))
      return context.json({ problems: [{ code: 'http/absent', at: [path], says: 'There is no such route.' }] }, 404);
    return context.html(pages.first);
  });
  served.onError((fault, context) => {
    if (fault instanceof Refused) return context.json({ problems: fault.problems }, fault.status);
    if (fault instanceof HTTPException && fault.status < 500) {
      const other = fault.status === 415;
      const says = other
        ? 'This route takes another kind of body: application/json, or multipart/form-data for files.'
        : 'The body of the request cannot be read as JSON. Send it again, whole.';
      const problem: Problem = { code: other ? 'http/kind' : 'http/malformed', at: [context.req.path], says };
      return context.json({ problems: [problem] }, fault.status);
    }
    const problem: Problem = { code: 'http/fault', at: [context.req.path], says: fault.message };
    return context.json({ problems: [problem] }, 500);
  });
  return served;
};
