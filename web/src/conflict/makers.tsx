import type { Conflict, DecisionMaker } from '@entente/core/conflict/conflict';
import type { IdleAim } from '@entente/core/settlement/idle-aim';
import type { OptionId } from '@entente/core/vocabulary';
import { memo, useState } from 'react';
import { useSame } from '../shared/use.ts';
import { AimEditor, type OpenAim } from './aim-editor.tsx';
import { Aims } from './aims.tsx';
import type { Cited } from './chips.tsx';
import { aimsOf, hasAims, listsStates } from './edit.ts';
import type { Examined } from './examine.ts';
import { AddMaker, type MakerActs, OptionEditor, Options } from './options.tsx';
import { WORDS } from './words.ts';

interface Props {
  readonly conflict: Conflict;
  readonly ids: ReadonlySet<OptionId>;
  readonly cited: Cited;
  readonly ranks: Examined['ranks'];
  readonly idle: readonly IdleAim[];
  readonly acts: MakerActs;
  readonly readOnly: boolean;
}

interface OneProps extends Pick<Props, 'cited' | 'acts' | 'readOnly'> {
  readonly own: DecisionMaker;
  readonly maker: number;
  readonly quo: string;
  readonly fixed: boolean;
  readonly alone: boolean;
  readonly ids: ReadonlySet<OptionId>;
  readonly idle: readonly IdleAim[];
  readonly place: number | undefined;
  readonly of: number | undefined;
  readonly open: OpenAim | undefined;
  readonly onOpen: (open: OpenAim | undefined) => void;
}

/** One maker. Drawn again only when something of it changed: lists that can be dragged are dear. */
const Maker = memo((props: OneProps) => {
  const { own, maker, ids, cited, acts, readOnly, idle, place, of, open, onOpen } = props;
  const [group] = own.prefers.kind === 'statements' ? own.prefers.groups : [];
  const unordered = own.prefers.kind === 'statements' && own.prefers.groups.length === 1 && (group?.length ?? 0) > 1;
  const placed = open === undefined ? undefined : aimsOf(own)[open.aim];
  return (
    <section className={placed === undefined ? 'maker' : 'maker opened'} aria-label={own.name} data-maker={maker}>
      <h3>{own.name}</h3>
      {own.options.length === 0 && <p className="small soft">{WORDS.nothingToDo}</p>}
      <Options {...props} />
      {!readOnly && <OptionEditor {...props} />}
      {hasAims(own) ? (
        <>
          {own.prefers.kind === 'unknown' && <p className="small soft">{WORDS.noAims}</p>}
          {unordered && (
            <p className="small soft no-order">
              {WORDS.inNoOrder}{' '}
              {!readOnly && (
                <button type="button" className="link small" onClick={() => acts.order(maker)}>
                  {WORDS.order}
                </button>
              )}
            </p>
          )}
          <Aims
            own={own}
            ids={ids}
            maker={maker}
            cited={cited}
            acts={acts}
            readOnly={readOnly}
            idle={idle}
            open={open}
            onOpen={onOpen}
          />
        </>
      ) : (
        <p className="small soft">{WORDS.otherwise[own.prefers.kind === 'ranking' ? 'ranking' : 'weights']}</p>
      )}
      {place !== undefined && of !== undefined && <p className="small quiet rank">{WORDS.quoRank(place, of)}</p>}
      {placed !== undefined && open !== undefined && (
        <AimEditor
          key={`${open.maker} ${open.aim}`}
          open={open}
          placed={placed}
          own={own}
          ids={ids}
          cited={cited}
          acts={acts}
          onEnd={() => onOpen(undefined)}
        />
      )}
    </section>
  );
});

/** The makers side by side: what each can do, and what it is taken to want. */
export const Makers = memo(({ conflict, ids, cited: citedNow, ranks, idle: idleNow, acts, readOnly }: Props) => {
  const [open, setOpen] = useState<OpenAim>();
  const [cited, idle] = [useSame(citedNow), useSame(idleNow)];
  const fixed = listsStates(conflict);
  let first = 0;
  return (
    <section className="part wants" aria-labelledby="wants-title">
      <h2 id="wants-title">
        {WORDS.wants} {!readOnly && <small className="soft">{WORDS.wantsHow}</small>}
      </h2>
      {conflict.makers.length === 0 && <p className="soft">{WORDS.noMakers}</p>}
      <div className="makers">
        {conflict.makers.map((own, maker) => {
          const quo = conflict.statusQuo?.slice(first, first + own.options.length) ?? '';
          first += own.options.length;
          return (
            <Maker
              key={own.id}
              own={own}
              maker={maker}
              quo={quo}
              fixed={fixed}
              alone={conflict.makers.length === 1}
              ids={ids}
              cited={cited}
              idle={idle}
              place={ranks[maker]?.place}
              of={ranks[maker]?.of}
              acts={acts}
              readOnly={readOnly}
              open={open?.maker === maker ? open : undefined}
              onOpen={setOpen}
            />
          );
        })}
        {!readOnly && !fixed && <AddMaker acts={acts} />}
      </div>
    </section>
  );
});
