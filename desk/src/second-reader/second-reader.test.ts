import { afterEach, describe, expect, test } from 'vitest';
import {
  CODEBOOK,
  documentOf,
  GOOD,
  type Reply,
  reading,
  says,
  statements,
  stub,
  stubEnds,
  TEXT,
} from '../../testing/stub-model.ts';
import { endpointUrl, LARGEST_ANSWER } from './ask.ts';
import { secondReading } from './second-reading.ts';

afterEach(stubEnds);

test('what holds is a suggestion of a model, with the words of the text, model, hash of the prompt and time', async () => {
  const { statements: found, dropped } = await reading(statements(GOOD));
  expect(dropped).toEqual({});
  expect(found).toHaveLength(1);
  const [one] = found;
  expect(one).toMatchObject({
    status: 'suggested',
    coder: { kind: 'model', name: 'stub-1' },
    stance: 'conditional',
    actor: 'ruritania',
  });
  expect(one && TEXT.slice(one.passage.start, one.passage.end)).toBe(GOOD.quote);
  expect(one?.condition?.passage.quote).toBe('unless Graustark withdraws its fleet');
  expect(one?.note).toMatch(/^Second reader stub-1, prompt [0-9a-f]{12}, 2024-03-05T10:00:00Z\.$/);
  expect(one?.confidence).toBeUndefined();
});

test('sent are the text and the codebook: no title, no name of the file, no tools; the key goes in the header alone', async () => {
  const { sent } = await reading(statements(GOOD));
  expect(sent).toHaveLength(1);
  const [{ body = '', headers = {} } = {}] = sent;
  expect(body).not.toMatch(/A title that stays here|secret-name|k-secret/);
  expect(headers.authorization).toBe('Bearer k-secret');
  expect(Object.keys(JSON.parse(body) as object).sort()).toEqual([
    'messages',
    'model',
    'response_format',
    'stream',
    'temperature',
  ]);
});

test('a document marked send: never is not sent', async () => {
  const { url, sent } = await stub(statements(GOOD));
  const kept = documentOf(TEXT, { send: 'never' });
  const result = await secondReading([kept], CODEBOOK, { url, model: 'm', patience: 1_000 });
  expect(sent).toEqual([]);
  expect(result).toMatchObject({ statements: [], asked: 0, kept: ['secret-name.txt'] });
});

describe('a model that lies', () => {
  test.each([
    ['words that do not stand in the text', { ...GOOD, quote: 'Ruritania gladly reopens the strait' }, { quote: 1 }],
    ['words of another document', { ...GOOD, quote: 'The minister said that the dam would be filled' }, { quote: 1 }],
    ['one letter changed', { ...GOOD, quote: GOOD.quote.replace('will not', 'will now') }, { quote: 1 }],
    ['a quote of nothing', { ...GOOD, quote: '   ' }, { quote: 1 }],
    ['a quote that is no text', { ...GOOD, quote: 7 }, { quote: 1 }],
    ['an actor nobody knows', { ...GOOD, actor: 'zenda' }, { actor: 1 }],
    ['a key of every object as actor', { ...GOOD, actor: '__proto__' }, { actor: 1 }],
    ['an issue nobody knows', { ...GOOD, issue: 'dam' }, { issue: 1 }],
    ['a stance that is none', { ...GOOD, stance: 'furious' }, { stance: 1 }],
    [
      'a condition in words of its own',
      { ...GOOD, condition: { kind: 'unless', quote: 'unless it rains' } },
      { condition: 1 },
    ],
    ['conditional without a condition', { ...GOOD, condition: null }, { condition: 1 }],
    ['an entry that is no object', 'reopen', { shape: 1 }],
  ])('%s', async (_case, item, dropped) => {
    const result = await reading(statements(item));
    expect(result.statements).toEqual([]);
    expect(result.dropped).toEqual(dropped);
  });

  test('wrong offsets do no harm: the words are looked up', async () => {
    const { statements: found } = await reading(statements({ ...GOOD, start: 40, end: 9_999_999 }));
    expect(found[0]?.passage.start).toBe(0);
  });

  test('a source and a reason in words of its own are left out, the statement stays', async () => {
    const item = { ...GOOD, reason: 'because of the weather', attribution: [{ name: 'the Pope', voice: 'named' }] };
    const { statements: found, dropped } = await reading(statements(item));
    expect(found[0]?.attribution).toEqual([]);
    expect(found[0]?.reason).toBeUndefined();
    expect(dropped).toEqual({ reason: 1, attribution: 1 });
  });

  test('the same twice counts once, and a flood is cut', async () => {
    expect((await reading(statements(GOOD, GOOD))).dropped).toEqual({ twice: 1 });
    const flood = await reading(statements(...Array.from({ length: 1_000 }, () => GOOD)));
    expect(flood.statements).toHaveLength(1);
    expect(flood.dropped).toMatchObject({ 'too-many': 1 });
  });
});

