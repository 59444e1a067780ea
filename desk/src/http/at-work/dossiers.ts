import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Dossier } from '@entente/core/report/dossier';
import { readFolder } from '../../store/folder.ts';
import type { PageFiles } from '../page-files.ts';
import { type AtWork, atWork, PERSON } from './at-work.ts';

/** Nothing but the names of those who are followed. */
export const emptied = ({ codebook }: Dossier): Dossier => ({
  ...{ title: 'Cod in the Grey Strait', documents: [], derivations: [], origins: [], statements: [] },
  ...{ codebook, events: [], figures: [], forecasts: [] },
});

/** With everything still to be decided. */
export const undecided = (dossier: Dossier): Dossier => ({
  ...dossier,
  statements: dossier.statements.map((statement) => ({
    ...statement,
    status: 'suggested',
    coder: { kind: 'rule', name: 'reader' },
  })),
});

const EXAMPLE = fileURLToPath(new URL('../../../../examples/end-of-war-declaration', import.meta.url));

/** The example that opens by default, with its conflict, at work. */
export const exampleAtWork = async (pages: PageFiles | undefined): Promise<AtWork> => {
  const read = await readFolder(EXAMPLE);
  if (!read.ok) throw new RangeError('There is no example');
  const work = await atWork(read.value.dossier, pages);
  const text = await readFile(`${EXAMPLE}/conflict.yaml`, 'utf8');
  const after = { id: 'conflict', file: 'conflict.yaml', text };
  const written = await work.store.write(PERSON, 'import', [{ kind: 'conflict', id: 'conflict', after }]);
  if (!written.ok) throw new RangeError(written.problems.map(({ says }) => says).join(' '));
  return work;
};
