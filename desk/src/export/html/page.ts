import type { Report } from '@entente/core/report/report';
import { counted } from '@entente/core/report/words';
import { Anchors } from './anchors.ts';
import { chronicleSection } from './chronicle.ts';
import { conflictSection } from './conflict.ts';
import { fullTextSection } from './full-text.ts';
import { glyphSymbols } from './glyph.ts';
import { html, Markup } from './markup.ts';
import { matrixSection } from './matrix.ts';
import { answerSection, headSection } from './opening.ts';
import { sourcesSection } from './sources.ts';
import { statementsSection } from './statements.ts';
import { STYLE } from './style.ts';

const problemsSection = (report: Report): Markup | undefined =>
  report.problems.length === 0
    ? undefined
    : html`<section id="problems"><h2>Problems met</h2><p class="note">The rest of the work went on without what is named here.</p><ul class="problems">${report.problems.map(
        ({ at, says, code }) =>
          html`<li><span class="bad">!</span> <span class="where">${at.join(' › ')}</span>${says} <code>${code}</code></li>`,
      )}</ul></section>`;

const methodsSection = (report: Report): Markup =>
  html`<section id="methods"><h2>Methods</h2><ul class="methods">${report.methods.map((one) => html`<li>${one}</li>`)}</ul></section>`;

/** A page around its parts: one file, no script, nothing fetched. */
export const page = (title: string, body: Markup): string =>
  `<!doctype html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="generator" content="Entente"><title>${title}</title><style>${new Markup(STYLE)}</style></head>
<body>${body}</body></html>`.text
  }\n`;

/**
 * The report as one self-contained page: no script, no image from elsewhere, every claim linked to the passage in the full text below.
 * Everything that comes from a dossier is escaped.
 */
export const reportPage = (report: Report): string => {
  const anchors = new Anchors();
  const head = headSection(report, anchors);
  const sections: readonly (readonly [string, string, Markup | undefined])[] = [
    ['problems', 'Problems met', problemsSection(report)],
    ['answer', 'Question and answer', answerSection(report, anchors)],
    ['positions', 'Who stands where', matrixSection(report)],
    ['sources', 'Sources', sourcesSection(report, anchors)],
    ['statements', 'What was said', statementsSection(report, anchors)],
    ['chronicle', 'Chronicle', chronicleSection(report, anchors)],
    ...report.models.map(
      (model, at) =>
        [`conflict${at > 0 ? `-${at + 1}` : ''}`, 'What can hold', conflictSection(model, anchors, at + 1)] as const,
    ),
    ['methods', 'Methods', methodsSection(report)],
    ['texts', 'The documents in full', fullTextSection(report, anchors)],
  ];
  const made = sections.filter((one) => one[2] !== undefined);
  return page(
    `${report.title}: report`,
    html`${glyphSymbols()}<a class="skip" href="#main">Skip to the content</a>
<div class="bar"><div><span class="mark">Entente</span><span class="dossier">${report.title}</span></div></div>
<div class="frame"><nav class="contents" aria-label="Contents">${made.map(([id, name]) => html`<a href="#${id}">${name}</a>`)}<small>${counted(report.counts.documents, 'document')}, ${counted(report.counts.origins, 'origin')}</small></nav>
<main id="main">${head}${made.map(([, , section]) => section)}</main></div>
<footer class="end">Made by Entente from the documents named here, on one machine. Every sentence leads to the words of a source.</footer>`,
  );
};
