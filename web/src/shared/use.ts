import { useEffect, useSyncExternalStore } from 'react';
import type { Cell } from './cell.ts';
import type { Fetched, Source } from './fetched.ts';
import { type Place, routerOn } from './router.ts';

/** The value of a cell, again whenever it changes. */
export const useCell = <Value>(one: Pick<Cell<Value>, 'now' | 'subscribe'>): Value =>
  useSyncExternalStore(one.subscribe, one.now);

/** What is fetched, as long as it is shown. */
export const useFetched = <Value>(source: Source<Value>): Fetched<Value> => {
  const { watch } = source;
  useEffect(watch, [watch]);
  return useCell(source.cell);
};

export const router = routerOn(window);

/** Where the reader is; nothing where the address leads to no room. */
export const usePlace = (): Place | undefined => useSyncExternalStore(router.subscribe, router.place);
