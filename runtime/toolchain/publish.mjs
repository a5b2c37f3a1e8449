// SPDX-License-Identifier: MIT
/**
 * Puts dist/ on the branch gh-pages and pushes it: a tagged build into the folder of its version, which must be new, and any
 * other build to the root, around those folders. `--dry-run` shows the result without pushing.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { SetupError, main, say } from './progress.mjs';

const kBranch = 'gh-pages';
/** A published version is never changed: pages elsewhere have pinned its hash. */
const kVersion = /^v\d+\.\d+\.\d+$/;

main(async () => {
  const dryRun = process.argv.includes('--dry-run');
  const site = join(root, 'dist');
  if (!existsSync(join(site, 'embed.js'))) throw new SetupError('There is no dist/ to publish: npm run build makes it.');
  const tag = process.env.GITHUB_REF_TYPE === 'tag' ? process.env.GITHUB_REF_NAME : undefined;
  if (tag !== undefined && !kVersion.test(tag)) throw new SetupError(`${tag} is no version of the form v1.2.3`);

  const folder = mkdtempSync(join(tmpdir(), 'loopscope-pages-'));
  const git = (...args) => execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const exists = execFileSync('git', ['ls-remote', '--heads', 'origin', kBranch], { cwd: root, encoding: 'utf8' }).trim() !== '';
    if (exists) execFileSync('git', ['fetch', '--depth', '1', 'origin', kBranch], { cwd: root });
    execFileSync('git', ['worktree', 'add', '--quiet', '--detach', '--force', folder, exists ? 'FETCH_HEAD' : 'HEAD'], { cwd: root });
    if (!exists) {
      // A name of its own: an earlier dry run may have left its branch.
      git('checkout', '--quiet', '--orphan', `${kBranch}-${process.pid}`);
      git('rm', '-rfq', '.');
    }
    if (tag !== undefined) {
      if (existsSync(join(folder, tag))) throw new SetupError(`${tag} has been published already`);
      cpSync(site, join(folder, tag), { recursive: true });
    } else {
      for (const name of readdirSync(folder)) if (name !== '.git' && !kVersion.test(name)) rmSync(join(folder, name), { recursive: true });
      cpSync(site, folder, { recursive: true });
    }
    git('add', '--all', '--force');
    if (git('status', '--porcelain').trim() === '') return void say('nothing has changed');
    git('commit', '--quiet', '-m', tag ?? `The site of ${process.env.GITHUB_SHA ?? 'this checkout'}`);
    if (dryRun) say(git('show', '--stat', '--oneline', 'HEAD').split('\n').slice(0, 8).join('\n'));
    else git('push', 'origin', `HEAD:${kBranch}`);
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', folder], { cwd: root });
  }
});
