import { describe, expect, test } from 'vitest';
import { coded, passage, quotaDossier, rewrite, wire } from '../../testing/quota-dossier.ts';
import { actorId, issueId } from '../vocabulary.ts';
import { type Answer, answerOn } from './answer.ts';
import { difference } from './difference.ts';
import { kin } from './kin.ts';
import { reportOf } from './report.ts';
import { countSentence, evidenceSentence, leadOf, libraryOf, sentenceText } from './sentence.ts';
import { actorAsked, actorNamed, issueMeant } from './subject.ts';
import { quoted, shortened, withArticle } from './words.ts';

const library = libraryOf(quotaDossier.documents);
const { actors, issues } = quotaDossier.codebook;

const answer = (actor: string, issue = 'halve-quota', dossier = quotaDossier): Answer => {
  const who = actors.find(({ id }) => id === actorId(actor));
  const what = issues.find(({ id }) => id === issueId(issue));
  if (who === undefined || what === undefined) throw new RangeError('not in the fixture');
  return answerOn(dossier, who, what);
};

const textOf = (given: Answer, part: string): readonly string[] =>
  given.paragraphs
    .filter((one) => one.part === part)
    .flatMap(({ sentences }) => sentences.map((one) => sentenceText(one)));

describe('an answer', () => {
  const vestria = answer('vestria');
  test('leads with who reports it', () =>
    expect(textOf(vestria, 'finding')).toEqual([
      'Strait Press, citing officials close to the talks (anonymous), reports that Vestria opposes it.',
    ]));
  test('gives the stance and the reasons in the sources’ words', () => {
    expect(textOf(vestria, 'words')[0]).toContain('“Vestria is reluctant to back');
    expect(textOf(vestria, 'reasons')[0]).toContain('“The cut would hit small harbours before the winter”');
  });
  test('names the word that only a headline uses', () =>
    expect(textOf(vestria, 'headline')).toContain(
      '“Block” is a word of one headline alone; no passage on Vestria uses it.',
    ));
  test('counts origins, not articles', () =>
    expect(textOf(vestria, 'origins')).toEqual([
      '2 documents, 1 origin: Harbour Mail takes from Strait Press and adds no evidence of its own on this.',
    ]));
  test('keeps what was said earlier apart', () =>
    expect(textOf(vestria, 'earlier')[0]).toContain('2019: “In 2019 Vestria had supported'));
  test('says what the evidence does not bear', () => {
    expect(textOf(vestria, 'missing')[0]).toContain('no statement of Vestria is on record');
    expect(textOf(vestria, 'missing')[0]).toContain('no condition is put in words');
  });
  test('limits what is missing to the time of the position where something earlier is known', () => {
    expect(textOf(vestria, 'missing')[0]).toMatch(
      /^What the evidence does not bear of the present position \(.*2024\): /,
    );
    expect(textOf(answer('hamar'), 'missing')[0]).toMatch(/^What the evidence does not bear: /);
  });
  test('counts further passages without saying that they say the same', () => {
    const words = [
      'Vestria is reluctant',
      'reluctant to back',
      'back a Norlandic proposal',
      'halve the cod quota',
      'to back a',
    ];
    const statements = words.map((quote, at) =>
      coded(`more-${at}`, { of: wire, words: quote, actor: 'vestria', stance: 'oppose' }),
    );
    expect(textOf(answer('vestria', 'halve-quota', { ...quotaDossier, statements }), 'words').at(-1)).toBe(
      'One more passage, of the same origin, is counted with these.',
    );
  });
  test('sets the others beside it, a condition as a condition and silence as silence', () => {
    expect(textOf(vestria, 'others')).toContain(
      'Strait Press, citing its state radio, reports that Hamar sets a condition: “only if Vestria lifts its landing ban”.',
    );
    expect(textOf(vestria, 'others').join(' ')).toContain('reports that the Council of the Strait takes no position.');
  });
  test('every sentence of evidence has a statement and its “according to”', () => {
    for (const { sentences } of vestria.paragraphs)
      for (const sentence of sentences)
        if (sentence.kind === 'evidence') {
          expect(sentence.citations.length).toBeGreaterThan(0);
          expect(sentence.lead).not.toBe('');
          expect(sentenceText(sentence).startsWith(sentence.lead)).toBe(true);
        }
  });
  test('nothing found says so and names where something is', () => {
    const none = answer('skerry');
    expect(none.position).toBeUndefined();
    expect(textOf(none, 'missing')[0]).toContain('No statement of the Skerry Islands');
    expect(none.nearest.map(({ actor }) => actor)).toContain('vestria');
  });
});

test('a sentence of evidence cannot be made of nothing', () =>
  expect(() => evidenceSentence(library, [], [{ kind: 'ours', text: 'Vestria opposes it.' }])).toThrow(RangeError));

test('a sentence on the evidence carries no lead', () =>
  expect(sentenceText(countSentence('Two origins.'))).toBe('Two origins.'));

describe('who reports whom', () => {
  const statement = coded('x', { of: wire, words: 'Hamar', actor: 'hamar', stance: 'support' });
  const rows = [
    ['nobody named', [], 'Strait Press'],
    [
      'the document itself first in its chain',
      [{ name: 'the Strait Press News Agency', voice: 'agency' }],
      'Strait Press',
    ],
    [
      'sources on a person',
      [
        { name: 'diplomatic sources', voice: 'anonymous' },
        { name: 'Ane Lund', voice: 'named' },
      ],
      'Strait Press, citing diplomatic sources (anonymous), on Ane Lund',
    ],
    [
      'unnamed already',
      [{ name: 'an unnamed official', voice: 'anonymous' }],
      'Strait Press, citing an unnamed official',
    ],
    ['the writer', [{ name: 'the author', voice: 'author' }], 'Strait Press, the writer’s reading'],
  ] as const;
  test.each(rows)('%s', (_, attribution, lead) => expect(leadOf(library, { ...statement, attribution })).toBe(lead));
});

