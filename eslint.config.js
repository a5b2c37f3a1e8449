// SPDX-License-Identifier: MIT
import tseslint from 'typescript-eslint';

/** What a folder of web/ may not import (design.md §2). Folders not named may import anything. */
const boundaries = {
  assets: ['worker', 'session', 'editor', 'inspector', 'share', 'app', 'embed', 'launch', 'i18n', 'ui', 'examples'],
  launch: ['editor', 'inspector', 'share', 'app', 'embed', 'ui', 'examples'],
  embed: ['app', 'examples'],
  offline: ['worker', 'session', 'editor', 'inspector', 'share', 'app', 'embed', 'launch', 'i18n', 'ui', 'examples'],
  course: ['worker', 'session', 'inspector', 'app', 'embed', 'launch', 'ui'],
  app: ['embed'],
  protocol: ['embed', 'launch', 'worker', 'session', 'editor', 'inspector', 'share', 'app', 'i18n', 'ui', 'examples'],
  worker: ['embed', 'launch', 'session', 'editor', 'inspector', 'share', 'app', 'i18n', 'ui', 'examples'],
  session: ['embed', 'launch', 'worker', 'editor', 'inspector', 'share', 'app', 'ui', 'examples'],
  share: ['embed', 'launch', 'worker', 'session', 'editor', 'inspector', 'app', 'ui'],
  examples: ['embed', 'launch', 'worker', 'session', 'editor', 'inspector', 'app', 'ui'],
  i18n: ['embed', 'launch', 'worker', 'session', 'editor', 'inspector', 'share', 'app', 'ui', 'examples'],
  editor: ['embed', 'launch', 'worker', 'inspector', 'share', 'app', 'examples'],
  inspector: ['embed', 'launch', 'worker', 'editor', 'share', 'app', 'examples'],
  ui: ['embed', 'launch', 'worker', 'editor', 'inspector', 'share', 'app', 'examples'],
};

export default tseslint.config(
  { ignores: ['dist', 'build', 'node_modules', 'test-results', '**/*.generated.ts', 'tests/web/fake/*.js'] },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['web/**/*.{ts,tsx}', 'tests/web/**/*.ts', 'tests/e2e/**/*.ts'] })),
  {
    files: ['web/**/*.{ts,tsx}'],
    rules: {
      // Program output and labels come from strangers' programs: textContent only.
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Use textContent or JSX: data must never become markup.' },
        { property: 'outerHTML', message: 'Use textContent or JSX: data must never become markup.' },
        { property: 'insertAdjacentHTML', message: 'Use textContent or JSX: data must never become markup.' },
        // Storage throws in frames with blocked storage (go-playground#79): one guarded module.
        { object: 'window', property: 'localStorage', message: 'Use web/app/storage.ts.' },
        { object: 'globalThis', property: 'localStorage', message: 'Use web/app/storage.ts.' },
      ],
      'no-restricted-globals': ['error', { name: 'localStorage', message: 'Use web/app/storage.ts.' }],
      // A switch over a tagged union must say what happens to each member.
      '@typescript-eslint/no-explicit-any': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  ...Object.entries(boundaries).map(([folder, forbidden]) => ({
    files: [`web/${folder}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: forbidden.map((other) => ({
            group: [`**/${other}/*`, `../${other}/*`],
            message: `web/${folder} may not know web/${other} (design.md §2).`,
          })),
        },
      ],
    },
  })),
);
