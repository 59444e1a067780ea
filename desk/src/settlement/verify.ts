/** The first place at which two plain values differ, as a path with both values; undefined when they are the same. */
export const firstDifference = (
  recorded: unknown,
  made: unknown,
  at: string,
): { readonly at: string; readonly recorded: unknown; readonly made: unknown } | undefined => {
  if (Object.is(recorded, made)) return undefined;
  if (!isContainer(recorded) || !isContainer(made) || Array.isArray(recorded) !== Array.isArray(made))
    return { at, recorded, made };
  const [one, other] = [new Map(Object.entries(recorded)), new Map(Object.entries(made))];
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const path = Array.isArray(recorded) ? `${at}[${key}]` : `${at}.${key}`;
    const difference = firstDifference(one.get(key), other.get(key), path);
    if (difference) return difference;
  }
  return undefined;
};

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
