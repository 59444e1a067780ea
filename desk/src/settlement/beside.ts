import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Conflict } from '@entente/core/conflict/conflict';
import { citation } from '@entente/core/document/citation';
import { originAt } from '@entente/core/document/origin';
import { actorsById, spokenFor } from '@entente/core/position/organ';
import type { Dossier } from '@entente/core/report/dossier';
import type { Addition } from '@entente/core/settlement/candidate-change';
import { additionsFrom } from '@entente/core/settlement/dossier-addition';
import type { Statement } from '@entente/core/statement/statement';
import type { OriginId, StatementId } from '@entente/core/vocabulary';
import { readFolder } from '../store/folder.ts';

/** What a conflict's evidence says, where its dossier lies beside it. */
export interface Evidence {
  readonly dossier: Dossier;
  /** `“will turn down any such proposal” (Kyodo ¶5, citing state media)`, or undefined for an id that the dossier has not. */
  readonly words: (id: StatementId) => string | undefined;
  readonly originOf: ReadonlyMap<StatementId, OriginId>;
  /** Aims that its conditions bear and a conflict does not have. */
  readonly additions: (conflict: Conflict) => readonly Addition[];
}

const quoted = (statement: Statement, dossier: Dossier): string => {
  const document = dossier.documents.find(({ id }) => id === statement.passage.document);
  const quote = statement.passage.quote.replace(/\s+/g, ' ');
  const cited = document ? citation(document, statement.passage.start) : statement.passage.document;
  const chain = statement.attribution.map(({ name }) => name);
  return `“${quote}” (${cited}${chain.length > 0 ? `, citing ${chain.join(', ')}` : ''})`;
};

/** The dossier in whose folder a conflict file lies: its folder, or the one above for `conflicts/`. Undefined when there is none. */
export const evidenceBeside = async (conflictPath: string): Promise<Evidence | undefined> => {
  for (const folder of [dirname(conflictPath), dirname(dirname(conflictPath))]) {
    try {
      await access(join(folder, 'dossier.yaml'));
    } catch {
      continue;
    }
    const read = await readFolder(folder);
    if (!read.ok) return undefined;
    const { dossier } = read.value;
    const statements = new Map(dossier.statements.map((statement) => [statement.id, statement]));
    const originOfWords = originAt(dossier.origins);
    const actors = actorsById(dossier.codebook);
    return {
      dossier,
      additions: (conflict) =>
        additionsFrom(conflict, dossier.statements, (actor) => {
          const whole = spokenFor(actors, actor, dossier.asOf);
          const maker = conflict.makers.findIndex(({ actor: own }) => own === whole);
          return maker < 0 ? undefined : maker;
        }),
      words: (id) => {
        const statement = statements.get(id);
        return statement && quoted(statement, dossier);
      },
      originOf: new Map(dossier.statements.map(({ id, passage }) => [id, originOfWords(passage)])),
    };
  }
  return undefined;
};
