import './shared/tokens.css';
import './shared/base.css';
import './shared/shell.css';
import { type ComponentType, lazy, type ReactNode, StrictMode, Suspense, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { Guarded } from './shared/guarded.tsx';
import { Link } from './shared/link.tsx';
import { listen } from './shared/live.ts';
import { Head } from './shared/page.tsx';
import { isPast, type Place, type RoomName } from './shared/router.ts';
import { keepTheme } from './shared/settings.ts';
import { Shell } from './shared/shell.tsx';
import { Waiting } from './shared/states.tsx';
import { usePlace } from './shared/use.ts';
import { hearKeys } from './shared/use-keys.ts';
import { ROOM_NAMES, WORDS } from './shared/words.ts';

/** A room is a component of where the reader is in it; it is loaded when it is entered. */
const VIEWS: Readonly<Partial<Record<RoomName, ComponentType<{ readonly place: Place }>>>> = {
  brief: lazy(() => import('./brief/view.tsx')),
  sources: lazy(() => import('./sources/view.tsx')),
  coding: lazy(() => import('./coding/view.tsx')),
  positions: lazy(() => import('./positions/view.tsx')),
  chronicle: lazy(() => import('./chronicle/view.tsx')),
  conflict: lazy(() => import('./conflict/view.tsx')),
  report: lazy(() => import('./report/view.tsx')),
};

const Room = (): ReactNode => {
  const place = usePlace();
  const View = place === undefined ? undefined : VIEWS[place.room];
  const where = place === undefined ? '' : `${place.room}/${place.path.join('/')}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    if (place?.query['at'] === undefined) window.scrollTo(0, 0);
  }, [where]);
  if (place === undefined || View === undefined || isPast(place)) {
    const room = place?.room ?? 'brief';
    return (
      <>
        <Head finding={WORDS.nowhere}>
          <p>{place === undefined ? WORDS.nowhereMore : WORDS.nowhereIn(ROOM_NAMES[room])}</p>
        </Head>
        <p>
          <Link to={{ room }}>{WORDS.goTo(ROOM_NAMES[room])}</Link>
        </p>
      </>
    );
  }
  return (
    <Guarded key={where}>
      <Suspense fallback={<Waiting />}>
        <View place={place} />
      </Suspense>
    </Guarded>
  );
};

const root = document.getElementById('room');
if (root === null) throw new RangeError('The page has no place for the workbench');
keepTheme(document.documentElement);
hearKeys();
listen();
createRoot(root).render(
  <StrictMode>
    <Shell>
      <Room />
    </Shell>
  </StrictMode>,
);
