import { FORMS, formColumns, type Network, ONE } from './whole.ts';

/** Rows of the tables that make up the input of a form, as `FEATURES` names them without the tag. */
export interface FormRows {
  readonly glove: number;
  readonly word: number;
  readonly prefix: number;
  readonly suffix: number;
  readonly shape: number;
}

/** Writes the input of one form at row `row` of the fresh ones. */
const writeFresh = (network: Network, rows: FormRows, row: number): void => {
  const { kernel, sizes, places, tables, glove, gloveScale } = network;
  const { shorts } = kernel;
  let to = (places.fresh >> 1) + row * formColumns(sizes);
  const write = (value: number) => {
    shorts[to++] = Math.max(-32768, Math.min(32767, Math.floor(value * ONE.input + 0.5)));
  };
  for (let column = 0; column < sizes.glove; column++)
    write(rows.glove < 0 ? 0 : (glove[rows.glove * sizes.glove + column] ?? 0) * gloveScale);
  for (const name of ['word', 'prefix', 'suffix', 'shape'] as const)
    for (let column = 0; column < sizes[name]; column++) write(tables[name][rows[name] * sizes[name] + column] ?? 0);
};

/**
 * The rows of `places.forms` of some forms, at most as many as a batch has rows. What is missing is worked out, all at once.
 *
 * Reading: sums in whole numbers do not depend on what they are worked out with, so nothing depends on what was kept.
 */
export const rowsOfForms = (
  network: Network,
  forms: readonly string[],
  rowsOf: (form: string) => FormRows,
): Uint32Array => {
  const { kernel, sizes, places, kept } = network;
  const wide = 8 * sizes.hidden;
  const fill = (): Uint32Array | undefined => {
    const first = kept.size;
    const found = new Uint32Array(forms.length);
    for (let at = 0; at < forms.length; at++) {
      const form = forms[at] ?? '';
      let row = kept.get(form);
      if (row === undefined) {
        row = kept.size;
        if (row === FORMS) return undefined;
        kept.set(form, row);
        writeFresh(network, rowsOf(form), row - first);
      }
      found[at] = row;
    }
    const { w0 } = places;
    const to = places.forms + first * wide * 4;
    if (kept.size > first)
      kernel.product(
        kept.size - first,
        wide,
        w0.rows >> 1,
        places.fresh,
        w0.rows * 2,
        w0.at,
        w0.scales,
        places.biases.none,
        0,
        to,
        wide * 4,
      );
    return found;
  };
  const found = fill();
  if (found) return found;
  kept.clear();
  return fill() ?? new Uint32Array(forms.length);
};
