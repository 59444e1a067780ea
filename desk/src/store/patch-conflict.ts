import { isMap, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isPlainMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Things of a list that have an id are the same thing wherever they stand; others are known by what they say. */
const nameOf = (value: unknown): string =>
  isPlainMap(value)
    ? String(value['id'] ?? value['that'] ?? value['when'] ?? JSON.stringify(value))
    : JSON.stringify(value);

const patchedList = (list: YAMLSeq, before: readonly unknown[], after: readonly unknown[], make: Make): void => {
  const known = new Map<string, { readonly node: unknown; readonly value: unknown }[]>();
  list.items.forEach((node, at) => {
    const name = nameOf(before[at]);
    known.set(name, [...(known.get(name) ?? []), { node, value: before[at] }]);
  });
  list.items = after.map((value) => {
    const [found, ...rest] = known.get(nameOf(value)) ?? [];
    if (found === undefined) return make(value);
    known.set(nameOf(value), rest);
    return patched(found.node, found.value, value, make);
  });
};

const patchedMap = (map: YAMLMap, before: object, after: object, make: Make): void => {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  for (const key of old.keys()) if (!now.has(key)) map.delete(key);
  for (const [key, value] of now)
    if (!old.has(key)) map.set(key, make(value));
    else if (!same(old.get(key), value)) map.set(key, patched(map.get(key, true), old.get(key), value, make));
};

type Make = (value: unknown) => Node;

const patched = (node: unknown, before: unknown, after: unknown, make: Make): unknown => {
  if (same(before, after)) return node;
  if (isMap(node) && isPlainMap(before) && isPlainMap(after)) {
    patchedMap(node, before, after, make);
    return node;
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
    patchedList(node, before, after, make);
    return node;
  }
  return make(after);
};

/**
 * The text of a conflict file after a change of its data. What did not change stays as it was typed, comments and all.
 *
 * @param before the data as the text has it, in the form that `conflictData` gives
 */
export const patchedConflictText = (text: string, before: unknown, after: unknown): string => {
  const document = parseDocument(text);
  const plain: unknown = document.toJS();
  const make: Make = (value) => document.createNode(value);
  if (
    document.errors.length > 0 ||
    !isMap(document.contents) ||
    !isPlainMap(plain) ||
    !isPlainMap(before) ||
    !isPlainMap(after)
  )
    throw new RangeError('The text is no map that can be changed in place');
  const asTyped = (key: string): unknown => plain[key];
  for (const [key, value] of Object.entries(after))
    if (!same(before[key], value)) document.set(key, patched(document.get(key, true), asTyped(key), value, make));
  for (const key of Object.keys(before)) if (!(key in after)) document.delete(key);
  return document.toString({ lineWidth: 120 });
};

export const isPatchable = (text: string, file: string): boolean =>
  /\.ya?ml$/i.test(file) && !/^\s*[{[]/.test(text) && isMap(parseDocument(text).contents);
