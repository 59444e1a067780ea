import type { DecisionMaker } from '@entente/core/conflict/conflict';
import type { IdleAim } from '@entente/core/settlement/idle-aim';
import type { OptionId } from '@entente/core/vocabulary';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { AimActs, OpenAim } from './aim-editor.tsx';
import { Chips, type Cited } from './chips.tsx';
import { aimsOf, type PlacedAim } from './edit.ts';
import { FormulaField } from './formula-field.tsx';
import { WORDS } from './words.ts';

/** A key of an aim that stays when it is moved. */
const keysOf = (aims: readonly PlacedAim[]): readonly string[] => {
  const seen = new Map<string, number>();
  return aims.map(({ aim: { text } }) => {
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return `${count} ${text}`;
  });
};

interface Props {
  readonly own: DecisionMaker;
  readonly ids: ReadonlySet<OptionId>;
  readonly maker: number;
  readonly cited: Cited;
  readonly acts: AimActs;
  readonly readOnly: boolean;
  readonly idle: readonly IdleAim[];
  /** The aim that is open, where it is one of these. */
  readonly open: OpenAim | undefined;
  readonly onOpen: (open: OpenAim | undefined) => void;
}

/** A word on an aim that decides nothing. */
const Idle = ({ idle }: { readonly idle: IdleAim | undefined }) =>
  idle === undefined ? null : (
    <p className={idle.how === 'settled' ? 'small quiet' : 'small warn-note'}>{WORDS.idle[idle.how]}</p>
  );

/** A maker's aims, most important first: dragged, or moved with the keys; evidence and assumption beside each. */
export const Aims = ({ own, ids, maker, cited, acts, readOnly, idle, open, onOpen }: Props) => {
  const aims = aimsOf(own);
  const keys = keysOf(aims);
  const list = useRef<HTMLDivElement>(null);
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
    else if (key === 'e' || key === 'Enter') act(() => onOpen({ maker, aim, at: 'formula' }));
    else if (key === 'b') act(() => onOpen({ maker, aim, at: 'evidence' }));
    else if (key === '=') act(() => acts.join({ maker, aim }));
    else if (key === 'Delete') act(() => acts.drop({ maker, aim }));
  };
  const opened = open?.maker === maker ? open.aim : -1;
  // Closed, the aim that was open takes the focus again.
  const before = useRef(-1);
  useEffect(() => {
    if (opened < 0 && before.current >= 0) refocus(Math.min(before.current, aims.length - 1));
    before.current = opened;
  });
  const { name } = own;
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
              <div className={place === opened ? 'aim now' : 'aim'} data-aim={place}>
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
                    <Button
                      className="as-text"
                      aria-label={WORDS.edit(aim.text)}
                      onPress={() => onOpen({ maker, aim: place, at: 'formula' })}
                    >
                      <code>{aim.text}</code>
                    </Button>
                  )}
                  <div className="bears">
                    <Chips ids={aim.because} cited={cited} />
                    {(aim.assumed || aim.because.length === 0) &&
                      (readOnly ? (
                        <em className="assumed">{WORDS.assumed}</em>
                      ) : (
                        <Button
                          className="as-text"
                          aria-label={WORDS.evidenceOf(aim.text)}
                          onPress={() => onOpen({ maker, aim: place, at: 'evidence' })}
                        >
                          <em className="assumed">{WORDS.assumed}</em>
                        </Button>
                      ))}
                  </div>
                  <Idle idle={idle.find((one) => one.maker === maker && one.aim === place)} />
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
      {!readOnly &&
        (adding ? (
          <FormulaField
            ids={ids}
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
