import type { AlignedPair } from '@entente/core/report/sources';
import type { PairPage } from 'entente/http/app';
import { useMemo, useState } from 'react';
import { placeOfPassage } from '../shared/citation.tsx';
import { changing, desk, saving } from '../shared/desk.ts';
import { Link } from '../shared/link.tsx';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { say } from '../shared/say.ts';
import { isAbsent, Shown, Told } from '../shared/states.tsx';
import { router, useFetched } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { pairOf } from './fetched.ts';
import type { Side } from './whole.ts';
import { Whole } from './whole.tsx';
import { WORDS } from './words.ts';

const SAYS = WORDS.pair;

/** A passage with what was lost (struck) or is only here (double underline); what both have is thinly underlined. */
const Compared = ({ pair, side }: { readonly pair: AlignedPair; readonly side: Side }) => {
  const { rewritten } = pair.difference;
  const runs = pair.difference[side];
  if (rewritten) return <p dir="auto">{runs.map(({ text }) => text).join('')}</p>;
  return (
    <p dir="auto">
      {runs.map(({ text, kept }, at) => {
        const key = `${at} ${text}`;
        if (kept) return <span key={key}>{text}</span>;
        return side === 'source' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
      })}
    </p>
  );
};

const twoPlaces = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const happenedTo = ({ changes, change }: AlignedPair): string =>
  changes.length === 0 ? change : [...new Set(changes.map(({ kind }) => SAYS.changes[kind]))].join(', ');

const Pair = ({ pair, current }: { readonly pair: AlignedPair; readonly current: boolean }) => {
  const { derivation, sourceLabel, derivedLabel } = pair;
  return (
    <li className={current ? 'aligned now' : 'aligned'}>
      <div>
        <Link className="cite" to={placeOfPassage(derivation.source)}>
          {sourceLabel}
        </Link>
        <Compared pair={pair} side="source" />
      </div>
      <div className="between">
        <span style={{ borderTopWidth: `${Math.max(1, Math.round(derivation.score * 4))}px` }} className="join" />
        <b>{happenedTo(pair)}</b>
        {pair.difference.rewritten && <small className="quiet">{SAYS.rewritten}</small>}
        <small className="quiet">
          {SAYS.likeness(twoPlaces.format(derivation.score))}
          {derivation.direction.by.includes('by hand') && ` · ${SAYS.byHand}`}
        </small>
      </div>
      <div>
        <Link className="cite" to={placeOfPassage(derivation.derived)}>
          {derivedLabel}
        </Link>
        <Compared pair={pair} side="derived" />
      </div>
    </li>
  );
};

const SAID = { joined: SAYS.joined, apart: SAYS.parted, 'as computed': SAYS.asComputed } as const;

/** Decides whether two documents count as one origin. */
const judge = async ({ source, derived }: PairPage, origin: keyof typeof SAID): Promise<void> => {
  const outcome = await changing(() =>
    desk.api.pairs[':a'][':b'].$post({ param: { a: source.id, b: derived.id }, json: { origin } }),
  );
  if (outcome.ok) {
    say(SAID[origin], { undo: true });
    return;
  }
  saving.set({ kind: 'saved' });
  say(outcome.problems.map(({ says }) => says).join(' '), { fault: true });
};

const Judging = ({ page }: { readonly page: PairPage }) => (
  <p className="document-acts">
    <button
      type="button"
      className="button"
      aria-pressed={page.judged === 'joined'}
      onClick={() => void judge(page, 'joined')}
    >
      {SAYS.join} <kbd>=</kbd>
    </button>
    <button
      type="button"
      className="button"
      aria-pressed={page.judged === 'apart'}
      onClick={() => void judge(page, 'apart')}
    >
      {SAYS.part} <kbd>x</kbd>
    </button>
    {page.judged !== undefined && (
      <button type="button" className="plain" onClick={() => void judge(page, 'as computed')}>
        {SAYS.computed}
      </button>
    )}
  </p>
);

