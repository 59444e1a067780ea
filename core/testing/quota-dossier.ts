import type { Derivation } from '../src/document/derivation.ts';
import type { Document } from '../src/document/document.ts';
import { origins } from '../src/document/origin.ts';
import { type Passage, passageOf } from '../src/document/passage.ts';
import type { Dossier } from '../src/report/dossier.ts';
import type { Actor, Issue, PartOf } from '../src/statement/codebook.ts';
import type { AttributionLink, ConditionKind, Statement, Voice } from '../src/statement/statement.ts';
import { actorId, eventId, figureId, forecastId, issueId, type Stance, statementId } from '../src/vocabulary.ts';
import { rewrite, study, wire } from './quota-documents.ts';

export { rewrite, study, wire };

const DOCUMENTS = [wire, rewrite, study];

/** The passage of a document that holds these words. */
export const passage = (of: Document, words: string): Passage => {
  const start = of.text.indexOf(words);
  if (start < 0) throw new RangeError(`“${words}” is not in ${of.id}`);
  return passageOf(of, start, start + words.length);
};

const actor = (
  id: string,
  name: string,
  kind: Actor['kind'],
  aliases: readonly string[],
  partOf: readonly PartOf[] = [],
): Actor => ({
  id: actorId(id),
  name,
  kind,
  aliases,
  partOf,
});

const ACTORS = [
  actor('norland', 'Norland', 'state', ['Norlandic', 'Norberg']),
  actor('vestria', 'Vestria', 'state', ['Vestrian', 'Vesthaven']),
  actor('hamar', 'Hamar', 'state', ['Hamaran']),
  actor('council', 'Council of the Strait', 'organisation', ['the Council']),
  actor('lund', 'Ane Lund', 'person', [], [{ actor: actorId('norland'), from: '2022' }]),
  actor('skerry', 'Skerry Islands', 'state', []),
];

const issue = (id: string, label: string, proposal: string): Issue => ({ id: issueId(id), label, proposal });
const ISSUES = [
  issue('halve-quota', 'Halve the cod quota', 'The coast states should halve the cod quota in the Grey Strait.'),
  issue('lift-ban', 'Lift the landing ban', 'Vestria should lift its landing ban.'),
];

const link = (name: string, voice: Voice): AttributionLink => ({ name, voice });
const OFFICIALS = link('officials close to the talks', 'anonymous');

export interface Coding {
  readonly of: Document;
  readonly words: string;
  readonly actor: string;
  readonly issue?: string;
  readonly stance: Stance;
  readonly condition?: readonly [ConditionKind, string];
  readonly reason?: string;
  readonly by?: readonly AttributionLink[];
  readonly more?: Partial<Statement>;
}

/** A statement coded by hand, from the words it stands on. */
export const coded = (id: string, { of, words, by, condition, reason, more, ...coding }: Coding): Statement => ({
  id: statementId(id),
  passage: passage(of, words),
  actor: actorId(coding.actor),
  issue: issueId(coding.issue ?? 'halve-quota'),
  stance: coding.stance,
  ...(condition !== undefined && { condition: { kind: condition[0], passage: passage(of, condition[1]) } }),
  ...(reason !== undefined && { reason: passage(of, reason) }),
  attribution: by ?? [],
  tense: 'current',
  level: 'explicit',
  coder: { kind: 'person', name: 'A. Coder' },
  status: 'accepted',
  ...more,
});

const RELUCTANT = 'Vestria is reluctant to back a Norlandic proposal to halve the cod quota in the Grey Strait';
const ONLY_IF = 'only if Vestria lifts its landing ban';
const RADIO = link('its state radio', 'media');

