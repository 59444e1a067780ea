import type { Command } from '../shared/keys.ts';
import { router } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import type { useChoosing } from './choose.ts';
import type { Room } from './room.ts';
import type { Field } from './state.ts';
import { WORDS } from './words.ts';

interface Doing {
  readonly room: Room;
  readonly choosing: ReturnType<typeof useChoosing>;
  readonly condition: () => void;
  readonly reason: () => void;
  readonly words: () => void;
  /** Codes the chosen words as something new. */
  readonly begin: () => void;
  readonly last: () => void;
  readonly level: () => void;
  readonly fold: () => void;
  /** Ends the choice of words. */
  readonly leave: () => void;
}

/** The keys of the room: what they do depends on whether words are being chosen, something is being changed, or a suggestion is shown. */
export const useCodingKeys = (doing: Doing): void => {
  const { room, choosing } = doing;
  const { draft, chosen } = room;
  const at = draft !== undefined || room.current !== undefined;
  const field = (name: Field) => () => {
    if (chosen !== undefined && draft === undefined) return doing.begin();
    const own = room.edit();
    if (own !== undefined) room.setDraft(own, name);
  };
  const leave = (): void => {
    if (choosing.going || chosen !== undefined) doing.leave();
    else if (draft !== undefined) room.setDraft(undefined);
    else router.go({ room: 'sources', path: [room.page.document.id] });
  };
  const enter = (): void => {
    if (chosen !== undefined && draft === undefined) doing.begin();
    else if (draft !== undefined) void room.save(draft);
    else if (room.current === undefined) doing.leave();
    else if (room.status === 'suggested') void room.decide('accepted');
    else room.step(1);
  };
  const moving: readonly Command[] = [
    { keys: ['j', 'ArrowDown'], says: WORDS.keys.next, run: () => room.step(1), line: true },
    { keys: ['k', 'ArrowUp'], says: WORDS.keys.previous, run: () => room.step(-1), line: true },
  ];
  useKeys(WORDS.room, [
    ...(choosing.going ? choosing.keys : draft === undefined ? moving : []),
    { keys: ['Enter'], says: WORDS.keys.accept, run: enter, line: at },
    { keys: ['x'], says: WORDS.keys.reject, run: () => void room.decide('rejected'), line: at && draft === undefined },
    {
      keys: ['e'],
      says: WORDS.keys.edit,
      run: () => room.setDraft(room.edit()),
      line: at && draft === undefined,
    },
    { keys: ['v'], says: WORDS.keys.choose, run: choosing.begin, line: true },
    { keys: ['n'], says: WORDS.keys.newOne, run: doing.begin, line: chosen !== undefined },
    { keys: ['a'], says: WORDS.fields.actor, run: field('actor') },
    { keys: ['i'], says: WORDS.fields.issue, run: field('issue') },
    { keys: ['s'], says: WORDS.fields.stance, run: field('stance') },
    { keys: ['c'], says: WORDS.fields.condition, run: doing.condition, line: draft !== undefined },
    { keys: ['r'], says: WORDS.fields.reason, run: doing.reason, line: draft !== undefined },
    { keys: ['w'], says: WORDS.keys.spanWords, run: doing.words },
    { keys: ['t'], says: WORDS.fields.attribution, run: field('attribution') },
    { keys: ['d'], says: WORDS.fields.date, run: field('date') },
    { keys: ['l'], says: WORDS.keys.level, run: doing.level },
    { keys: ['p'], says: WORDS.keys.last, run: doing.last, line: at && room.sticky.last !== undefined },
    { keys: ['f'], says: WORDS.keys.fold, run: doing.fold },
    { keys: ['o'], says: WORDS.keys.codebook, run: () => router.go({ room: 'coding', query: { codebook: 'actors' } }) },
    { keys: ['Escape'], says: WORDS.keys.end, run: leave, typing: true, line: draft !== undefined },
  ]);
};