const Page = ({ page, place }: { readonly page: PairPage; readonly place: Place }) => {
  const { entry, source, derived } = page;
  const whole = place.query['show'] === 'whole';
  const [only, setOnly] = useState(false);
  const [current, setCurrent] = useState(-1);
  const pairs = useMemo(
    () => (entry?.pairs ?? []).filter(({ change }) => whole || !only || change !== 'kept'),
    [entry, only, whole],
  );
  const show = (query: Place['query'], differing: boolean): void => {
    setOnly(differing);
    if (query['show'] !== place.query['show']) router.go({ ...place, query }, 'replace');
  };
  const move = (to: number): void => {
    const at = Math.max(0, Math.min(pairs.length - 1, to));
    setCurrent(at);
    document.querySelectorAll('.aligned')[at]?.scrollIntoView({ block: 'nearest' });
  };
  const open = (side: Side): void => {
    const pair = pairs[current];
    router.go(
      pair === undefined
        ? { room: 'sources', path: [(side === 'source' ? source : derived).id] }
        : placeOfPassage(pair.derivation[side]),
    );
  };
  useKeys(WORDS.room, [
    { keys: ['j', 'ArrowDown'], says: SAYS.keys.next, run: () => move(current + 1), line: true },
    { keys: ['k', 'ArrowUp'], says: SAYS.keys.previous, run: () => move(current - 1), line: true },
    { keys: ['='], says: SAYS.keys.join, run: () => void judge(page, 'joined'), line: true },
    { keys: ['x', '≠'], says: SAYS.keys.part, run: () => void judge(page, 'apart'), line: true },
    { keys: ['d'], says: SAYS.keys.only, run: () => show({}, !only), line: true },
    { keys: ['w'], says: SAYS.keys.whole, run: () => show(whole ? {} : { show: 'whole' }, only), line: true },
    { keys: ['g l'], says: SAYS.keys.left, run: () => open('source'), line: true },
    { keys: ['g r'], says: SAYS.keys.right, run: () => open('derived'), line: true },
    {
      keys: ['Escape'],
      says: SAYS.keys.back,
      run: () => router.go({ room: 'sources', path: [derived.id] }),
      line: true,
    },
  ]);
  if (entry === undefined)
    return (
      <>
        <Head finding={SAYS.none(source.name, derived.name)}>
          <p>{page.judged === undefined ? SAYS.noneMore : SAYS.judged[page.judged]}</p>
          <Judging page={page} />
        </Head>
        <p>
          <Link to={{ room: 'sources', path: [source.id] }}>{SAYS.open(source.name)}</Link> ·{' '}
          <Link to={{ room: 'sources', path: [derived.id] }}>{SAYS.open(derived.name)}</Link>
        </p>
      </>
    );
  const dropped = entry.pairs.filter(({ changes }) => changes.some(({ kind }) => kind === 'attribution-lost')).length;
  const grounds: Readonly<Record<string, string>> = SAYS.grounds;
  const by = entry.by.map((ground) => grounds[ground] ?? ground).join(', ');
  return (
    <>
      <Head
        finding={SAYS.finding(entry.derivedName, entry.pairs.length, entry.sourceName)}
        side={
          <span className="segmented">
            <button type="button" aria-pressed={!whole && !only} onClick={() => show({}, false)}>
              {SAYS.all}
            </button>
            <button type="button" aria-pressed={!whole && only} onClick={() => show({}, true)}>
              {SAYS.only}
            </button>
            <button type="button" aria-pressed={whole} onClick={() => show({ show: 'whole' }, only)}>
              {SAYS.whole} <kbd>w</kbd>
            </button>
          </span>
        }
      >
        <p>
          {SAYS.lead}
          {SAYS.dropped(dropped)} {entry.sure ? SAYS.sure(by) : SAYS.unsure(by)}
        </p>
        {page.judged !== undefined && <p>{SAYS.judged[page.judged]}</p>}
        <Judging page={page} />
        <p className="small legend-line">
          <del>{SAYS.lost}</del> <ins>{SAYS.gained}</ins>
        </p>
      </Head>
      {whole ? (
        <Whole entry={entry} pairs={pairs} current={current} onCurrent={setCurrent} />
      ) : (
        <>
          <div className="aligned-head">
            <h2>
              <Link to={{ room: 'sources', path: [source.id] }}>{entry.sourceName}</Link>
            </h2>
            <span />
            <h2>
              <Link to={{ room: 'sources', path: [derived.id] }}>{entry.derivedName}</Link>
            </h2>
          </div>
          <ol>
            {pairs.map((pair, at) => (
              <Pair
                key={`${pair.derivation.source.start} ${pair.derivation.derived.start}`}
                pair={pair}
                current={at === current}
              />
            ))}
          </ol>
        </>
      )}
    </>
  );
};

/** Two documents beside each other: aligned passages, and what was lost or gained on the way. */
export const PairView = ({ a, b, place }: { readonly a: string; readonly b: string; readonly place: Place }) => {
  const fetched = useFetched(pairOf([a, b].map(encodeURIComponent).join('/')));
  if (isAbsent(fetched))
    return (
      <Told says={WORDS.document.absentPair}>
        <Link to={{ room: 'sources' }}>{WORDS.document.keys.back}</Link>
      </Told>
    );
  return <Shown fetched={fetched}>{(page) => <Page page={page} place={place} />}</Shown>;
};