const STATEMENTS: readonly Statement[] = [
  coded('s1', {
    of: wire,
    words: RELUCTANT,
    actor: 'vestria',
    stance: 'oppose',
    reason: 'The cut would hit small harbours before the winter',
    by: [OFFICIALS],
    more: { date: '2024-03-05' },
  }),
  coded('s2', {
    of: rewrite,
    words: RELUCTANT,
    actor: 'vestria',
    stance: 'oppose',
    reason: 'The cut would hit small harbours before the winter',
  }),
  coded('s3', {
    of: wire,
    words: 'her country would halve its own catch whatever the others do',
    actor: 'norland',
    stance: 'support',
    by: [link('Ane Lund', 'named')],
    more: { speaker: actorId('lund'), date: '2024-03-03', tense: 'past' },
  }),
  coded('s4', {
    of: wire,
    words: `Hamar will accept the cut ${ONLY_IF}`,
    actor: 'hamar',
    stance: 'conditional',
    condition: ['only-if', ONLY_IF],
    by: [RADIO],
  }),
  coded('s5', {
    of: rewrite,
    words: `Hamar will accept the cut ${ONLY_IF}`,
    actor: 'hamar',
    stance: 'conditional',
    condition: ['only-if', ONLY_IF],
    by: [RADIO],
  }),
  coded('s6', {
    of: wire,
    words: 'The Council of the Strait has not taken a position',
    actor: 'council',
    stance: 'no-position',
    by: [OFFICIALS],
  }),
  coded('s7', {
    of: study,
    words: 'In 2019 Vestria had supported a smaller cut',
    actor: 'vestria',
    stance: 'support',
    reason: 'because its own fleet was being rebuilt',
    by: [link('this author', 'author')],
    more: { date: '2019', tense: 'past' },
  }),
  coded('s8', {
    of: study,
    words: 'Norland supports halving the quota',
    actor: 'norland',
    stance: 'support',
    by: [link('its ministry’s white paper', 'document')],
  }),
  coded('s9', {
    of: wire,
    words: ONLY_IF,
    actor: 'hamar',
    issue: 'lift-ban',
    stance: 'support',
    by: [RADIO],
    more: {
      status: 'suggested',
      level: 'implied',
      coder: { kind: 'rule', name: 'condition-subject' },
      confidence: 0.6,
    },
  }),
];

const derivation = (words: string, score = 0.97): Derivation => ({
  kind: score > 0.95 ? 'verbatim' : 'paraphrase',
  source: passage(wire, words),
  derived: passage(rewrite, words),
  score,
  direction: { by: ['lost', 'length'], sure: true },
});

const DERIVATIONS: readonly Derivation[] = [
  {
    ...derivation(RELUCTANT, 0.82),
    source: passage(wire, `${RELUCTANT}, officials close to the talks said on Tuesday.`),
    derived: passage(rewrite, `${RELUCTANT}.`),
  },
  derivation(`Hamar will accept the cut ${ONLY_IF}, its state radio said.`),
];

const HAND = { coder: { kind: 'person', name: 'A. Coder' }, status: 'accepted', attribution: [] } as const;

/** Three coast states and a council on halving a cod quota. */
export const quotaDossier: Dossier = {
  title: 'Cod quota in the Grey Strait',
  question: 'Why does Vestria block the cod deal?',
  asOf: '2024-03-31',
  documents: DOCUMENTS,
  derivations: DERIVATIONS,
  origins: origins(DOCUMENTS, DERIVATIONS),
  codebook: { actors: ACTORS, issues: ISSUES },
  statements: STATEMENTS,
  events: [
    {
      ...HAND,
      id: eventId('e1'),
      passage: passage(wire, 'Ane Lund told parliament on 3 March'),
      date: '2024-03-03',
      actors: [actorId('lund')],
    },
    {
      ...HAND,
      id: eventId('e2'),
      passage: passage(study, 'Stocks fell by 40 per cent'),
      date: '2015/2020',
      actors: [],
    },
    {
      ...HAND,
      id: eventId('e3'),
      passage: passage(study, 'its own fleet was being rebuilt'),
      actors: [actorId('vestria')],
    },
  ],
  figures: [
    {
      ...HAND,
      id: figureId('f1'),
      passage: passage(wire, 'Some 14,000 jobs depend on the catch'),
      value: 14_000,
      qualifier: 'about',
      unit: 'jobs',
      of: 'jobs that depend on the catch',
    },
    {
      ...HAND,
      id: figureId('f2'),
      passage: passage(rewrite, 'Around 20,000 jobs depend on the catch'),
      value: 20_000,
      qualifier: 'about',
      unit: 'jobs',
      of: 'jobs that depend on the catch',
    },
    {
      ...HAND,
      id: figureId('f3'),
      passage: passage(study, '40 per cent'),
      value: 40,
      unit: 'per cent',
      of: 'fall of stocks',
    },
  ],
  forecasts: [
    {
      ...HAND,
      id: forecastId('c1'),
      passage: passage(study, 'The talks are expected to fail before summer'),
      likelihood: 'are expected to',
      due: '../2024-06',
      attribution: [link('the author', 'author')],
    },
  ],
};
