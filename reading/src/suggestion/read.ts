import type { Event, Figure, Forecast } from '@entente/core/chronicle/event';
import type { Document } from '@entente/core/document/document';
import type { Codebook, Issue } from '@entente/core/statement/codebook';
import type { Statement } from '@entente/core/statement/statement';
import { type Gazetteer, gazetteer } from '../actor/gazetteer.ts';
import type { Weighing } from '../actor/meant.ts';
import type { Mention } from '../actor/mention.ts';
import { People } from '../actor/person.ts';
import { halfOf } from '../actor/roles.ts';
import type { Surroundings } from '../actor/spot.ts';
import { candidates, type Matter, type PutForward } from '../issue/candidate.ts';
import { linker } from '../issue/linker.ts';
import { matterOf, partsOf } from '../issue/matter.ts';
import type { Linker } from '../issue/ranking.ts';
import { type Extension, extended } from '../lexicon/extension.ts';
import type { SyntaxProvider } from '../syntax/syntax.ts';
import { Cast } from './cast.ts';
import { chronicle } from './chronicle.ts';
import type { Weigh } from './coded.ts';
import type { Observe } from './issue-of.ts';
import { type Likeness, likenessBy } from './likeness.ts';
import { acquaint, type ReadReport, report, split, type Voices } from './report.ts';
import { historyOf, type Sift, statements } from './statements.ts';
import { dayOf, outletOf, voiceOf } from './voice.ts';

/** What the reader suggests for documents: nothing of it is accepted yet. */
export interface Reading {
  /** The codebook given, extended with actors that the texts introduce, and with issues put forward where none was given. */
  readonly codebook: Codebook;
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly figures: readonly Figure[];
  readonly forecasts: readonly Forecast[];
}

export interface ReadOptions {
  /** A parser for the sentences that can hold a position; rules over words alone where it is left out. */
  readonly syntax?: SyntaxProvider | undefined;
  /** Words that a dossier adds to the shipped lexicon. */
  readonly lexicon?: Extension | undefined;
  /** Told of every issue that is weighed for a position. */
  readonly observe?: Observe | undefined;
  /** Told of the evidence for every statement. */
  readonly weigh?: Weigh | undefined;
  /** Told of everybody who is weighed as the one a pronoun or description means. */
  readonly weighing?: ((mention: Mention) => Weighing) | undefined;
  /** Told of everything that might be a statement. */
  readonly sift?: Sift | undefined;
}

const mattersIn = (told: ReadReport): Matter[] => {
  const { document, sentences } = told;
  return sentences.flatMap((one) => {
    const dates = one.dated.map(({ expression }) => expression);
    return one.positions.flatMap((position) => {
      let from = position.contentFirst;
      return partsOf(one, position).flatMap((to) => {
        const matter = matterOf(one, position, document.text, from, to, dates);
        from = to;
        const past = historyOf(told, one, position);
        return matter ? { ...matter, ...(past === undefined ? {} : { past }) } : [];
      });
    });
  });
};

const voices = (document: Document, people: People, names: Gazetteer): Voices => {
  const [author, outlet] = [voiceOf(document, people, names), outletOf(document, people)];
  return { ...(author ? { author } : {}), ...(outlet ? { outlet } : {}) };
};

/** The most reports from which issues are put forward where no codebook gives any; those after them are linked to these. */
const PUT_FORWARD_FROM = 400;

/**
 * Reads reports in turns: who is introduced in one is known in those after it, and issues put forward from the first turns are those of the later
 * ones. Between turns nothing of the reports is kept but names and issues.
 */
export class Reader {
  private readonly named = new Set<string>();
  private readonly people = new People();
  private readonly around: Surroundings;
  private readonly cast: Cast;
  private readonly given: readonly Issue[];
  private readonly options: ReadOptions;
  private matters: Matter[] = [];
  private seen = 0;
  private put: readonly PutForward[] = [];
  private link: Linker;
  private readonly likeness: Likeness;

  constructor(codebook: Codebook | undefined, options: ReadOptions = {}) {
    const { lexicon } = options;
    const own = new Set<string>(codebook?.actors.map(({ id }) => id));
    const more = lexicon?.actors.filter(({ id }) => !own.has(id)) ?? [];
    this.options = options;
    this.around = {
      gazetteer: gazetteer([...(codebook?.actors ?? []), ...more], lexicon?.voices),
      people: this.people,
      half: halfOf(this.named),
    };
    this.cast = new Cast(codebook, this.people, more);
    this.given = codebook?.issues ?? [];
    this.likeness = likenessBy(options.syntax?.vectorOf);
    this.link = linker(this.given, this.around.gazetteer, options.syntax?.vectorOf);
  }

  /** The suggestions of some reports, read together. */
  read(documents: readonly Document[]): Reading {
    return extended(this.options.lexicon, () => this.turn(documents));
  }

  private turn(documents: readonly Document[]): Reading {
    const { around, cast, people } = this;
    const parts = documents.map(split);
    acquaint(parts, around, this.named);
    const reports = parts.map((part) =>
      report(
        part,
        around,
        part.document.published?.value ?? dayOf(part.document),
        voices(part.document, people, around.gazetteer),
        this.options.syntax,
        this.options.weighing,
      ),
    );
    if (this.given.length === 0 && this.seen < PUT_FORWARD_FROM) {
      this.matters.push(...reports.flatMap(mattersIn));
      this.seen += documents.length;
      this.put = candidates(this.matters);
      this.link = linker(
        this.put.map(({ issue }) => issue),
        around.gazetteer,
        this.options.syntax?.vectorOf,
      );
      if (this.seen >= PUT_FORWARD_FROM) this.matters = [];
    }
    const { observe, weigh, sift } = this.options;
    const coded = statements(reports, this.link, cast, this.put, { observe, weigh, sift, likeness: this.likeness });
    const told = chronicle(reports, cast);
    return { codebook: { actors: cast.actors(), issues: this.link.issues }, statements: coded, ...told };
  }
}

/**
 * Reads documents together: who is introduced in one is known in all.
 *
 * Cost: linear in the text. The same documents, codebook and lexicon give the same reading.
 *
 * @param codebook issues and actors to link to; issues are put forward from the texts where it holds none
 */
export const readDocuments = (
  documents: readonly Document[],
  codebook: Codebook | undefined,
  options: ReadOptions = {},
): Reading => new Reader(codebook, options).read(documents);
