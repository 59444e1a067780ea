import type { Conflict } from '@entente/core/conflict/conflict';
import { useState } from 'react';
import { type AimActs, Aims } from './aims.tsx';
import { Chips, type Cited } from './chips.tsx';
import { hasAims, listsStates } from './edit.ts';
import type { Examined } from './examine.ts';
import { Square } from './squares.tsx';
import { WORDS } from './words.ts';

/** What can be done with makers and options. */
export interface MakerActs extends AimActs {
  readonly order: (maker: number) => void;
  readonly flip: (maker: number, option: number) => void;
  readonly rename: (maker: number, option: number, name: string) => void;
  readonly addOption: (maker: number, name: string) => void;
  readonly dropOption: (maker: number, option: number) => void;
  readonly addMaker: (name: string, option: string) => void;
}

interface Props {
  readonly conflict: Conflict;
  readonly cited: Cited;
  readonly ranks: Examined['ranks'];
  readonly acts: MakerActs;
  readonly readOnly: boolean;
}

/** A field whose text is taken over when it is left or Enter is pressed. */
const Renamed = ({
  label,
  value,
  onDone,
}: {
  readonly label: string;
  readonly value: string;
  readonly onDone: (text: string) => void;
}) => {
  const [text, setText] = useState(value);
  const done = (): void => {
    if (text.trim() !== '' && text.trim() !== value) onDone(text.trim());
    else setText(value);
  };
  return (
    <input
      className="field"
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
      }}
    />
  );
};

/** One short text and a button. */
const Adding = ({
  label,
  submit,
  onDone,
}: {
  readonly label: string;
  readonly submit: string;
  readonly onDone: (text: string) => void;
}) => {
  const [text, setText] = useState('');
  return (
    <form
      className="formula"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        onDone(text.trim());
        setText('');
      }}
    >
      <input
        className="field"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button" disabled={text.trim() === ''}>
        {submit}
      </button>
    </form>
  );
};

const Options = ({
  props,
  maker,
  first,
}: {
  readonly props: Props;
  readonly maker: number;
  readonly first: number;
}) => {
  const { conflict, acts, readOnly } = props;
  const own = conflict.makers[maker];
  if (own === undefined) return null;
  return (
    <ul className="options">
      {own.options.map(({ id, name, because }, option) => {
        const taken = conflict.statusQuo?.[first + option] === 'Y';
        const words = (
          <>
            <Square taken={taken} />
            <span>
              {name} {name !== id && <code className="quiet">{id}</code>}
            </span>
          </>
        );
        return (
          <li key={id}>
            {readOnly ? (
              <span className="option">{words}</span>
            ) : (
              <button
                type="button"
                className="option"
                aria-pressed={taken}
                title={WORDS.inQuo(name)}
                onClick={() => acts.flip(maker, option)}
              >
                {words}
              </button>
            )}
            <Chips ids={because} cited={props.cited} />
          </li>
        );
      })}
    </ul>
  );
};

const OptionEditor = ({ props, maker }: { readonly props: Props; readonly maker: number }) => {
  const { conflict, acts } = props;
  const own = conflict.makers[maker];
  const fixed = listsStates(conflict);
  if (own === undefined) return null;
  return (
    <details className="option-editor">
      <summary className="small">{WORDS.editOptions}</summary>
      {own.options.map(({ id, name }, option) => (
        <div className="formula" key={`${id} ${name}`}>
          <Renamed label={WORDS.optionName(id)} value={name} onDone={(text) => acts.rename(maker, option, text)} />
          {!fixed && own.options.length > 1 && (
            <button
              type="button"
              className="button"
              aria-label={WORDS.removeOption(name)}
              onClick={() => acts.dropOption(maker, option)}
            >
              {WORDS.remove}
            </button>
          )}
        </div>
      ))}
      {fixed ? (
        <p className="small quiet">{WORDS.listed}</p>
      ) : (
        <Adding label={WORDS.addOptionOf(own.name)} submit={WORDS.add} onDone={(name) => acts.addOption(maker, name)} />
      )}
    </details>
  );
};

const AddMaker = ({ acts }: { readonly acts: MakerActs }) => {
  const [name, setName] = useState('');
  const [option, setOption] = useState('');
  const empty = name.trim() === '' || option.trim() === '';
  return (
    <details className="option-editor add-maker">
      <summary className="small">{WORDS.addMaker}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (empty) return;
          acts.addMaker(name.trim(), option.trim());
          setName('');
          setOption('');
        }}
      >
        <input
          className="field"
          aria-label={WORDS.makerName}
          placeholder={WORDS.makerName}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="formula">
          <input
            className="field"
            aria-label={WORDS.firstOption}
            placeholder={WORDS.firstOption}
            value={option}
            onChange={(event) => setOption(event.target.value)}
          />
          <button type="submit" className="button" disabled={empty}>
            {WORDS.add}
          </button>
        </div>
      </form>
    </details>
  );
};

/** The makers side by side: what each can do, and what it is taken to want. */
export const Makers = (props: Props) => {
  const { conflict, cited, ranks, acts, readOnly } = props;
  let first = 0;
  return (
    <section className="part wants" aria-labelledby="wants-title">
      <h2 id="wants-title">
        {WORDS.wants} {!readOnly && <small className="soft">{WORDS.wantsHow}</small>}
      </h2>
      <div className="makers">
        {conflict.makers.map((own, maker) => {
          const from = first;
          first += own.options.length;
          const rank = ranks[maker];
          const [group] = own.prefers.kind === 'statements' ? own.prefers.groups : [];
          const unordered =
            own.prefers.kind === 'statements' && own.prefers.groups.length === 1 && (group?.length ?? 0) > 1;
          return (
            <section className="maker" key={own.id} aria-label={own.name} data-maker={maker}>
              <h3>{own.name}</h3>
              <Options props={props} maker={maker} first={from} />
              {!readOnly && <OptionEditor props={props} maker={maker} />}
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
                  <Aims conflict={conflict} maker={maker} cited={cited} acts={acts} readOnly={readOnly} />
                </>
              ) : (
                <p className="small soft">{WORDS.otherwise[own.prefers.kind === 'ranking' ? 'ranking' : 'weights']}</p>
              )}
              {rank !== undefined && <p className="small quiet rank">{WORDS.quoRank(rank.place, rank.of)}</p>}
            </section>
          );
        })}
        {!readOnly && !listsStates(conflict) && <AddMaker acts={acts} />}
      </div>
    </section>
  );
};
