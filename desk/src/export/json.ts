import type { Event, Figure, Forecast } from '@entente/core/chronicle/event';
import type { Told } from '@entente/core/chronicle/repeat';
import type { Passage } from '@entente/core/document/passage';
import type { Position, Stand } from '@entente/core/position/position';
import type { Answer, AnswerParagraph } from '@entente/core/report/answer';
import type { ModelEntry } from '@entente/core/report/model';
import type { Report } from '@entente/core/report/report';
import {
  type Citation,
  type Library,
  leadOf,
  libraryOf,
  placeLabel,
  type Sentence,
  sentenceText,
} from '@entente/core/report/sentence';
import type { DerivationEntry, DocumentEntry } from '@entente/core/report/sources';
import type { Statement } from '@entente/core/statement/statement';

const place = (passage: Passage) => ({
  document: passage.document,
  start: passage.start,
  end: passage.end,
  quote: passage.quote,
});

const citationJson = ({ passage, label, voice, suggested, statement }: Citation) => ({
  label,
  voice,
  status: suggested ? 'suggested' : 'accepted',
  ...(statement !== undefined && { statement }),
  passage: place(passage),
});

export const sentenceJson = (sentence: Sentence) => ({
  kind: sentence.kind,
  text: sentenceText(sentence),
  ...(sentence.lead !== '' && { accordingTo: sentence.lead }),
  ...(sentence.when !== undefined && { when: sentence.when }),
  citations: sentence.citations.map(citationJson),
});

/** A paragraph of an answer. */
export const paragraphJson = ({ part, sentences }: AnswerParagraph) => ({
  part,
  sentences: sentences.map(sentenceJson),
});

/** An answer as `why --json` gives it. */
export const answerJson = (answer: Answer) => ({
  actor: answer.actor.id,
  issue: answer.issue.id,
  ...(answer.question !== undefined && { question: answer.question }),
  found: answer.position !== undefined,
  ...(answer.position !== undefined && { stance: answer.position.stance, contested: answer.position.contested }),
  paragraphs: answer.paragraphs.map(paragraphJson),
  ...(answer.nearest.length > 0 && { nearest: answer.nearest }),
});

const standJson = (stand: Stand) => ({
  stance: stand.stance,
  contested: stand.contested,
  voice: stand.voice,
  origins: stand.origins,
  ...(stand.interval !== undefined && { interval: stand.interval }),
  stances: stand.stances.map(({ stance, statements, origins }) => ({
    stance,
    origins,
    statements: statements.map(({ id }) => id),
  })),
  conditions: stand.conditions.map(({ kind, passage }) => ({ kind, passage: place(passage) })),
  reasons: stand.reasons.map(place),
  history: stand.history.map(({ stance, when, statements }) => ({
    stance,
    ...(when !== undefined && { when }),
    statements: statements.map(({ id }) => id),
  })),
});

/** A position as `positions --json` gives it. */
export const positionJson = (position: Position) => ({
  actor: position.actor,
  issue: position.issue,
  basis: position.basis,
  counts: position.counts,
  ...standJson(position),
  ...(position.suggested !== undefined && { suggested: standJson(position.suggested) }),
});

const statementJson = (library: Library, statement: Statement) => ({
  id: statement.id,
  actor: statement.actor,
  ...(statement.speaker !== undefined && { speaker: statement.speaker }),
  issue: statement.issue,
  stance: statement.stance,
  ...(statement.condition !== undefined && {
    condition: { kind: statement.condition.kind, passage: place(statement.condition.passage) },
  }),
  ...(statement.reason !== undefined && { reason: place(statement.reason) }),
  accordingTo: leadOf(library, statement),
  attribution: statement.attribution.map(({ name, voice }) => ({ name, voice })),
  ...(statement.date !== undefined && { date: statement.date }),
  level: statement.level,
  status: statement.status,
  coder: statement.coder,
  ...(statement.confidence !== undefined && { confidence: statement.confidence }),
  citation: placeLabel(library, statement.passage),
  passage: place(statement.passage),
});

const documentJson = ({ document, name, date, origin, takesFrom, accepted, suggested }: DocumentEntry) => ({
  id: document.id,
  name,
  file: document.file,
  sha256: document.sha256,
  ...(document.title !== undefined && { title: document.title.value }),
  ...(document.publisher !== undefined && { publisher: document.publisher.value }),
  ...(document.author !== undefined && { author: document.author.value }),
  ...(document.published !== undefined && {
    published: document.published.value,
    publishedFrom: document.published.from,
  }),
  dateInWords: date,
  ...(document.kind !== undefined && { kind: document.kind.value }),
  ...(document.grade !== undefined && { grade: document.grade }),
  origin,
  takesFrom,
  statements: { accepted, suggested },
});

