import { edtfWords } from '../chronicle/edtf-words.ts';
import { shortSource } from '../document/citation.ts';
import { originAt } from '../document/origin.ts';
import type { Passage } from '../document/passage.ts';
import { overlap } from '../document/span.ts';
import { type Position, positionsOver, type Stand } from '../position/position.ts';
import type { Actor, Issue } from '../statement/codebook.ts';
import type { Statement } from '../statement/statement.ts';
import { type ActorId, type DocumentId, documentId, originId } from '../vocabulary.ts';
import type { Dossier } from './dossier.ts';
import { headlineWords } from './headline.ts';
import type { ModelEntry } from './model.ts';
import {
  cite,
  countSentence,
  distinctCitations,
  inItsWords,
  type Library,
  libraryOf,
  placeLabel,
  type Sentence,
} from './sentence.ts';
import { standingSentence, toldOnce } from './standing.ts';
import { capital, counted, listed, spelled, unique, withArticle } from './words.ts';

/** What a paragraph of an answer tells. */
export type AnswerPart =
  | 'finding'
  | 'words'
  | 'headline'
  | 'reasons'
  | 'conditions'
  | 'origins'
  | 'earlier'
  | 'suggested'
  | 'missing'
  | 'others'
  | 'model';

export interface AnswerParagraph {
  readonly part: AnswerPart;
  readonly sentences: readonly Sentence[];
}

/** What the evidence says of one actor on one issue, and what it does not. */
export interface Answer {
  readonly actor: Actor;
  readonly issue: Issue;
  readonly question?: string;
  /** Left out when nothing is reported. */
  readonly position?: Position;
  readonly paragraphs: readonly AnswerParagraph[];
  /** When nothing is reported: where something is, nearest first. */
  readonly nearest: readonly { readonly actor: ActorId; readonly issue: Issue['id'] }[];
}

const WORDS_SHOWN = 4;

/** Where some words were taken from: the documents next to them, or, for a heading, the one that its section comes from in the end. */
const sourcesOf = (dossier: Dossier, passages: readonly Passage[]): readonly DocumentId[] => {
  const originOf = originAt(dossier.origins);
  return [
    ...new Set(
      passages.flatMap((passage) => {
        const links = dossier.derivations.filter(
          ({ source, derived }) =>
            derived.document === passage.document &&
            source.document !== passage.document &&
            overlap(derived, passage) > 0,
        );
        return links.length > 0 ? links.map(({ source }) => source.document) : [documentId(originOf(passage))];
      }),
    ),
  ];
};

const originSentence = (dossier: Dossier, library: Library, stand: Stand): Sentence => {
  const documents = [...new Set(stand.statements.map(({ passage }) => passage.document))];
  const articles = counted(documents.length, 'document');
  const origins = counted(stand.origins.length, 'origin');
  const told = toldOnce(dossier, stand.statements);
  const name = (id: DocumentId): string => {
    const document = library.get(id);
    return document === undefined ? id : shortSource(document);
  };
  const firstIn = new Map<DocumentId, Statement>();
  const telling = new Set<DocumentId>();
  for (const { first } of told) {
    const { document } = first.passage;
    if (!firstIn.has(document)) firstIn.set(document, first);
    if (inText(library, first.passage)) telling.add(document);
  }
  const here = new Set(documents);
  const originOf = originAt(dossier.origins);
  const taken = documents.flatMap((id) => {
    const all = stand.statements.filter(({ passage }) => passage.document === id);
    const copied = all.filter(({ passage }) => originOf(passage) !== originId(id));
    const sources = sourcesOf(
      dossier,
      copied.map(({ passage }) => passage),
    ).filter((other) => here.has(other));
    if (sources.length === 0) return [];
    if (copied.length < all.length) return [`${name(id)} takes part of it from ${listed(sources.map(name))}`];
    const own = telling.has(id) ? '' : ' and adds no evidence of its own on this';
    return [`${name(id)} takes from ${listed(sources.map(name))}${own}`];
  });
  const shown = taken.length > 4 ? [...taken.slice(0, 4), `${taken.length - 4} more take from others`] : taken;
  const citations = [...firstIn.values()].map((statement) => cite(library, statement));
  return countSentence(
    `${capital(articles)}, ${origins}${shown.length === 0 ? '' : `: ${shown.join('; ')}`}.`,
    citations,
  );
};

