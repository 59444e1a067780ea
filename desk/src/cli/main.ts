/** Runs one command of `entente`. Answers go to stdout, everything else to stderr. */
export const main = async (args: readonly string[]): Promise<number> => {
  process.stderr.write(`entente: unknown command ${args.join(' ')}\n`);
  return 2;
};
