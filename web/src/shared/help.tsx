import { useEffect, useRef } from 'react';
import { chordText } from './keys.ts';
import { letters } from './settings.ts';
import { useCell } from './use.ts';
import { type Level, levels, useKeys } from './use-keys.ts';
import { WORDS } from './words.ts';

/** Levels of one name as one, those without keys left out. */
const grouped = (all: readonly Level[]): readonly Pick<Level, 'name' | 'commands'>[] => {
  const byName = new Map<string, Level['commands']>();
  for (const { name, commands } of all)
    if (name !== WORDS.help && commands.length > 0) byName.set(name, [...(byName.get(name) ?? []), ...commands]);
  return [...byName].map(([name, commands]) => ({ name, commands }));
};

/** All keys that do something now, by level, and the switch that turns single letters off. */
export const Help = ({ onClose }: { readonly onClose: () => void }) => {
  const now = useCell(levels);
  const single = useCell(letters);
  const own = useRef<HTMLHeadingElement>(null);
  useEffect(() => own.current?.focus(), []);
  useKeys(WORDS.help, [{ keys: ['Escape', '?'], says: WORDS.close, run: onClose }]);
  return (
    <section className="overlay" aria-labelledby="help-title">
      <div>
        <h2 id="help-title" ref={own} tabIndex={-1}>
          {WORDS.help}
        </h2>
        <p className="soft">{WORDS.helpLead}</p>
        <div className="help">
          {grouped(now).map(({ name, commands }) => (
            <div key={name}>
              <h3>{name}</h3>
              <dl>
                {commands.map(({ keys, says }) => (
                  <div key={`${keys.join()} ${says}`} className="pair-of">
                    <dt>
                      {keys.slice(0, 3).map((key) => (
                        <kbd key={key}>{chordText(key)}</kbd>
                      ))}
                    </dt>
                    <dd>{says}</dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </div>
        <p className="actions">
          <button type="button" className="button" onClick={() => letters.set(single === 'on' ? 'off' : 'on')}>
            {single === 'on' ? WORDS.lettersOff : WORDS.lettersOn}
          </button>{' '}
          <button type="button" className="button" onClick={onClose}>
            {WORDS.close} <kbd>Esc</kbd>
          </button>
        </p>
      </div>
    </section>
  );
};
