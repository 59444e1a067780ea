import type { Conflict } from '@entente/core/conflict/conflict';
import type { Outcome } from '@entente/core/vocabulary';
import { say } from '../shared/say.ts';
import {
  addAim,
  addInfeasible,
  addMaker,
  addOption,
  aimsOf,
  assumeAim,
  bearAim,
  dropAim,
  dropInfeasible,
  dropMaker,
  dropOption,
  flipStatusQuo,
  joinAim,
  moveAim,
  orderAims,
  renameConflict,
  renameMaker,
  renameOption,
  rewriteAim,
} from './edit.ts';
import type { MakerActs } from './options.tsx';
import type { Editing } from './state.ts';
import { WORDS } from './words.ts';

/** What a reader can do with a conflict; every act is saved and can be undone. */
export const actsOn = (
  editing: Editing,
): MakerActs & {
  readonly addRule: (text: string, why: string) => void;
  readonly dropRule: (at: number) => void;
  readonly title: (title: string) => void;
} => {
  const { what } = WORDS;
  const change = (
    name: string,
    make: (conflict: Conflict) => Conflict,
    told = `${name.charAt(0).toUpperCase()}${name.slice(1)}.`,
  ): void => {
    const now = editing.state.now()?.conflict;
    if (now === undefined) return;
    const next = make(now);
    if (next === now) return;
    editing.change(name, next);
    say(told, { undo: true });
  };
  /** What may be refused says why and leaves the conflict as it is. */
  const tried = (name: string, make: (conflict: Conflict) => Outcome<Conflict>): void =>
    change(name, (conflict) => {
      const made = make(conflict);
      if (made.ok) return made.value;
      say(made.problems[0]?.says ?? '', { fault: true });
      return conflict;
    });
  return {
    move: (place, to) => {
      const own = editing.state.now()?.conflict.makers[place.maker];
      const aim = own === undefined ? undefined : aimsOf(own)[place.aim];
      const told = own && aim && WORDS.moved(own.name, aim.aim.text, to + 1);
      change(what.order, (conflict) => moveAim(conflict, place, to), told);
    },
    assume: (place) => change(what.assume, (conflict) => assumeAim(conflict, place)),
    bear: (place, id) => {
      const own = editing.state.now()?.conflict.makers[place.maker];
      const aim = own === undefined ? undefined : aimsOf(own)[place.aim]?.aim;
      const told = aim && WORDS.borne(aim.text, !aim.because.includes(id));
      change(what.bear, (conflict) => bearAim(conflict, place, id), told);
    },
    join: (place) => change(what.join, (conflict) => joinAim(conflict, place)),
    drop: (place) => change(what.dropAim, (conflict) => dropAim(conflict, place)),
    rewrite: (place, text) => tried(what.formula, (conflict) => rewriteAim(conflict, place, text)),
    add: (maker, text) => tried(what.addAim, (conflict) => addAim(conflict, maker, text)),
    order: (maker) => change(what.order, (conflict) => orderAims(conflict, maker)),
    flip: (maker, option) => change(what.quo, (conflict) => flipStatusQuo(conflict, maker, option)),
    rename: (maker, option, name) => change(what.option, (conflict) => renameOption(conflict, maker, option, name)),
    addOption: (maker, name) => change(what.addOption, (conflict) => addOption(conflict, maker, name)),
    dropOption: (maker, option) => tried(what.dropOption, (conflict) => dropOption(conflict, maker, option)),
    addMaker: (name, option, actor) => change(what.maker, (conflict) => addMaker(conflict, name, option, actor)),
    renameMaker: (maker, name) => change(what.renameMaker, (conflict) => renameMaker(conflict, maker, name)),
    dropMaker: (maker) => tried(what.dropMaker, (conflict) => dropMaker(conflict, maker)),
    title: (title) => change(what.title, (conflict) => renameConflict(conflict, title)),
    addRule: (text, why) => tried(what.rule, (conflict) => addInfeasible(conflict, text, why)),
    dropRule: (at) => change(what.rule, (conflict) => dropInfeasible(conflict, at)),
  };
};
