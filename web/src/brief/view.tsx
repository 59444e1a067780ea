import type { Place } from '../shared/router.ts';

export default function View({ place }: { readonly place: Place }) {
  return <p>{place.room}</p>;
}
