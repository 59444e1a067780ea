import type { Entry } from '../store/record.ts';
import type { Store } from '../store/store.ts';

/** What a step was done to, as a person knows it. */
export interface Subject {
  readonly kind: string;
  /** `script.html`, `Vestria`; a statement by its actor and issue. Left out for what bears no name. */
  readonly name?: string;
  /** The document that it stands in. */
  readonly document?: string;
  /** How many more of its kind the step changed. */
  readonly more: number;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

const words = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Where the name of a record stands. */
const NAMED_BY: Readonly<Record<string, string>> = {
  document: 'file',
  actor: 'name',
  issue: 'label',
  conflict: 'file',
  event: 'date',
};

/** What comes first when a step changed records of several kinds: the others hang on it. */
const FIRST = ['document', 'conflict', 'actor', 'issue', 'statement'];

const nameOf = async (store: Store, kind: string, body: unknown): Promise<string | undefined> => {
  if (kind !== 'statement') return words(field(body, NAMED_BY[kind] ?? 'name'));
  const [actor, issue] = [words(field(body, 'actor')) ?? '', words(field(body, 'issue')) ?? ''];
  const [who, what] = [await store.record('actor', actor), await store.record('issue', issue)];
  return `${who?.name ?? actor}, ${what?.label ?? issue}`;
};

/** What an entry of the log changed, in names. */
export const subjectOf = async (store: Store, { changes }: Pick<Entry, 'changes'>): Promise<Subject | undefined> => {
  const leading = FIRST.find((kind) => changes.some((change) => change.kind === kind));
  const change = changes.find(({ kind }) => kind === leading) ?? changes[0];
  if (change === undefined) return undefined;
  const { kind } = change;
  const body = change.after ?? change.before;
  const name = await nameOf(store, kind, body);
  const document = words(field(field(body, 'passage'), 'document'));
  return {
    kind,
    ...(name !== undefined && { name }),
    ...(document !== undefined && { document }),
    more: changes.filter((other) => other.kind === kind).length - 1,
  };
};