describe('a model that answers in other ways', () => {
  test('JSON in a fence counts', async () =>
    expect(
      (await reading(says(`\`\`\`json\n${JSON.stringify({ statements: [GOOD] })}\n\`\`\``))).statements,
    ).toHaveLength(1));
  test.each([
    ['prose', says('I am happy to help! Ruritania opposes it.'), { 'no-json': 1 }],
    [
      'prose around JSON',
      says(`Here you are: ${JSON.stringify({ statements: [GOOD] })} Anything else?`),
      { 'no-json': 1 },
    ],
    ['JSON cut off', says('{"statements":[{"quote":"Rur'), { 'no-json': 1 }],
    ['a list without its name', says(JSON.stringify([GOOD])), { 'no-list': 1 }],
    ['nothing', says(''), { 'no-json': 1 }],
  ])('%s', async (_case, reply, dropped) => {
    const result = await reading(reply);
    expect(result.statements).toEqual([]);
    expect(result.dropped).toEqual(dropped);
  });

  test.each<[string, Reply, Record<string, number>]>([
    ['a call for a tool', says(null), { 'not-an-answer': 1 }],
    ['a page', (_, response) => response.end('<html>Welcome</html>'), { 'not-an-answer': 1 }],
    ['an error', (_, response) => response.writeHead(500).end('no'), { refused: 1 }],
    [
      'another address',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      { unreachable: 1 },
    ],
    ['a line that breaks', (request) => request.socket.destroy(), { unreachable: 1 }],
    ['a huge body', (_, response) => response.end('x'.repeat(LARGEST_ANSWER + 10)), { 'too-large': 1 }],
    [
      'a huge body without a length',
      (_, response) => {
        for (let piece = 0; piece < 20; piece += 1) response.write('x'.repeat(64 * 1024));
        response.end();
      },
      { 'too-large': 1 },
    ],
  ])('%s', async (_case, reply, failed) => {
    const result = await reading(reply);
    expect(result.statements).toEqual([]);
    expect(result.failed).toEqual(failed);
  });

  test('one that stalls is given up', async () =>
    expect((await reading(() => {}, documentOf(TEXT), 150)).failed).toEqual({ 'too-slow': 1 }));
  test('one that stalls in the middle of an answer is given up', async () => {
    const result = await reading((_, response) => void response.write('{"choices":['), documentOf(TEXT), 150);
    expect(result.failed).toEqual({ 'too-slow': 1 });
  });
  test('after failures in a row nothing more is asked', async () => {
    const long = Array.from({ length: 4_000 }, (_, line) => `Line ${line} of a long report.`).join('\n');
    const result = await reading((_, response) => response.writeHead(500).end(), documentOf(long));
    expect(result.asked).toBeLessThan(8);
  });
  test('Ctrl-C ends it', async () => {
    const stop = new AbortController();
    const { url } = await stub(() => stop.abort());
    const result = await secondReading(
      [documentOf(TEXT)],
      CODEBOOK,
      { url, model: 'm', patience: 5_000 },
      { signal: stop.signal },
    );
    expect(Object.fromEntries(result.failed)).toEqual({ stopped: 1 });
  });
});

test('a long report is sent in parts, and quotes are found in the part they were asked about', async () => {
  const filler = `${'Nothing of note was said that day by anybody. '.repeat(200)}\n`;
  const text = `${filler}${TEXT}\n${filler}`;
  const result = await reading(statements(GOOD), documentOf(text));
  expect(result.asked).toBeGreaterThan(2);
  expect(result.statements).toHaveLength(1);
  expect(result.statements[0] && text.slice(result.statements[0].passage.start, result.statements[0].passage.end)).toBe(
    GOOD.quote,
  );
});

test.each([
  ['https://models.example/v1', true],
  ['http://127.0.0.1:8080/v1', true],
  ['http://localhost:1234', true],
  ['http://models.example/v1', false],
  ['file:///etc/passwd', false],
  ['https://user:word@models.example/v1', false],
  ['https://models.example/v1?key=1', false],
  ['models.example', false],
])('%s may be asked: %s', (text, may) => expect(endpointUrl(text) !== undefined).toBe(may));
