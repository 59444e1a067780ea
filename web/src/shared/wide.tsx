import type { ReactNode } from 'react';

/** What may be wider than the page, such as a table: scrolled by itself, also with the keys. */
export const Wide = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keys
  <section className="wide" tabIndex={0} aria-label={label}>
    {children}
  </section>
);