/** Whether a passage stands in the text and not in a headline, which is no evidence beside the text under it. */
const inText = (library: Library, { document, start, end }: Passage): boolean =>
  library
    .get(document)
    ?.blocks.some((block) => block.kind === 'paragraph' && start < block.end && block.start < end) === true;

/** “Two more passages, of the same origin, are counted with these.”: not that they say the same, for their words may differ. */
const moreSentence = (dossier: Dossier, library: Library, firsts: readonly Statement[]): readonly Sentence[] => {
  const [shown, rest] = [firsts.slice(0, WORDS_SHOWN), firsts.slice(WORDS_SHOWN)];
  if (rest.length === 0) return [];
  const originOfWords = originAt(dossier.origins);
  const originOf = ({ passage }: Statement) => originOfWords(passage);
  const known = new Set(shown.map(originOf));
  const ofThese = known.size === 1 ? ', of the same origin,' : ', of the same origins,';
  return [
    countSentence(
      `${capital(spelled(rest.length, 'more passage'))}${rest.every((one) => known.has(originOf(one))) ? ofThese : ''} ${rest.length === 1 ? 'is' : 'are'} counted with these.`,
      rest.map((one) => cite(library, one)),
    ),
  ];
};

/** What is missing is missing for the time of the position; where something earlier is known, that is said. */
const missingSentences = (name: string, stand: Stand, earlier: boolean): readonly Sentence[] => {
  const gaps = [
    stand.voice === 'named' ? '' : `no statement of ${withArticle(name)} is on record`,
    stand.conditions.length === 0 && stand.stance !== 'support' ? 'no condition is put in words' : '',
    stand.reasons.length === 0 ? 'no reason is given' : '',
    stand.statements.every(({ date }) => date === undefined) ? 'no statement is dated' : '',
    stand.origins.length === 1 ? 'no second origin bears it out' : '',
  ].filter(Boolean);
  const time = stand.interval === undefined ? '' : ` (${edtfWords(stand.interval)})`;
  const limit = earlier ? ` of the present position${time}` : '';
  return gaps.length === 0 ? [] : [countSentence(`What the evidence does not bear${limit}: ${listed(gaps)}.`)];
};

const otherSentences = (
  dossier: Dossier,
  library: Library,
  positions: readonly Position[],
  actor: Actor,
  issue: Issue,
): readonly Sentence[] => {
  const names = new Map(dossier.codebook.actors.map((one) => [one.id, one]));
  const here = positions.filter((one) => one.issue === issue.id && one.actor !== actor.id);
  const said = here.map((position) =>
    standingSentence(dossier, library, names.get(position.actor)?.name ?? position.actor, position),
  );
  const silent = [...new Set(positions.map((one) => one.actor))]
    .filter((id) => id !== actor.id && names.get(id)?.kind === 'state' && !here.some((one) => one.actor === id))
    .map((id) => withArticle(names.get(id)?.name ?? id));
  if (silent.length === 0) return said;
  const some = silent.length > 5 ? [...silent.slice(0, 5), `${silent.length - 5} more`] : silent;
  return [...said, countSentence(`No statement on it is reported of ${listed(some, 'or')}.`)];
};

const headlineSentences = (
  dossier: Dossier,
  library: Library,
  actor: Actor,
  issue: Issue,
  statements: readonly Statement[],
): readonly Sentence[] => {
  const found = headlineWords(dossier, actor, issue, statements);
  return found.map(({ word, passage }) => ({
    ...countSentence([
      { kind: 'quote', text: capital(word), passage },
      { kind: 'ours', text: ` is a word of one headline alone; no passage on ${withArticle(actor.name)} uses it.` },
    ]),
    citations: [{ passage, label: placeLabel(library, passage), voice: 'reading' as const, suggested: false }],
  }));
};

const modelSentences = (models: readonly ModelEntry[], actor: Actor): readonly Sentence[] =>
  models.flatMap(({ conflict, makers, finding, reversals }) => {
    const at = conflict.makers.findIndex((maker) => maker.actor === actor.id || maker.name === actor.name);
    if (at < 0) return [];
    const citations = distinctCitations((makers[at]?.aims ?? []).flat().flatMap((aim) => aim.citations));
    const ways = reversals.map(({ maker, aim }) => `${maker}: ${aim}`);
    const model = (text: string): Sentence => ({
      kind: 'model',
      lead: '',
      joint: '',
      runs: [{ kind: 'ours', text }],
      citations,
    });
    return [
      model(`${finding}.`),
      ...(ways.length === 0
        ? []
        : [
            {
              ...model(`Reversing any one of these aims, and nothing else, would end that: ${ways.join('; ')}.`),
              citations: [],
            },
          ]),
    ];
  });

