import { derivationsIn, emptyIndex, extend } from '@entente/reading/derivation/index';
import { type MadeReports, madeReports } from './derivation/reports.ts';
import { machine, median } from './shared/machine.ts';

const share = (part: number, whole: number) => Number((whole === 0 ? 1 : part / whole).toFixed(4));

/** The first report of the family that a report was made in, over all copies of copies. */
const familyOf = ({ madeOf }: MadeReports, number: number): number => {
  let at = number;
  for (let up = madeOf.get(at); up !== undefined; up = madeOf.get(at)) at = up;
  return at;
};

const measured = (reports: number) => {
  const made = madeReports(reports + 20);
  const [documents, later] = [made.documents.slice(0, reports), made.documents.slice(reports)];
  const number = new Map(made.documents.map(({ id }, at) => [id, at]));
  const [began, used] = [performance.now(), process.cpuUsage()];
  const index = emptyIndex();
  for (const document of documents) extend(index, document);
  const found = derivationsIn(index);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);

  const copies = [...made.madeOf.keys()].filter((copy) => copy < reports);
  const across = found.filter(({ source, derived }) => source.document !== derived.document);
  const pairs = new Set(
    across.map(({ source, derived }) => `${number.get(derived.document)} ${number.get(source.document)}`),
  );
  const right = [...pairs].filter((pair) => {
    const [derived = 0, source = 0] = pair.split(' ').map(Number);
    return familyOf(made, derived) === familyOf(made, source);
  });
  const foundCopies = new Set(right.map((pair) => Number(pair.split(' ')[0])));
  const passages = across.filter(({ derived }) =>
    made.taken.get(number.get(derived.document) ?? -1)?.has(derived.start),
  );
  const planted = copies.reduce((sum, copy) => sum + (made.taken.get(copy)?.size ?? 0), 0);

  const added = later.map((document) => {
    const start = performance.now();
    extend(index, document);
    return performance.now() - start;
  });
  const readAgain = performance.now();
  derivationsIn(index);
  return {
    reports,
    bytes: documents.reduce((sum, { text }) => sum + text.length, 0),
    seconds: Number(seconds.toFixed(2)),
    cpuSeconds: Number(((user + system) / 1e6).toFixed(2)),
    copies: {
      planted: copies.length,
      precision: share(right.length, pairs.size),
      recall: share(foundCopies.size, copies.length),
    },
    passages: {
      planted,
      found: across.length,
      precision: share(passages.length, across.length),
      recall: share(passages.length, planted),
    },
    oneMore: {
      medianMs: Number(median(added).toFixed(1)),
      mostMs: Number(Math.max(...added).toFixed(1)),
      allLinksAgainMs: Number((performance.now() - readAgain).toFixed(1)),
    },
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
};

/** Who took from whom among made-up reports with copies planted in them: time on one core, and how many of the copies are found. */
export const bench = (args: readonly string[]) => ({
  bench: 'derivation',
  machine: machine(),
  rows: (args.includes('--quick') ? [300, 1000] : [1000, 10_000]).map(measured),
});
