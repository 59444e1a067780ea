import { createHash } from 'node:crypto';
import type { Derivation } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import { passageOf } from '@entente/core/document/passage';
import type { Actor, Issue } from '@entente/core/statement/codebook';
import type { Statement } from '@entente/core/statement/statement';
import { actorId, documentId, issueId, STANCES, statementId } from '@entente/core/vocabulary';

const TALK = ['truce', 'corridor', 'referendum', 'tariff', 'fleet', 'pipeline', 'border', 'amnesty', 'dam', 'harbour'];
const PLACES = ['Ruritania', 'Graustark', 'Syldavia', 'Borduria', 'Freedonia', 'Sylvania', 'Zenda', 'Strelsau'];
const SYLLABLES = ['ka', 'mor', 'tin', 'del', 'so', 'ren', 'vi', 'lo', 'ba', 'nu', 'sha', 'per'];

/** Numbers that look random and are the same each time. */
const randomFrom = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

/** A word that only some of the texts have. */
const rareWord = (number: number): string =>
  [number % 12, Math.floor(number / 12) % 12, Math.floor(number / 144) % 12].map((at) => pick(SYLLABLES, at)).join('');

export interface MadeUp {
  readonly actors: readonly Actor[];
  readonly issues: readonly Issue[];
  /** The document of a number, with its statements; the same each time. */
  readonly document: (number: number) => { readonly document: Document; readonly statements: readonly Statement[] };
  /** What every fourth of so many documents took from the one before it: three passages. */
  readonly derivations: (documents: number) => readonly Derivation[];
}

/** A dossier that somebody could have gathered in ten years, in words of our own: documents of about twenty sentences, a statement in each. */
export const madeUpDossier = ({ statements: each = 20, actors: many = 200, issues: questions = 60 } = {}): MadeUp => {
  const actors = Array.from({ length: many }, (_, at): Actor => {
    const state = at < 40;
    return {
      ...{ id: actorId(`actor-${at}`), name: `${pick(PLACES, at)} ${rareWord(at)}`, aliases: [] },
      kind: state ? 'state' : 'person',
      partOf: state ? [] : [{ actor: actorId(`actor-${at % 40}`), from: '2010', to: '2030' }],
    };
  });
  const issues = Array.from({ length: questions }, (_, at): Issue => {
    const name = `${pick(TALK, at)} ${rareWord(at)}`;
    return { id: issueId(`issue-${at}`), label: name, proposal: `There should be a ${name}.` };
  });
  const document = (number: number) => {
    const random = randomFrom(number * 2_654_435_761 + 1);
    const day = `20${String(12 + (number % 10))}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;
    const id = documentId(`report-${number}`);
    const sentences = Array.from({ length: each }, () => {
      const [a, b] = [random(PLACES.length), random(PLACES.length)];
      const words = `${pick(PLACES, a)} told ${pick(PLACES, b)} that the ${pick(TALK, random(10))} near ${rareWord(random(1728))} could wait`;
      return `${words}, ${rareWord(random(1728))} officials said in report ${number}, and ${random(900) + 100} people were heard.`;
    });
    const text = `Talks on ${rareWord(number)} go on\n\n${sentences.join(' ')}`;
    const found: Document = {
      ...{ id, file: `report-${number}.txt`, text, boilerplate: [] },
      sha256: createHash('sha256').update(text).digest('hex'),
      blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
      title: { value: `Talks on ${rareWord(number)} go on`, from: 'first line' },
      publisher: { value: `${pick(PLACES, number)} Courier`, from: 'made up' },
      published: { value: day, from: 'made up' },
      language: { value: 'en', from: 'made up' },
    };
    let start = text.length - sentences.join(' ').length;
    const statements = sentences.map((sentence, at): Statement => {
      const passage = passageOf(found, start, start + sentence.length);
      start += sentence.length + 1;
      const byPerson = random(3) > 0;
      return {
        ...{ id: statementId(`${id}-s${at}`), passage, actor: actorId(`actor-${random(many)}`) },
        ...{ issue: issueId(`issue-${random(questions)}`), stance: STANCES[random(STANCES.length)] ?? 'neutral' },
        attribution: random(2) === 0 ? [{ name: 'officials', voice: 'anonymous' }] : [],
        level: random(4) === 0 ? 'implied' : 'explicit',
        coder: byPerson ? { kind: 'person', name: 'Anna' } : { kind: 'rule', name: 'reader' },
        status: byPerson ? 'accepted' : 'suggested',
      };
    });
    return { document: found, statements };
  };
  const derivations = (documents: number): readonly Derivation[] =>
    Array.from({ length: Math.floor(documents / 4) }, (_, at) => at * 4 + 1).flatMap((number) => {
      const [source, derived] = [document(number - 1).statements, document(number).statements];
      return [2, 3, 4].flatMap((place): Derivation[] => {
        const [from, to] = [source[place]?.passage, derived[place]?.passage];
        if (from === undefined || to === undefined) return [];
        return [
          { kind: 'paraphrase', source: from, derived: to, score: 0.8, direction: { by: ['date'], sure: false } },
        ];
      });
    });
  return { actors, issues, document, derivations };
};
