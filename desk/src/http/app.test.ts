import { quotaDossier } from '@entente/core/testing/quota-dossier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app } from './app.ts';
import { type AtWork, atWork, NO_PAGES, TOKEN } from './at-work/at-work.ts';
import type { Answered } from './routes/answers.ts';
import type { DossierHead } from './routes/head.ts';

const OWN = { host: '127.0.0.1:4321' };
const MAY = { ...OWN, 'x-entente-token': TOKEN, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };

let work: AtWork;
let served: ReturnType<typeof app>;
beforeAll(async () => {
  work = await atWork(quotaDossier);
  served = app({ desk: work.desk, token: TOKEN, files: NO_PAGES, port: () => 4321 });
});
afterAll(() => work.end());

const ask = (path: string, headers: Record<string, string> = OWN, init: RequestInit = {}) =>
  served.request(`http://127.0.0.1:4321${path}`, { ...init, headers });
const post = (path: string, data: unknown, headers: Record<string, string> = MAY) =>
  ask(path, headers, { method: 'POST', body: JSON.stringify(data) });
const json = async (path: string) => (await ask(path)).json();

describe('what is answered', () => {
  test('the head counts what is coded', async () => {
    const head: DossierHead = await json('/api/head');
    expect(head.title).toBe(quotaDossier.title);
    expect(head.counts.documents).toBe(quotaDossier.documents.length);
    const accepted = quotaDossier.statements.filter(({ status }) => status === 'accepted').length;
    expect(head.counts.accepted).toBe(accepted);
  });
  test('a list without texts, a document with its text and statements', async () => {
    const { rows } = await json('/api/documents');
    expect(rows.length).toBe(quotaDossier.documents.length);
    expect(JSON.stringify(rows)).not.toContain('Some 14,000 jobs');
    const [first] = quotaDossier.documents;
    const page = await json(`/api/documents/${first?.id}`);
    expect(page.document.text).toBe(first?.text);
    expect(page.statements.length).toBe(
      quotaDossier.statements.filter(({ passage }) => passage.document === first?.id).length,
    );
  });
  test('the brief says who stands where, and every line has its citation', async () => {
    const page = await json('/api/brief');
    expect(page.finding.text).toContain('supports it');
    expect(page.cells.length).toBeGreaterThan(3);
    expect(page.brief.thin.length).toBeGreaterThan(0);
    for (const line of page.brief.thin) expect(line.citations.length).toBeGreaterThan(0);
  });
  test('a question is answered from statements, and an unknown one is not', async () => {
    const good = await json(
      `/api/answer?question=${encodeURIComponent('Why does Vestria oppose halving the cod quota?')}`,
    );
    expect(good.paragraphs[0].part).toBe('finding');
    const bad = await json(`/api/answer?question=${encodeURIComponent('What is the weather?')}`);
    expect(bad.issue).toBeUndefined();
  });
  test.each(['positions', 'positions/vestria/cod', 'brief', 'answer'])('%s as of no date is refused', async (path) => {
    for (const asOf of ['2021-99', 'foo', '2021-02-30']) {
      const refused = await ask(`/api/${path}?as-of=${asOf}`);
      expect(refused.status).toBe(422);
      const { problems } = await refused.json();
      expect(problems).toMatchObject([{ code: 'http/request', at: ['as-of'] }]);
      expect(problems[0].says).toContain(`“${asOf}” is no date. Give 2021`);
    }
    expect((await ask(`/api/${path}?as-of=`)).status).toBe((await ask(`/api/${path}`)).status);
  });
  test('a question asked as of a day is answered from what was said by then', async () => {
    const question = encodeURIComponent('Why does Vestria oppose halving the cod quota?');
    const now = await json(`/api/answer?question=${question}`);
    const then = await json(`/api/answer?question=${question}&as-of=1950`);
    const cited = ({ paragraphs }: Answered) =>
      paragraphs.flatMap(({ sentences }) => sentences).flatMap(({ citations }) => citations);
    expect(cited(now).length).toBeGreaterThan(0);
    expect(cited(then)).toEqual([]);
    expect(then.issue).toEqual(now.issue);
  });
  test('words are found where they stand', async () => {
    const { hits } = await json('/api/search?words=harbours');
    expect(hits.length).toBeGreaterThan(0);
    expect(hits[0].snippet).toContain('harbours');
  });
  test('its routes are described', async () => {
    const description = await json('/openapi.json');
    expect(description.openapi).toMatch(/^3\./);
    for (const path of ['/api/head', '/api/documents/{id}', '/api/statements', '/api/decisions', '/api/undo'])
      expect(description.paths[path], path).toBeDefined();
  });
  test('a room of any address is the one page; an absent route is no page', async () => {
    expect(await (await ask('/sources/wire')).text()).toContain('<title>Entente</title>');
    const absent = await ask('/api/nothing');
    expect(absent.status).toBe(404);
    expect((await absent.json()).problems[0].code).toBe('http/absent');
  });
});

