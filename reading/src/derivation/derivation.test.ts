import type { Document } from '@entente/core/document/document';
import { mainOrigins, originAt, origins } from '@entente/core/document/origin';
import { documentId } from '@entente/core/vocabulary';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivations } from './derivation.ts';
import { sentenceSpans, sentencesOf } from './sentence.ts';

/** A document of paragraphs; a line that begins with `#` is a heading. */
const reported = (id: string, text: string, facts: Partial<Document> = {}): Document => ({
  ...{ id: documentId(id), file: `${id}.txt`, text, sha256: '', boilerplate: [] },
  blocks: [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: line[0].startsWith('#') ? 'heading' : 'paragraph',
    start: line.index,
    end: line.index + line[0].length,
  })),
  ...facts,
});

const WIRE = `Ruritania is unwilling to reopen the Zenda strait before the autumn, two people familiar with the talks said on Friday, a delay that would leave the grain of its neighbours in port for another season.
The government in Strelsau fears that an early opening would reward Graustark for sending its fleet, the people said, and that insurers would not cover the passage in any case.
Graustark closed its consulate in Zenda last month after a collision between a patrol boat and a trawler, in which three sailors drowned.
At a meeting on May 4, Anna Karlsson, who leads the Ruritanian delegation, warned that the pilots were exhausted, the people said.
In reply Otto Brandt, the chief negotiator of Graustark, called the warning "theatre" but did not walk out, they said.
The harbour master said the channel had been dredged only twice since the winter.`;

const REWRITE = `# Ruritania slams the door on the strait
Strelsau does not want the Zenda strait to be reopened before autumn, which would leave its neighbours' grain in port for one more season.
As per the Courier, the Ruritanian government fears an early opening would reward Graustark for having sent its fleet and that insurers would not cover the passage.
Last month Graustark closed its consulate in Zenda after a patrol boat collided with a trawler and three sailors drowned.
Anna Karlsson, the leader of the Ruritanian delegation, warned at a meeting on May 4 that the pilots were exhausted.
Otto Brandt, chief negotiator of Graustark, called the warning "theatre" but did not walk out.
# The strait
The strait was first charted in 1788 by a Danish captain, whose map hangs in the town hall of Zenda.
Two wars were fought over it, and neither settled who may levy tolls on foreign ships.`;

const INDEPENDENT = `Ships will stay out of the Zenda strait until autumn at the earliest, the Ruritanian transport ministry announced on Friday.
Anna Karlsson, who leads the Ruritanian delegation, told a news conference that "our pilots are exhausted and our patience is not endless".
Graustark's chief negotiator, Otto Brandt, dismissed the remarks as "theatre" in an interview with local radio.
Farmers in both countries have been waiting for the strait to reopen since Graustark sent its fleet there in March.
Last month three sailors died when a trawler hit a patrol boat, and Graustark shut its consulate in Zenda.`;

test('a rewrite is derived from the wire, in this direction, sentence by sentence', () => {
  const wire = reported('wire', WIRE, { publisher: { value: 'The Courier', from: 'test' } });
  const rewrite = reported('rewrite', REWRITE);
  const found = derivations([rewrite, wire]);
  expect(found.map(({ source, derived }) => [source.document, derived.document])).toEqual(
    Array(5).fill(['wire', 'rewrite']),
  );
  expect(found[0]?.direction).toEqual({ by: ['named', 'lost', 'shortened'], sure: true });
  expect(found.map(({ derived }) => derived.quote.slice(0, 12))).toEqual([
    'Strelsau doe',
    'As per the C',
    'Last month G',
    'Anna Karlsso',
    'Otto Brandt,',
  ]);
  expect(found[4]?.source.quote).toMatch(/^In reply Otto Brandt/);
  for (const { source, derived, score } of found) {
    expect(WIRE.slice(source.start, source.end)).toBe(source.quote);
    expect(REWRITE.slice(derived.start, derived.end)).toBe(derived.quote);
    expect(score).toBeGreaterThan(0.25);
  }
});

test('independent reports of the same events stay apart, though they share names, offices and quotes', () => {
  expect(derivations([reported('wire', WIRE), reported('other', INDEPENDENT)])).toEqual([]);
});

test('reports that share two long quotes and nothing else stay apart', () => {
  const quotes = [
    'we will not open the strait to any ship of any flag until the fleet has left and the graves have been tended',
    'there is no table at which this question can be settled without the people who live on both shores',
  ];
  const one = reported(
    'one',
    `The minister spoke at noon. "${quotes[0]}," she said.\nLater she told farmers: "${quotes[1]}."\nThe crowd was small and it rained.`,
  );
  const two = reported(
    'two',
    `Reading from a sheet, Karlsson declared: "${quotes[0]}."\n"${quotes[1]}," the statement went on.\nMarkets did not move on the news.`,
  );
  expect(derivations([one, two])).toEqual([]);
});

