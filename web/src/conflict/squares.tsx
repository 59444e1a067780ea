/** A state as squares in option order, apart by maker, filled where the option is taken. Its words or letters stand beside it. */
export const squaresWidth = (sizes: readonly number[]): number => {
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const step = stepOf(count);
  return count * step + Math.max(0, sizes.length - 1) * 4;
};

const stepOf = (count: number): number => (count > 14 ? 8 : count > 9 ? 10 : 13);

/** @param sizes how many options each maker has */
export const Squares = ({ pattern, sizes }: { readonly pattern: string; readonly sizes: readonly number[] }) => {
  const step = stepOf(pattern.length);
  const box = step - 3;
  let [x, at] = [0, 0];
  let [full, hollow] = ['', ''];
  for (const size of sizes) {
    for (let own = 0; own < size; own++) {
      if (pattern[at] === 'Y') full += `M${x} 1h${box}v${box}h${-box}z`;
      else hollow += `M${x + 0.5} 1.5h${box - 1}v${box - 1}h${1 - box}z`;
      x += step;
      at += 1;
    }
    x += 4;
  }
  const width = squaresWidth(sizes);
  return (
    <svg className="squares" width={width} height={box + 2} viewBox={`0 0 ${width} ${box + 2}`} aria-hidden="true">
      <path d={full} fill="currentColor" />
      <path d={hollow} fill="none" stroke="var(--rule-2)" />
    </svg>
  );
};

/** One option's square. */
export const Square = ({ taken }: { readonly taken: boolean }) => (
  <span className={taken ? 'square full' : 'square'} aria-hidden="true" />
);
