import { expect, test } from 'vitest';
import type { Document } from '../document/document.ts';
import { readCodebook } from '../statement/read-codebook.ts';
import { documentId } from '../vocabulary.ts';
import { readChronicle } from './read-chronicle.ts';
import { writeChronicle } from './write-chronicle.ts';

const text =
  'In May 1954 envoys met in Strelsau. Some 300 to 400 ships lay idle. Talks are expected to resume next year.';
const envoys: Document = {
  ...{ id: documentId('envoys'), file: 'envoys.md', text, sha256: '', boilerplate: [] },
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
};
const { value: codebook } = readCodebook({ actors: [{ id: 'ruritania', name: 'Ruritania', kind: 'state' }] });
const coded = { document: 'envoys.md', attribution: [] };

const data = {
  events: [
    {
      ...coded,
      id: 'e1',
      quote: 'In May 1954 envoys met in Strelsau',
      date: '1954-05',
      actors: ['ruritania'],
      place: 'Strelsau',
    },
  ],
  figures: [
    {
      ...coded,
      id: 'f1',
      quote: '300 to 400 ships',
      value: [300, 400],
      unit: 'ships',
      of: 'idle ships',
      qualifier: 'about',
      'as-of': '1954',
    },
  ],
  forecasts: [
    {
      ...{
        ...coded,
        id: 'p1',
        quote: 'Talks are expected to resume next year',
        by: 'ruritania',
        likelihood: 'are expected to',
        due: '1955',
      },
      resolution: { outcome: 'did-not', note: 'No talks in 1955.' },
    },
  ],
};

test('events, figures and forecasts are read, and the same after writing', () => {
  const { value, problems } = readChronicle(data, [envoys], codebook);
  expect(problems).toEqual([]);
  expect(value.events[0]).toMatchObject({ date: '1954-05', actors: ['ruritania'], passage: { start: 0 } });
  expect(value.figures[0]).toMatchObject({ value: [300, 400], asOf: '1954' });
  expect(value.forecasts[0]).toMatchObject({ resolution: { outcome: 'did-not' } });
  expect(readChronicle(writeChronicle(value, [envoys]), [envoys], codebook).value).toEqual(value);
});

test('faults are told with their path', () => {
  const [event, figure, forecast] = [data.events[0], data.figures[0], data.forecasts[0]];
  const { value, problems } = readChronicle(
    {
      events: [{ ...event, actors: ['ruritanja'], date: '1954-05-32' }],
      figures: [
        { ...figure, value: [4, 3] },
        { ...figure, id: 'f2', value: 'many', unit: undefined },
      ],
      forecasts: [{ ...forecast, resolution: { outcome: 'yes', note: 'x' } }],
      omens: [],
    },
    [envoys],
    codebook,
  );
  expect(value).toEqual({ events: [], figures: [], forecasts: [] });
  expect(problems.map(({ at, code }) => `${at.join('.')} ${code}`)).toEqual([
    'omens chronicle/unknown-field',
    'events.0.date event/date',
    'events.0.actors.0.actor event/unknown-actor',
    'figures.0.value figure/value',
    'figures.1.value figure/value',
    'figures.1 figure/missing-field',
    'forecasts.0.resolution.outcome forecast/unknown-outcome',
  ]);
});
