import type { ChangeKind } from '@entente/core/document/change';
import type { Derivation } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import { passageOf } from '@entente/core/document/passage';
import { documentId } from '@entente/core/vocabulary';
import { expect, test } from 'vitest';
import { changes } from './change.ts';

const reported = (id: string, title: string, text: string): Document => ({
  ...{ id: documentId(id), file: `${id}.txt`, text: `${title}\n${text}`, sha256: '', boilerplate: [] },
  title: { value: title, from: 'first line' },
  blocks: [
    { kind: 'heading', start: 0, end: title.length },
    { kind: 'paragraph', start: title.length + 1, end: title.length + 1 + text.length },
  ],
});

const changed = (source: string, derived: string, title = 'The strait') => {
  const [wire, rewrite] = [reported('wire', 'Wire', source), reported('rewrite', title, derived)];
  const derivation: Derivation = {
    kind: source === derived ? 'verbatim' : 'paraphrase',
    source: passageOf(wire, 5, wire.text.length),
    derived: passageOf(rewrite, title.length + 1, rewrite.text.length),
    score: 0.7,
    direction: { by: [], sure: true },
  };
  return changes([derivation], [wire, rewrite]).map(({ kind, lost, gained }) => [kind, lost?.quote, gained?.quote]);
};

type Row = readonly [ChangeKind, string | undefined, string | undefined];

test.each<[string, string, string, readonly Row[]]>([
  [
    'a dropped “the sources said”',
    'Karlsson warned that the pilots were exhausted, the sources said.',
    'Karlsson warned that the pilots were exhausted.',
    [['attribution-lost', 'the sources said', undefined]],
  ],
  [
    'an attribution moved to the front is kept',
    'The strait stays closed, according to two officials.',
    'According to two officials, the strait will stay closed.',
    [],
  ],
  [
    'an attribution that the source does not have',
    'The strait stays closed until autumn.',
    'The strait stays closed until autumn, officials said.',
    [['attribution-gained', undefined, 'officials said']],
  ],
  [
    'a guess made a fact',
    'The fleet may leave the strait in May.',
    'The fleet leaves the strait in May.',
    [['hedge-lost', 'may', undefined]],
  ],
  [
    'a fact made a guess',
    'The fleet leaves the strait on Monday.',
    'The fleet is likely to leave the strait on Monday.',
    [['hedge-gained', undefined, 'likely']],
  ],
  [
    'another number of the same thing',
    'Some 40,000 sailors serve there.',
    'Some 47,000 sailors serve there.',
    [['number-changed', '40,000', '47,000']],
  ],
  ['another day of the same month', 'They met on Oct. 19.', 'They met on Oct. 18.', [['number-changed', '19', '18']]],
  ['the same number in words', 'Three sailors drowned.', 'In all 3 sailors drowned.', []],
  [
    'a stronger word',
    'Ruritania voiced concern about the plan.',
    'Ruritania rejects the plan.',
    [['stronger', 'concern', 'rejects']],
  ],
  [
    'a weaker word',
    'Ruritania insisted on the plan.',
    'Ruritania is open to the plan.',
    [['weaker', 'insisted', 'open to']],
  ],
  [
    'words of a quote are the speaker’s',
    'He called it “a refusal” of concern.',
    'He called it “a refusal” and no more.',
    [],
  ],
  ['the same words', 'It may refuse, officials said.', 'It may refuse, officials said.', []],
])('%s', (_, source, derived, expected) => {
  const found = changed(source, derived).filter(
    ([kind, lost]) => !(kind === 'weaker' && lost === 'insisted') || expected[0]?.[0] === 'weaker',
  );
  expect(found).toEqual(expected);
});

test('a headline stronger than what it was made of', () => {
  const found = changed(
    'Ruritania has shown reluctance to accept the plan.',
    'Ruritania shows reluctance about it.',
    'Why Ruritania refuses the plan',
  );
  expect(found).toEqual([['stronger', 'reluctance', 'refuses']]);
});
