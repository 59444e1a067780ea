import { describe, expect, test } from 'vitest';
import { documentId } from '../vocabulary.ts';
import type { Derivation } from './derivation.ts';
import type { Block, Document } from './document.ts';
import { mainOrigins, originAt, origins } from './origin.ts';
import { type Passage, passageOf } from './passage.ts';
import { readOrigins, withHand } from './read-origins.ts';

/** A document of paragraphs, one a line; a line that begins with `#` is a heading. */
const printed = (id: string, text: string, published?: string): Document => ({
  ...{ id: documentId(id), file: `${id}.txt`, text, sha256: '', boilerplate: [] },
  blocks: [...text.matchAll(/[^\n]+/g)].map(
    (line): Block => ({
      kind: line[0].startsWith('#') ? 'heading' : 'paragraph',
      start: line.index,
      end: line.index + line[0].length,
    }),
  ),
  ...(published ? { published: { value: published, from: 'test' } } : {}),
});

const words = (document: Document, quote: string): Passage => {
  const start = document.text.indexOf(quote);
  if (start < 0) throw new RangeError(`“${quote}” is not in ${document.id}`);
  return passageOf(document, start, start + quote.length);
};

const taken = (derived: Passage, source: Passage): Derivation => ({
  kind: 'verbatim',
  source,
  derived,
  score: 1,
  direction: { by: [], sure: true },
});

describe('whole documents', () => {
  const named = (id: string, published?: string) => printed(id, `Words of some hand or other.`, published);
  const whole = (link: string): Derivation => {
    const passage = (id: string) => words(named(id), 'Words of some hand or other.');
    return taken(passage(link[0] ?? ''), passage(link[1] ?? ''));
  };
  test.each([
    ['nobody took anything', 'abc', [], ['a', 'b', 'c']],
    ['b took from c', 'abc', ['bc'], ['a', 'cb']],
    ['a chain: a from b, b from c', 'abc', ['ab', 'bc'], ['cab']],
    ['two rewrites of one wire', 'abc', ['ab', 'cb'], ['bac']],
    ['a circle', 'ab', ['ab', 'ba'], ['ab']],
    ['a circle that another takes from', 'abc', ['bc', 'cb', 'ab'], ['bac']],
    ['a copy inside one document', 'ab', ['aa'], ['a', 'b']],
    ['a source that is not at hand', 'a', ['ax'], ['a']],
  ])('%s', (_, ids, links, expected) => {
    const found = origins(
      ids.split('').map((id) => named(id)),
      links.map(whole),
    );
    expect(found.map(({ documents }) => documents.join(''))).toEqual(expected);
  });

  test('of two that took from each other the earlier is the root', () => {
    const both = [named('a', '2021-11-08'), named('b', '2021-11-07')];
    expect(origins(both, [whole('ab'), whole('ba')])[0]?.documents).toEqual(['b', 'a']);
  });

  test('documents that a person joins count as one, whoever took from them', () => {
    const three = ['a', 'b', 'c'].map((id) => named(id));
    const [a, b, c] = three.map(({ id }) => id);
    if (!a || !b || !c) throw new RangeError('three');
    const found = origins(three, [whole('cb')], [[a, b]]);
    expect(found).toMatchObject([{ id: 'a', documents: ['a', 'b', 'c'], joined: ['b'] }]);
    expect(originAt(found)(words(named('b'), 'some hand'))).toBe('a');
    expect(originAt(found)(words(named('c'), 'some hand'))).toBe('a');
  });
});

