import type { Conflict } from '@entente/core/conflict/conflict';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { Chips, type Cited } from './chips.tsx';
import { type AimPlace, aimsOf, formulaProblems, type PlacedAim } from './edit.ts';
import { WORDS } from './words.ts';

/** What can be done with a maker's aims. */
export interface AimActs {
  readonly move: (place: AimPlace, to: number) => void;
  readonly assume: (place: AimPlace) => void;
  readonly join: (place: AimPlace) => void;
  readonly drop: (place: AimPlace) => void;
  readonly rewrite: (place: AimPlace, text: string) => void;
  readonly add: (maker: number, text: string) => void;
}

/** A key of an aim that stays when it is moved. */
const keysOf = (aims: readonly PlacedAim[]): readonly string[] => {
  const seen = new Map<string, number>();
  return aims.map(({ aim: { text } }) => {
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return `${count} ${text}`;
  });
};

/** A field for a formula, checked as it is typed; what is wrong stands under it. */
export const FormulaField = ({
  conflict,
  label,
  first = '',
  opened = false,
  submit,
  onDone,
  onCancel,
}: {
  readonly conflict: Conflict;
  readonly label: string;
  readonly first?: string;
  readonly opened?: boolean;
  readonly submit: string;
  readonly onDone: (text: string) => void;
  readonly onCancel?: () => void;
}) => {
  const [text, setText] = useState(first);
  const [left, setLeft] = useState(false);
  const problems = text.trim() === '' ? [] : formulaProblems(conflict, text);
  const shown = problems.filter(({ says }) => left || !says.includes('at the end'));
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || onCancel === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <form
      className="formula"
      onSubmit={(event) => {
        event.preventDefault();
        setLeft(true);
        if (text.trim() === '' || problems.length > 0) return;
        onDone(text);
        setText('');
      }}
    >
      <input
        className="field code"
        aria-label={label}
        aria-invalid={shown.length > 0}
        aria-describedby="formula-hint"
        placeholder={WORDS.aimHint}
        // biome-ignore lint/a11y/noAutofocus: it opens because the reader asked for it
        autoFocus={opened}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => setLeft(true)}
        onKeyDown={press}
      />
      <button type="submit" className="button" disabled={text.trim() === '' || problems.length > 0}>
        {submit}
      </button>
      <div className="under" aria-live="polite">
        {shown.map(({ code, says }) => (
          <p className="small fault" key={`${code} ${says}`}>
            {says}
          </p>
        ))}
      </div>
    </form>
  );
};

interface Props {
  readonly conflict: Conflict;
  readonly maker: number;
  readonly cited: Cited;
  readonly acts: AimActs;
  readonly readOnly: boolean;
}

const Editor = ({
  place,
  conflict,
  placed,
  acts,
  onEnd,
}: Pick<Props, 'conflict' | 'acts'> & {
  readonly place: AimPlace;
  readonly placed: PlacedAim;
  readonly onEnd: () => void;
}) => {
  const { aim, joined } = placed;
  const end = (act: () => void) => () => {
    onEnd();
    act();
  };
  return (
    <div className="aim-editor">
      <FormulaField
        conflict={conflict}
        label={`${WORDS.aim} ${placed.group}`}
        first={aim.text}
        opened
        submit={WORDS.keep}
        onDone={(text) => {
          onEnd();
          if (text.trim() !== aim.text) acts.rewrite(place, text);
        }}
        onCancel={onEnd}
      />
      <p className="acts small">
        {aim.because.length > 0 && (
          <button type="button" className="link" onClick={end(() => acts.assume(place))}>
            {aim.assumed ? WORDS.markEvidenced : WORDS.markAssumed}
          </button>
        )}
        {place.aim > 0 && (
          <button type="button" className="link" onClick={end(() => acts.join(place))}>
            {joined ? WORDS.partBefore : WORDS.joinBefore}
          </button>
        )}
        <button type="button" className="link" onClick={end(() => acts.drop(place))}>
          {WORDS.remove}
        </button>
        <button type="button" className="link" onClick={onEnd}>
          {WORDS.leave}
        </button>
      </p>
    </div>
  );
};

