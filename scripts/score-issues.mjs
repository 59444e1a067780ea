// `npm run score -- issues [--labels N]`: of the positions that were found, how well the issues put forward without a codebook gather what a person coded
// as one issue (B-cubed), set by set; with --labels N, N of the proposals put forward from gold and seen, for a person to read.
import { build } from './build.mjs';
import { compare } from './score/compare.mjs';
import { codedIn, isHere, sets, suggestions } from './score/suggested.mjs';

/**
 * B-cubed: for each position, which share of those gathered with it was coded alike (precision), and which share of those coded alike was
 * gathered with it (recall); means over positions.
 */
export const bCubed = (pairs) => {
  let [precision, recall] = [0, 0];
  for (const [mine, theirs] of pairs) {
    const gathered = pairs.filter(([other]) => other === mine);
    const alike = pairs.filter(([, other]) => other === theirs);
    const both = gathered.filter(([, other]) => other === theirs).length;
    precision += both / gathered.length;
    recall += both / alike.length;
  }
  const [p, r] = [precision / Math.max(1, pairs.length), recall / Math.max(1, pairs.length)];
  return { precision: p, recall: r, f: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
};

export const score = async (args) => {
  await build();
  const proposals = new Map();
  for (const set of sets(args.includes('--fresh')).filter(isHere)) {
    const pairs = [];
    let coded = 0;
    let found = 0;
    for (const { file, path, gold } of codedIn(set)) {
      const suggested = suggestions([path]);
      const { judged, counts } = compare(gold, suggested, true);
      coded += counts.statement.coded;
      found += counts.statement.found;
      // Reports of a set are on different matters: each is gathered by itself.
      for (const one of judged) pairs.push([`${file} ${one.found.issue}`, `${file} ${one.gold.issue}`]);
      if (set.name !== 'held' && set.name !== 'fresh')
        for (const { kind, proposal } of suggested) if (kind === 'statement') proposals.set(proposal, file);
    }
    const { precision, recall, f } = bCubed(pairs);
    const alone = bCubed(pairs.map(([, theirs], index) => [String(index), theirs]));
    console.log(
      `${set.name}, without a codebook: ${pairs.length} of ${coded} coded positions found, ${found} suggested; gathered P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F ${f.toFixed(3)}   (each by itself: F ${alone.f.toFixed(3)})`,
    );
  }
  const most = Number(args[args.indexOf('--labels') + 1]);
  if (args.includes('--labels')) {
    const all = [...proposals];
    const step = Math.max(1, all.length / most);
    for (let at = 0; at < all.length; at += step) {
      const [proposal, file] = all[Math.floor(at)] ?? [];
      console.log(`  ${file}  ${proposal}`);
    }
  }
  return 0;
};
