import type { Dossier } from '../src/report/dossier.ts';
import { quotaDossier } from './quota-dossier.ts';

/** Words that would run, load or break out if they were ever taken for markup. */
export const HOSTILE = `"><script>alert(1)</script><img src=https://elsewhere.invalid/x onerror=alert(2)>' onmouseover='alert(3)</style></title>`;

/** The quota dossier with hostile words in every place that a stranger fills. */
export const hostileDossier: Dossier = {
  ...quotaDossier,
  title: HOSTILE,
  question: `Why does ${HOSTILE} Vestria block it?`,
  documents: quotaDossier.documents.map((document) => {
    const text = `${document.text}\n\n${HOSTILE}`;
    const end = { start: document.text.length + 2, end: text.length, kind: 'paragraph' as const };
    return {
      ...document,
      text,
      blocks: [...document.blocks, end],
      file: `${HOSTILE}.txt`,
      sha256: HOSTILE,
      title: { value: HOSTILE, from: HOSTILE },
      publisher: { value: HOSTILE, from: HOSTILE },
      author: { value: HOSTILE, from: HOSTILE },
      summarises: { value: HOSTILE, from: HOSTILE },
    };
  }),
  codebook: {
    actors: quotaDossier.codebook.actors.map((actor) => ({
      ...actor,
      name: `${actor.name} ${HOSTILE}`,
      aliases: [HOSTILE],
    })),
    issues: quotaDossier.codebook.issues.map((issue) => ({
      ...issue,
      label: `${issue.label} ${HOSTILE}`,
      proposal: HOSTILE,
    })),
  },
  statements: quotaDossier.statements.map((statement) => ({
    ...statement,
    note: HOSTILE,
    coder: { ...statement.coder, name: HOSTILE },
    attribution: [{ name: HOSTILE, voice: 'anonymous' as const }],
    date: HOSTILE,
  })),
  figures: quotaDossier.figures.map((figure) => ({ ...figure, of: HOSTILE, unit: HOSTILE })),
};
