// Installs the dependencies when they are absent or when the lockfile has changed since; otherwise does nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules', '.entente-install');

const supported = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
};

export const run = (command, args, options = {}) => {
  const windows = process.platform === 'win32';
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows && command === 'npm',
    ...options,
  });
  if (done.error) {
    console.error(`Could not run ${command}: ${done.error.message}`);
    process.exit(2);
  }
  return done.status ?? 1;
};

export const install = () => {
  if (!supported()) {
    console.error(
      `Entente needs Node.js 20.19 or later, or 22.12 or later; this is ${process.version}. Get it from nodejs.org.`,
    );
    process.exit(2);
  }
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing dependencies …');
  if (run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { stdio: ['ignore', 2, 2] }) !== 0) {
    console.error(
      'Installing failed. What npm says is above; without a network, an npm cache that holds the packages is needed.',
    );
    process.exit(2);
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp, wanted);
};
