import type { DecisionMaker } from '@entente/core/conflict/conflict';
import type { OptionId, StatementId } from '@entente/core/vocabulary';
import type { Cited } from './chips.tsx';
import type { AimPlace, PlacedAim } from './edit.ts';
import { Evidence } from './evidence.tsx';
import { FormulaField } from './formula-field.tsx';
import { WORDS } from './words.ts';

/** What can be done with a maker's aims. */
export interface AimActs {
  readonly move: (place: AimPlace, to: number) => void;
  readonly assume: (place: AimPlace) => void;
  readonly bear: (place: AimPlace, id: StatementId) => void;
  readonly join: (place: AimPlace) => void;
  readonly drop: (place: AimPlace) => void;
  readonly rewrite: (place: AimPlace, text: string) => void;
  readonly add: (maker: number, text: string) => void;
}

/** An aim that is open: which, and whether for its formula or its evidence. */
export interface OpenAim {
  readonly maker: number;
  readonly aim: number;
  readonly at: 'formula' | 'evidence';
}

/** One aim, opened beside its list: its formula, what it stands on, and what else can be done with it. */
export const AimEditor = ({
  open,
  placed,
  own,
  ids,
  cited,
  acts,
  onEnd,
}: {
  readonly open: OpenAim;
  readonly placed: PlacedAim;
  readonly own: DecisionMaker;
  readonly ids: ReadonlySet<OptionId>;
  readonly cited: Cited;
  readonly acts: AimActs;
  readonly onEnd: () => void;
}) => {
  const { aim, joined } = placed;
  const place: AimPlace = open;
  const end = (act: () => void) => () => {
    onEnd();
    act();
  };
  return (
    <section
      className="aim-editor"
      aria-label={`${WORDS.aim} ${placed.group}, ${own.name}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onEnd();
      }}
    >
      <h4>
        {WORDS.aim} {placed.group}
      </h4>
      <FormulaField
        key={aim.text}
        ids={ids}
        label={`${WORDS.aim} ${placed.group}`}
        first={aim.text}
        opened={open.at === 'formula'}
        submit={WORDS.keep}
        onDone={(text) => {
          onEnd();
          if (text.trim() !== aim.text) acts.rewrite(place, text);
        }}
        onCancel={onEnd}
      />
      <p className="acts small">
        {aim.because.length > 0 && (
          <button type="button" className="link" onClick={() => acts.assume(place)}>
            {aim.assumed ? WORDS.markEvidenced : WORDS.markAssumed}
          </button>
        )}
        {place.aim > 0 && (
          <button type="button" className="link" onClick={() => acts.join(place)}>
            {joined ? WORDS.partBefore : WORDS.joinBefore}
          </button>
        )}
        <button type="button" className="link" onClick={end(() => acts.drop(place))}>
          {WORDS.remove}
        </button>
        <button type="button" className="link" onClick={onEnd}>
          {WORDS.close} <kbd>Esc</kbd>
        </button>
      </p>
      <Evidence
        actor={own.actor}
        aim={aim}
        cited={cited}
        opened={open.at === 'evidence'}
        onToggle={(id) => acts.bear(place, id)}
      />
    </section>
  );
};
