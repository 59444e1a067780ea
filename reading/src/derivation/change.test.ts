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
  [
    'a guess whose clause was left out',
    'Karlsson will come to the talks, her office said, and Brandt may bring the maps.',
    'Karlsson will come to the talks.',
    [],
  ],
  ['a guess told as a plan', 'The fleet may leave the strait in May.', 'The fleet plans to leave in May.', []],
  ['May, the month', 'The fleet leaves in May.', 'In May the fleet leaves.', []],
  [
    '“reportedly” dropped',
    'The minister reportedly rejected the draft.',
    'The minister rejected the draft.',
    [['attribution-lost', 'reportedly', undefined]],
  ],
  [
    'the sources named in the next sentence',
    'The strait stays closed, officials said.',
    'The strait stays closed. The officials said no more.',
    [],
  ],
  [
    'another share',
    'Of the dockers, 71 per cent voted against the plan.',
    'Of the dockers, 77% voted against the plan.',
    [['number-changed', '71', '77']],
  ],
  ['another sum', 'It cost $310 million.', 'It cost $410 million.', [['number-changed', '310 million', '410 million']]],
  ['a number rounded, and said to be', 'In all 14,372 ships waited.', 'More than 14,000 ships waited.', []],
  ['a number of something else', 'Two officials and 14 sailors left.', 'Three ships and 14 sailors left.', []],
  [
    'one of two numbers of a kind left out',
    'At least 14 people died and 30 people were hurt.',
    'Some 30 people were hurt.',
    [],
  ],
  ['a year is no count', 'The war of 1950 ended late.', 'The war of 1953 ended late.', []],
  [
    'concern become refusal',
    'Japan has expressed concern about a declaration.',
    'Japan has refused a declaration.',
    [['stronger', 'concern', 'refused']],
  ],
  [
    'a strong word whose clause was left out is not weakened',
    'Vestria voiced concern about the quota and, in a letter to the council, rejected the ban.',
    'Vestria voiced concern about the quota.',
    [],
  ],
  [
    'a strong word of another clause',
    'Vestria voiced concern.',
    'Vestria voiced concern, and Hamar refused to come.',
    [],
  ],
  ['a strong word that is denied', 'Vestria voiced concern about it.', 'Vestria did not reject it.', []],
  [
    'a warning made of a remark',
    'The envoy said that time was running out.',
    'The envoy warned that time was running out.',
    [['stronger', 'said', 'warned']],
  ],
  ['a synonym', 'Vestria rejected the plan.', 'Vestria refused the plan.', []],
  ['the object turned round', 'Vestria rejected the plan of Hamar.', 'The plan of Hamar was rejected by Vestria.', []],
])('%s', (_, source, derived, expected) => {
  expect(changed(source, derived)).toEqual(expected);
});

test.each([
  [
    'the one who refuses is another',
    'Ruritania shows reluctance. Graustark refuses all talks.',
    'Ruritania refuses the plan',
    true,
  ],
  [
    'somebody named did refuse',
    'Ruritania showed reluctance, then Ruritania refused.',
    'Ruritania refuses the plan',
    false,
  ],
  ['a headline no stronger than its report', 'Ruritania opposes the plan.', 'Ruritania against the plan', false],
  ['a headline that quotes', 'Ruritania shows reluctance.', 'Ruritania and the “refusal”', false],
])('a headline: %s', (_, source, title, found) => {
  const kinds = changed(source, 'Ruritania shows reluctance about it.', title).filter(([kind]) => kind === 'stronger');
  expect(kinds.length > 0).toBe(found);
});

test('a headline stronger than what it was made of', () => {
  const found = changed(
    'Ruritania has shown reluctance to accept the plan.',
    'Ruritania shows reluctance about it.',
    'Why Ruritania refuses the plan',
  );
  expect(found).toEqual([['stronger', 'reluctance', 'refuses']]);
});
