// Compares suggestions with codings by people, in the format and by the rules of the gold codings: a suggestion matches a coded span when they overlap
// by at least half of the shorter one; matching is one to one and prefers the pair that also agrees on actor, stance and issue.

const slug = (text) =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const overlap = (a, b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const half = (a, b) => overlap(a, b) * 2 >= Math.min(a.end - a.start, b.end - b.start) && overlap(a, b) > 0;
const SMALL = new Set(['a', 'an', 'the', 'of', 'by', 'mr', 'news', 'agency']);
const words = (name) =>
  new Set(
    slug(name)
      .split('-')
      .filter((word) => word && !SMALL.has(word)),
  );
const sameLink = (x, y) => {
  const [a, b] = [words(x), words(y)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared * 2 >= Math.min(a.size, b.size);
};
const month = (date) => (typeof date === 'string' ? date.slice(0, 7) : null);

const match = (coded, found, affinity) => {
  const pairs = [];
  coded.forEach((g, i) => {
    found.forEach((p, j) => {
      if (!half(g, p)) return;
      const union = Math.max(g.end, p.end) - Math.min(g.start, p.start);
      pairs.push([affinity(g, p) + overlap(g, p) / union, i, j]);
    });
  });
  pairs.sort((a, b) => b[0] - a[0]);
  const [left, right, out] = [new Set(), new Set(), []];
  for (const [, i, j] of pairs)
    if (!left.has(i) && !right.has(j)) {
      left.add(i);
      right.add(j);
      out.push([coded[i], found[j]]);
    }
  return out;
};

/** Whether a name found is that of a coded actor, or of the state or body that it belongs to. */
export const casting = (actors) => {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const root = (id) => {
    let actor = byId.get(id);
    const seen = new Set();
    while (actor?.partOf && !seen.has(actor.id)) {
      seen.add(actor.id);
      actor = byId.get(actor.partOf) ?? { id: actor.partOf };
    }
    return actor?.id ?? id;
  };
  const names = (actor) =>
    actor ? new Set([actor.id, slug(actor.name), ...(actor.mentions ?? []).map(({ text }) => slug(text))]) : new Set();
  const sameActor = (id, found) => names(byId.get(id)).has(slug(found)) || id === slug(found);
  const sameState = (id, { actor, state }) => {
    const top = root(id);
    const known = names(byId.get(top));
    return sameActor(id, actor) || [state, actor].some((one) => one && (slug(one) === top || known.has(slug(one))));
  };
  return { sameActor, sameState };
};

/** The kinds besides statements, with the key of the codings, and what has to be right of each. */
const OTHERS = {
  event: { of: (gold) => gold.events ?? [], right: (g, p) => g.date === p.date },
  figure: { of: (gold) => gold.quantities ?? [], right: (g, p) => JSON.stringify(g.value) === JSON.stringify(p.value) },
  forecast: { of: (gold) => gold.forecasts ?? [], right: (g, p, { sameState }) => sameState(g.by, { actor: p.by }) },
};

const nothing = () => ({ hit: 0, right: 0, found: 0, coded: 0 });

/**
 * Counts what agrees between the codings of one document and what was suggested for it.
 *
 * @param explicit leaves out statements coded as implied: neither required nor counted as errors
 */
export const compare = (gold, found, explicit) => {
  const cast = casting(gold.actors);
  const { sameActor, sameState } = cast;
  let coded = gold.statements;
  let mine = found.filter(({ kind }) => kind === 'statement');
  let pairs = match(
    coded,
    mine,
    (g, p) => (sameState(g.actor, p) ? 4 : 0) + (g.stance === p.stance ? 2 : 0) + (g.issue === p.issue ? 1 : 0),
  );
  const levels = [0, 0];
  for (const [g, p] of pairs) {
    levels[1] += 1;
    if (g.level === p.level) levels[0] += 1;
  }
  if (explicit) {
    const soft = new Set(pairs.filter(([g]) => g.level === 'implied').map(([, p]) => p));
    mine = mine.filter((p) => !soft.has(p));
    pairs = pairs.filter(([g]) => g.level !== 'implied');
    coded = coded.filter((g) => g.level !== 'implied');
  }
  const counts = {
    statement: { ...nothing(), hit: pairs.length, found: mine.length, coded: coded.length },
    actor: 0,
    stance: 0,
    both: 0,
    all: 0,
    condition: [0, 0, 0],
    kindOfCondition: [0, 0],
    chain: [0, 0],
    date: [0, 0],
    speaker: [0, 0],
    reason: [0, 0, 0],
    tense: [0, 0],
    level: levels,
  };
  const judged = pairs.map(([g, p]) => {
    const [actor, stance, issue] = [sameState(g.actor, p), g.stance === p.stance, g.issue === p.issue];
    counts.actor += actor;
    counts.stance += stance;
    counts.both += actor && stance;
    counts.all += actor && stance && issue;
    for (const what of ['condition', 'reason']) {
      const right = g[what] && p[what] && half(g[what], p[what]);
      counts[what][0] += right ? 1 : 0;
      counts[what][1] += p[what] ? 1 : 0;
      counts[what][2] += g[what] ? 1 : 0;
    }
    if (g.condition && p.condition && half(g.condition, p.condition)) {
      counts.kindOfCondition[1] += 1;
      counts.kindOfCondition[0] += g.condition.kind === p.condition.kind ? 1 : 0;
    }
    const chain = (g.attribution ?? []).slice(1); // the first link of a coding is the document's own voice
    const named = p.attribution ?? [];
    counts.chain[1] += 1;
    const whole = chain.length === named.length && chain.every((link, index) => sameLink(link, named[index]));
    if (whole) counts.chain[0] += 1;
    if (g.date) {
      counts.date[1] += 1;
      if (month(g.date) === month(p.date)) counts.date[0] += 1;
    }
    if (g.speaker) {
      counts.speaker[1] += 1;
      if (sameActor(g.speaker, p.speaker)) counts.speaker[0] += 1;
    }
    if (g.tense) {
      counts.tense[1] += 1;
      if (g.tense === p.tense) counts.tense[0] += 1;
    }
    return { gold: g, found: p, actor, stance, issue, chain: whole };
  });
  for (const [kind, { of, right }] of Object.entries(OTHERS)) {
    const theirs = of(gold);
    const own = found.filter((one) => one.kind === kind);
    const matched = match(theirs, own, () => 0);
    counts[kind] = {
      hit: matched.length,
      right: matched.filter(([g, p]) => right(g, p, cast)).length,
      found: own.length,
      coded: theirs.length,
    };
  }
  const [hitGold, hitFound] = [new Set(pairs.map(([g]) => g)), new Set(pairs.map(([, p]) => p))];
  return {
    counts,
    judged,
    missed: coded.filter((g) => !hitGold.has(g)),
    extra: mine.filter((p) => !hitFound.has(p)),
  };
};

/** The sum of several comparisons. */
export const together = (all) =>
  all.reduce((sum, one) => {
    if (sum === undefined) return structuredClone(one);
    for (const [key, value] of Object.entries(one)) {
      if (typeof value === 'number') sum[key] += value;
      else for (const part of Object.keys(value)) sum[key][part] += value[part];
    }
    return sum;
  }, undefined);

export const share = (right, found, coded) => {
  const precision = found ? right / found : 0;
  const recall = coded ? right / coded : 0;
  return { precision, recall, f: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
};

/** The rows of a table: what, precision, recall, F. */
export const rows = (counts) => {
  const { statement: s } = counts;
  const of = (name, right, { found, coded } = s) => ({ name, right, found, coded, ...share(right, found, coded) });
  return [
    of('statements: span', s.hit),
    of('… actor and stance right', counts.both),
    of('… actor, stance and issue right', counts.all),
    of('condition', counts.condition[0], { found: counts.condition[1], coded: counts.condition[2] }),
    of('reason', counts.reason[0], { found: counts.reason[1], coded: counts.reason[2] }),
    ...['event', 'figure', 'forecast'].flatMap((kind) => [
      of(`${kind}s: span`, counts[kind].hit, counts[kind]),
      of(
        kind === 'forecast' ? '… holder right' : kind === 'figure' ? '… value right' : '… date right',
        counts[kind].right,
        counts[kind],
      ),
    ]),
  ];
};
