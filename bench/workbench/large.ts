import { createHash } from 'node:crypto';
import type { Document } from '@entente/core/document/document';
import { passageOf } from '@entente/core/document/passage';
import type { Statement } from '@entente/core/statement/statement';
import { actorId, documentId, issueId, STANCES, statementId } from '@entente/core/vocabulary';
import { createStore } from 'entente/store/open-store';
import type { Wish } from 'entente/store/record';
import type { Store } from 'entente/store/store';

const PERSON = { kind: 'person', name: 'bench' } as const;
const READER = { kind: 'rule', name: 'reader' } as const;
const ACTORS = 40;
const ISSUES = 24;
const SENTENCE =
  'Party number {a} said on the {d}th that it would not move on question {i} unless the others moved first.';

const sentence = (number: number): string =>
  SENTENCE.replace('{a}', String(number % ACTORS))
    .replace('{i}', String(number % ISSUES))
    .replace('{d}', String((number % 27) + 1));

const documentOf = (number: number, statements: number): Document => {
  const paragraphs = Array.from({ length: Math.max(8, Math.ceil(statements / 2)) }, (_, at) =>
    [0, 1, 2].map((part) => sentence(number * 31 + at * 3 + part)).join(' '),
  );
  const title = `Report number ${number} on the talks`;
  const text = [title, ...paragraphs].join('\n\n');
  let start = 0;
  const blocks = [title, ...paragraphs].map((part, at) => {
    const block = { kind: at === 0 ? ('heading' as const) : ('paragraph' as const), start, end: start + part.length };
    start = block.end + 2;
    return block;
  });
  const [year, month, day] = [2015 + (number % 7), (number % 12) + 1, (number % 27) + 1];
  return {
    ...{ id: documentId(`report-${number}`), file: `report-${number}.txt`, text, blocks, boilerplate: [] },
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    title: { value: title, from: 'first line' },
    publisher: { value: `Courier ${number % 50}`, from: 'first line' },
    published: {
      value: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      from: 'first line',
    },
    language: { value: 'en', from: 'words' },
  };
};

const statementsOf = (document: Document, number: number, count: number): readonly Statement[] =>
  document.blocks
    .filter(({ kind }) => kind === 'paragraph')
    .flatMap((block) => [block, block])
    .slice(0, count)
    .map((block, at) => ({
      id: statementId(`${document.id}-s${at}`),
      passage: passageOf(document, block.start + (at % 2), block.start + 90),
      actor: actorId(`party-${(number * 7 + at) % ACTORS}`),
      issue: issueId(`question-${(number * 5 + at) % ISSUES}`),
      stance: STANCES[(number + at) % STANCES.length] ?? 'neutral',
      attribution: [],
      level: 'explicit',
      coder: READER,
      status: 'suggested',
      confidence: 0.7,
    }));

const only = <Value>(
  outcome:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly problems: readonly { readonly says: string }[] },
): Value => {
  if (outcome.ok) return outcome.value;
  throw new RangeError(outcome.problems.map(({ says }) => says).join(' '));
};

const put = (kind: Wish['kind'], records: readonly { readonly id: string }[]): readonly Wish[] =>
  records.map((after) => ({ kind, id: after.id, after }));

const AT_ONCE = 500;

/** A dossier of a given size, half of its statements accepted. */
export const largeStore = async (folder: string, documents: number, statements: number): Promise<Store> => {
  const store = only(await createStore(folder, { title: 'A long negotiation' }, PERSON));
  const each = Math.ceil(statements / documents);
  const actors = Array.from({ length: ACTORS }, (_, at) => ({
    ...{ id: `party-${at}`, name: `Party ${at}`, kind: 'state', aliases: [], partOf: [] },
  }));
  const issues = Array.from({ length: ISSUES }, (_, at) => ({
    ...{ id: `question-${at}`, label: `Question ${at}`, proposal: `The parties should move on question ${at}.` },
  }));
  only(await store.write(PERSON, 'codebook', [...put('actor', actors), ...put('issue', issues)]));
  for (let at = 0; at < documents; at += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, documents - at) }, (_, index) => documentOf(at + index, each));
    only(
      await store.capture(
        PERSON,
        some.map((document) => ({ document })),
      ),
    );
    const coded = some.flatMap((document, index) => statementsOf(document, at + index, each));
    const half = coded.filter((_, index) => index % 2 === 0);
    only(await store.suggest(READER, put('statement', coded)));
    only(
      await store.write(
        PERSON,
        'accept',
        put(
          'statement',
          half.map((one) => ({ ...one, status: 'accepted' })),
        ),
      ),
    );
  }
  return store;
};
