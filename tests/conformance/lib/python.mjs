// SPDX-License-Identifier: MIT
import { runProcess } from './process.mjs';
import { repository } from './programs.mjs';

/** Commands that may be CPython 3.13, most wanted first: [command, extra environment]. */
const kCandidates = [
  ...(process.env.LOOPSCOPE_PYTHON ? [[process.env.LOOPSCOPE_PYTHON, {}]] : []),
  ['python3.13', {}],
  ['python3', { PYENV_VERSION: '3.13.0' }],
  ['python3', {}],
];

/** The oracle, as a command and its environment; ends the process with advice if there is none. */
export async function findPython() {
  for (const [command, extra] of kCandidates) {
    const env = { ...process.env, ...extra };
    const probe =
      'import sys; print(sys.implementation.name, *sys.version_info[:2]); print(sys.executable)';
    const found = await runProcess(command, ['-c', probe], {
      cwd: repository,
      env,
      timeoutMs: 10_000,
    }).catch(() => null);
    const [version, executable] = found?.stdout.trim().split('\n') ?? [];
    if (version !== 'cpython 3 13') continue;
    return {
      command: executable,
      env: { ...env, PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1' },
    };
  }
  console.error(
    'This needs CPython 3.13 and found none.\n' +
      'Install it (for example: pyenv install 3.13.0) so that "python3.13" runs,\n' +
      'or set LOOPSCOPE_PYTHON to its path.',
  );
  process.exit(2);
}
