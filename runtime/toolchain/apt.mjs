// SPDX-License-Identifier: MIT
/** Debian's packages: installed where this user may, or unpacked into a private folder without installing them. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, say } from './progress.mjs';
import { ask, which } from './programs.mjs';

const environment = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };

export const hasApt = () => Boolean(which('apt-get') && which('dpkg'));

/** How to become root without a question being asked: [] for root, ['sudo', '-n'], or null. */
export function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (which('sudo') && ask('sudo', ['-n', 'true']) !== null) return ['sudo', '-n'];
  return null;
}

export const architecture = () => ask('dpkg', ['--print-architecture'])?.trim();

export function installed(name) {
  return ask('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}', name])?.startsWith('ii') ?? false;
}

let updated = false;
async function update() {
  const prefix = rootPrefix();
  if (updated || !prefix) return;
  updated = true;
  const [program, ...args] = [...prefix, 'apt-get', 'update'];
  // A foreign source that does not answer is no reason to stop: what matters is whether the packages are found.
  await run(program, args, { title: 'apt-get update', env: environment, allowFailure: true });
}

/** Whether this machine's package sources offer `name`. */
export async function offers(name) {
  await update();
  return /Candidate: (?!\(none\))/.test(ask('apt-cache', ['policy', name], { env: { ...process.env, ...environment } }) ?? '');
}

/** Installs packages system-wide. @returns false when this user may not. */
export async function install(names) {
  const prefix = rootPrefix();
  if (!hasApt() || !prefix) return false;
  await update();
  const [program, ...args] = [...prefix, 'apt-get', 'install', '-y', '--no-install-recommends', ...names];
  await run(program, args, {
    title: `apt-get install ${names.join(' ')}`,
    env: environment,
    advice: `Try it by hand: ${prefix.length ? 'sudo ' : ''}apt-get install ${names.join(' ')}`,
  });
  return true;
}

/** Downloads packages of this machine's own release and unpacks them into `folder`; needs no root. */
export async function unpack(names, folder) {
  await update();
  await fetchAndUnpack(names, folder, []);
}

/**
 * Downloads packages of another release and unpacks them into `folder`, without a trace in the machine's own
 * package database. `source` is a line of a sources list.
 */
export async function unpackFrom(source, names, folder) {
  const state = join(folder, '.apt');
  for (const part of ['lists/partial', 'cache/archives/partial', 'parts']) mkdirSync(join(state, part), { recursive: true });
  writeFileSync(join(state, 'sources.list'), `${source}\n`);
  const options = [
    `Dir::Etc::sourcelist=${join(state, 'sources.list')}`,
    `Dir::Etc::sourceparts=${join(state, 'parts')}`,
    `Dir::Etc::preferencesparts=${join(state, 'parts')}`,
    `Dir::State::lists=${join(state, 'lists')}`,
    `Dir::Cache=${join(state, 'cache')}`,
    'Acquire::Languages=none',
    'Acquire::Retries=3',
    ...(process.getuid?.() === 0 ? ['APT::Sandbox::User=root'] : []),
  ].flatMap((option) => ['-o', option]);
  await run('apt-get', [...options, 'update'], { title: `reading the package list of ${source.split(' ').at(-2)}`, env: environment });
  await fetchAndUnpack(names, folder, options);
  rmSync(state, { recursive: true, force: true });
}

async function fetchAndUnpack(names, folder, options) {
  const downloads = join(folder, '.debs');
  mkdirSync(downloads, { recursive: true });
  await run('apt-get', [...options, 'download', ...names], {
    title: `downloading ${names.join(' ')}`,
    cwd: downloads,
    env: environment,
    advice: 'Is there a network? The packages come from the mirror that this machine uses for its own.',
  });
  say(`unpacking ${names.join(' ')}`);
  for (const file of readdirSync(downloads)) {
    if (file.endsWith('.deb')) await run('dpkg', ['-x', join(downloads, file), folder]);
  }
  rmSync(downloads, { recursive: true, force: true });
}

/** Address of a Debian mirror: the one in this machine's own sources, LOOPSCOPE_DEBIAN_MIRROR, or debootstrap's. */
async function debianMirror() {
  if (process.env.LOOPSCOPE_DEBIAN_MIRROR) return process.env.LOOPSCOPE_DEBIAN_MIRROR;
  await update();
  const targets = ask('apt-get', ['indextargets', '--format', '$(SITE)|$(LABEL)', 'Created-By: Packages']) ?? '';
  const own = targets.split('\n').map((line) => line.split('|')).find(([, label]) => label === 'Debian');
  if (own) return own[0];
  // Other distributions carry debootstrap, which knows where Debian is.
  if (!which('debootstrap', ['/usr/sbin'])) await install(['debootstrap', 'debian-archive-keyring']).catch(() => false);
  const script = which('debootstrap', ['/usr/sbin']);
  return (script && /^DEF_MIRROR="([^"]+\/debian)"/m.exec(readFileSync(script, 'utf8'))?.[1]) || null;
}

/** The line of a sources list for a Debian release, or null where there is no mirror or no key to check it with. */
export async function debianSource(suite) {
  const mirror = hasApt() ? await debianMirror() : null;
  const keyring = ['/usr/share/keyrings/debian-archive-keyring.gpg', '/usr/share/keyrings/debian-archive-keyring.pgp'].find(existsSync);
  return mirror && keyring ? `deb [signed-by=${keyring} arch=${architecture()}] ${mirror} ${suite} main` : null;
}
