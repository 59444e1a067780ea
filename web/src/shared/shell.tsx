import { type ReactNode, useState } from 'react';
import { AskBox } from './ask-box.tsx';
import { asked, desk, fetching, reached } from './desk.ts';
import { GlyphSymbols } from './glyph.tsx';
import { Help } from './help.tsx';
import { KeyLine } from './key-line.tsx';
import { Link } from './link.tsx';
import { ROOMS, type RoomName } from './router.ts';
import { say } from './say.ts';
import { theme } from './settings.ts';
import { turn } from './turn.ts';
import { router, useCell, useFetched, usePlace } from './use.ts';
import { useKeys } from './use-keys.ts';
import { ROOM_NAMES, WORDS } from './words.ts';

/** What every page shows of the dossier. */
export const dossierHead = fetching.of(['any'], () => asked(desk.api.head.$get()))('');

const copyAddress = async (): Promise<void> => {
  try {
    await navigator.clipboard.writeText(location.href);
    say(WORDS.copied);
  } catch {
    say(WORDS.copyFailed, { fault: true });
  }
};

const isDark = (now: string): boolean =>
  now === 'dark' || (now === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);

const ThemeSwitch = () => {
  const now = useCell(theme);
  return (
    <button type="button" className="plain" onClick={() => theme.set(isDark(now) ? 'light' : 'dark')}>
      {isDark(now) ? WORDS.light : WORDS.dark}
    </button>
  );
};

const RoomLinks = ({ room }: { readonly room: RoomName | undefined }) =>
  ROOMS.map((name) => (
    <Link key={name} to={{ room: name }} {...(name === room && { 'aria-current': 'page' as const })}>
      {ROOM_NAMES[name]}
    </Link>
  ));

const Menu = ({ room }: { readonly room: RoomName | undefined }) => {
  const [open, setOpen] = useState(false);
  return (
    <details className="menu" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{room === undefined ? WORDS.rooms : ROOM_NAMES[room]}</summary>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link followed, by whatever, closes the menu */}
      <nav aria-label={WORDS.rooms} onClick={() => setOpen(false)}>
        <RoomLinks room={room} />
      </nav>
    </details>
  );
};

/** The frame around every room: the bar with the rooms, the line with the keys, what opens over them. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const place = usePlace();
  const there = useCell(reached);
  const head = useFetched(dossierHead);
  const [over, setOver] = useState<'help' | 'ask'>();
  const dossier = head.kind === 'asked' ? undefined : head.value;
  useKeys(WORDS.everywhere, [
    { keys: ['/'], says: WORDS.keys.ask, run: () => setOver('ask'), line: true },
    { keys: ['u', 'Mod+z'], says: WORDS.keys.undo, run: () => void turn('undo', place) },
    { keys: ['Shift+U', 'Mod+Shift+Z'], says: WORDS.keys.redo, run: () => void turn('redo', place) },
    { keys: ['y'], says: WORDS.keys.copy, run: () => void copyAddress() },
    ...ROOMS.map((room, at) => ({
      keys: [String(at + 1)],
      says: WORDS.keys.room(ROOM_NAMES[room]),
      run: () => router.go({ room }),
    })),
    { keys: ['?'], says: WORDS.keys.help, run: () => setOver('help'), line: true },
  ]);
  const close = (): void => setOver(undefined);
  return (
    <>
      <a className="skip" href="#main">
        {WORDS.skip}
      </a>
      <GlyphSymbols />
      <header className="bar">
        <div>
          <Link className="name" to={{ room: 'brief' }}>
            {WORDS.product}
          </Link>
          {dossier !== undefined && (
            <span className="dossier">
              <bdi>{dossier.title}</bdi>
            </span>
          )}
          <nav className="rooms" aria-label={WORDS.rooms}>
            <RoomLinks room={place?.room} />
          </nav>
          <Menu room={place?.room} />
          <div className="tools">
            <button type="button" className="plain key" onClick={() => setOver('ask')}>
              <kbd>/</kbd> <span className="hide-narrow">{WORDS.askKey}</span>
              <span className="only-narrow-bar">{WORDS.askShort}</span>
            </button>
            <ThemeSwitch />
          </div>
        </div>
      </header>
      {!there && (
        <div className="offline" role="alert">
          <b>{WORDS.offline}</b> {WORDS.offlineMore}
        </div>
      )}
      {over === 'ask' && <AskBox onClose={close} />}
      {over === 'help' && <Help onClose={close} />}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <KeyLine readOnly={dossier?.readOnly === true} />
    </>
  );
};
