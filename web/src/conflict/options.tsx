import type { DecisionMaker } from '@entente/core/conflict/conflict';
import type { ActorId } from '@entente/core/vocabulary';
import { useId, useState } from 'react';
import { codebookSource } from '../shared/codebook.ts';
import { useFetched } from '../shared/use.ts';
import type { AimActs } from './aim-editor.tsx';
import { Chips, type Cited } from './chips.tsx';
import { Square } from './squares.tsx';
import { WORDS } from './words.ts';

/** What can be done with makers and options. */
export interface MakerActs extends AimActs {
  readonly order: (maker: number) => void;
  readonly flip: (maker: number, option: number) => void;
  readonly rename: (maker: number, option: number, name: string) => void;
  readonly addOption: (maker: number, name: string) => void;
  readonly dropOption: (maker: number, option: number) => void;
  readonly addMaker: (name: string, option: string, actor?: ActorId) => void;
  readonly renameMaker: (maker: number, name: string) => void;
  readonly dropMaker: (maker: number) => void;
}

interface Props {
  readonly own: DecisionMaker;
  readonly maker: number;
  /** The maker's letters of the status quo. */
  readonly quo: string;
  /** States or moves are written out, so options stay as they are. */
  readonly fixed: boolean;
  /** It is the only maker. */
  readonly alone: boolean;
  readonly cited: Cited;
  readonly acts: MakerActs;
  readonly readOnly: boolean;
}

/** A field whose text is taken over when it is left or Enter is pressed. */
export const Renamed = ({
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

/** What a maker can do, with what is taken in the status quo. */
export const Options = ({ own, maker, quo, cited, acts, readOnly }: Props) => {
  return (
    <ul className="options">
      {own.options.map(({ id, name, because }, option) => {
        const taken = quo[option] === 'Y';
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
            <Chips ids={because} cited={cited} />
          </li>
        );
      })}
    </ul>
  );
};

/** A maker's name and options, to be changed. */
export const OptionEditor = ({ own, maker, fixed, alone, acts }: Props) => {
  return (
    <details className="option-editor">
      <summary className="small">{WORDS.editOptions}</summary>
      <div className="formula">
        <Renamed
          key={own.name}
          label={WORDS.makerName}
          value={own.name}
          onDone={(text) => acts.renameMaker(maker, text)}
        />
        {!fixed && !alone && (
          <button
            type="button"
            className="button"
            aria-label={WORDS.removeMaker(own.name)}
            onClick={() => acts.dropMaker(maker)}
          >
            {WORDS.removeMakerShort}
          </button>
        )}
      </div>
      {own.options.map(({ id, name }, option) => (
        <div className="formula" key={`${id} ${name}`}>
          <Renamed label={WORDS.optionName(id)} value={name} onDone={(text) => acts.rename(maker, option, text)} />
          {!fixed && (
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

/** A new maker: one of the codebook’s actors, or another name. */
export const AddMaker = ({ acts }: { readonly acts: MakerActs }) => {
  const id = useId();
  const codebook = useFetched(codebookSource);
  const actors = codebook.kind === 'asked' ? [] : (codebook.value?.actors ?? []);
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
          const typed = name.trim().toLowerCase();
          const actor = actors.find((one) => [one.name, ...one.aliases].some((own) => own.toLowerCase() === typed));
          acts.addMaker(actor?.name ?? name.trim(), option.trim(), actor?.id);
          setName('');
          setOption('');
        }}
      >
        <input
          className="field"
          aria-label={WORDS.makerName}
          placeholder={WORDS.makerName}
          list={`${id}-actors`}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <datalist id={`${id}-actors`}>
          {actors.map((one) => (
            <option key={one.id} value={one.name} />
          ))}
        </datalist>
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