const derivationJson = ({ source, derived, pairs, by, sure }: DerivationEntry) => ({
  source: source.id,
  derived: derived.id,
  direction: { by, sure },
  passages: pairs.map(({ derivation, change, changes }) => ({
    kind: derivation.kind,
    ...(derivation.direction.by.includes('by hand') ? { byHand: true } : { score: derivation.score }),
    change,
    ...(changes.length > 0 && {
      changes: changes.map(({ kind, lost, gained, headline }) => ({
        kind,
        ...(headline === true && { headline }),
        ...(lost !== undefined && { lost: place(lost) }),
        ...(gained !== undefined && { gained: place(gained) }),
      })),
    }),
    source: place(derivation.source),
    derived: place(derivation.derived),
  })),
});

/** An event, figure or forecast as `chronicle --json` gives it. */
const codedJson = (library: Library, item: Event | Figure | Forecast) => {
  const { passage, coder, attribution, ...rest } = item;
  return {
    ...rest,
    accordingTo: leadOf(library, item),
    citation: placeLabel(library, passage),
    passage: place(passage),
  };
};

const toldJson = (library: Library, { first, repeats }: Told<Event | Figure | Forecast>) => ({
  ...codedJson(library, first),
  ...(repeats.length > 0 && { repeats: repeats.map((one) => codedJson(library, one)) }),
});

export const chronicleJson = (report: Pick<Report, 'chronicle' | 'dossier'>) => {
  const library = libraryOf(report.dossier.documents);
  const { dated, undated, rivals, forecasts } = report.chronicle;
  return {
    events: [...dated, ...undated].map((one) => toldJson(library, one)),
    rivals: rivals.map(({ of, unit, figures }) => ({
      of,
      unit,
      figures: figures.map((one) => codedJson(library, one)),
    })),
    forecasts: forecasts.map((one) => toldJson(library, one)),
  };
};

const modelJson = (model: ModelEntry) => ({
  conflict: model.conflict.title,
  finding: model.finding,
  options: model.analysis.model.options.map(({ id, name }) => ({ id, name })),
  makers: model.makers.map(({ name, aims, statusQuo }) => ({
    name,
    aims: aims.map((group) =>
      group.map(({ text, assumed, citations }) => ({ text, assumed, citations: citations.map(citationJson) })),
    ),
    ...(statusQuo !== undefined && { statusQuo }),
  })),
  feasibleStates: model.analysis.model.size,
  states: model.states.map(({ pattern, statusQuo, stable, places }) => ({
    pattern,
    ...(statusQuo && { statusQuo }),
    holds: stable.filter(({ holds }) => holds).map(({ concept }) => concept),
    stable: Object.fromEntries(stable.map(({ concept, makers }) => [concept, makers])),
    ranks: places,
  })),
  reversals: model.reversals,
  sureness: model.sureness,
  restsOn: model.rests,
});

/** The whole report as data, stable and documented in docs/report.md. Texts of documents are left out; their hashes are in. */
export const reportJson = (report: Report) => {
  const library = libraryOf(report.dossier.documents);
  return {
    format: 'entente-report/1',
    title: report.title,
    ...(report.question !== undefined && { question: report.question }),
    ...(report.dossier.asOf !== undefined && { asOf: report.dossier.asOf }),
    finding: {
      text: report.finding.text,
      suggested: report.finding.suggested,
      citations: report.finding.citations.map(citationJson),
    },
    counts: report.counts,
    ...(report.leftOut !== undefined && { leftOut: report.leftOut }),
    ...(report.answer !== undefined && { answer: answerJson(report.answer) }),
    actors: report.dossier.codebook.actors.map(({ id, name, kind }) => ({ id, name, kind })),
    issues: report.dossier.codebook.issues,
    documents: report.documents.map(documentJson),
    derivations: report.derivations.map(derivationJson),
    positions: report.positions.map(positionJson),
    statements: report.dossier.statements
      .filter(({ status }) => status !== 'rejected')
      .map((one) => statementJson(library, one)),
    chronicle: chronicleJson(report),
    conflicts: report.models.map(modelJson),
    methods: report.methods,
    problems: report.problems,
  };
};
