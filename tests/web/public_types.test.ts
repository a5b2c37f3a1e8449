// SPDX-License-Identifier: MIT
// embed.d.ts as a course's author uses it: alone, and strictly.
import { mkdtempSync, copyFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const USE = `
import type { FromEmbed, LoopscopePlaygroundAttributes } from './embed';
const frame = document.querySelector('iframe');
const client = frame && window.Loopscope?.connect(frame, { subscribe: ['output', 'trace'] });
client?.on('output', ({ stream, text, time }) => { console.log(stream === 'stderr', text.length, time.toFixed(1)); });
client?.on('result', ({ cause }) => { if (cause === 'rejected') client.dispose(); });
const code: Promise<string> | undefined = client?.getCode();
const element = document.querySelector('loopscope-playground');
element?.run();
document.addEventListener('loopscope-result', ({ detail }) => { console.log(detail.exitCode + 1); });
const last: FromEmbed['type'] = 'trace';
const attributes: LoopscopePlaygroundAttributes = { clock: 'virtual', readonly: true };
window.Loopscope?.upgrade(document.body, 'pre.python');
console.log(code, last, attributes);
// What is wrong must be seen.
// @ts-expect-error
client?.on('finished', () => undefined);
// @ts-expect-error
client?.focus('console');
// @ts-expect-error
document.addEventListener('loopscope-output', ({ detail }) => { console.log(detail.cause); });
`;

it('serves authors without anything else of ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loopscope-types-'));
  copyFileSync(new URL('../../web/embed/public.d.ts', import.meta.url), join(folder, 'embed.d.ts'));
  writeFileSync(join(folder, 'use.ts'), USE);
  const program = ts.createProgram([join(folder, 'use.ts')], {
    strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipDefaultLibCheck: true, types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  });
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
}, 120_000);
