import type { WordsPlace } from 'entente/http/app';
import { useDeferredValue, useState } from 'react';
import { actorChoices, codebookSource } from '../shared/codebook.ts';
import { DateField } from '../shared/date-field.tsx';
import { changing, desk } from '../shared/desk.ts';
import { documentList, documentPage } from '../shared/documents.ts';
import { say } from '../shared/say.ts';
import { Sheet, selectedSpan } from '../shared/sheet.tsx';
import { Shown } from '../shared/states.tsx';
import { TypeAhead } from '../shared/type-ahead.tsx';
import { useFetched, useLast } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { wordsFound } from './fetched.ts';
import { type Draft, missingIn, QUALIFIERS, writtenDown } from './form-state.ts';
import { WORDS } from './words.ts';

type Change = (change: Partial<Draft>) => void;

/** The places where typed words stand, letter by letter; one is picked. */
const Found = ({ words, onPick }: { readonly words: string; readonly onPick: (place: WordsPlace) => void }) => (
  <Shown fetched={useLast(useFetched(wordsFound(words)))}>
    {(places) =>
      places.length === 0 ? (
        <p className="small soft" role="status">
          {WORDS.form.nowhere}
        </p>
      ) : (
        <ul className="places">
          {places.map((place) => (
            <li key={`${place.document} ${place.start}`}>
              <button type="button" className="link" onClick={() => onPick(place)}>
                <span className="small" dir="auto">
                  …{place.before}
                  <mark>{place.quote}</mark>
                  {place.after}…
                </span>{' '}
                <span className="small quiet">{place.label}</span>
              </button>
            </li>
          ))}
        </ul>
      )
    }
  </Shown>
);

/** A document’s text, in which words are selected. */
const FromDocument = ({ id, onPick }: { readonly id: string; readonly onPick: (place: WordsPlace) => void }) => (
  <Shown fetched={useFetched(documentPage(id))}>
    {({ document }) => (
      <div className="from-document">
        <Sheet document={document} marks={[]} label={document.title?.value ?? document.file} />
        <button
          type="button"
          className="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const span = selectedSpan(document.text);
            if (span === undefined) return say(WORDS.form.selectFirst, { fault: true });
            const label = document.title?.value ?? document.file;
            onPick({
              ...{ document: document.id, label, before: '', after: '' },
              ...{ start: span.start, end: span.end, quote: document.text.slice(span.start, span.end) },
            });
          }}
        >
          {WORDS.form.takeSelected}
        </button>
      </div>
    )}
  </Shown>
);

