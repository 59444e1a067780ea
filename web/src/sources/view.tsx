import './sources.css';
import '../shared/sheet.css';
import type { Place } from '../shared/router.ts';
import { DocumentView } from './document.tsx';
import { SourcesList } from './list.tsx';
import { PairView } from './pair.tsx';

/** The room Sources: all documents, one of them, or two beside each other. */
export default function Sources({ place }: { readonly place: Place }) {
  const [one, two] = place.path;
  if (one === undefined) return <SourcesList place={place} />;
  return two === undefined ? <DocumentView id={one} place={place} /> : <PairView a={one} b={two} place={place} />;
}
