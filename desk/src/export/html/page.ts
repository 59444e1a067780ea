import type { Report } from '@entente/core/report/report';
import { counted } from '@entente/core/report/words';
import type { Problem } from '@entente/core/vocabulary';
import { Anchors } from './anchors.ts';
import { chronicleSection } from './chronicle.ts';
import { conflictSection } from './conflict.ts';
import { documentText, fullTextSection } from './full-text.ts';
import { glyphSymbols } from './glyph.ts';
import { html, Markup } from './markup.ts';
import { matrixSection } from './matrix.ts';
import { answerSection, headSection } from './opening.ts';
import { sourcesSection } from './sources.ts';
import { statementsSection } from './statements.ts';
import { PLAIN_STYLE, STYLE } from './style.ts';

const problemList = (problems: readonly Problem[]): Markup =>
  html`<ul class="problems">${problems.map(
    ({ at, says, code }) =>
      html`<li><span class="bad">!</span> <span class="where">${at.join(' › ')}</span>${says} <code>${code}</code></li>`,
  )}</ul>`;

const problemsSection = (report: Report): Markup | undefined =>
  report.problems.length === 0
    ? undefined
    : html`<section id="problems"><h2>Problems met</h2><p class="note">The rest of the work went on without what is named here.</p>${problemList(report.problems)}</section>`;

const methodsSection = (report: Report): Markup =>
  html`<section id="methods"><h2>Methods</h2><ul class="methods">${report.methods.map((one) => html`<li>${one}</li>`)}</ul></section>`;

/** A page around its parts: one file, no script, nothing fetched. */
export const page = (title: string, body: Markup, style: string = STYLE): string =>
  `<!doctype html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="generator" content="Entente"><title>${title}</title><style>${new Markup(style)}</style></head>
<body>${body}</body></html>`.text
  }\n`;

interface Parts {
  readonly anchors: Anchors;
  readonly head: Markup;
  /** Anchor, name in the contents, markup where there is something to show; the full text last, for it marks what the others cite. */
  readonly sections: readonly (readonly [string, string, Markup | undefined])[];
}

const partsOf = (report: Report): Parts => {
  const anchors = new Anchors();
  const head = headSection(report, anchors);
  const sections: Parts['sections'] = [
    ['problems', 'Problems met', problemsSection(report)],
    ['answer', 'Question and answer', answerSection(report, anchors)],
    ['positions', 'Who stands where', matrixSection(report)],
    ...report.models.map(
      (model, at) =>
        [`conflict${at > 0 ? `-${at + 1}` : ''}`, 'What can hold', conflictSection(model, anchors, at + 1)] as const,
    ),
    ['sources', 'Sources', sourcesSection(report, anchors)],
    ['statements', 'What was said', statementsSection(report, anchors)],
    ['chronicle', 'Chronicle', chronicleSection(report, anchors)],
    ['methods', 'Methods', methodsSection(report)],
    ['texts', 'The documents in full', fullTextSection(report, anchors)],
  ];
  return { anchors, head, sections };
};

/**
 * The report as one self-contained page: no script, no image from elsewhere, every claim linked to the passage in the full text below.
 * Everything that comes from a dossier is escaped.
 */
export const reportPage = (report: Report, { served = false }: { readonly served?: boolean } = {}): string => {
  const { head, sections } = partsOf(report);
  const made = sections.filter((one) => one[2] !== undefined);
  return page(
    `${report.title}: report`,
    html`${glyphSymbols()}<a class="skip" href="#main">Skip to the content</a>
<div class="bar"><div><span class="mark">Entente</span><span class="dossier">${report.title}</span></div></div>
<div class="frame"><nav class="contents" aria-label="Contents">${made.map(([id, name]) => html`<a href="#${id}">${name}</a>`)}<small>${counted(report.counts.documents, 'document')}, ${counted(report.counts.origins, 'origin')}</small></nav>
<main id="main">${head}${made.map(([, , section]) => section)}</main></div>
<footer class="end">Made by Entente from the documents named here, on one machine. Every sentence leads to the words of a source.${served && html` The same as data: <a href="/report.json">report</a>, <a href="/positions.json">positions</a>, <a href="/chronicle.json">chronicle</a>; <a href="/report.txt">in short</a>.`}</footer>`,
  );
};

/** One document by itself, its cited passages marked, leading back to the report. */
export const documentPage = (report: Report, at: number): string => {
  const { anchors } = partsOf(report);
  const entry = report.documents[at];
  if (entry === undefined) throw new RangeError(`Document ${at} of ${report.documents.length}`);
  return page(
    `${entry.name}: ${report.title}`,
    html`<div class="bar"><div><a class="mark" href="/">Entente</a><a class="dossier" href="/">${report.title}</a></div></div>
<div class="frame alone"><main id="main">${documentText(entry, at, anchors, '/')}</main></div>`,
  );
};

/** What is wrong, where, and what to do, when there is no report to show. */
export const problemsPage = (problems: readonly Problem[], heading = 'There is nothing to show yet'): string =>
  page(
    heading,
    html`<div class="bar"><div><a class="mark" href="/">Entente</a></div></div>
<div class="frame alone"><main id="main"><header class="head"><h1>${heading}</h1></header>${problemList(problems)}<p class="note">The page is made anew when the files change: put them right and load it again.</p></main></div>`,
    PLAIN_STYLE,
  );
