import type { AnchorHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { addressOf, type Place } from './router.ts';
import { router } from './use.ts';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: Partial<Place> & Pick<Place, 'room'>;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A link to a place in the workbench: a real address, so that it can be opened in another tab or sent on. */
export const Link = ({ to, children, onClick, ...rest }: Props) => {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    router.go(to);
  };
  return (
    <a {...rest} href={addressOf(to)} onClick={follow}>
      {children}
    </a>
  );
};