test('a stock sentence that every report carries joins nothing', () => {
  const stock =
    'The two countries have been formally at odds over the strait since the armistice of 1923, which left the question of tolls open.';
  const one = reported(
    'one',
    `Fishermen blocked the port of Zenda on Monday with forty boats.\nThey want the quota for herring to be raised.\n${stock}\nA decision is due in June.`,
  );
  const two = reported(
    'two',
    `A museum of the strait will open in Strelsau next spring.\nIts director wants to show charts from both archives.\n${stock}\nEntry will be free for children.`,
  );
  expect(derivations([one, two])).toEqual([]);
});

test('over a chain of copies each link points to the nearest, and all count as one origin', () => {
  const dated = (day: string) => ({ published: { value: day, from: 'test' } });
  const wire = reported('c-wire', WIRE, dated('2021-05-07'));
  const rewrite = reported('b-rewrite', REWRITE, dated('2021-05-08'));
  const copy = reported(
    'a-copy',
    `${REWRITE.split('\n').slice(1, 6).join('\n')}\nNobody at the ministry was available.`,
    dated('2021-05-10'),
  );
  const found = derivations([copy, rewrite, wire]);
  const links = new Set(found.map(({ source, derived }) => `${derived.document} < ${source.document}`));
  expect(links).toEqual(new Set(['a-copy < b-rewrite', 'b-rewrite < c-wire']));
  expect(found.filter(({ kind }) => kind === 'verbatim')).toHaveLength(5);
  const [origin, ...others] = origins([copy, rewrite, wire], found);
  expect(origin).toMatchObject({ id: 'c-wire', documents: ['c-wire', 'a-copy', 'b-rewrite'] });
  expect(others).toEqual([]);
});

test('the same text under two names: derived, with a direction that is not sure', () => {
  const found = derivations([reported('b', WIRE), reported('a', WIRE)]);
  expect(found).toHaveLength(6);
  expect(found[0]).toMatchObject({ kind: 'verbatim', score: 1, direction: { by: ['order'], sure: false } });
});

test('boilerplate that two pages of one site share joins nothing', () => {
  const foot =
    'Sign up for our newsletter and get the best of the week in your inbox every Friday morning.\nYour support makes it possible for our reporters to travel to the places that they write about.\nWe are owned by our readers and answer to nobody else, which is why we ask you for help today.';
  const page = (id: string, text: string) => {
    const whole = `${text}\n${foot}`;
    return reported(id, whole, { boilerplate: [{ kind: 'subscription', start: text.length + 1, end: whole.length }] });
  };
  const one = page('one', 'Fishermen blocked the port of Zenda on Monday with forty boats.');
  expect(derivations([one, page('two', 'A museum of the strait will open in Strelsau next spring.')])).toEqual([]);
});

test.each([
  ['U.S. forces left on Oct. 19. Mr. Kim stayed.', ['U.S. forces left on Oct. 19.', 'Mr. Kim stayed.']],
  ['“We wait.” Then he left.', ['“We wait.”', 'Then he left.']],
  ['No end here', ['No end here']],
  ['첫째 문장이다. 둘째 문장이다.', ['첫째 문장이다.', '둘째 문장이다.']],
  ['会議は終わった。次は六月だ。', ['会議は終わった。', '次は六月だ。']],
])('sentences of “%s”', (text, expected) => {
  expect(sentenceSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test('footnote marks inside a sentence do not count as its letters', () => {
  const text = 'The treaty[12] was signed.';
  const [sentence] = sentencesOf(reported('a', text, { boilerplate: [{ kind: 'footnote-mark', start: 10, end: 14 }] }));
  expect(sentence?.plain).toBe('the treaty     was signed.');
});

test('law: whatever is mixed from some sentences, passages quote their documents, no passage is derived twice, and origins divide the documents', () => {
  const pool = [WIRE, REWRITE, INDEPENDENT].flatMap((text) => text.split('\n'));
  const mixed = fc.array(fc.uniqueArray(fc.nat(pool.length - 1), { maxLength: 9 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(mixed, (choices) => {
      const documents = choices.map((lines, index) =>
        reported(`d${index}`, lines.map((line) => pool[line]).join('\n')),
      );
      const texts = new Map(documents.map(({ id, text }) => [id, text]));
      const found = derivations(documents);
      for (const { source, derived, score } of found) {
        for (const { document, start, end, quote } of [source, derived])
          expect(texts.get(document)?.slice(start, end)).toBe(quote);
        const itself = source.document === derived.document;
        expect(itself && source.start < derived.end && derived.start < source.end).toBe(false);
        expect(score > 0 && score <= 1).toBe(true);
      }
      const passages = found.map(({ derived }) => `${derived.document} ${derived.start}`);
      expect(new Set(passages).size).toBe(passages.length);
      const all = origins(documents, found);
      const main = mainOrigins(documents, all);
      for (const { id } of documents) expect(all.map((origin) => origin.id)).toContain(main.get(id));
      const at = originAt(all);
      const ids = documents.map((document) => document.id as string);
      for (const { derived } of found) expect(ids).toContain(at(derived));
    }),
    { numRuns: 40 },
  );
});
