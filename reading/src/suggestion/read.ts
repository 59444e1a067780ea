import type { Event, Figure, Forecast } from '@entente/core/chronicle/event';
import type { Document } from '@entente/core/document/document';
import type { Codebook } from '@entente/core/statement/codebook';
import type { Statement } from '@entente/core/statement/statement';
import { gazetteer } from '../actor/gazetteer.ts';
import type { Reference } from '../actor/mention.ts';
import { People } from '../actor/person.ts';
import { halfOf } from '../actor/roles.ts';
import type { Surroundings } from '../actor/spot.ts';
import { candidates, type Matter } from '../issue/candidate.ts';
import { linker } from '../issue/linker.ts';
import { matterOf, partsOf } from '../issue/matter.ts';
import type { SyntaxProvider } from '../syntax/syntax.ts';
import { Cast } from './cast.ts';
import { chronicle } from './chronicle.ts';
import { acquaint, type ReadReport, report, split } from './report.ts';
import { historyOf, statements } from './statements.ts';

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
}

/** Who speaks in a document's own voice: its author where it is a person; an agency reports and does not judge. */
const authorOf = ({ author }: Document, people: People): Reference | undefined => {
  if (
    author === undefined ||
    !/^\p{Lu}\S*(?: \p{Lu}\S*){1,3}$/u.test(author.value) ||
    /news|press|agency|staff|desk|wire|times|post|herald|tribune|journal|daily|courier|service|network|bureau|correspondent/i.test(
      author.value,
    )
  )
    return undefined;
  return { actor: people.introduce(author.value, {}).id };
};

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

/**
 * Reads documents together: who is introduced in one is known in all.
 *
 * Cost: linear in the text. The same documents and codebook give the same reading.
 *
 * @param codebook issues and actors to link to; issues are put forward from the texts where it holds none
 */
export const readDocuments = (
  documents: readonly Document[],
  codebook: Codebook | undefined,
  { syntax }: ReadOptions = {},
): Reading => {
  const named = new Set<string>();
  const people = new People();
  const around: Surroundings = { gazetteer: gazetteer(codebook?.actors ?? []), people, half: halfOf(named) };
  const parts = documents.map(split);
  acquaint(parts, around, named);
  const reports = parts.map((part) =>
    report(part, around, part.document.published?.value, authorOf(part.document, people), syntax),
  );
  const cast = new Cast(codebook, people);
  const given = codebook?.issues ?? [];
  const put = given.length > 0 ? [] : candidates(reports.flatMap(mattersIn));
  const issues = given.length > 0 ? given : put.map(({ issue }) => issue);
  const link = linker(issues, around.gazetteer);
  const coded = statements(reports, link, cast, put);
  const told = chronicle(reports, cast);
  return { codebook: { actors: cast.actors(), issues: link.issues }, statements: coded, ...told };
};
