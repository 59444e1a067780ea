import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { addTo } from 'entente/cli/add';
import { verifyStore } from 'entente/store/verify-store';
import { machine } from './shared/machine.ts';

const SENTENCES = [
  '{A} has voiced reluctance to accept a proposal by {B} to extend the truce for {n} months, diplomatic sources said on {d} {m}.',
  'The foreign minister of {A} said it was premature to discuss a referendum, noting that {n} of the {n}00 observers had left.',
  '{B} will not resume direct talks unless {A} withdraws its troops from the border, according to its state-run media.',
  'In {y}, the two sides signed an agreement on water, and about {n},000 people returned to the north of the country.',
  'He added that nothing had been decided and that the commission would meet again in the spring.',
];
const STATES = ['Egypt', 'Sudan', 'Ethiopia', 'Greece', 'Turkey', 'Serbia', 'Morocco', 'Algeria', 'India', 'Pakistan'];
const MONTHS = ['January', 'March', 'April', 'June', 'July', 'September', 'October', 'December'];

const pick = (list: readonly string[], index: number) => list[index % list.length] ?? '';

const sentence = (index: number): string =>
  pick(SENTENCES, index)
    .replaceAll('{A}', pick(STATES, index * 3))
    .replaceAll('{B}', pick(STATES, index * 7 + 1))
    .replaceAll('{m}', pick(MONTHS, index * 5))
    .replaceAll('{d}', String((index % 28) + 1))
    .replaceAll('{n}', String((index % 89) + 2))
    .replaceAll('{y}', String(1950 + (index % 70)));

/** A page as a news site sends it: menus, scripts, styles, share tools, related stories and comments around an article. */
const page = (number: number): string => {
  const links = (count: number, word: string) =>
    Array.from(
      { length: count },
      (_, i) => `<li class="item item-${i}"><a href="/${word}/${i}">${word} number ${i}</a></li>`,
    ).join('\n');
  const paragraphs = Array.from({ length: 22 }, (_, i) => {
    const words = Array.from({ length: 3 }, (_, j) => sentence(number * 101 + i * 3 + j)).join(' ');
    return `<p class="story__text" data-index="${i}">${words}</p>${i % 7 === 3 ? '<aside class="related"><h3>Read more</h3><a href="/x">Another story of the day</a></aside>' : ''}`;
  }).join('\n');
  const script = `window.__STATE__ = ${JSON.stringify(Array.from({ length: 400 }, (_, i) => ({ id: i, title: sentence(i) })))};`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report ${number} | The Courier</title>
<meta property="og:site_name" content="The Courier"><meta property="article:published_time" content="2019-03-${String((number % 28) + 1).padStart(2, '0')}T08:00:00Z">
<link rel="canonical" href="https://courier.example/2019/${number}"><style>${'.a{color:red}'.repeat(600)}</style>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoys meet for the ${number}th time","author":{"name":"Anna Karlsson"}}</script>
<script>${script}</script></head><body><nav><ul>${links(60, 'section')}</ul></nav>
<article><h1>Envoys meet for the ${number}th time</h1><p class="byline">By Anna Karlsson</p><div class="share"><a>Share</a><a>Tweet</a></div>${paragraphs}</article>
<div class="recommended"><ul>${links(40, 'story')}</ul></div><section id="comments">${links(30, 'comment')}</section><footer>© The Courier</footer></body></html>`;
};

interface Used {
  /** The largest memory of a process so far, in bytes. */
  readonly peak: number;
  readonly cpuSeconds: number;
}

/** What a process used so far; nothing where the system does not say. */
const usedBy = (pid: string): Used => {
  try {
    const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\)/s, '').trim().split(' ');
    return { peak, cpuSeconds: (Number(fields[11]) + Number(fields[12])) / 100 };
  } catch {
    return { peak: 0, cpuSeconds: 0 };
  }
};

const children = (): readonly string[] => {
  try {
    return readdirSync(`/proc/${process.pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${process.pid}/task/${task}/children`, 'latin1').trim().split(' ').filter(Boolean),
    );
  } catch {
    return [];
  }
};

/** Capture of a folder of news pages as `entente add --no-read` does it: read apart, frozen, kept with their originals, safe on the disk. */
export const bench = async (args: readonly string[]) => {
  const reports = args.includes('--quick') ? 100 : 1000;
  const place = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const folder = join(place, 'reports');
  mkdirSync(folder);
  const used = new Map<string, Used>();
  const look = setInterval(() => {
    for (const pid of [String(process.pid), ...children()]) {
      const now = usedBy(pid);
      if (now.peak > 0) used.set(pid, now);
    }
  }, 100);
  try {
    let bytes = 0;
    for (let number = 0; number < reports; number++) {
      const html = page(number);
      bytes += Buffer.byteLength(html);
      writeFileSync(join(folder, `report-${number}.html`), html);
    }
    let told = '';
    const shell = {
      ...{ terminal: false, outTerminal: false, columns: 80, cwd: folder },
      out: (text: string) => {
        told += text;
      },
      err: (text: string) => {
        told += text;
      },
    };
    const dossier = join(place, 'dossier');
    const own = usedBy(String(process.pid)).cpuSeconds;
    const [load = 0] = loadavg();
    const began = performance.now();
    const exit = await addTo(dossier, [folder], { read: false }, shell);
    const seconds = (performance.now() - began) / 1000;
    clearInterval(look);
    const { documents, originals, problems } = await verifyStore(dossier);
    if (exit !== 0) throw new RangeError(`the reports were not captured: ${told}`);
    const all = [...used.values()];
    const memory = all.reduce((sum, { peak }) => sum + peak, 0);
    return {
      ...{
        bench: 'capture',
        machine: machine(),
        reports,
        bytes,
        ...{ captured: documents, originals, problems: problems.length },
      },
      seconds: Number(seconds.toFixed(2)),
      perSecond: Number((reports / seconds).toFixed(1)),
      cpuSeconds: Number((all.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0) - own).toFixed(1)),
      /** What else the machine did before: programs that wanted a processor, over a minute. */
      load: Number(load.toFixed(1)),
      processes: used.size,
      /** The sum of the peaks of all processes: more than was ever held at a time. */
      peakMiB: Math.round(memory / 1024 / 1024),
    };
  } finally {
    clearInterval(look);
    rmSync(place, { recursive: true });
  }
};
