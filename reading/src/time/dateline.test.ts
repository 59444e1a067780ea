import { expect, test } from 'vitest';
import { datelineOf } from './dateline.ts';

const BODY =
  '\n\nThe envoys met again after the accord of 1998 had lapsed, and nobody spoke of the talks of 3 May 2004.';

test.each([
  ['Envoys meet again\nAnalysis by A. Sole | The Quay Review | 17 October 2014', '2014-10-17'],
  ['Envoys meet again\nThe Quay Review, 20 June 2012', '2012-06-20'],
  ['Quay Explainer · 24 January 2014 · 4 min read', '2014-01-24'],
  ['POLICY BRIEF 13/07 – November 2013\nQuay Institute', '2013-11'],
  ['FOR IMMEDIATE RELEASE\nRabat, 25 September 2013', '2013-09-25'],
  ['Quay Talks, episode 8, recorded 12 June 2013. The transcript has been edited.', '2013-06-12'],
  ['Envoys meet again\nMonday 17 July 2013', '2013-07-17'],
  ['RABAT, March 11, 2012 (Quay Wire) - Talks were suspended.', '2012-03-11'],
  ['The envoys met on 3 May 2004 and left.', undefined],
  ['Envoys meet again\nMonday 17 July', undefined],
  ['The Treaty of Quay, 1923', undefined],
  ['', undefined],
])('%j', (head, date) => expect(datelineOf(head + BODY)?.date).toBe(date));

test('the date of what a text is about is no dateline', () => {
  const text = 'Treaty of Quay, 24 July 1923\n\nIt was revised in 1936, in 1954, in 1960 and in 1982.';
  expect(datelineOf(text)).toBeUndefined();
});

test('offsets lead to the date in the text as it stands', () => {
  const text = `The Quay\u00A0Review, 20\u00A0June 2012${BODY}`;
  const found = datelineOf(text);
  expect(found && text.slice(found.start, found.end)).toBe('20\u00A0June 2012');
});