const Place = ({ draft, change }: { readonly draft: Draft; readonly change: Change }) => {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState('');
  const late = useDeferredValue(words.trim());
  const list = useFetched(documentList);
  const rows = list.kind === 'asked' ? [] : (list.value?.rows ?? []);
  const pick = ({ before: _, after: __, ...place }: WordsPlace): void => change({ place });
  const { place } = draft;
  if (place !== undefined)
    return (
      <p>
        <q dir="auto">{place.quote}</q> <span className="small quiet">{place.label}</span>{' '}
        <button type="button" className="link small" onClick={() => change({ place: undefined })}>
          {WORDS.form.otherWords}
        </button>
      </p>
    );
  return (
    <>
      <input
        type="search"
        className="field"
        aria-label={WORDS.form.words}
        placeholder={WORDS.form.words}
        // biome-ignore lint/a11y/noAutofocus: the form opens because the reader asked for it
        autoFocus
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {late.length > 2 && <Found words={late} onPick={pick} />}
      <p className="small soft">{WORDS.form.orSelect}</p>
      <TypeAhead
        label={WORDS.form.document}
        choices={rows.map(({ document: { id, title, file } }) => ({ id, name: title?.value ?? file }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      {chosen !== '' && <FromDocument id={chosen} onPick={pick} />}
    </>
  );
};

const Actors = ({ draft, change }: { readonly draft: Draft; readonly change: Change }) => {
  const codebook = useFetched(codebookSource);
  const book = codebook.kind === 'asked' ? undefined : codebook.value;
  const choices = book === undefined ? [] : actorChoices(book);
  const one = draft.kind === 'forecast';
  const { actors } = draft;
  return (
    <div className="actors">
      <span>{one ? WORDS.form.by : WORDS.form.actors}</span>
      {actors.map((id) => (
        <button
          type="button"
          className="link small"
          key={id}
          aria-label={WORDS.form.withoutActor(choices.find((choice) => choice.id === id)?.name ?? id)}
          onClick={() => change({ actors: actors.filter((other) => other !== id) })}
        >
          {choices.find((choice) => choice.id === id)?.name ?? id} ×
        </button>
      ))}
      {(!one || actors.length === 0) && (
        <TypeAhead
          key={actors.length}
          label={one ? WORDS.form.by : WORDS.form.actors}
          choices={choices.filter(({ id }) => !actors.includes(id))}
          onChoose={(id) => change({ actors: [...actors, id] })}
        />
      )}
    </div>
  );
};

const Text = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) => (
  <label>
    <span>{label}</span>
    <input className="field" autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
  </label>
);

const Amount = ({ draft, change }: { readonly draft: Draft; readonly change: Change }) => (
  <>
    <label>
      <span>{WORDS.form.qualifier}</span>
      <select value={draft.qualifier} onChange={(event) => change({ qualifier: event.target.value })}>
        <option value="">{WORDS.form.exactly}</option>
        {QUALIFIERS.map((one) => (
          <option key={one} value={one}>
            {one.replaceAll('-', ' ')}
          </option>
        ))}
      </select>
    </label>
    <Text label={WORDS.form.value} value={draft.value} onChange={(value) => change({ value })} />
    <Text label={WORDS.form.upTo} value={draft.upTo} onChange={(upTo) => change({ upTo })} />
    <Text label={WORDS.form.unit} value={draft.unit} onChange={(unit) => change({ unit })} />
  </>
);

/** An event, a figure or a forecast written down by hand, or changed: on words that stand in a document, with a date as one says it. */
export const HappeningForm = ({ first, onEnd }: { readonly first: Draft; readonly onEnd: () => void }) => {
  const [draft, setDraft] = useState(first);
  const change: Change = (part) => setDraft((now) => ({ ...now, ...part }));
  const missing = missingIn(draft);
  const keep = async (): Promise<void> => {
    const happening = writtenDown(draft);
    if (happening === undefined) return say(missing ?? '', { fault: true });
    const kept = await changing(() => desk.api.happenings.$post({ json: { happening } }));
    if (!kept.ok) return;
    say(WORDS.form.kept[draft.kind], { undo: true });
    onEnd();
  };
  useKeys(WORDS.form.title, [
    { keys: ['Mod+Enter'], says: WORDS.form.keep, run: () => void keep(), typing: true, line: true },
    { keys: ['Escape'], says: WORDS.form.leave, run: onEnd, typing: true },
  ]);
  return (
    <form
      className="happening-form"
      aria-label={WORDS.form.title}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h2>{draft.id === undefined ? WORDS.form.title : WORDS.form.change}</h2>
      {draft.id === undefined && (
        <fieldset className="segmented" aria-label={WORDS.form.kind}>
          {(['event', 'figure', 'forecast'] as const).map((kind) => (
            <button type="button" key={kind} aria-pressed={draft.kind === kind} onClick={() => change({ kind })}>
              {WORDS.form.kinds[kind]}
            </button>
          ))}
        </fieldset>
      )}
      <div className="form-columns">
        <div>
          <h3>{WORDS.form.standsOn}</h3>
          <Place draft={draft} change={change} />
        </div>
        <div className="fields">
          {draft.kind === 'figure' && <Amount draft={draft} change={change} />}
          <Text label={WORDS.form.wordsOf[draft.kind]} value={draft.words} onChange={(words) => change({ words })} />
          {draft.kind !== 'figure' && <Actors draft={draft} change={change} />}
          <DateField
            label={WORDS.form.dates[draft.kind]}
            value={draft.date}
            eager
            onDate={(date) => change({ date })}
          />
        </div>
      </div>
      <p className="actions">
        <button type="submit" className="button do" disabled={missing !== undefined}>
          {WORDS.form.keep}
        </button>
        <button type="button" className="link" onClick={onEnd}>
          {WORDS.form.leave} <kbd>Esc</kbd>
        </button>
        {missing !== undefined && <span className="small soft">{missing}</span>}
      </p>
    </form>
  );
};
