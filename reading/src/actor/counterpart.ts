import type { Token } from '../sentence/token.ts';
import { apposition } from './introduce.ts';
import { nameRun, textOf } from './names.ts';
import type { Introduced } from './person.ts';
import type { Surroundings } from './spot.ts';

/** How many sentences later the officials of a meeting may be named. */
const REACH = 12;

/** The states of “Peru's envoy met with her Chilean and Bolivian counterparts”: the one named first and those before “counterparts”. */
const party = (list: readonly Token[], { gazetteer }: Surroundings): Set<string> => {
  const end = list.findIndex(({ lower }) => lower === 'counterparts' || lower === 'counterpart');
  const states = new Set<string>();
  let host: string | undefined;
  let run: string[] = [];
  for (let index = 0; index < end; index += 1) {
    const known = list[index]?.capital ? gazetteer(list, index) : undefined;
    if (known?.state !== undefined) {
      if (known.kind === 'state') {
        host ??= known.state;
        run.push(known.state);
      }
      index = known.end - 1;
    } else if (!/^(and|,|the)$/.test(list[index]?.lower ?? '')) run = [];
  }
  if (host === undefined || run.length === 0 || run.includes(host)) return states;
  return new Set([host, ...run]);
};

/**
 * Finds the state of an official whose office names none (“head of the Foreign Ministry's …”), where a report has told whose officials met:
 * when all but one of those states have an official of their own after that, and one official is left, he is the one of the state left.
 */
export const pair = (sentences: readonly { readonly tokens: readonly Token[] }[], around: Surroundings): void => {
  sentences.forEach(({ tokens }, place) => {
    const left = party(tokens, around);
    if (left.size < 2) return;
    const open = new Set<Introduced>();
    for (const { tokens: list } of sentences.slice(place + 1, place + 1 + REACH))
      for (let index = 0; index < list.length; index += 1) {
        const end = list[index]?.capital ? nameRun(list, index, around.gazetteer) : index;
        if (end <= index) continue;
        const one = around.people.known(textOf(list, index, end));
        if (one?.kind === 'person') {
          if (one.state !== undefined) left.delete(one.state);
          else if (list[end]?.text === ',' && apposition(list, end, around)?.ministry) open.add(one);
        }
        index = end - 1;
      }
    const [state] = left;
    const [official] = open;
    if (left.size === 1 && open.size === 1 && state !== undefined && official) official.state = state;
  });
};