describe('passages: a brief that copies one paragraph of a wire story', () => {
  const COPIED = 'Ruritania is unwilling to reopen the strait before autumn.';
  const wire = printed('wire', `# Strait\n${COPIED}\nIts pilots are exhausted.`);
  const brief = printed(
    'brief',
    `# The week in brief\nThe museum of the strait opens in May and farmers wait for rain in the north.\n# Strait stays shut\n${COPIED}\n# Fish\nHerring quotas fall by a tenth, the ministry said, and more cuts follow.`,
  );
  const found = origins([wire, brief], [taken(words(brief, COPIED), words(wire, COPIED))]);
  const at = originAt(found);

  test.each([
    ['the copied paragraph', 'Ruritania is unwilling', 'wire'],
    ['the heading over it', 'Strait stays shut', 'wire'],
    ['a paragraph of its own', 'Herring quotas fall', 'brief'],
    ['the heading of the whole', 'The week in brief', 'brief'],
    ['words half in, half out of it, more of them in', 'reopen the strait before autumn.\n# Fish', 'wire'],
    ['words half in, half out of it, more of them out', 'autumn.\n# Fish\nHerring quotas', 'brief'],
  ])('%s', (_, quote, origin) => expect(at(words(brief, quote))).toBe(origin));

  test('the brief as a whole stays an origin of its own', () => {
    expect(found.map(({ documents }) => documents)).toEqual([['wire'], ['brief']]);
    expect(mainOrigins([wire, brief], found).get(brief.id)).toBe('brief');
  });

  test('whoever takes the passage from the brief takes it from the wire, whoever takes the rest does not', () => {
    const third = printed(
      'third',
      `${COPIED}\nHerring quotas fall by a tenth, the ministry said, and more cuts follow.`,
    );
    const links = ['Ruritania is unwilling to reopen the strait before autumn.', 'Herring quotas fall by a tenth'];
    const chain = origins(
      [third, brief, wire],
      [
        taken(words(brief, COPIED), words(wire, COPIED)),
        ...links.map((quote) => taken(words(third, quote), words(brief, quote))),
      ],
    );
    expect(originAt(chain)(words(third, 'Ruritania'))).toBe('wire');
    expect(originAt(chain)(words(third, 'Herring'))).toBe('brief');
  });

  test('a document that is mostly another’s has words of its own besides', () => {
    const rewrite = printed('rewrite', `${COPIED}\nNobody was available.`);
    const two = origins([wire, rewrite], [taken(words(rewrite, COPIED), words(wire, COPIED))]);
    expect(two.map(({ documents }) => documents)).toEqual([['wire', 'rewrite']]);
    expect(originAt(two)(words(rewrite, 'Nobody was'))).toBe('rewrite');
  });
});

describe('by hand', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => printed(id, `Words of ${id}. Of ${id} these.`));
  if (!a || !b || !c) throw new RangeError('three documents');
  const documents = new Map([a, b, c].map((one) => [one.id as string, one]));
  const link = (derived: Document, source: Document) =>
    taken(words(derived, `Words of ${derived.id}.`), words(source, `Words of ${source.id}.`));
  const corrected = (data: unknown, computed: readonly Derivation[]) => {
    const { value, problems } = readOrigins(data, documents);
    expect(problems).toEqual([]);
    return withHand(computed, value).map(
      ({ source, derived, direction }) => `${derived.document}<${source.document} ${direction.by[0] ?? ''}`,
    );
  };

  test('what a person decided goes before what was computed', () => {
    const data = {
      derived: [{ document: 'c', quote: 'Words of c', from: 'a', 'source-quote': 'Words of a' }],
      apart: [['a', 'b']],
    };
    expect(corrected(data, [link(b, a), link(c, b)])).toEqual(['c<a by hand']);
  });

  test('where the nearest source is ruled out, the next that was computed takes its place', () => {
    const computed = [link(b, a), link(c, b), link(c, a)];
    expect(corrected({}, computed)).toEqual(['b<a ', 'c<b ']);
    expect(corrected({ apart: [['c', 'b']] }, computed)).toEqual(['b<a ', 'c<a ']);
    expect(corrected({ apart: [{ document: 'c', quote: 'Words of c', from: 'b' }] }, computed)).toEqual([
      'b<a ',
      'c<a ',
    ]);
    expect(corrected({ apart: [{ document: 'c', quote: 'Words of c' }] }, computed)).toEqual(['b<a ']);
  });

  test('it survives a computation that draws the passages elsewhere', () => {
    const data = { derived: [{ document: 'c', quote: 'of c. Of c', from: 'a', 'source-quote': 'Words of a' }] };
    expect(corrected(data, [taken(passageOf(c, 0, c.text.length), words(b, 'Words'))])).toEqual(['c<a by hand']);
  });

  test.each([
    ['one passage, whoever it is like', { document: 'c', quote: 'Words of c' }, ['b<a ']],
    ['one passage of one source', { document: 'c', quote: 'Words of c', from: 'a' }, ['b<a ', 'c<b ']],
  ])('a document’s own: %s', (_, entry, expected) => {
    expect(corrected({ apart: [entry] }, [link(b, a), link(c, a), link(c, b)])).toEqual(expected);
  });

  test('faults are told with their path', () => {
    const { problems } = readOrigins(
      {
        derived: [{ document: 'x', quote: 'Words', from: 'a', 'source-quote': 'Nowhere' }],
        apart: [['a'], ['a', 'z'], { document: 'a', quote: 'Nowhere' }],
        joined: [['a', 'a']],
      },
      documents,
    );
    expect(problems.map(({ at, code }) => `${at.join('.')} ${code}`).toSorted()).toEqual([
      'apart.0 origins/pair',
      'apart.1 origins/pair',
      'apart.2.quote quote/not-found',
      'derived.0.document origins/unknown-document',
      'derived.0.source-quote quote/not-found',
      'joined.0 origins/pair',
    ]);
  });
});
