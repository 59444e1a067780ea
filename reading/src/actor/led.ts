import type { Token } from '../sentence/token.ts';
import type { Spotted } from './mention.ts';
import { textOf } from './names.ts';
import type { Surroundings } from './spot.ts';

/** “the Biden administration”, “Netanyahu's government”: the state of whoever leads it. A bare name before “administration” is American usage. */
export const governmentUnder = (
  list: readonly Token[],
  from: number,
  end: number,
  around: Surroundings,
): Spotted | undefined => {
  const at = list[end]?.text === "'s" ? end + 1 : end;
  const noun = list[at]?.lower ?? '';
  if (!/^(administration|government|cabinet|regime|presidency)$/.test(noun)) return undefined;
  const one = around.people.known(textOf(list, from, end));
  const state =
    one?.kind === 'person'
      ? one.state
      : !one && noun === 'administration' && end - from === 1
        ? 'united-states'
        : undefined;
  return state === undefined
    ? undefined
    : { after: at + 1, form: 'state', of: [{ actor: state, state }], voice: 'office' };
};