/** Whether most of a passage lies in a longer one, so that quoting both would say it twice. */
const inside = (a: Passage, b: Passage): boolean => {
  const [long, short] = [b.end - b.start, a.end - a.start];
  const longer = long > short || (long === short && b.start < a.start);
  return a.document === b.document && longer && overlap(a, b) * 3 > short * 2;
};

/**
 * What the dossier's statements say of an actor on an issue: the stance in the sources' words, reasons, conditions, origins, what was
 * said earlier, what is only suggested, what is missing, and where the others stand. Nothing in it comes from anywhere else.
 */
export const answerOn = (
  dossier: Dossier,
  actor: Actor,
  issue: Issue,
  { question, models = [] }: { readonly question?: string; readonly models?: readonly ModelEntry[] } = {},
): Answer => {
  const library = libraryOf(dossier.documents);
  const positions = positionsOver(dossier, dossier.asOf === undefined ? {} : { asOf: dossier.asOf });
  const position = positions.find((one) => one.actor === actor.id && one.issue === issue.id);
  const head = { actor, issue, ...(question !== undefined && { question }) };
  const filled = (paragraphs: readonly AnswerParagraph[]) => paragraphs.filter(({ sentences }) => sentences.length > 0);
  if (position === undefined) {
    const nearest = positions.filter((one) => one.actor === actor.id || one.issue === issue.id);
    return {
      ...head,
      paragraphs: filled([
        {
          part: 'missing',
          sentences: [
            countSentence(
              `No statement of ${withArticle(actor.name)} on this${dossier.asOf === undefined ? '' : `, as of ${edtfWords(dossier.asOf)},`} is among the ${counted(dossier.statements.length, 'statement')} of ${counted(dossier.documents.length, 'document')}.`,
            ),
          ],
        },
        { part: 'others', sentences: otherSentences(dossier, library, positions, actor, issue) },
      ]),
      nearest: nearest.map(({ actor: who, issue: what }) => ({ actor: who, issue: what })),
    };
  }
  const told = toldOnce(dossier, position.statements);
  const firsts = told.map(({ first }) => first);
  const given = unique(
    firsts.flatMap((one) => (one.reason === undefined ? [] : [{ one, reason: one.reason }])),
    ({ reason }) => `${reason.document} ${reason.start} ${reason.end}`,
  );
  const reasons = given.filter(({ reason }) => !given.some((other) => inside(reason, other.reason)));
  const conditions = unique(
    firsts.flatMap((one) => (one.condition === undefined ? [] : [{ one, passage: one.condition.passage }])),
    ({ passage }) => `${passage.document} ${passage.start} ${passage.end}`,
  );
  const all = position.history.flatMap(({ statements }) => statements);
  const earlier = toldOnce(
    dossier,
    all.filter((one) => !position.statements.includes(one)),
  );
  const paragraphs: readonly AnswerParagraph[] = [
    { part: 'finding', sentences: [standingSentence(dossier, library, actor.name, position)] },
    { part: 'headline', sentences: headlineSentences(dossier, library, actor, issue, all) },
    {
      part: 'words',
      sentences: [
        ...firsts.slice(0, WORDS_SHOWN).map((one) => inItsWords(library, one)),
        ...moreSentence(dossier, library, firsts),
      ],
    },
    { part: 'reasons', sentences: reasons.map(({ one, reason }) => inItsWords(library, one, reason, 'because ')) },
    { part: 'conditions', sentences: conditions.slice(1).map(({ one, passage }) => inItsWords(library, one, passage)) },
    { part: 'origins', sentences: [originSentence(dossier, library, position)] },
    { part: 'earlier', sentences: earlier.slice(0, WORDS_SHOWN).map(({ first }) => inItsWords(library, first)) },
    {
      part: 'suggested',
      sentences:
        position.suggested === undefined ? [] : [standingSentence(dossier, library, actor.name, position.suggested)],
    },
    { part: 'missing', sentences: missingSentences(actor.name, position, earlier.length > 0) },
    { part: 'others', sentences: otherSentences(dossier, library, positions, actor, issue) },
    { part: 'model', sentences: modelSentences(models, actor) },
  ];
  return { ...head, position, paragraphs: filled(paragraphs), nearest: [] };
};
