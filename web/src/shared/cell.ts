/** A value that views can watch. What stands in it is never changed in place. */
export interface Cell<Value> {
  readonly now: () => Value;
  readonly set: (value: Value | ((before: Value) => Value)) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const isChange = <Value>(value: Value | ((before: Value) => Value)): value is (before: Value) => Value =>
  typeof value === 'function';

export const cell = <Value>(first: Value): Cell<Value> => {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    now: () => value,
    set: (next) => {
      const after = isChange(next) ? next(value) : next;
      if (Object.is(after, value)) return;
      value = after;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