/** A maker's aims, most important first: dragged, or moved with the keys; evidence and assumption beside each. */
export const Aims = ({ conflict, maker, cited, acts, readOnly }: Props) => {
  const own = conflict.makers[maker];
  const aims = own === undefined ? [] : aimsOf(own);
  const keys = keysOf(aims);
  const list = useRef<HTMLDivElement>(null);
  const [edited, setEdited] = useState<string>();
  const [adding, setAdding] = useState(false);
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: readOnly,
    getItems: (dragged) => [...dragged].map((key) => ({ 'text/plain': String(key) })),
    renderDropIndicator: (target) => <DropIndicator target={target} />,
    onReorder: ({ keys: moved, target }) => {
      const [key] = moved;
      const from = keys.indexOf(String(key));
      const at = keys.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0);
      if (from >= 0) acts.move({ maker, aim: from }, at > from ? at - 1 : at);
    },
  });
  const focused = (): number => {
    const row = document.activeElement?.closest('[role=row]')?.querySelector<HTMLElement>('[data-aim]');
    return row === null || row === undefined ? -1 : Number(row.dataset['aim']);
  };
  const refocus = (to: number): void => {
    requestAnimationFrame(() => {
      const row = list.current?.querySelectorAll<HTMLElement>('[role=row]')[to];
      row?.focus();
      row?.scrollIntoView({ block: 'nearest' });
    });
  };
  const press = (event: KeyboardEvent): void => {
    const aim = focused();
    if (aim < 0 || readOnly) return;
    const act = (run: () => void): void => {
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    const { key, altKey, ctrlKey, metaKey } = event;
    if (ctrlKey || metaKey) return;
    const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
    if (altKey && step !== 0)
      act(() => {
        const to = aim + step;
        if (to < 0 || to >= aims.length) return;
        acts.move({ maker, aim }, to);
        refocus(to);
      });
    else if (document.activeElement?.getAttribute('role') !== 'row') return;
    else if (key === ' ') act(() => acts.assume({ maker, aim }));
    else if (key === 'e' || key === 'Enter') act(() => setEdited(keys[aim]));
    else if (key === '=') act(() => acts.join({ maker, aim }));
    else if (key === 'Delete') act(() => acts.drop({ maker, aim }));
  };
  const at = edited === undefined ? -1 : keys.indexOf(edited);
  const placed = aims[at];
  const name = own?.name ?? '';
  return (
    <div className="aims" ref={list} onKeyDownCapture={press}>
      {aims.length > 0 && (
        <GridList
          aria-label={WORDS.aims(name)}
          dragAndDropHooks={dragAndDropHooks}
          keyboardNavigationBehavior="tab"
          items={aims.map((one, place) => ({ ...one, place, id: keys[place] ?? '' }))}
        >
          {({ aim, group, joined, place, id }) => (
            <GridListItem id={id} textValue={`${group}. ${aim.text}${aim.assumed ? `, ${WORDS.assumed}` : ''}`}>
              <div className={id === edited ? 'aim now' : 'aim'} data-aim={place}>
                <span className="place">
                  {joined ? (
                    <>
                      <span aria-hidden="true">=</span>
                      <span className="unseen">{WORDS.equal}</span>
                    </>
                  ) : (
                    group
                  )}
                </span>
                <div>
                  {readOnly ? (
                    <code>{aim.text}</code>
                  ) : (
                    <Button className="as-text" aria-label={WORDS.edit(aim.text)} onPress={() => setEdited(id)}>
                      <code>{aim.text}</code>
                    </Button>
                  )}
                  <div className="bears">
                    <Chips ids={aim.because} cited={cited} />
                    {(aim.assumed || aim.because.length === 0) && <em className="assumed">{WORDS.assumed}</em>}
                  </div>
                  {aim.note !== undefined && <p className="small quiet note">{aim.note}</p>}
                </div>
                {!readOnly && (
                  <Button slot="drag" className="grip" aria-label={WORDS.drag(aim.text)}>
                    <span aria-hidden="true">⠿</span>
                  </Button>
                )}
              </div>
            </GridListItem>
          )}
        </GridList>
      )}
      {placed !== undefined && (
        <Editor
          key={edited}
          place={{ maker, aim: at }}
          placed={placed}
          conflict={conflict}
          acts={acts}
          onEnd={() => {
            setEdited(undefined);
            refocus(at);
          }}
        />
      )}
      {!readOnly &&
        (adding ? (
          <FormulaField
            conflict={conflict}
            label={WORDS.addAim}
            opened
            submit={WORDS.add}
            onDone={(text) => {
              acts.add(maker, text);
              setAdding(false);
              refocus(aims.length);
            }}
            onCancel={() => setAdding(false)}
          />
        ) : (
          <button type="button" className="link small" onClick={() => setAdding(true)}>
            {WORDS.addAim}
            <span className="unseen">: {name}</span>
          </button>
        ))}
    </div>
  );
};
