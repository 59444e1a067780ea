/** Says how far the looking is. */
export type Told = (words: string) => void;

export const SILENT: Told = () => {};

/** Says every so often how many of something were looked at. */
export const counter = (told: Told, what: string, total: number): (() => void) => {
  let seen = 0;
  return () => {
    seen += 1;
    if (seen % 50 === 0 || seen === total)
      told(`${what}: ${seen.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`);
  };
};
