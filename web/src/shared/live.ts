import type { Happening, Work } from 'entente/http/app';
import { cell } from './cell.ts';
import { fetching, reached } from './desk.ts';
import { notice } from './say.ts';

/** Work that goes on, and how the last one ended. */
export const works = cell<readonly Work[]>([]);

/** The newest version of the dossier that this page was told of. */
export const version = cell(0);

const SHOWN_MS = 6000;

const isHappening = (value: unknown): value is Happening =>
  typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'change' || value.kind === 'work');

/** Takes one happening in: what it changes is fetched anew, work is shown. */
export const happened = (happening: Happening): void => {
  if (happening.kind === 'change') {
    version.set(happening.version);
    fetching.changed(['any', ...happening.records]);
    return;
  }
  const { kind: _, ...work } = happening;
  works.set((before) => [...before.filter(({ id }) => id !== work.id), work]);
  if (work.ended !== undefined)
    setTimeout(
      () => works.set((before) => before.filter(({ id, ended }) => id !== work.id || ended === undefined)),
      SHOWN_MS,
    );
};

/** Listens to the desk as long as the page is open; after a break, everything shown is fetched anew. */
export const listen = (): void => {
  notice.subscribe(() => works.set((before) => before.filter(({ ended }) => ended === undefined))); // what is new goes first
  const source = new EventSource('/api/live');
  let broken = false;
  const take = (event: MessageEvent<string>): void => {
    const happening: unknown = JSON.parse(event.data);
    if (isHappening(happening)) happened(happening);
  };
  source.addEventListener('change', take);
  source.addEventListener('work', take);
  source.addEventListener('version', (event: MessageEvent<string>) => {
    const now = Number(event.data);
    if (broken || (version.now() !== 0 && now !== version.now())) fetching.changed();
    broken = false;
    version.set(now);
    reached.set(true);
  });
  source.addEventListener('error', () => {
    broken = true;
    reached.set(false);
  });
};