describe('what words were taken to mean', () => {
  const { codebook } = quotaDossier;
  test.each([
    ['Vestria', 'vestria'],
    ['vestrian', 'vestria'],
    ['VESTHAVEN', 'vestria'],
    ['the council', 'council'],
    ['Vestira', 'vestria'],
    ['Lund', 'lund'],
  ])('%s', (words, id) => expect(actorNamed(codebook, words).took?.id).toBe(id));
  test('nobody of that name', () => expect(actorNamed(codebook, 'Atlantis')).toMatchObject({ others: [] }));
  test('a capital that the codebook does not know', () =>
    expect(actorNamed(codebook, 'Hamarvik', ({ id }) => (id === 'hamar' ? ['Hamarvik'] : [])).took?.id).toBe('hamar'));
  test('an issue by free words, and what else it could be', () => {
    expect(issueMeant(issues, 'halving of quotas').took?.id).toBe('halve-quota');
    expect(issueMeant(issues, 'the ban on landings').took?.id).toBe('lift-ban');
    expect(issueMeant(issues, 'whaling').took).toBeUndefined();
  });
  test('the actor that a question is about stands first in it', () =>
    expect(actorAsked(codebook, 'Why does Vestria block Norland?')?.id).toBe('vestria'));
});

test.each([
  ['declare', 'declaration', true],
  ['end', 'ending', true],
  ['refuse', 'refusal', true],
  ['war', 'warn', true],
  ['war', 'wary', true],
  ['end', 'endorse', false],
  ['cod', 'code', true],
  ['import', 'imperial', false],
])('%s and %s are kin: %s', (a, b, expected) => expect(kin(a, b)).toBe(expected));

test('a source’s quotation marks become single inside ours, and long words are cut at a word', () => {
  expect(quoted('its “hostile policy”\n toward')).toBe('its ‘hostile policy’ toward');
  expect(shortened('one two three four', 9)).toBe('one two …');
});

test.each([
  ['Japan', 'Japan'],
  ['United States', 'the United States'],
  ['Soviet Union', 'the Soviet Union'],
  ['Council of the Strait', 'the Council of the Strait'],
  ['Japan’s Foreign Ministry', 'Japan’s Foreign Ministry'],
  ['the European Union', 'the European Union'],
  ['Kim Il Sung', 'Kim Il Sung'],
])('%s stands in a sentence as %s', (name, words) => expect(withArticle(name)).toBe(words));

test('what a passage lost on its way', () => {
  const one = difference('It is “premature”, the sources said.', 'It was premature.');
  expect(one.source.filter(({ kept }) => !kept).map(({ text }) => text.trim())).toEqual(['is', 'the sources said.']);
  expect(one.derived.filter(({ kept }) => !kept).map(({ text }) => text.trim())).toEqual(['was']);
  expect(difference('the same', 'the same')).toMatchObject({ lost: 0, gained: 0 });
});

describe('the content of a report', () => {
  const report = reportOf(quotaDossier);
  test('heads with who stands where, attributed', () =>
    expect(report.finding.text).toBe(
      'Halve the cod quota: as reported, Norland supports it, Hamar sets a condition, Vestria opposes it and the Council of the Strait takes no position',
    ));
  test('answers the question that the dossier asks', () => expect(report.answer?.actor.id).toBe('vestria'));
  test('counts', () =>
    expect(report.counts).toEqual({ documents: 3, origins: 2, accepted: 8, suggested: 1, rejected: 0 }));
  test('an undated rewrite is no older than what it takes from', () =>
    expect(report.documents.map(({ date }) => date)).toEqual([
      '5 March 2024',
      'undated, not before 5 March 2024',
      'November 2023',
    ]));
  test('says what became of the words on the way', () =>
    expect(report.derivations[0]?.pairs.map(({ change }) => change)).toEqual(['shortened', 'kept']));
  test('numbers every statement once, repeats under what they repeat', () => {
    const entries = report.issues.flatMap((one) => one.actors.flatMap(({ statements }) => statements));
    const numbers = entries.flatMap(({ number, repeats }) => [number, ...repeats.map((again) => again.number)]);
    expect([...numbers].sort((a, b) => a - b)).toEqual(quotaDossier.statements.map((_, at) => at + 1));
    expect(entries.find(({ statement }) => statement.id === 's1')?.repeats[0]?.citation.label).toBe('Harbour Mail ¶1');
  });
  test('a dossier without statements falls back to its title', () => {
    const empty = reportOf({ ...quotaDossier, statements: [], derivations: [] });
    expect(empty.finding.text).toBe(quotaDossier.title);
    expect(empty.issues).toEqual([]);
  });
  test('a suggested-only dossier never says “as reported”', () => {
    const statements = quotaDossier.statements.map((one) => ({ ...one, status: 'suggested' as const }));
    const { finding } = reportOf({ ...quotaDossier, statements });
    expect(finding.suggested).toBe(true);
    expect(finding.text).toContain('as read by machine');
  });
});

test('the fixture’s passages are what they say', () => {
  expect(passage(rewrite, 'Around 20,000').quote).toBe('Around 20,000');
});
