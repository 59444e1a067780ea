// `npm run pictures`: photographs the workbench on the example dossier for the README and the docs, in a fresh copy, with the Chromium of this machine.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './install.mjs';
import { terminalPictures } from './terminal-pictures.mjs';

const CHROMIUM = [
  process.env.ENTENTE_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const ROOMS = { brief: '/', positions: '/positions', conflict: '/conflict' };
const PORT = 4797;

await build();
const executablePath = CHROMIUM.find((path) => path && existsSync(path));
if (!executablePath) {
  console.error('No Chromium was found. Install one, or name it in ENTENTE_CHROMIUM.');
  process.exit(2);
}
const { chromium } = await import('playwright-core');
const place = mkdtempSync(join(tmpdir(), 'entente-pictures-'));
const out = join(root, 'docs', 'pictures');
mkdirSync(out, { recursive: true });

const entente = (...args) =>
  spawn(process.execPath, [join(root, 'desk', 'bin', 'entente.mjs'), ...args], {
    cwd: place,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
const ended = (child) => new Promise((end) => child.on('exit', end));

const example = join(root, 'examples', 'end-of-war-declaration');
const dossier = join(place, 'example');
await ended(entente('add', dossier, example));
const server = entente('open', dossier, '--no-browser', '--port', String(PORT));
await new Promise((ready) => server.stdout.once('data', ready));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  await terminalPictures(browser, join(root, 'desk', 'bin', 'entente.mjs'), place, out);
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  for (const [room, path] of Object.entries(ROOMS)) {
    await page.goto(`http://127.0.0.1:${PORT}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle').catch(() => {});
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(out, `${room}.png`) });
    console.log(`docs/pictures/${room}.png`);
  }
} finally {
  await browser.close();
  server.kill('SIGINT');
  await ended(server);
  rmSync(place, { recursive: true, force: true });
}
