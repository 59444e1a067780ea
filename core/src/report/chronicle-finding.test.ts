import { expect, test } from 'vitest';
import { quotaDossier } from '../../testing/quota-dossier.ts';
import { chronicleOf } from '../chronicle/chronicle.ts';
import { chronicleFinding } from './chronicle-finding.ts';

test('an empty chronicle has no finding; another says how much, from when to when', () => {
  expect(chronicleFinding({ dated: [], undated: [], rivals: [], forecasts: [] })).toBeUndefined();
  const chronicle = chronicleOf(quotaDossier);
  const said = chronicleFinding(chronicle);
  expect(said).toContain(`${chronicle.dated.length} dated happening`);
  if (chronicle.forecasts.length > 0) expect(said).toContain('forecast');
});
