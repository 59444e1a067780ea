/** The rooms, in the order of the bar. The digits 1–7 lead to them. */
export const ROOMS = ['brief', 'sources', 'coding', 'positions', 'chronicle', 'conflict', 'report'] as const;
export type RoomName = (typeof ROOMS)[number];

/** Where the reader is: a room, what is open in it, and how it is filtered. One place = one address that can be shared. */
export interface Place {
  readonly room: RoomName;
  /** What is open in the room: `[]` its first page, `['wire']` a document, `['wire', 'rewrite']` two beside each other. */
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

const isRoom = (word: string): word is RoomName => ROOMS.some((room) => room === word);

/** How many parts of a path each room knows. */
const DEPTH: Readonly<Record<RoomName, number>> = {
  ...{ brief: 0, sources: 2, coding: 1, positions: 0 },
  ...{ chronicle: 0, conflict: 1, report: 0 },
};

/** Whether an address leads into a room and past all that is in it. */
export const isPast = ({ room, path }: Place): boolean => path.length > DEPTH[room];

const plain = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Reads an address; one without a room is the Brief, one with an unknown room is none. */
export const placeAt = (address: string): Place | undefined => {
  const url = new URL(address, 'http://entente.invalid');
  const [first = 'brief', ...path] = url.pathname.split('/').filter(Boolean).map(plain);
  if (!isRoom(first)) return undefined;
  return { room: first, path, query: Object.fromEntries(url.searchParams) };
};

/** The address of a place. Empty parts of the query are left out. */
export const addressOf = ({ room, path = [], query = {} }: Partial<Place> & Pick<Place, 'room'>): string => {
  const words = Object.entries(query).filter(([, value]) => value !== '');
  const search = words.length === 0 ? '' : `?${new URLSearchParams(words).toString()}`;
  const parts = [room, ...path].map(encodeURIComponent);
  return `/${room === 'brief' && path.length === 0 ? '' : parts.join('/')}${search}`;
};

/** What the router needs of a window. */
export interface Surroundings {
  readonly location: { readonly pathname: string; readonly search: string };
  readonly history: {
    pushState(data: unknown, unused: string, address: string): void;
    replaceState(data: unknown, unused: string, address: string): void;
  };
  addEventListener(kind: 'popstate', listener: () => void): void;
}

export interface Router {
  /** The same object until the place changes. */
  readonly place: () => Place | undefined;
  readonly go: (place: Partial<Place> & Pick<Place, 'room'>, how?: 'push' | 'replace') => void;
  readonly goTo: (address: string, how?: 'push' | 'replace') => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A router over the History API: links can be shared, the back button works. */
export const routerOn = (window: Surroundings): Router => {
  const listeners = new Set<() => void>();
  const here = (): string => `${window.location.pathname}${window.location.search}`;
  let place = placeAt(here());
  const changed = (): void => {
    place = placeAt(here());
    for (const listener of listeners) listener();
  };
  window.addEventListener('popstate', changed);
  const goTo = (address: string, how: 'push' | 'replace' = 'push'): void => {
    if (address === here()) return;
    if (how === 'push') window.history.pushState(undefined, '', address);
    else window.history.replaceState(undefined, '', address);
    changed();
  };
  return {
    place: () => place,
    goTo,
    go: (to, how) => goTo(addressOf(to), how),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
