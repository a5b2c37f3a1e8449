// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { afterBuild } from './after_build.ts';

/**
 * The Content-Security-Policy of every page of the site, as a `<meta>`, so that it holds on hosts that set no headers.
 * `wasm-unsafe-eval` is for the runtime, inline styles for Monaco; `blob:` workers start in sandboxed frames. The page itself
 * asks no other site for anything (`tests/e2e/policy.test.ts`), but a learner's program may: https, and the reader's own
 * machine.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** For hosts that read `_headers` (Cloudflare Pages, Netlify): the files that pages elsewhere load may be read there. */
const HEADERS = `/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
/embed.js
  Access-Control-Allow-Origin: *
/v*/embed.js
  Access-Control-Allow-Origin: *
/assets/*
  Access-Control-Allow-Origin: *
  Cache-Control: public, max-age=31536000, immutable
`;

/** Writes the policy into the built pages. Not while serving sources: Vite's reload is an inline script. */
export function contentPolicy(): Plugin {
  return afterBuild('loopscope-content-policy', null, (outDir) => {
    for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))) {
      const path = join(outDir, name);
      const html = readFileSync(path, 'utf8');
      const marked = html.replace(/<meta charset="utf-8">/, `$&\n<meta http-equiv="Content-Security-Policy" content="${POLICY}">`);
      if (marked === html) throw new Error(`${name} has no <meta charset="utf-8"> to put its policy after`);
      writeFileSync(path, marked);
    }
    writeFileSync(join(outDir, '_headers'), HEADERS);
    // GitHub Pages would leave out files that begin with an underscore.
    writeFileSync(join(outDir, '.nojekyll'), '');
  });
}