describe('what is changed', () => {
  test.each([
    ['a cut body', 'application/json', '{"which": "un', 400],
    ['no body', 'application/json', '', 400],
    ['another kind of body', 'text/plain', '{"which": "undo"}', 415],
    ['no kind of body', '', '{"which": "undo"}', 415],
  ])('%s is refused with a problem, not as a fault of the desk', async (_, type, text, status) => {
    const answer = await ask(
      '/api/undo',
      { ...MAY, 'content-type': type },
      { method: 'POST', body: new TextEncoder().encode(text) },
    );
    expect(answer.status).toBe(status);
    const { problems } = await answer.json();
    expect(problems[0].code).toBe(status === 415 ? 'http/kind' : 'http/malformed');
    expect(problems[0].says).toMatch(/json/i);
  });
  const suggested = () => quotaDossier.statements.filter(({ status }) => status === 'suggested');
  test('a suggestion is accepted, told to whoever listens, and put back', async () => {
    const told: string[] = [];
    const end = work.desk.hub.listen((happening) => told.push(happening.kind === 'change' ? happening.what : 'work'));
    const [one] = suggested();
    const done = await post('/api/decisions', { kind: 'statement', ids: [one?.id], status: 'accepted' });
    expect(done.status).toBe(200);
    expect((await work.store.record('statement', one?.id ?? ''))?.status).toBe('accepted');
    expect(told).toEqual(['accept']);
    const { undo } = await json('/api/head');
    expect(undo).toMatchObject({
      what: 'accept',
      subject: { kind: 'statement', document: one?.passage.document, more: 0 },
    });
    expect(undo.subject.name).toMatch(/^.+, .+$/);
    const back = await post('/api/undo', { which: 'undo' });
    expect(back.status).toBe(200);
    expect((await back.json()).what).toBe('accept');
    expect((await work.store.record('statement', one?.id ?? ''))?.status).toBe('suggested');
    end();
  });
  test('a statement is coded by its place: the words come from the document', async () => {
    const [document] = quotaDossier.documents;
    const [model] = quotaDossier.statements;
    const start = document?.text.indexOf('Some 14,000 jobs') ?? 0;
    const coding = {
      ...{ document: document?.id, start, end: start + 16, actor: model?.actor, issue: model?.issue },
      ...{
        stance: 'oppose',
        level: 'implied',
        status: 'accepted',
        attribution: [{ name: 'officials', voice: 'anonymous' }],
      },
    };
    const answer = await post('/api/statements', { coding });
    const { statement } = await answer.json();
    expect(statement.passage.quote).toBe('Some 14,000 jobs');
    expect(statement.coder).toEqual({ kind: 'person', name: 'Ada' });
    const wrong = await post('/api/statements', { coding: { ...coding, end: 99_999 } });
    expect(wrong.status).toBe(422);
    expect((await wrong.json()).problems[0].code).toBe('statement/place');
    const beyond = await post('/api/statements', { coding: { ...coding, stance: 'maybe' } });
    expect(beyond.status).toBe(422);
  });
  test('a tab that has not seen a change is refused, and nothing is written', async () => {
    const [, one = suggested()[0]] = suggested();
    const before = work.store.version();
    await post('/api/decisions', { kind: 'statement', ids: [one?.id], status: 'accepted', expect: before });
    const late = await post('/api/decisions', {
      kind: 'statement',
      ids: [one?.id],
      status: 'rejected',
      expect: before,
    });
    expect(late.status).toBe(409);
    expect((await late.json()).problems[0].code).toBe('store/conflict');
    expect((await work.store.record('statement', one?.id ?? ''))?.status).toBe('accepted');
  });
  test('an actor is entered under a name of its own, merged, and parted again', async () => {
    const { id } = await (
      await post('/api/actors', { actor: { name: 'Vestria’s Cabinet', kind: 'body', aliases: [], partOf: [] } })
    ).json();
    expect(id).toBe('vestria-s-cabinet');
    expect((await post('/api/merge', { kind: 'actor', from: id, into: 'vestria' })).status).toBe(200);
    expect((await work.store.codebook()).actors.some((actor) => actor.id === id)).toBe(false);
    await post('/api/undo', { which: 'undo' });
    expect((await work.store.codebook()).actors.some((actor) => actor.id === id)).toBe(true);
  });
  test('what was read off a document is corrected, and says so', async () => {
    const [document] = quotaDossier.documents;
    expect((await post(`/api/documents/${document?.id}`, { published: '2021-03-09', grade: 'C' })).status).toBe(200);
    const now = await work.store.record('document', document?.id ?? '');
    expect(now?.published).toEqual({ value: '2021-03-09', from: 'by hand' });
    expect(now?.grade).toBe('C');
    expect(now?.asRead).toEqual({ published: document?.published });
    await post(`/api/documents/${document?.id}`, { published: '2021-03-10', title: '' });
    const later = await work.store.record('document', document?.id ?? '');
    expect(later?.asRead).toEqual({ published: document?.published, title: document?.title });
    await post(`/api/documents/${document?.id}`, {
      published: document?.published?.value ?? '',
      title: document?.title?.value ?? '',
    });
    const back = await work.store.record('document', document?.id ?? '');
    expect([back?.published, back?.title, back?.asRead]).toEqual([document?.published, document?.title, undefined]);
    const wrong = await post(`/api/documents/${document?.id}`, { published: 'last Tuesday' });
    expect(wrong.status).toBe(422);
  });
  test('two documents are put apart by a person, joined again, and left to what is computed', async () => {
    const path = '/api/pairs/wire/study';
    expect((await post(path, { origin: 'joined' })).status).toBe(200);
    expect((await json(path)).judged).toBe('joined');
    expect(
      (await work.store.origins()).some(({ documents }) =>
        ['wire', 'study'].every((id) => documents.some((own) => own === id)),
      ),
    ).toBe(true);
    expect((await post(path, { origin: 'joined' })).status).toBe(422);
    expect((await post('/api/pairs/study/wire', { origin: 'apart' })).status).toBe(200);
    expect((await json(path)).judged).toBe('apart');
    expect((await post(path, { origin: 'as computed' })).status).toBe(200);
    expect((await json(path)).judged).toBeUndefined();
  });
  test('a file that is dropped is kept, read, and told of', async () => {
    const form = new FormData();
    const text =
      'Hamar rejects the cut\n\nHamar will reject halving the cod quota, its foreign minister Ina Dahl said on Monday.\n';
    form.append('file', new File([text], 'hamar.txt'));
    form.append('file', new File([new Uint8Array([0, 1, 2, 3])], 'noise.bin'));
    const headers = { ...OWN, 'x-entente-token': TOKEN };
    const told = new Set<string>();
    const end = work.desk.hub.listen((happening) => {
      if (happening.kind === 'change') for (const kind of happening.records) told.add(kind);
    });
    const answer = await served.request('http://127.0.0.1:4321/api/files?work=w', {
      method: 'POST',
      headers,
      body: form,
    });
    const taking = await answer.json();
    expect(taking.files[0]).toMatchObject({ file: 'hamar.txt', outcome: 'new' });
    expect(taking.files[1]).toMatchObject({ file: 'noise.bin', outcome: 'refused' });
    expect(taking.problems.length).toBeGreaterThan(0);
    const page = await work.store.document(taking.files[0].id);
    expect(page?.text).toContain('Hamar will reject');
    expect(taking.files[0].suggested).toBeGreaterThan(0);
    end();
    expect([...told]).toEqual(expect.arrayContaining(['document', 'statement', 'derivation']));
  });
});

describe('who may change something', () => {
  const rows: readonly (readonly [string, Record<string, string>, number])[] = [
    ['its own page', MAY, 200],
    ['a page without the token', { ...OWN, 'content-type': 'application/json' }, 403],
    ['a page with another token', { ...MAY, 'x-entente-token': 'guessed' }, 403],
    ['a page from elsewhere that has the token', { ...MAY, origin: 'https://evil.example' }, 403],
    ['a page of another port', { ...MAY, 'sec-fetch-site': 'same-site' }, 403],
    ['a name that was pointed here', { ...MAY, host: 'evil.example:4321' }, 403],
  ];
  test.each(rows)('%s', async (_, headers, status) =>
    expect((await post('/api/works/stop', { id: 'none' }, headers)).status).toBe(status),
  );
  test('every answer forbids what is not its own', async () => {
    for (const path of ['/', '/api/head', '/api/nothing']) {
      const policy = (await ask(path)).headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
      expect(policy).not.toContain('unsafe');
    }
  });
});
