// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { traceHeaderBytes, traceLayouts } from '../../web/protocol/trace_format.generated.ts';

const generator = fileURLToPath(new URL('../../runtime/trace/generate_ts.mjs', import.meta.url));

test('the generated trace format is what events.def says', () => {
  execFileSync(process.execPath, [generator, '--check'], { stdio: 'pipe' });
});

test('fields lie one after the other, larger ones first, without gaps', () => {
  const sizes = { u8: 1, u16: 2, u32: 4, f64: 8, text: 4, frame: 4, enum: 1 };
  for (const layout of traceLayouts) {
    let end = traceHeaderBytes;
    for (const field of layout.fields) {
      expect(field.offset, `${layout.name}.${field.name}`).toBe(end);
      end += sizes[field.type];
    }
    expect(layout.bytes).toBe(end);
  }
});
