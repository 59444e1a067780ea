import { useEffect, useRef, useSyncExternalStore } from 'react';
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

/** What was fetched last, while something else is fetched in its place. */
export const useLast = <Value>(fetched: Fetched<Value>): Fetched<Value> => {
  const last = useRef<Fetched<Value>>(undefined);
  if (fetched.kind !== 'asked') last.current = fetched;
  return fetched.kind === 'asked' && last.current !== undefined ? last.current : fetched;
};

/** The same object as long as the plain data in it stays the same. */
export const useSame = <Value>(value: Value): Value => {
  const last = useRef(value);
  if (last.current !== value && JSON.stringify(last.current) !== JSON.stringify(value)) last.current = value;
  return last.current;
};

export const router = routerOn(window);

/** Where the reader is; nothing where the address leads to no room. */
export const usePlace = (): Place | undefined => useSyncExternalStore(router.subscribe, router.place);
