// Pictures of the terminal for docs/capture.md: commands run in a real terminal of 80 columns (`script` of util-linux), what they write is drawn by the browser.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const COLUMNS = 80;
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

/** What a command writes to a terminal, each time with what it had written by then. */
const written = (command, cwd) =>
  new Promise((resolve, reject) => {
    const frames = [];
    let all = '';
    const child = spawn('script', ['-qec', `stty cols ${COLUMNS} rows 40; ${command}`, '/dev/null'], {
      cwd,
      env: { ...process.env, TERM: 'xterm-256color', NO_COLOR: '' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text) => {
      all += text;
      frames.push(all);
    });
    child.on('error', reject);
    child.on('exit', () => resolve(frames));
  });

const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const INKS = { 1: 'strong', 2: 'faint', 31: 'wrong' };

/** A stream as the lines that a terminal shows at its end: `\r` with the sign that clears the line begins it anew. */
const shown = (stream) =>
  stream
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.slice(line.lastIndexOf('\x1b[2K') < 0 ? 0 : line.lastIndexOf('\x1b[2K') + 4))
    .map((line) =>
      escaped(line.replaceAll('\r', '')).replace(/\x1b\[(\d+)m/g, (_, code) =>
        code === '0' ? '</span>' : `<span class="${INKS[code] ?? ''}">`,
      ),
    )
    .join('\n');

const page = (command, stream) => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 20px 24px; width: max-content; background: #fcfcfb; color: #17191b; }
  pre { margin: 0; font: 14px/20px "Source Code Pro", "DejaVu Sans Mono", monospace; min-width: ${COLUMNS}ch; }
  .prompt { color: #0a6248; } .strong { font-weight: 600; } .faint { color: #5f656a; } .wrong { color: #a8201a; font-weight: 600; }
</style><pre><span class="prompt">$ ${escaped(command)}</span>
${shown(stream)}</pre>`;

const SENTENCES = [
  'The envoys of Ruritania and Graustark met for a third day without agreeing on the strait, officials of both sides said.',
  'Ruritania opposes a toll on the strait, its foreign minister said on Monday.',
  'Graustark will not withdraw its fleet unless the harbour is opened, according to its state-run agency.',
];

const report = (number) =>
  `<html><head><title>Report ${number}</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoys meet for day ${number}","datePublished":"2021-11-${String((number % 28) + 1).padStart(2, '0')}","publisher":{"name":"The Courier"}}</script></head><body><nav>${'<a href="/">Menu</a> '.repeat(60)}</nav><article><h1>Envoys meet for day ${number}</h1>${Array.from({ length: 40 }, (_, i) => `<p>${SENTENCES[i % 3]} It was day ${number} of ${number + i}.</p>`).join('')}</article></body></html>`;

/** A folder as analysts have them: many reports, and some files that are none. */
const folder = (place) => {
  const at = join(place, 'reports');
  mkdirSync(join(at, 'saved', 'Strait_files'), { recursive: true });
  for (let number = 1; number <= 400; number++)
    writeFileSync(join(at, `courier-${String(number).padStart(3, '0')}.html`), report(number));
  const files = {
    'saved/Strait.html': report(900),
    'saved/Strait_files/frame.html': report(901),
    'closed.html': `<html><head><title>Why the strait matters</title><script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script></head><body><article><h1>Why the strait matters</h1><p>${SENTENCES[0]}</p></article></body></html>`,
    'moment.html':
      '<html><head><title>Just a moment...</title></head><body><p>Enable JavaScript and cookies to continue</p></body></html>',
    'minutes.doc': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]),
    'broken.pdf': '%PDF-1.7\n',
    'quay.jpg': Buffer.from([0xff, 0xd8, 0xff]),
    'fleet.jpg': Buffer.from([0xff, 0xd8, 0xff]),
    'story.url': '[InternetShortcut]\r\nURL=https://courier.example/2021/strait\r\n',
    'reply.eml': `From: Anna Karlsson <anna@courier.example>\r\nSubject: Re: strait\r\nDate: Sun, 7 Nov 2021 09:12:00 +0000\r\n\r\n${SENTENCES[1]}\r\n\r\nOn Sat, 6 Nov 2021, Jo Quist wrote:\r\n> ${SENTENCES[2]}\r\n`,
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(at, name), bytes);
};

/** Draws the terminal as it takes in a folder, and what it says at the end; that a dossier is sound, and what stands in its log. */
export const terminalPictures = async (browser, bin, place, out) => {
  folder(place);
  const run = (words) => `${quoted(process.execPath)} ${quoted(bin)} ${words}`;
  const drawn = async (name, command, stream) => {
    const sheet = await browser.newPage({ deviceScaleFactor: 2 });
    await sheet.setContent(page(command, stream));
    await sheet.locator('body').screenshot({ path: join(out, `${name}.png`) });
    await sheet.close();
    console.log(`docs/pictures/${name}.png`);
  };
  const add = 'entente add strait reports/ --no-read --by Anna';
  const frames = await written(run('add strait reports/ --no-read --by Anna'), place);
  const under = frames.filter((frame) => /Capturing[^\n]*\n?$/.test(frame.slice(frame.lastIndexOf('\x1b[2K') + 4)));
  await drawn('terminal-progress', add, under[Math.floor(under.length * 0.6)] ?? frames.at(-1) ?? '');
  await drawn('terminal-told', add, frames.at(-1) ?? '');
  let safe = '';
  for (const words of [
    'verify strait',
    'backup strait strait-backup',
    'restore strait-backup again',
    'log strait --limit 3',
  ])
    safe += `${safe === '' ? '' : `$ entente ${words}\n`}${(await written(run(words), place)).at(-1) ?? ''}`;
  await drawn('terminal-safe', 'entente verify strait', safe);
  rmSync(join(place, 'reports'), { recursive: true });
};
